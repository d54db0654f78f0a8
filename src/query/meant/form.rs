//! Bare words that look like an operator or a field of other languages: they are searched for as text all the same.

use crate::domain::{Coded, clean_line};
use crate::query::filter::{Filter, Term, Test};
use crate::query::names::normal;
use crate::query::punctuation::{is_comparison, is_equals};
use crate::query::{Field, words};
use crate::text::Message;

impl Filter {
    /// What to say of its first bare word that looks like something else than a word to search for. Words in quotation
    /// marks are meant as they stand.
    pub fn hint(&self) -> Option<Message> {
        self.terms.iter().find_map(hint)
    }
}

/// What to say of a term that looks like something else than a word to search for.
pub(super) fn hint(term: &Term) -> Option<Message> {
    let word = bare(term)?;
    let say = |id| Message::new(id).with("word", clean_line(word));
    if is_operator(word) {
        return Some(say("filter-hint-operator"));
    }
    Some(say("filter-hint-field").with("meant", clean_line(&field_term(term)?)))
}

/// The word of a term that asks for a text without quotation marks.
pub(super) fn bare(term: &Term) -> Option<&str> {
    match &term.test {
        Test::Text(word) if !term.negated && term.at.bytes.len() == word.len() => Some(word),
        _ => None,
    }
}

fn is_operator(word: &str) -> bool {
    let normal = normal(word);
    words::operators().iter().any(|operator| operator.is(&normal)) || word.chars().all(|c| c == '|')
}

/// The term that a bare word looks like: `-chapter:V` for `chapter!=V`; nothing where no field stands before a
/// comparison.
pub(super) fn field_term(term: &Term) -> Option<String> {
    let word = bare(term)?;
    let at = word.find(|c| is_comparison(c) || is_equals(c) || matches!(c, '!' | '≠'))?;
    let field = Field::named(&word[..at]).ok()?;
    let sign = |c: char| is_equals(c) || matches!(c, '!' | '≠');
    let value = word[at..].trim_start_matches(sign);
    let is_not = word[at..].starts_with(['!', '≠']);
    (!value.is_empty())
        .then(|| format!("{}{}:{value}", if is_not { "-" } else { "" }, field.code()))
}

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
        for word in ["not", "or", "AND", "OR", "&&", "||", "或"] {
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
        ] {
            assert_eq!(hint(text), None, "{text}");
        }
        // A filter that was put together has no words of a user.
        assert!(Filter { terms: vec![Term::text("not")] }.hint().is_none());
    }
}
