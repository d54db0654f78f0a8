//! Bare words that look like an operator or a field of other languages: they are searched for as text all the same.

use crate::domain::{Coded, clean_line};
use crate::query::filter::{Filter, Term, Value};
use crate::query::names::normal;
use crate::query::punctuation::{comparison, is_sign};
use crate::query::{Field, words};
use crate::text::Message;

impl Filter {
    /// The hint about its first bare word that looks like something else than a word to search for.
    /// Words in quotation marks are meant as they stand.
    pub fn hint(&self) -> Option<Message> {
        (0..self.terms.len()).find_map(|at| hint(&self.terms[at..]))
    }
}

/// The hint about the first of the terms, with those behind it, where it looks like something else
/// than a word to search for.
pub(super) fn hint(terms: &[Term]) -> Option<Message> {
    let first = terms.first()?;
    let word = first.bare()?;
    if !first.negated && is_operator(word) {
        return Some(Message::new("filter-hint-operator").with("word", clean_line(word)));
    }
    let Compared { count, term } = compared(terms)?;
    let bare: Vec<&str> = terms[..count].iter().filter_map(Term::bare).collect();
    let minus = if first.negated { "-" } else { "" };
    let said = Message::new("filter-hint-field").with("meant", clean_line(&term));
    Some(said.with("word", clean_line(&format!("{minus}{}", bare.join(" ")))))
}

/// The word of a term that asks for a text without quotation marks.
pub(super) fn bare(term: &Term) -> Option<&str> {
    term.bare().filter(|_| !term.negated)
}

fn is_operator(word: &str) -> bool {
    let normal = normal(word);
    words::operators().iter().any(|operator| operator.is(&normal)) || word.chars().all(|c| c == '|')
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
            assert!(said.contains(word) && said.contains("-chapter:V"), "{said}");
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
