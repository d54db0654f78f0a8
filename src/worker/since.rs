//! Growth: the part of a filter's needs that is new since an earlier day.

use super::compute::Unmade;
use super::state::Loop;
use super::{Answer, Question, Since};
use crate::domain::NeedNumber;
use crate::query::register::{NeedRef, Register};
use crate::query::{
    Context, Field, Filter, Measure, Plan, Selection, Term, TermPosition, Test, Value,
    code_of_value, select,
};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A question narrowed to its growth.
pub(super) struct New {
    /// The question's filter without the needs of the earlier day.
    pub(super) filter: Filter,
    /// The reviews that were there, by id, where reviews are counted.
    old: BTreeSet<i64>,
    /// The plan of the question's own filter.
    plan: Arc<Plan>,
}

impl New {
    /// Turns the answer to the narrowed question into one to the question itself.
    pub(super) fn put_in(self, answer: &mut Answer, question: &Question) {
        answer.filter.clone_from(&question.filter);
        answer.plan = self.plan;
        if self.old.is_empty() {
            return;
        }
        // Reviews are listed whether they have needs or not, as they were counted.
        answer.on_reviews_only = answer.plan.on_reviews_only() && !question.with_needs;
        let passes = answer.reviews.iter().zip(&answer.register.vocabulary.reviews);
        let passes = passes.map(|(passes, review)| *passes && !self.old.contains(&review.id));
        answer.reviews = passes.collect::<Vec<bool>>().into();
    }
}

impl Loop<'_> {
    /// Narrows a question to its growth since an earlier day. The register is that of the question, with the context
    /// in which it is asked.
    pub(super) fn new_since(
        &mut self,
        question: &Question,
        (register, now): (&Register, Context),
        since: Since,
    ) -> Result<New, Unmade> {
        let before = self.register_of(Some(since.day)).map_err(Unmade::Store)?;
        let context = self.context(&before, since.day);
        let filter = &question.filter;
        let plan = Plan::resolve(filter, &before, &context).map_err(Unmade::Unreadable)?;
        let found = select(&before, &plan, &|| false).ok_or(Unmade::Stopped)?;
        let own = Plan::resolve(filter, register, &now).map_err(Unmade::Unreadable)?;
        let mut new = New { filter: filter.clone(), old: BTreeSet::new(), plan: Arc::new(own) };
        let needs = || found.rows.iter().filter_map(|row| before.need(*row));
        let (field, values) = match since.measure {
            Measure::Needs => (Field::Id, ranges(needs().map(NeedRef::id))),
            Measure::States => {
                let states: BTreeSet<u16> = needs().map(NeedRef::state_place).collect();
                let code = |state| code_of_value(Field::State, state + 1, &before.vocabulary);
                (Field::State, states.into_iter().map(|s| Value::from_code(&code(s))).collect())
            }
            Measure::Reviews => {
                new.old = reviews(&before, &plan, &found);
                let now = register.rows().filter_map(|row| register.need(row));
                let of_old = now.filter(|need| {
                    need.review().is_some_and(|review| new.old.contains(&review.id))
                });
                (Field::Id, ranges(of_old.map(NeedRef::id)))
            }
        };
        if !values.is_empty() {
            let test = Test::Field(field, values.into_iter().map(Into::into).collect());
            new.filter.terms.push(Term { negated: true, test, at: TermPosition::default() });
        }
        Ok(new)
    }
}

/// The reviews that a plan counts, by id: all that pass where only reviews are asked about, else
/// those with such needs.
fn reviews(register: &Register, plan: &Plan, found: &Selection) -> BTreeSet<i64> {
    if plan.on_reviews_only() {
        let passes = plan.reviews(&register.vocabulary);
        let all = register.vocabulary.reviews.iter().zip(passes);
        return all.filter(|(_, passes)| *passes).map(|(review, _)| review.id).collect();
    }
    let needs = found.rows.iter().filter_map(|row| register.need(*row));
    needs.filter_map(|need| Some(need.review()?.id)).collect()
}

/// Numbers as ranges of those that follow each other.
pub fn ranges(numbers: impl Iterator<Item = NeedNumber>) -> Vec<Value> {
    let numbers: BTreeSet<NeedNumber> = numbers.collect();
    let mut runs: Vec<(NeedNumber, NeedNumber)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, last)) if last.next() == number => *last = number,
            _ => runs.push((number, number)),
        }
    }
    let range = |(from, to): (NeedNumber, NeedNumber)| {
        Value::Range(Some(from.to_string()), Some(to.to_string()))
    };
    runs.into_iter().map(range).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_follow_each_other_are_one_range() {
        let range = |from: &str, to: &str| Value::Range(Some(from.into()), Some(to.into()));
        let expected = [range("1", "3"), range("5", "5"), range("9", "10")];
        assert_eq!(ranges([3, 1, 10, 2, 5, 9].into_iter().map(NeedNumber::new)), expected);
        assert_eq!(ranges([].into_iter()), []);
    }
}
