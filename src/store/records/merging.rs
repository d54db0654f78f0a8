//! The merge of two records of one kind: what is asked for, and the common part of all kinds.

use super::row::Row;
use crate::domain::{Kind, Record, TriageField};
use crate::fields::RecordField;
use crate::store::{StoreError, merge};
use rusqlite::Connection;

/// A kind of records of which two can be merged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mergeable {
    /// Needs: matches, themes, duplicates, comments and recommendations move to the one that stays.
    Need,
    /// Themes: needs and activities that have the one get the other.
    Theme,
}

impl Mergeable {
    /// Every such kind.
    pub const ALL: [Self; 2] = [Self::Need, Self::Theme];

    /// Gives the kind of record.
    pub fn kind(self) -> Kind {
        match self {
            Self::Need => Kind::Need,
            Self::Theme => Kind::Theme,
        }
    }

    /// Gives the record of this kind with a number.
    pub fn record(self, number: u32) -> Record {
        Record { kind: self.kind(), number }
    }

    /// Whether the user chooses whose value a field gets; other fields are joined, computed, or kept as they are.
    pub fn is_chosen(self, field: RecordField) -> bool {
        let joined = ["recommendation", "merged-into"].contains(&field.code());
        let follows = [Some(TriageField::Themes), Some(TriageField::DuplicateOf)];
        let is_own = field.kind() == self.kind() && !field.is_itself() && !field.is_given_once();
        is_own && !joined && !follows.contains(&field.triage())
    }
}

/// The merge of one record into another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordMerge {
    /// The writer; not empty.
    pub who: String,
    /// The person's reason; may be empty.
    pub note: String,
    /// The kind of both records.
    pub of: Mergeable,
    /// The number of the record that is made void, with the version that the person saw.
    pub gone: (u32, Option<u32>),
    /// The number of the record that stays, with the version that the person saw.
    pub stays: (u32, Option<u32>),
    /// The fields that the staying record takes over from the other.
    pub taken: Vec<RecordField>,
}

/// The records that have a theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ThemeUses {
    /// Needs.
    pub needs: u32,
    /// Activities.
    pub activities: u32,
}

impl RecordMerge {
    /// Reads both records, the one that goes first, and refuses what others changed since the versions seen.
    pub(super) fn seen(&self, connection: &Connection) -> Result<(Row, Row), StoreError> {
        let seen = |(number, version)| seen(connection, self.of.record(number), version);
        Ok((seen(self.gone)?, seen(self.stays)?))
    }

    /// Gives the staying record with the values that it takes over.
    pub(super) fn with_taken(&self, lost: &Row, kept: &Row) -> Row {
        let mut after = kept.clone();
        for taken in self.taken.iter().filter(|taken| self.of.is_chosen(**taken)) {
            after.set(*taken, lost.get(*taken).map(str::to_owned));
        }
        after
    }
}

/// Gives the field of a kind with this code.
pub(super) fn field(kind: Kind, code: &str) -> Result<RecordField, StoreError> {
    RecordField::from_code(kind, code).ok_or(StoreError::Damaged(None, code.to_owned()))
}

/// Gives the numbers that a query finds for one number.
pub(super) fn numbers(connection: &Connection, sql: &str, of: u32) -> Result<Vec<u32>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let numbers = statement.query_map([of], |row| row.get(0))?;
    Ok(numbers.collect::<Result<_, _>>()?)
}

/// Reads a record and refuses one that is missing or void.
pub(super) fn there(connection: &Connection, record: Record) -> Result<Row, StoreError> {
    let row = Row::known(connection, record)?.filter(Row::is_there);
    match row {
        Some(row) => Ok(row),
        None => Err(super::read::absent(connection, record)?),
    }
}

/// Reads a record and refuses it if others changed it since the version seen.
fn seen(connection: &Connection, record: Record, version: Option<u32>) -> Result<Row, StoreError> {
    let row = there(connection, record)?;
    let seen = version.unwrap_or(row.version);
    if seen == 0 || seen > row.version {
        return Err(StoreError::NoSuchVersion { record, version: row.version, named: seen });
    }
    let newer = if seen < row.version { merge::newer(connection, record, seen)? } else { vec![] };
    let changed = newer.iter().filter(|newer| newer.before.as_deref() != row.get(newer.field));
    let conflict = |newer: &merge::Newer| {
        let values = (row.get(newer.field), newer.before.as_deref());
        newer.conflict((record, newer.field), values, row.version)
    };
    let conflicts: Vec<_> = changed.map(conflict).collect();
    if conflicts.is_empty() { Ok(row) } else { Err(StoreError::Conflict(conflicts)) }
}
