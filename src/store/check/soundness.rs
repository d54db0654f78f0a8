//! SQLite's own checks, and the marks of the file.

use super::finding::{Finding, Findings, INTEGRITY, MARK, RULE, short};
use crate::store::{APPLICATION_ID, StoreError, migrate};
use rusqlite::Connection;

/// What SQLite says of a row that breaks a rule of its table, before the table's name.
const BROKEN_RULE: &str = "CHECK constraint failed in ";

/// Whether the file can be read from end to end.
pub(super) fn integrity(
    connection: &Connection,
    findings: &mut Findings,
) -> Result<bool, StoreError> {
    let mut statement = connection.prepare("PRAGMA integrity_check(100)")?;
    let mut rows = statement.query([])?;
    let mut sound = true;
    while let Some(row) = rows.next()? {
        let said =
            String::from_utf8_lossy(row.get_ref(0)?.as_bytes().map_err(rusqlite::Error::from)?)
                .into_owned();
        if said == "ok" {
            break;
        }
        if let Some(table) = said.strip_prefix(BROKEN_RULE) {
            findings.add(Finding::new(&RULE).table(table));
            continue;
        }
        sound = false;
        findings.add(Finding::new(&INTEGRITY).with("detail", short(&said)));
    }
    Ok(sound)
}

/// Whether it carries the mark and the version of this program's registers, with its log counted in.
pub(super) fn mark(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    let id: i32 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    if id != APPLICATION_ID || migrate::version(connection)? != migrate::NEWEST {
        findings.add(Finding::new(&MARK));
    }
    Ok(())
}
