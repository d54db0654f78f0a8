//! Changes of records as `add`, `edit` and `void` print them.

use crate::cli::failure::Failure;
use crate::cli::format::Format;
use crate::cli::output::{self, Output, marked};
use crate::cli::session::Session;
use crate::columns::property::{Property, ValueKind, codes};
use crate::domain::{Article, Coded, Kind, clean_line};
use crate::exchange::{Cell, Sheet};
use crate::paint::values;
use crate::store::{LogEntry, LogQuery, Store, Written};
use crate::text::{Arg, Message};
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
    doubted(session, &written.doubtful, "cli-records-other-cycle");
    let done = Message::new("cli-set-unprinted")
        .with("batch", batch.to_string())
        .with("count", written.changes);
    let printed = || {
        let entries = store.log(&LogQuery { batch: Some(batch), ..LogQuery::default() })?;
        print(session, store, entries, format, true)
    };
    output::after_writing(printed(), &done)
}

/// Tells of articles that the cycle of the need's review does not cover, with the message of this id.
pub(super) fn doubted(session: &Session<'_>, doubtful: &[(u32, Article)], id: &'static str) {
    for (need, article) in doubtful {
        let message = Message::new(id).with("need", need.to_string());
        output::notice(session.text(), &message.with("article", article.number().to_string()));
    }
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
            let args = [("record", record.into()), ("done", text.tr(id).into_owned().into())];
            writeln!(out, "{}", text.tra("cli-records-done", &args))?;
            continue;
        }
        let value = |value: &Option<String>| {
            clean_line(&values::value(Some(&vocabulary), entry.field, value.as_deref(), text))
        };
        let args: [(&str, Arg); 4] = [
            ("record", record.into()),
            ("field", entry.field.in_words(text).into()),
            ("before", value(&entry.before).into()),
            ("after", value(&entry.after).into()),
        ];
        writeln!(out, "{}", text.tra("cli-records-changed", &args))?;
    }
    out.finish()
}
