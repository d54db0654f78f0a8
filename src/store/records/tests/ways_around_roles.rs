//! Tests that no write does by another way what a role may not do.

use super::roles::{World, write};
use super::{Mergeable, RecordMerge, merging, values};
use crate::domain::{Deed, Kind, NeedNumber, Record};
use crate::store::{Edited, StoreError};

/// The deed and the kind of record that a write is refused for.
fn refused<T>(written: &Result<T, StoreError>) -> Option<(Deed, Kind)> {
    match written {
        Err(StoreError::NotInRole { deed, record, .. }) => Some((*deed, record.kind)),
        _ => None,
    }
}

fn need(number: u32) -> Edited {
    Edited::Known(Record::need(NeedNumber::new(number)))
}

/// A register with a need of Ghana and one of Kenya, held by a person, and the code of that person.
fn held_by(who: impl Fn(&World) -> String) -> (World, String) {
    let mut world = World::new();
    let who = who(&world);
    world.records(&who);
    world.store.hold(&who, None, None).unwrap();
    (world, who)
}

#[test]
fn a_theme_is_not_made_by_giving_it_to_a_need() {
    let (world, who) = held_by(|_| "fp-gh".into());
    let themes = |name: &str| write(&who, need(1), &values(&[("theme", name)]), None);
    assert_eq!(refused(&world.store.edit(&themes("made up"))), Some((Deed::Add, Kind::Theme)));
    let known: String = world
        .store
        .connection
        .query_row("SELECT min(code) FROM theme", [], |row| row.get(0))
        .unwrap();
    world.store.edit(&themes(&known)).unwrap();
}

#[test]
fn a_need_is_not_merged_into_one_of_another_state() {
    let (world, who) = held_by(|_| "fp-gh".into());
    for (goes, stays) in [(1, 2), (2, 1)] {
        let merge = RecordMerge { who: who.clone(), ..merging(Mergeable::Need, goes, stays) };
        let found = refused(&world.store.merge_records(&merge));
        assert!(found.is_some_and(|(_, kind)| kind == Kind::Need), "{goes} into {stays}");
    }
}
