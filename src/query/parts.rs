//! Divides the counts of a selection among the values of a field of which each need has one: the parts of split bars.
//! A part is the selection of the filter with one term more, so that the engine counts it by its difference to a
//! selection that it has; "not stated" is the rest of the parts.

use super::register::Vocabulary;
use super::{Counts, Field, Filter, Measure, Term, Value, code_of_value, slots};
use std::sync::Arc;

/// The fields by which bars are split, in the order in which a key steps through them.
pub const SPLITS: [Field; 3] = [Field::Response, Field::Priority, Field::Cycle];

/// The counts of each part.
#[derive(Clone, Debug)]
pub struct Parts {
    /// The field by which they are split.
    pub by: Field,
    /// The counts of each stated value, in the order of its slots, from 1.
    counts: Vec<Arc<Counts>>,
}

impl Parts {
    /// Parts that have been counted, one for each filter of [`Self::filters`].
    pub fn new(by: Field, counts: Vec<Arc<Counts>>) -> Self {
        Self { by, counts }
    }

    /// The filters that give the stated parts of a filter's needs.
    pub fn filters(filter: &Filter, by: Field, vocabulary: &Vocabulary) -> Vec<Filter> {
        let with = |slot: usize| {
            let code = code_of_value(by, slot as u16, vocabulary);
            let mut part = filter.clone();
            part.terms.push(Term::field(by, Value::Is(code)));
            part
        };
        (1..slots(by, vocabulary)).map(with).collect()
    }

    /// The needs of each value of a field by part: the stated ones, then "not stated", the rest of
    /// `whole`, the counts of all parts together. `offered` leaves out the values that the filter
    /// chooses of the field.
    pub fn of(&self, field: Field, whole: &[u32], offered: bool) -> Vec<Vec<u32>> {
        let of = |counts: &Arc<Counts>| {
            if offered {
                counts.offered(field, Measure::Needs)
            } else {
                counts.of(field, Measure::Needs)
            }
        };
        let stated: Vec<Vec<u32>> = self.counts.iter().map(of).collect();
        let stated: Vec<&[u32]> = stated.iter().map(Vec::as_slice).collect();
        divided(whole, &stated)
    }

    /// The needs of each review, by its place, by part as in [`Self::of`]; `whole` has the counts of all parts together.
    pub fn of_reviews(&self, whole: &Counts) -> Vec<Vec<u32>> {
        let stated: Vec<&[u32]> = self.counts.iter().map(|counts| counts.by_review()).collect();
        divided(whole.by_review(), &stated)
    }
}

/// Divides numbers into their stated parts, and behind these the rest.
fn divided(whole: &[u32], stated: &[&[u32]]) -> Vec<Vec<u32>> {
    let parts = |(at, whole): (usize, &u32)| {
        let mut parts: Vec<u32> =
            stated.iter().map(|part| part.get(at).copied().unwrap_or(0)).collect();
        parts.push(whole.saturating_sub(parts.iter().sum()));
        parts
    };
    whole.iter().enumerate().map(parts).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Coded, Day};
    use crate::query::{Context, Plan, cross_tabulate, parse, select};
    use crate::testing::random_register;

    /// Every field, split by every field, against the counts by both fields, made row by row.
    #[test]
    fn parts_are_what_counting_by_both_fields_gives() {
        let register = random_register::register(11, 900);
        let context = Context { today: Day::from_number(17_900), me: None };
        let found = |filter: &Filter| {
            let plan = Plan::resolve(filter, &register, &context).unwrap();
            select(&register, &plan, &|| false).unwrap()
        };
        for filter in
            ["", "chapter:V", "response:unmet,met", "-priority:high is:untriaged", "cycle:2"]
        {
            let filter = parse(filter).unwrap();
            let whole = found(&filter);
            for by in SPLITS {
                let filters = Parts::filters(&filter, by, &register.vocabulary);
                let counts = filters.iter().map(|part| found(part).counts).collect();
                let parts = Parts::new(by, counts);
                for field in Field::ALL.iter().copied().filter(|field| field.is_countable()) {
                    let mut expected = vec![
                        vec![0; slots(by, &register.vocabulary)];
                        slots(field, &register.vocabulary)
                    ];
                    let both = cross_tabulate(&register, &whole, &[field, by], Measure::Needs);
                    for (at, count) in both {
                        let part = match at[1] {
                            0 => expected[0].len() - 1,
                            slot => usize::from(slot) - 1,
                        };
                        expected[usize::from(at[0])][part] += count;
                    }
                    let all = whole.counts.of(field, Measure::Needs);
                    assert_eq!(parts.of(field, &all, false), expected, "{filter} {field:?} {by:?}");
                }
                let last = slots(by, &register.vocabulary) - 1;
                let mut expected = vec![vec![0; last + 1]; register.vocabulary.reviews.len()];
                for need in whole.rows.iter().filter_map(|row| register.need(*row)) {
                    let Some(review) = need.review() else { continue };
                    let mut reviews = register.vocabulary.reviews.iter();
                    let place = reviews.position(|one| std::ptr::eq(one, review)).unwrap();
                    let part = match by {
                        Field::Response => need.response().map(Coded::index),
                        Field::Priority => need.priority().map(Coded::index),
                        _ => Some(review.cycle.index()),
                    };
                    expected[place][part.unwrap_or(last)] += 1;
                }
                assert_eq!(parts.of_reviews(&whole.counts), expected, "{filter} {by:?}");
            }
        }
    }
}
