//! Three people add, correct, void, merge, retire and undo at random, each on versions that may be old: the register
//! holds what the model holds, and every conflict and refusal is one that the model foretells.

use super::steps::{PEOPLE, Step, on_one_day};
use super::world::World;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use std::collections::BTreeSet;

/// Does the steps, and holds the register against the model after each of them.
fn work(steps: &[Step]) {
    let mut world = World::new();
    for (nth, step) in steps.iter().enumerate() {
        let written = world.take(step);
        if written.is_empty() {
            continue;
        }
        let who = nth % PEOPLE;
        assert_eq!(world.store(who).check().unwrap(), [], "{step:?}");
        world.compare(written);
        // Whoever catches up may have missed several writes.
        world.count(who);
    }
    world.compare(world.model.records.keys().copied());
    for who in 0..PEOPLE {
        world.count(who);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn the_register_equals_the_model(steps in prop::collection::vec(on_one_day(), 1..30)) {
        work(&steps);
    }
}

/// The first word of what `Debug` says: the name of a variant.
fn name(of: &impl std::fmt::Debug) -> String {
    let said = format!("{of:?}");
    said.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_owned()
}

/// Sequences are of use only where they come to all that can happen.
#[test]
fn random_steps_write_in_every_way_and_meet_every_rule() {
    let mut runner = TestRunner::deterministic();
    let (mut written, mut refused) = (BTreeSet::new(), BTreeSet::new());
    for _ in 0..8 {
        let steps = prop::collection::vec(on_one_day(), 60..61);
        let steps = steps.new_tree(&mut runner).unwrap().current();
        let mut world = World::new();
        for step in &steps {
            if !world.take(step).is_empty() {
                written.insert(name(step));
            }
        }
        refused.extend(world.refused.iter().map(name));
    }
    let steps = ["Add", "Merge", "MergeThemes", "Retire", "Set", "Undo", "Void"];
    assert_eq!(written, steps.map(str::to_owned).into());
    let rules = [
        "Absent",
        "Ahead",
        "AlreadyUndone",
        "ChangedSince",
        "Circle",
        "Conflict",
        "Gone",
        "HasQueue",
        "NotYours",
        "Referred",
        "Retired",
        "Taken",
    ];
    assert_eq!(refused, rules.map(str::to_owned).into());
}
