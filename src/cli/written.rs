//! The changes that `set` and `handover` have made, or would make, as they print them.

use super::failure::{Failure, Status};
use super::format::Format;
use super::output::{self, Output, marked};
use super::session::Session;
use crate::columns::property::{Property, ValueKind, codes};
use crate::domain::{TriageField, clean_line};
use crate::exchange::{Cell, Sheet};
use crate::fields::RecordField;
use crate::store::{LogEntry, LogQuery, Store, StoreError, Written};
use crate::text::Message;
use std::io::Write as _;

/// The properties of a change; names and order are a contract.
pub(super) const PROPERTIES: [Property; 6] = [
    Property::new("need", "need", ValueKind::Number).stated(),
    Property::new("field", "field", ValueKind::OneOf(codes::<TriageField>)).stated(),
    Property::new("before", "before", ValueKind::Text),
    Property::new("after", "after", ValueKind::Text),
    Property::new("version", "version-after", ValueKind::Number).stated(),
    Property::new("batch", "batch-written", ValueKind::Number),
];

/// One field of one need that is changed.
pub(super) struct Changed {
    pub(super) need: u32,
    pub(super) field: RecordField,
    pub(super) before: Option<String>,
    pub(super) after: Option<String>,
    /// The version of the need then.
    pub(super) version: u32,
    /// The batch; `None` where it would only be changed.
    pub(super) batch: Option<i64>,
}

impl Changed {
    /// A change of the log; `written` is false where it would only be one.
    fn of(entry: LogEntry, written: bool) -> Self {
        let LogEntry { record, field, before, after, version, batch, .. } = entry;
        Self { need: record.number, field, before, after, version, batch: written.then_some(batch) }
    }

    fn cells(&self) -> Vec<Cell> {
        let value = |value: &Option<String>| Cell::stated(value.clone().unwrap_or_default());
        vec![
            Cell::Id(self.need),
            self.field.code().into(),
            value(&self.before),
            value(&self.after),
            Cell::Id(self.version),
            self.batch.map_or(Cell::Missing, |batch| Cell::Number(batch.unsigned_abs())),
        ]
    }
}

/// Prints changes: for people one on a line.
pub(super) fn print(
    session: &Session<'_>,
    changes: &[Changed],
    format: Format,
    illustrative: bool,
) -> Result<(), Failure> {
    let mut out = Output::new();
    if !format.is_for_people() {
        let columns = PROPERTIES.iter().map(Property::data_column).collect();
        let sheet = Sheet::new(columns, || changes.iter().map(Changed::cells));
        return out.sheet(&marked(sheet, illustrative, format), format, &[], session.text());
    }
    for change in changes {
        let value = |value: &Option<String>| clean_line(value.as_deref().unwrap_or("none"));
        let (before, after) = (value(&change.before), value(&change.after));
        writeln!(out, "{} {}: {before} → {after}", change.need, change.field.code())?;
    }
    out.finish()
}

/// Prints changes of the log in the order of needs and fields.
fn print_entries(
    session: &Session<'_>,
    store: &Store,
    mut entries: Vec<LogEntry>,
    format: Format,
    written: bool,
) -> Result<(), Failure> {
    entries.sort_by_key(|entry| (entry.record, entry.field));
    let changes: Vec<Changed> =
        entries.into_iter().map(|entry| Changed::of(entry, written)).collect();
    print(session, &changes, format, store.is_illustrative()?)
}

/// Prints the changes of a dry run, as if they had been written.
pub(super) fn print_rehearsed(
    session: &Session<'_>,
    store: &Store,
    entries: Vec<LogEntry>,
    format: Format,
) -> Result<(), Failure> {
    if entries.is_empty() {
        output::notice(session.text(), &Message::new("cli-set-nothing"));
    }
    print_entries(session, store, entries, format, false)
}

/// Prints the changes of a write.
pub(super) fn print_written(
    session: &Session<'_>,
    store: &Store,
    written: &Written,
    format: Format,
) -> Result<(), Failure> {
    let Some(batch) = written.batch else {
        output::notice(session.text(), &Message::new("cli-set-nothing"));
        return print(session, &[], format, false);
    };
    if let Some(at) = written.clock {
        let message = Message::new("store-clock-behind").with("at", at.to_string());
        output::notice(session.text(), &message);
    }
    let done = Message::new("cli-set-unprinted")
        .with("batch", batch.to_string())
        .with("count", written.changes);
    let printed = || {
        let entries = store.log(&LogQuery { batch: Some(batch), ..LogQuery::default() })?;
        print_entries(session, store, entries, format, true)
    };
    output::after_writing(printed(), &done)
}

/// Gives the failure of a refused write: a line for each edit whose field another user changed first, then the message
/// `advice`.
pub(super) fn refused(error: StoreError, advice: &'static str) -> Failure {
    let StoreError::Conflict(conflicts) = &error else { return unwritten(error) };
    let mut lines = conflicts.iter().map(crate::store::Conflict::message);
    let Some(first) = lines.next() else { return error.into() };
    let failure = lines.fold(Failure::new(Status::Conflict, first), Failure::and);
    failure.and(Message::new(advice).with("count", conflicts.len()))
}

/// The failure of a write that was refused for an unknown need, which says that nothing was
/// written; other refusals of a write say so themselves.
pub(super) fn unwritten(error: StoreError) -> Failure {
    let is_of_reading = matches!(error, StoreError::UnknownNeed(_));
    let failure = Failure::from(error);
    if is_of_reading { failure.and(Message::new("cli-nothing-written")) } else { failure }
}
