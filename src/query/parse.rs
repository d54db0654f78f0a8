//! From text to a filter. Purely by form: whether a State or a category of that name exists is for
//! [`super::Plan::resolve`] to say.

use super::error::{MOST_BYTES, MOST_TERMS};
use super::field::NoField;
use super::filter::{Alternative, Filter, Term, TermPosition, Test, Value};
use super::punctuation::{
    closes, comparison, is_any, is_colon, is_comma, is_comparison, is_equals, is_minus, is_none,
    is_not, is_own_comparison, is_quote, is_sign,
};
use super::{Field, FilterError, Reason};
use crate::domain::Coded;

/// Reads a filter. Terms stand side by side with spaces between; `-` (or another minus sign or dash) turns one into its
/// opposite.
///
/// # Errors
/// The first place that cannot be read, with the nearest word that can.
pub fn parse(text: &str) -> Result<Filter, FilterError> {
    let mut parser = Parser { text, at: 0 };
    if text.len() > MOST_BYTES {
        let all = TermPosition { bytes: 0..text.len(), column: 1, quoted: false };
        return Err(FilterError::new(&all, Reason::TooLong(text.len())));
    }
    let mut terms = Vec::new();
    loop {
        parser.skip(char::is_whitespace);
        if parser.peek().is_none() {
            return Ok(Filter { terms });
        }
        let term = parser.term(terms.last())?;
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
        let column = self.text[..start].chars().count() + 1;
        let written = &self.text[start..self.at];
        let quoted = written.strip_prefix(is_minus).unwrap_or(written).starts_with(is_quote);
        TermPosition { bytes: start..self.at, column, quoted }
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

    /// Reads a term. The one before it may be the beginning of its field's name, where blanks stand in that.
    fn term(&mut self, before: Option<&Term>) -> Result<Term, FilterError> {
        let start = self.at;
        let negated = self.take(is_minus).is_some();
        if negated && self.at_boundary() {
            return Err(FilterError::new(&self.since(start), Reason::MissingTerm));
        }
        let name = self.at;
        let (word, quoted) = if self.peek().is_some_and(is_quote) {
            (self.quoted()?, true)
        } else {
            self.skip(|c| !c.is_whitespace() && !is_colon(c));
            (self.text[name..self.at].to_owned(), false)
        };
        let place = self.since(name);
        let test = if self.take(is_colon).is_some() {
            if !quoted
                && !negated
                && let Some(error) = self.begun(before, &word)
            {
                return Err(error);
            }
            let field = match Field::named(&word) {
                Ok(field) => field,
                Err(_) if let Some(error) = self.bracketed(start, &word) => return Err(error),
                Err(none) => return Err(misnamed(&place, word, &none)),
            };
            Test::Field(field, self.values(field, negated)?)
        } else {
            self.need_boundary()?;
            Test::Text(word)
        };
        Ok(Term { negated, test, at: self.since(start) })
    }

    /// The alternatives behind a colon.
    fn values(&mut self, field: Field, negated: bool) -> Result<Vec<Alternative>, FilterError> {
        let start = self.at;
        let mut values = vec![self.alternative(field, negated)?];
        while self.take(is_comma).is_some() {
            if self.at_boundary()
                && let Some(error) = self.apart(start, field, negated)
            {
                return Err(error);
            }
            values.push(self.alternative(field, negated)?);
        }
        self.need_boundary()?;
        Ok(values)
    }

    /// Refuses a blank behind a comma: the word that follows, a value or the same field with one, belongs to the list that
    /// begins at `start`.
    fn apart(&self, start: usize, field: Field, negated: bool) -> Option<FilterError> {
        let mut next = Parser { text: self.text, at: self.at };
        next.skip(char::is_whitespace);
        let word = next.rest_of_term();
        next.at += word.len();
        let value = match word.split_once(is_colon) {
            Some((name, value)) => Some(value).filter(|_| Field::named(name) == Ok(field))?,
            None => word,
        };
        if value.is_empty() || value.starts_with(is_comma) {
            return None;
        }
        let minus = if negated { "-" } else { "" };
        let term = format!("{minus}{}:{}{value}", field.code(), &self.text[start..self.at]);
        let reason = Reason::WrittenOtherwise(self.text[start..next.at].to_owned());
        Some(FilterError::new(&next.since(start), reason).near_term(term))
    }

    /// Refuses a field of which the name has a blank (`Focal point:Pacific`): the word before would be searched for. A
    /// word that is the code of a field stands for itself (`country group:ldc`), as filters are printed.
    fn begun(&self, before: Option<&Term>, word: &str) -> Option<FilterError> {
        let before = before.filter(|_| Field::from_code(word).is_none())?;
        let first = before.bare()?;
        let field = Field::named_whole(&format!("{first} {word}"))?;
        Some(self.otherwise(before.at.bytes.start, (before.negated, field), self.rest_of_term()))
    }

    /// Refuses a term of which the field stands behind a bracket or a "not" of other languages.
    fn bracketed(&self, start: usize, word: &str) -> Option<FilterError> {
        let is_bracket = |c: char| matches!(c, '(' | '（' | '[' | '{');
        let name = word.trim_start_matches(|c| is_bracket(c) || is_not(c) || is_minus(c));
        let before = &word[..word.len() - name.len()];
        let field = Field::named(name).ok().filter(|_| !before.is_empty())?;
        let is_negated = |c: char| is_not(c) || is_minus(c);
        let negated = self.text[start..].starts_with(is_minus) || before.contains(is_negated);
        let mut values = self.rest_of_term();
        if before.contains(is_bracket) {
            values = values.trim_end_matches([')', '）', ']', '}']);
        }
        Some(self.otherwise(start, (negated, field), values))
    }

    /// The error of a term that is written with values behind a field, and otherwise than it stands there.
    fn otherwise(
        &self,
        start: usize,
        (negated, field): (bool, Field),
        values: &str,
    ) -> FilterError {
        let end = Parser { text: self.text, at: self.at + self.rest_of_term().len() };
        let written = self.text[start..end.at].to_owned();
        let term = format!("{}{}:{values}", if negated { "-" } else { "" }, field.code());
        FilterError::new(&end.since(start), Reason::WrittenOtherwise(written)).near_term(term)
    }

    /// The unread part of a term, up to a blank outside quotations.
    fn rest_of_term(&self) -> &'a str {
        let mut open = None;
        let ends = |(_, c): &(usize, char)| {
            match open {
                Some(mark) if closes(mark, *c) => open = None,
                Some(_) => {}
                None if is_quote(*c) => open = Some(*c),
                None => return c.is_whitespace(),
            }
            false
        };
        let end = self.rest().char_indices().find(ends);
        &self.rest()[..end.map_or(self.rest().len(), |(at, _)| at)]
    }

    fn alternative(&mut self, field: Field, negated: bool) -> Result<Alternative, FilterError> {
        let start = self.at;
        let signs = self.rest();
        let signs = &signs[..signs.find(|c| !is_sign(c)).unwrap_or(signs.len())];
        if !is_own_comparison(signs)
            && let Some((opposite, sign)) = comparison(signs)
        {
            self.at += signs.len();
            let value = self.at;
            self.bare_or_quoted()?;
            if self.at > value {
                let (written, value) = (&self.text[start..self.at], &self.text[value..self.at]);
                let minus = if opposite == negated { "" } else { "-" };
                let term = format!("{minus}{}:{sign}{value}", field.code());
                let reason = Reason::WrittenOtherwise(written.to_owned());
                return Err(FilterError::new(&self.since(start), reason).near_term(term));
            }
            self.at = start;
        }
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

/// The error of a word before a colon that names no field, or several.
fn misnamed(place: &TermPosition, word: String, none: &NoField) -> FilterError {
    match *none {
        NoField::Unknown(near) => {
            FilterError::new(place, Reason::UnknownField(word)).near_field(near)
        }
        NoField::Ambiguous(first, second) => {
            FilterError::new(place, Reason::AmbiguousField(word, first, second))
                .near_field(Some(first))
        }
    }
}

#[cfg(test)]
#[path = "parse_tests.rs"]
mod tests;
