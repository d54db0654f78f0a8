//! Asks SQLite for damage in a file.

use super::StoreError;
use rusqlite::Connection;

/// The most findings looked at: a rule may be broken by each row of a large register, and later
/// findings must not be missed.
const MOST: usize = 1_000_000;

/// The depth at which SQLite looks.
#[derive(Clone, Copy)]
pub(super) enum Look {
    /// Over the pages and rows.
    Quick,
    /// Over the pages and rows, and whether each index fits its table.
    Whole,
}

/// Refuses a file that is damaged. A row that breaks a rule of its table is no damage of the file.
pub(super) fn refuse_damaged(connection: &Connection, look: Look) -> Result<(), StoreError> {
    let mut statement = connection.prepare(match look {
        Look::Quick => "PRAGMA quick_check(1000000)",
        Look::Whole => "PRAGMA integrity_check(1000000)",
    })?;
    let found = statement.query_map([], |row| row.get::<_, String>(0))?;
    for (place, finding) in found.enumerate() {
        let finding = finding?;
        if finding == "ok" {
            return Ok(());
        }
        if place + 1 == MOST || !finding.starts_with("CHECK constraint failed in ") {
            return Err(StoreError::Damaged(None, finding));
        }
    }
    Ok(())
}
