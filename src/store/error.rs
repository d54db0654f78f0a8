//! What can go wrong with a register file, told apart, with what to say about it.

use crate::domain::clean_line;
use crate::text::Message;
use rusqlite::ErrorCode;
use std::fmt;
use std::path::{Path, PathBuf};

/// The sorts of failure that an exit status tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// It could not be done here and now.
    CouldNot,
    /// The file is not a register that this program can read.
    BadData,
    /// Somebody else changed it first.
    Conflict,
    /// The request makes no sense for this register.
    Usage,
}

/// Why the register could not be opened, read or written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// There is no such file.
    Missing(PathBuf),
    /// The path names a directory.
    Directory(PathBuf),
    /// The system does not let this user read the file.
    NoPermission(PathBuf),
    /// A new file was asked for where one stands.
    Exists(PathBuf),
    /// The file cannot be made there.
    CannotMake(PathBuf, String),
    /// The file has no byte.
    Empty(PathBuf),
    /// The file is no SQLite database.
    NoDatabase(PathBuf),
    /// The file is the database of another program.
    Foreign(PathBuf),
    /// A newer version of this program made the file: its schema and the newest one known here.
    Newer(PathBuf, i64, i64),
    /// An older version made the file, and it cannot be brought up to date without writing.
    Older(PathBuf, i64, i64),
    /// The content of the file contradicts itself; what SQLite said.
    Damaged(Option<PathBuf>, String),
    /// The last changes stand in a log file that cannot be read without writing beside it.
    PendingLog(PathBuf),
    /// Another program holds the register locked.
    Busy,
    /// The disk is full.
    Full,
    /// The register is open for reading only.
    ReadOnly,
    /// The caller stopped the work.
    Stopped,
    /// The system's SQLite is too old to be trusted with a file in use.
    OldLibrary(String),
    /// Anything else; what SQLite or the system said.
    Other(String),
}

impl StoreError {
    /// The sort, for exit statuses.
    pub fn kind(&self) -> ErrorKind {
        match self {
            Self::Empty(_)
            | Self::NoDatabase(_)
            | Self::Foreign(_)
            | Self::Newer(..)
            | Self::Damaged(..) => ErrorKind::BadData,
            Self::Missing(_)
            | Self::Directory(_)
            | Self::NoPermission(_)
            | Self::Exists(_)
            | Self::CannotMake(..)
            | Self::Older(..)
            | Self::PendingLog(_)
            | Self::Busy
            | Self::Full
            | Self::ReadOnly
            | Self::Stopped
            | Self::OldLibrary(_)
            | Self::Other(_) => ErrorKind::CouldNot,
        }
    }

    /// What happened, what was kept and what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::Missing(path) => about("store-missing", path),
            Self::Directory(path) => about("store-directory", path),
            Self::NoPermission(path) => about("store-no-permission", path),
            Self::Exists(path) => about("store-exists", path),
            Self::CannotMake(path, detail) => {
                about("store-cannot-make", path).with("detail", clean_line(detail))
            }
            Self::Empty(path) => about("store-empty", path),
            Self::NoDatabase(path) => about("store-no-database", path),
            Self::Foreign(path) => about("store-foreign", path),
            Self::Newer(path, found, known) => about("store-newer", path)
                .with("found", found.to_string())
                .with("known", known.to_string()),
            Self::Older(path, found, known) => about("store-older", path)
                .with("found", found.to_string())
                .with("known", known.to_string()),
            Self::Damaged(Some(path), detail) => {
                about("store-damaged", path).with("detail", clean_line(detail))
            }
            Self::Damaged(None, detail) => {
                Message::new("store-damaged-now").with("detail", clean_line(detail))
            }
            Self::PendingLog(path) => about("store-pending-log", path),
            Self::Busy => Message::new("store-busy"),
            Self::Full => Message::new("store-full"),
            Self::ReadOnly => Message::new("store-read-only"),
            Self::Stopped => Message::new("store-stopped"),
            Self::OldLibrary(version) => {
                Message::new("store-old-library").with("version", version.clone())
            }
            Self::Other(detail) => Message::new("store-other").with("detail", clean_line(detail)),
        }
    }

    /// The same with the file named, where the error can say which.
    pub(super) fn at(self, path: &Path) -> Self {
        match self {
            Self::Damaged(None, detail) => Self::Damaged(Some(path.to_owned()), detail),
            other => other,
        }
    }
}

/// A file's name can hold anything, escape sequences included.
fn about(id: &'static str, path: &Path) -> Message {
    Message::new(id).with("file", clean_line(&path.to_string_lossy()))
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error::{
            FromSqlConversionFailure, IntegralValueOutOfRange, InvalidColumnType,
        };
        let detail = error.to_string();
        match (error.sqlite_error_code(), &error) {
            (Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked), _) => Self::Busy,
            (Some(ErrorCode::DiskFull), _) => Self::Full,
            (Some(ErrorCode::ReadOnly), _) => Self::ReadOnly,
            // Or a value that the schema does not allow was read: no program writes one.
            (Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase), _)
            | (
                None,
                FromSqlConversionFailure(..) | IntegralValueOutOfRange(..) | InvalidColumnType(..),
            ) => Self::Damaged(None, detail),
            _ => Self::Other(detail),
        }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message().fmt(f)
    }
}

impl std::error::Error for StoreError {}
