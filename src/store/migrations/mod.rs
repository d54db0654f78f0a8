//! The rows that migrations take from the reference tables, after their SQL and in their transaction.

use super::StoreError;
use super::names::add_spellings;
use crate::domain::reference;
use rusqlite::{Connection, Transaction};

/// Gives the organisations and activities of a register of an earlier version their Chinese words, where the English
/// ones are still those of the tables.
pub(super) fn words_in_chinese(transaction: &Transaction) -> Result<(), StoreError> {
    let mut role = transaction
        .prepare("UPDATE organisation SET role_zh = ?1 WHERE code = ?2 AND role = ?3")?;
    let words = |names: &crate::text::Names, code| names.get(code).unwrap_or_default().to_owned();
    for row in reference::organisations() {
        role.execute((words(&row.role, "zh"), &row.code, words(&row.role, "en")))?;
    }
    let mut description = transaction
        .prepare("UPDATE activity SET description_zh = ?1 WHERE code = ?2 AND description = ?3")?;
    let mut date = transaction
        .prepare("UPDATE activity SET date_text_zh = ?1 WHERE code = ?2 AND date_text = ?3")?;
    for row in reference::activities() {
        let (said, when) = (&row.description, &row.date_text);
        description.execute((words(said, "zh"), &row.code, words(said, "en")))?;
        date.execute((words(when, "zh"), &row.code, words(when, "en")))?;
    }
    Ok(())
}

/// Gives the States of a register of an earlier version the spellings that every register knows.
pub(super) fn spellings(transaction: &Transaction) -> Result<(), StoreError> {
    for (id, code) in coded_states(transaction)? {
        add_spellings(transaction, id, &code, false)?;
    }
    Ok(())
}

/// The States that have a code, each with it.
fn coded_states(connection: &Connection) -> Result<Vec<(i64, String)>, StoreError> {
    let mut states = connection.prepare(
        "SELECT id, coalesce(iso3, iso2) FROM state
         WHERE coalesce(iso3, iso2) IS NOT NULL AND kind <> 'unnamed' ORDER BY id",
    )?;
    let states = states.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(states.collect::<Result<_, _>>()?)
}
