//! The words for a field's value in a form: [`crate::entry`] reads them back as the same value.

use crate::domain::{Chapter, Coded, Moment};
use crate::entry;
use crate::fields::{FieldValue, RecordField, Referred, Stored};
pub use crate::paint::values::choice;
use crate::query::register::{Review, Vocabulary};
use crate::query::{Field, name_of_value, slot_of_code};
use crate::text::{Arg, Named, Text};

/// Gives the words for a value as the change log keeps it; empty for "not stated".
pub fn of(field: RecordField, value: Option<&str>, vocabulary: &Vocabulary, text: &Text) -> String {
    let Some(value) = value else { return String::new() };
    match (field.value(), field.stored().referred()[..].first()) {
        (FieldValue::Articles, _) => value.replace("; ", ", "),
        (FieldValue::Chapters, _) => {
            let numeral = |number: &str| {
                let chapter = number.parse().ok().and_then(Chapter::from_number);
                chapter.map_or_else(|| number.to_owned(), |chapter| chapter.code().to_owned())
            };
            value.split("; ").map(numeral).collect::<Vec<_>>().join(", ")
        }
        (FieldValue::Moment, _) => value
            .parse()
            .map_or_else(|_| value.to_owned(), |seconds| Moment::from_seconds(seconds).to_string()),
        (FieldValue::Reference, Some(referred)) => key(field, *referred, value, vocabulary, text),
        (FieldValue::References, Some(referred)) => {
            let keys = value.split("; ").map(|one| key(field, *referred, one, vocabulary, text));
            keys.collect::<Vec<_>>().join("; ")
        }
        (FieldValue::Rows, _) => match field.stored() {
            Stored::Rows(_, cells) => {
                let name = |referred, key: &str| name_in_row(referred, key, vocabulary, text);
                entry::rows_in_words(field, value, cells, vocabulary, name)
            }
            _ => value.to_owned(),
        },
        (FieldValue::Line, _) if entry::is_of_open_kind(field) => {
            let name = text.value_in_words("kind", value);
            let read = entry::read(field, &name, vocabulary).ok().flatten();
            if read.as_deref() == Some(value) { name } else { value.to_owned() }
        }
        _ => value.to_owned(),
    }
}

/// Gives the words for a value as people read it: those of [`of`], and of a closed list the name of the value.
pub fn for_people(
    field: RecordField,
    value: Option<&str>,
    vocabulary: &Vocabulary,
    text: &Text,
) -> String {
    match (field.value(), value) {
        (FieldValue::OneOf(_) | FieldValue::YesNo, Some(code)) => choice(field, code, text),
        _ => of(field, value, vocabulary, text),
    }
}

/// Gives the name behind a key of the change log, if it is read back as that key; else the key.
pub fn key(
    field: RecordField,
    referred: Referred,
    key: &str,
    vocabulary: &Vocabulary,
    text: &Text,
) -> String {
    let reads_back =
        |words: &str| entry::read(field, words, vocabulary).ok().flatten().as_deref() == Some(key);
    let names = named(referred, key, vocabulary, text);
    names.into_iter().find(|words| !words.is_empty() && reads_back(words)).unwrap_or(key.to_owned())
}

/// Gives the names of a row, the best first.
fn named(referred: Referred, key: &str, vocabulary: &Vocabulary, text: &Text) -> Vec<String> {
    let by_code = |field: Field| {
        let slot = slot_of_code(field, key, vocabulary);
        slot.map(|slot| name_of_value(field, slot, vocabulary, text.lang())).into_iter().collect()
    };
    match referred {
        Referred::STATE => {
            let found = vocabulary.states.iter().find(|state| state.id.to_string() == key);
            found.map_or_else(Vec::new, |state| {
                vec![state.in_lang(text.lang()).to_owned(), state.iso3.clone(), state.iso2.clone()]
            })
        }
        Referred::REVIEW => {
            let found = vocabulary.reviews.iter().find(|review| review.id.to_string() == key);
            found.map(|review| review_in_words(review, vocabulary, text)).into_iter().collect()
        }
        Referred::CATEGORY => by_code(Field::Category),
        Referred::THEME => by_code(Field::Theme),
        Referred::PERSON => by_code(Field::Focal),
        Referred::ORGANISATION => by_code(Field::Provider),
        // Documents, activities and needs go by their symbols, codes and numbers.
        _ => Vec::new(),
    }
}

/// Gives the words for a review: its State and cycle.
pub fn review_in_words(review: &Review, vocabulary: &Vocabulary, text: &Text) -> String {
    let state = vocabulary.states.get(usize::from(review.state));
    let state = state.map_or("", |state| state.in_lang(text.lang()));
    let args = [("state", Arg::from(state)), ("cycle", Arg::from(review.cycle.code()))];
    text.tra("form-review", &args)
}

/// Gives the name behind the key in a cell, else the key.
fn name_in_row(referred: Referred, key: &str, vocabulary: &Vocabulary, text: &Text) -> String {
    let names = named(referred, key, vocabulary, text);
    names.into_iter().find(|name| !name.is_empty()).unwrap_or(key.to_owned())
}
