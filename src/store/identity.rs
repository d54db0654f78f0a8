//! The identity of a register file: a random id, and a number that grows with every write of this program.
//! A copy has the same id; an older copy has a smaller number. They are rows of `meta`, and registers
//! of earlier versions are given them when they are first opened for writing.

use super::{StoreError, decode};
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior};

/// The identity of a register, which tells it from another one and from an older copy of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Identity {
    /// The id; `None` where no program has written one yet.
    pub(super) register: Option<String>,
    /// How many writes it has seen.
    pub(super) writes: i64,
    /// SQLite's number of the schema, which differs after `VACUUM`.
    pub(super) schema: i64,
}

impl Identity {
    /// Reads the identity as a connection sees it.
    pub(super) fn read(connection: &Connection) -> Result<Self, StoreError> {
        let mut value = connection.prepare("SELECT value FROM meta WHERE key = ?1")?;
        let mut read = |key: &str| value.query_row([key], |row| decode::raw(row, 0)).optional();
        let writes = read("writes")?.flatten().and_then(|number| number.parse().ok()).unwrap_or(0);
        let register = read("register")?.flatten();
        Ok(Self { register, writes, schema: schema(connection)? })
    }
}

/// SQLite's number of the schema.
pub(super) fn schema(connection: &Connection) -> Result<i64, StoreError> {
    let mut version = connection.prepare_cached("PRAGMA schema_version")?;
    Ok(version.query_row([], |row| row.get(0))?)
}

/// SQLite's number that changes when another connection has committed through the log; a file that is
/// written over by other means leaves it as it is.
pub(super) fn commits(connection: &Connection) -> Result<i64, StoreError> {
    let mut version = connection.prepare_cached("PRAGMA data_version")?;
    Ok(version.query_row([], |row| row.get(0))?)
}

/// Gives a register its identity where it has none.
pub(super) fn ensure(connection: &Connection) -> Result<(), StoreError> {
    if Identity::read(connection)?.register.is_some() {
        return Ok(());
    }
    let transaction = Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
    transaction.execute_batch(
        "INSERT OR IGNORE INTO meta (key, value) VALUES ('register', lower(hex(randomblob(16))));
         INSERT OR IGNORE INTO meta (key, value) VALUES ('writes', '0')",
    )?;
    Ok(transaction.commit()?)
}

/// Gives a register another id: later writes belong to another line of copies.
pub(super) fn renew(connection: &Connection) -> Result<(), StoreError> {
    forget(connection)?;
    ensure(connection)
}

/// Takes the identity away.
pub(super) fn forget(connection: &Connection) -> Result<(), StoreError> {
    Ok(connection.execute_batch("DELETE FROM meta WHERE key IN ('register', 'writes')")?)
}

/// Counts a write, within its transaction.
pub(super) fn count(transaction: &Transaction) -> Result<(), StoreError> {
    transaction
        .prepare_cached(
            "UPDATE meta SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT) WHERE key = 'writes'",
        )?
        .execute([])?;
    Ok(())
}
