//! The triage fields of one need in the file, by field.

use super::{StoreError, themes};
use crate::domain::{Coded, TriageField};
use rusqlite::{CachedStatement, Connection, OptionalExtension, params};
use std::collections::HashMap;

/// A need's triage fields as the change log writes them: codes, `None` for "not stated".
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TriageRow {
    values: [Option<String>; TriageField::ALL.len()],
    /// The need's version.
    pub(super) version: u32,
}

/// A need's fields before and after a write.
pub(super) type RowChange = (TriageRow, TriageRow);

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
                *value = row.get(place)?;
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
}

/// Writes rows, one after the other: what all of them need is looked up and prepared once.
pub(super) struct RowWriter<'c> {
    connection: &'c Connection,
    update: CachedStatement<'c>,
    people: HashMap<String, i64>,
    themes: themes::Linker<'c>,
    at: i64,
}

impl<'c> RowWriter<'c> {
    /// For writes of this moment.
    pub(super) fn new(connection: &'c Connection, at: i64) -> Result<Self, StoreError> {
        let update = connection.prepare_cached(
            "UPDATE need SET priority = ?3, horizon = ?4, response = ?5, focal_point_id = ?6,
                             notes = ?7, projected_on = ?8, duplicate_of = ?9,
                             version = version + 1, changed_at = ?10
             WHERE id = ?1 AND version = ?2",
        )?;
        let themes = themes::Linker::new(connection);
        Ok(Self { connection, update, people: HashMap::new(), themes, at })
    }

    /// Writes every field that differs from `before`, with the next version, if the need still has
    /// the row's version.
    pub(super) fn write(
        &mut self,
        need: u32,
        before: &TriageRow,
        row: &TriageRow,
    ) -> Result<(), StoreError> {
        let person = self.person(row)?;
        let original = self.original(row, need)?;
        if row.get(TriageField::Themes) != before.get(TriageField::Themes) {
            self.themes.link(need, row.get(TriageField::Themes))?;
        }
        let written = self.update.execute(params![
            need,
            row.version,
            row.get(TriageField::Priority),
            row.get(TriageField::Horizon),
            row.get(TriageField::Response),
            person,
            row.get(TriageField::Notes).unwrap_or_default(),
            row.get(TriageField::ProjectedOn),
            original,
            self.at
        ])?;
        // The row was read, or read again, with the write lock held.
        if written == 1 { Ok(()) } else { Err(StoreError::Busy) }
    }

    /// All rows are written.
    pub(super) fn finish(self) -> Result<(), StoreError> {
        self.themes.finish()
    }

    fn person(&mut self, row: &TriageRow) -> Result<Option<i64>, StoreError> {
        let Some(code) = row.get(TriageField::FocalPoint) else { return Ok(None) };
        if let Some(id) = self.people.get(code) {
            return Ok(Some(*id));
        }
        let mut statement =
            self.connection.prepare_cached("SELECT id FROM person WHERE code = ?1")?;
        let id: Option<i64> = statement.query_row([code], |row| row.get(0)).optional()?;
        let id = id.ok_or_else(|| StoreError::UnknownPerson(code.to_owned()))?;
        self.people.insert(code.to_owned(), id);
        Ok(Some(id))
    }

    /// The need that this one repeats; an error where there is no such need.
    fn original(&self, row: &TriageRow, need: u32) -> Result<Option<u32>, StoreError> {
        let Some(code) = row.get(TriageField::DuplicateOf) else { return Ok(None) };
        let other = code.parse().map_err(|_| StoreError::Damaged(None, code.to_owned()))?;
        if other == need {
            return Err(StoreError::Circle(need));
        }
        let mut statement = self.connection.prepare_cached("SELECT 1 FROM need WHERE id = ?1")?;
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
