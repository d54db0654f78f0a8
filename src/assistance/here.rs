//! Who works where: the activities in a State and those under the articles of a need there, told apart by whether they
//! name the State or are for a part of the world around it.

use super::candidates::{Looked, activities_for};
use super::rule::Band;
use super::scope::Scope;
use crate::domain::{ActivityStatus, ArticleSet, coded};
use crate::query::register::{Activity, NeedRef, Register};
use std::cmp::Reverse;

coded! {
    /// How near an activity is to a State.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Near {
        /// It names the State.
        State => "state",
        /// It is for a part of the world in which the State lies.
        Region => "region",
        /// It is global, does not say where it is, or names other States.
        Elsewhere => "elsewhere",
    }
}

/// An activity in a State, or one that could serve needs there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorksHere {
    /// The activity: a place in the vocabulary.
    pub activity: u16,
    /// How near it is.
    pub near: Near,
    /// How many of the needs looked at are matched with it.
    pub matched: u32,
    /// How many of the open ones it could serve, strong and likely candidates; `None` where that was not worked out.
    pub could: Option<u32>,
}

/// Above so many pairs of a need and an activity it is not worked out which needs could be served.
const MOST_PAIRS: usize = 4_000_000;

/// How near an activity is to a State.
fn near(activity: &Activity, state: u16) -> Near {
    match Scope::of(activity) {
        Scope::Named(states) if states.contains(&state) => Near::State,
        Scope::Region(states) if states.contains(&state) => Near::Region,
        Scope::Named(_) | Scope::Region(_) | Scope::Anywhere => Near::Elsewhere,
    }
}

/// The activities, of any provider and any status, that are matched with a need or work in its State under one of its
/// articles; for a need without articles, under one of its chapters. What is matched comes first, then what names the
/// State.
pub fn works_on(need: NeedRef<'_>) -> Vec<WorksHere> {
    let articles = need.articles();
    let is_on = |activity: &Activity| {
        if articles.bits() != 0 {
            return activity.articles.bits() & articles.bits() != 0;
        }
        let mut own = activity.articles;
        activity.chapters.iter().for_each(|chapter| own.insert_chapter(*chapter));
        own.chapter_bits() & articles.chapter_bits() != 0
    };
    let one = |(activity, place): (&Activity, u16)| {
        let is_matched = need.matches().iter().any(|one| one.activity == place);
        let near = near(activity, need.state_place());
        let is_here = is_matched || near != Near::Elsewhere && is_on(activity);
        is_here.then_some(WorksHere {
            activity: place,
            near,
            matched: u32::from(is_matched),
            could: None,
        })
    };
    let activities = need.vocabulary.activities.iter().zip(0..);
    let mut found: Vec<WorksHere> = activities.filter_map(one).collect();
    found.sort_by_key(|of| (Reverse(of.matched), of.near));
    found
}

/// The activities that name a State or are for a part of the world around it, and those that are matched with its needs
/// or could serve them. What names the State comes first, then what is around it, then what could serve the most needs.
/// `None` when `cancelled` says so.
pub fn works_in(
    register: &Register,
    state: u16,
    looked: Looked,
    cancelled: &(dyn Fn() -> bool + Sync),
) -> Option<Vec<WorksHere>> {
    let activities = &register.vocabulary.activities;
    let needs: Vec<NeedRef<'_>> = register.needs_of_state(state).collect();
    let counts = needs.len() * activities.len() <= MOST_PAIRS;
    let (mut matched, mut could) = (vec![0; activities.len()], vec![0; activities.len()]);
    let looked = Looked { least: Band::Likely, ..looked };
    for need in needs {
        if cancelled() {
            return None;
        }
        for one in need.matches() {
            matched[usize::from(one.activity)] += 1;
        }
        if counts {
            for one in activities_for(need, looked) {
                could[usize::from(one.activity)] += 1;
            }
        }
    }
    let one = |(activity, place): (&Activity, u16)| WorksHere {
        activity: place,
        near: near(activity, state),
        matched: matched[usize::from(place)],
        could: counts.then_some(could[usize::from(place)]),
    };
    let is_here = |of: &WorksHere| {
        of.near != Near::Elsewhere || of.matched > 0 || of.could.is_some_and(|count| count > 0)
    };
    let mut found: Vec<WorksHere> = activities.iter().zip(0..).map(one).filter(is_here).collect();
    found.sort_by_key(|of| (of.near, Reverse((of.matched, of.could))));
    Some(found)
}

/// The activities that serve what several States agreed on: those matched with their needs, and those, not cancelled,
/// that name one of the States under one of these articles. What is matched with the most needs comes first. `None` when
/// `cancelled` says so.
pub fn works_for(
    register: &Register,
    states: &[u16],
    articles: ArticleSet,
    cancelled: &(dyn Fn() -> bool + Sync),
) -> Option<Vec<WorksHere>> {
    let activities = &register.vocabulary.activities;
    let mut matched = vec![0; activities.len()];
    for state in states {
        if cancelled() {
            return None;
        }
        for need in register.needs_of_state(*state) {
            need.matches().iter().for_each(|one| matched[usize::from(one.activity)] += 1);
        }
    }
    let one = |(activity, place): (&Activity, u16)| {
        let nearest = states.iter().map(|state| near(activity, *state)).min();
        let near = nearest.unwrap_or(Near::Elsewhere);
        let is_on = activity.articles.bits() & articles.bits() != 0;
        let counts = activity.status() != Some(ActivityStatus::Cancelled);
        let matched = matched[usize::from(place)];
        let is_it = matched > 0 || counts && near == Near::State && is_on;
        is_it.then_some(WorksHere { activity: place, near, matched, could: None })
    };
    let mut found: Vec<WorksHere> = activities.iter().zip(0..).filter_map(one).collect();
    found.sort_by_key(|of| (Reverse(of.matched), of.near));
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Coded, Day};
    use crate::testing::random_register;

    #[test]
    fn who_works_on_a_need_is_what_looking_at_each_activity_gives() {
        let register = random_register::register(11, 300);
        let mut seen = [0; 3];
        for state in 0..register.vocabulary.states.len() as u16 {
            for need in register.needs_of_state(state).filter(|need| need.articles().bits() != 0) {
                let found = works_on(need);
                for (activity, place) in register.vocabulary.activities.iter().zip(0..) {
                    let of = found.iter().find(|of| of.activity == place);
                    let names = activity.states.contains(&state);
                    let around =
                        activity.states.is_empty() && activity.area_states.contains(&state);
                    let shares = activity.articles.iter().any(|own| need.articles().contains(own));
                    let is_matched = need.activities().any(|of| of.id == activity.id);
                    assert_eq!(of.is_some(), is_matched || shares && (names || around));
                    let Some(of) = of else { continue };
                    assert_eq!(of.matched == 1, is_matched);
                    assert_eq!(of.near == Near::State, names);
                    assert_eq!(of.near == Near::Region, around);
                    seen[of.near.index()] += 1;
                }
                assert!(found.is_sorted_by_key(|of| Reverse(of.matched)));
            }
        }
        assert!(seen[0] > 0 && seen[1] > 0, "{seen:?}");
    }

    #[test]
    fn the_numbers_of_a_state_are_the_sums_over_its_needs() {
        let register = random_register::register(3, 400);
        let today = Day::from_number(18_000);
        let looked = Looked::on(today, &register.vocabulary, Band::Likely);
        for state in 0..register.vocabulary.states.len() as u16 {
            let found = works_in(&register, state, looked, &|| false).expect("nobody cancels");
            for of in &found {
                let is_it = |need: &NeedRef<'_>| {
                    need.matches().iter().any(|one| one.activity == of.activity)
                };
                assert_eq!(register.needs_of_state(state).filter(is_it).count() as u32, of.matched);
                let needs = register.needs_of_state(state);
                let serves = |need: &NeedRef<'_>| {
                    activities_for(*need, looked).iter().any(|one| one.activity == of.activity)
                };
                assert_eq!(Some(needs.filter(serves).count() as u32), of.could);
            }
            let named = register.vocabulary.activities.iter().zip(0_u16..);
            for (_, place) in named.filter(|(activity, _)| activity.states.contains(&state)) {
                assert!(found.iter().any(|of| of.activity == place));
            }
        }
        assert_eq!(works_in(&register, 0, looked, &|| true).map(|found| found.len()), None);
    }
}
