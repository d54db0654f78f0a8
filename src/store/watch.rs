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
