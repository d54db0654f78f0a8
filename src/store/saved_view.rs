//! Saved views: a screen with its filter and its arrangement, under a name.

use super::{StoreError, decode};
use crate::domain::{NAME_LIMIT, clean_line};
use rusqlite::{Connection, Row, params};
use serde::{Deserialize, Serialize};

/// A saved view. What the parts mean, the screens know; here they are text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedView {
    /// The row; 0 before it is saved.
    #[serde(skip)]
    pub id: i64,
    /// Its name; one owner has no two views of one name.
    pub name: String,
    /// Whose view it is, as the log names people; `None` for everybody's.
    pub owner: Option<String>,
    /// The screen.
    pub screen: String,
    /// The filter, as typed.
    pub filter: String,
    /// The sort order.
    pub sort: String,
    /// The columns.
    pub columns: String,
    /// What the records are grouped by.
    pub grouping: String,
    /// `needs`, `states` or `reviews`; empty for needs.
    pub measure: String,
    /// The key that opens it; may be empty.
    pub key: String,
}

impl SavedView {
    /// Whether both say the same, whatever their rows.
    pub fn is_like(&self, other: &Self) -> bool {
        Self { id: other.id, ..self.clone() } == *other
    }

    /// The same as it can be kept: foreign bytes cleaned, with a name.
    pub(super) fn cleaned(&self) -> Result<Self, StoreError> {
        let owner = self.owner.as_deref().map(clean_line);
        let measure = if self.measure.is_empty() { "needs" } else { &self.measure };
        let view = Self {
            id: self.id,
            name: clean_line(&self.name),
            screen: clean_line(&self.screen),
            filter: clean_line(&self.filter),
            sort: clean_line(&self.sort),
            columns: clean_line(&self.columns),
            grouping: clean_line(&self.grouping),
            measure: measure.to_owned(),
            key: clean_line(&self.key),
            owner,
        };
        match (view.name.as_str(), view.owner.as_deref()) {
            ("", _) => Err(StoreError::Nameless),
            (_, Some("")) => Err(StoreError::Nobody),
            (name, _) if name.chars().nth(NAME_LIMIT).is_some() => Err(StoreError::LongName),
            _ => Ok(view),
        }
    }

    /// The view that stands under the same name and owner, as both are shown: the file may hold them
    /// otherwise.
    pub(super) fn here(&self, connection: &Connection) -> Result<Option<Self>, StoreError> {
        let mut statement = connection.prepare_cached(
            "SELECT id, name, owner, screen, filter, sort, columns, grouping, measure, key
             FROM saved_view ORDER BY name IS NOT ?1, id",
        )?;
        let mut rows = statement.query([&self.name])?;
        while let Some(row) = rows.next()? {
            let view = read(row)?;
            if view.name == self.name && view.owner == self.owner {
                return Ok(Some(view));
            }
        }
        Ok(None)
    }

    /// Puts it under its name and owner, in the place of the one that stands there; gives its id.
    pub(super) fn put(&self, connection: &Connection) -> Result<i64, StoreError> {
        let here = self.here(connection)?.map(|view| view.id);
        let mut statement = connection.prepare_cached(
            "INSERT INTO saved_view (name, owner, screen, filter, sort, columns, grouping,
                                     measure, key, id)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
             ON CONFLICT (id) DO UPDATE SET
               name = excluded.name, owner = excluded.owner,
               screen = excluded.screen, filter = excluded.filter, sort = excluded.sort,
               columns = excluded.columns, grouping = excluded.grouping,
               measure = excluded.measure, key = excluded.key
             RETURNING id",
        )?;
        let row = params![
            self.name,
            self.owner,
            self.screen,
            self.filter,
            self.sort,
            self.columns,
            self.grouping,
            self.measure,
            self.key,
            here
        ];
        Ok(statement.query_row(row, |row| row.get(0))?)
    }

    /// Takes away what stands under its name and owner.
    pub(super) fn remove(&self, connection: &Connection) -> Result<(), StoreError> {
        let here = self.here(connection)?.map(|view| view.id);
        connection.prepare_cached("DELETE FROM saved_view WHERE id = ?1")?.execute([here])?;
        Ok(())
    }
}

/// A view as it stands in a row.
pub(super) fn read(row: &Row) -> rusqlite::Result<SavedView> {
    Ok(SavedView {
        id: row.get(0)?,
        name: decode::name(row, 1)?,
        owner: decode::optional_name(row, 2)?,
        screen: decode::name(row, 3)?,
        filter: decode::line(row, 4)?,
        sort: decode::line(row, 5)?,
        columns: decode::line(row, 6)?,
        grouping: decode::line(row, 7)?,
        measure: decode::name(row, 8)?,
        key: decode::name(row, 9)?,
    })
}
