//! Compares a typed word with a name: case, accents, and the choice between space and hyphen do not
//! matter; a prefix will do; and the nearest name is found for a word that meets none.

use crate::domain::{fold, misspelling, words};
use std::ops::Deref;
use std::sync::Arc;

/// The form in which words and names are compared: folded, with one space for every run of spaces, hyphens and
/// underscores.
pub(super) fn normal(word: &str) -> String {
    let folded = fold(word);
    let words = folded.split([' ', '-', '_']).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// A name with the form in which it is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    /// The name as written.
    pub(super) written: String,
    normal: String,
}

impl Name {
    /// The name written so.
    pub(super) fn new(written: &str) -> Self {
        Self { written: written.to_owned(), normal: normal(written) }
    }

    /// A name with another one behind it, which begins and ends with letters or figures, as this one ends.
    pub(super) fn followed_by(&self, between: &str, other: &Self, end: &str) -> Self {
        Self {
            written: [&self.written, between, &other.written, end].concat(),
            normal: [&self.normal, &*fold(between), &other.normal, end].concat(),
        }
    }

    /// Whether it is this word (in normal form).
    pub(super) fn is(&self, word: &str) -> bool {
        self.normal == word
    }

    /// Whether it begins with this word (in normal form).
    pub(super) fn begins_with(&self, word: &str) -> bool {
        self.normal.starts_with(word)
    }

    /// Whether one of its words begins so (in normal form); `word` may go on over several words.
    pub(super) fn has_word(&self, word: &str) -> bool {
        self.beginnings().any(|rest| rest.starts_with(word))
    }

    /// The name (in normal form) from each of its words on.
    pub(super) fn beginnings(&self) -> impl Iterator<Item = &str> {
        let mut before = ' ';
        self.normal.char_indices().filter_map(move |(at, c)| {
            let starts = !before.is_alphanumeric() && c.is_alphanumeric();
            before = c;
            starts.then(|| &self.normal[at..])
        })
    }

    /// Whether the word (in normal form) stands anywhere in it.
    pub(super) fn contains(&self, word: &str) -> bool {
        self.normal.contains(word)
    }

    /// The form in which it is compared.
    pub(super) fn normal(&self) -> &str {
        &self.normal
    }

    /// In how many letters a word (in normal form) differs from the name, where it can be that name misspelt; and
    /// whether it is a word of the name only.
    fn misspelt(&self, word: &str) -> Option<(usize, bool)> {
        let whole = misspelling(word, &self.normal).map(|distance| (distance, false));
        let part = words(&self.normal).filter_map(|part| misspelling(word, part)).min();
        whole.or(part.map(|distance| (distance, true)))
    }
}

/// Names that were put into the form in which they are compared before: by the program, or by a register.
#[derive(Clone, Debug)]
pub(super) enum Ready {
    /// Names that the program knows.
    Known(&'static [Name]),
    /// Names of a register.
    OfRegister(Arc<[Name]>),
}

impl Ready {
    /// No names.
    pub(super) const NONE: Self = Self::Known(&[]);
}

impl Deref for Ready {
    type Target = [Name];

    fn deref(&self) -> &[Name] {
        match self {
            Self::Known(names) => names,
            Self::OfRegister(names) => names,
        }
    }
}

/// The place of the name that is nearest to a word (in normal form), if the word can be it misspelt. Each name is given
/// with what it names: where two things have names that are equally near, neither is meant.
pub(super) fn nearest<'a, T: PartialEq>(
    word: &str,
    names: impl Iterator<Item = (&'a Name, T)>,
) -> Option<usize> {
    let near = names.enumerate();
    let near: Vec<_> =
        near.filter_map(|(place, (name, of))| Some((name.misspelt(word)?, place, of))).collect();
    let (least, place, of) = near.iter().min_by_key(|(slips, place, _)| (*slips, *place))?;
    let is_tied = near.iter().any(|(slips, _, other)| slips == least && other != of);
    (!is_tied).then_some(*place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_normal_form_forgets_case_accents_hyphens_and_kinds_of_apostrophe() {
        assert_eq!(normal("  Côte d’Ivoire "), "cote d'ivoire");
        assert_eq!(normal("Capacity-building  Programmes"), "capacity building programmes");
        assert_eq!(normal("under\u{2011}way"), "under way");
        assert_eq!(normal("非洲国家"), "非洲国家");
        assert_eq!(normal("Ⅴ５"), "v5");
    }

    #[test]
    fn words_of_a_name_are_found_at_their_beginning_only() {
        let name = Name::new("Tanzania (United Republic of)");
        assert!(name.has_word("united rep") && name.has_word("tanz") && name.has_word("of"));
        assert!(!name.has_word("nited") && !name.has_word("(united"));
    }

    #[test]
    fn a_misspelling_finds_its_name_and_a_strange_word_none() {
        let names = [Name::new("African"), Name::new("Asia-Pacific")];
        let of = |word| nearest(word, names.iter().zip(0..));
        assert_eq!(of("afircan"), Some(0));
        assert_eq!(of("pacfic"), Some(1));
        assert_eq!(of("zzz"), None);
        assert_eq!(of(""), None);
        // One letter from both.
        let names = [Name::new("niger"), Name::new("nigeria")];
        assert_eq!(nearest("nigera", names.iter().zip(0..)), None);
        assert_eq!(nearest("nigera", names.iter().zip([0, 0])), Some(0));
    }
}
