//! The first hundred bytes of a file: enough to refuse a file that is no register without letting
//! SQLite near it, so that a refused file keeps every byte and gets no companion files.

use super::companion_paths::{beside, log_size};
use super::file_id::{FileId, Looks};
use super::{APPLICATION_ID, StoreError, migrate};
use rustix::fs::OFlags;
use std::fs::OpenOptions;
use std::io::{ErrorKind, Read};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// The first bytes of every SQLite database.
const MAGIC: &[u8; 16] = b"SQLite format 3\0";
/// The offset of the user version in the header.
const USER_VERSION: usize = 60;
/// The offset of the application id in the header.
const APPLICATION: usize = 68;
/// The offset of the page size in the header.
const PAGE: usize = 16;
/// The offset of the header's change counter.
const COUNTER: usize = 24;
/// The offset of the number of pages.
const PAGES: usize = 28;
/// The offset of the change for which the number of pages holds.
const VALID_FOR: usize = 92;
/// The offset of the write format: WAL mode (2) or not (1).
const WRITE_FORMAT: usize = 18;

/// The place of an acceptable file, and the facts in its header.
pub(super) struct Spot {
    /// The path that was named.
    pub(super) given: PathBuf,
    /// The file that it leads to, whatever links there are: SQLite looks beside this one.
    pub(super) real: PathBuf,
    /// The identity of the file, which tells it from others.
    pub(super) file: Option<FileId>,
    /// Its size and times.
    looks: Option<Looks>,
    /// Whether the file is in WAL mode.
    pub(super) wal: bool,
    /// The size of the log beside it in bytes.
    pub(super) log: u64,
    /// The size of the file in bytes.
    pub(super) size: u64,
    /// The size of a page.
    pub(super) page: u32,
    /// How often the file was changed without a log, as it says itself.
    pub(super) counter: u32,
    /// How many pages it says it has, where that is of its last change.
    pub(super) pages: Option<u32>,
    /// Whether its schema is the newest.
    pub(super) newest: bool,
}

impl Spot {
    /// Whether the file was written to since it was looked at.
    pub(super) fn has_changed(&self) -> bool {
        Looks::at(&self.real) != self.looks || log_size(&self.real) != self.log
    }
}

/// Reads the header; errors for everything that is no register of this program.
pub(super) fn read(path: &Path) -> Result<Spot, StoreError> {
    let refuse = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => StoreError::Missing(path.to_owned()),
        ErrorKind::PermissionDenied => StoreError::NoPermission(path.to_owned()),
        _ => StoreError::Other(error.to_string()),
    };
    let metadata = std::fs::metadata(path).map_err(refuse)?;
    if metadata.is_dir() {
        return Err(StoreError::Directory(path.to_owned()));
    }
    if !metadata.is_file() {
        // A pipe or a device would block or be consumed by reading.
        return Err(StoreError::NoDatabase(path.to_owned()));
    }
    let real = std::fs::canonicalize(path).map_err(refuse)?;
    // Before the header: a program that begins to keep a log says so there first.
    let log = log_size(&real);
    let looks = Looks::at(&real);
    let mut bytes = Vec::with_capacity(100);
    // Some files of the system look regular but block readers for ever, as `/proc/kmsg` does.
    let waits_not = OFlags::NONBLOCK.bits().cast_signed();
    let file = OpenOptions::new().read(true).custom_flags(waits_not).open(&real);
    file.and_then(|file| file.take(100).read_to_end(&mut bytes)).map_err(refuse)?;
    if bytes.is_empty() {
        return Err(StoreError::Empty(path.to_owned()));
    }
    if bytes.len() < 100 || &bytes[..16] != MAGIC {
        return Err(StoreError::NoDatabase(path.to_owned()));
    }
    if number(&bytes, APPLICATION) != APPLICATION_ID {
        return Err(StoreError::Foreign(path.to_owned()));
    }
    let version = i64::from(number(&bytes, USER_VERSION));
    if version > migrate::NEWEST {
        return Err(StoreError::Newer(path.to_owned(), version, migrate::NEWEST));
    }
    let wal = bytes[WRITE_FORMAT] == 2;
    if !wal && log > 0 {
        let log = beside(&real, "-wal");
        return Err(StoreError::ForeignLog(path.to_owned(), log));
    }
    // A page of 65,536 bytes is written as 1.
    let page = match u16::from_be_bytes([bytes[PAGE], bytes[PAGE + 1]]) {
        1 => 65_536,
        page => u32::from(page),
    };
    Ok(Spot {
        given: path.to_owned(),
        file: FileId::at(&real),
        looks,
        wal,
        log,
        size: metadata.len(),
        page,
        counter: big_endian(&bytes, COUNTER),
        pages: (big_endian(&bytes, COUNTER) == big_endian(&bytes, VALID_FOR))
            .then(|| big_endian(&bytes, PAGES)),
        newest: version == migrate::NEWEST,
        real,
    })
}

fn number(bytes: &[u8], at: usize) -> i32 {
    big_endian(bytes, at).cast_signed()
}

/// A number of four bytes as SQLite's files have it.
pub(super) fn big_endian(bytes: &[u8], at: usize) -> u32 {
    u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}
