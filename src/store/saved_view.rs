//! Saved views: a screen with its filter and its arrangement, under a name.

use super::{Access, Store, StoreError};
use crate::domain::clean_line;
use rusqlite::{OptionalExtension, params};

/// A saved view. What the parts mean, the screens know; here they are text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SavedView {
    /// The row; 0 before it is saved.
    pub id: i64,
    /// Its name; one owner has no two views of one name.
    pub name: String,
    /// The code of the person whose view it is; `None` for everybody's.
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

impl Store {
    /// Every saved view, everybody's first, by name.
    pub fn saved_views(&self) -> Result<Vec<SavedView>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT v.id, v.name, p.code, v.screen, v.filter, v.sort, v.columns, v.grouping,
                    v.measure, v.key
             FROM saved_view v LEFT JOIN person p ON p.id = v.owner_id
             ORDER BY p.code IS NOT NULL, p.code, v.name",
        )?;
        let rows = statement.query_map([], |row| {
            Ok(SavedView {
                id: row.get(0)?,
                name: row.get(1)?,
                owner: row.get(2)?,
                screen: row.get(3)?,
                filter: row.get(4)?,
                sort: row.get(5)?,
                columns: row.get(6)?,
                grouping: row.get(7)?,
                measure: row.get(8)?,
                key: row.get(9)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Saves a view over the owner's view of the same name, if there is one; gives its id.
    pub fn save_view(&self, view: &SavedView) -> Result<i64, StoreError> {
        self.writable()?;
        let name = clean_line(&view.name);
        if name.is_empty() {
            return Err(StoreError::Nameless);
        }
        let owner = view.owner.as_deref().map(|code| self.person_id(code)).transpose()?;
        let measure = if view.measure.is_empty() { "needs" } else { &view.measure };
        let mut statement = self.connection.prepare_cached(
            "INSERT INTO saved_view (name, owner_id, screen, filter, sort, columns, grouping,
                                     measure, key)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
             ON CONFLICT (name, coalesce(owner_id, 0)) DO UPDATE SET
               screen = excluded.screen, filter = excluded.filter, sort = excluded.sort,
               columns = excluded.columns, grouping = excluded.grouping,
               measure = excluded.measure, key = excluded.key
             RETURNING id",
        )?;
        let parts = [&view.screen, &view.filter, &view.sort, &view.columns, &view.grouping]
            .map(|part| clean_line(part));
        let [screen, filter, sort, columns, grouping] = parts;
        let key = clean_line(&view.key);
        let row = params![name, owner, screen, filter, sort, columns, grouping, measure, key];
        Ok(statement.query_row(row, |row| row.get(0))?)
    }

    /// Deletes a view; whether it was there.
    pub fn delete_view(&self, id: i64) -> Result<bool, StoreError> {
        self.writable()?;
        let mut statement =
            self.connection.prepare_cached("DELETE FROM saved_view WHERE id = ?1")?;
        Ok(statement.execute([id])? > 0)
    }

    fn writable(&self) -> Result<(), StoreError> {
        match self.access {
            Access::ReadWrite => Ok(()),
            Access::ReadOnly => Err(StoreError::ReadOnly),
        }
    }

    fn person_id(&self, code: &str) -> Result<i64, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT id FROM person WHERE code = ?1")?;
        let id = statement.query_row([code], |row| row.get(0)).optional()?;
        id.ok_or_else(|| StoreError::UnknownPerson(code.to_owned()))
    }
}
