//! Counting by one or more fields, at one date or at two.

use crate::query::register::{Register, Review, Vocabulary};
use crate::query::{Field, Measure, Plan, Selection, cross_tabulate, review_slots};
use std::collections::BTreeMap;

/// A combination of values and how much there is of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The slot of each field.
    pub slots: Vec<u16>,
    /// How much there is.
    pub value: u32,
    /// How much there was at the earlier date, where there is one.
    pub before: u32,
}

impl Count {
    /// Gives the difference between now and before; negative after a decrease.
    pub fn growth(&self) -> i64 {
        i64::from(self.value) - i64::from(self.before)
    }
}

/// A filter asked of the register of a day, and the needs that pass.
#[derive(Clone, Copy)]
pub struct FilteredRegister<'a> {
    /// The register.
    pub register: &'a Register,
    /// The filter as the register understands it.
    pub plan: &'a Plan,
    /// The needs that pass.
    pub selection: &'a Selection,
}

/// How much there is of every combination of the fields' values that occurs, in the order of the
/// vocabulary, "not stated" last.
///
/// Needs, States and reviews are those that have a need which the plan lets through. Only where
/// plan and fields speak of reviews alone, reviews without a need are counted too.
pub fn counted(asked: FilteredRegister<'_>, fields: &[Field], measure: Measure) -> Vec<Count> {
    let by_review = fields.iter().all(|field| field.is_of_review()) && asked.plan.on_reviews_only();
    let found = if measure == Measure::Reviews && by_review {
        reviews(asked.register, asked.plan, fields)
    } else {
        cross_tabulate(asked.register, asked.selection, fields, measure)
    };
    let count = |(slots, value)| Count { slots, value, before: 0 };
    let mut counts: Vec<Count> = found.into_iter().map(count).collect();
    counts.sort_by_cached_key(|count| unstated_last(&count.slots));
    counts
}

/// Counts of the same at two dates as one list. The fields' slots mean the same at every date.
pub fn growth(now: Vec<Count>, before: Vec<Count>) -> Vec<Count> {
    let mut all: BTreeMap<Vec<u16>, Count> = BTreeMap::new();
    for count in now {
        all.insert(unstated_last(&count.slots), count);
    }
    for old in before {
        let key = unstated_last(&old.slots);
        let both = all.entry(key).or_insert(Count { slots: old.slots, value: 0, before: 0 });
        both.before = old.value;
    }
    all.into_values().collect()
}

/// How much there is in all, as [`counted`] counts.
pub fn total(asked: FilteredRegister<'_>, measure: Measure) -> u32 {
    if measure == Measure::Reviews && asked.plan.on_reviews_only() {
        let passed = asked.plan.reviews(&asked.register.vocabulary);
        return passed.iter().filter(|passes| **passes).count() as u32;
    }
    asked.selection.counts.total(measure)
}

fn unstated_last(slots: &[u16]) -> Vec<u16> {
    slots.iter().map(|slot| slot.wrapping_sub(1)).collect()
}

/// Reviews with and without needs.
fn reviews(register: &Register, plan: &Plan, fields: &[Field]) -> Vec<(Vec<u16>, u32)> {
    let vocabulary = &register.vocabulary;
    let mut sums: BTreeMap<Vec<u16>, u32> = BTreeMap::new();
    let passed = plan.reviews(vocabulary);
    for (review, _) in vocabulary.reviews.iter().zip(&passed).filter(|(_, passed)| **passed) {
        for slots in combinations(review, fields, vocabulary) {
            *sums.entry(slots).or_default() += 1;
        }
    }
    sums.into_iter().collect()
}

fn combinations(review: &Review, fields: &[Field], vocabulary: &Vocabulary) -> Vec<Vec<u16>> {
    let mut own = Vec::new();
    fields.iter().fold(vec![Vec::new()], |begun, field| {
        review_slots(*field, review, vocabulary, &mut own);
        let longer = |begin: Vec<u16>| {
            own.iter()
                .map(|slot| begin.iter().copied().chain([*slot]).collect())
                .collect::<Vec<_>>()
        };
        begun.into_iter().flat_map(longer).collect()
    })
}
