//! Compares and merges two records of one kind: what points to the first then points to the second, and the first is
//! made void. The merge is one batch, which one undo takes back.

use super::merging::{Mergeable, RecordMerge, ThemeUses, there};
use super::row::Row;
use super::{merging_needs, merging_themes};
use crate::domain::NOTES_LIMIT;
use crate::fields::RecordField;
use crate::store::written::Written;
use crate::store::{LogEntry, Store, StoreError};
use rusqlite::Transaction;

/// The differences between two records of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TwoRecords {
    /// The kind of both.
    pub of: Mergeable,
    /// The numbers of the records.
    pub numbers: [u32; 2],
    /// The versions of the records.
    pub versions: [u32; 2],
    /// The fields in which they differ, with both values.
    pub differing: Vec<(RecordField, [Option<String>; 2])>,
    /// The needs and the activities that have each theme, void ones not counted; `None` for needs.
    pub uses: Option<[ThemeUses; 2]>,
}

impl Store {
    /// Gives the fields in which two records differ and whose values can be taken over.
    ///
    /// Errors: a record that is missing or void.
    pub fn two_records(&self, of: Mergeable, numbers: [u32; 2]) -> Result<TwoRecords, StoreError> {
        let transaction = self.connection.unchecked_transaction()?;
        let [one, other] = numbers.map(|number| there(&transaction, of.record(number)));
        let (one, other) = (one?, other?);
        let fields = one.fields().iter().copied().filter(|field| of.is_chosen(*field));
        let value = |row: &Row, field| row.get(field).map(str::to_owned);
        let pairs = fields.map(|field| (field, [value(&one, field), value(&other, field)]));
        let differing = pairs.filter(|(_, [one, other])| one != other).collect();
        let uses = match of {
            Mergeable::Need => None,
            Mergeable::Theme => Some([
                merging_themes::uses(&transaction, numbers[0])?,
                merging_themes::uses(&transaction, numbers[1])?,
            ]),
        };
        transaction.finish()?;
        Ok(TwoRecords { of, numbers, versions: [one.version, other.version], differing, uses })
    }

    /// Merges one record into another in one batch.
    ///
    /// Errors: [`StoreError::Circle`] for a need with itself and [`StoreError::IntoItself`] for a theme; a missing or
    /// void record; [`StoreError::Conflict`] with others' changes since the versions seen; those of [`Store::edit`].
    pub fn merge_records(&self, merging: &RecordMerge) -> Result<Written, StoreError> {
        if merging.note.len() > NOTES_LIMIT {
            return Err(StoreError::LongNotes);
        }
        self.in_one_write(|transaction| self.merged(transaction, merging))
    }

    /// Gives the changes that a merge would make, as log entries; nothing is written.
    ///
    /// Errors: as [`Store::merge_records`].
    pub fn rehearse_merge(&self, merging: &RecordMerge) -> Result<Vec<LogEntry>, StoreError> {
        self.rehearse_in_one_write(&merging.note, |transaction| self.merged(transaction, merging))
    }

    fn merged(
        &self,
        transaction: &Transaction<'_>,
        merging: &RecordMerge,
    ) -> Result<Written, StoreError> {
        if let Some(once) = merging.taken.iter().find(|field| field.is_given_once()) {
            return Err(StoreError::GivenOnce(*once));
        }
        let rows = match merging.of {
            Mergeable::Need => merging_needs::rows(transaction, merging)?,
            Mergeable::Theme => merging_themes::rows(transaction, merging)?,
        };
        self.record(transaction, &merging.who, &merging.note, None, &rows)
    }
}
