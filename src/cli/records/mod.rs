//! `ta-tui add`, `edit`, `void`, `match` and `mark`: records of every kind, recorded, corrected, taken out, matched and
//! marked, all of one command or none of it.

mod add;
mod doubts;
mod edit;
mod json_lines;
mod marking;
mod matching;
mod merge;
mod values;
mod void;

pub(super) use add::AddArgs;
pub(super) use edit::EditArgs;
pub(super) use marking::{Finding, MarkArgs, run as run_mark};
pub(super) use matching::{MatchArgs, UnmatchArgs, run_match, run_unmatch};
pub(super) use merge::MergeArgs;
pub(super) use values::fields_of;
pub(super) use void::{VOIDED, VoidArgs};

pub(super) use add::run as run_add;
pub(super) use edit::run as run_edit;
pub(super) use merge::run as run_merge;
pub(super) use void::run as run_void;

use super::failure::{Failure, Status};
use super::format::FormatArgs;
use super::output;
use super::person::{acting, own_post};
use super::session::Session;
use super::written::{Form, Writer};
use crate::domain::{Coded, Kind, clean_line};
use crate::store::{RecordEdit, RecordWrite, Store, StoreError};
use crate::text::Message;
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

/// The kinds of records that are recorded here: matches, marks, views and settings have commands of their own.
pub(super) const RECORDED: [Kind; 10] = [
    Kind::Need,
    Kind::Review,
    Kind::Person,
    Kind::Organisation,
    Kind::Activity,
    Kind::Platform,
    Kind::Document,
    Kind::Theme,
    Kind::State,
    Kind::Comment,
];

/// Reads the code of a kind of record.
fn kind_parser() -> impl TypedValueParser<Value = Kind> {
    let codes = PossibleValuesParser::new(RECORDED.map(Kind::code));
    codes.map(|code| Kind::from_code(&code).unwrap_or(Kind::Need))
}

/// The options that every command takes which writes records.
#[derive(Debug, Args)]
pub(super) struct WriteArgs {
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    format: FormatArgs,
}

impl WriteArgs {
    /// A write that is made, and printed in this form.
    fn of(format: FormatArgs) -> Self {
        Self { dry_run: false, format }
    }

    /// The register to write to; for a dry run it must be one that can be written too.
    fn open(&self, session: &Session<'_>) -> Result<Store, Failure> {
        if self.dry_run && session.globals.read_only {
            return Err(Failure::new(Status::Failed, Message::new("cli-set-dry-run-read-only")));
        }
        session.open_to_write()
    }

    /// How changes of records are written and printed.
    fn writer<'a>(&self, session: &'a Session<'a>, store: &'a Store) -> Writer<'a> {
        let (form, advice) = (Form::Records, "cli-records-conflicts");
        Writer { session, store, form, format: self.format.chosen(), advice }
    }

    /// Writes edits in one batch, or only shows their changes; prints the changes.
    fn edit(
        &self,
        session: &Session<'_>,
        store: &Store,
        note: &str,
        edits: Vec<RecordEdit>,
    ) -> Result<(), Failure> {
        if edits.is_empty() {
            // The search that was piped in has found no record: an answer, and no mistake.
            output::notice(session.text(), &Message::new("cli-records-no-line"));
        }
        let who = acting(session.globals.who.as_deref(), store)?;
        let write = RecordWrite { who, note: clean_line(note), edits };
        let was_person = session.named().is_some() || own_post(store)?.is_some();
        let writer = self.writer(session, store);
        // A comment on a void need, for one: says who took the need out, and why.
        let absent = |error| match error {
            StoreError::UnknownNeed(need) => store.absent(need),
            other => other,
        };
        let rehearse = || {
            let (entries, doubtful) = store.rehearse_edit(&write).map_err(absent)?;
            writer.doubted(&doubtful, "cli-records-would-be-other-cycle");
            Ok(entries)
        };
        writer.carry_out(self.dry_run, rehearse, || store.edit(&write).map_err(absent))?;
        if !self.dry_run
            && !was_person
            && let Some(own) = own_post(store)?
        {
            output::notice(session.text(), &Message::new("cli-own-post").with("who", own));
        }
        Ok(())
    }
}
