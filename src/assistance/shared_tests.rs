//! Tests of shared needs: every group against counting one need after the other.

use super::*;
use crate::domain::{Coded, Day};
use crate::query::{Context, Plan, parse, select};
use crate::testing::random_register;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn selected(register: &Register, filter: &str) -> Selection {
    let context = Context { today: Day::from_number(18_000), me: None };
    let plan = Plan::resolve(&parse(filter).unwrap(), register, &context).unwrap();
    select(register, &plan, &|| false).unwrap()
}

/// Needs of each State, all and of high priority, by group, article and part.
type Counted = BTreeMap<(Option<u16>, Article, Option<u16>), BTreeMap<u16, (u32, u32)>>;

/// The needs of each group, article and part by State, by looking at one need after the other.
fn counted(register: &Register, selection: &Selection, sharing: Sharing) -> Counted {
    let mut all = Counted::new();
    for need in selection.rows.iter().filter_map(|row| register.need(*row)) {
        if need.standing() != Some(Standing::Unserved) {
            continue;
        }
        let slot = |place: usize| Some(place as u16 + 1);
        let state = need.state();
        let groups: Vec<Option<u16>> = match sharing.by {
            None => vec![None],
            Some(Field::Region) => state.region.map(|own| slot(own.index())).into_iter().collect(),
            Some(Field::Group) => state.groups.iter().map(|own| slot(own.index())).collect(),
            Some(_) => state.adviser.map(|own| slot(own.into())).into_iter().collect(),
        };
        let parts: Vec<Option<u16>> = match sharing.split {
            None => vec![None],
            Some(Field::Theme) if need.theme_places().is_empty() => vec![Some(0)],
            Some(Field::Theme) => {
                need.theme_places().iter().map(|place| slot((*place).into())).collect()
            }
            Some(_) => {
                let id = need.category().map(|category| category.id);
                let place = need.vocabulary.categories.iter().position(|own| Some(own.id) == id);
                vec![place.map_or(Some(0), slot)]
            }
        };
        for group in groups {
            for article in need.articles().iter() {
                for part in &parts {
                    let of = all.entry((group, article, *part)).or_default();
                    let counts = of.entry(need.state_place()).or_default();
                    counts.0 += 1;
                    counts.1 += u32::from(need.priority() == Some(Priority::High));
                }
            }
        }
    }
    all.retain(|_, states| states.len() >= 3);
    all
}

fn any_sharing() -> impl Strategy<Value = Sharing> {
    let by = proptest::option::of(proptest::sample::select(&GROUPED_BY[..]));
    let split = proptest::option::of(proptest::sample::select(&SPLIT_BY[..]));
    (by, split).prop_map(|(by, split)| Sharing { by, split })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn groups_are_what_one_by_one_gives(
        seed in any::<u64>(),
        sharing in any_sharing(),
        filter in proptest::sample::select(&["", "cycle:2", "priority:high", "match:served"][..]),
    ) {
        let register = random_register::register(seed, 600);
        let selection = selected(&register, filter);
        let found = shared_needs(&register, &selection, sharing, &|| false).unwrap();
        let expected = counted(&register, &selection, sharing);
        prop_assert_eq!(found.len(), expected.len());
        for group in &found {
            let states = &expected[&(group.group, group.article, group.part)];
            prop_assert_eq!(group.states.len(), states.len());
            for own in &group.states {
                prop_assert_eq!((own.needs, own.high), states[&own.state]);
            }
            prop_assert!(group.states.windows(2).all(|pair| pair[0].needs >= pair[1].needs));
            prop_assert_eq!(group.needs(), states.values().map(|(needs, _)| needs).sum::<u32>());
            prop_assert_eq!(group.high(), states.values().map(|(_, high)| high).sum::<u32>());
        }
        let keys: BTreeSet<_> = found.iter().map(|of| (of.group, of.article, of.part)).collect();
        prop_assert_eq!(keys.len(), found.len());
        let width = |of: &SharedNeeds| (of.states.len(), of.needs());
        prop_assert!(found.windows(2).all(|pair| width(&pair[0]) >= width(&pair[1])));
    }
}

#[test]
fn more_than_fifteen_states_are_no_workshop() {
    let state = |state| SharingState { state, needs: 1, high: 0 };
    let of = |states: u16| SharedNeeds {
        group: None,
        article: Article::new(44).unwrap(),
        part: None,
        states: (0..states).map(state).collect(),
    };
    assert!(!of(15).is_wide() && of(16).is_wide());
}

#[test]
fn a_newer_question_stops_it() {
    let register = random_register::register(1, 10);
    let sharing = Sharing { by: None, split: None };
    assert_eq!(shared_needs(&register, &selected(&register, ""), sharing, &|| true), None);
}
