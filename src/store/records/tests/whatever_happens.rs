//! Tests with random edits of records of all kinds: the register equals a plain map, its check finds no fault, and the
//! log leads back to every earlier state.

use super::{added_kinds, along_with, edit, examples, first_values, register};
use crate::domain::{Kind, NeedNumber, Record};
use crate::fields::RecordField;
use crate::store::records::{Edited, Row};
use crate::store::{Store, StoreError};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// One random step.
#[derive(Clone, Debug)]
enum Step {
    Add { kind: usize },
    Set { record: usize, field: usize, value: usize, stale: u32 },
    Void { record: usize, void: bool },
    Undo { back: usize },
}

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (0..12_usize).prop_map(|kind| Step::Add { kind }),
        6 => (0..64_usize, 0..256_usize, 0..3_usize, 0..3_u32)
            .prop_map(|(record, field, value, stale)| Step::Set { record, field, value, stale }),
        2 => (0..64_usize, any::<bool>()).prop_map(|(record, void)| Step::Void { record, void }),
        2 => (0..4_usize).prop_map(|back| Step::Undo { back }),
    ]
}

/// A record in the map: whether it is there, its values, and its values at each version.
#[derive(Clone, Debug, PartialEq)]
struct Known {
    there: bool,
    values: BTreeMap<&'static str, String>,
}

/// A batch: each of its records as it was before.
type Batch = (i64, Vec<(Record, Option<Known>)>);

#[derive(Clone, Default)]
struct Oracle {
    /// Each record at each of its versions, from version 1.
    records: BTreeMap<Record, Vec<Known>>,
    /// The batches.
    batches: Vec<Batch>,
}

impl Oracle {
    fn now(&self, record: Record) -> Known {
        self.records[&record].last().unwrap().clone()
    }

    /// Gives the present state of all records, for a look back.
    fn all(&self) -> BTreeMap<Record, Known> {
        self.records.keys().map(|record| (*record, self.now(*record))).collect()
    }

    fn write(&mut self, batch: i64, record: Record, now: Known) {
        self.write_all(batch, vec![(record, now)]);
    }

    fn write_all(&mut self, batch: i64, all: Vec<(Record, Known)>) {
        let mut changes = Vec::new();
        for (record, now) in all {
            let versions = self.records.entry(record).or_default();
            changes.push((record, versions.last().cloned()));
            versions.push(now);
        }
        self.batches.push((batch, changes));
    }

    /// The matches that go with a need that is taken out.
    fn along_with(&self, need: Record) -> Vec<(Record, Known)> {
        let number = need.number.to_string();
        let is_its = |(record, known): &(Record, Known)| {
            let own = known.values.get("need") == Some(&number);
            need.kind == Kind::Need && record.kind == Kind::Match && known.there && own
        };
        self.all().into_iter().filter(is_its).collect()
    }
}

fn held(store: &Store, record: Record) -> (Known, u32) {
    known(&Row::read(&store.connection, record).unwrap())
}

fn known(row: &Row) -> (Known, u32) {
    let values = row.fields().iter().filter(|field| !field.is_itself());
    let values = values.filter_map(|field| Some((field.code(), row.get(*field)?.to_owned())));
    (Known { there: row.is_there(), values: values.collect() }, row.version)
}

/// Takes one step in the register and in the map. Gives whether it wrote.
fn take(store: &Store, oracle: &mut Oracle, step: &Step, nth: usize) -> bool {
    let records: Vec<Record> = oracle.records.keys().copied().collect();
    let known = |at: usize| records.get(at % records.len().max(1)).copied();
    match *step {
        Step::Add { kind } => add(store, oracle, kind, nth),
        Step::Set { record, field, value, stale } => {
            known(record).is_some_and(|record| set(store, oracle, record, (field, value), stale))
        }
        Step::Void { record, void } => {
            known(record).is_some_and(|record| take_out(store, oracle, record, void))
        }
        Step::Undo { back } => undo(store, oracle, back),
    }
}

fn add(store: &Store, oracle: &mut Oracle, kind: usize, nth: usize) -> bool {
    let kind = added_kinds().nth(kind).unwrap();
    match edit(store, Edited::New(kind), &first_values(kind, nth), None, None) {
        Ok(written) => {
            let record = written.added[0];
            let (now, version) = held(store, record);
            assert_eq!((now.there, version), (true, 1));
            for (code, value) in first_values(kind, nth) {
                let value = if code == "article" { Some("5; 9".to_owned()) } else { value };
                assert_eq!(now.values.get(code.as_str()), value.as_ref());
            }
            oracle.write(written.batch.unwrap(), record, now);
            true
        }
        // The values may refer to a record that was taken out.
        Err(
            StoreError::Taken(..)
            | StoreError::UnknownNeed(_)
            | StoreError::UnknownPerson(_)
            | StoreError::UnknownRecord(..),
        ) => false,
        Err(error) => panic!("{kind:?}: {error}"),
    }
}

fn set(
    store: &Store,
    oracle: &mut Oracle,
    record: Record,
    (field, value): (usize, usize),
    stale: u32,
) -> bool {
    let fields: Vec<RecordField> = (RecordField::of(record.kind).iter().copied())
        .filter(|field| !field.is_itself() && !field.is_given_once() && !field.is_kept())
        .collect();
    // The text of a comment cannot change.
    let Some(field) = field.checked_rem(fields.len()).map(|place| fields[place]) else {
        return false;
    };
    let now = oracle.now(record);
    let mine = examples(store, field).get(value).cloned();
    let along = mine.as_deref().map_or_else(Vec::new, |mine| along_with(field, mine));
    let mut pairs = along.clone();
    pairs.push((field.code().to_owned(), mine));
    let version = oracle.records[&record].len();
    let seen = version.saturating_sub(stale as usize).max(1);
    let collides = |(code, mine): &(String, Option<String>)| {
        let held = now.values.get(code.as_str());
        let versions = &oracle.records[&record][seen - 1..];
        let was = versions[0].values.get(code.as_str());
        let changed = versions
            .windows(2)
            .any(|two| two[0].values.get(code.as_str()) != two[1].values.get(code.as_str()));
        changed && was != held && mine.as_ref() != held
    };
    let must_collide = pairs.iter().any(collides);
    let done = edit(store, Edited::Known(record), &pairs, None, Some(u32::try_from(seen).unwrap()));
    match done {
        Ok(written) => {
            assert!(now.there && !must_collide, "{field:?}");
            let mut then = now.clone();
            for (code, value) in pairs {
                let code = super::field(record.kind, &code).code();
                match value {
                    Some(value) => then.values.insert(code, value),
                    None => then.values.remove(code),
                };
            }
            name_document(record, &now, &mut then);
            assert_eq!(written.batch.is_some(), then != now, "{field:?}");
            if let Some(batch) = written.batch {
                oracle.write(batch, record, then);
            }
            written.batch.is_some()
        }
        Err(StoreError::Conflict(_)) => {
            assert!(must_collide, "{field:?}");
            false
        }
        // A rule of the register refused it: map and register must stay equal.
        Err(_) => false,
    }
}

fn take_out(store: &Store, oracle: &mut Oracle, record: Record, void: bool) -> bool {
    let now = oracle.now(record);
    match edit(store, Edited::Known(record), &Vec::new(), Some(void), None) {
        Ok(written) => {
            assert_eq!(written.batch.is_some(), now.there == void);
            if let Some(batch) = written.batch {
                let mut all = vec![(record, Known { there: !void, ..now })];
                let along = if void { oracle.along_with(record) } else { Vec::new() };
                all.extend(
                    along.into_iter().map(|(of, known)| (of, Known { there: false, ..known })),
                );
                oracle.write_all(batch, all);
            }
            written.batch.is_some()
        }
        Err(StoreError::Referred(..) | StoreError::HasNeeds(..)) => false,
        Err(error) => {
            // A record that it refers to may be gone, or its name taken.
            assert!(!void, "{record}: {error}");
            false
        }
    }
}

fn undo(store: &Store, oracle: &mut Oracle, back: usize) -> bool {
    let Some(at) = oracle.batches.len().checked_sub(back + 1) else { return false };
    let (batch, changes) = oracle.batches[at].clone();
    match store.undo(batch, "me") {
        Ok(written) => {
            let mut all = Vec::new();
            for (record, before) in changes {
                let now = oracle.now(record);
                let then = match before {
                    None => Known { there: false, ..now.clone() },
                    // Fields changed since then, even if changed back, stay.
                    Some(before) => undone(oracle, at, record, &before, &now),
                };
                if then != now {
                    all.push((record, then));
                }
            }
            assert_eq!(written.batch.is_some(), !all.is_empty());
            if let Some(undo) = written.batch {
                oracle.write_all(undo, all);
            }
            true
        }
        Err(
            StoreError::ChangedSince(_)
            | StoreError::AlreadyUndone { .. }
            | StoreError::Referred(..)
            | StoreError::HasNeeds(..),
        ) => false,
        Err(error) => {
            assert!(
                error.kind() == crate::store::ErrorKind::Usage
                    || error.kind() == crate::store::ErrorKind::Conflict,
                "{error}"
            );
            false
        }
    }
}

/// A need that is linked with a document names it; one that names another is not linked.
fn name_document(record: Record, now: &Known, then: &mut Known) {
    if record.kind != Kind::Need {
        return;
    }
    let [link, words] = ["document", "document-words"];
    match (then.values.get(link).cloned(), now.values.get(link)) {
        (Some(linked), before) if before != Some(&linked) => {
            then.values.insert(words, linked);
        }
        (Some(linked), _) if then.values.get(words) != Some(&linked) => {
            then.values.remove(link);
        }
        (None, Some(_)) if then.values.get(words) == now.values.get(words) => {
            then.values.remove(words);
        }
        _ => {}
    }
}

/// Gives a record with the fields of a batch set back to their values before it.
fn undone(oracle: &Oracle, at: usize, record: Record, before: &Known, now: &Known) -> Known {
    let after = oracle.batches[at + 1..]
        .iter()
        .flat_map(|(_, changes)| changes)
        .find(|(other, _)| *other == record)
        .and_then(|(_, known)| known.clone())
        .unwrap_or_else(|| now.clone());
    let mut then = now.clone();
    if before.there != after.there {
        then.there = before.there;
    }
    for field in RecordField::of(record.kind) {
        let code = field.code();
        if before.values.get(code) != after.values.get(code) {
            match before.values.get(code) {
                Some(value) => then.values.insert(code, value.clone()),
                None => then.values.remove(code),
            };
        }
    }
    then
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn the_register_holds_what_a_map_holds(steps in prop::collection::vec(any_step(), 1..25)) {
        let store = register();
        let mut oracle = Oracle::default();
        for number in 1..=2 {
            let need = Record::need(NeedNumber::new(number));
            oracle.records.insert(need, vec![held(&store, need).0]);
        }
        let last = || -> i64 {
            let sql = "SELECT coalesce(max(id), 0) FROM batch";
            store.connection.query_row(sql, [], |row| row.get(0)).unwrap()
        };
        let mut states = vec![(last(), oracle.all())];
        for (nth, step) in steps.iter().enumerate() {
            let written = take(&store, &mut oracle, step, nth);
            for record in oracle.records.keys() {
                let (now, version) = held(&store, *record);
                prop_assert_eq!(&now, &oracle.now(*record), "{:?} {}", step, record);
                prop_assert_eq!(version as usize, oracle.records[record].len());
            }
            if written {
                prop_assert_eq!(store.check().unwrap(), [], "{:?}", step);
                states.push((last(), oracle.all()));
            }
        }
        prop_assert!(store.load(&mut |_| true).is_ok());
        // Backwards through the log.
        for (batch, state) in states {
            let past = store.copied_before(batch + 1).unwrap();
            for (record, known_then) in state {
                if record.kind != Kind::View {
                    let row = Row::read(&past, record).unwrap();
                    prop_assert_eq!(known(&row).0, known_then, "{} after batch {}", record, batch);
                }
            }
        }
    }
}
