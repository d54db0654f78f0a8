//! SQLite's own checks, and the marks of the file.

use super::finding::{CheckFinding, Findings, INTEGRITY, MARK, RULE, short};
use super::rows::each;
use crate::store::{APPLICATION_ID, StoreError, migrate, schema};
use rusqlite::Connection;

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
        sound = false;
        findings.add(CheckFinding::new(&INTEGRITY).with("detail", short(&said)));
    }
    Ok(sound)
}

/// Rows that break a rule of their table. SQLite itself holds no rules where it only reads.
pub(super) fn rules(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    for (table, rules) in schema::rules() {
        let key = if table == "need" { "id" } else { "NULL" };
        let rules = rules.join(") AND (");
        each(connection, &format!("SELECT {key} FROM {table} WHERE NOT (({rules}))"), |row| {
            let finding = CheckFinding::new(&RULE).table(table);
            let need: Option<i64> = row.get(0)?;
            findings.add(match need {
                Some(need) => finding.need(need),
                None => finding,
            });
            Ok(())
        })?;
    }
    Ok(())
}

/// Whether it carries the mark and the version of this program's registers, with its log counted in.
pub(super) fn mark(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    let id: i32 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    if id != APPLICATION_ID || migrate::version(connection)? != migrate::NEWEST {
        findings.add(CheckFinding::new(&MARK));
    }
    Ok(())
}
