//! Edits of records for the model, as the forms and the command line make them.

use super::model::{Held, ITSELF, Line, Model, Put, Reason, Refusal};
use std::collections::BTreeSet;
use ta_tui::domain::{Kind, Record};
use ta_tui::fields::RecordField;
use ta_tui::store::{Edited, RecordEdit, RecordWrite};

/// The names by which new records of a kind are told apart.
const NAMED_BY: [(Kind, &[&str]); 3] =
    [(Kind::Theme, &["code"]), (Kind::Person, &["code"]), (Kind::Match, &["need", "activity"])];

/// The edit of one record.
#[derive(Clone, Debug)]
pub(super) struct Edit {
    pub(super) record: Record,
    pub(super) is_new: bool,
    pub(super) values: Vec<(&'static str, Option<String>)>,
    pub(super) void: Option<bool>,
    /// The version that its writer saw; 0 for a new record.
    pub(super) seen: u32,
}

impl Edit {
    fn for_store(&self) -> RecordEdit {
        let kind = self.record.kind;
        let field = |code| RecordField::from_code(kind, code).unwrap();
        RecordEdit {
            record: if self.is_new { Edited::New(kind) } else { Edited::Known(self.record) },
            values: self.values.iter().map(|(code, value)| (field(*code), value.clone())).collect(),
            void: self.void,
            if_version: (!self.is_new).then_some(self.seen),
        }
    }
}

/// The write of these edits for the store.
pub(super) fn for_store(who: &str, edits: &[Edit]) -> RecordWrite {
    let edits = edits.iter().map(Edit::for_store).collect();
    RecordWrite { who: who.to_owned(), note: String::new(), edits }
}

impl Model {
    /// The number that the next record of a kind gets. No number is used twice.
    pub(super) fn next(&self, kind: Kind) -> Record {
        let own =
            self.records.keys().filter(|record| record.kind == kind).map(|record| record.number);
        let last = own.chain(self.numbers.get(&kind).copied()).max();
        Record { kind, number: last.map_or(1, |last| last + 1) }
    }

    /// The records that edits leave, with the reasons against them that lie in the edited records alone.
    pub(super) fn edited(&self, edits: &[Edit]) -> (Put, Refusal) {
        let (mut put, mut refusal) = (Put::new(), Refusal::new());
        let mut conflicts = BTreeSet::new();
        for edit in edits {
            let known = self.records.get(&edit.record);
            // The version of a record's first edit counts for all of them.
            let first = edits.iter().find(|other| other.record == edit.record);
            let seen = first.map_or(edit.seen, |first| first.seen);
            let held = put.entry(edit.record).or_insert_with(|| match known {
                Some(known) => known.clone(),
                None => Held { there: true, ..Held::default() },
            });
            if let Some(void) = edit.void {
                held.set(ITSELF, (!void).then(|| "there".to_owned()));
            }
            if known.is_some_and(|known| !known.there) && !held.there && !edit.values.is_empty() {
                refusal.insert(Reason::Absent(edit.record));
            }
            for (field, value) in &edit.values {
                let is_other = known.is_some_and(|known| known.get(field) != value.as_deref());
                if is_other && self.is_otherwise(edit.record, field, seen) {
                    conflicts.insert((edit.record, *field));
                }
                held.set(field, value.clone());
            }
            if edit.is_new {
                refusal.extend(self.taken(edit.record.kind, held).map(Reason::Taken));
            }
        }
        if !conflicts.is_empty() {
            refusal.insert(Reason::Conflict(conflicts));
        }
        self.take_along(&mut put);
        (put, refusal)
    }

    /// Takes the matches of needs out with them, and brings back with a need those that went with it; a merged need that
    /// comes back is by itself.
    fn take_along(&self, put: &mut Put) {
        let turned = |there: bool| -> Vec<Record> {
            let is_turned = |(record, now): &(&Record, &Held)| {
                let was = self.records.get(record).is_some_and(|was| was.there != now.there);
                record.kind == Kind::Need && now.there == there && was
            };
            put.iter().filter(is_turned).map(|(record, _)| *record).collect()
        };
        let (back, gone) = (turned(true), turned(false));
        let matches_of = |need: &Record| -> Vec<Record> {
            let number = need.number.to_string();
            let is_its = |(record, held): &(&Record, &Held)| {
                record.kind == Kind::Match && held.get("need") == Some(&number)
            };
            self.records.iter().filter(is_its).map(|(record, _)| *record).collect()
        };
        for record in gone.iter().flat_map(matches_of) {
            let known = self.records[&record].clone();
            put.entry(record).or_insert(known).set(ITSELF, None);
        }
        for need in back {
            if let Some(held) = put.get_mut(&need) {
                held.set("merged-into", None);
            }
            let went = self.gone_in(need);
            for record in matches_of(&need) {
                let known = &self.records[&record];
                if !known.there && went.is_some() && self.gone_in(record) == went {
                    let there = Some("there".to_owned());
                    put.entry(record).or_insert_with(|| {
                        let mut held = known.clone();
                        held.set(ITSELF, there);
                        held
                    });
                }
            }
        }
    }

    /// The batch that took a record out last.
    fn gone_in(&self, record: Record) -> Option<i64> {
        let is_gone =
            |line: &&Line| line.record == record && line.field == ITSELF && line.after.is_none();
        self.log.iter().rfind(is_gone).map(|line| line.batch)
    }

    /// The record that has the name of a new one, there or not.
    fn taken(&self, kind: Kind, new: &Held) -> Option<Record> {
        let (_, names) = NAMED_BY.iter().find(|(of, _)| *of == kind)?;
        let is_it = |(record, held): &(&Record, &Held)| {
            record.kind == kind && names.iter().all(|name| held.get(name) == new.get(name))
        };
        self.records.iter().find(is_it).map(|(record, _)| *record)
    }
}
