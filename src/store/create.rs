//! A new register: an empty file, the schema and the reference facts, all or nothing.

use super::connect::Source;
use super::{Access, Store, StoreError, connect, migrate, seed};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

impl Store {
    /// Makes a new register with the reference facts and no need. Refuses a path where something
    /// stands; leaves nothing behind when it fails.
    pub fn create(path: &Path) -> Result<Self, StoreError> {
        connect::check_library()?;
        reserve(path)?;
        let made = Self::fill_new(path);
        if made.is_err() {
            remove(path);
        }
        made
    }

    /// A register in memory, with the reference facts: for tests.
    pub fn in_memory() -> Result<Self, StoreError> {
        let mut connection = Connection::open_in_memory()?;
        connect::secure(&connection)?;
        migrate::migrate(&mut connection)?;
        seed::seed(&mut connection)?;
        Ok(Self::over(connection, PathBuf::new(), Access::ReadWrite, None))
    }

    fn fill_new(path: &Path) -> Result<Self, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut connection = connect::connect(path, flags)?;
        // Before WAL: the header then holds the application id and the version from the start.
        migrate::migrate(&mut connection)?;
        seed::seed(&mut connection)?;
        connect::prepare_to_write(&connection)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
        let source = Source::reading(path.to_owned());
        Ok(Self::over(connection, path.to_owned(), Access::ReadWrite, Some(source)))
    }
}

/// Removes a file that was made here and came to nothing; what cannot be removed has to stay.
pub(super) fn remove(path: &Path) {
    for ending in ["", "-wal", "-shm", "-journal"] {
        let _ = std::fs::remove_file(connect::beside(path, ending));
    }
}

/// Makes the empty file, unless something stands there: in one step, so that two programs cannot
/// both think that it is theirs.
pub(super) fn reserve(path: &Path) -> Result<(), StoreError> {
    match OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            Err(StoreError::Exists(path.to_owned()))
        }
        Err(error) => Err(StoreError::CannotMake(path.to_owned(), error.to_string())),
    }
}
