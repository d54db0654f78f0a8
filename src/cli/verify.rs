//! `ta-tui verify`: every published figure against the register. It fails where one differs.

use super::failure::{Failure, Status};
use super::format::{Format, FormatArgs};
use super::output::Output;
use super::session::{Session, remarks};
use crate::analysis::ledger::{Entry, Problem, built_in, bytes_of, extension};
use crate::analysis::{Finding, Unverified, Verdict, in_words, verify};
use crate::columns::property::{Property, ValueKind};
use crate::config::Unread;
use crate::domain::{Day, clean_line};
use crate::exchange::{Cell, Room, Sheet, SheetColumn};
use crate::store::StoreError;
use crate::text::{Message, Text, grouped};
use clap::Args;
use std::path::{Path, PathBuf};
use std::sync::Arc;

#[derive(Debug, Args)]
pub(super) struct VerifyArgs {
    #[arg(long, value_name = "FILE")]
    pub(super) ledger: Option<PathBuf>,
    #[command(flatten)]
    pub(super) format: FormatArgs,
}

pub(super) fn run(
    session: &Session<'_>,
    args: &VerifyArgs,
    file: Option<&PathBuf>,
) -> Result<(), Failure> {
    let text = session.text();
    let store = session.open()?;
    let today = store.today()?;
    let ledger = ledger(file.map(PathBuf::as_path), today, text)?;
    let now = Arc::new(store.load(&mut |_| true)?);
    let mut register_of = |day| match day {
        None => Ok(Arc::clone(&now)),
        Some(day) => store.as_of(&now, day).map(Arc::new),
    };
    let findings =
        verify(&ledger, today, &mut register_of, &|| false).map_err(|error| match error {
            Unverified::Register(error) => error.into(),
            Unverified::Queries(problems) => unreadable(&problems, text),
            Unverified::Stopped => Failure::from(StoreError::Stopped),
        })?;
    match args.format.chosen() {
        Format::Table => table(session, &ledger, &findings, remarks(&now, None))?,
        format => data(session, format, &ledger, &findings, &remarks(&now, None))?,
    }
    let differ = findings.iter().filter(|found| found.verdict == Verdict::Differs).count();
    if differ > 0 {
        let message = Message::new("verify-failed").with("count", differ);
        return Err(Failure::new(Status::Failed, message));
    }
    Ok(())
}

/// The built-in ledger, and the file that extends it.
fn ledger(file: Option<&Path>, today: Day, text: &Text) -> Result<Vec<Entry>, Failure> {
    let mut ledger = built_in().map_err(|problems| unreadable(&problems, text))?;
    if let Some(file) = file {
        let name = clean_line(&file.to_string_lossy());
        let bytes = bytes_of(file).map_err(|unread| match unread {
            Unread::Failed(error) => Failure::file(file, &error),
            other => Failure::new(Status::BadData, other.message(&name)),
        })?;
        let more = extension(&name, &bytes, &ledger, today);
        ledger.extend(more.map_err(|problems| unreadable(&problems, text))?);
    }
    Ok(ledger)
}

/// Every mistake of a ledger, each on a line with its place.
fn unreadable(problems: &[Problem], text: &Text) -> Failure {
    let mut lines = problems.iter().map(|problem| {
        let message = Message::new("ledger-problem").with("what", text.say(&problem.message));
        problem.place.mark(message)
    });
    // A failure has at least one problem.
    let first = lines.next().unwrap_or_else(|| Message::new("ledger-empty"));
    lines.fold(Failure::new(Status::BadData, first), Failure::and)
}

fn table(
    session: &Session<'_>,
    ledger: &[Entry],
    findings: &[Finding],
    mut below: Vec<Message>,
) -> Result<(), Failure> {
    let text = session.text();
    let columns = [
        ("id", "column-figure", Room::Stays),
        ("paragraph", "column-paragraph", Room::YieldsFirst),
        ("about", "column-about", Room::Fills),
        ("published", "column-published", Room::Stays),
        ("computed", "column-computed", Room::Stays),
        ("verdict", "column-verdict", Room::Stays),
        ("contradicts", "column-contradicts", Room::Stays),
        ("remark", "column-remark", Room::Yields),
    ];
    let columns = columns
        .map(|(name, head, room)| SheetColumn { room, ..SheetColumn::new(name, text.tr(head)) });
    let rows = || {
        findings.iter().map(|found| {
            let entry = &ledger[found.entry];
            vec![
                entry.id.as_str().into(),
                Cell::stated(entry.paragraph_in_words(text)),
                entry.about(text.lang()).into(),
                in_words(entry, &entry.published, text).into(),
                found
                    .computed
                    .as_deref()
                    .map_or(Cell::Missing, |words| in_words(entry, words, text).into()),
                found.verdict.word(text).into(),
                Cell::stated(found.against(entry).join(", ")),
                found.remark(entry, text).into(),
            ]
        })
    };
    let count = |verdict| findings.iter().filter(|found| found.verdict == verdict).count();
    let summary = Verdict::ALL.iter().fold(Message::new("verify-summary"), |summary, verdict| {
        summary.with(verdict.code(), grouped(count(*verdict) as u64))
    });
    below.insert(0, summary);
    Output::new().sheet(&Sheet::new(columns.into(), rows), Format::Table, &below, text)
}

/// The properties of a figure as data; names and order are a contract.
pub(super) const PROPERTIES: [Property; 6] = [
    Property::new("id", "figure-id", ValueKind::Text).stated(),
    Property::new("paragraph", "paragraph-published", ValueKind::Text),
    Property::new("published", "published", ValueKind::NumberOrText),
    Property::new("computed", "computed", ValueKind::NumberOrText),
    Property::new("verdict", "verdict", ValueKind::OneOf(verdicts)).stated(),
    Property::new("contradicts", "contradicts", ValueKind::Texts),
];

fn verdicts() -> Vec<&'static str> {
    Verdict::ALL.iter().map(|verdict| verdict.code()).collect()
}

fn data(
    session: &Session<'_>,
    format: Format,
    ledger: &[Entry],
    findings: &[Finding],
    below: &[Message],
) -> Result<(), Failure> {
    let columns = PROPERTIES.map(|property| property.data_column());
    let value =
        |words: &str| words.parse::<i64>().map_or_else(|_| Cell::stated(words), Cell::Change);
    let rows = || {
        findings.iter().map(|found| {
            let entry = &ledger[found.entry];
            let published = entry.number().map_or_else(|| value(&entry.published), Cell::from);
            vec![
                entry.id.as_str().into(),
                Cell::stated(entry.paragraph.as_str()),
                published,
                found.computed.as_deref().map_or(Cell::Missing, value),
                found.verdict.code().into(),
                Cell::List(found.against(entry).into_iter().map(Cell::from).collect()),
            ]
        })
    };
    Output::new().sheet(&Sheet::new(columns.into(), rows), format, below, session.text())
}
