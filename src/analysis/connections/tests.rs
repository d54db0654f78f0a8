use super::*;
use crate::query::{Context, Filter, Plan, parse, select};
use crate::testing::random_register;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

fn article(number: u8) -> Article {
    Article::new(number).unwrap()
}

fn counted(register: &Register, by: Measure) -> Connections {
    let rows: Vec<Address> = register.rows().collect();
    connections(register, &rows, by, &|| false).unwrap()
}

/// A register in which the articles of the needs are these, over and over.
fn with_articles(needs: usize, articles: &[&[u8]]) -> Register {
    let mut register = random_register::register(7, needs);
    let mut given = articles.iter().cycle();
    for chunk in &mut register.chunks {
        let facts = Arc::make_mut(&mut Arc::make_mut(chunk).facts);
        for own in &mut facts.articles {
            *own = given.next().unwrap().iter().map(|number| article(*number)).collect();
        }
    }
    register
}

fn pair(both: u32, each: [u32; 2], base: u32) -> Connection {
    Connection { articles: [article(8), article(52)], both, each, base }
}

#[test]
fn a_lift_is_what_was_seen_by_what_chance_gives() {
    let said = |pair: Connection| (pair.expected(), pair.lift());
    assert_eq!(said(pair(5, [10, 10], 20)), (500, 100));
    assert_eq!(said(pair(10, [10, 10], 20)), (500, 200));
    assert_eq!(said(pair(1, [3, 1], 2)), (150, 67), "rounded half up");
    assert_eq!(said(pair(9, [13, 11], 17)), (841, 107));
    assert_eq!(said(pair(0, [0, 0], 0)), (0, 0));
    let many = pair(1_000_000, [1_000_000, 1_000_000], 1_000_000);
    assert_eq!(said(many), (100_000_000, 100));
}

#[test]
fn articles_that_know_nothing_of_each_other_have_a_lift_of_one() {
    // each of 8, 52 and 14 in half of the needs, whatever the other two
    let all: [&[u8]; 8] = [&[], &[8], &[52], &[8, 52], &[14], &[8, 14], &[52, 14], &[8, 52, 14]];
    let found = counted(&with_articles(800, &all), Measure::Needs);
    for one in [8, 52, 14] {
        for other in [8, 52, 14].into_iter().filter(|other| *other != one) {
            let pair = found.pair(article(one), article(other));
            assert_eq!((pair.both, pair.each, pair.base), (200, [400, 400], 800));
            assert_eq!((pair.expected(), pair.lift()), (20_000, 100));
        }
    }
    // and one that always comes with another is as far above as the other is rare
    let found = counted(&with_articles(800, &[&[8, 52], &[], &[14], &[]]), Measure::Needs);
    assert_eq!(found.pair(article(52), article(8)).lift(), 400);
    assert_eq!(found.pair(article(14), article(8)).lift(), 0);
}

#[test]
fn a_list_by_lift_has_pairs_of_few_last() {
    let mut needs: Vec<&[u8]> = vec![&[8]; 100];
    needs.extend([&[8_u8, 52][..]; 9]);
    needs.extend([&[14_u8, 58][..]; 6]);
    needs.extend([&[5_u8, 6][..]; 2]);
    needs.push(&[9, 10]);
    let found = counted(&with_articles(needs.len(), &needs), Measure::Needs);
    let order = |ranking, least| {
        let pairs = found.ranked(ranking, least);
        pairs.iter().map(|pair| pair.articles[0].number()).collect::<Vec<_>>()
    };
    assert_eq!(order(Ranking::Count, FEW), [8, 14, 5, 9]);
    assert_eq!(order(Ranking::Lift, FEW), [14, 8, 5, 9], "5 and 6 are further above, but few");
    assert_eq!(order(Ranking::Lift, 1), [9, 5, 14, 8]);
}

#[test]
fn the_most_frequent_articles_stand_in_the_order_of_the_convention() {
    let needs: [&[u8]; 6] = [&[52, 8], &[52], &[8], &[14], &[14, 52], &[60]];
    let found = counted(&with_articles(6, &needs), Measure::Needs);
    let shown = |most| found.frequent(most).iter().map(|a| a.number()).collect::<Vec<_>>();
    assert_eq!(shown(2), [8, 52]);
    assert_eq!(shown(20), [8, 14, 52, 60]);
    assert_eq!(found.most(&found.frequent(20)), 1, "how many have one is no pair");
    assert_eq!(found.most(&[]), 0);
}

#[test]
fn a_newer_question_stops_it() {
    let register = random_register::register(1, 100);
    let rows: Vec<Address> = register.rows().collect();
    assert_eq!(connections(&register, &rows, Measure::Needs, &|| true), None);
}

/// The needs that a filter finds: their number in a measure, and their rows.
fn asked(register: &Register, filter: &Filter, by: Measure) -> (u32, Vec<Address>) {
    let context = Context { today: crate::domain::Day::from_number(18_000), me: None };
    let plan = Plan::resolve(filter, register, &context).unwrap();
    let selection = select(register, &plan, &|| false).unwrap();
    (selection.counts.total(by), selection.rows.to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Also of States that no source names, of which there are two.
    #[test]
    fn a_number_opens_as_many_as_it_counts(
        seed in any::<u64>(),
        written in proptest::sample::select(&["", "cycle:2", "-state:GHA", "state:none", "article:8"][..]),
    ) {
        let register = random_register::register(seed, 250);
        let filter = parse(written).unwrap();
        for by in [Measure::Needs, Measure::States] {
            let (base, rows) = asked(&register, &filter, by);
            let counted = connections(&register, &rows, by, &|| false).unwrap();
            prop_assert_eq!(counted.base, base);
            // the most frequent, some that one has, some that nothing has, and single ones
            let pairs = counted.ranked(Ranking::Count, FEW);
            let known = pairs.iter().take(8).chain(pairs.iter().rev().take(4));
            let known = known.map(|pair| pair.articles);
            let others = Article::all().step_by(15).zip(Article::all().skip(3).step_by(11));
            let single = Article::all().step_by(20).map(|article| [article; 2]);
            for pair in known.chain(others.map(|(one, other)| [other, one])).chain(single) {
                let opened = counted.counted_in(pair, filter.clone(), (&register, &rows));
                let (count, _) = asked(&register, &opened, by);
                prop_assert_eq!(count, counted.both(pair[0], pair[1]), "{} by {:?}", opened, by);
                prop_assert_eq!(&parse(&opened.to_string()).unwrap(), &opened);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn every_number_is_what_one_by_one_gives(seed in any::<u64>(), skip in 1usize..4) {
        let register = random_register::register(seed, 300);
        let rows: Vec<Address> = register.rows().step_by(skip).collect();
        for by in [Measure::Needs, Measure::States] {
            let mut sets: BTreeMap<u32, BTreeSet<u8>> = BTreeMap::new();
            let mut cycles = BTreeSet::new();
            for need in rows.iter().map(|row| register.need(*row).unwrap()) {
                cycles.extend(need.review().map(|review| review.cycle.number()));
                let who = if by == Measure::States { need.state_place().into() } else { need.id().get() };
                sets.entry(who).or_default().extend(need.articles().iter().map(Article::number));
            }
            let found = connections(&register, &rows, by, &|| false).unwrap();
            prop_assert_eq!(found.base as usize, sets.len());
            prop_assert_eq!(found.cycles, cycles.len() > 1);
            let mut both: BTreeMap<(u8, u8), u32> = BTreeMap::new();
            for set in sets.values() {
                let pairs = set.iter().flat_map(|one| set.iter().map(move |other| (*one, *other)));
                pairs.for_each(|pair| *both.entry(pair).or_default() += 1);
            }
            for one in Article::all() {
                for other in Article::all() {
                    let pair = (one.number(), other.number());
                    let expected = both.get(&pair).copied().unwrap_or(0);
                    prop_assert_eq!(found.both(one, other), expected);
                    prop_assert_eq!(found.pair(one, other), found.pair(other, one));
                }
            }
            if by == Measure::States {
                let states = found.states.iter().map(|(place, set)| {
                    (u32::from(*place), set.iter().map(Article::number).collect())
                });
                prop_assert_eq!(states.collect::<BTreeMap<_, BTreeSet<u8>>>(), sets);
            }
            for ranking in [Ranking::Count, Ranking::Lift] {
                let pairs = found.ranked(ranking, FEW);
                let known: BTreeSet<_> = pairs.iter().map(|pair| pair.articles).collect();
                prop_assert_eq!(known.len(), pairs.len());
                prop_assert!(pairs.iter().all(|p| p.both > 0 && p.articles[0] < p.articles[1]));
            }
        }
    }
}
