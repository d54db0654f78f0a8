//! Checks that the roles which people were given can bind: only sessions over SSH have roles, and these begin by keys.

use super::finding::{CheckFinding, Findings, ROLES};
use crate::store::StoreError;
use rusqlite::Connection;

pub(super) fn look(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    let given = "SELECT count(*) FROM person WHERE void = 0 AND role IS NOT NULL
                 AND NOT EXISTS (SELECT 1 FROM person_key)";
    let given: i64 = connection.query_row(given, [], |row| row.get(0))?;
    if given > 0 {
        findings.add(CheckFinding::new(&ROLES).table("person").with("count", given.to_string()));
    }
    Ok(())
}
