//! The last effective change of a need: its newest write that is not undone. A write and its undo
//! together count for nothing, so that an undo gives a need back the time that it had waited; a redo
//! counts from the moment of the write that it repeats.

use super::StoreError;
use crate::domain::NeedNumber;
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::HashSet;

/// SQL: the moment of the last effective write about a need before a moment. Such a write is no undo
/// itself, and one of its fields is followed by an even number of undos, each of the one before.
///
/// The sign before `k.batch_id` makes SQLite look changes up by their need, which has few, and not by
/// their batch, which may have hundreds of thousands.
macro_rules! last_standing {
    ($need:literal, $moment:literal) => {
        concat!(
            "SELECT b.at FROM change c JOIN batch b ON b.id = c.batch_id WHERE c.kind = 'need' AND c.record = ",
            $need,
            " AND b.at < ",
            $moment,
            " AND b.undoes IS NULL AND (
                WITH RECURSIVE chain (id) AS (
                  VALUES (b.id)
                  UNION ALL
                  SELECT u.id FROM chain JOIN batch u ON u.undoes = chain.id WHERE u.at < ",
            $moment,
            " AND EXISTS (SELECT 1 FROM change k WHERE +k.batch_id = u.id AND k.kind = 'need' AND k.record = ",
            $need,
            " AND k.field = c.field))
                SELECT count(*) % 2 = 1 FROM chain)
             ORDER BY c.id DESC LIMIT 1"
        )
    };
}

/// Without an undo every write stands.
const LAST: &str = "SELECT b.at FROM change c JOIN batch b ON b.id = c.batch_id
                    WHERE c.kind = 'need' AND c.record = ?1 AND b.at < ?2 ORDER BY c.id DESC LIMIT 1";

/// The needs of which something was ever taken back: for the others the question is simpler.
pub(super) fn undone(connection: &Connection) -> Result<HashSet<NeedNumber>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT DISTINCT c.record FROM batch b CROSS JOIN change c ON c.batch_id = b.id
         WHERE b.undoes IS NOT NULL AND +c.kind = 'need'",
    )?;
    let needs = statement.query_map([], |row| row.get(0))?;
    Ok(needs.collect::<Result<_, _>>()?)
}

/// The moment of the last write before a moment about a need of which nothing was ever taken back.
pub(super) fn last_plain_before(
    connection: &Connection,
    need: NeedNumber,
    moment: i64,
) -> Result<Option<i64>, StoreError> {
    let mut statement = connection.prepare_cached(LAST)?;
    Ok(statement.query_row(params![need, moment], |row| row.get(0)).optional()?)
}

/// The moment of a need's last effective write before `moment`; `None` without one.
pub(super) fn last_before(
    connection: &Connection,
    need: NeedNumber,
    moment: i64,
) -> Result<Option<i64>, StoreError> {
    let mut statement = connection.prepare_cached(last_standing!("?1", "?2"))?;
    Ok(statement.query_row(params![need, moment], |row| row.get(0)).optional()?)
}

/// Puts it into the need, after an undo.
pub(super) fn put_back(connection: &Connection, need: NeedNumber) -> Result<(), StoreError> {
    let at = last_before(connection, need, i64::MAX)?;
    let mut statement =
        connection.prepare_cached("UPDATE main.need SET changed_at = ?2 WHERE id = ?1")?;
    statement.execute(params![need, at])?;
    Ok(())
}
