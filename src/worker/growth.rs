//! The part of a filter's needs that growth counts: what was not there on an earlier day.

use super::Since;
use super::drawing::Unmade;
use super::run::Loop;
use crate::query::register::NeedRef;
use crate::query::{Context, Field, Filter, Measure, Plan, Term, Test, Value, select, slot_code};
use std::collections::BTreeSet;

impl Loop<'_> {
    /// The filter without what it let through on an earlier day: without those needs, or without
    /// the States or reviews that had such needs.
    pub(super) fn new_since(&mut self, filter: &Filter, since: Since) -> Result<Filter, Unmade> {
        let register = self.register_of(Some(since.day)).map_err(Unmade::Store)?;
        let vocabulary = &register.vocabulary;
        let me = vocabulary.people.iter().position(|person| person.code == self.settings.who);
        let context = Context { today: since.day, me: me.map(|place| place as u16) };
        let plan = Plan::resolve(filter, &register, &context).map_err(Unmade::Unreadable)?;
        let found = select(&register, &plan, &|| false).ok_or(Unmade::Stopped)?;
        let needs = || found.rows.iter().filter_map(|row| register.need(*row));
        let mut without = filter.clone();
        let mut leave_out = |field, values: Vec<Value>| {
            if values.is_empty() {
                return;
            }
            let values = values.into_iter().map(Into::into).collect();
            let term = Term::field(field, Value::None);
            without.terms.push(Term { negated: true, test: Test::Field(field, values), ..term });
        };
        let state = |place: u16| Value::from_code(&slot_code(Field::State, place + 1, vocabulary));
        match since.measure {
            Measure::States => {
                let states: BTreeSet<u16> = needs().map(|need| need.review().state).collect();
                leave_out(Field::State, states.into_iter().map(state).collect());
            }
            Measure::Needs | Measure::Reviews => {
                leave_out(Field::Id, ranges(needs().map(NeedRef::id)));
            }
        }
        Ok(without)
    }
}

/// Numbers as ranges of those that follow each other.
fn ranges(numbers: impl Iterator<Item = u32>) -> Vec<Value> {
    let numbers: BTreeSet<u32> = numbers.collect();
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => runs.push((number, number)),
        }
    }
    let range = |(from, to): (u32, u32)| Value::Range(Some(from.to_string()), Some(to.to_string()));
    runs.into_iter().map(range).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_follow_each_other_are_one_range() {
        let range = |from: &str, to: &str| Value::Range(Some(from.into()), Some(to.into()));
        let expected = [range("1", "3"), range("5", "5"), range("9", "10")];
        assert_eq!(ranges([3, 1, 10, 2, 5, 9].into_iter()), expected);
        assert_eq!(ranges([].into_iter()), []);
    }
}
