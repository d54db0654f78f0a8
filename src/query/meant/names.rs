//! Everything in a register that has a name, to be found by one: the values of all fields whose values can be listed.

use crate::domain::Coded;
use crate::query::filter::{Test, slot_value};
use crate::query::names::{Name, nearest, normal};
use crate::query::punctuation::is_comma;
use crate::query::register::Vocabulary;
use crate::query::resolve::{Candidate, Way, candidates, formal};
use crate::query::{
    Field, Term, Value, code_of_value, name_of_value, spellings, tells_assistance, words,
};
use crate::text::{Lang, Text};

/// A word that begins the names of more values of a field than this names none of them.
const FEW: usize = 6;

/// The names of a register, as filters take them.
#[derive(Clone, Debug)]
pub struct KnownNames {
    fields: Vec<(Field, Vec<Candidate>)>,
    /// The texts that a word can begin, in order: a word with which none begins names nothing.
    beginnings: Vec<Box<str>>,
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
        let code = code_of_value(self.field, self.slot, vocabulary);
        Term::field(self.field, slot_value(self.slot, code))
    }

    /// Its name in a language.
    pub fn name(&self, vocabulary: &Vocabulary, lang: Lang) -> String {
        name_of_value(self.field, self.slot, vocabulary, lang)
    }
}

/// The term for all steps of a completed review.
pub(super) fn completed() -> Term {
    Term::field(Field::Review, Value::Is(COMPLETED.to_owned()))
}

/// Whether a word is the name of these steps, in any language.
pub(super) fn is_completed(word: &str) -> bool {
    let named = |lang: &Lang| normal(&Text::of(*lang).tr("filter-completed"));
    let word = normal(word);
    word == COMPLETED || Lang::ALL.iter().any(|lang| word == named(lang))
}

/// The word of the filter language for the steps of a completed review.
const COMPLETED: &str = "completed";

impl KnownNames {
    /// All names of a register but those that are kept from the reader: where States are not named,
    /// no word finds a State or a person, nor a value that tells what assistance needs have. States that the source leaves unnamed are left out.
    pub fn of(vocabulary: &Vocabulary) -> Self {
        let told =
            |field: &&Field| !vocabulary.nameless.is_some_and(|kept| kept.withholds(**field));
        let is_unnamed = |field: Field, slot: u16| {
            let state = vocabulary.states.get(usize::from(slot).wrapping_sub(1));
            field == Field::State && state.is_some_and(|state| state.unnamed)
        };
        let of = |field: &Field| {
            let mut all = candidates(*field, vocabulary);
            let is_nameless = vocabulary.nameless.is_some();
            let is_told = |slot: u16| !is_nameless || !tells_assistance(*field, slot);
            all.retain(|c| !c.write.is_empty() && !is_unnamed(*field, c.slot) && is_told(c.slot));
            (*field, all)
        };
        let fields =
            Field::ALL.iter().filter(|field| field.is_countable() && field.is_meant_by_words());
        let fields: Vec<(Field, Vec<Candidate>)> = fields.filter(told).map(of).collect();
        let mut beginnings: Vec<Box<str>> = Vec::new();
        for candidate in fields.iter().flat_map(|(_, candidates)| candidates) {
            beginnings.extend(candidate.beginnings().map(Box::from));
        }
        beginnings.sort_unstable();
        beginnings.dedup();
        Self { fields, beginnings }
    }

    /// Whether a word (in normal form) can name something. Most words of a text do not, and a look at the order costs
    /// less than one at every name.
    fn may_name(&self, word: &str) -> bool {
        let place = self.beginnings.partition_point(|beginning| **beginning < *word);
        self.beginnings.get(place).is_some_and(|beginning| beginning.starts_with(word))
    }

    /// The values that words name, the nearest first: exact names before beginnings of names, codes
    /// before names before other names. A field may stand before its value or behind it (`art 52`,
    /// `high priority`).
    pub fn named(&self, words: &str) -> Vec<Named> {
        let word = normal(words);
        let mut found = Vec::new();
        let others = [formal(&word), closed_up(&word)];
        for word in std::iter::once(&word).chain(others.iter().flatten()) {
            if self.may_name(word) {
                for (field, candidates) in &self.fields {
                    found.extend(fitting(*field, candidates, word));
                }
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

    /// The term that asks for several values of one field, which words name with commas or slashes between them:
    /// "Ghana, Kenya".
    pub(super) fn listed(&self, words: &str) -> Option<Term> {
        let parts = words.split(|c| is_comma(c) || matches!(c, ';' | '；' | '/' | '／'));
        let named = |part: &str| -> Vec<Named> {
            self.named(part).into_iter().filter(|named| named.is_whole).collect()
        };
        let all: Vec<Vec<Named>> =
            parts.map(str::trim).filter(|part| !part.is_empty()).map(named).collect();
        let [first, _, ..] = &all[..] else { return None };
        let of = |field: Field| -> Option<Vec<Named>> {
            let of_field = |values: &Vec<Named>| values.iter().find(|n| n.field == field).copied();
            all.iter().map(of_field).collect()
        };
        let values = first.iter().find_map(|named| of(named.field))?;
        let mut term: Option<Term> = None;
        for value in values {
            let value = self.term(value)?;
            match (&mut term, value.test) {
                (Some(Term { test: Test::Field(_, all), .. }), Test::Field(_, more)) => {
                    all.extend(more);
                }
                (term, test) => *term = Some(Term { test, ..value }),
            }
        }
        term
    }

    /// The term that asks for a value.
    fn term(&self, named: Named) -> Option<Term> {
        let (_, candidates) = self.fields.iter().find(|(field, _)| *field == named.field)?;
        let value = candidates.iter().find(|candidate| candidate.slot == named.slot)?;
        Some(Term::field(named.field, slot_value(named.slot, value.write.clone())))
    }

    /// The value of which words are the name misspelt.
    pub(super) fn misspelt(&self, words: &str) -> Option<Named> {
        let all: Vec<(Field, &Candidate, &Name)> = (self.fields.iter())
            .flat_map(|(field, all)| all.iter().map(move |candidate| (*field, candidate)))
            .flat_map(|(field, c)| {
                // the spellings of a number are its figures and its title again
                let has_number = matches!(field, Field::Article | Field::Chapter | Field::Cycle);
                let spellings: &[Name] = if has_number { &[] } else { &c.spellings };
                let names = c.names.iter().chain(&c.aliases).chain(spellings);
                names.map(move |name| (field, c, name))
            })
            .collect();
        let word = normal(words);
        if word.contains(|c: char| c.is_ascii_punctuation() && !matches!(c, '\'' | '.')) {
            return None; // no name is misspelt with such a sign
        }
        let place = nearest(&word, all.iter().map(|(_, _, name)| (*name, ())))?;
        let field = all[place].0;
        // Of one field no other value may be as near, and no State that the register does not have.
        let here = (all.iter().enumerate())
            .filter(|(_, (of, _, _))| *of == field)
            .map(|(place, (_, c, name))| (place, *name, Some(c.slot)));
        let beyond = spellings::known().iter().filter(|_| field == Field::State);
        let beyond = beyond.filter_map(|state| Some((usize::MAX, state.beyond.as_ref()?, None)));
        let of_field: Vec<(usize, &Name, Option<u16>)> = here.chain(beyond).collect();
        let near = nearest(&word, of_field.iter().map(|(_, name, slot)| (*name, *slot)))?;
        let (_, candidate, _) = all.get(of_field[near].0)?;
        Some(Named { field, slot: candidate.slot, is_whole: false })
    }

    /// The values that a word (in normal form) names together with a field at its beginning or end,
    /// with a space between them or, as in "art.16", without.
    fn with_field(&self, word: &str) -> Vec<(Way, Named)> {
        let mut found = Vec::new();
        for at in seams(word) {
            let (before, after) = (word[..at].trim_end(), word[at..].trim_start());
            for (field, value) in [(before, after), (after, before)] {
                if !self.may_name(value) {
                    continue;
                }
                if let Some((field, candidates)) = self.called(field) {
                    found.extend(fitting(*field, candidates, value));
                }
            }
        }
        found
    }

    /// The field with values that a word (in normal form) is the name of, as it stands or without a full stop at its
    /// end; `None` where it may be several.
    fn called(&self, word: &str) -> Option<&(Field, Vec<Candidate>)> {
        let named = |word: &str| {
            let called = Field::called(word);
            let mut fields = self.fields.iter().filter(|(field, _)| called.contains(field));
            fields.next().filter(|_| fields.next().is_none())
        };
        named(word).or_else(|| named(word.strip_suffix('.')?))
    }
}

/// The bytes of a word (in normal form) where a field's name and its value may meet: at its spaces,
/// behind a full stop, and between letters and figures.
fn seams(word: &str) -> impl Iterator<Item = usize> {
    let chars = || word.char_indices();
    chars().zip(chars().skip(1)).filter_map(|((_, c), (at, next))| {
        let meet = c == '.' || c.is_alphabetic() && next.is_ascii_digit();
        (next == ' ' || meet && c != ' ').then_some(at)
    })
}

/// Removes the spaces of a word with Chinese: "第 4 章". Gives `None` if it lacks Chinese or spaces.
fn closed_up(word: &str) -> Option<String> {
    let has_ideographs = word.contains(|c: char| ('\u{2e80}'..='\u{9fff}').contains(&c));
    (has_ideographs && word.contains(' ')).then(|| word.replace(' ', ""))
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
    // The title of a document stands on no list: words of it name nothing.
    let begins_none = field == Field::Document || !may_begin(word) || found.len() > FEW;
    if !whole && begins_none {
        found.clear();
    }
    found
}

/// Whether a word is long enough to stand for a name that it begins: two letters of other scripts say more than two
/// Latin ones. Words that begin with an "of" or a "the" begin no name of a value: what follows does.
fn may_begin(word: &str) -> bool {
    let first = word.split(' ').next().unwrap_or_default();
    if word.contains(' ') && words::is_small(first) {
        return false;
    }
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
        let named = KnownNames::of(&vocabulary).named(words);
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
        for words in [
            "art 52",
            "art. 52",
            "art.52",
            "art52",
            "Art. 52",
            "arts. 52",
            "Article 52",
            "articles 52",
            "article.52",
            "第52条",
            "第 52 条",
            "52条",
            "条款 52",
        ] {
            assert_eq!(terms(words), ["article:52"], "{words}");
        }
        for words in [
            "ch 4",
            "ch. 4",
            "ch.4",
            "ch4",
            "Ch. IV",
            "ch.iv",
            "chap. 4",
            "chapter 4",
            "chapters 4",
            "chapter-4",
            "4 ch.",
            "第4章",
            "第 4 章",
            "第四章",
            "4章",
            "章 IV",
        ] {
            assert_eq!(terms(words), ["chapter:IV"], "{words}");
        }
        for words in ["cy 2", "Cy. 2", "cycle2", "第2周期", "第二周期", "期 2"] {
            assert_eq!(terms(words), ["cycle:2"], "{words}");
        }
        assert_eq!(terms("nobody"), ["focal:none"]);
        assert!(terms("priority seychelles").is_empty());
    }

    #[test]
    fn what_is_looked_up_in_order_is_all_that_a_word_can_name() {
        let names = KnownNames::of(&random_register::register(1, 0).vocabulary);
        for (field, candidates) in &names.fields {
            for name in candidates.iter().flat_map(Candidate::beginnings) {
                for (end, _) in name.char_indices().skip(1) {
                    assert!(names.may_name(&name[..end]), "{field:?} {name}");
                }
            }
        }
        for word in ["zzzz", "seychelles kenya", "xhana"] {
            assert!(!names.may_name(word), "{word}");
            assert!(names.fields.iter().all(|(f, all)| fitting(*f, all, word).is_empty()));
        }
    }

    #[test]
    fn names_with_commas_or_slashes_between_are_a_list() {
        let names = KnownNames::of(&random_register::register(1, 0).vocabulary);
        let listed = |words: &str| {
            let term = names.listed(words);
            term.map(|term| Filter { terms: vec![term] }.to_string()).unwrap_or_default()
        };
        for words in ["Ghana,Kenya", "ghana/kenya", "加纳、肯尼亚", "Ghana, Kenya", "GHA；KEN"]
        {
            assert_eq!(listed(words), "state:GHA,KEN", "{words}");
        }
        assert_eq!(listed("high/medium"), "priority:high,medium");
        assert_eq!(listed("nobody/fp-gh"), "focal:none,fp-gh");
        for words in ["ghana", "ghana,", "ghana/zzzz", "ghana/high", "a/b"] {
            assert_eq!(listed(words), "", "{words}");
        }
    }

    #[test]
    fn b1_short_words_and_those_that_begin_too_many_names_name_nothing() {
        for words in ["gu", "a", "", "zzzz", "focal point of"] {
            assert!(terms(words).is_empty(), "{words}: {:?}", terms(words));
        }
    }
}
