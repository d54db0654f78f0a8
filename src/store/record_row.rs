//! What stands in one record of any kind that is written, field by field, as the change log keeps it; and the one
//! place that knows how each kind is read and written.

use super::saved_view::ViewRow;
use super::setting_row::SettingRow;
use super::triage_row::{self, RowWriter, TriageRow};
use super::{StoreError, effective_change, saved_view};
use crate::domain::{Kind, Record, RecordField, TriageField};
use rusqlite::Connection;
use std::collections::BTreeMap;

/// A record as it stands in the file, or as a write would have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// A need's triage fields.
    Need(TriageRow),
    /// A saved view.
    View(ViewRow),
    /// A setting.
    Setting(SettingRow),
}

/// A record before and after a write.
pub(super) type RowChange = (Row, Row);

/// The records that a write changes.
pub(super) type Rows = BTreeMap<Record, RowChange>;

impl Row {
    /// Reads a record; an error where no record has this number, and for a kind that is not written.
    pub(super) fn read(connection: &Connection, record: Record) -> Result<Self, StoreError> {
        match record.kind {
            Kind::Need => TriageRow::read(connection, record.number).map(Self::Need),
            Kind::View => ViewRow::read(connection, record.number).map(Self::View),
            Kind::Setting => SettingRow::numbered(connection, record.number).map(Self::Setting),
            Kind::Review
            | Kind::State
            | Kind::Person
            | Kind::Organisation
            | Kind::Activity
            | Kind::Platform
            | Kind::Match
            | Kind::Theme
            | Kind::Document => Err(StoreError::Damaged(None, record.to_string())),
        }
    }

    /// Its version; 0 before it is in the file.
    pub(super) fn version(&self) -> u32 {
        match self {
            Self::Need(row) => row.version,
            Self::View(row) => row.version,
            Self::Setting(row) => row.version,
        }
    }

    /// The value of a field; nothing for "not stated", and for a field that records of its kind do not have.
    pub(super) fn get(&self, field: RecordField) -> Option<&str> {
        match (self, field) {
            (Self::Need(row), RecordField::Need(field)) => row.get(field),
            (Self::View(row), field) => row.get(field),
            (Self::Setting(row), RecordField::Value) => Some(&row.value),
            (Self::Need(_) | Self::Setting(_), RecordField::Itself) => Some(RecordField::THERE),
            (Self::Need(_) | Self::Setting(_), _) => None,
        }
    }

    /// Sets the value of a field here, not in the file.
    pub(super) fn set(&mut self, field: RecordField, value: Option<String>) {
        match (self, field) {
            (Self::Need(row), RecordField::Need(field)) => row.set(field, value),
            (Self::View(row), field) => row.set(field, value),
            (Self::Setting(row), RecordField::Value) => row.value = value.unwrap_or_default(),
            (Self::Need(_) | Self::Setting(_), _) => {}
        }
    }

    /// The fields that differ from `before`. Of a record that is added this is the record itself: its first values
    /// are its own.
    pub(super) fn differing(&self, before: &Self, kind: Kind) -> Vec<RecordField> {
        let fields = RecordField::of(kind).iter().copied();
        let differs = |field: &RecordField| before.get(*field) != self.get(*field);
        if before.version() == 0 {
            return fields.filter(|field| *field == RecordField::Itself).collect();
        }
        fields.filter(differs).collect()
    }
}

/// Writes records of all kinds, one after the other, in one transaction.
pub(super) struct Writer<'c> {
    connection: &'c Connection,
    needs: RowWriter<'c>,
    /// The needs that are made, or no longer are, a duplicate of another one.
    repeating: Vec<u32>,
    /// The needs that were written.
    written: Vec<u32>,
}

impl<'c> Writer<'c> {
    /// For writes of this moment.
    pub(super) fn new(connection: &'c Connection, at: i64) -> Self {
        let needs = RowWriter::new(connection, at);
        Self { connection, needs, repeating: Vec::new(), written: Vec::new() }
    }

    /// Writes the fields that differ, with the next version, if the record still has the version of `before`.
    pub(super) fn write(
        &mut self,
        record: Record,
        change: &RowChange,
        fields: &[RecordField],
    ) -> Result<(), StoreError> {
        match change {
            (Row::Need(before), Row::Need(after)) => {
                let fields: Vec<TriageField> =
                    fields.iter().filter_map(|field| field.of_need()).collect();
                self.needs.write(record.number, before, after, &fields)?;
                self.written.push(record.number);
                if fields.contains(&TriageField::DuplicateOf) {
                    self.repeating.push(record.number);
                }
                Ok(())
            }
            (Row::View(before), Row::View(after)) => {
                saved_view::write(self.connection, record.number, before.version, after)
            }
            (Row::Setting(before), Row::Setting(after)) => {
                after.write(self.connection, before.version)
            }
            (Row::Need(_) | Row::View(_) | Row::Setting(_), _) => {
                Err(StoreError::Damaged(None, record.to_string()))
            }
        }
    }

    /// All records are written; `taking_back` says whether by an undo. Gives the needs among them, rising.
    pub(super) fn finish(self, taking_back: bool) -> Result<Vec<u32>, StoreError> {
        self.needs.finish()?;
        if taking_back {
            for need in &self.written {
                effective_change::put_back(self.connection, *need)?;
            }
        }
        triage_row::refuse_circles(self.connection, self.repeating.into_iter())?;
        Ok(self.written)
    }
}
