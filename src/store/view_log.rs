//! What people did to saved views: the record by which it is taken back and done again, in this
//! session or a later one.

use super::{SavedView, Store, StoreError, decode};
use crate::domain::{Moment, clean_line};
use rusqlite::{Connection, OptionalExtension, params};

/// What has become of an undo or redo of a view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ViewTurned {
    /// The view's name.
    pub name: String,
    /// Somebody has made something else of it since: it stays as it is, and this change of it is
    /// passed over from now on.
    pub stays: bool,
}

/// A change in the record.
struct Change {
    id: i64,
    before: Option<SavedView>,
    after: Option<SavedView>,
}

/// Writes down a change. What its writer had taken back before can then no longer be done again.
pub(super) fn add(
    connection: &Connection,
    at: Moment,
    who: &str,
    before: Option<&SavedView>,
    after: Option<&SavedView>,
) -> Result<(), StoreError> {
    let who = clean_line(who);
    if who.is_empty() {
        return Err(StoreError::Nobody);
    }
    connection
        .prepare_cached(
            "UPDATE view_change SET state = 'passed' WHERE who = ?1 AND state = 'undone'",
        )?
        .execute([&who])?;
    let json = |view: Option<&SavedView>| view.map(serde_json::to_string).transpose();
    let strange = |error: serde_json::Error| StoreError::Other(error.to_string());
    let (before, after) = (json(before).map_err(strange)?, json(after).map_err(strange)?);
    connection
        .prepare_cached("INSERT INTO view_change (at, who, before, after) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![at.seconds(), who, before, after])?;
    Ok(())
}

impl Store {
    /// Takes back what a person did last to a view; `None` where there is nothing.
    pub fn undo_view(&self, who: &str) -> Result<Option<ViewTurned>, StoreError> {
        let newest = "SELECT id, before, after FROM view_change
                      WHERE who = ?1 AND state = 'done' ORDER BY id DESC LIMIT 1";
        self.turn_view(who, newest, "undone", |change| (&change.after, &change.before))
    }

    /// Does again what a person took back last; `None` where there is nothing.
    pub fn redo_view(&self, who: &str) -> Result<Option<ViewTurned>, StoreError> {
        let oldest = "SELECT id, before, after FROM view_change
                      WHERE who = ?1 AND state = 'undone' ORDER BY id LIMIT 1";
        self.turn_view(who, oldest, "done", |change| (&change.before, &change.after))
    }

    /// Whether there is a change to a view for a person to take back, and one to do again.
    pub fn view_turns(&self, who: &str) -> Result<[bool; 2], StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM view_change WHERE who = ?1 AND state = 'done'),
                          EXISTS (SELECT 1 FROM view_change WHERE who = ?1 AND state = 'undone')";
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.query_row([clean_line(who)], |row| Ok([row.get(0)?, row.get(1)?]))?)
    }

    /// `ends` says of a change which view it expects and which it makes of that.
    fn turn_view(
        &self,
        who: &str,
        which: &str,
        state: &str,
        ends: fn(&Change) -> (&Option<SavedView>, &Option<SavedView>),
    ) -> Result<Option<ViewTurned>, StoreError> {
        self.in_one_write(|transaction| {
            let Some(change) = change(transaction, which, who)? else { return Ok(None) };
            let (expected, made) = ends(&change);
            let Some(view) = expected.as_ref().or(made.as_ref()) else { return Ok(None) };
            let here = view.here(transaction)?;
            let stays = match (&here, expected) {
                (None, None) => false,
                (Some(here), Some(expected)) => !here.is_like(expected),
                _ => true,
            };
            match made {
                _ if stays => {}
                Some(made) => drop(made.put(transaction)?),
                None => view.remove(transaction)?,
            }
            transaction
                .prepare_cached("UPDATE view_change SET state = ?2 WHERE id = ?1")?
                .execute(params![change.id, if stays { "passed" } else { state }])?;
            Ok(Some(ViewTurned { name: decode::as_name(&view.name), stays }))
        })
    }
}

fn change(connection: &Connection, sql: &str, who: &str) -> Result<Option<Change>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let row = statement.query_row([clean_line(who)], |row| {
        Ok((row.get(0)?, decode::raw(row, 1)?, decode::raw(row, 2)?))
    });
    let Some((id, before, after)) = row.optional()? else { return Ok(None) };
    let view = |json: Option<String>| json.map(|json| serde_json::from_str(&json)).transpose();
    let strange = |error: serde_json::Error| StoreError::Damaged(None, error.to_string());
    let (before, after) = (view(before).map_err(strange)?, view(after).map_err(strange)?);
    Ok(Some(Change { id, before, after }))
}
