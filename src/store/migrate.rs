//! The numbered migrations. A migration that has been released is never edited: a change of the
//! schema is a new file.

use super::{StoreError, seed};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::path::Path;

/// Marks the files of this program: the letters `TATU` as SQLite's application id.
pub const APPLICATION_ID: i32 = 0x5441_5455;

/// What fills new columns from the reference tables, after the SQL of a migration and in its transaction.
type Fill = fn(&Transaction) -> Result<(), StoreError>;

/// The migrations that fill columns, by their numbers.
const FILLS: &[(i64, Fill)] = &[(5, seed::words_in_chinese), (7, seed::memberships)];

/// Every migration, in order; the number of those applied is the file's user version.
const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001_register.sql"),
    include_str!("migrations/0002_tally.sql"),
    include_str!("migrations/0003_collaboration.sql"),
    include_str!("migrations/0004_taken_back.sql"),
    include_str!("migrations/0005_chinese.sql"),
    include_str!("migrations/0006_settings.sql"),
    include_str!("migrations/0009_needs.sql"),
];

/// The user version of an up-to-date file.
pub const NEWEST: i64 = MIGRATIONS.len().cast_signed() as i64;

/// Applies what is missing, each migration in a transaction of its own: a file is always at one
/// version, whenever the program dies.
pub(super) fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    migrate_to(connection, NEWEST)
}

/// Applies the migrations up to a version that are missing.
pub(super) fn migrate_to(connection: &mut Connection, last: i64) -> Result<(), StoreError> {
    // Without a look there would be a lock to take at every start.
    while version(connection)? < last {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Read inside the transaction: another process may have been quicker.
        let version = version(&transaction)?;
        let next = usize::try_from(version).ok().and_then(|place| MIGRATIONS.get(place));
        let Some(sql) = next else { break };
        transaction.execute_batch(sql)?;
        for (_, fill) in FILLS.iter().filter(|(number, _)| *number == version + 1) {
            fill(&transaction)?;
        }
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        transaction.pragma_update(None, "user_version", version + 1)?;
        transaction.commit()?;
    }
    Ok(())
}

/// Refuses a version that this program does not know: one of a newer program, or none at all.
pub(super) fn refuse_unknown(path: &Path, version: i64) -> Result<(), StoreError> {
    if version > NEWEST {
        return Err(StoreError::Newer(path.to_owned(), version, NEWEST));
    }
    if version < 1 {
        return Err(StoreError::Damaged(None, format!("schema {version}")));
    }
    Ok(())
}

/// How many migrations the file has had.
pub(super) fn version(connection: &Connection) -> Result<i64, StoreError> {
    Ok(connection.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}
