//! Bare words that look like an operator or a field of other languages: they are searched for as text all the same.

use crate::domain::{Coded, clean_line};
use crate::query::Field;
use crate::query::error::fields_in_words;
use crate::query::filter::{Filter, Term, Test, Value};
use crate::query::punctuation::{comparison, is_comma, is_sign};
use crate::query::words::{self, Operator};
use crate::text::{Arg, Message};
use std::ops::Range;

impl Filter {
    /// The hint about its first bare word that looks like something else than a word to search for.
    /// Words in quotation marks are meant as they stand.
    pub fn hint(&self) -> Option<Message> {
        let said = |at| joined(&self.terms, at).map(|joined| said(&joined.words, &joined.term));
        (0..self.terms.len()).find_map(|at| said(at).or_else(|| hint(&self.terms[at..])))
    }
}

/// The hint about the first of the terms, with those behind it, where it looks like something else
/// than a word to search for.
pub(super) fn hint(terms: &[Term]) -> Option<Message> {
    let first = terms.first()?;
    let word = first.bare()?;
    if word.ends_with('…') {
        return Some(Message::new("filter-hint-cut").with("word", clean_line(word)));
    }
    if !first.negated && is_operator(word) {
        return Some(Message::new("filter-hint-operator").with("word", clean_line(word)));
    }
    let Compared { count, term } = compared(terms)?;
    let bare: Vec<&str> = terms[..count].iter().filter_map(Term::bare).collect();
    let minus = if first.negated { "-" } else { "" };
    Some(said(&format!("{minus}{}", bare.join(" ")), &term))
}

/// That words are searched for as text, and the term that they look like.
pub(super) fn said(words: &str, term: &str) -> Message {
    let term = clean_line(term);
    let meant = fields_in_words(&term).map_or(Arg::from(term), Arg::InEach);
    Message::new("filter-hint-field").with("word", clean_line(words)).with("meant", meant)
}

/// A word of other languages between terms, or a comma that stands apart, with the terms that it joins.
pub(super) struct Joined {
    /// The places of all of them.
    pub(super) terms: Range<usize>,
    /// The word, or the comma with what follows it.
    pub(super) words: String,
    /// The term that says it.
    pub(super) term: String,
}

/// Gives the terms that an operator joins: the one behind a "not", or those of one field around an "or" or a comma.
pub(super) fn joined(terms: &[Term], at: usize) -> Option<Joined> {
    let word = bare(terms.get(at)?)?;
    if words::operator(word) == Some(Operator::Not) {
        let term = terms.get(at + 1).filter(|term| matches!(term.test, Test::Field(..)))?;
        let term = Term { negated: !term.negated, ..term.clone() }.to_string();
        return Some(Joined { terms: at..at + 2, words: word.to_owned(), term });
    }
    let mut before = terms.get(at.checked_sub(1)?)?.clone();
    let Test::Field(field, values) = &mut before.test else { return None };
    let value = word.trim_matches(is_comma);
    let (mut end, mut words) = (at + 1, word.to_owned());
    if words::operator(word) != Some(Operator::Or) && value.len() == word.len() {
        return None;
    }
    if value.len() < word.len() && !value.is_empty() {
        values.push(Value::Is(value.to_owned()).into());
    } else {
        let next = terms.get(at + 1)?;
        match &next.test {
            Test::Field(of, more) if of == field && next.negated == before.negated => {
                values.extend(more.iter().cloned());
            }
            Test::Text(word) if value.is_empty() && bare(next).is_some() => {
                values.push(Value::Is(word.clone()).into());
                words = format!("{words} {word}");
            }
            _ => return None,
        }
        end += 1;
    }
    Some(Joined { terms: at - 1..end, words, term: before.to_string() })
}

/// The word of a term that asks for a text without quotation marks.
pub(super) fn bare(term: &Term) -> Option<&str> {
    term.bare().filter(|_| !term.negated)
}

fn is_operator(word: &str) -> bool {
    words::operator(word).is_some() || word.chars().all(|c| c == '|')
}

/// Bare words that look like a field that is compared with a value.
pub(super) struct Compared {
    /// How many terms they are.
    pub(super) count: usize,
    /// The term that says it.
    pub(super) term: String,
}

/// The term that the first bare words of terms look like: `-chapter:V` for `chapter!=V`, `state:Ghana` for
/// `state = Ghana`; `None` where no field stands before a comparison.
pub(super) fn compared(terms: &[Term]) -> Option<Compared> {
    let first = terms.first()?;
    let word = first.bare()?;
    if let Some(term) = field_term(first.negated, word) {
        return Some(Compared { count: 1, term });
    }
    let mut joined = word.to_owned();
    for (place, term) in terms.iter().enumerate().take(3).skip(1) {
        let next = bare(term)?;
        // One of words that stand apart is the comparison, or begins or ends with it.
        if !joined.ends_with(is_sign) && !next.starts_with(is_sign) {
            return None;
        }
        joined.push_str(next);
        if let Some(term) = field_term(first.negated, &joined) {
            return Some(Compared { count: place + 1, term });
        }
    }
    None
}

/// The term that a word looks like.
fn field_term(negated: bool, word: &str) -> Option<String> {
    let (field, compared) = word.split_at(word.find(is_sign)?);
    let field = Field::named(field).ok()?;
    let value = compared.trim_start_matches(is_sign);
    let (opposite, sign) = comparison(&compared[..compared.len() - value.len()])?;
    let minus = if opposite == negated { "" } else { "-" };
    (!value.is_empty()).then(|| format!("{minus}{}:{sign}{value}", field.code()))
}

/// The term for a field and its value with a word between them (`chapter is V`), or for a field
/// that is missing (`without focal`), with the number of terms that it takes the place of.
pub(super) fn in_words(terms: &[Term], names: impl Fn(Field, &str) -> bool) -> Option<Compared> {
    let bare: Vec<&str> = terms.iter().take(MOST).map_while(bare).collect();
    for count in (2..=bare.len()).rev() {
        let [first, rest @ ..] = &bare[..count] else { continue };
        if words::is_without(first)
            && let Some(field) = Field::named_whole(&rest.join(" "))
            && field.can_be_empty()
        {
            return Some(Compared { count, term: format!("{}:none", field.code()) });
        }
        for at in 1..count - 1 {
            let Some(field) = Field::named_whole(&bare[..at].join(" ")) else { continue };
            for end in at + 1..count {
                let Some(is_same) = words::equality(&bare[at..end].join(" ")) else { continue };
                let value = bare[end..count].join(" ");
                if names(field, &value) {
                    let minus = if is_same { "" } else { "-" };
                    let value = Value::Is(value);
                    let term = format!("{minus}{}:{value}", field.code());
                    return Some(Compared { count, term });
                }
            }
        }
    }
    None
}

/// The name of a field, a word between and a value have no more words.
const MOST: usize = 7;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::parse;
    use crate::text::{Lang, Text};

    fn hint(text: &str) -> Option<String> {
        let said = parse(text).expect(text).hint();
        said.map(|message| Text::of(Lang::En).say(&message))
    }

    #[test]
    fn b4_words_that_look_like_operators_or_fields_are_remarked() {
        for word in ["not", "or", "AND", "OR", "&&", "||", "或", "不是", "不"] {
            let said = hint(&format!("chapter:V {word} chapter:IV")).expect(word);
            assert!(said.contains(word) && said.contains("chapter:"), "{said}");
        }
        for (word, meant) in [
            ("chapter=V", "“chapter:V”"),
            ("chapter!=V", "“-chapter:V”"),
            ("chapter==V", "“chapter:V”"),
            ("article>=52", "“article:>=52”"),
            ("identified<2019", "“identified:<2019”"),
            ("章=五", "“chapter:五”"),
            ("章≠五", "“-chapter:五”"),
            ("-chapter=V", "“-chapter:V”"),
            ("-state=Ghana", "“-state:Ghana”"),
            ("-priority!=high", "“priority:high”"),
            ("priority<>high", "“-priority:high”"),
            ("article=>52", "“article:>=52”"),
            ("state = Ghana", "“state:Ghana”"),
            ("state= Ghana", "“state:Ghana”"),
            ("state =Ghana", "“state:Ghana”"),
            ("priority != high", "“-priority:high”"),
            ("-state = Ghana", "“-state:Ghana”"),
        ] {
            let said = hint(word).expect(word);
            assert!(said.contains(word) && said.contains(meant), "{said}");
        }
    }

    #[test]
    fn b4_words_that_join_terms_are_answered_with_the_term_that_says_it() {
        for (text, meant) in [
            ("not region:african", "“-region:african”"),
            ("is:unmet not chapter:V", "“-chapter:V”"),
            ("不 章:五", "“-chapter:五”"),
            ("chapter:V or chapter:IV", "“chapter:V,IV”"),
            ("chapter:V or IV", ""),
            ("region:african OR region:weog is:unmet", "“region:african,weog”"),
            ("章:五 或 章:四", "“chapter:五,四”"),
            ("chapter:V , IV", "“chapter:V,IV”"),
            ("chapter:V ,IV", "“chapter:V,IV”"),
            ("chapter:V ， chapter:IV", "“chapter:V,IV”"),
            ("Eastern…", "cut off"),
        ] {
            let said = hint(text).expect(text);
            assert!(said.contains(meant), "{text}: {said}");
        }
        for text in ["chapter:V region:african", "chapter:V or region:african is", "a , b"] {
            let said = hint(text).unwrap_or_default();
            assert!(!said.contains("perhaps you mean"), "{text}: {said}");
        }
    }

    #[test]
    fn words_to_search_for_are_left_alone() {
        for text in [
            "",
            "asset declaration",
            "\"not\"",
            "-not",
            "a=b",
            "chapter:V",
            "x>3",
            "=",
            "chapter=",
            "nothing",
            "-\"chapter=V\"",
            "state \"=\" Ghana",
            "the state of Ghana",
        ] {
            assert_eq!(hint(text), None, "{text}");
        }
        // A filter that was put together has no words of a user.
        assert!(Filter { terms: vec![Term::text("not")] }.hint().is_none());
    }
}
