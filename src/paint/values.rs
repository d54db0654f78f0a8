//! Values of fields as the change log keeps them, in words.

use crate::domain::{Coded, Record, RecordField, TriageField, ViewField};
use crate::paint::names;
use crate::paint::theme::NIL;
use crate::query::register::{Person, Vocabulary};
use crate::text::{Arg, Named, Text};

/// A person's post by code, or the name that somebody gave.
pub fn person(of: Option<&Vocabulary>, code: &str, text: &Text) -> String {
    named(of, code, |person, _| person.in_lang(text.lang()).to_owned())
}

/// The same in few words, for where nothing but a person can stand: a focal point by the State.
pub fn person_short(of: Option<&Vocabulary>, code: &str, text: &Text) -> String {
    named(of, code, |person, of| names::person_short(person, of, text))
}

fn named(
    of: Option<&Vocabulary>,
    code: &str,
    name: impl Fn(&Person, &Vocabulary) -> String,
) -> String {
    let named =
        of.and_then(|of| Some(name(of.people.iter().find(|person| person.code == code)?, of)));
    named.unwrap_or_else(|| code.to_owned())
}

/// A field and what becomes of it.
pub fn becomes(field: impl Into<RecordField>, value: &str, text: &Text) -> String {
    let args = [("field", Arg::Named(field.into().name())), ("value", Arg::from(value))];
    text.tra("name-and-value", &args)
}

/// A value of a field, on one line.
pub fn value(
    of: Option<&Vocabulary>,
    field: impl Into<RecordField>,
    value: Option<&str>,
    text: &Text,
) -> String {
    let Some(value) = value.filter(|value| !value.is_empty()) else { return NIL.to_owned() };
    match field.into() {
        RecordField::Itself => text.tr("record-there").into_owned(),
        RecordField::Need(TriageField::FocalPoint) | RecordField::View(ViewField::Owner) => {
            person_short(of, value, text)
        }
        RecordField::Need(
            field @ (TriageField::Priority | TriageField::Horizon | TriageField::Response),
        ) => text.value(field.code(), value),
        RecordField::Need(_) | RecordField::View(_) | RecordField::Value => {
            value.replace('\n', " ")
        }
    }
}

/// A record as people call it: its kind, and its name or its number.
pub fn record(record: Record, name: Option<&str>, text: &Text) -> String {
    let name = name.map_or_else(|| record.number.to_string(), str::to_owned);
    let kind = Arg::Named(format!("record-{}", record.kind.code()));
    text.tra("record-named", &[("kind", kind), ("name", Arg::from(name))])
}
