//! A filter as it was written: terms that must all hold, each a text or a field with alternatives.
//! The meaning of its words in a register is for [`super::Plan`] to say.

use super::{Condition, Field};
use crate::domain::Coded;
use std::ops::Range;

/// The place of a part in the text that was parsed. It takes no part in comparisons: filters
/// with the same meaning are equal wherever their words stood.
#[derive(Clone, Debug, Default, Eq)]
pub struct TermPosition {
    /// The bytes of the text.
    pub bytes: Range<usize>,
    /// The column of the first character, from 1; 0 for a term that was not parsed.
    pub column: usize,
    /// Whether it begins with a quotation mark, behind a minus sign or not.
    pub quoted: bool,
}

impl PartialEq for TermPosition {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// A value with which a field is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// `value`: one value, by code, name or prefix.
    Is(String),
    /// `from..to`: a range with both ends; at least one end is there.
    Range(Option<String>, Option<String>),
    /// `<value`
    Less(String),
    /// `<=value`
    LessEq(String),
    /// `>value`
    Greater(String),
    /// `>=value`
    GreaterEq(String),
    /// `none`: nothing is stated.
    None,
    /// `any`: something is stated.
    Any,
}

impl Value {
    /// The value that an unquoted word means.
    pub fn from_code(word: &str) -> Self {
        match word {
            "none" => Self::None,
            "any" => Self::Any,
            _ => Self::Is(word.to_owned()),
        }
    }

    /// Gives the value with its words replaced.
    pub(super) fn with_words(&self, other: impl Fn(&str) -> String) -> Self {
        let end = |word: &Option<String>| word.as_deref().map(&other);
        match self {
            Self::Is(word) => Self::Is(other(word)),
            Self::Range(from, to) => Self::Range(end(from), end(to)),
            Self::Less(word) => Self::Less(other(word)),
            Self::LessEq(word) => Self::LessEq(other(word)),
            Self::Greater(word) => Self::Greater(other(word)),
            Self::GreaterEq(word) => Self::GreaterEq(other(word)),
            Self::None => Self::None,
            Self::Any => Self::Any,
        }
    }

    /// The word that says it, if one word does.
    pub fn as_code(&self) -> Option<&str> {
        match self {
            Self::Is(word) => Some(word),
            Self::None => Some("none"),
            Self::Any => Some("any"),
            _ => None,
        }
    }
}

/// The value that asks for a slot with this code; a value may have "none" for its code, and is
/// not slot 0 for that.
pub(super) fn slot_value(slot: u16, code: String) -> Value {
    if slot == 0 { Value::None } else { Value::Is(code) }
}

/// One of the values that a field may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The value.
    pub value: Value,
    /// Its place in the text.
    pub at: TermPosition,
}

impl From<Value> for Alternative {
    fn from(value: Value) -> Self {
        Self { value, at: TermPosition::default() }
    }
}

/// The question of a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// The field has one of these values.
    Field(Field, Vec<Alternative>),
    /// The need's text contains this.
    Text(String),
}

/// A condition, or its opposite.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Whether the opposite must hold.
    pub negated: bool,
    /// The question that it asks.
    pub test: Test,
    /// Its place in the text.
    pub at: TermPosition,
}

impl Term {
    /// A term that asks for one value of a field.
    pub fn field(field: Field, value: Value) -> Self {
        Self {
            negated: false,
            test: Test::Field(field, vec![value.into()]),
            at: TermPosition::default(),
        }
    }

    /// A term that asks for a text.
    pub fn text(words: impl Into<String>) -> Self {
        Self { negated: false, test: Test::Text(words.into()), at: TermPosition::default() }
    }

    /// Gives the word of a typed term that searches texts without quotation marks, negated or not.
    pub(super) fn bare(&self) -> Option<&str> {
        match &self.test {
            Test::Text(word) if self.at.column > 0 && !self.at.quoted => Some(word),
            _ => None,
        }
    }

    /// The field and its values, if the term asks for a field and is not negated.
    pub fn positive(&self) -> Option<(Field, &[Alternative])> {
        match &self.test {
            Test::Field(field, values) if !self.negated => Some((*field, values)),
            _ => None,
        }
    }
}

/// Terms that must all hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The terms, in the order written.
    pub terms: Vec<Term>,
}

impl Filter {
    /// Whether it lets everything through because it asks for nothing.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether it asks for needs that are void: it is then asked of these alone.
    pub fn asks_for_void(&self) -> bool {
        let of_void = |(field, values): (Field, &[Alternative])| {
            let void = Condition::Void.code();
            field == Field::Is && values.iter().any(|one| one.value.as_code() == Some(void))
        };
        self.terms.iter().filter_map(Term::positive).any(of_void)
    }

    /// Whether it asks for what is void, and otherwise says something about reviews and their States alone.
    pub fn asks_for_void_reviews(&self) -> bool {
        let is_void = |value: &Alternative| value.value.as_code() == Some(Condition::Void.code());
        let is_of_review = |term: &Term| match &term.test {
            Test::Field(Field::Is, values) => values.iter().all(is_void),
            Test::Field(field, _) => field.is_of_review(),
            Test::Text(_) => false,
        };
        self.asks_for_void() && self.terms.iter().all(is_of_review)
    }

    /// Whether it asks for the assistance that needs have.
    pub fn asks_for_assistance(&self) -> bool {
        self.terms
            .iter()
            .any(|term| matches!(&term.test, Test::Field(field, _) if field.is_of_assistance()))
    }

    /// Whether it looks for something in what needs say.
    pub fn asks_for_text(&self) -> bool {
        self.terms.iter().any(|term| matches!(term.test, Test::Text(_)))
    }

    /// This filter without the words that are looked for in texts.
    #[must_use]
    pub fn without_text(&self) -> Self {
        let fields = self.terms.iter().filter(|term| !matches!(term.test, Test::Text(_)));
        Self { terms: fields.cloned().collect() }
    }

    /// The place of the first term that chooses values of the field: the one that facets show.
    pub fn chosen_term(&self, field: Field) -> Option<usize> {
        self.terms.iter().position(|term| term.positive().is_some_and(|(f, _)| f == field))
    }

    /// The single values that the first positive term of the field names, as written.
    pub fn chosen(&self, field: Field) -> impl Iterator<Item = &str> {
        self.chosen_term(field)
            .and_then(|place| self.terms[place].positive())
            .into_iter()
            .flat_map(|(_, values)| values.iter().filter_map(|v| v.value.as_code()))
    }

    /// Adds the value to the first positive term of the field as another alternative, or takes
    /// it away where it is one; a term without alternatives goes. `none` and `any` keep their
    /// meaning in the language.
    pub fn toggle(&mut self, field: Field, code: &str) {
        let value = Value::from_code(code);
        let Some(place) = self.chosen_term(field) else {
            self.terms.push(Term::field(field, value));
            return;
        };
        if let Test::Field(_, values) = &mut self.terms[place].test {
            let before = values.len();
            values.retain(|v| v.value != value);
            if values.len() == before {
                values.push(value.into());
            } else if values.is_empty() {
                self.terms.remove(place);
            }
        }
    }

    /// Adds one more term that must hold, unless it is there already.
    pub fn narrow(&mut self, field: Field, code: &str) {
        let term = Term::field(field, Value::from_code(code));
        if !self.terms.contains(&term) {
            self.terms.push(term);
        }
    }

    /// This filter without any term on the field.
    pub fn without(&self, field: Field) -> Self {
        let keep = |term: &&Term| !matches!(term.test, Test::Field(f, _) if f == field);
        Self { terms: self.terms.iter().filter(keep).cloned().collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::parse;

    fn filter(text: &str) -> Filter {
        parse(text).unwrap_or_else(|e| panic!("{text}: {e:?}"))
    }

    #[test]
    fn toggle_adds_and_takes_away_in_the_first_positive_term() {
        let mut f = filter("-region:AFR region:EEG word region:WEOG");
        f.toggle(Field::Region, "AFR");
        assert_eq!(f, filter("-region:AFR region:EEG,AFR word region:WEOG"));
        f.toggle(Field::Region, "EEG");
        f.toggle(Field::Region, "AFR");
        assert_eq!(f, filter("-region:AFR word region:WEOG"));
        f.toggle(Field::Focal, "none");
        assert_eq!(f.terms.last(), Some(&Term::field(Field::Focal, Value::None)));
        f.toggle(Field::Focal, "none");
        assert_eq!(f.chosen_term(Field::Focal), None);
    }

    #[test]
    fn narrow_adds_a_term_and_without_takes_all_of_a_field() {
        let mut f = filter("theme:a");
        f.narrow(Field::Theme, "b");
        assert_eq!(f, filter("theme:a theme:b"));
        f.narrow(Field::Theme, "a");
        assert_eq!(f, filter("theme:a theme:b"));
        assert_eq!(filter("x theme:a -theme:b is:mine").without(Field::Theme), filter("x is:mine"));
        assert!(filter("theme:a").without(Field::Theme).is_empty());
    }

    #[test]
    fn chosen_names_single_values_only() {
        let f = filter("article:51..53,57,none -article:8 article:9");
        assert_eq!(f.chosen(Field::Article).collect::<Vec<_>>(), ["57", "none"]);
        assert_eq!(f.chosen(Field::Theme).count(), 0);
    }
}
