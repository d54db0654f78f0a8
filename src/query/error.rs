//! The error of a filter that cannot be read: where, why, and the nearest word that can be read.

use super::filter::TermPosition;
use super::punctuation::{is_colon, is_quote};
use super::{Field, Value, parse};
use crate::domain::Coded;
use crate::text::{Arg, Lang, Message};
use std::fmt;
use std::ops::Range;

/// A filter that is read has at most so many bytes …
pub const MOST_BYTES: usize = 8_192;

/// … and so many terms: each takes a pass over the register, and nobody writes that many.
pub const MOST_TERMS: usize = 100;

/// Words in each language, in the order of [`Lang::ALL`].
pub(super) type InEach = [String; Lang::COUNT];

/// The reason why a filter cannot be read.
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
    /// A term, or its value, is written as other languages have it; the nearest is how it is written here.
    WrittenOtherwise(String),
    /// The text has so many bytes, which is too many.
    TooLong(usize),
    /// The filter has too many terms.
    TooManyTerms,
    /// A range has neither end.
    EndlessRange,
    /// A range ends before it begins.
    BackwardRange(Field),
    /// The field has no such value.
    UnknownValue(Field, String),
    /// The word fits several values; two of them.
    AmbiguousValue(Field, String, Box<[String; 2]>),
    /// The word fits a value, and another one that the register does not have.
    OneIsHere(Field, String, Box<[String; 2]>),
    /// The field's values have no order, so a range or a comparison says nothing.
    Unordered(Field),
    /// The field is never empty, so `none` and `any` say nothing.
    NeverEmpty(Field),
    /// Not a day, a month or a year.
    NotADate(String),
    /// Not the number of a need.
    NotANumber(String),
    /// Not a rank.
    NotARank(String),
    /// Nobody is asking, so nothing is "mine".
    Nobody,
    /// A filter in quotation marks has another one in it.
    Nested(Field),
    /// States are not named, and the field could give one away.
    Withheld(Field),
    /// States are not named, and what the field says of single needs would give numbers of few States.
    NotOfSingleNeeds(Field),
}

/// A filter that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterError {
    /// The bytes of the text that cannot be read.
    pub at: Range<usize>,
    /// The column of their first character, from 1.
    pub column: usize,
    /// The reason.
    pub reason: Reason,
    /// The nearest word that could stand there, as it would be typed.
    pub nearest: Option<String>,
    /// The nearest word in each language, where its value has a name there.
    named: Option<Box<InEach>>,
    /// All that could stand there, as it would be typed in each language, where nothing is near and there are few of
    /// them.
    pub(super) values: Vec<InEach>,
}

impl FilterError {
    /// The error at a place.
    pub(super) fn new(place: &TermPosition, reason: Reason) -> Self {
        Self {
            at: place.bytes.clone(),
            column: place.column.max(1),
            reason,
            nearest: None,
            named: None,
            values: vec![],
        }
    }

    /// This error with a word that could stand there, quoted where it must be.
    pub(super) fn near(mut self, word: Option<&str>) -> Self {
        self.nearest = word.map(|w| Value::Is(w.to_owned()).to_string());
        self
    }

    /// This error with the nearest word in each language, quoted where it must be.
    pub(super) fn named(mut self, words: Option<InEach>) -> Self {
        self.named = words.map(|words| Box::new(quoted(words)));
        self
    }

    /// This error with all words that could stand there, quoted where they must be: told where none
    /// is near.
    pub(super) fn among(mut self, words: impl Iterator<Item = InEach>) -> Self {
        if self.nearest.is_none() {
            self.values = words.map(quoted).collect();
        }
        self
    }

    /// The nearest word or term that could stand there, as it would be typed in a language.
    pub fn nearest_in(&self, lang: Lang) -> Option<String> {
        let named = self.in_each().map(|named| named[lang as usize].clone());
        named.or_else(|| self.nearest.clone())
    }

    /// Gives the name in each language that has one. A term is named only on request, since it can be wrong in turn.
    fn in_each(&self) -> Option<InEach> {
        let is_term = matches!(self.reason, Reason::MinusInValue | Reason::WrittenOtherwise(_));
        let of_term = || fields_in_words(self.nearest.as_deref().filter(|_| is_term)?);
        self.named.as_deref().cloned().or_else(of_term)
    }

    /// The bytes of the text that the nearest word can replace: the part that cannot be read, or
    /// its word in a range or list. `None` where the text has become another.
    pub fn misread(&self, text: &str) -> Option<Range<usize>> {
        let whole = text.get(self.at.clone())?;
        if matches!(self.reason, Reason::MinusInValue | Reason::WrittenOtherwise(_)) {
            return self.term_of_value(text);
        }
        let (Reason::UnknownValue(_, word)
        | Reason::AmbiguousValue(_, word, _)
        | Reason::OneIsHere(_, word, _)) = &self.reason
        else {
            return Some(self.at.clone());
        };
        let is_apart = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
        let mut places = whole.match_indices(word.as_str()).map(|(start, _)| start);
        let mut start = places.find(|start| {
            let (before, after) = (&whole[..*start], &whole[start + word.len()..]);
            is_apart(before.chars().next_back()) && is_apart(after.chars().next())
        })?;
        let mut end = start + word.len();
        let around = (whole[..start].chars().next_back(), whole[end..].chars().next());
        if let (Some(open), Some(close)) = around
            && is_quote(open)
            && is_quote(close)
        {
            (start, end) = (start - open.len_utf8(), end + close.len_utf8());
        }
        Some(self.at.start + start..self.at.start + end)
    }

    /// The bytes of the term that is refused as a whole, or for its only value.
    fn term_of_value(&self, text: &str) -> Option<Range<usize>> {
        let (before, after) = (text.get(..self.at.start)?, text.get(self.at.end..)?);
        let start = before.trim_end_matches(|c: char| !c.is_whitespace()).len();
        let field = &before[start..];
        let is_only = field.is_empty() || field.ends_with(is_colon) && !field.contains(is_quote);
        (is_only && !after.starts_with(|c: char| !c.is_whitespace())).then_some(start..self.at.end)
    }

    /// This error with a whole term that could stand there.
    pub(super) fn near_term(mut self, term: String) -> Self {
        self.nearest = Some(term);
        self
    }

    /// Adds the field whose name the word could be.
    pub(super) fn near_field(self, field: Option<Field>) -> Self {
        let in_words = |field: Field| Lang::ALL.map(|lang| field.in_words(lang));
        self.near(field.map(Field::code)).named(field.map(in_words))
    }

    /// Gives the message for the user: the place, the reason and the nearest word.
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
            Reason::WrittenOtherwise(word) => {
                Message::new("filter-written-otherwise").with("word", word.as_str())
            }
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
            Reason::OneIsHere(_, word, two) => Message::new("filter-one-is-here")
                .with("word", word.as_str())
                .with("first", two[0].as_str())
                .with("second", two[1].as_str()),
            Reason::Unordered(field) => of(Message::new("filter-unordered"), *field),
            Reason::NeverEmpty(field) => of(Message::new("filter-never-empty"), *field),
            Reason::NotADate(word) => Message::new("filter-not-a-date").with("word", word.as_str()),
            Reason::NotANumber(word) => {
                Message::new("filter-not-a-number").with("word", word.as_str())
            }
            Reason::NotARank(word) => Message::new("filter-not-a-rank").with("word", word.as_str()),
            Reason::Nobody => Message::new("filter-nobody"),
            Reason::Nested(field) => of(Message::new("filter-nested"), *field),
            Reason::Withheld(field) => of(Message::new("filter-withheld"), *field),
            Reason::NotOfSingleNeeds(field) => {
                of(Message::new("filter-not-of-single-needs"), *field)
            }
        };
        message
            .with("place", self.column)
            .with("near", usize::from(self.nearest.is_some()))
            .with("listed", self.values.len())
            .with("values", self.values.iter().cloned().map(Arg::InEach).collect::<Arg>())
            .with(
                "nearest",
                match self.in_each() {
                    Some(named) => Arg::InEach(named),
                    None => self.nearest.as_deref().unwrap_or_default().into(),
                },
            )
    }
}

/// A term with the fields in it by the names that they have in each language.
pub(super) fn fields_in_words(term: &str) -> Option<InEach> {
    let filter = parse(term).ok()?;
    Some(Lang::ALL.map(|lang| filter.with_fields_in_words(lang)))
}

fn quoted(words: InEach) -> InEach {
    words.map(|word| Value::Is(word).to_string())
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
