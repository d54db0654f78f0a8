//! The activities under a filter of needs: how many of these needs each is matched with, and which of them are shown.

use super::plan::Plan;
use super::register::{Activity, Address, NeedRef, Register, Vocabulary};
use super::{Filter, Test};

impl Filter {
    /// Whether every term says something about States alone; then States without a review, or without a need, can
    /// answer.
    pub fn is_on_states_only(&self) -> bool {
        let is_on_states =
            |test: &Test| matches!(test, Test::Field(field, _) if field.is_of_state());
        self.terms.iter().all(|term| is_on_states(&term.test))
    }
}

/// How many of these needs each activity is matched with, by its place in the vocabulary.
pub fn matched_needs(register: &Register, rows: &[Address]) -> Vec<u32> {
    let activities = &register.vocabulary.activities;
    let mut needs = vec![0_u32; activities.len()];
    for need in rows.iter().filter_map(|row| register.need(*row)) {
        for activity in need.activities() {
            if let Some(place) = place_of(activity, activities) {
                needs[place] += 1;
            }
        }
    }
    needs
}

/// The numbers of the needs that are matched with an activity, rising; `stopped` says whether to give up, which gives
/// `None`.
pub fn needs_of_activity(
    register: &Register,
    rows: &[Address],
    activity: &Activity,
    stopped: &dyn Fn() -> bool,
) -> Option<Vec<u32>> {
    let mut found = Vec::new();
    for chunk in rows.chunks(ROWS) {
        let needs = chunk.iter().filter_map(|row| register.need(*row));
        let has_it = |need: &NeedRef<'_>| need.activities().any(|of| of.id == activity.id);
        found.extend(needs.filter(has_it).map(NeedRef::id));
        if stopped() {
            return None;
        }
    }
    found.sort_unstable();
    Some(found)
}

/// How many rows are gone through before it is asked whether to go on.
const ROWS: usize = 16_384;

/// The places of the activities that a filter shows: without terms all; with terms on States alone those that help one
/// of these States; else those that are matched with one of the needs. `needs` is as [`matched_needs`] gives it.
pub fn activities_shown(
    vocabulary: &Vocabulary,
    filter: &Filter,
    plan: &Plan,
    needs: &[u32],
) -> Vec<u16> {
    let activities = &vocabulary.activities;
    let on_states = filter.is_on_states_only();
    let helps = |activity: &Activity| {
        activity.states.iter().any(|state| plan.state_matches(usize::from(*state)))
    };
    let shows = |place: &usize| {
        plan.is_empty()
            || needs.get(*place).is_some_and(|needs| *needs > 0)
            || on_states && helps(&activities[*place])
    };
    (0..activities.len()).filter(shows).map(|place| place as u16).collect()
}

/// The place of an activity among all, which stand in the order of their ids.
fn place_of(activity: &Activity, all: &[Activity]) -> Option<usize> {
    all.binary_search_by_key(&activity.id, |one| one.id).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Day;
    use crate::query::{Context, parse, select};
    use crate::testing::random_register;

    #[test]
    fn needs_are_counted_for_each_activity_that_they_are_matched_with() {
        for seed in 0..20 {
            let register = random_register::register(seed, 200);
            let today = Day::parse("2019-12-31").expect("a day");
            let context = Context { today, me: None };
            let filter = parse("priority:high").expect("a filter");
            let plan = Plan::resolve(&filter, &register, &context).expect("a plan");
            let rows = select(&register, &plan, &|| false).expect("a selection").rows;
            let needs = matched_needs(&register, &rows);
            for (activity, counted) in register.vocabulary.activities.iter().zip(&needs) {
                let found = needs_of_activity(&register, &rows, activity, &|| false);
                assert_eq!(found.map(|found| found.len() as u32), Some(*counted), "{seed}");
                let stopped = needs_of_activity(&register, &rows, activity, &|| true);
                assert!(stopped.is_none() || rows.is_empty(), "{seed}");
            }
            let shown = activities_shown(&register.vocabulary, &filter, &plan, &needs);
            let counted = needs.iter().filter(|needs| **needs > 0).count();
            assert_eq!(shown.len(), counted, "{seed}");
            let all = Plan::everything(context);
            let none = vec![0; needs.len()];
            let shown = activities_shown(&register.vocabulary, &Filter::default(), &all, &none);
            assert_eq!(shown.len(), needs.len());
        }
    }
}
