//! The triage fields of one need in the file, by field.

use super::StoreError;
use crate::domain::{Coded, TriageField};
use rusqlite::{Connection, OptionalExtension, params};

/// A need's triage fields as the change log writes them: codes, `None` for "not stated".
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TriageRow {
    values: [Option<String>; 5],
    /// The need's version.
    pub(super) version: u32,
}

impl TriageRow {
    /// Reads one; an error where there is no such need.
    pub(super) fn read(connection: &Connection, need: u32) -> Result<Self, StoreError> {
        let mut statement = connection.prepare_cached(
            "SELECT n.priority, n.horizon, n.response, p.code, nullif(n.notes, ''), n.version
             FROM need n LEFT JOIN person p ON p.id = n.focal_point_id WHERE n.id = ?1",
        )?;
        let row = statement.query_row([need], |row| {
            Ok(Self {
                values: [row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?],
                version: row.get(5)?,
            })
        });
        row.optional()?.ok_or(StoreError::UnknownNeed(need))
    }

    /// The value of a field.
    pub(super) fn get(&self, field: TriageField) -> Option<&str> {
        self.values[field.index()].as_deref()
    }

    /// Sets the value of a field here, not in the file.
    pub(super) fn set(&mut self, field: TriageField, value: Option<&str>) {
        self.values[field.index()] = value.map(str::to_owned);
    }

    /// Writes every field, with the next version, if the need still has this one's version.
    pub(super) fn write(
        &self,
        connection: &Connection,
        need: u32,
        at: i64,
    ) -> Result<(), StoreError> {
        let person = self.person(connection)?;
        let mut statement = connection.prepare_cached(
            "UPDATE need SET priority = ?3, horizon = ?4, response = ?5, focal_point_id = ?6,
                             notes = ?7, version = version + 1, changed_at = ?8
             WHERE id = ?1 AND version = ?2",
        )?;
        let [priority, horizon, response, _, notes] = &self.values;
        let notes = notes.as_deref().unwrap_or_default();
        let written = statement.execute(params![
            need,
            self.version,
            priority,
            horizon,
            response,
            person,
            notes,
            at
        ])?;
        // The transaction has held the write lock since the row was read.
        if written == 1 { Ok(()) } else { Err(StoreError::Busy) }
    }

    fn person(&self, connection: &Connection) -> Result<Option<i64>, StoreError> {
        let Some(code) = self.get(TriageField::FocalPoint) else { return Ok(None) };
        let mut statement = connection.prepare_cached("SELECT id FROM person WHERE code = ?1")?;
        let id = statement.query_row([code], |row| row.get(0)).optional()?;
        id.map(Some).ok_or_else(|| StoreError::UnknownPerson(code.to_owned()))
    }
}
