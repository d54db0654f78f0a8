//! The guard on a register that is open: whether another file has taken its place, by a renaming, by
//! a link that leads elsewhere, or by being written over the file itself, as `cp` does.
//!
//! While the log is kept beside it, the file changes only when the log is moved into it, which is
//! rare; so a look at its size and times is enough, until they change. Then the identity in the
//! file without the log is read by a connection of its own and compared with the known one. (The
//! files are never opened by other means: closing them would let go of SQLite's locks.)

use super::StoreError;
use super::companion_paths::{beside, log_size};
use super::companions::set_aside;
use super::file_id::{FileId, Looks};
use super::identity::{self, Identity};
use super::source::Source;
use rusqlite::Connection;
use std::cell::{Cell, RefCell};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long a file must have been at rest before its contents are believed.
const AT_REST: Duration = Duration::from_millis(300);
/// How long to wait for that at most.
const PATIENCE: Duration = Duration::from_secs(2);
/// The pause between two looks.
const PAUSE: Duration = Duration::from_millis(20);

/// The file that was opened, to be compared with the one that is there.
pub(super) struct Guard {
    given: PathBuf,
    real: PathBuf,
    file: FileId,
    /// The size and times of the file when it was known to be right.
    looks: Cell<Looks>,
    /// The identity in the file at that time, the log left out.
    known: RefCell<Identity>,
    /// SQLite's number of the schema, as it was read while the file was known to be right.
    schema: Cell<i64>,
    /// SQLite's number of others' commits, as it was read then.
    commits: Cell<i64>,
    /// The size that the file had, or was to have when the log is moved into it.
    size: Cell<u64>,
    /// The id of the register, which may stand in the log alone.
    register: Option<String>,
    log: Option<FileId>,
    index: Option<FileId>,
    frozen: bool,
    /// The error found: another file in the place, and where the log was put.
    found: RefCell<Option<StoreError>>,
}

/// The result of a look into the file.
enum Inside {
    /// The register, and the size that its file is to have.
    Same(Identity, u64),
    /// Another one, or an older copy.
    Other,
    /// Unreadable or contradictory contents: perhaps the file is being written.
    Unreadable,
}

impl Guard {
    /// A guard on the file that a connection has opened. An error where the log beside it belongs to
    /// another file.
    pub(super) fn new(
        connection: &Connection,
        given: &Path,
        real: &Path,
        frozen: bool,
    ) -> Result<Self, StoreError> {
        let gone = || StoreError::Gone(given.to_owned());
        let metadata = real.metadata().map_err(|_| gone())?;
        let logged = log_size(real) > 0;
        let inside = if logged { refuse_foreign_log(connection, given, real)? } else { None };
        let commits = identity::commits(connection)?;
        let seen = Identity::read(connection)?;
        let known = match inside {
            Some(inside) => inside,
            // Nothing but the file was read, and no other program has begun a log meanwhile.
            None if log_size(real) == 0 => seen.clone(),
            // A program that was killed may have moved only half of the log into the file.
            None => Identity { register: None, writes: 0, schema: 0 },
        };
        Ok(Self {
            given: given.to_owned(),
            file: FileId::of(&metadata),
            looks: Cell::new(Looks::of(&metadata)),
            known: RefCell::new(known),
            schema: Cell::new(seen.schema),
            commits: Cell::new(commits),
            size: Cell::new(metadata.len()),
            register: seen.register,
            log: FileId::at(&beside(real, "-wal")).filter(|_| !frozen),
            index: FileId::at(&beside(real, "-shm")).filter(|_| !frozen),
            frozen,
            found: RefCell::new(None),
            real: real.to_owned(),
        })
    }

    /// The file itself.
    pub(super) fn real(&self) -> &Path {
        &self.real
    }

    /// Whether a file that is read as one that does not change has changed.
    pub(super) fn is_outdated(&self) -> bool {
        let here = FileId::at(&self.real) == Some(self.file);
        let changed = || Looks::at(&self.real) != Some(self.looks.get());
        self.frozen && here && (log_size(&self.real) > 0 || changed())
    }

    /// An error where another file is in the place of the one that was opened.
    pub(super) fn look(&self, connection: &Connection) -> Result<(), StoreError> {
        if let Some(found) = &*self.found.borrow() {
            return Err(found.clone());
        }
        for path in [&self.given, &self.real] {
            match path.metadata() {
                Ok(metadata) if FileId::of(&metadata) == self.file => {}
                // A link that leads elsewhere leaves the register where it was, with its log.
                Ok(_) => match FileId::at(&self.real) {
                    Some(other) if other != self.file => return Err(self.replaced()),
                    _ => return Err(StoreError::Replaced(self.given.clone(), None)),
                },
                Err(error) if error.kind() == ErrorKind::PermissionDenied => {
                    return Err(StoreError::NoPermission(self.given.clone()));
                }
                Err(_) => return Err(StoreError::Gone(self.given.clone())),
            }
        }
        if self.log.is_none() {
            return Ok(());
        }
        if Looks::at(&self.real) == Some(self.looks.get()) {
            self.schema.set(identity::schema(connection).unwrap_or(self.schema.get()));
            self.commits.set(identity::commits(connection).unwrap_or(self.commits.get()));
            return Ok(());
        }
        self.look_inside(connection)
    }

    /// Waits until the file can be told from others: another program may be moving the log into it, or overwriting it.
    fn look_inside(&self, connection: &Connection) -> Result<(), StoreError> {
        let until = Instant::now() + PATIENCE;
        let mut last = Looks::at(&self.real);
        let mut rests_since = Instant::now();
        loop {
            let before = Looks::at(&self.real);
            let commits = identity::commits(connection).unwrap_or(self.commits.get());
            let inside = self.compare(connection, commits);
            let after = Looks::at(&self.real);
            if let (Inside::Same(identity, size), Some(looks)) = (&inside, before) {
                // Later changes are seen by the next look.
                self.looks.set(looks);
                // The file is cut to its size only after all pages were moved into it.
                self.size.set(looks.size.min(*size));
                self.commits.set(commits);
                *self.known.borrow_mut() = identity.clone();
                return Ok(());
            }
            if after != last {
                (last, rests_since) = (after, Instant::now());
            }
            let shorter = after.is_none_or(|looks| looks.size < self.size.get());
            let rests = rests_since.elapsed() >= AT_REST;
            match inside {
                // This is certainly another file: no program may move the log into it.
                Inside::Other if rests => return Err(self.replaced()),
                Inside::Unreadable if rests && shorter => return Err(self.replaced()),
                _ if rests || Instant::now() >= until => {
                    return Err(StoreError::Replaced(self.given.clone(), None));
                }
                _ => sleep(PAUSE),
            }
        }
    }

    fn compare(&self, connection: &Connection, commits: i64) -> Inside {
        // The file first: writes meanwhile only make the second number larger.
        let Ok((inside, size)) = inside(&self.real) else { return Inside::Unreadable };
        let known = self.known.borrow();
        let same = match (&known.register, &self.register) {
            (Some(id), _) => inside.register.as_ref() == Some(id),
            // The id stood only in the log.
            (None, Some(id)) => inside.register.as_ref().is_none_or(|found| found == id),
            (None, None) => true,
        };
        if !same || inside.writes < known.writes {
            return Inside::Other;
        }
        let Ok(seen) = Identity::read(connection) else { return Inside::Unreadable };
        if inside.writes > seen.writes {
            return Inside::Other;
        }
        if inside.schema != known.schema && inside.schema != self.schema.get() {
            // Others have committed through the log, perhaps a `VACUUM` or several: the number grows.
            let between = (known.schema..=seen.schema).contains(&inside.schema);
            if !(between && commits != self.commits.get()) {
                // A connection with the log may be reading this very file.
                let same = inside.schema == seen.schema;
                return if same { Inside::Unreadable } else { Inside::Other };
            }
        }
        let shorter = Looks::at(&self.real).is_none_or(|now| now.size < self.size.get());
        if shorter && inside.schema == known.schema {
            // Only `VACUUM` makes a register smaller, and that gives the schema another number.
            return Inside::Other;
        }
        Inside::Same(inside, size)
    }

    /// Another file is there for good: the log of this register must not stand beside it.
    fn replaced(&self) -> StoreError {
        let aside = set_aside(&self.real, self.log, self.index);
        let found = StoreError::Replaced(self.given.clone(), aside);
        *self.found.borrow_mut() = Some(found.clone());
        found
    }
}

/// Compares a register's identity with the one in the file alone, which is returned, where it can
/// be read. An error where the log beside it belongs to another file.
pub(super) fn refuse_foreign_log(
    connection: &Connection,
    given: &Path,
    real: &Path,
) -> Result<Option<Identity>, StoreError> {
    // The file first: writes meanwhile only make the second number larger.
    let Ok((inside, _)) = inside(real) else { return Ok(None) };
    let seen = Identity::read(connection)?;
    let other = inside.register.is_some() && inside.register != seen.register;
    if other || inside.writes > seen.writes {
        return Err(StoreError::ForeignLog(given.to_owned(), beside(real, "-wal")));
    }
    Ok(Some(inside))
}

/// The identity in a file, the log left out, and the size in bytes that the file should have.
fn inside(real: &Path) -> Result<(Identity, u64), StoreError> {
    let connection = Source::frozen(real).open_unfinished()?;
    let identity = Identity::read(&connection)?;
    let size = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";
    let size: i64 = connection.query_row(size, [], |row| row.get(0))?;
    Ok((identity, size.unsigned_abs()))
}
