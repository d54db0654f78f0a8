//! The bars of the lists of States and of reviews, split by response, priority and cycle: the numbers of `ta-tui count`.

use crate::support::command::run;
use crate::support::desk::Desk;
use serde_json::Value;
use std::collections::BTreeMap;
use ta_tui::domain::Coded;
use ta_tui::query::{Field, Measure, SPLITS, code_of_value, name_of_value, slots};
use ta_tui::text::Lang;

/// Numbers of needs by the values of the fields counted by.
type Counts = BTreeMap<Vec<String>, u64>;

/// The counts that the command prints under a filter.
fn counted(filter: &[&str], by: &str) -> Counts {
    let output = run(&[&["count"], filter, &["--by", by, "--format", "json"]].concat());
    assert!(output.status.success(), "{output:?}");
    let rows: Vec<BTreeMap<String, Value>> = serde_json::from_slice(&output.stdout).unwrap();
    let said = |value: &Value| match value {
        Value::Null => String::new(),
        Value::String(word) => word.clone(),
        other => other.to_string(),
    };
    let of = |row: &BTreeMap<String, Value>| {
        let key = by.split(',').map(|field| said(&row[field])).collect();
        (key, row["value"].as_u64().unwrap())
    };
    rows.iter().map(of).filter(|(_, count)| *count > 0).collect()
}

/// The value of a part as the command states it.
fn stated(desk: &Desk, by: Field, part: usize) -> String {
    let vocabulary = &desk.program.app().register().unwrap().vocabulary;
    let count = slots(by, vocabulary);
    let slot = if part + 1 < count { part as u16 + 1 } else { 0 };
    match (slot, by) {
        (0, Field::Priority) => "none".to_owned(),
        (0, _) => String::new(),
        _ => code_of_value(by, slot, vocabulary),
    }
}

/// The parts of all rows, as they are drawn.
fn parts(desk: &Desk, of_reviews: bool) -> Counts {
    let answer = desk.program.app().answer.as_deref().unwrap();
    let parts = answer.parts.as_deref().unwrap();
    let vocabulary = &answer.register.vocabulary;
    let whole = answer.counts.of(Field::State, Measure::Needs);
    let all = if of_reviews {
        parts.of_reviews(&answer.counts)
    } else {
        parts.of(Field::State, &whole, false)
    };
    let mut found = Counts::new();
    for (row, values) in all.iter().enumerate() {
        let (state, cycle) = match vocabulary.reviews.get(row).filter(|_| of_reviews) {
            Some(review) => (review.state + 1, Some(review.cycle.number().to_string())),
            None => (row as u16, None),
        };
        let state = name_of_value(Field::State, state, vocabulary, Lang::En);
        for (part, value) in values.iter().enumerate().filter(|(_, value)| **value > 0) {
            let part = stated(desk, parts.by, part);
            let key = [Some(state.clone()), cycle.clone(), Some(part)].into_iter().flatten();
            *found.entry(key.collect()).or_default() += u64::from(*value);
        }
    }
    found
}

#[test]
fn a_key_splits_the_bars_of_both_lists_as_the_command_counts() {
    for (keys, filter) in
        [("", &[][..]), ("/region:african -chapter:II<Enter>", &["region:african", "-chapter:II"])]
    {
        for (screen, of_reviews) in [("2", false), ("3", true)] {
            let mut desk = Desk::new((120, 40), Lang::En);
            desk.keys(screen).keys(keys);
            let whole = desk.screen();
            for by in SPLITS {
                desk.keys("b").expect(&format!("bars by {}", by.code()));
                assert_ne!(desk.screen(), whole);
                let found = parts(&desk, of_reviews);
                let fields = match (of_reviews, by) {
                    (true, Field::Cycle) => "state,cycle".to_owned(),
                    (true, _) => format!("state,cycle,{}", by.code()),
                    (false, _) => format!("state,{}", by.code()),
                };
                let mut expected = counted(filter, &fields);
                // Needs from outside reviews have no cycle and no row among reviews.
                expected.retain(|key, _| !of_reviews || !key[1].is_empty());
                if by == Field::Cycle && of_reviews {
                    expected = expected.into_iter().map(|(key, n)| (with_cycle(&key), n)).collect();
                }
                assert_eq!(found, expected, "{screen} {keys} by {}", by.code());
                assert!(found.len() > 20, "{found:?}");
            }
            desk.keys("b");
            assert_eq!(desk.screen(), whole, "whole again");
        }
    }
}

/// Counted by the cycle twice, the command names it once.
fn with_cycle(key: &[String]) -> Vec<String> {
    key.iter().chain(key.last().filter(|_| key.len() == 2)).cloned().collect()
}

#[test]
fn split_bars_take_the_room_of_a_count_at_80_columns_and_are_refused_below() {
    for lang in [Lang::En, Lang::Zh] {
        let mut desk = Desk::new((80, 24), lang);
        let untriaged = match lang {
            Lang::En => "Untriaged",
            Lang::Zh => "待定",
        };
        desk.keys("3").expect(untriaged);
        desk.keys("b");
        assert!(!desk.line(2).contains(untriaged), "{}", desk.screen());
        desk.expect("╱");
        desk.keys("2").expect("█");
        desk.expect("╱");
    }
    let mut desk = Desk::new((70, 24), Lang::En);
    desk.keys("3b").expect("bars by response").expect("╱");
    let mut desk = Desk::new((60, 24), Lang::En);
    desk.keys("3b").expect("Bars have no room here");
    desk.keys("2b").expect("bars by respon");
}
