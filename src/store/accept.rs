//! Accepting an opened file: the version of the library and of the schema, and whether a refusal is
//! about the file or about its place.

use super::{Access, Difference, StoreError, migrate, schema};
use rusqlite::Connection;
use std::path::Path;

/// Before this version WAL with two connections could corrupt a file.
const OLDEST_LIBRARY: i32 = 3_051_003;

/// Why an attempt to open failed: because of where the file is, which another way of opening may
/// get around, or because of the file itself.
pub(super) enum Stumble {
    Place(StoreError),
    File(StoreError),
}

impl Stumble {
    /// Whether another program is in the way.
    pub(super) fn is_busy(&self) -> bool {
        matches!(self, Self::File(StoreError::Busy))
    }

    pub(super) fn error(self) -> StoreError {
        match self {
            Self::Place(error) | Self::File(error) => error,
        }
    }
}

impl From<StoreError> for Stumble {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::ReadOnly
            | StoreError::Full
            | StoreError::NotWritable(_)
            | StoreError::Interfered(_) => Self::Place(error),
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

/// Refuses a library too old to be trusted.
pub(super) fn check_library() -> Result<(), StoreError> {
    if rusqlite::version_number() < OLDEST_LIBRARY {
        return Err(StoreError::OldLibrary(rusqlite::version().to_owned()));
    }
    Ok(())
}

/// Refuses a file that a newer version of this program made, or that is damaged. Gives the
/// difference that prevents writing.
pub(super) fn accept_whole(
    connection: &Connection,
    path: &Path,
) -> Result<Option<Difference>, StoreError> {
    accept(connection, path, Access::ReadOnly).map_err(Stumble::error)
}

/// Reads the facts that only SQLite knows: the version with the log counted in, and whether the
/// schema is the one of that version. Gives the difference that prevents writing.
pub(super) fn accept(
    connection: &Connection,
    path: &Path,
    access: Access,
) -> Result<Option<Difference>, Stumble> {
    check_library()?;
    // Both are read of one state of the file: another program may bring it up to date between them.
    let reading = connection.is_autocommit().then(|| connection.unchecked_transaction());
    let reading = reading.transpose()?;
    let version = migrate::version(connection)?;
    migrate::refuse_unknown(path, version)?;
    let accepted = schema::accept(connection, path, version, access)?;
    drop(reading);
    Ok(accepted)
}

/// Refuses a file that an older version made: it can be brought up to date only by writing.
pub(super) fn up_to_date(connection: &Connection, path: &Path) -> Result<(), Stumble> {
    let version = migrate::version(connection)?;
    if version < migrate::NEWEST {
        return Err(StoreError::Older(path.to_owned(), version, migrate::NEWEST).into());
    }
    Ok(())
}
