//! An import into the register: many records in one batch, all or none, through the path of every write.
//!
//! The records are written part by part in one transaction, so that memory holds one part of them as rows beside what the
//! caller keeps.

use super::one_batch::OneBatch;
use super::records::{self, Birth, Edited, Numbers, RecordEdit};
use super::{Store, StoreError, Written};
use crate::domain::{Coded, NOTES_LIMIT, Origin, Record};
use crate::fields::RecordField;
use rusqlite::{Connection, Transaction, params};
use std::collections::HashMap;

/// How many records are written between two questions whether to go on: some hundredths of a second.
const PART: usize = 500;

/// The file that records are imported from, as the log keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedFile {
    /// What is imported: `needs`, `reviews`, `people`, `activities`.
    pub target: &'static str,
    /// The name of the file without its folder; `-` for standard input.
    pub name: String,
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
    /// The meaning of its columns, in TOML.
    pub mapping: String,
    /// The number of rows that were read.
    pub rows: usize,
}

/// One record of an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedRecord {
    /// The record and its values.
    pub edit: RecordEdit,
    /// Fields that name another record of this import: its place in [`ImportWrite::records`], before this one.
    pub refers: Vec<(RecordField, usize)>,
    /// The UUID of an added record, kept if no other record of its kind has it.
    pub uuid: Option<[u8; 16]>,
    /// The origin of an added record.
    pub origin: Origin,
}

/// One person's import: the unit of undo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportWrite {
    /// The writer; not empty.
    pub who: String,
    /// The person's reason; may be empty.
    pub note: String,
    /// The file.
    pub file: ImportedFile,
    /// The records, each after those that it refers to.
    pub records: Vec<ImportedRecord>,
    /// The newest change that the records were compared with ([`Store::last_change`]).
    pub seen: i64,
}

/// Asked after each part, with the number of records written: whether to go on.
pub type GoOn<'a> = &'a mut dyn FnMut(usize) -> bool;

impl Store {
    /// Writes the records of an import in one batch, all or none, and keeps the file's name, digest and mapping beside the
    /// batch. Without a change nothing is written.
    ///
    /// Errors: [`StoreError::ChangedMeanwhile`] if the register has changed since the records were compared with it;
    /// [`StoreError::Stopped`] if `go_on` says no; those of [`Store::edit`].
    pub fn import(&self, write: &ImportWrite, go_on: GoOn<'_>) -> Result<Written, StoreError> {
        if write.note.len() > NOTES_LIMIT {
            return Err(StoreError::LongNotes);
        }
        self.with_room_for_many(|| {
            self.in_one_write(|transaction| self.import_rows(transaction, write, go_on))
        })
    }

    /// Does all that [`Store::import`] does, and takes it back: nothing is written. Gives what would have been written.
    ///
    /// Errors: as [`Store::import`].
    pub fn rehearse_import(
        &self,
        write: &ImportWrite,
        go_on: GoOn<'_>,
    ) -> Result<Written, StoreError> {
        self.may_write()?;
        self.with_room_for_many(|| {
            let transaction = self.begin()?;
            let written = self.import_rows(&transaction, write, go_on)?;
            transaction.rollback()?;
            Ok(Written { batch: None, ..written })
        })
    }

    fn import_rows(
        &self,
        transaction: &Transaction<'_>,
        write: &ImportWrite,
        go_on: GoOn<'_>,
    ) -> Result<Written, StoreError> {
        if self.last_change()? != write.seen {
            return Err(StoreError::ChangedMeanwhile);
        }
        let mut batch = OneBatch::begin(self, transaction, &write.who, &write.note, None)?;
        let mut numbers = Numbers::new(transaction);
        let mut known: Vec<Record> = Vec::with_capacity(write.records.len());
        let mut added = Vec::new();
        for part in write.records.chunks(PART) {
            if !go_on(known.len()) {
                return Err(StoreError::Stopped);
            }
            let (mut edits, mut births) = (Vec::with_capacity(part.len()), HashMap::new());
            for one in part {
                let record = match one.edit.record {
                    Edited::Known(record) => record,
                    Edited::New(kind) => {
                        let record = numbers.next(kind)?;
                        births.insert(record, Birth { uuid: one.uuid, origin: one.origin });
                        added.push(record);
                        record
                    }
                };
                edits.push(one.with_references(&known)?);
                known.push(record);
            }
            let of_part = known[known.len() - part.len()..].iter().copied();
            let numbered: Vec<(Record, &RecordEdit)> = of_part.zip(&edits).collect();
            let rows = records::changed_rows(transaction, &numbered, batch.today())?;
            batch.expect(births);
            batch.take(&rows)?;
            batch.refuse_written(&rows)?;
        }
        if !go_on(known.len()) {
            return Err(StoreError::Stopped);
        }
        let written = Written { added, ..batch.finish_parts()? };
        if let Some(batch) = written.batch {
            keep(transaction, batch, &write.file, &written)?;
        }
        Ok(written)
    }
}

impl ImportedRecord {
    /// Gives the edit with the numbers of the records of this import that it refers to.
    fn with_references(&self, known: &[Record]) -> Result<RecordEdit, StoreError> {
        let mut edit = self.edit.clone();
        for (field, place) in &self.refers {
            let unknown = || StoreError::UnknownRecord(field.kind().code(), place.to_string());
            let other = known.get(*place).ok_or_else(unknown)?;
            edit.values.push((*field, Some(other.number.to_string())));
        }
        Ok(edit)
    }
}

/// Writes down which file a batch came from.
fn keep(
    connection: &Connection,
    batch: i64,
    file: &ImportedFile,
    written: &Written,
) -> Result<(), StoreError> {
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let records = written.needs.len() + written.other_count;
    let sql = "INSERT INTO main.import (batch_id, target, file, sha256, mapping, rows, written)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    connection.prepare_cached(sql)?.execute(params![
        batch,
        file.target,
        file.name,
        file.sha256,
        file.mapping,
        count(file.rows),
        count(records)
    ])?;
    Ok(())
}
