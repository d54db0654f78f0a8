//! The triage fields of one need in the file, by field.

use super::{StoreError, column, themes};
use crate::domain::{Coded, TriageField};
use rusqlite::{Connection, OptionalExtension, params};

/// A need's triage fields as the change log writes them: codes, `None` for "not stated".
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TriageRow {
    values: [Option<String>; TriageField::ALL.len()],
    /// The need's version.
    pub(super) version: u32,
}

impl TriageRow {
    /// Reads one; an error where there is no such need.
    pub(super) fn read(connection: &Connection, need: u32) -> Result<Self, StoreError> {
        let mut statement = connection.prepare_cached(
            "SELECT n.priority, n.horizon, n.response, p.code, nullif(n.notes, ''), n.projected_on,
                    (SELECT group_concat(t.name_en, '; ' ORDER BY t.name_en)
                       FROM need_theme nt JOIN theme t ON t.id = nt.theme_id
                       WHERE nt.need_id = n.id),
                    CAST(n.duplicate_of AS TEXT), n.version
             FROM need n LEFT JOIN person p ON p.id = n.focal_point_id WHERE n.id = ?1",
        )?;
        let row = statement.query_row([need], |row| {
            let mut values = [const { None }; TriageField::ALL.len()];
            for (place, value) in values.iter_mut().enumerate() {
                *value = column::raw(row, place)?;
            }
            Ok(Self { values, version: row.get(TriageField::ALL.len())? })
        });
        row.optional()?.ok_or(StoreError::UnknownNeed(need))
    }

    /// The value of a field.
    pub(super) fn get(&self, field: TriageField) -> Option<&str> {
        self.values[field.index()].as_deref()
    }

    /// Sets the value of a field here, not in the file.
    pub(super) fn set(&mut self, field: TriageField, value: Option<String>) {
        self.values[field.index()] = value;
    }

    /// Writes every field that differs from `before`, with the next version, if the need still
    /// has this one's version.
    pub(super) fn write(
        &self,
        connection: &Connection,
        need: u32,
        before: &Self,
        at: i64,
    ) -> Result<(), StoreError> {
        let other = |field| self.get(field) != before.get(field);
        // What is not changed stays as it stands there, also where it is no text.
        let (noted, given) = (other(TriageField::Notes), other(TriageField::FocalPoint));
        let person = if given { self.person(connection)? } else { None };
        let original = self.original(connection, need)?;
        if self.get(TriageField::Themes) != before.get(TriageField::Themes) {
            themes::link(connection, need, self.get(TriageField::Themes))?;
        }
        let mut statement = connection.prepare_cached(
            "UPDATE need SET priority = ?3, horizon = ?4, response = ?5,
                             focal_point_id = iif(?11, ?6, focal_point_id),
                             notes = iif(?12, ?7, notes), projected_on = ?8, duplicate_of = ?9,
                             version = version + 1, changed_at = ?10
             WHERE id = ?1 AND version = ?2",
        )?;
        let written = statement.execute(params![
            need,
            self.version,
            self.get(TriageField::Priority),
            self.get(TriageField::Horizon),
            self.get(TriageField::Response),
            person,
            self.get(TriageField::Notes).unwrap_or_default(),
            self.get(TriageField::ProjectedOn),
            original,
            at,
            given,
            noted
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

    /// The need that this one repeats; an error where there is no such need.
    fn original(&self, connection: &Connection, need: u32) -> Result<Option<u32>, StoreError> {
        let Some(code) = self.get(TriageField::DuplicateOf) else { return Ok(None) };
        let other = code.parse().map_err(|_| StoreError::Damaged(None, code.to_owned()))?;
        if other == need {
            return Err(StoreError::Circle(need));
        }
        let mut statement = connection.prepare_cached("SELECT 1 FROM need WHERE id = ?1")?;
        if !statement.exists([other])? {
            return Err(StoreError::UnknownNeed(other));
        }
        Ok(Some(other))
    }
}

/// Refuses needs that repeat themselves, be it by way of others. Asked when all rows of a write
/// are in the file: only then the chains are what they are going to be.
pub(super) fn refuse_circles(
    connection: &Connection,
    needs: impl Iterator<Item = u32>,
) -> Result<(), StoreError> {
    // UNION drops what was met before, so that a circle ends too.
    let mut statement = connection.prepare_cached(
        "WITH RECURSIVE chain (id) AS (
           SELECT duplicate_of FROM need WHERE id = ?1
           UNION SELECT n.duplicate_of FROM chain JOIN need n ON n.id = chain.id)
         SELECT EXISTS (SELECT 1 FROM chain WHERE id = ?1)",
    )?;
    for need in needs {
        if statement.query_row([need], |row| row.get(0))? {
            return Err(StoreError::Circle(need));
        }
    }
    Ok(())
}
