//! What cannot be read in a filter: where, why, and the nearest word that can be read.

use super::filter::Place;
use super::{Field, Value};
use crate::domain::Coded;
use crate::text::{Arg, Message};
use std::fmt;
use std::ops::Range;

/// A filter that is read has at most so many bytes …
pub const MOST_BYTES: usize = 8_192;

/// … and so many terms: each takes a pass over the register, and nobody writes that many.
pub const MOST_TERMS: usize = 100;

/// Why a filter cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// There is no such field.
    UnknownField(String),
    /// The word begins the names of several fields; two of them.
    AmbiguousField(String, Field, Field),
    /// Nothing stands after the colon, the comma or the comparison.
    MissingValue(Field),
    /// Nothing stands after the minus sign.
    MissingTerm,
    /// A quotation mark is not closed.
    OpenQuote,
    /// Something follows a quotation mark or a range without a space or a comma between.
    NoSpace,
    /// A minus sign stands before a value instead of before the field.
    MinusInValue,
    /// The text has so many bytes, which is too many.
    TooLong(usize),
    /// It has too many terms.
    TooManyTerms,
    /// A range has neither end.
    EndlessRange,
    /// A range ends before it begins.
    BackwardRange(Field),
    /// The field has no such value.
    UnknownValue(Field, String),
    /// The word fits several values; two of them.
    AmbiguousValue(Field, String, Box<[String; 2]>),
    /// The field's values have no order, so a range or a comparison says nothing.
    Unordered(Field),
    /// The field is never empty, so `none` and `any` say nothing.
    NeverEmpty(Field),
    /// Not a day, a month or a year.
    NotADate(String),
    /// Not the number of a need.
    NotANumber(String),
    /// Nobody is asking, so nothing is "mine".
    Nobody,
    /// States are not named, and the field could give one away.
    Withheld(Field),
}

/// A filter that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterError {
    /// The bytes of the text that cannot be read.
    pub at: Range<usize>,
    /// The column of their first character, from 1.
    pub column: usize,
    /// Why.
    pub reason: Reason,
    /// The nearest word that could stand there, as it would be typed.
    pub nearest: Option<String>,
    /// All that could stand there, as it would be typed, where nothing is near and there are few of them.
    pub values: Vec<String>,
}

impl FilterError {
    /// The error at a place.
    pub(super) fn new(place: &Place, reason: Reason) -> Self {
        Self {
            at: place.bytes.clone(),
            column: place.column.max(1),
            reason,
            nearest: None,
            values: vec![],
        }
    }

    /// The same with a word that could stand there, quoted where it must be.
    pub(super) fn near(mut self, word: Option<&str>) -> Self {
        self.nearest = word.map(|w| Value::Is(w.to_owned()).to_string());
        self
    }

    /// The same with all words that could stand there, quoted where they must be: told where none is near.
    pub(super) fn among(mut self, words: impl Iterator<Item = String>) -> Self {
        if self.nearest.is_none() {
            self.values = words.map(|word| Value::Is(word).to_string()).collect();
        }
        self
    }

    /// The same with a whole term that could stand there.
    pub(super) fn near_term(mut self, term: String) -> Self {
        self.nearest = Some(term);
        self
    }

    /// What to tell the user: the place, the reason and the nearest word.
    pub fn message(&self) -> Message {
        let message = match &self.reason {
            Reason::UnknownField(word) => {
                Message::new("filter-unknown-field").with("word", word.as_str())
            }
            Reason::AmbiguousField(word, first, second) => Message::new("filter-ambiguous-field")
                .with("word", word.as_str())
                .with("first", Arg::Field(first.code()))
                .with("second", Arg::Field(second.code())),
            Reason::MissingValue(field) => of(Message::new("filter-missing-value"), *field),
            Reason::MissingTerm => Message::new("filter-missing-term"),
            Reason::OpenQuote => Message::new("filter-open-quote"),
            Reason::NoSpace => Message::new("filter-no-space"),
            Reason::MinusInValue => Message::new("filter-minus-in-value"),
            Reason::TooLong(bytes) => {
                Message::new("filter-too-long").with("bytes", *bytes).with("most", MOST_BYTES)
            }
            Reason::TooManyTerms => Message::new("filter-too-many-terms").with("most", MOST_TERMS),
            Reason::EndlessRange => Message::new("filter-endless-range"),
            Reason::BackwardRange(field) => of(Message::new("filter-backward-range"), *field),
            Reason::UnknownValue(field, word) => {
                of(Message::new("filter-unknown-value"), *field).with("word", word.as_str())
            }
            Reason::AmbiguousValue(field, word, two) => {
                of(Message::new("filter-ambiguous-value"), *field)
                    .with("word", word.as_str())
                    .with("first", two[0].as_str())
                    .with("second", two[1].as_str())
            }
            Reason::Unordered(field) => of(Message::new("filter-unordered"), *field),
            Reason::NeverEmpty(field) => of(Message::new("filter-never-empty"), *field),
            Reason::NotADate(word) => Message::new("filter-not-a-date").with("word", word.as_str()),
            Reason::NotANumber(word) => {
                Message::new("filter-not-a-number").with("word", word.as_str())
            }
            Reason::Nobody => Message::new("filter-nobody"),
            Reason::Withheld(field) => of(Message::new("filter-withheld"), *field),
        };
        message
            .with("place", self.column)
            .with("near", usize::from(self.nearest.is_some()))
            .with("listed", self.values.len())
            .with("values", self.values.iter().map(String::as_str).collect::<Arg>())
            .with("nearest", self.nearest.as_deref().unwrap_or_default())
    }
}

fn of(message: Message, field: Field) -> Message {
    message.with("field", Arg::Field(field.code()))
}

impl fmt::Display for FilterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message().fmt(f)
    }
}

impl std::error::Error for FilterError {}
