//! The register as plain maps and a log: the result of every write, worked out from the rules alone, without a look at
//! the way in which the store works.

use std::collections::{BTreeMap, BTreeSet};
use ta_tui::domain::{Kind, PartialDate, Record};
use ta_tui::store::{Rule, StoreError};

/// The field of the log that stands for the record itself.
pub(super) const ITSELF: &str = "record";

/// A field of a record.
pub(super) type Place = (Record, &'static str);

/// Records as a write leaves them.
pub(super) type Put = BTreeMap<Record, Held>;

/// A record with the values of its fields, by code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Held {
    pub(super) there: bool,
    pub(super) version: u32,
    pub(super) values: BTreeMap<&'static str, String>,
}

impl Held {
    pub(super) fn get(&self, field: &str) -> Option<&str> {
        match field {
            ITSELF => self.there.then_some("there"),
            _ => self.values.get(field).map(String::as_str),
        }
    }

    pub(super) fn set(&mut self, field: &'static str, value: Option<String>) {
        match value {
            _ if field == ITSELF => self.there = value.is_some(),
            Some(value) => drop(self.values.insert(field, value)),
            None => drop(self.values.remove(field)),
        }
    }

    /// The fields in which it differs from another state of the same record.
    fn differing(&self, other: &Self) -> BTreeSet<&'static str> {
        let all = self.values.keys().chain(other.values.keys()).copied().chain([ITSELF]);
        all.filter(|field| self.get(field) != other.get(field)).collect()
    }
}

/// A line of the log.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Line {
    pub(super) batch: i64,
    pub(super) record: Record,
    pub(super) field: &'static str,
    pub(super) before: Option<String>,
    pub(super) after: Option<String>,
    pub(super) version: u32,
}

/// One write.
#[derive(Clone, Debug)]
pub(super) struct Batch {
    pub(super) who: usize,
    pub(super) undoes: Option<i64>,
}

/// The reason why a write is refused.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reason {
    /// Somebody has changed these fields since the writer saw them.
    Conflict(BTreeSet<Place>),
    /// Somebody has changed these fields since the batch to be undone.
    ChangedSince(BTreeSet<Place>),
    /// The record is taken out.
    Absent(Record),
    /// A record that is referred to is taken out.
    Gone(Kind),
    /// The record cannot be taken out: another one refers to it.
    Referred(Record),
    /// There is a record of this name.
    Taken(Record),
    /// A need would be a duplicate of itself, or a theme be merged into itself.
    Circle,
    /// A need would be given to a post that is held no longer.
    Retired,
    /// A post with needs would be retired.
    HasQueue(usize),
    /// A merged need would be there.
    Merged,
    /// A need would have two matches with one activity.
    Matched,
    /// A need would be identified on a day that is still to come.
    Ahead,
    /// The batch is somebody else's.
    NotYours,
    /// The batch is undone already.
    AlreadyUndone,
}

impl Reason {
    pub(super) fn of(error: &StoreError) -> Self {
        match error {
            StoreError::Conflict(all) => {
                Self::Conflict(all.iter().map(|one| (one.record, one.field.code())).collect())
            }
            StoreError::ChangedSince(all) => {
                Self::ChangedSince(all.iter().map(|one| (one.record, one.field.code())).collect())
            }
            StoreError::Void(record, _) => Self::Absent(*record),
            StoreError::UnknownNeed(_) => Self::Gone(Kind::Need),
            StoreError::UnknownPerson(_) => Self::Gone(Kind::Person),
            StoreError::UnknownRecord("theme", _) => Self::Gone(Kind::Theme),
            StoreError::Referred(record, _) => Self::Referred(*record),
            StoreError::Taken(record, ..) => Self::Taken(*record),
            StoreError::Circle(_) | StoreError::IntoItself(_) => Self::Circle,
            StoreError::Retired(..) => Self::Retired,
            StoreError::HasQueue(_, left) => Self::HasQueue(*left),
            StoreError::PartOf(..) => Self::Merged,
            StoreError::HasMatch(..) => Self::Matched,
            StoreError::Rule(_, Rule::Ahead) => Self::Ahead,
            StoreError::NotYours { .. } => Self::NotYours,
            StoreError::AlreadyUndone { .. } => Self::AlreadyUndone,
            other => panic!("no rule refuses this: {other:?}"),
        }
    }
}

/// The reasons why a write is refused: the store may name any of them.
pub(super) type Refusal = BTreeSet<Reason>;

/// The register.
#[derive(Clone, Debug, Default)]
pub(super) struct Model {
    pub(super) records: BTreeMap<Record, Held>,
    pub(super) batches: BTreeMap<i64, Batch>,
    pub(super) log: Vec<Line>,
    /// The last number of each kind that the register had before the first write.
    pub(super) numbers: BTreeMap<Kind, u32>,
}

impl Model {
    /// The records of a kind that are there.
    pub(super) fn there(&self, kind: Kind) -> impl Iterator<Item = (u32, &Held)> {
        let of =
            self.records.iter().filter(move |(record, held)| record.kind == kind && held.there);
        of.map(|(record, held)| (record.number, held))
    }

    /// The changes of a record since a version.
    fn since(&self, record: Record, version: u32) -> impl Iterator<Item = &Line> {
        self.log.iter().filter(move |line| line.record == record && line.version > version)
    }

    /// Whether a field is not what somebody saw in a version.
    pub(super) fn is_otherwise(&self, record: Record, field: &str, seen: u32) -> bool {
        let first = self.since(record, seen).find(|line| line.field == field);
        first.is_some_and(|line| line.before.as_deref() != self.records[&record].get(field))
    }

    /// The fields of a record that are not what somebody saw in a version.
    pub(super) fn changed_since(&self, record: Record, seen: u32) -> BTreeSet<Place> {
        let fields: BTreeSet<&str> = self.since(record, seen).map(|line| line.field).collect();
        let other = fields.into_iter().filter(|of| self.is_otherwise(record, of, seen));
        other.map(|field| (record, field)).collect()
    }

    /// Writes records down: a line of the log for each field that differs. Gives the lines.
    pub(super) fn commit(&mut self, put: Put, batch: i64, of: Batch) -> Vec<Line> {
        let mut lines = Vec::new();
        for (record, mut after) in put {
            let before = self.records.get(&record).cloned().unwrap_or_default();
            let mut fields = after.differing(&before);
            if before.version == 0 {
                fields = BTreeSet::from([ITSELF]);
            }
            if fields.is_empty() {
                continue;
            }
            after.version = before.version + 1;
            let version = after.version;
            lines.extend(fields.into_iter().map(|field| {
                let [before, after] =
                    [&before, &after].map(|held| held.get(field).map(str::to_owned));
                Line { batch, record, field, before, after, version }
            }));
            self.records.insert(record, after);
        }
        self.log.extend(lines.iter().cloned());
        self.batches.insert(batch, of);
        lines
    }

    /// Whether a write changes nothing.
    pub(super) fn changes_nothing(&self, put: &Put) -> bool {
        put.iter().all(|(record, after)| {
            self.records.get(record).is_some_and(|before| after.differing(before).is_empty())
        })
    }

    /// Whether a batch has effect: it is not undone, or its undo is, and so on.
    fn stands(&self, batch: i64) -> bool {
        let by = self.batches.iter().find(|(_, other)| other.undoes == Some(batch));
        by.is_none_or(|(by, _)| !self.stands(*by))
    }

    /// The records that the undo of a batch leaves.
    pub(super) fn undone(&self, batch: i64, who: usize) -> Result<Put, Refusal> {
        let mut refusal = Refusal::new();
        if self.batches[&batch].who != who {
            refusal.insert(Reason::NotYours);
        }
        if self.batches.values().any(|other| other.undoes == Some(batch)) {
            refusal.insert(Reason::AlreadyUndone);
        }
        let mut put = Put::new();
        let mut later = BTreeSet::new();
        for line in self.log.iter().filter(|line| line.batch == batch) {
            if self.is_in_the_way(line) {
                later.insert((line.record, line.field));
            }
            let held = put.entry(line.record).or_insert_with(|| self.records[&line.record].clone());
            held.set(line.field, line.before.clone());
        }
        if !later.is_empty() {
            refusal.insert(Reason::ChangedSince(later));
        }
        if refusal.is_empty() { Ok(put) } else { Err(refusal) }
    }

    /// Whether something that was written after a line of the log keeps it from being undone.
    fn is_in_the_way(&self, line: &Line) -> bool {
        let now = &self.records[&line.record];
        let is_added = line.field == ITSELF && line.before.is_none();
        let later = || {
            let of = move |other: &&Line| other.record == line.record && other.batch > line.batch;
            self.log.iter().filter(of)
        };
        let effective =
            |other: &Line| self.batches[&other.batch].undoes.is_none() && self.stands(other.batch);
        // Somebody's work: a write that stands.
        let of_field = |other: &&Line| is_added || other.field == line.field;
        later().filter(of_field).any(effective)
            // Another value, however it came there.
            || now.get(line.field) != line.after.as_deref()
            // Nothing is set of what somebody has taken out.
            || line.field != ITSELF && !now.there && later().any(|other| other.field == ITSELF)
    }
}

/// Whether a post with this last day is held no longer.
pub(super) fn is_over(until: Option<&str>, today: i32) -> bool {
    let until = until.and_then(PartialDate::parse);
    until.is_some_and(|until| until.last_day().number() <= today)
}
