//! The columns of the log of changes: who, when, what, from what to what.

use super::column::{Column, Listed, RecordList, ScreenColumn};
use super::property::{ValueKind, codes};
use super::reader::Reader;
use super::screen::{CellContext, Width, Words};
use super::widths::GivesWay::{self, Goes, Narrows};
use crate::domain::{self, Coded, TriageField};
use crate::exchange::{Cell, Room};
use crate::fields::{RecordField, Referred, Stored};
use crate::paint::theme::Tone;
use crate::paint::values;
use crate::query::Field;
use crate::store::LogEntry;

/// The list of changes, the newest first.
pub struct Log;

impl RecordList for Log {
    type Row<'a> = LogEntry;
    type Order = ();
}

type Of = Column<Log>;
type Shown = ScreenColumn<Log>;

static AT: Shown = Of::new("at", "at", ValueKind::Moment, |entry, _| entry.at.to_string().into())
    .stated()
    .room(Room::Stays)
    .on_screen("at", Width::Fixed(16))
    .looks(|entry, _| Words::new(minute(entry), Tone::Dim));

static WHO: Shown = Of::new("who", "who", ValueKind::Text, |entry, _| entry.who.as_str().into())
    .stated()
    .room(Room::Stays)
    .on_screen("who", Width::From(&[(120, 29), (0, 20)]))
    .looks(|entry, look| {
        let of = Some(look.reader.vocabulary);
        let post = values::person(of, &entry.who, look.text);
        let has_room = crate::text::width(&post) <= look.room.into();
        let short = || values::person_short(of, &entry.who, look.text);
        Words::new(if has_room { post } else { short() }, Tone::Plain)
    });

static NEED: Shown = Of::new("need", "need-changed", ValueKind::Number, need)
    .room(Room::Stays)
    .on_screen("id", Width::Fixed(6))
    .right();

static KIND: Of =
    Of::new("kind", "kind-of-record", ValueKind::OneOf(codes::<domain::Kind>), |entry, _| {
        entry.record.kind.code().into()
    })
    .stated()
    .in_data();

static RECORD: Shown =
    Of::new("record", "record", ValueKind::Number, |entry, _| Cell::Id(entry.record.number))
        .stated()
        .in_data()
        .on_screen("record", Width::Fixed(15))
        .looks(|entry, look| {
            let name = values::record(entry.record, entry.name.as_deref(), look.text);
            Words::new(name, Tone::Plain)
        });

static FIELD: Shown = Of::new("field", "field", ValueKind::OneOf(RecordField::codes), field)
    .stated()
    .room(Room::Stays)
    .on_screen("field", Width::From(&[(120, 16), (0, 11)]))
    .looks(|entry, look| Words::new(look.text.tr(&entry.field.name()), Tone::Plain));

static BEFORE: Shown = Of::new("before", "before", ValueKind::Text, |entry, to| {
    value(entry, entry.before.as_deref(), to)
})
.on_screen("before", Width::From(&[(120, 24), (0, 9)]))
.looks(|entry, look| shown(entry, entry.before.as_deref(), Tone::Dim, look));

static AFTER: Shown = Of::new("after", "after", ValueKind::Text, |entry, to| {
    value(entry, entry.after.as_deref(), to)
})
.room(Room::Fills)
.on_screen("after", Width::Rest(9))
.looks(|entry, look| shown(entry, entry.after.as_deref(), Tone::Strong, look));

static NOTE: Of =
    Of::new("note", "note", ValueKind::Text, |entry, _| Cell::stated(entry.note.as_str()));

static BATCH: Of = Of::new("batch", "batch", ValueKind::Number, |entry, _| {
    Cell::Number(entry.batch.unsigned_abs())
})
.stated()
.room(Room::YieldsFirst);

/// The columns of data; names and order are a contract.
pub static DATA: [&Of; 10] = [
    &AT.column,
    &WHO.column,
    &NEED.column,
    &FIELD.column,
    &BEFORE.column,
    &AFTER.column,
    &NOTE,
    &BATCH,
    &KIND,
    &RECORD.column,
];

/// The columns of the screen, where changes of needs alone are listed.
pub static SCREEN: Listed<Log> = Listed {
    name: "history",
    columns: &[AT.here(), WHO.here(), NEED.here(), FIELD.here(), BEFORE.here(), AFTER.here()],
    gives_way: LOG_GIVES_WAY,
};

const LOG_GIVES_WAY: &[GivesWay] =
    &[Narrows("before"), Narrows("field"), Narrows("who"), Goes("before"), Goes("field")];

/// Those where changes of records of every kind are listed.
pub static OF_ALL_KINDS: Listed<Log> = Listed {
    name: "history",
    columns: &[
        AT.here(),
        WHO.wide(Width::From(&[(120, 29), (0, 12)])),
        RECORD.here(),
        FIELD.here(),
        BEFORE.here(),
        AFTER.here(),
    ],
    gives_way: LOG_GIVES_WAY,
};

/// The moment of a change to the minute.
pub fn minute(entry: &LogEntry) -> String {
    let moment = entry.at.to_string();
    moment.get(..16).unwrap_or(&moment).replace('T', " ")
}

/// The number of a need; for a person, of another record what it is called.
fn need(entry: &LogEntry, to: Reader<'_>) -> Cell {
    match (entry.record.of_need(), to.person) {
        (Some(need), _) => Cell::Id(need),
        (None, Some(text)) => values::record(entry.record, entry.name.as_deref(), text).into(),
        (None, None) => Cell::Missing,
    }
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
    if entry.field.is_itself() {
        return text.tr("record-there").into();
    }
    match (entry.field.triage(), entry.field.stored()) {
        (Some(TriageField::FocalPoint), _) => {
            let found = to.vocabulary.people.iter().find(|post| post.code == value);
            found.map_or_else(|| Cell::stated(value), |post| to.post(Some(post)))
        }
        (
            Some(field @ (TriageField::Priority | TriageField::Horizon | TriageField::Response)),
            _,
        ) => text.value(field.code(), value).into(),
        (_, Stored::Reference(_, Referred::STATE)) => {
            values::state(Some(to.vocabulary), value, text).into()
        }
        _ => Cell::stated(value),
    }
}

fn shown(entry: &LogEntry, value: Option<&str>, tone: Tone, look: &CellContext<'_>) -> Words {
    let of = Some(look.reader.vocabulary);
    Words::new(values::value(of, entry.field, value, look.text), tone)
}
