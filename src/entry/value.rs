//! Reads typed values into the form of the change log.

use super::closed_list::{family_names, one_of};
use super::named::key_of;
use super::{Refusal, rows};
use crate::domain::{
    Chapter, Coded, Kind, Moment, NAME_LIMIT, NOTES_LIMIT, PartialDate, clean_line, dated, fold,
    read_articles,
};
use crate::fields::{FieldValue, RecordField, Stored};
use crate::query::register::Vocabulary;
use crate::text::{Lang, Text};

/// The typed word for "not stated".
const NONE: &str = "none";

/// Reads a text typed into a field, and gives it as the change log keeps it: `None` for "not
/// stated", which is an empty text or `none`.
///
/// # Errors
/// The text is no value of the field; the message says which values it takes.
pub fn read(
    field: RecordField,
    typed: &str,
    vocabulary: &Vocabulary,
) -> Result<Option<String>, Refusal> {
    let line = clean_line(typed);
    let is_words = matches!(field.value(), FieldValue::Line | FieldValue::Text | FieldValue::Lines);
    if line.is_empty() || (line == NONE && !is_words) {
        return Ok(None);
    }
    let value = match (field.value(), field.stored()) {
        (FieldValue::OneOf(codes), _) => one_of(field, &line, &codes(), |code| names(field, code))?,
        (FieldValue::YesNo, _) => one_of(field, &line, &["yes", "no"], |code| names(field, code))?,
        (FieldValue::Line, _) if is_of_open_kind(field) => {
            let known = known_kinds(field, vocabulary);
            let is_it = |code: &&&str| {
                let typed = fold(&line);
                let mut names =
                    Lang::ALL.iter().map(|of| Text::of(*of).value_in_words("kind", code));
                fold(code) == typed || names.any(|name| fold(&name) == typed)
            };
            known.iter().find(is_it).map_or(line, |code| (*code).to_owned())
        }
        (FieldValue::Day | FieldValue::Date, _) => PartialDate::parse(&line)
            .map(|date| date.to_string())
            .or_else(|| dated(&line))
            .unwrap_or(line),
        (FieldValue::Moment, _) => {
            Moment::parse(&line).map_or(line, |moment| moment.seconds().to_string())
        }
        (FieldValue::Articles, _) => {
            let articles = read_articles(&line).map_err(|word| Refusal::Article(field, word))?;
            let numbers: Vec<String> =
                articles.iter().map(|article| article.number().to_string()).collect();
            numbers.join("; ")
        }
        (FieldValue::Chapters, _) => chapters(field, &line)?,
        (FieldValue::Reference, stored) => match stored.referred()[..] {
            [referred] => key_of(field, referred, &line, vocabulary)?,
            _ => line,
        },
        (FieldValue::References, stored) => match stored.referred()[..] {
            [referred] => {
                let words = line.split([';', '；']).map(str::trim).filter(|word| !word.is_empty());
                let keys = words.map(|word| key_of(field, referred, word, vocabulary));
                keys.collect::<Result<Vec<_>, _>>()?.join("; ")
            }
            _ => line,
        },
        (FieldValue::Rows, Stored::Rows(_, columns)) => {
            rows::read(field, typed, columns, vocabulary)?
        }
        _ => typed.to_owned(),
    };
    field.value().read(&value).ok_or_else(|| refused(field, &clean_line(typed), typed))
}

/// Whether a field holds a kind of activity or organisation: words, of which some are known and have names.
pub fn is_of_open_kind(field: RecordField) -> bool {
    field.code() == "kind" && matches!(field.kind(), Kind::Activity | Kind::Organisation)
}

/// Gives the kinds of activities or organisations that the register has, in the order of their codes.
pub fn known_kinds(field: RecordField, vocabulary: &Vocabulary) -> Vec<&str> {
    let mut all: Vec<&str> = match field.kind() {
        Kind::Activity => vocabulary.activities.iter().map(|one| one.kind.as_str()).collect(),
        _ => vocabulary.organisations.iter().map(|one| one.kind.as_str()).collect(),
    };
    all.sort_unstable();
    all.dedup();
    all
}

/// Gives the refusal of a value, by the kind of value that the field holds.
fn refused(field: RecordField, typed: &str, whole: &str) -> Refusal {
    let letters = typed.chars().count();
    match field.value() {
        FieldValue::Line if letters > NAME_LIMIT => Refusal::LongLine(field, letters, NAME_LIMIT),
        FieldValue::Text => Refusal::LongText(field, whole.len(), NOTES_LIMIT),
        FieldValue::Number(least, most) => Refusal::Number(field, typed.to_owned(), least, most),
        FieldValue::Day | FieldValue::Date => Refusal::Date(field, typed.to_owned()),
        FieldValue::Language => Refusal::Language(field, typed.to_owned()),
        _ => Refusal::Unreadable(field, typed.to_owned()),
    }
}

/// Gives the names of a value of a closed list in every language, under its field or its kind of record.
fn names(field: RecordField, code: &str) -> Vec<String> {
    family_names(&[field.filter().unwrap_or(field.code()), field.kind().code()], code)
}

/// Reads chapters by number or numeral, as in "II; V" or "2, 5".
fn chapters(field: RecordField, line: &str) -> Result<String, Refusal> {
    let words = line.split([';', ',', ' ', '、', '，', '；']).filter(|word| !word.is_empty());
    let number = |word: &str| {
        let numeral = Chapter::from_code(&word.to_uppercase()).map(Chapter::number);
        let figure = || word.parse().ok().filter(|number| Chapter::from_number(*number).is_some());
        numeral.or_else(figure).ok_or_else(|| Refusal::Chapter(field, word.to_owned()))
    };
    let numbers = words.map(|word| Ok(number(word)?.to_string()));
    Ok(numbers.collect::<Result<Vec<_>, Refusal>>()?.join("; "))
}

#[cfg(test)]
mod tests;
