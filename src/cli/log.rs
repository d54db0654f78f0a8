//! `ta-tui log`: who changed what, and when, the newest first.

use super::failure::{Failure, Status};
use super::format::FormatArgs;
use super::globals::FilterArgs;
use super::output::{Output, marked};
use super::person::person;
use super::property::{Kind, Property, codes};
use super::session::Session;
use crate::domain::{Coded, Day, TriageField, clean_line};
use crate::exchange::{Cell, Room, Sheet};
use crate::query::register::{NeedRef, Register};
use crate::store::{LogEntry, LogQuery, Store};
use crate::text::{Lang, Message, Text};
use clap::Args;

#[derive(Debug, Args)]
pub(super) struct LogArgs {
    #[command(flatten)]
    pub(super) filter: FilterArgs,
    // Not `--as`, which says who asks.
    #[arg(long = "who", value_name = "NAME", id = "by")]
    pub(super) by: Option<String>,
    #[arg(long, value_name = "DAY", value_parser = log_day)]
    since: Option<LogDay>,
    #[arg(long, value_name = "DAY", value_parser = log_day)]
    until: Option<LogDay>,
    #[command(flatten)]
    pub(super) format: FormatArgs,
    #[arg(long, value_name = "N")]
    pub(super) limit: Option<usize>,
}

// A day of the log, in UTC as the log is.
#[derive(Clone, Copy, Debug)]
enum LogDay {
    Today,
    On(Day),
}

impl LogDay {
    fn day(self, today: Day) -> Day {
        match self {
            Self::Today => today,
            Self::On(day) => day,
        }
    }
}

// Reads `2019-09-30` or `today`.
fn log_day(text: &str) -> Result<LogDay, String> {
    let today = (["today", "今天"].contains(&text)).then_some(LogDay::Today);
    today.or_else(|| Day::typed(text).map(LogDay::On)).ok_or_else(String::new)
}

/// The properties of a change; names and order are a contract.
pub(super) const PROPERTIES: [Property; 8] = [
    Property::new("at", "at", Kind::Moment).stated().room(Room::Stays),
    Property::new("who", "who", Kind::Text).stated().room(Room::Stays),
    Property::new("need", "need", Kind::Number).stated().room(Room::Stays),
    Property::new("field", "field", Kind::OneOf(codes::<TriageField>)).stated().room(Room::Stays),
    Property::new("before", "before", Kind::Text),
    Property::new("after", "after", Kind::Text).room(Room::Fills),
    Property::new("note", "note", Kind::Text),
    Property::new("batch", "batch", Kind::Number).stated().room(Room::YieldsFirst),
];

pub(super) fn run(session: &Session<'_>, args: &LogArgs) -> Result<(), Failure> {
    let store = session.open()?;
    let today = store.today()?;
    let day = |typed: Option<LogDay>| typed.map(|typed| typed.day(today));
    let (since, until) = (day(args.since), day(args.until));
    if let (Some(since), Some(until)) = (since, until)
        && since > until
    {
        let message = Message::new("cli-log-backwards")
            .with("since", since.to_string())
            .with("until", until.to_string());
        return Err(Failure::new(Status::Usage, message));
    }
    let now = store.load(&mut |_| true)?;
    let register = match session.as_of {
        Some(day) => session.past(&store, &now, day)?,
        None => now,
    };
    let question = session.ask(&register, &args.filter)?;
    let needs: Option<Vec<u32>> = (!question.plan.is_empty()).then(|| {
        let rows = question.selection.rows.iter();
        rows.filter_map(|row| register.need(*row)).map(NeedRef::id).collect()
    });
    let who = args.by.as_deref().map(|name| writer(name, &store, &register)).transpose()?;
    let limit = args.limit.unwrap_or(usize::MAX);
    let entries = store.log(&LogQuery {
        needs: needs.as_deref(),
        who: who.as_deref(),
        since,
        until: [until, session.as_of].into_iter().flatten().min(),
        limit,
        ..LogQuery::default()
    })?;
    let text = session.text();
    let format = args.format.chosen();
    let columns = PROPERTIES.map(|property| property.column(text));
    let person = format.is_for_people().then_some(text);
    let rows = || entries.iter().map(|entry| row(entry, &register, person));
    let sheet = marked(Sheet::new(columns.into(), rows), register.illustrative, format);
    Output::new().sheet(&sheet, format, &question.remarks(), text)
}

/// Whose changes a name means: those of somebody who answers for needs, or of an account of the system
/// that the log has.
fn writer(name: &str, store: &Store, register: &Register) -> Result<String, Failure> {
    match person(name, &register.vocabulary) {
        Ok(person) => Ok(person.code.clone()),
        // What was typed may be a name, and is not said again.
        Err(_) if !store.names_states() => {
            Err(Failure::new(Status::Usage, Message::new("cli-no-names-person")))
        }
        Err(_) if store.has_logged(name)? => Ok(clean_line(name)),
        Err(failure) => Err(failure),
    }
}

fn row(entry: &LogEntry, register: &Register, person: Option<&Text>) -> Vec<Cell> {
    let value =
        |value: Option<&str>| value.map_or(Cell::Missing, |v| value_of(entry, v, register, person));
    let field = match person {
        Some(text) => crate::query::Field::from_code(entry.field.code())
            .map_or_else(|| text.tr("column-notes").into_owned(), |field| field.name(text.lang())),
        None => entry.field.code().to_owned(),
    };
    vec![
        entry.at.to_string().into(),
        entry.who.as_str().into(),
        Cell::Id(entry.need),
        field.into(),
        value(entry.before.as_deref()),
        value(entry.after.as_deref()),
        Cell::stated(entry.note.as_str()),
        Cell::Number(entry.batch.unsigned_abs()),
    ]
}

fn value_of(entry: &LogEntry, value: &str, register: &Register, person: Option<&Text>) -> Cell {
    let Some(text) = person else { return Cell::stated(value) };
    match entry.field {
        TriageField::FocalPoint => {
            let people = &register.vocabulary.people;
            let found = people.iter().find(|post| post.code == value);
            Cell::stated(found.map_or(value, |post| match text.lang() {
                Lang::Zh if !post.post_zh.is_empty() => &post.post_zh,
                _ => &post.post_en,
            }))
        }
        field @ (TriageField::Priority | TriageField::Horizon | TriageField::Response) => {
            text.value(field.code(), value).into()
        }
        _ => Cell::stated(value),
    }
}
