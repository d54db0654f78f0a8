//! `ta-tui log`: who changed what, and when, the newest first.

use super::failure::{Failure, Status};
use super::format::FormatArgs;
use super::globals::FilterArgs;
use super::output::{Output, marked};
use super::person::person;
use super::session::Session;
use crate::columns::log::DATA;
use crate::columns::reader::Reader;
use crate::domain::{Day, clean_line};
use crate::exchange::Sheet;
use crate::query::period;
use crate::query::register::{NeedRef, Register};
use crate::store::{LogQuery, Store};
use crate::text::Message;
use clap::Args;

#[derive(Debug, Args)]
pub(super) struct LogArgs {
    #[command(flatten)]
    pub(super) filter: FilterArgs,
    // Not `--as`, which says who asks.
    #[arg(long = "who", value_name = "NAME", id = "by")]
    pub(super) by: Option<String>,
    // In UTC, as the log is.
    #[arg(long, value_name = "DATE")]
    since: Option<String>,
    #[arg(long, value_name = "DATE")]
    until: Option<String>,
    #[command(flatten)]
    pub(super) format: FormatArgs,
    #[arg(long, value_name = "N")]
    pub(super) limit: Option<usize>,
}

/// The first and the last day of a date as it was typed: a day, a month or a year, as in a filter.
fn days(typed: Option<&String>, today: Day) -> Result<Option<(Day, Day)>, Failure> {
    let read = |typed: &String| {
        let wrong = || Message::new("span-not-a-date").with("word", clean_line(typed));
        period(typed, today).ok_or_else(|| Failure::new(Status::Usage, wrong()))
    };
    typed.map(read).transpose()
}

pub(super) fn run(session: &Session<'_>, args: &LogArgs) -> Result<(), Failure> {
    let store = session.open()?;
    let today = store.today()?;
    let since = days(args.since.as_ref(), today)?.map(|(first, _)| first);
    let until = days(args.until.as_ref(), today)?.map(|(_, last)| last);
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
    let heads = DATA.map(|column| column.property.column(text));
    let reader = Reader::new(&register, format.is_for_people().then_some(text));
    let row = |entry| DATA.iter().map(|column| column.of(entry, reader)).collect();
    let sheet = Sheet::new(heads.into(), || entries.iter().map(row));
    let sheet = marked(sheet, register.illustrative, format);
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
