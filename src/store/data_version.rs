//! The version of the file's content as a connection sees it: two numbers, cheap enough to read several
//! times a second.

use super::StoreError;
use rusqlite::Connection;

/// The state of the file as a connection knows it: while it stays the same, nothing has been written
/// but by [`super::Store::write`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DataVersion {
    /// Changes with every commit of another connection.
    others: i64,
    /// Grows with every row that this connection writes.
    own: u64,
}

impl DataVersion {
    /// The state of things inside the current transaction.
    pub(super) fn now(connection: &Connection) -> Result<Self, StoreError> {
        Ok(Self { others: others(connection)?, own: connection.total_changes() })
    }
}

/// A number that changes when another connection has committed; its size means nothing.
pub(super) fn others(connection: &Connection) -> Result<i64, StoreError> {
    let mut statement = connection.prepare_cached("PRAGMA data_version")?;
    Ok(statement.query_row([], |row| row.get(0))?)
}
