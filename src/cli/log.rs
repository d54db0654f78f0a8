//! `ta-tui log`: the changes of records with their writers, the newest first.

use super::failure::{Failure, Status};
use super::format::FormatArgs;
use super::globals::FilterArgs;
use super::output::{Output, marked};
use super::person::person;
use super::session::Session;
use crate::columns::log::DATA;
use crate::columns::property::ShownWhere;
use crate::columns::reader::Reader;
use crate::domain::{self, Coded, Day, Kinds, NeedNumber, clean_line};
use crate::exchange::Sheet;
use crate::query::period;
use crate::query::register::{NeedRef, Register};
use crate::store::{LogQuery, Store};
use crate::text::{Arg, Message};
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
    #[arg(long = "kind", value_name = "KINDS", value_delimiter = ',', id = "kinds")]
    kinds: Vec<String>,
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

/// The word for every kind.
pub(super) const ALL: &str = "all";

/// The kinds of records that were asked for: those of assistance where none was.
fn kinds(typed: &[String]) -> Result<Kinds, Failure> {
    let read = |all: Kinds, typed: &String| match typed.trim() {
        ALL => Ok(Kinds::all()),
        code => match domain::Kind::from_code(code) {
            Some(kind) => Ok(all.with(kind)),
            None => Err(Failure::new(
                Status::Usage,
                Message::new("cli-log-unknown-kind").with("kind", clean_line(code)).with(
                    "known",
                    domain::Kind::ALL.iter().map(|kind| kind.code().to_owned()).collect::<Arg>(),
                ),
            )),
        },
    };
    match typed {
        [] => Ok(Kinds::of_assistance()),
        typed => typed.iter().try_fold(Kinds::NONE, read),
    }
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
    let needs: Option<Vec<NeedNumber>> = (!question.plan.is_empty()).then(|| {
        let rows = question.selection.rows.iter();
        rows.filter_map(|row| register.need(*row)).map(NeedRef::id).collect()
    });
    let kinds = kinds(&args.kinds)?;
    if needs.is_some() && !kinds.has(domain::Kind::Need) {
        return Err(Failure::new(Status::Usage, Message::new("cli-log-kind-of-needs")));
    }
    let who = args.by.as_deref().map(|name| writer(name, &store, &register)).transpose()?;
    let limit = args.limit.unwrap_or(usize::MAX);
    let entries = store.log(&LogQuery {
        kinds,
        needs: needs.as_deref(),
        who: who.as_deref(),
        since,
        until: [until, session.as_of].into_iter().flatten().min(),
        limit,
        ..LogQuery::default()
    })?;
    let text = session.text();
    let format = args.format.chosen();
    let reader = Reader::new(&register, format.is_for_people().then_some(text));
    let is_shown = |shown| shown == ShownWhere::Always || !format.is_for_people();
    let columns = DATA.iter().filter(|column| is_shown(column.property.shown));
    let columns: Vec<_> = columns.collect();
    let heads = columns.iter().map(|column| column.property.column(text));
    let row = |entry| columns.iter().map(|column| column.of(entry, reader)).collect();
    let sheet = Sheet::new(heads.collect(), || entries.iter().map(row));
    let sheet = marked(sheet, register.illustrative, format);
    Output::new().sheet(&sheet, format, &question.remarks(), text)
}

/// Gives the writer behind a name: a person who answers for needs, or an account of the system in the log.
fn writer(name: &str, store: &Store, register: &Register) -> Result<String, Failure> {
    match person(name, &register.vocabulary) {
        Ok(person) => Ok(person.code.clone()),
        // The typed word may be a name, so the message leaves it out.
        Err(_) if !store.names_states() => {
            Err(Failure::new(Status::Usage, Message::new("cli-no-names-person")))
        }
        Err(_) if store.has_logged(name)? => Ok(clean_line(name)),
        Err(failure) => Err(failure),
    }
}
