//! Saved views: a screen with its filter and its arrangement, under a name.

use super::{Store, StoreError};
use crate::domain::clean_line;
use rusqlite::{OptionalExtension, params};

/// A saved view. What the parts mean, the screens know; here they are text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SavedView {
    /// The row; 0 before it is saved.
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

impl Store {
    /// The views that a person has: everybody's first, then the own ones, by name.
    pub fn saved_views(&self, who: &str) -> Result<Vec<SavedView>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, name, owner, screen, filter, sort, columns, grouping, measure, key
             FROM saved_view WHERE owner IS NULL OR owner = ?1
             ORDER BY owner IS NOT NULL, name, id",
        )?;
        let rows = statement.query_map([clean_line(who)], |row| {
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
        let views: Vec<SavedView> = rows.collect::<Result<_, _>>()?;
        // Their names and filters are somebody's words, and may name a State.
        Ok(if self.names_states() { views } else { Vec::new() })
    }

    /// Saves a view over the owner's view of the same name, if there is one; gives its id.
    pub fn save_view(&self, view: &SavedView) -> Result<i64, StoreError> {
        let name = clean_line(&view.name);
        if name.is_empty() {
            return Err(StoreError::Nameless);
        }
        let owner = view.owner.as_deref().map(clean_line);
        if owner.as_deref() == Some("") {
            return Err(StoreError::Nobody);
        }
        let measure = if view.measure.is_empty() { "needs" } else { &view.measure };
        let parts = [&view.screen, &view.filter, &view.sort, &view.columns, &view.grouping]
            .map(|part| clean_line(part));
        let [screen, filter, sort, columns, grouping] = parts;
        let key = clean_line(&view.key);
        self.in_one_write(|transaction| {
            let mut statement = transaction.prepare_cached(
                "INSERT INTO saved_view (name, owner, screen, filter, sort, columns, grouping,
                                         measure, key)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                 ON CONFLICT (name, coalesce(owner, '')) DO UPDATE SET
                   screen = excluded.screen, filter = excluded.filter, sort = excluded.sort,
                   columns = excluded.columns, grouping = excluded.grouping,
                   measure = excluded.measure, key = excluded.key
                 RETURNING id",
            )?;
            let row = params![name, owner, screen, filter, sort, columns, grouping, measure, key];
            Ok(statement.query_row(row, |row| row.get(0))?)
        })
    }

    /// Deletes a view, everybody's or one's own; whether it was there. Somebody else's own view
    /// is not there for `who`.
    pub fn delete_view(&self, who: &str, id: i64) -> Result<bool, StoreError> {
        self.in_one_write(|transaction| {
            let mut statement = transaction.prepare_cached(
                "DELETE FROM saved_view WHERE id = ?1 AND (owner IS NULL OR owner = ?2)
                 RETURNING id",
            )?;
            let gone =
                statement.query_row(params![id, clean_line(who)], |row| row.get::<_, i64>(0));
            Ok(gone.optional()?.is_some())
        })
    }
}
