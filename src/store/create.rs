//! A new register: an empty file, the schema and the reference facts, all or nothing, also when the
//! program is killed while it makes it.

use super::file_id::FileId;
use super::{
    Access, Store, StoreError, accept, blank, companion_paths, companions, identity, placing,
    secure,
};
use crate::domain::RegisterId;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::fs::{self, OpenOptions};
use std::io::ErrorKind;
use std::path::Path;

impl Store {
    /// Makes a new register with the reference facts and no need. Refuses a path where something
    /// stands; leaves nothing behind when it fails.
    pub fn create(path: &Path) -> Result<Self, StoreError> {
        accept::check_library()?;
        placing::refuse_taken(path)?;
        let making = placing::making(path);
        let reserved = reserve(&making).map_err(|error| match error {
            StoreError::CannotMake(_, detail) => StoreError::CannotMake(path.to_owned(), detail),
            other => other,
        })?;
        let made = fill_new(&making).and_then(|()| placing::place(&making, path));
        reserved.remove();
        made?;
        Self::open(path, Access::ReadWrite)
    }

    /// A register in memory, with the reference facts: for tests.
    pub fn in_memory() -> Result<Self, StoreError> {
        let mut connection = Connection::open_in_memory()?;
        secure::secure(&connection, secure::PATIENCE)?;
        blank::fill(&mut connection, None)?;
        Ok(Self::over(connection, Path::new(""), Access::ReadWrite, None))
    }
}

fn fill_new(path: &Path) -> Result<(), StoreError> {
    let connection = filled(path, None)?;
    identity::ensure(&connection)?;
    secure::prepare_to_write(&connection)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    connection.close().map_err(|(_, error)| error.into())
}

/// Makes a register that is to be filled at once: with the reference facts, without a log and without the id of a line
/// of copies. With the same id of the register it is the same, byte for byte. Leaves nothing behind when it fails.
pub(super) fn make(path: &Path, id: Option<RegisterId>) -> Result<Connection, StoreError> {
    accept::check_library()?;
    let reserved = reserve(path)?;
    match filled(path, id) {
        Err(error) => {
            reserved.remove();
            Err(error)
        }
        made => made,
    }
}

/// Before WAL: the header then holds the application id and the version from the start.
fn filled(path: &Path, id: Option<RegisterId>) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = secure::connect(path, flags)?;
    blank::fill(&mut connection, id)?;
    Ok(connection)
}

/// A file that was made here, to be removed when nothing comes of it.
pub(super) struct Reserved<'a> {
    path: &'a Path,
    file: Option<FileId>,
}

impl Reserved<'_> {
    /// Removes the created file and its companions: the place was empty before. A file that another program has put
    /// there stays, and so does one that cannot be removed.
    pub(super) fn remove(self) {
        if self.file.is_some() && FileId::at(self.path) == self.file {
            let _ = fs::remove_file(self.path);
            for companion in companion_paths::beside_all(self.path) {
                let _ = fs::remove_file(companion);
            }
        }
    }
}

/// Makes the empty file, unless something stands there or beside it: in one step, so that two
/// programs cannot both think that it is theirs. In a folder that a group shares the group may write
/// it.
pub(super) fn reserve(path: &Path) -> Result<Reserved<'_>, StoreError> {
    placing::refuse_taken(path)?;
    match OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(_) => {
            companions::share_new(path);
            Ok(Reserved { path, file: FileId::at(path) })
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            Err(StoreError::Exists(path.to_owned()))
        }
        Err(error) => Err(StoreError::CannotMake(path.to_owned(), error.to_string())),
    }
}
