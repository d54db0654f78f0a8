//! Counts the records of a register.

use crate::store::{Store, StoreError};
use rusqlite::Connection;

/// The numbers of records in a register.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)] // the names say it
pub struct Counts {
    pub needs: u32,
    pub states: u32,
    pub reviews: u32,
    pub activities: u32,
    pub batches: u32,
    pub changes: u32,
    pub saved_views: u32,
}

impl Store {
    /// How much the register holds.
    pub fn counts(&self) -> Result<Counts, StoreError> {
        counts(&self.connection)
    }
}

/// Counts the records of a register.
pub(super) fn counts(connection: &Connection) -> Result<Counts, StoreError> {
    let sql = "SELECT (SELECT count(*) FROM need WHERE void = 0), (SELECT count(*) FROM state WHERE void = 0),
                  (SELECT count(*) FROM review WHERE void = 0), (SELECT count(*) FROM activity WHERE void = 0),
                  (SELECT count(*) FROM batch), (SELECT count(*) FROM change),
                  (SELECT count(*) FROM saved_view WHERE void = 0)";
    Ok(connection.query_row(sql, [], |row| {
        Ok(Counts {
            needs: row.get(0)?,
            states: row.get(1)?,
            reviews: row.get(2)?,
            activities: row.get(3)?,
            batches: row.get(4)?,
            changes: row.get(5)?,
            saved_views: row.get(6)?,
        })
    })?)
}
