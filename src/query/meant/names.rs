//! Everything in a register that has a name, to be found by one: the values of all fields whose values can be listed.

use crate::domain::Coded;
use crate::query::filter::slot_value;
use crate::query::names::{Name, nearest, normal};
use crate::query::register::Vocabulary;
use crate::query::resolve::{Candidate, Way, candidates, formal};
use crate::query::{Field, Term, slot_code, slot_name};
use crate::text::Lang;

/// A word that begins the names of more values of a field than this names none of them.
const FEW: usize = 6;

/// The names of a register, as filters take them.
#[derive(Clone, Debug)]
pub struct Names {
    fields: Vec<(Field, Vec<Candidate>)>,
}

/// A value that words name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its field.
    pub field: Field,
    /// Its slot.
    pub slot: u16,
    /// Whether the words are a name of it as a whole, rather than its beginning or the name misspelt.
    pub is_whole: bool,
}

impl Named {
    /// The term that asks for it, as filters are printed.
    pub fn term(&self, vocabulary: &Vocabulary) -> Term {
        let code = slot_code(self.field, self.slot, vocabulary);
        Term::field(self.field, slot_value(self.slot, code))
    }

    /// What it is called.
    pub fn name(&self, vocabulary: &Vocabulary, lang: Lang) -> String {
        slot_name(self.field, self.slot, vocabulary, lang)
    }
}

impl Names {
    /// All names of a register but those that are kept from the reader: where States are not named, nobody finds one,
    /// nor a person, by a word. What the source leaves unnamed has none.
    pub fn of(vocabulary: &Vocabulary) -> Self {
        let told =
            |field: &&Field| !vocabulary.nameless.is_some_and(|kept| kept.withholds(**field));
        let is_unnamed = |field: Field, slot: u16| {
            let state = vocabulary.states.get(usize::from(slot).wrapping_sub(1));
            field == Field::State && state.is_some_and(|state| state.unnamed)
        };
        let of = |field: &Field| {
            let mut all = candidates(*field, vocabulary);
            all.retain(|c| !c.write.is_empty() && !is_unnamed(*field, c.slot));
            (*field, all)
        };
        let fields = Field::ALL.iter().filter(|field| field.is_countable());
        Self { fields: fields.filter(told).map(of).collect() }
    }

    /// What words name, the nearest first: exact names before beginnings of names, codes before names before other
    /// names. A field may stand before its value or behind it (`art 52`, `high priority`).
    pub fn named(&self, words: &str) -> Vec<Named> {
        let word = normal(words);
        let mut found = Vec::new();
        let formal = formal(&word);
        for word in [Some(&word), formal.as_ref()].into_iter().flatten() {
            for (field, candidates) in &self.fields {
                found.extend(fitting(*field, candidates, word));
            }
            found.extend(self.with_field(word));
            if !found.is_empty() {
                break;
            }
        }
        let whole = found.iter().any(|(way, _)| way.is_whole());
        found.retain(|(way, _)| way.is_whole() == whole);
        found.sort_by_key(|(way, named)| (*way, named.field, named.slot));
        let mut once: Vec<Named> = Vec::new();
        for (_, named) in found {
            let known = |other: &Named| (other.field, other.slot) == (named.field, named.slot);
            if !once.iter().any(known) {
                once.push(named);
            }
        }
        once
    }

    /// The value of which words are the name misspelt.
    pub(super) fn misspelt(&self, words: &str) -> Option<Named> {
        let all: Vec<(Field, &Candidate, &Name)> = (self.fields.iter())
            .flat_map(|(field, all)| all.iter().map(move |candidate| (*field, candidate)))
            .flat_map(|(field, c)| {
                let names = c.names.iter().chain(&c.aliases).chain(c.spellings);
                names.map(move |name| (field, c, name))
            })
            .collect();
        let place = nearest(&normal(words), all.iter().map(|(_, _, name)| *name))?;
        let (field, candidate, _) = all[place];
        Some(Named { field, slot: candidate.slot, is_whole: false })
    }

    /// What a word (in normal form) names of which the beginning or the end is the name of a field.
    fn with_field(&self, word: &str) -> Vec<(Way, Named)> {
        let mut found = Vec::new();
        for (at, _) in word.match_indices(' ') {
            let (before, after) = (&word[..at], &word[at + 1..]);
            for (field, value) in [(before, after), (after, before)] {
                let field = field.trim_end_matches('.');
                let [field] = Field::called(field)[..] else { continue };
                let Some((_, candidates)) = self.fields.iter().find(|(of, _)| *of == field) else {
                    continue;
                };
                found.extend(fitting(field, candidates, value));
            }
        }
        found
    }
}

/// The values of a field that a word (in normal form) fits.
fn fitting(field: Field, candidates: &[Candidate], word: &str) -> Vec<(Way, Named)> {
    let mut found: Vec<(Way, Named)> = candidates
        .iter()
        .filter_map(|candidate| {
            let way = Way::of(candidate, word)?;
            Some((way, Named { field, slot: candidate.slot, is_whole: way.is_whole() }))
        })
        .collect();
    let whole = found.iter().any(|(way, _)| way.is_whole());
    found.retain(|(way, _)| way.is_whole() == whole);
    if !whole && (!may_begin(word) || found.len() > FEW) {
        found.clear();
    }
    found
}

/// Whether a word is long enough to stand for a name that it begins: two letters of other scripts say more than two
/// Latin ones.
fn may_begin(word: &str) -> bool {
    let letters = word.chars().count();
    letters >= 3 || letters == 2 && !word.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::Filter;
    use crate::testing::random_register;

    fn terms(words: &str) -> Vec<String> {
        let vocabulary = random_register::register(1, 0).vocabulary;
        let named = Names::of(&vocabulary).named(words);
        named.iter().map(|n| Filter { terms: vec![n.term(&vocabulary)] }.to_string()).collect()
    }

    #[test]
    fn b1_a_whole_name_goes_before_a_beginning_and_a_code_before_a_name() {
        assert_eq!(terms("ghana"), ["state:GHA", "focal:fp-gh"]);
        assert_eq!(terms("asset recovery"), ["chapter:V"]);
        assert_eq!(terms("capacity-building"), ["category:C2-CB"]);
        assert_eq!(terms("whistle"), ["theme:whistle-blowers"]);
        assert_eq!(terms("5")[..2], ["chapter:V", "article:5"]);
    }

    #[test]
    fn b1_a_field_may_stand_before_its_value_or_behind_it() {
        for words in ["high priority", "priority high", "优先程度 高"] {
            assert_eq!(terms(words), ["priority:high"], "{words}");
        }
        for words in ["art 52", "art. 52", "Article 52", "第52条"] {
            assert_eq!(terms(words), ["article:52"], "{words}");
        }
        assert_eq!(terms("nobody"), ["focal:none"]);
        assert!(terms("priority seychelles").is_empty());
    }

    #[test]
    fn b1_short_words_and_those_that_begin_too_many_names_name_nothing() {
        for words in ["gu", "a", "", "zzzz", "focal point of"] {
            assert!(terms(words).is_empty(), "{words}: {:?}", terms(words));
        }
    }
}
