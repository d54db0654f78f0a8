//! `ta-tui check`: every fault of a register that can be found, with advice on it.

use super::failure::{Failure, Status};
use super::format::{Format, FormatArgs};
use super::output::{self, Output};
use super::session::Session;
use crate::columns::property::{Property, ValueKind};
use crate::domain::clean_line;
use crate::exchange::{Cell, Sheet};
use crate::store::{self, CheckFinding, Examination, Grade};
use crate::text::{Message, Text};
use clap::Args;
use std::io::Write;
use std::path::Path;

#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    pub(super) format: FormatArgs,
}

pub(super) fn run(session: &Session<'_>, args: &CheckArgs) -> Result<(), Failure> {
    let file = session.file()?;
    file.announce(session.text());
    let text = session.text();
    let examination =
        store::examine(&file.path, &|waiting| output::notice(text, &waiting.to_open()));
    if let Some(error) = examination.held {
        let failure = Failure::new(Status::Failed, about("cli-check-held", &file.path));
        return Err(failure.and(error.message()));
    }
    match (args.format.chosen(), &examination.refused) {
        (Format::Table, None) => lines(&examination, &file.path, session.text())?,
        (Format::Table, Some(_)) => {}
        (format, _) => data(&examination, format, session.text())?,
    }
    if let Some(error) = examination.refused {
        return Err(error.into());
    }
    let grades = || examination.findings.iter().map(|found| found.grade);
    let status = match grades().min() {
        Some(Grade::Unusable) => Status::BadData,
        Some(Grade::Fault) => Status::Failed,
        _ => return Ok(()),
    };
    let message = about("cli-check-failed", &file.path);
    Err(Failure::new(status, message.with("count", count(&examination, |g| g < Grade::Remark))))
}

fn about(id: &'static str, path: &Path) -> Message {
    Message::new(id).with("file", clean_line(&path.to_string_lossy()))
}

/// How many there are, those that are not listed too.
fn count(examination: &Examination, of: impl Fn(Grade) -> bool) -> usize {
    let some = examination.findings.iter().filter(|found| of(found.grade));
    some.map(|found| 1 + found.more as usize).sum()
}

fn lines(examination: &Examination, path: &Path, text: &Text) -> Result<(), Failure> {
    let mut out = Output::new();
    for found in &examination.findings {
        let id = match found.grade {
            Grade::Remark => "cli-check-remark",
            _ => "cli-check-fault",
        };
        let what = Message::new(id).with("what", words(found, text));
        let advice = found.advice().map(|advice| text.say(advice)).unwrap_or_default();
        writeln!(out, "{}", text.say(&what.with("advice", advice)).trim_end())?;
        if found.more > 0 {
            writeln!(
                out,
                "{}",
                text.say(&Message::new("cli-check-more").with("count", found.more))
            )?;
        }
    }
    let faults = count(examination, |grade| grade < Grade::Remark);
    let remarks = count(examination, |grade| grade == Grade::Remark);
    let id = if faults == 0 { "cli-check-sound" } else { "cli-check-faults" };
    let summary = about(id, path).with("faults", faults).with("remarks", remarks);
    writeln!(out, "{}", text.say(&summary))?;
    out.finish()
}

fn words(found: &CheckFinding, text: &Text) -> String {
    clean_line(&text.say(found.message()))
}

/// The properties of findings; names and order are a contract.
pub(super) const PROPERTIES: [Property; 9] = [
    Property::new("kind", "finding-kind", ValueKind::OneOf(kinds)).stated(),
    Property::new("id", "finding-id", ValueKind::Text).stated(),
    Property::new("table", "finding-table", ValueKind::Text),
    Property::new("row", "finding-row", ValueKind::Text),
    Property::new("column", "finding-column", ValueKind::Text),
    Property::new("need", "finding-need", ValueKind::Number),
    Property::new("text", "finding-text", ValueKind::Text).stated(),
    Property::new("advice", "finding-advice", ValueKind::Text),
    Property::new("more", "finding-more", ValueKind::Count),
];

const REMARK: &str = "remark";
const FAULT: &str = "fault";

fn kinds() -> Vec<&'static str> {
    vec![FAULT, REMARK]
}

fn data(examination: &Examination, format: Format, text: &Text) -> Result<(), Failure> {
    let columns = PROPERTIES.map(|property| property.data_column());
    let stated = |words: &Option<String>| Cell::stated(words.clone().unwrap_or_default());
    let rows = || {
        examination.findings.iter().map(|found| {
            let kind = if found.grade == Grade::Remark { REMARK } else { FAULT };
            vec![
                kind.into(),
                found.id.into(),
                stated(&found.table),
                stated(&found.row),
                stated(&found.column),
                found.need.map_or(Cell::Missing, Cell::Change),
                words(found, text).into(),
                Cell::stated(found.advice().map(|advice| text.say(advice)).unwrap_or_default()),
                Cell::Number(u64::from(found.more)),
            ]
        })
    };
    Output::new().sheet(&Sheet::new(columns.into(), rows), format, &[], text)
}
