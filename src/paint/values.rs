//! Values of fields as the change log keeps them, in words.

use crate::domain::{Coded, TriageField};
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
pub fn becomes(field: TriageField, value: &str, text: &Text) -> String {
    let args =
        [("field", Arg::Named(format!("field-{}", field.code()))), ("value", Arg::from(value))];
    text.tra("name-and-value", &args)
}

/// A value of a field, on one line.
pub fn value(
    of: Option<&Vocabulary>,
    field: TriageField,
    value: Option<&str>,
    text: &Text,
) -> String {
    match (value, field) {
        (None | Some(""), _) => NIL.to_owned(),
        (Some(value), TriageField::FocalPoint) => person_short(of, value, text),
        (
            Some(value),
            field @ (TriageField::Priority | TriageField::Horizon | TriageField::Response),
        ) => text.value(field.code(), value),
        (Some(value), _) => value.replace('\n', " "),
    }
}
