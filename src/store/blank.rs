//! The beginning of every new register: the newest schema and the reference facts, without the register's id and
//! without the UUIDs that follow from it. Running the migrations and reading the tables takes far longer than copying
//! the pages that come of it, so a process does it once, in memory.

use super::{StoreError, identified, migrate, register_id, secure, seed};
use crate::domain::RegisterId;
use rusqlite::backup::{Backup, StepResult};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, MAIN_DB, TransactionBehavior};
use std::ops::Range;
use std::sync::OnceLock;

/// Every page of a file, in one step.
const ALL: i32 = -1;

/// The bytes of a file's header that hold SQLite's number of the schema.
const SCHEMA_NUMBER: Range<usize> = 40..44;

/// Fills an empty database: the newest schema, the reference facts, and the id of the register with the UUIDs that
/// follow from it. The id is one by chance where none is given; with the same one it is the same, byte for byte.
pub(super) fn fill(empty: &mut Connection, id: Option<RegisterId>) -> Result<(), StoreError> {
    let blank = bytes()?;
    let mut from = Connection::open_in_memory()?;
    from.deserialize_bytes(MAIN_DB, blank)?;
    let copied = Backup::new(&from, empty)?.step(ALL)?;
    if copied != StepResult::Done {
        return Err(StoreError::Busy);
    }
    let transaction = empty.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // A copy counts its schema's changes anew.
    let number = blank.get(SCHEMA_NUMBER).and_then(|bytes| bytes.try_into().ok());
    number_schema(&transaction, number.map(u32::from_be_bytes).unwrap_or_default())?;
    let id = id.map_or_else(|| register_id::by_chance(&transaction), Ok)?;
    // Nothing by chance stands in the file even for a moment: the same id makes the same bytes.
    identified::without_triggers(&transaction, || identified::give_to_new(&transaction, id))?;
    Ok(transaction.commit()?)
}

/// Gives the schema a number, which SQLite refuses to a connection that is to be careful.
fn number_schema(connection: &Connection, number: u32) -> Result<(), StoreError> {
    let setting = DbConfig::SQLITE_DBCONFIG_DEFENSIVE;
    connection.set_db_config(setting, false)?;
    let written = connection.pragma_update(None, "schema_version", number);
    connection.set_db_config(setting, true)?;
    Ok(written?)
}

/// The file that is copied.
fn bytes() -> Result<&'static [u8], StoreError> {
    static BYTES: OnceLock<Vec<u8>> = OnceLock::new();
    if let Some(bytes) = BYTES.get() {
        return Ok(bytes);
    }
    let made = make()?;
    Ok(BYTES.get_or_init(|| made))
}

fn make() -> Result<Vec<u8>, StoreError> {
    let mut connection = Connection::open_in_memory()?;
    secure::secure(&connection, secure::PATIENCE)?;
    migrate::migrate(&mut connection)?;
    let transaction = connection.transaction()?;
    identified::without_triggers(&transaction, || seed::facts(&transaction))?;
    transaction.commit()?;
    Ok(connection.serialize(MAIN_DB)?.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::Transaction;
    use std::path::Path;

    fn file(path: &Path, fill: impl FnOnce(&mut Connection)) -> Vec<u8> {
        let mut connection = Connection::open(path).unwrap();
        secure::secure(&connection, secure::PATIENCE).unwrap();
        fill(&mut connection);
        connection.close().map_err(|(_, error)| error).unwrap();
        std::fs::read(path).unwrap()
    }

    /// Samples are told by their bytes, and `sample.db` is as old as the migrations are.
    #[test]
    fn a_copy_is_what_migrating_and_filling_the_file_itself_makes() {
        let folder = tempfile::tempdir().unwrap();
        let id = RegisterId::of("a test");
        let copied = |name| file(&folder.path().join(name), |empty| fill(empty, Some(id)).unwrap());
        let itself = file(&folder.path().join("itself"), |empty| {
            migrate::migrate(empty).unwrap();
            let immediate = TransactionBehavior::Immediate;
            let transaction = Transaction::new(empty, immediate).unwrap();
            identified::without_triggers(&transaction, || {
                seed::facts(&transaction)?;
                identified::give_to_new(&transaction, id)
            })
            .unwrap();
            transaction.commit().unwrap();
        });
        for name in ["first", "second"] {
            let copied = copied(name);
            let differing = copied.iter().zip(&itself).position(|(one, other)| one != other);
            assert_eq!((differing, copied.len()), (None, itself.len()));
        }
    }
}
