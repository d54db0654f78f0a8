//! `ta-tui verify`: every published figure against the register. It fails where one differs.

use super::args::{Format, VerifyArgs, VerifyFormat};
use super::failure::{Failure, Status};
use super::list::head;
use super::output::Output;
use super::session::{Session, remarks};
use crate::analysis::ledger::{Entry, Problem, built_in, bytes_of, extension};
use crate::analysis::{Finding, Unverified, Verdict, in_words, verify};
use crate::config::Unread;
use crate::domain::clean_line;
use crate::exchange::{Cell, Column, Sheet};
use crate::store::StoreError;
use crate::text::{Message, Text, grouped};
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub(super) fn run(
    session: &Session<'_>,
    args: &VerifyArgs,
    file: Option<&PathBuf>,
) -> Result<(), Failure> {
    let text = session.text();
    let ledger = ledger(file.map(PathBuf::as_path), text)?;
    let store = session.open()?;
    let now = Arc::new(store.load(&mut |_| true)?);
    let mut register_of = |day| match day {
        None => Ok(Arc::clone(&now)),
        Some(day) => store.as_of(&now, day).map(Arc::new),
    };
    let findings = verify(&ledger, &mut register_of, &|| false).map_err(|error| match error {
        Unverified::Register(error) => error.into(),
        Unverified::Queries(problems) => unreadable(&problems, text),
        Unverified::Stopped => Failure::from(StoreError::Stopped),
    })?;
    match args.format {
        VerifyFormat::Text => table(session, &ledger, &findings, remarks(&now, None))?,
        VerifyFormat::Json => json(session, &ledger, &findings, &remarks(&now, None))?,
    }
    let differ = findings.iter().filter(|found| found.verdict == Verdict::Differs).count();
    if differ > 0 {
        let message = Message::new("verify-failed").with("count", differ);
        return Err(Failure::new(Status::Failed, message));
    }
    Ok(())
}

/// The built-in ledger, and the file that extends it.
fn ledger(file: Option<&Path>, text: &Text) -> Result<Vec<Entry>, Failure> {
    let mut ledger = built_in().map_err(|problems| unreadable(&problems, text))?;
    if let Some(file) = file {
        let name = clean_line(&file.to_string_lossy());
        let bytes = bytes_of(file).map_err(|unread| match unread {
            Unread::Failed(error) => Failure::file(file, &error),
            other => Failure::new(Status::BadData, other.message(&name)),
        })?;
        let more = extension(&name, &bytes, &ledger);
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
    // There is a failure because there is a problem.
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
    let columns = vec![
        head("id", "column-figure", text),
        head("paragraph", "column-paragraph", text),
        head("about", "column-about", text),
        head("published", "column-published", text),
        head("computed", "column-computed", text),
        head("verdict", "column-verdict", text),
        head("remark", "column-remark", text),
    ];
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
                found.remark(entry, text).into(),
            ]
        })
    };
    let count = |verdict| findings.iter().filter(|found| found.verdict == verdict).count();
    let summary = Verdict::ALL.iter().fold(Message::new("verify-summary"), |summary, verdict| {
        summary.with(verdict.code(), grouped(count(*verdict) as u64))
    });
    below.insert(0, summary);
    Output::new().sheet(&Sheet::new(columns, rows), Format::Table, &below, text)
}

/// The names are a contract.
fn json(
    session: &Session<'_>,
    ledger: &[Entry],
    findings: &[Finding],
    below: &[Message],
) -> Result<(), Failure> {
    let names = ["id", "paragraph", "published", "computed", "verdict"];
    let columns = names.map(|name| Column { name: name.to_owned(), head: String::new() });
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
            ]
        })
    };
    Output::new().sheet(&Sheet::new(columns.into(), rows), Format::Json, below, session.text())
}
