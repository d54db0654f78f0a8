//! The States with needs from outside reviews, and the sources of these.

use super::which_rows::Which;
use super::{StoreError, decode};
use crate::domain::{Coded, Source};
use rusqlite::Connection;

/// The States, by id, and sources that needs come from outside reviews, or came from once: the tally keeps its lines.
/// By id, then by the code of the source.
pub(super) fn reviews(
    connection: &Connection,
    which: Which,
) -> Result<Vec<(i64, Source)>, StoreError> {
    let there = which.condition();
    let mut all = connection.prepare_cached(&format!(
        "SELECT DISTINCT state_id, source FROM tally
         WHERE review_id = 0 AND state_id IN (SELECT id FROM state WHERE {there})
         ORDER BY state_id, source",
    ))?;
    let mut rows = all.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let code = decode::name(row, 1)?;
        let source = Source::from_code(&code);
        let strange = || StoreError::Damaged(None, format!("tally.source: {code}"));
        found.push((row.get(0)?, source.ok_or_else(strange)?));
    }
    Ok(found)
}
