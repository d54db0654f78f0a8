//! The slots that an alternative of a countable field means.

use super::candidates::{Candidate, candidates, elsewhere};
use super::lookup::{ELSEWHERE, Meaning, Miss, lookup};
use crate::domain::{Coded, Step};
use crate::query::error::InEach;
use crate::query::facet_value::{label_of_value, name_of_value, slot_of};
use crate::query::filter::{Alternative, TermPosition, Value};
use crate::query::names::Name;
use crate::query::plan::Context;
use crate::query::punctuation::{is_comma, is_minus};
use crate::query::register::Vocabulary;
use crate::query::{Condition, Field, FilterError, Reason, slots};
use crate::text::{Lang, Text};

/// Stands for the steps of a completed review, which are one word in a filter but no slot.
const COMPLETED: u16 = u16::MAX;

/// A field with more values than this is refused without a list of them.
const FEW: u16 = 8;

/// Resolves words in one countable field.
pub(super) struct Resolver<'v> {
    field: Field,
    vocabulary: &'v Vocabulary,
    candidates: Vec<Candidate>,
    count: u16,
    /// The slots of States without a name of their own: "not stated" stands for all of them.
    unnamed: Vec<u16>,
    context: Context,
}

impl<'v> Resolver<'v> {
    pub(super) fn new(field: Field, vocabulary: &'v Vocabulary, context: Context) -> Self {
        let count = slots(field, vocabulary) as u16;
        let mut candidates = candidates(field, vocabulary);
        if field == Field::Review {
            let names: Vec<_> =
                Lang::ALL.iter().map(|lang| Text::of(*lang).tr("filter-completed")).collect();
            let names = names.iter().map(AsRef::as_ref);
            candidates.push(Candidate::new(COMPLETED, &["completed"], names));
        }
        let mut unnamed = Vec::new();
        if field == Field::State {
            candidates.extend(elsewhere(ELSEWHERE, vocabulary));
            let states = (1..).zip(&vocabulary.states);
            unnamed.extend(states.filter(|(_, state)| state.unnamed).map(|(slot, _)| slot));
        }
        Self { field, vocabulary, candidates, count, unnamed, context }
    }

    /// The slots that the alternative lets through.
    pub(super) fn slots(&self, alternative: &Alternative) -> Result<Vec<u16>, FilterError> {
        let place = &alternative.at;
        let (from, to) = match &alternative.value {
            Value::Is(word) if self.is_negated(word) => {
                let value = Value::Is(word.trim_start_matches(is_minus).to_owned());
                let term = format!("-{}:{value}", self.field.code());
                return Err(FilterError::new(place, Reason::MinusInValue).near_term(term));
            }
            Value::Is(word) => return self.word(word, place),
            Value::None | Value::Any if !self.field.can_be_empty() => {
                return Err(FilterError::new(place, Reason::NeverEmpty(self.field)));
            }
            Value::None => return Ok(vec![0]),
            Value::Any => {
                return Ok((1..self.count).filter(|slot| !self.unnamed.contains(slot)).collect());
            }
            _ if !self.field.is_ordered() => {
                return Err(FilterError::new(place, Reason::Unordered(self.field)));
            }
            Value::Range(from, to) => {
                let from = from.as_ref().map(|word| self.ends(word, place)).transpose()?;
                let to = to.as_ref().map(|word| self.ends(word, place)).transpose()?;
                (from.map_or(0, |ends| ends.0), to.map_or(u16::MAX, |ends| ends.1))
            }
            Value::Less(word) => (0, self.ends(word, place)?.0 - 1),
            Value::LessEq(word) => (0, self.ends(word, place)?.1),
            Value::Greater(word) => (self.ends(word, place)?.1 + 1, u16::MAX),
            Value::GreaterEq(word) => (self.ends(word, place)?.0, u16::MAX),
        };
        if from > to {
            return Err(FilterError::new(place, Reason::BackwardRange(self.field)));
        }
        Ok((1..self.count).filter(|slot| (from..=to).contains(&self.rank(*slot))).collect())
    }

    /// The place of a slot in the order that ranges follow, from 1: a high priority is more than
    /// a low one, though lists show it first.
    fn rank(&self, slot: u16) -> u16 {
        if self.field == Field::Priority { self.count - slot } else { slot }
    }

    /// Whether a word begins with a minus sign, with which no name of the field begins: names are
    /// compared without hyphens, so that the word would mean the value that it is to leave out.
    fn is_negated(&self, word: &str) -> bool {
        let begins = |name: &Name| name.written.starts_with(is_minus);
        let names = |c: &Candidate| c.names.iter().chain(&c.aliases).chain(&c.codes).any(begins);
        word.starts_with(is_minus) && !self.candidates.iter().any(names)
    }

    /// The least and the greatest rank that a word means.
    fn ends(&self, word: &str, place: &TermPosition) -> Result<(u16, u16), FilterError> {
        if self.is_negated(word) {
            let reason = Reason::UnknownValue(self.field, word.to_owned());
            let near = word.trim_start_matches(is_minus);
            return Err(FilterError::new(place, reason).near(Some(near)));
        }
        let slots = self.word(word, place)?;
        let ranks = || slots.iter().map(|slot| self.rank(*slot));
        Ok((ranks().min().unwrap_or(1), ranks().max().unwrap_or(1)))
    }

    /// The word for each value, where they are few enough for one line.
    fn values(&self) -> impl Iterator<Item = InEach> {
        let told = |c: &&Candidate| (1..self.count).contains(&c.slot) && !c.write.is_empty();
        let few = self.count <= FEW + 1 && self.field != Field::Theme;
        let all = self.candidates.iter().filter(told).filter(move |_| few);
        all.map(|candidate| self.in_each(candidate, &candidate.write))
    }

    /// A candidate's word in each language. A word that is in that language stays, and so does one
    /// for which the language has no name that finds that candidate alone.
    fn in_each(&self, candidate: &Candidate, word: &str) -> InEach {
        let has_number = matches!(self.field, Field::Article | Field::Chapter | Field::Cycle);
        let is_told = !candidate.write.is_empty() && !has_number;
        let written_in = Lang::of_letters(word);
        Lang::ALL.map(|lang| {
            let name = if is_told && written_in != lang {
                name_of_value(self.field, candidate.slot, self.vocabulary, lang)
            } else {
                String::new()
            };
            match lookup(&self.candidates, &name) {
                Ok(slots) if slots == [candidate.slot] => name,
                _ => word.to_owned(),
            }
        })
    }

    /// A range or a list that is written as other languages have it, as it is written here: with a dash, or with bars,
    /// slashes, semicolons or brackets.
    fn otherwise(&self, word: &str) -> Option<String> {
        let bare = word.trim_matches(|c| matches!(c, '(' | ')' | '[' | ']' | '（' | '）'));
        let known = |part: &&str| lookup(&self.candidates, part).is_ok();
        let ends: Vec<&str> = bare.split(is_minus).map(str::trim).collect();
        if let [from, to] = ends[..]
            && self.field.is_ordered()
            && [from, to].iter().all(known)
        {
            let value = Value::Range(Some(from.to_owned()), Some(to.to_owned()));
            return Some(value.to_string());
        }
        let is_between = |c| matches!(c, '|' | '/' | ';' | '；' | '／') || is_comma(c);
        let parts: Vec<&str> = bare.split(is_between).map(str::trim).collect();
        let written = |part: &&str| Value::Is((*part).to_owned()).to_string();
        let is_list = parts.len() > 1 && parts.iter().all(known);
        is_list.then(|| parts.iter().map(written).collect::<Vec<_>>().join(","))
    }

    /// Whether a word says that nothing is stated.
    pub(super) fn is_not_stated(&self, word: &str) -> bool {
        lookup(&self.candidates, word) == Ok(vec![0])
    }

    /// Gives the language's word for a value: a code in the program's first language, else the name of that value
    /// alone. `None` without such a name, and for values known by numbers.
    pub(super) fn in_language(&self, word: &str, lang: Lang) -> Option<String> {
        let [slot] = lookup(&self.candidates, word).ok()?[..] else { return None };
        let candidate = self.candidates.iter().find(|candidate| candidate.slot == slot)?;
        if lang == Lang::default() {
            let code = if slot == COMPLETED { "completed" } else { &candidate.write };
            return Some(code.to_owned()).filter(|code| !code.is_empty());
        }
        let text = Text::of(lang);
        let name = |slot| name_of_value(self.field, slot, self.vocabulary, lang);
        let names = match self.field {
            Field::Cycle | Field::Article | Field::Document => return None,
            _ if slot == COMPLETED => vec![text.tr("filter-completed").into_owned()],
            Field::Chapter if slot > 0 => {
                vec![text.tr(&format!("head-{}", candidate.write)).into_owned()]
            }
            field => vec![name(slot), label_of_value(field, slot, self.vocabulary, lang)],
        };
        let means_it = |name: &String| lookup(&self.candidates, name) == Ok(vec![slot]);
        names.into_iter().find(means_it)
    }

    /// Gives the nearest word in each language, if it names one value; a code is the same in all.
    fn near(&self, word: &str) -> Option<InEach> {
        let [slot] = lookup(&self.candidates, word).ok()?[..] else { return None };
        let meant = self.candidates.iter().find(|candidate| candidate.slot == slot)?;
        let names = meant.names.iter().chain(&meant.aliases).chain(meant.spellings.iter());
        let is_name = names.map(|name| &name.written).any(|written| written == word);
        is_name.then(|| self.in_each(meant, word))
    }

    /// The error for a word that fits several values. Those that the register has come first: only they can be
    /// asked for.
    fn tie(&self, word: &str, mut meanings: Vec<Meaning>, place: &TermPosition) -> FilterError {
        meanings.sort_by_key(|meaning| !meaning.is_here);
        let is_choice = meanings.get(1).is_some_and(|second| second.is_here);
        let mut shown = meanings.iter().map(|meaning| meaning.shown.clone());
        let two = Box::new([(); 2].map(|()| shown.next().unwrap_or_default()));
        let reason = if is_choice { Reason::AmbiguousValue } else { Reason::OneIsHere };
        let near = meanings.first().map(|meaning| meaning.write.as_str());
        FilterError::new(place, reason(self.field, word.to_owned(), two)).near(near)
    }

    fn word(&self, word: &str, place: &TermPosition) -> Result<Vec<u16>, FilterError> {
        let slots = lookup(&self.candidates, word).map_err(|miss| match miss {
            Miss::Unknown(_) if let Some(values) = self.otherwise(word) => {
                let term = format!("{}:{values}", self.field.code());
                let reason = Reason::WrittenOtherwise(word.to_owned());
                FilterError::new(place, reason).near_term(term)
            }
            Miss::Unknown(near) => {
                FilterError::new(place, Reason::UnknownValue(self.field, word.to_owned()))
                    .near(near.as_deref())
                    .named(near.and_then(|word| self.near(&word)))
                    .among(self.values())
            }
            Miss::Ambiguous(meanings) => self.tie(word, meanings, place),
        })?;
        if slots.contains(&COMPLETED) {
            let completed = Step::ALL.iter().filter(|step| step.is_completed());
            return Ok(completed.map(|step| slot_of(*step)).collect());
        }
        let mine = self.field == Field::Is && slots.contains(&slot_of(Condition::Mine));
        if mine && self.context.me.is_none() {
            return Err(FilterError::new(place, Reason::Nobody));
        }
        Ok(slots)
    }
}
