//! `ta-tui add`, `edit`, `void` and `match`: records of every kind, recorded, corrected, taken out and matched, all of
//! one command or none of it.

mod add;
mod edit;
mod json_lines;
mod matching;
mod merge;
mod printed;
mod values;
mod void;

pub(super) use add::AddArgs;
pub(super) use edit::EditArgs;
pub(super) use matching::{MatchArgs, UnmatchArgs, run_match, run_unmatch};
pub(super) use merge::MergeArgs;
pub(super) use printed::PROPERTIES;
pub(super) use values::fields_of;
pub(super) use void::VoidArgs;

pub(super) use add::run as run_add;
pub(super) use edit::run as run_edit;
pub(super) use merge::run as run_merge;
pub(super) use void::run as run_void;

use super::failure::{Failure, Status};
use super::format::Format;
use super::output;
use super::person::acting;
use super::session::Session;
use super::written;
use crate::domain::{Coded, Kind, clean_line};
use crate::store::{RecordEdit, RecordWrite, Store, StoreError};
use crate::text::Message;
use clap::builder::{PossibleValuesParser, TypedValueParser};

/// The kinds of records that are recorded here: matches, views and settings have commands of their own.
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

/// The options with which a command writes.
struct Writing<'a> {
    note: &'a str,
    dry_run: bool,
    format: Format,
    /// The message that advises on a conflict.
    advice: &'static str,
}

/// Writes edits in one batch, or only shows their changes; prints the changes.
fn write(
    session: &Session<'_>,
    store: &Store,
    edits: Vec<RecordEdit>,
    how: &Writing<'_>,
) -> Result<(), Failure> {
    let who = acting(session.globals.who.as_deref(), store)?;
    let write = RecordWrite { who, note: clean_line(how.note), edits };
    let refused = |error| {
        // A comment on a void need, for one: say who took the need out, and why.
        let error = match error {
            StoreError::UnknownNeed(need) => store.absent(need),
            other => other,
        };
        written::refused(error, how.advice)
    };
    if how.dry_run {
        let (entries, doubtful) = store.rehearse_edit(&write).map_err(refused)?;
        let changes = !entries.is_empty();
        printed::doubted(session, &doubtful, "cli-records-would-be-other-cycle");
        printed::rehearsed(session, store, entries, how.format)?;
        if changes {
            output::notice(session.text(), &Message::new("cli-set-rehearsed"));
        }
        return Ok(());
    }
    let written = store.edit(&write).map_err(refused)?;
    printed::written(session, store, &written, how.format)
}

/// The register to write to; for a dry run it must be one that can be written too.
fn open(session: &Session<'_>, dry_run: bool) -> Result<Store, Failure> {
    if dry_run && session.globals.read_only {
        return Err(Failure::new(Status::Failed, Message::new("cli-set-dry-run-read-only")));
    }
    session.open_to_write()
}
