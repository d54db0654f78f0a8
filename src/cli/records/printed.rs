//! Changes of records as `add`, `edit` and `void` print them.

use crate::cli::failure::Failure;
use crate::cli::format::Format;
use crate::cli::output::{self, Output, marked};
use crate::cli::session::Session;
use crate::columns::property::{Property, ValueKind, codes};
use crate::domain::{Coded, Kind, clean_line};
use crate::exchange::{Cell, Sheet};
use crate::paint::values;
use crate::store::{LogEntry, LogQuery, Store, Written};
use crate::text::Message;
use std::io::Write as _;

/// The properties of a change; names and order are a contract.
pub(in crate::cli) const PROPERTIES: [Property; 7] = [
    Property::new("kind", "kind-of-record", ValueKind::OneOf(codes::<Kind>)).stated(),
    Property::new("number", "record", ValueKind::Number).stated(),
    Property::new("field", "field", ValueKind::Text).stated(),
    Property::new("before", "before", ValueKind::Text),
    Property::new("after", "after", ValueKind::Text),
    Property::new("version", "version-of-record", ValueKind::Number).stated(),
    Property::new("batch", "batch-written", ValueKind::Number),
];

fn cells(entry: &LogEntry, is_written: bool) -> Vec<Cell> {
    let value = |value: &Option<String>| Cell::stated(value.clone().unwrap_or_default());
    vec![
        entry.record.kind.code().into(),
        Cell::Id(entry.record.number),
        entry.field.code().into(),
        value(&entry.before),
        value(&entry.after),
        Cell::Id(entry.version),
        if is_written { Cell::Number(entry.batch.unsigned_abs()) } else { Cell::Missing },
    ]
}

/// Prints the changes of a dry run, as if they had been written.
pub(super) fn rehearsed(
    session: &Session<'_>,
    store: &Store,
    entries: Vec<LogEntry>,
    format: Format,
) -> Result<(), Failure> {
    if entries.is_empty() {
        output::notice(session.text(), &Message::new("cli-set-nothing"));
    }
    print(session, store, entries, format, false)
}

/// Prints the changes of a write.
pub(super) fn written(
    session: &Session<'_>,
    store: &Store,
    written: &Written,
    format: Format,
) -> Result<(), Failure> {
    let Some(batch) = written.batch else {
        output::notice(session.text(), &Message::new("cli-set-nothing"));
        return print(session, store, Vec::new(), format, true);
    };
    if let Some(at) = written.clock {
        let message = Message::new("store-clock-behind").with("at", at.to_string());
        output::notice(session.text(), &message);
    }
    for (need, article) in &written.doubtful {
        let message = Message::new("cli-records-other-cycle").with("need", need.to_string());
        output::notice(session.text(), &message.with("article", article.number().to_string()));
    }
    if let [first, ..] = written.in_no_figure[..] {
        let message = Message::new("cli-records-in-no-figure").with("need", first.to_string());
        output::notice(session.text(), &message.with("count", written.in_no_figure.len()));
    }
    let done = Message::new("cli-set-unprinted")
        .with("batch", batch.to_string())
        .with("count", written.changes);
    let printed = || {
        let entries = store.log(&LogQuery { batch: Some(batch), ..LogQuery::default() })?;
        print(session, store, entries, format, true)
    };
    output::after_writing(printed(), &done)
}

fn print(
    session: &Session<'_>,
    store: &Store,
    mut entries: Vec<LogEntry>,
    format: Format,
    is_written: bool,
) -> Result<(), Failure> {
    entries.sort_by_key(|entry| (entry.record, entry.field));
    let mut out = Output::new();
    let text = session.text();
    if !format.is_for_people() {
        let columns = PROPERTIES.iter().map(Property::data_column).collect();
        let sheet = Sheet::new(columns, || entries.iter().map(|entry| cells(entry, is_written)));
        let sheet = marked(sheet, store.is_illustrative()?, format);
        return out.sheet(&sheet, format, &[], text);
    }
    let vocabulary = store.vocabulary()?;
    for entry in &entries {
        let record = values::record(entry.record, entry.name.as_deref(), text);
        if entry.field.is_itself() {
            let id = if entry.after.is_some() { "cli-records-added" } else { "cli-records-out" };
            writeln!(out, "{record}: {}", text.tr(id))?;
            continue;
        }
        let value = |value: &Option<String>| {
            clean_line(&values::value(Some(&vocabulary), entry.field, value.as_deref(), text))
        };
        let (field, before, after) =
            (entry.field.in_words(text), value(&entry.before), value(&entry.after));
        writeln!(out, "{record}, {field}: {before} → {after}")?;
    }
    out.finish()
}
