//! The columns of the log of changes: who, when, the field, the values before and after.

use super::column::{Column, RecordList};
use super::property::{ValueKind, codes};
use super::reader::Reader;
use crate::domain::{self, Coded, TriageField, marked_words};
use crate::exchange::{Cell, Room};
use crate::fields::{FieldValue, RecordField};
use crate::paint::values;
use crate::query::Field;
use crate::store::{ImportRecord, LogEntry};
use crate::text::shortened;

/// The most cells that a value of a change takes for people; data have it whole.
const WIDEST: usize = 400;

/// The list of changes, the newest first.
pub struct Log;

impl RecordList for Log {
    type Row<'a> = LogEntry;
    type Order = ();
}

type Of = Column<Log>;

static AT: Of = Of::new("at", "at", ValueKind::Moment, |entry, _| entry.at.to_string().into())
    .stated()
    .room(Room::Stays);

static WHO: Of = Of::new("who", "who", ValueKind::Text, |entry, _| entry.who.as_str().into())
    .stated()
    .room(Room::Stays);

static NEED: Of = Of::new("need", "need-changed", ValueKind::Number, need).room(Room::Stays);

static KIND: Of =
    Of::new("kind", "kind-of-record", ValueKind::OneOf(codes::<domain::Kind>), |entry, _| {
        entry.record.kind.code().into()
    })
    .stated()
    .in_data();

static RECORD: Of =
    Of::new("record", "record", ValueKind::Number, |entry, _| Cell::Id(entry.record.number))
        .stated()
        .in_data();

static FIELD: Of = Of::new("field", "field", ValueKind::OneOf(RecordField::codes), field)
    .stated()
    .room(Room::Stays);

static BEFORE: Of = Of::new("before", "before", ValueKind::Text, |entry, to| {
    value(entry, entry.before.as_deref(), to)
});

static AFTER: Of = Of::new("after", "after", ValueKind::Text, |entry, to| {
    match (entry.field.value(), &entry.before, &entry.after, to.person) {
        // For people, with the changed words marked.
        (FieldValue::Text, Some(before), Some(after), Some(_)) => {
            Cell::stated(shortened(&marked_words(before, after), WIDEST))
        }
        _ => value(entry, entry.after.as_deref(), to),
    }
})
.room(Room::Fills);

static NOTE: Of = Of::new("note", "note", ValueKind::Text, note);

static FILE: Of = Of::new("file", "imported-file", ValueKind::Text, |entry, _| {
    imported(entry, |import| &import.file)
})
.in_data();

static SHA256: Of = Of::new("sha256", "imported-sha256", ValueKind::Text, |entry, _| {
    imported(entry, |import| &import.sha256)
})
.in_data();

static MAPPING: Of = Of::new("mapping", "imported-mapping", ValueKind::Text, |entry, _| {
    imported(entry, |import| &import.mapping)
})
.in_data();

static BATCH: Of = Of::new("batch", "batch", ValueKind::Number, |entry, _| {
    Cell::Number(entry.batch.unsigned_abs())
})
.stated()
.room(Room::YieldsFirst);

/// The columns of data; names and order are a contract.
pub static DATA: [&Of; 13] = [
    &AT, &WHO, &NEED, &FIELD, &BEFORE, &AFTER, &NOTE, &BATCH, &KIND, &RECORD, &FILE, &SHA256,
    &MAPPING,
];

/// The number of a need; of another record, its name for people.
fn need(entry: &LogEntry, to: Reader<'_>) -> Cell {
    match (entry.record.of_need(), to.person) {
        (Some(need), _) => need.into(),
        (None, Some(text)) => values::record(entry.record, entry.name.as_deref(), text).into(),
        (None, None) => Cell::Missing,
    }
}

/// The person's reason, for people after the file of an import.
fn note(entry: &LogEntry, to: Reader<'_>) -> Cell {
    match (to.person, &entry.import) {
        (Some(text), Some(import)) => {
            let from = text.tra("log-imported", &[("file", import.file.as_str().into())]);
            let both = [from.as_str(), entry.note.as_str()];
            let stated = both.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>();
            stated.join(&text.tr("list-separator")).into()
        }
        _ => to.word("remark", &entry.note),
    }
}

fn imported(entry: &LogEntry, of: fn(&ImportRecord) -> &String) -> Cell {
    entry.import.as_ref().map_or(Cell::Missing, |import| Cell::stated(of(import).as_str()))
}

fn field(entry: &LogEntry, to: Reader<'_>) -> Cell {
    let Some(text) = to.person else { return entry.field.code().into() };
    let of_need = entry.field.triage();
    let Some(field) = of_need else { return entry.field.in_words(text).into() };
    let field = Field::from_code(field.code());
    field.map_or_else(|| text.tr("field-notes").into(), |field| field.name(text.lang()).into())
}

fn value(entry: &LogEntry, value: Option<&str>, to: Reader<'_>) -> Cell {
    let Some(value) = value else { return Cell::Missing };
    let Some(text) = to.person else { return Cell::stated(value) };
    if matches!(entry.field.value(), FieldValue::Rows) {
        let words = values::value(Some(to.vocabulary), entry.field, Some(value), text);
        return Cell::stated(&*shortened(&words, WIDEST));
    }
    // A long text would make every line of the table as wide.
    let value = &*shortened(value, WIDEST);
    if entry.field.is_itself() {
        return text.tr("record-there").into();
    }
    match entry.field.triage() {
        Some(TriageField::FocalPoint) => {
            let found = to.vocabulary.people.iter().find(|post| post.code == value);
            found.map_or_else(|| Cell::stated(value), |post| to.post(Some(post)))
        }
        Some(field @ (TriageField::Priority | TriageField::Horizon | TriageField::Response)) => {
            text.value(field.code(), value).into()
        }
        _ if matches!(entry.field.value(), FieldValue::Chapters) => {
            values::chapters(value, text).into()
        }
        _ if matches!(entry.field.value(), FieldValue::Text) => Cell::stated(value),
        _ => values::value(Some(to.vocabulary), entry.field, Some(value), text).into(),
    }
}
