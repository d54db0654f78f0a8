//! Activities and organisations under a filter: which of them it shows, and how many needs each activity is matched
//! with.

use super::engine::select::select;
use super::facet_value::slots;
use super::own_values::slots_of;
use super::plan::{Plan, PlannedTerm};
use super::register::{Activity, Address, Match, Register, Vocabulary};
use super::{Field, Filter, Test};
use crate::domain::NeedNumber;

impl Filter {
    /// The fields of its terms, in their order.
    pub fn fields(&self) -> impl Iterator<Item = Field> {
        self.terms.iter().filter_map(|term| match term.test {
            Test::Field(field, _) => Some(field),
            Test::Text(_) => None,
        })
    }

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
    let vocabulary = &register.vocabulary;
    // Few needs have different sets of matches: the needs of each set are counted first.
    let mut of_set = vec![0_u32; vocabulary.match_sets.len()];
    for rows in rows.chunk_by(|one, other| one.chunk() == other.chunk()) {
        let chunk = rows.first().and_then(|row| register.chunks.get(row.chunk()));
        let Some(sets) = chunk.map(|chunk| &chunk.facts.activities) else { continue };
        for set in rows.iter().filter_map(|row| sets.get(row.offset())) {
            of_set[set.index()] += 1;
        }
    }
    let mut needs = vec![0_u32; vocabulary.activities.len()];
    for (set, count) in vocabulary.match_sets.iter().zip(of_set) {
        for one in set {
            if let Some(needs) = needs.get_mut(usize::from(one.activity)) {
                *needs += count;
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
) -> Option<Vec<NeedNumber>> {
    let vocabulary = &register.vocabulary;
    let has_it = |set: &[Match]| {
        let mut own =
            set.iter().filter_map(|one| vocabulary.activities.get(usize::from(one.activity)));
        own.any(|own| own.id == activity.id)
    };
    let is_wanted: Vec<bool> = vocabulary.match_sets.iter().map(|set| has_it(set)).collect();
    let mut found = Vec::new();
    for rows in rows.chunks(ROWS) {
        if stopped() {
            return None;
        }
        let needs = rows.iter().filter_map(|row| {
            let facts = &register.chunks.get(row.chunk())?.facts;
            let set = facts.activities.get(row.offset())?;
            is_wanted[set.index()].then(|| NeedNumber::new(facts.id[row.offset()]))
        });
        found.extend(needs);
    }
    found.sort_unstable();
    Some(found)
}

/// How many rows are gone through before it is asked whether to go on.
const ROWS: usize = 16_384;

/// The activities and organisations that a filter shows: places in the vocabulary, rising.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AssistanceShown {
    /// Places in `Vocabulary::activities`.
    pub activities: Vec<u16>,
    /// Places in `Vocabulary::organisations`.
    pub organisations: Vec<u16>,
    /// The activities that pass the terms which ask needs alone: places in `Vocabulary::activities`.
    matched: Vec<u16>,
}

impl AssistanceShown {
    /// How many activities each value of a field would show, by its slot: those that pass the other terms of the filter
    /// that they are shown under. `None` for a field that activities have no values in.
    pub fn offered(&self, field: Field, plan: &Plan, vocabulary: &Vocabulary) -> Option<Vec<u32>> {
        if !field.is_of_activities() || !field.is_countable() {
            return None;
        }
        let others = plan
            .only(|term| term.is_of_activities() && (term.field != Some(field) || term.negated));
        let mut counts = vec![0; slots(field, vocabulary)];
        for place in &self.matched {
            let at = usize::from(*place);
            if !others.terms.iter().all(|term| term.lets_activity(at, vocabulary)) {
                continue;
            }
            let Some(activity) = vocabulary.activities.get(at) else { continue };
            let mut own = slots_of(field, activity, vocabulary);
            own.sort_unstable();
            own.dedup();
            for slot in own {
                if let Some(count) = counts.get_mut(usize::from(slot)) {
                    *count += 1;
                }
            }
        }
        Some(counts)
    }
}

/// The activities and organisations that a filter shows, without terms all.
///
/// Words and the fields of `Field::is_of_activities` ask for an activity's own; all other terms ask whether it is
/// matched with a need that passes these. An organisation answers words and `provider` by itself; the other terms ask
/// whether it provides an activity that passes them. `rows` are the needs that pass the whole filter; `counted` says with
/// how many of some needs each activity is matched, by its place; `stopped` says whether to give up, which gives `None`.
pub fn assistance_shown(
    register: &Register,
    plan: &Plan,
    rows: &[Address],
    counted: &dyn Fn(&[Address]) -> Vec<u32>,
    stopped: &(dyn Fn() -> bool + Sync),
) -> Option<AssistanceShown> {
    let vocabulary = &*register.vocabulary;
    let on_needs = plan.only(|term| !term.is_of_activities());
    let matched = if on_needs.is_empty() {
        None
    } else if on_needs == *plan {
        Some(counted(rows))
    } else {
        Some(counted(&select(register, &on_needs, stopped)?.rows))
    };
    let is_matched = |place: usize| matched.as_ref().is_none_or(|needs| needs[place] > 0);
    let is_let_through = |own: &Plan, place: usize| {
        own.terms.iter().all(|term| term.lets_activity(place, vocabulary)) && is_matched(place)
    };
    let own = plan.only(PlannedTerm::is_of_activities);
    let activities = 0..vocabulary.activities.len();
    let shown = activities.clone().filter(|place| is_let_through(&own, *place));
    let shown: Vec<u16> = shown.map(|place| place as u16).collect();
    let rest = plan.only(|term| !term.is_of_organisations());
    let gives = (!rest.is_empty()).then(|| {
        let own = rest.only(PlannedTerm::is_of_activities);
        let mut gives = vec![false; vocabulary.organisations.len()];
        for place in activities.filter(|place| is_let_through(&own, *place)) {
            for provider in &vocabulary.activities[place].providers {
                gives[usize::from(*provider)] = true;
            }
        }
        gives
    });
    let own = plan.only(PlannedTerm::is_of_organisations);
    let passes = |place: &u16| {
        let at = usize::from(*place);
        own.terms.iter().all(|term| term.lets_organisation(at, vocabulary))
            && gives.as_ref().is_none_or(|gives| gives[at])
    };
    let organisations = (0..vocabulary.organisations.len() as u16).filter(passes).collect();
    let matched = (0..vocabulary.activities.len()).filter(|place| is_matched(*place));
    let matched = matched.map(|place| place as u16).collect();
    Some(AssistanceShown { activities: shown, organisations, matched })
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
            let counted = |rows: &[Address]| matched_needs(&register, rows);
            let shown =
                assistance_shown(&register, &plan, &rows, &counted, &|| false).expect("all");
            let served = needs.iter().filter(|needs| **needs > 0).count();
            assert_eq!(shown.activities.len(), served, "{seed}");
            let all = Plan::everything(context);
            let shown = assistance_shown(&register, &all, &[], &counted, &|| false).expect("all");
            assert_eq!(shown.activities.len(), needs.len());
            assert_eq!(shown.organisations.len(), register.vocabulary.organisations.len());
        }
    }
}
