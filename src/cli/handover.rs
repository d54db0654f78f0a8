//! `ta-tui handover`: everything that one person answers for goes to another, in one batch.

use super::failure::{Failure, Status};
use super::format::FormatArgs;
use super::globals::FilterArgs;
use super::output;
use super::person::{acting, anybody};
use super::session::Session;
use super::written::{Changed, Form, Writer, refused};
use crate::domain::{Change, Edit, Record, TriageField, clean_line};
use crate::query::register::{NeedRef, Register, Slot};
use crate::store::Write;
use crate::text::Message;
use clap::Args;

#[derive(Debug, Args)]
pub(super) struct HandoverArgs {
    #[arg(value_name = "FROM")]
    pub(super) from: String,
    #[arg(value_name = "TO")]
    pub(super) to: String,
    #[command(flatten)]
    pub(super) filter: FilterArgs,
    #[arg(long, value_name = "TEXT", default_value = "", allow_hyphen_values = true)]
    pub(super) note: String,
    #[arg(long)]
    pub(super) dry_run: bool,
    #[command(flatten)]
    pub(super) format: FormatArgs,
}

pub(super) fn run(session: &Session<'_>, args: &HandoverArgs) -> Result<(), Failure> {
    // In a session a rehearsal is refused as the write itself would be.
    let is_rehearsed = session.begun.is_some();
    let is_read = args.dry_run && !is_rehearsed;
    let store = if is_read { session.open()? } else { session.open_to_write()? };
    let register = store.load(&mut |_| true)?;
    let (from, to) = (slot(&register, &args.from)?, slot(&register, &args.to)?);
    if from == to {
        return Err(Failure::new(Status::Usage, Message::new("cli-handover-same")));
    }
    let question = session.ask(&register, &args.filter)?;
    let rows = question.selection.rows.iter();
    let needs: Vec<NeedRef> = rows
        .filter_map(|row| register.need(*row))
        .filter(|need| need.focal_slot().number() == from)
        .collect();
    let code = |slot: u16| {
        let place = Slot::numbered(slot).index()?;
        register.vocabulary.people.get(place).map(|person| person.code.as_str())
    };
    let told = |id: &'static str| {
        Message::new(id)
            .with("count", needs.len())
            .with("from", code(from).unwrap_or("none"))
            .with("to", code(to).unwrap_or("none"))
    };
    let writer = Writer {
        session,
        store: &store,
        form: Form::Triage,
        format: args.format.chosen(),
        advice: "cli-handover-conflicts",
    };
    let edit = |need: &NeedRef| Edit {
        need: need.id(),
        change: Change::FocalPoint(code(to).map(str::to_owned)),
        if_version: Some(need.version()),
    };
    let write = Write {
        who: acting(session.globals.who.as_deref(), &store)?,
        note: clean_line(&args.note),
        edits: needs.iter().map(edit).collect(),
    };
    if args.dry_run {
        if is_rehearsed {
            store.rehearse(&write).map_err(|error| refused(error, writer.advice))?;
        }
        let of_need = |need: &NeedRef| Changed {
            record: Record::need(need.id()),
            name: None,
            field: TriageField::FocalPoint.into(),
            before: code(from).map(str::to_owned),
            after: code(to).map(str::to_owned),
            version: need.version() + 1,
            batch: None,
        };
        let changes: Vec<Changed> = needs.iter().map(of_need).collect();
        writer.print(&changes)?;
        output::notice(session.text(), &told("cli-handover-would"));
        return Ok(());
    }
    if needs.is_empty() {
        output::notice(session.text(), &told("cli-handover-none"));
        return writer.print(&[]);
    }
    let written = store.write(&write).map_err(|error| refused(error, writer.advice))?;
    writer.written(&written)?;
    if written.batch.is_some() {
        output::notice(session.text(), &told("cli-handover-done"));
    }
    Ok(())
}

/// The slot of the person that a word means; 0 for nobody.
fn slot(register: &Register, word: &str) -> Result<u16, Failure> {
    let people = &register.vocabulary.people;
    let Some(person) = anybody(word, &register.vocabulary)? else { return Ok(0) };
    let place = people.iter().position(|other| other.code == person.code);
    Ok(place.map_or(Slot::NONE, Slot::at).number())
}
