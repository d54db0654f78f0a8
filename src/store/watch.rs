//! Whether somebody else has written: two numbers, cheap enough to ask for several times a second.

use super::{Store, StoreError};

impl Store {
    /// A number that changes when another connection has committed; its size means nothing.
    pub fn data_version(&self) -> Result<i64, StoreError> {
        let mut statement = self.connection.prepare_cached("PRAGMA data_version")?;
        Ok(statement.query_row([], |row| row.get(0))?)
    }

    /// The id of the newest change, 0 before the first.
    pub fn last_change(&self) -> Result<i64, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT coalesce(max(id), 0) FROM change")?;
        Ok(statement.query_row([], |row| row.get(0))?)
    }
}

/// How far this store has followed the file: while it stays the same, nobody has written
/// anything but what went through [`Store::write`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seen {
    /// Changes with every commit of another connection.
    others: i64,
    /// Grows with every row that this connection writes.
    own: u64,
}

impl Seen {
    /// The state of things inside the current transaction.
    pub(super) fn now(store: &Store) -> Result<Self, StoreError> {
        Ok(Self { others: store.data_version()?, own: store.connection.total_changes() })
    }
}
