//! Values of fields as the change log keeps them, in words.

use crate::domain::{Chapter, Coded, Moment, Record, TriageField, clean_line, marked_words};
use crate::entry::rows_in_words;
use crate::fields::{FieldValue, RecordField, Referred, Stored};
use crate::paint::names;
use crate::paint::theme::NIL;
use crate::query::register::{Person, Vocabulary};
use crate::text::{Arg, Named, Text, value_id};

/// A person's post by code; an unknown code is shown as it is.
pub fn person(of: Option<&Vocabulary>, code: &str, text: &Text) -> String {
    named(of, code, |person, _| person.in_lang(text.lang()).to_owned())
}

/// A person's post by code in at most `room` cells, else the code: never a State or a region alone.
pub fn person_in(of: Option<&Vocabulary>, code: &str, text: &Text, room: usize) -> String {
    named(of, code, |person, of| names::post_in(person, of, text, room))
}

/// A person in few words, for values of a field that says what they are: a focal point by the State.
fn person_short(of: Option<&Vocabulary>, code: &str, text: &Text) -> String {
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

/// A field with its new value.
pub fn becomes(field: impl Into<RecordField>, value: &str, text: &Text) -> String {
    let field = field.into().in_words(text);
    let args = [("field", Arg::from(field)), ("value", Arg::from(value))];
    text.tra("name-and-value", &args)
}

/// Gives a field's value before and after a change; of a corrected text, the changed words are marked, so that one line
/// shows both.
pub fn change(
    of: Option<&Vocabulary>,
    field: RecordField,
    [before, after]: [Option<&str>; 2],
    text: &Text,
) -> String {
    if field.is_itself() {
        return text.tr(if after.is_some() { "record-added" } else { "record-out" }).into_owned();
    }
    match (field.value(), before, after) {
        (FieldValue::Text, Some(before), Some(after)) => clean_line(&marked_words(before, after)),
        _ => format!("{} → {}", value(of, field, before, text), value(of, field, after, text)),
    }
}

/// A value of a field, on one line.
pub fn value(
    of: Option<&Vocabulary>,
    field: impl Into<RecordField>,
    value: Option<&str>,
    text: &Text,
) -> String {
    let Some(value) = value.filter(|value| !value.is_empty()) else { return NIL.to_owned() };
    let field = field.into();
    if field.is_itself() {
        return text.tr("record-there").into_owned();
    }
    match (field.triage(), field.stored()) {
        (
            Some(field @ (TriageField::Priority | TriageField::Horizon | TriageField::Response)),
            _,
        ) => text.value(field.code(), value),
        (_, Stored::Reference(_, Referred::PERSON)) => person_short(of, value, text),
        (_, Stored::Reference(_, Referred::STATE)) => state(of, value, text),
        (_, Stored::Links(_, _, Referred::STATE)) => {
            let names = value.split("; ").map(|number| state(of, number, text));
            names.collect::<Vec<_>>().join("; ")
        }
        (_, Stored::Links(_, _, Referred::ORGANISATION)) => {
            let names = value.split("; ");
            let names = names.map(|code| named_record(of, Referred::ORGANISATION, code, text));
            names.collect::<Vec<_>>().join("; ")
        }
        (_, Stored::Reference(_, referred @ (Referred::CATEGORY | Referred::ORGANISATION))) => {
            named_record(of, referred, value, text)
        }
        (Some(TriageField::Themes), _) | (_, Stored::Links(_, _, Referred::THEME)) => {
            let names = value.split("; ").map(|code| named_record(of, Referred::THEME, code, text));
            names.collect::<Vec<_>>().join("; ")
        }
        (_, Stored::Rows(_, cells)) => match of {
            Some(vocabulary) => {
                let name = |referred, key: &str| match referred {
                    Referred::STATE => state(of, key, text),
                    Referred::ORGANISATION => named_record(of, referred, key, text),
                    _ => key.to_owned(),
                };
                let lines = rows_in_words(field, value, cells, vocabulary, name);
                lines.lines().collect::<Vec<_>>().join("; ")
            }
            None => value.to_owned(),
        },
        _ if matches!(field.value(), FieldValue::OneOf(_) | FieldValue::YesNo) => {
            choice(field, value, text)
        }
        _ if field.code() == "kind" => text.value_in_words("kind", value),
        _ if field.names_person() => person_short(of, value, text),
        _ if matches!(field.value(), FieldValue::Chapters) => chapters(value, text),
        _ if matches!(field.value(), FieldValue::Moment) => moment(value),
        _ => value.replace('\n', " "),
    }
}

/// Gives the words for a code of a closed list: under its kind of record (a kind of post is named otherwise than a kind
/// of activity), else under the field.
pub fn choice(field: RecordField, code: &str, text: &Text) -> String {
    let families = [field.kind().code(), field.filter().unwrap_or(field.code())];
    let named = families.iter().find(|family| text.has(&value_id(family, code)));
    match (named, field.value()) {
        (Some(family), _) => text.value(family, code),
        (None, FieldValue::YesNo) => {
            text.tr(if code == "yes" { "form-yes" } else { "form-no" }).into_owned()
        }
        (None, _) => code.to_owned(),
    }
}

/// A theme, a category or an organisation by its code; the code itself where the record is missing or has no name.
fn named_record(of: Option<&Vocabulary>, referred: Referred, code: &str, text: &Text) -> String {
    let lang = text.lang();
    let name = of.and_then(|of| match referred {
        Referred::THEME => {
            of.themes.iter().find(|one| one.code == code).map(|one| one.in_lang(lang))
        }
        Referred::CATEGORY => {
            of.categories.iter().find(|one| one.code == code).map(|one| one.in_lang(lang))
        }
        _ => of.organisations.iter().find(|one| one.code == code).map(|one| one.in_lang(lang)),
    });
    name.filter(|name| !name.is_empty()).unwrap_or(code).to_owned()
}

/// Chapters by their numbers, as lists name them.
pub fn chapters(numbers: &str, text: &Text) -> String {
    let numeral = |number: &str| {
        let chapter = number.parse().ok().and_then(Chapter::from_number);
        chapter.map_or_else(
            || number.to_owned(),
            |chapter| text.tr(&format!("head-{}", chapter.code())).into_owned(),
        )
    };
    numbers.split("; ").map(numeral).collect::<Vec<_>>().join(&text.tr("list-separator"))
}

/// A moment that the log has in seconds, to the minute; other words as they are.
fn moment(value: &str) -> String {
    value.parse().map_or_else(|_| value.to_owned(), |at| Moment::from_seconds(at).minute())
}

/// A State by its number; the number where no State has it.
pub fn state(of: Option<&Vocabulary>, number: &str, text: &Text) -> String {
    let states = of.into_iter().flat_map(|of| &of.states);
    let found = states.into_iter().find(|state| state.id.to_string() == number);
    found.map_or_else(|| number.to_owned(), |state| state.in_lang(text.lang()).to_owned())
}

/// A record as people call it: its kind, and its name or its number.
pub fn record(record: Record, name: Option<&str>, text: &Text) -> String {
    let name = name.map_or_else(|| record.number.to_string(), str::to_owned);
    let kind = Arg::Named(format!("record-{}", record.kind.code()));
    text.tra("record-named", &[("kind", kind), ("name", Arg::from(name))])
}
