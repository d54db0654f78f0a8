//! Opens a register for reading so that a reader without write permission leaves no companions: SQLite would make the
//! log and its index with the reader as their owner, which locks out the register's owner.

use super::companion_paths::{beside, stands};
use super::{modes, own_state, secure};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The way to open an accepted file for reading, as often as there are readers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Source {
    name: PathBuf,
    flags: OpenFlags,
    /// Whether a connection that could write is told not to.
    pub(super) queries_only: bool,
    /// Whether nobody else may have the file open meanwhile.
    pub(super) alone: bool,
    /// Whether the file is read as one that nobody changes.
    pub(super) frozen: bool,
    /// The person who sees one State alone, with the number of that State.
    pub(super) narrowed: Option<(String, Option<u32>)>,
}

impl Source {
    /// A file as SQLite reads any.
    pub(super) fn reading(name: PathBuf) -> Self {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        Self { name, flags, queries_only: false, alone: false, frozen: false, narrowed: None }
    }

    /// The source that suits the file and this user.
    ///
    /// A file that is not in WAL mode needs nothing beside it. Where this user may write, the log
    /// and its index are made and belong to this user, and the last program to close the file
    /// removes them. Where this user may not write: if there is a log, its existing index is used
    /// and none is made; if there is no log, nobody writes, and the file is read as one that does
    /// not change.
    pub(super) fn suiting(real: &Path, wal: bool) -> Self {
        let plain = Self::reading(real.to_owned());
        if !wal {
            return plain;
        }
        if modes::obstacle(real).is_none() {
            let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
            return Self { flags, queries_only: true, ..plain };
        }
        if stands(&beside(real, "-wal")) {
            return plain.with_uri(real, "mode=ro&readonly_shm=1");
        }
        Self::frozen(real)
    }

    /// A file whose log a program has left, without making the log's index anew: nobody else may
    /// have it open meanwhile. As SQLite reads any file where there is an index, or no log.
    pub(super) fn left(real: &Path) -> Self {
        let plain = Self::reading(real.to_owned());
        if !stands(&beside(real, "-wal")) || stands(&beside(real, "-shm")) {
            return plain;
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        Self { flags, queries_only: true, alone: true, ..plain }
    }

    /// A file that nobody changes.
    pub(super) fn frozen(real: &Path) -> Self {
        let frozen = Self::reading(real.to_owned()).with_uri(real, "immutable=1");
        Self { frozen: true, ..frozen }
    }

    fn with_uri(self, real: &Path, how: &str) -> Self {
        Self { name: uri(real, how), flags: self.flags | OpenFlags::SQLITE_OPEN_URI, ..self }
    }

    /// A connection that reads a file whose end is still in its log: SQLite moves the newest version
    /// of each page into the file, and the first page, which says how many there are, may be there
    /// before the last one. Only for a frozen file.
    pub(super) fn open_unfinished(&self) -> Result<Connection, rusqlite::Error> {
        let connection = Connection::open_with_flags(&self.name, self.flags)?;
        for (setting, on) in [
            (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
            (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false),
            (DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, true),
        ] {
            connection.set_db_config(setting, on)?;
        }
        Ok(connection)
    }

    /// One more connection, which waits for a moment where it cannot read at once.
    pub(super) fn open(&self) -> Result<Connection, rusqlite::Error> {
        self.open_waiting(secure::PATIENCE)
    }

    /// One more connection, which waits for so long where it cannot read at once.
    pub(super) fn open_waiting(&self, patience: Duration) -> Result<Connection, rusqlite::Error> {
        let connection = Connection::open_with_flags(&self.name, self.flags)?;
        if self.alone {
            connection.pragma_update_and_check(None, "locking_mode", "EXCLUSIVE", |_| Ok(()))?;
        }
        secure::secure(&connection, patience)?;
        if self.queries_only {
            connection.pragma_update(None, "query_only", true)?;
        }
        if let Some((who, state)) = &self.narrowed {
            own_state::narrow(&connection, *state, who)?;
        }
        Ok(connection)
    }
}

/// A path as a URI for SQLite.
fn uri(path: &Path, how: &str) -> PathBuf {
    let mut uri = String::from("file:");
    for &byte in path.as_os_str().as_encoded_bytes() {
        if byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.extend(['%', hex(byte >> 4), hex(byte & 15)]);
        }
    }
    uri.extend(["?", how]);
    uri.into()
}

fn hex(half: u8) -> char {
    char::from_digit(u32::from(half), 16).unwrap_or('0')
}
