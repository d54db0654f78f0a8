//! Tests of coverage: against looking at one activity and one need after the other.

use super::*;
use crate::domain::{Coded, Day};
use crate::query::register::Disclosure;
use crate::query::{Context, Plan, select};
use crate::testing::random_register;
use proptest::prelude::*;
use std::sync::Arc;

fn everything(register: &Register) -> Selection {
    let context = Context { today: Day::from_number(18_000), me: None };
    select(register, &Plan::everything(context), &|| false).unwrap()
}

fn all(register: &Register) -> Vec<u16> {
    (0..register.vocabulary.activities.len() as u16).collect()
}

fn grant(activity: i64, organisation: Option<i64>, amount: Option<i64>, currency: &str) -> Grant {
    let (stage, currency) = (MoneyStage::Pledged, currency.to_owned());
    Grant { activity, stage, organisation, amount, currency }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn every_number_is_what_one_by_one_gives(seed in any::<u64>()) {
        let mut register = random_register::register(seed, 300);
        let count = register.vocabulary.organisations.len();
        for (place, activity) in
            Arc::make_mut(&mut register.vocabulary).activities.iter_mut().enumerate()
        {
            activity.donors = vec![(place % count) as u16].into();
        }
        let selection = everything(&register);
        for role in CoverageRole::ALL {
            let all = all(&register);
            let few: Vec<u16> = all.iter().copied().filter(|place| place % 3 != 1).collect();
            let shown = if seed % 2 == 0 { &all } else { &few };
            let found = coverage(&register, &selection, shown, *role, &[]);
            let is_shown = |activity: &&Activity| {
                let id = activity.id;
                let of = |place: &u16| register.vocabulary.activities[usize::from(*place)].id == id;
                shown.iter().any(of)
            };
            for place in 0..count as u16 {
                let is_its = |activity: &&Activity| {
                    activity.status != "cancelled"
                        && is_shown(activity)
                        && organisations(activity, *role).contains(&place)
                };
                let own: Vec<_> = register.vocabulary.activities.iter().filter(is_its).collect();
                let of = found.iter().find(|of| of.organisation == place);
                prop_assert_eq!(of.map_or(0, |of| of.activities) as usize, own.len());
                let Some(of) = of else { continue };
                let needs = selection.rows.iter().filter_map(|row| register.need(*row));
                let matched = needs.filter(|need| need.activities().any(|of| is_its(&of)));
                prop_assert_eq!(of.needs as usize, matched.count());
                prop_assert!(of.served <= of.needs);
                let articles = own.iter().map(|of| of.articles).fold(ArticleSet::EMPTY, ArticleSet::with);
                prop_assert_eq!(of.articles, articles);
            }
        }
    }
}

#[test]
fn where_no_state_is_named_nothing_is_told_of_one_or_two() {
    let mut register = random_register::register(7, 300);
    let vocabulary = Arc::make_mut(&mut register.vocabulary);
    for (place, activity) in vocabulary.activities.iter_mut().enumerate() {
        activity.providers = vec![place as u16 % 2].into();
        activity.states =
            if place % 2 == 0 { [0, 1].iter() } else { [0, 1, 2, 3].iter() }.copied().collect();
        activity.status = "done".into();
    }
    let selection = everything(&register);
    let named = coverage(&register, &selection, &all(&register), CoverageRole::Provider, &[]);
    assert!(named.iter().all(|of| !of.withheld && of.needs > 0), "{named:?}");
    Arc::make_mut(&mut register.vocabulary).nameless = Some(Disclosure::Regions);
    let found = coverage(&register, &selection, &all(&register), CoverageRole::Provider, &[]);
    for of in &found {
        // The second one is withheld too: its needs would give those of the first.
        assert!(of.withheld && of.states.is_empty() && (of.needs, of.served) == (0, 0), "{of:?}");
        assert!(of.activities > 0);
    }
    let vocabulary = Arc::make_mut(&mut register.vocabulary);
    vocabulary.activities.iter_mut().for_each(|activity| activity.states = vec![0, 1, 2].into());
    let found = coverage(&register, &selection, &all(&register), CoverageRole::Provider, &[]);
    assert!(found.iter().all(|of| !of.withheld && of.states.len() == 3), "{found:?}");
}

#[test]
fn money_is_summed_by_stage_and_currency_alone() {
    let mut register = random_register::register(1, 0);
    let vocabulary = Arc::make_mut(&mut register.vocabulary);
    for activity in &mut vocabulary.activities {
        activity.status = "done".into();
        activity.providers = vec![0].into();
    }
    vocabulary.activities[1].status = "cancelled".into();
    let (donor, first, second) =
        (vocabulary.organisations[2].id, vocabulary.activities[0].id, vocabulary.activities[1].id);
    let grants = [
        grant(first, Some(donor), Some(100), "USD"),
        grant(first, None, Some(7), "EUR"),
        grant(first, Some(donor), Some(20), "USD"),
        grant(first, None, None, ""),
        grant(second, Some(donor), Some(1_000), "USD"),
    ];
    let selection = everything(&register);
    let sums = |role, place| -> Vec<(String, u64, u32)> {
        let all = coverage(&register, &selection, &all(&register), role, &grants);
        let of = all.into_iter().find(|of| of.organisation == place).unwrap();
        of.money.into_iter().map(|sum| (sum.currency, sum.amount, sum.entries)).collect()
    };
    let sum = |currency: &str, amount, entries| (currency.to_owned(), amount, entries);
    assert_eq!(
        sums(CoverageRole::Provider, 0),
        [sum("", 0, 1), sum("EUR", 7, 1), sum("USD", 120, 2)]
    );
    assert_eq!(sums(CoverageRole::Donor, 2), [sum("USD", 120, 2)]);
}
