//! The triage fields of one need in the file, by field.

use super::{StoreError, decode, themes};
use crate::domain::{Coded, TriageField};
use rusqlite::types::Value;
use rusqlite::{CachedStatement, Connection, OptionalExtension, params_from_iter};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// A need's triage fields as the change log writes them: codes, `None` for "not stated".
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TriageRow {
    values: [Option<String>; TriageField::ALL.len()],
    /// The need's version.
    pub(super) version: u32,
}

/// The fields of a need in the order of [`TriageField::ALL`], and its version.
pub(super) const READ: &str = "
    SELECT n.priority, n.horizon, n.response, p.code, nullif(n.notes, ''), n.projected_on,
           (SELECT group_concat(t.code, '; ' ORDER BY t.code)
              FROM need_theme nt JOIN theme t ON t.id = nt.theme_id WHERE nt.need_id = n.id),
           CAST(n.duplicate_of AS TEXT), n.version
    FROM need n LEFT JOIN person p ON p.id = n.focal_point_id WHERE n.id = ?1";

impl TriageRow {
    /// Reads one; an error where there is no such need.
    pub(super) fn read(connection: &Connection, need: u32) -> Result<Self, StoreError> {
        let mut statement = connection.prepare_cached(READ)?;
        let row = statement.query_row([need], |row| {
            let mut values = [const { None }; TriageField::ALL.len()];
            for (place, value) in values.iter_mut().enumerate() {
                *value = decode::raw(row, place)?;
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

/// The column of a field in the table of needs; themes stand in a table of their own.
fn column(field: TriageField) -> Option<&'static str> {
    match field {
        TriageField::Priority => Some("priority"),
        TriageField::Horizon => Some("horizon"),
        TriageField::Response => Some("response"),
        TriageField::FocalPoint => Some("focal_point_id"),
        TriageField::Notes => Some("notes"),
        TriageField::ProjectedOn => Some("projected_on"),
        TriageField::DuplicateOf => Some("duplicate_of"),
        TriageField::Themes => None,
    }
}

/// Writes rows, one after the other: what all of them need is looked up and prepared once, and of
/// each row only the fields that differ are touched, so that no index is written for the others.
pub(super) struct RowWriter<'c> {
    connection: &'c Connection,
    /// By the fields that they set.
    updates: HashMap<Vec<TriageField>, CachedStatement<'c>>,
    people: HashMap<String, i64>,
    themes: themes::Linker<'c>,
    at: i64,
}

impl<'c> RowWriter<'c> {
    /// For writes of this moment.
    pub(super) fn new(connection: &'c Connection, at: i64) -> Self {
        let themes = themes::Linker::new(connection);
        Self { connection, updates: HashMap::new(), people: HashMap::new(), themes, at }
    }

    /// Writes the fields that differ from `before`, with the next version, if the need still has the
    /// row's version.
    pub(super) fn write(
        &mut self,
        need: u32,
        before: &TriageRow,
        row: &TriageRow,
        fields: &[TriageField],
    ) -> Result<(), StoreError> {
        let mut values: Vec<Value> = vec![need.into(), row.version.into(), self.at.into()];
        for &field in fields {
            let text = row.get(field);
            values.push(match field {
                TriageField::Themes => {
                    self.themes.link(need, before.get(field), text)?;
                    continue;
                }
                TriageField::FocalPoint => self.person(row)?.into(),
                TriageField::DuplicateOf => self.original(row, need)?.into(),
                TriageField::Notes => text.unwrap_or_default().to_owned().into(),
                _ => text.map(str::to_owned).into(),
            });
        }
        let update = match self.updates.entry(fields.to_vec()) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => place.insert(update(self.connection, fields)?),
        };
        let written = update.execute(params_from_iter(values))?;
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

/// The statement that sets these fields of a need which has a version.
fn update<'c>(
    connection: &'c Connection,
    fields: &[TriageField],
) -> Result<CachedStatement<'c>, StoreError> {
    let mut sql = "UPDATE need SET version = version + 1, changed_at = ?3".to_owned();
    for (column, number) in fields.iter().filter_map(|field| column(*field)).zip(4_u32..) {
        sql.extend([", ", column, " = ?", &number.to_string()]);
    }
    sql.push_str(" WHERE id = ?1 AND version = ?2");
    Ok(connection.prepare_cached(&sql)?)
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
