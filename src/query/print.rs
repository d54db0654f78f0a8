//! From a filter to text. Parsing the text gives the same filter; quotation marks stand only where
//! they must.

use super::filter::{Filter, Term, Test, Value};
use super::punctuation::{is_any, is_colon, is_comma, is_minus, is_none, is_quote, is_sign};
use crate::domain::Coded;
use std::fmt;

impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, term) in self.terms.iter().enumerate() {
            if place > 0 {
                f.write_str(" ")?;
            }
            term.fmt(f)?;
        }
        Ok(())
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.negated {
            f.write_str("-")?;
        }
        match &self.test {
            Test::Text(words) => quoted_if(f, words, must_quote_text(words)),
            Test::Field(field, values) => {
                write!(f, "{}:", field.code())?;
                for (place, alternative) in values.iter().enumerate() {
                    if place > 0 {
                        f.write_str(",")?;
                    }
                    alternative.value.fmt(f)?;
                }
                Ok(())
            }
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = |f: &mut fmt::Formatter<'_>, w: &str| quoted_if(f, w, must_quote_value(w));
        match self {
            Self::Is(w) => quoted_if(f, w, must_quote_value(w) || is_none(w) || is_any(w)),
            Self::Range(from, to) => {
                word_or_nothing(f, from.as_deref())?;
                f.write_str("..")?;
                word_or_nothing(f, to.as_deref())
            }
            Self::Less(w) => f.write_str("<").and_then(|()| word(f, w)),
            Self::LessEq(w) => f.write_str("<=").and_then(|()| word(f, w)),
            Self::Greater(w) => f.write_str(">").and_then(|()| word(f, w)),
            Self::GreaterEq(w) => f.write_str(">=").and_then(|()| word(f, w)),
            Self::None => f.write_str("none"),
            Self::Any => f.write_str("any"),
        }
    }
}

fn word_or_nothing(f: &mut fmt::Formatter<'_>, word: Option<&str>) -> fmt::Result {
    word.map_or(Ok(()), |w| quoted_if(f, w, must_quote_value(w)))
}

fn quoted_if(f: &mut fmt::Formatter<'_>, words: &str, quoted: bool) -> fmt::Result {
    if !quoted {
        return f.write_str(words);
    }
    f.write_str("\"")?;
    for c in words.chars() {
        if matches!(c, '"' | '\\') {
            f.write_str("\\")?;
        }
        write!(f, "{c}")?;
    }
    f.write_str("\"")
}

/// Whether a word is read as the name of a field where it stands without quotation marks.
pub(super) fn needs_no_marks(name: &str) -> bool {
    !must_quote_text(name)
}

/// Whether a text would be read as something else without quotation marks.
fn must_quote_text(words: &str) -> bool {
    words.is_empty()
        || words.starts_with(|c| is_minus(c) || is_quote(c))
        || words.contains(|c: char| c.is_whitespace() || is_colon(c))
}

/// Whether a value would be read as something else without quotation marks.
fn must_quote_value(word: &str) -> bool {
    word.is_empty()
        || word.starts_with(|c| is_sign(c) || is_quote(c) || is_minus(c) || c == '.')
        || word.ends_with('.')
        || word.contains("..")
        || word.contains(|c: char| c.is_whitespace() || is_comma(c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{Field, parse};
    use proptest::prelude::*;

    /// Words full of signs to which the language gives a meaning.
    fn words() -> impl Strategy<Value = String> {
        prop_oneof![
            "[a-zA-Z0-9]{1,6}",
            "[-ab:,.<>=!(\"\\\\ ：，、“”＂　－–−＜＞≤≥≠＝章\u{301}]{0,6}",
            "none|any|无|任何|None|\\.\\.|-",
            any::<String>(),
        ]
    }

    fn value() -> impl Strategy<Value = Value> {
        prop_oneof![
            words().prop_map(Value::Is),
            (words(), words()).prop_map(|(a, b)| Value::Range(Some(a), Some(b))),
            words().prop_map(|a| Value::Range(Some(a), None)),
            words().prop_map(|b| Value::Range(None, Some(b))),
            words().prop_map(Value::Less),
            words().prop_map(Value::LessEq),
            words().prop_map(Value::Greater),
            words().prop_map(Value::GreaterEq),
            Just(Value::None),
            Just(Value::Any),
        ]
    }

    fn test() -> impl Strategy<Value = Test> {
        prop_oneof![
            words().prop_map(Test::Text),
            (prop::sample::select(Field::ALL), prop::collection::vec(value(), 1..4)).prop_map(
                |(field, values)| Test::Field(field, values.into_iter().map(Into::into).collect())
            ),
        ]
    }

    proptest! {
        #[test]
        fn parsing_what_is_printed_gives_the_same_filter(
            tests in prop::collection::vec((any::<bool>(), test()), 0..5)
        ) {
            let terms = tests
                .into_iter()
                .map(|(negated, test)| Term { negated, test, at: crate::query::TermPosition::default() })
                .collect();
            let filter = Filter { terms };
            prop_assert_eq!(parse(&filter.to_string()), Ok(filter));
        }

        #[test]
        fn what_can_be_parsed_prints_to_something_with_the_same_meaning(text in words()) {
            if let Ok(filter) = parse(&text) {
                prop_assert_eq!(parse(&filter.to_string()), Ok(filter));
            }
        }
    }

    #[test]
    fn points_at_the_ends_of_a_range_are_quoted() {
        for (from, to) in [("a.", "b"), ("a", ".b"), ("a..b", "c."), (".", ".")] {
            let value = Value::Range(Some(from.into()), Some(to.into()));
            let filter = Filter { terms: vec![Term::field(Field::Theme, value)] };
            assert_eq!(parse(&filter.to_string()), Ok(filter));
        }
    }

    #[test]
    fn quotation_marks_stand_only_where_they_must() {
        for text in [
            "chapter:V article:51..54,57 category:capacity region:african is:unmet -focal:any \"asset declaration\"",
            "state:\"Côte d'Ivoire\",Gha'na response:under-way",
            "identified:<2019-03,>=2019-09-30 id:5.. priority:..medium",
            "state:\"none\" \"-x\" -\"a:b\" it's",
        ] {
            assert_eq!(parse(text).map(|f| f.to_string()).as_deref(), Ok(text));
        }
    }
}
