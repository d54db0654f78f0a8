//! Opening: the safe settings, the checks, and the way down to reading only.

use super::accept::{Stumble, accept, up_to_date};
use super::begin::Turn;
use super::companion_paths::{beside, log_size};
use super::companions;
use super::delay::{Delay, SLOWLY_UPGRADED};
use super::file_id::FileId;
use super::modes;
use super::replaced::Guard;
use super::second_reader::SecondReader;
use super::secure::{PATIENCE, prepare_to_write, secure};
use super::source::Source;
use super::{
    Access, Ending, Rights, Store, StoreError, begin, header, holder, identity, journal, migrate,
    peek::peek, presence, reading, sound,
};
use crate::text::Message;
use header::Spot;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use sound::Look;
use std::cell::{Cell, RefCell};
use std::path::Path;
use std::time::Duration;

/// A register up to this size (some 100,000 needs) is looked through before it is first prepared
/// for writing, which takes a tenth of a second. A larger one would keep its user waiting for
/// minutes; `ta-tui check` looks through it.
const QUICKLY_CHECKED: u64 = 48 << 20;

impl Store {
    /// Opens the register at a path and brings its schema up to date.
    ///
    /// A file that is no register of this program is refused before SQLite touches it. Where
    /// writing was asked for and the place allows reading only, the register opens for reading
    /// and [`Store::notice`] says why.
    pub fn open(path: &Path, access: Access) -> Result<Self, StoreError> {
        Self::open_and_tell(path, access, &|_| {})
    }

    /// Opens a register as [`Store::open`] does, and calls `tell` before a large register is
    /// brought up to date, and when opening waits longer than a moment for another program that
    /// keeps the file for itself. Opening for writing also waits for one that uses it in any way,
    /// where the register has no log yet: it is given one, for which nobody else may be using it.
    pub fn open_and_tell(
        path: &Path,
        access: Access,
        tell: &dyn Fn(&Delay),
    ) -> Result<Self, StoreError> {
        let spot = header::read(path)?;
        journal::refuse_foreign(&spot)?;
        peek(&spot).map_err(|error| error.at(path))?;
        Self::open_at(&spot, access, tell)
    }

    /// Opens a register to read all of it: a second reader opens the file meanwhile, unless
    /// something of the file has to be changed first.
    pub fn open_to_load(
        path: &Path,
        access: Access,
        tell: &dyn Fn(&Delay),
    ) -> Result<Self, StoreError> {
        let spot = header::read(path)?;
        journal::refuse_foreign(&spot)?;
        peek(&spot).map_err(|error| error.at(path))?;
        let source = Source::suiting(&spot.real, spot.wal);
        let ready = spot.wal && spot.newest;
        let second = if ready { SecondReader::start(&source) } else { None };
        let store = Self::open_at(&spot, access, tell);
        match &store {
            Ok(store) if store.source.as_ref() == Some(&source) => store.second.set(second),
            // The second reader must end before the caller learns that the file is left alone.
            _ => second.into_iter().for_each(SecondReader::end),
        }
        store
    }

    fn open_at(spot: &Spot, access: Access, tell: &dyn Fn(&Delay)) -> Result<Self, StoreError> {
        let opened = match access {
            Access::ReadWrite => Self::open_to_write(spot, tell),
            Access::ReadOnly => Self::open_to_read(spot, tell),
        };
        let mut reason = None;
        let fallen_back = match opened {
            Err(Stumble::Place(error)) if access == Access::ReadWrite => {
                reason = Some(error);
                Self::open_to_read(spot, tell)
            }
            other => other,
        };
        let mut store = match fallen_back {
            Ok(store) => store,
            // A file without a log is read under locks alone: it is never one that nobody changes.
            Err(Stumble::Place(error)) if !spot.wal => return Err(error.at(&spot.given)),
            Err(Stumble::Place(_)) => Self::open_frozen(spot)?,
            Err(Stumble::File(error)) => {
                return Err(match (reason, error) {
                    // The file would be brought up to date without the interference.
                    (Some(why @ StoreError::Interfered(_)), StoreError::Older(..)) => why,
                    (_, error) => error.at(&spot.given),
                });
            }
        };
        if FileId::at(&spot.real) != spot.file {
            // Another file has come meanwhile, and which of the two is open cannot be told.
            return Err(StoreError::Busy);
        }
        if access == Access::ReadWrite && store.access == Access::ReadOnly {
            store.notice = Some(match &reason {
                Some(why @ StoreError::Interfered(_)) => why.message(),
                Some(StoreError::NotWritable(entry)) => entry.about("store-opened-read-only-place"),
                _ => Message::new("store-opened-read-only"),
            });
            let is_named = |why: &StoreError| {
                matches!(why, StoreError::NotWritable(_) | StoreError::WriteRefused(_))
            };
            store.obstacle = reason.filter(is_named);
        }
        Ok(store)
    }

    /// Sets how long a write waits for the writes of other programs. Without this call it waits as long
    /// as the program that holds the lock is running.
    pub fn wait_at_most(&self, patience: Duration) {
        self.patience.set(patience);
    }

    fn open_to_write(spot: &Spot, tell: &dyn Fn(&Delay)) -> Result<Self, Stumble> {
        let real = &spot.real;
        companions::share(real);
        if let Some(entry) = modes::obstacle(real) {
            return Err(Stumble::Place(StoreError::NotWritable(Box::new(entry))));
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let turn = Turn {
            patience: begin::PATIENCE,
            ending: &Ending::default(),
            holder: &|| holder::user(real),
            reads: true,
            tell: &|waiting| waiting.into_iter().for_each(|waiting| tell(&Delay::Lock(waiting))),
        };
        let is_busy = Stumble::is_busy;
        let mut connection = turn.wait(is_busy, || {
            let connection = Connection::open_with_flags(real, flags)?;
            secure(&connection, Duration::ZERO)?;
            if connection.is_readonly("main")? {
                return Err(Stumble::Place(StoreError::ReadOnly));
            }
            accept(&connection, &spot.given, Access::ReadWrite)?;
            Ok(connection)
        })?;
        // Reading the log has made its index, unless none can be written there: then the log is
        // read without one, and nothing can be added to it.
        if spot.wal && !is_writable(&beside(real, "-shm")) {
            return Err(Stumble::Place(StoreError::ReadOnly));
        }
        let version = turn.wait(is_busy, || Ok(migrate::version(&connection)?))?;
        let outdated = version < migrate::NEWEST;
        if outdated || (!spot.wal && spot.size <= QUICKLY_CHECKED) {
            // The first bytes are about to change: not in a file that is damaged.
            turn.wait(is_busy, || Ok(sound::refuse_damaged(&connection, Look::Quick)?))?;
        }
        turn.wait(is_busy, || Ok(prepare_to_write(&connection)?))?;
        if outdated && spot.size >= SLOWLY_UPGRADED {
            tell(&Delay::Upgrade { from: version, to: migrate::NEWEST });
        }
        turn.wait(is_busy, || Ok(migrate::migrate(&mut connection)?))?;
        match identity::ensure(&connection) {
            // Another program writes for long: the next opening will do it.
            Ok(()) | Err(StoreError::Busy) => {}
            Err(error) => return Err(error.into()),
        }
        connection.busy_timeout(PATIENCE)?;
        companions::share(real);
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
        let source = Source::suiting(real, true);
        let store = Self::over(connection, &spot.given, Access::ReadWrite, Some(source));
        Ok(store.guarded(real)?)
    }

    fn open_to_read(spot: &Spot, tell: &dyn Fn(&Delay)) -> Result<Self, Stumble> {
        let source = Source::suiting(&spot.real, spot.wal);
        let (connection, interference) = reading::open(
            &source,
            &spot.real,
            &|waiting| tell(&Delay::Lock(waiting.clone())),
            |connection| {
                let accepted = accept(connection, &spot.given, Access::ReadOnly);
                let interference = accepted.map_err(|stumble| match stumble {
                    // A file without a log needs no companion file to be read.
                    Stumble::Place(error) if !spot.wal => Stumble::File(error),
                    other => other,
                })?;
                up_to_date(connection, &spot.given)?;
                Ok(interference)
            },
        )?;
        if source.queries_only && spot.log == 0 {
            // Files made beside it are removed again when the last program closes it. A log that
            // was there stays as it was.
            companions::share(&spot.real);
            connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
        }
        let mut store = Self::over(connection, &spot.given, Access::ReadOnly, Some(source));
        store.interference = interference;
        Ok(store.guarded(&spot.real)?)
    }

    /// Opens a file in WAL mode where its index cannot be made: as one that nobody changes, which
    /// holds when nothing can be written beside it. Not with a log, whose changes would be missed.
    fn open_frozen(spot: &Spot) -> Result<Self, StoreError> {
        if log_size(&spot.real) > 0 {
            return Err(StoreError::PendingLog(spot.given.clone()));
        }
        let source = Source::frozen(&spot.real);
        let path = &spot.given;
        let connection = source.open()?;
        let accepted = accept(&connection, path, Access::ReadOnly);
        let interference = accepted.map_err(|stumble| stumble.error().at(path))?;
        up_to_date(&connection, path).map_err(|stumble| stumble.error().at(path))?;
        let mut store = Self::over(connection, path, Access::ReadOnly, Some(source));
        store.interference = interference;
        store.guarded(&spot.real)
    }

    pub(super) fn over(
        mut connection: Connection,
        path: &Path,
        access: Access,
        source: Option<Source>,
    ) -> Self {
        connection.set_prepared_statement_cache_capacity(64);
        let ending = Ending::default();
        // A handler cannot be refused where no other thread uses the connection.
        let _ = ending.watch(&mut connection);
        Self {
            connection,
            source,
            second: Cell::new(None),
            guard: None,
            path: path.to_owned(),
            access,
            notice: None,
            obstacle: None,
            interference: None,
            schema: Cell::new(None),
            session: presence::new_session(),
            seen: Cell::new(None),
            unlogged: Cell::new(None),
            patience: Cell::new(begin::PATIENCE),
            tell: RefCell::new(None),
            ending,
            drafts_offered: Cell::new(i64::MIN),
            kept: None,
            day: None,
            known_then: false,
            rights: Rights::default(),
        }
    }

    /// This store with a guard on its file.
    ///
    /// # Errors
    /// The log beside the file belongs to another register.
    pub(super) fn guarded(mut self, real: &Path) -> Result<Self, StoreError> {
        let frozen = self.source.as_ref().is_some_and(|source| source.frozen);
        self.guard = Some(Guard::new(&self.connection, &self.path, real, frozen)?);
        Ok(self)
    }
}

/// Whether a file exists and is writable. It is never opened: closing it would release SQLite's locks.
fn is_writable(path: &Path) -> bool {
    path.metadata().is_ok_and(|file| file.is_file() && !file.permissions().readonly())
}
