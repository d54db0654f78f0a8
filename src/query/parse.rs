//! From text to a filter. Purely by form: whether a State or a category of that name exists is for
//! [`super::Plan::resolve`] to say.

use super::error::{MOST_BYTES, MOST_TERMS};
use super::field::NoField;
use super::filter::{Alternative, Filter, Term, TermPosition, Test, Value};
use super::punctuation::{
    closes, is_any, is_colon, is_comma, is_comparison, is_equals, is_minus, is_none, is_quote,
};
use super::{Field, FilterError, Reason};
use crate::domain::Coded;

/// Reads a filter. Terms stand side by side with spaces between; `-` turns one into its opposite.
///
/// # Errors
/// The first place that cannot be read, with the nearest word that can.
pub fn parse(text: &str) -> Result<Filter, FilterError> {
    let mut parser = Parser { text, at: 0 };
    if text.len() > MOST_BYTES {
        let all = TermPosition { bytes: 0..text.len(), column: 1 };
        return Err(FilterError::new(&all, Reason::TooLong(text.len())));
    }
    let mut terms = Vec::new();
    loop {
        parser.skip(char::is_whitespace);
        if parser.peek().is_none() {
            return Ok(Filter { terms });
        }
        let term = parser.term()?;
        if terms.len() == MOST_TERMS {
            return Err(FilterError::new(&term.at, Reason::TooManyTerms));
        }
        terms.push(term);
    }
}

struct Parser<'a> {
    text: &'a str,
    /// The byte that is read next.
    at: usize,
}

impl<'a> Parser<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Goes over the next character if it fits.
    fn take(&mut self, fits: impl Fn(char) -> bool) -> Option<char> {
        let c = self.peek().filter(|c| fits(*c))?;
        self.at += c.len_utf8();
        Some(c)
    }

    fn skip(&mut self, fits: impl Fn(char) -> bool) {
        while self.take(&fits).is_some() {}
    }

    /// The place from a byte to the one that is read next.
    fn since(&self, start: usize) -> TermPosition {
        TermPosition { bytes: start..self.at, column: self.text[..start].chars().count() + 1 }
    }

    fn at_boundary(&self) -> bool {
        self.peek().is_none_or(char::is_whitespace)
    }

    fn need_boundary(&self) -> Result<(), FilterError> {
        if self.at_boundary() {
            return Ok(());
        }
        let mut rest = Parser { text: self.text, at: self.at };
        rest.skip(|c| !c.is_whitespace());
        Err(FilterError::new(&rest.since(self.at), Reason::NoSpace))
    }

    fn term(&mut self) -> Result<Term, FilterError> {
        let start = self.at;
        let negated = self.take(is_minus).is_some();
        if negated && self.at_boundary() {
            return Err(FilterError::new(&self.since(start), Reason::MissingTerm));
        }
        let test = if self.peek().is_some_and(is_quote) {
            let words = self.quoted()?;
            self.need_boundary()?;
            Test::Text(words)
        } else {
            self.word_or_field()?
        };
        Ok(Term { negated, test, at: self.since(start) })
    }

    fn word_or_field(&mut self) -> Result<Test, FilterError> {
        let start = self.at;
        self.skip(|c| !c.is_whitespace() && !is_colon(c));
        let word = &self.text[start..self.at];
        let place = self.since(start);
        if self.take(is_colon).is_none() {
            return Ok(Test::Text(word.to_owned()));
        }
        let field = Field::named(word).map_err(|none| match none {
            NoField::Unknown(near) => {
                FilterError::new(&place, Reason::UnknownField(word.to_owned()))
                    .near(near.map(Field::code))
            }
            NoField::Ambiguous(first, second) => {
                FilterError::new(&place, Reason::AmbiguousField(word.to_owned(), first, second))
                    .near(Some(first.code()))
            }
        })?;
        let mut values = vec![self.alternative(field)?];
        while self.take(is_comma).is_some() {
            values.push(self.alternative(field)?);
        }
        self.need_boundary()?;
        Ok(Test::Field(field, values))
    }

    fn alternative(&mut self, field: Field) -> Result<Alternative, FilterError> {
        let start = self.at;
        let value = self.value(field)?;
        Ok(Alternative { value, at: self.since(start) })
    }

    fn value(&mut self, field: Field) -> Result<Value, FilterError> {
        let start = self.at;
        let missing = |p: &Self| FilterError::new(&p.since(start), Reason::MissingValue(field));
        if let Some(sign) = self.take(is_comparison) {
            let or_equal = matches!(sign, '≤' | '≥') || self.take(is_equals).is_some();
            let (word, quoted) = self.bare_or_quoted()?;
            if word.is_empty() && !quoted {
                return Err(missing(self));
            }
            return Ok(match (sign, or_equal) {
                ('<' | '＜', false) => Value::Less(word),
                ('>' | '＞', false) => Value::Greater(word),
                ('<' | '＜' | '≤', _) => Value::LessEq(word),
                _ => Value::GreaterEq(word),
            });
        }
        if self.take(is_minus).is_some() {
            self.bare_or_quoted()?;
            let place = self.since(start);
            let written = self.text[start..self.at].trim_start_matches(is_minus);
            let term = format!("-{}:{written}", field.code());
            return Err(FilterError::new(&place, Reason::MinusInValue).near_term(term));
        }
        let (from, from_quoted) = self.bare_or_quoted()?;
        let has_from = from_quoted || !from.is_empty();
        if self.rest().starts_with("..") {
            self.at += 2;
            let (to, to_quoted) = self.bare_or_quoted()?;
            let has_to = to_quoted || !to.is_empty();
            if !has_from && !has_to {
                return Err(FilterError::new(&self.since(start), Reason::EndlessRange));
            }
            return Ok(Value::Range(has_from.then_some(from), has_to.then_some(to)));
        }
        match from {
            _ if !has_from => Err(missing(self)),
            word if !from_quoted && is_none(&word) => Ok(Value::None),
            word if !from_quoted && is_any(&word) => Ok(Value::Any),
            word => Ok(Value::Is(word)),
        }
    }

    /// A quotation, or everything up to a space, a comma or `..`; and whether it was quoted.
    fn bare_or_quoted(&mut self) -> Result<(String, bool), FilterError> {
        if self.peek().is_some_and(is_quote) {
            return Ok((self.quoted()?, true));
        }
        let start = self.at;
        while !self.at_boundary()
            && !self.peek().is_some_and(is_comma)
            && !self.rest().starts_with("..")
        {
            self.take(|_| true);
        }
        Ok((self.text[start..self.at].to_owned(), false))
    }

    /// A quotation, without its marks; `\` takes its meaning from a mark or another `\`.
    fn quoted(&mut self) -> Result<String, FilterError> {
        let start = self.at;
        let open = self.take(is_quote).unwrap_or('"');
        let mut words = String::new();
        while let Some(c) = self.take(|_| true) {
            if closes(open, c) {
                return Ok(words);
            }
            match c {
                '\\' => match self.take(|next| next == '\\' || is_quote(next)) {
                    Some(next) => words.push(next),
                    None => words.push('\\'),
                },
                _ => words.push(c),
            }
        }
        Err(FilterError::new(&self.since(start), Reason::OpenQuote))
    }
}

#[cfg(test)]
#[path = "parse_tests.rs"]
mod tests;
