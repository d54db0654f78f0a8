//! Opening: the safe settings, the checks, and the way down to reading only.

use super::load::SecondReader;
use super::{
    Access, Difference, FileId, Interrupter, Store, StoreError, begin, header, migrate, presence,
    schema,
};
use crate::text::Message;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long a connection waits where it cannot read at once; [`super::begin`] waits to write.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

/// A register up to this size (some 100,000 needs) is looked through before it is first prepared
/// for writing, which takes a tenth of a second. A larger one would keep its user waiting for
/// minutes; `ta-tui check` looks through it.
const QUICKLY_CHECKED: u64 = 48 << 20;

/// Before this version WAL with two connections could corrupt a file.
const OLDEST_LIBRARY: i32 = 3_051_003;

impl Store {
    /// Opens the register at a path and brings its schema up to date.
    ///
    /// A file that is no register of this program is refused before SQLite touches it. Where
    /// writing was asked for and the place allows reading only, the register opens for reading
    /// and [`Store::notice`] says why.
    pub fn open(path: &Path, access: Access) -> Result<Self, StoreError> {
        let header = header::read(path)?;
        let alone = is_alone(path, &header);
        let store = Self::open_as(path, access, &header);
        if store.is_err() && alone {
            leave_nothing_beside(path);
        }
        store
    }

    /// The same for a program that goes on to read everything: the second reader opens the file
    /// meanwhile, unless something of the file has to be changed first.
    pub fn open_to_load(path: &Path, access: Access) -> Result<Self, StoreError> {
        let header = header::read(path)?;
        let source = Source::reading(path.to_owned());
        let alone = is_alone(path, &header);
        let ready = header.wal && header.newest;
        let second = if ready { SecondReader::start(&source) } else { None };
        let store = Self::open_as(path, access, &header);
        match &store {
            Ok(store) if store.source == Some(source) => store.second.set(second),
            // It must be gone before anybody hears that the file is left alone.
            _ => second.into_iter().for_each(SecondReader::end),
        }
        if store.is_err() && alone {
            leave_nothing_beside(path);
        }
        store
    }

    fn open_as(path: &Path, access: Access, header: &header::Header) -> Result<Self, StoreError> {
        let opened = match access {
            Access::ReadWrite => Self::open_to_write(path, header),
            Access::ReadOnly => Self::open_to_read(path, header),
        };
        let mut reason = None;
        let fallen_back = match opened {
            Err(Stumble::Place(error)) if access == Access::ReadWrite => {
                reason = Some(error);
                Self::open_to_read(path, header)
            }
            other => other,
        };
        let mut store = match fallen_back {
            Ok(store) => store,
            Err(Stumble::Place(_)) => Self::open_frozen(path)?,
            Err(Stumble::File(error)) => {
                return Err(match (reason, error) {
                    // It would be brought up to date if nothing stood in the way.
                    (Some(why @ StoreError::Interfered(_)), StoreError::Older(..)) => why,
                    (_, error) => error.at(path),
                });
            }
        };
        if access == Access::ReadWrite && store.access == Access::ReadOnly {
            store.notice = Some(match reason {
                Some(why @ StoreError::Interfered(_)) => why.message(),
                _ => Message::new("store-opened-read-only"),
            });
        }
        Ok(store)
    }

    /// Sets how long a write waits for others'; ten seconds unless told.
    pub fn wait_at_most(&self, patience: Duration) {
        self.patience.set(patience);
    }

    fn open_to_write(path: &Path, header: &header::Header) -> Result<Self, Stumble> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut connection = connect(path, flags)?;
        if !is_writable(path) || connection.is_readonly("main")? {
            return Err(Stumble::Place(StoreError::ReadOnly));
        }
        accept(&connection, path, Access::ReadWrite)?;
        // Reading the log has made its index, unless none can be written there: then the log is
        // read without one, and nothing can be added to it.
        if header.wal && !is_writable(&beside(path, "-shm")) {
            return Err(Stumble::Place(StoreError::ReadOnly));
        }
        let outdated = migrate::version(&connection)? < migrate::NEWEST;
        if outdated || (!header.wal && header.size <= QUICKLY_CHECKED) {
            // The first bytes are about to change: not in a file that is damaged.
            check_quickly(&connection)?;
        }
        prepare_to_write(&connection)?;
        migrate::migrate(&mut connection)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
        let source = Source::reading(path.to_owned());
        Ok(Self::over(connection, path.to_owned(), Access::ReadWrite, Some(source)))
    }

    fn open_to_read(path: &Path, header: &header::Header) -> Result<Self, Stumble> {
        let source = Source::reading(path.to_owned());
        let connection = source.open()?;
        let found =
            accept(&connection, path, Access::ReadOnly).map_err(|stumble| match stumble {
                // A file without a log needs no companion file to be read.
                Stumble::Place(error) if !header.wal => Stumble::File(error),
                other => other,
            })?;
        up_to_date(&connection, path)?;
        let store = Self::over(connection, path.to_owned(), Access::ReadOnly, Some(source));
        Ok(Self { interference: found, ..store })
    }

    /// Opens a file in WAL mode where its index cannot be made: as one that nobody changes, which
    /// holds when nothing can be written beside it. Not with a log, whose changes would be missed.
    fn open_frozen(path: &Path) -> Result<Self, StoreError> {
        let log = beside(path, "-wal");
        if std::fs::metadata(&log).is_ok_and(|log| log.len() > 0) {
            return Err(StoreError::PendingLog(path.to_owned()));
        }
        let source = Source::frozen(path);
        let connection = source.open()?;
        let accepted = accept(&connection, path, Access::ReadOnly);
        let found = accepted.map_err(|stumble| stumble.error().at(path))?;
        up_to_date(&connection, path).map_err(|stumble| stumble.error().at(path))?;
        let store = Self::over(connection, path.to_owned(), Access::ReadOnly, Some(source));
        Ok(Self { interference: found, ..store })
    }

    pub(super) fn over(
        mut connection: Connection,
        path: PathBuf,
        access: Access,
        source: Option<Source>,
    ) -> Self {
        connection.set_prepared_statement_cache_capacity(64);
        let interrupter = Interrupter::default();
        // A handler cannot be refused where no other thread uses the connection.
        let _ = interrupter.watch(&mut connection);
        Self {
            connection,
            source,
            second: Cell::new(None),
            file: FileId::at(&path),
            path,
            access,
            notice: None,
            interference: None,
            interrupter,
            schema: Cell::new(None),
            session: presence::new_session(),
            seen: Cell::new(None),
            unlogged: Cell::new(None),
            patience: Cell::new(begin::PATIENCE),
            drafts_offered: Cell::new(i64::MIN),
            kept: None,
        }
    }
}

/// How to open an accepted file for reading, as often as there are readers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Source {
    name: PathBuf,
    flags: OpenFlags,
}

impl Source {
    pub(super) fn reading(name: PathBuf) -> Self {
        Self { name, flags: OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX }
    }

    /// As a file that nobody changes.
    pub(super) fn frozen(path: &Path) -> Self {
        let read = Self::reading(frozen_uri(path));
        Self { flags: read.flags | OpenFlags::SQLITE_OPEN_URI, ..read }
    }

    /// One more connection.
    pub(super) fn open(&self) -> Result<Connection, rusqlite::Error> {
        connect(&self.name, self.flags)
    }
}

/// Why an attempt to open failed: because of where the file is, which another way of opening may
/// get around, or because of the file itself.
enum Stumble {
    Place(StoreError),
    File(StoreError),
}

impl Stumble {
    fn error(self) -> StoreError {
        match self {
            Self::Place(error) | Self::File(error) => error,
        }
    }
}

impl From<StoreError> for Stumble {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::ReadOnly | StoreError::Full | StoreError::Interfered(_) => {
                Self::Place(error)
            }
            _ => Self::File(error),
        }
    }
}

impl From<rusqlite::Error> for Stumble {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{CannotOpen, SystemIoFailure};
        let of_place = matches!(error.sqlite_error_code(), Some(CannotOpen | SystemIoFailure));
        let error = StoreError::from(error);
        if of_place { Self::Place(error) } else { error.into() }
    }
}

/// A connection with the settings that a foreign file calls for: nothing in its schema is trusted.
pub(super) fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, rusqlite::Error> {
    let connection = Connection::open_with_flags(path, flags)?;
    secure(&connection)?;
    Ok(connection)
}

/// The safe settings; they read nothing from the file.
pub(super) fn secure(connection: &Connection) -> Result<(), rusqlite::Error> {
    connection.busy_timeout(PATIENCE)?;
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
    // What is read is kept as columns, not as pages: a few pages in hand are enough, and more would
    // be asked of the system one by one.
    connection.pragma_update(None, "cache_size", 64)?;
    Ok(())
}

/// What only a connection that writes needs: the log, and every commit on the disk.
pub(super) fn prepare_to_write(connection: &Connection) -> Result<(), rusqlite::Error> {
    // SQLite does not wait here by itself while others read or write, as whoever opens the same
    // new register at the same moment does.
    begin::in_turn(PATIENCE, || {
        connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))
    })?;
    connection.pragma_update(None, "synchronous", "FULL")
}

/// Refuses a library too old to be trusted.
pub(super) fn check_library() -> Result<(), StoreError> {
    if rusqlite::version_number() < OLDEST_LIBRARY {
        return Err(StoreError::OldLibrary(rusqlite::version().to_owned()));
    }
    Ok(())
}

/// Reads what can only be known through SQLite: the version with the log counted in, and whether
/// the schema is the one of that version. Gives what stands in the way of writing.
fn accept(
    connection: &Connection,
    path: &Path,
    access: Access,
) -> Result<Option<Difference>, Stumble> {
    check_library()?;
    let version = migrate::version(connection)?;
    if version > migrate::NEWEST {
        return Err(StoreError::Newer(path.to_owned(), version, migrate::NEWEST).into());
    }
    if version < 1 {
        return Err(StoreError::Damaged(None, format!("schema {version}")).into());
    }
    Ok(schema::accept(connection, path, version, access)?)
}

/// Whether nobody has the register open with a log: then none is there.
fn is_alone(path: &Path, header: &header::Header) -> bool {
    header.wal && beside(path, "-wal").symlink_metadata().is_err()
}

/// Takes away the companions that a look at a refused file has made. SQLite does it when the last
/// connection closes, unless another program has come to use them; the log is empty.
fn leave_nothing_beside(path: &Path) {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if beside(path, "-wal").metadata().is_ok_and(|log| log.len() == 0)
        && let Ok(connection) = connect(path, flags)
    {
        // A file that is too damaged for this keeps them; they are empty.
        let _ = migrate::version(&connection);
        let _ = connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false);
    }
}

fn up_to_date(connection: &Connection, path: &Path) -> Result<(), Stumble> {
    let version = migrate::version(connection)?;
    if version < migrate::NEWEST {
        return Err(StoreError::Older(path.to_owned(), version, migrate::NEWEST).into());
    }
    Ok(())
}

/// Refuses a file that is damaged. A row that breaks a rule of its table is no damage of the file.
fn check_quickly(connection: &Connection) -> Result<(), Stumble> {
    let mut statement = connection.prepare("PRAGMA quick_check(100)")?;
    let found = statement.query_map([], |row| row.get::<_, String>(0))?;
    for (place, finding) in found.enumerate() {
        let finding = finding?;
        if finding == "ok" {
            return Ok(());
        }
        if place == 99 || !finding.starts_with("CHECK constraint failed in ") {
            return Err(StoreError::Damaged(None, finding).into());
        }
    }
    Ok(())
}

/// Whether a file is there that somebody may write. Only looked at, never opened: closing it would
/// let go of SQLite's locks.
fn is_writable(path: &Path) -> bool {
    path.metadata().is_ok_and(|file| file.is_file() && !file.permissions().readonly())
}

/// The companion file with this ending.
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// The path as a URI that tells SQLite that nobody changes the file.
fn frozen_uri(path: &Path) -> PathBuf {
    let mut uri = String::from("file:");
    for &byte in path.as_os_str().as_encoded_bytes() {
        if byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.extend(['%', hex(byte >> 4), hex(byte & 15)]);
        }
    }
    uri.push_str("?immutable=1");
    uri.into()
}

fn hex(half: u8) -> char {
    char::from_digit(u32::from(half), 16).unwrap_or('0')
}
