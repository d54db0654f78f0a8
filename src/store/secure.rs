//! The safe settings of a connection: nothing in the schema of a foreign file is trusted.

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::time::Duration;

/// How long a connection waits where it cannot read at once; [`super::begin`] waits to write.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

/// How many pages a connection keeps, except while many needs are written.
pub(super) const PAGES: i64 = 64;

/// A connection with the settings that a foreign file calls for: nothing in its schema is trusted.
pub(super) fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, rusqlite::Error> {
    let connection = Connection::open_with_flags(path, flags)?;
    secure(&connection, PATIENCE)?;
    Ok(connection)
}

/// The safe settings, and how long the connection waits where it cannot read at once.
pub(super) fn secure(connection: &Connection, patience: Duration) -> Result<(), rusqlite::Error> {
    connection.busy_timeout(patience)?;
    for (setting, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true),
        // Until the file is accepted, closing must not move its log into it.
        (DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true),
    ] {
        connection.set_db_config(setting, on)?;
    }
    connection.pragma_update(None, "cell_size_check", true)?;
    // Registers are kept as columns, not as pages: a few pages in hand are enough, and more would
    // be asked of the system one by one.
    connection.pragma_update(None, "cache_size", PAGES)?;
    Ok(())
}

/// Sets up a connection that writes: the log, and every commit on the disk. Does not wait where
/// others read or write, as a program does that opens the same new register at the same moment.
pub(super) fn prepare_to_write(connection: &Connection) -> Result<(), rusqlite::Error> {
    connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    connection.pragma_update(None, "synchronous", "FULL")
}
