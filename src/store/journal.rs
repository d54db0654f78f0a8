//! Checks the files beside a register with the names of SQLite's companions before SQLite opens them: it would play
//! back any journal, even one of another file, remove an unreadable one, and wait for ever on a pipe.
//!
//! A journal belongs to the register if its copy of the first page fits the file, as it is or as it was before the
//! write; without such a copy, if its page count fits. The journal of a running writer is left to SQLite, which sees
//! its lock.

use super::companion_paths::{beside, beside_all};
use super::header::{Spot, big_endian};
use super::{APPLICATION_ID, StoreError, holder};
use std::fs::File;
use std::io::Read;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

/// The first bytes of a valid journal: a completed write removes the journal, empties it or overwrites them.
const IN_FORCE: [u8; 8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];

/// The most pages of a journal that are searched.
const MOST: u64 = 1 << 20;

/// The pause between two looks at a journal: meanwhile a running writer removes or replaces its own.
const PAUSE: Duration = Duration::from_millis(200);

/// Refuses a register beside a foreign journal, or beside a companion that is no regular file.
pub(super) fn refuse_foreign(spot: &Spot) -> Result<(), StoreError> {
    let Some(found) = foreign(spot) else { return Ok(()) };
    Err(if is_no_file(&found) {
        StoreError::NoRegularFile(spot.given.clone(), found)
    } else {
        StoreError::ForeignLog(spot.given.clone(), found)
    })
}

/// Gives the first companion of a register that SQLite must not open; `None` if all are safe.
pub(super) fn foreign(spot: &Spot) -> Option<PathBuf> {
    // A folder or a link in the place of the log's index only keeps the index from being made: SQLite follows no link
    // there, and the register opens to be read.
    let index = beside(&spot.real, "-shm");
    let is_passed_over = |path: &PathBuf| *path == index && (path.is_dir() || path.is_symlink());
    let is_unsafe = |path: &PathBuf| is_no_file(path) && !is_passed_over(path);
    if let Some(found) = beside_all(&spot.real).into_iter().find(is_unsafe) {
        return Some(found);
    }
    let journal = beside(&spot.real, "-journal");
    let is_foreign = || matches!(look(&journal, spot), Journal::Foreign);
    let is_written = || holder::writer(&spot.real).is_some() || spot.has_changed();
    let stays = || is_foreign() && !is_written();
    (stays() && {
        sleep(PAUSE);
        stays()
    })
    .then_some(journal)
}

/// The journal beside a register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Journal {
    /// No journal, or one that is no longer valid.
    Rest,
    /// A journal that undoes an interrupted write to this register.
    Own,
    /// A journal of another file, or a file that is no journal.
    Foreign,
}

/// Reads the bytes of a journal, and tells which register it belongs to.
pub(super) fn look(journal: &Path, spot: &Spot) -> Journal {
    let mut start = [0; 28];
    let Ok(mut file) = File::open(journal) else { return Journal::Rest };
    let Ok(read) = read_up_to(&mut file, &mut start) else { return Journal::Rest };
    // SQLite ignores a journal that is empty or begins with a zero byte.
    if read == 0 || start[0] == 0 {
        return Journal::Rest;
    }
    if read < start.len() || !start.starts_with(&IN_FORCE) {
        return Journal::Foreign;
    }
    let (pages, sector, page) =
        (big_endian(&start, 16), big_endian(&start, 20), big_endian(&start, 24));
    let belongs = page == spot.page
        && sector >= 32
        && match first_page(&file, u64::from(sector), u64::from(page)) {
            Some(first) => is_of(&first, spot),
            // A write that keeps the first page keeps the page count too. Only a file without a write-ahead log is
            // written under a journal alone.
            None if pages == 0 => spot.counter == 0,
            None => !spot.wal && spot.pages.is_none_or(|stated| stated == pages),
        };
    if belongs { Journal::Own } else { Journal::Foreign }
}

/// Whether a journal's copy of the file header is that of the register, before its last write or before the interrupted
/// one.
fn is_of(first: &[u8; 100], spot: &Spot) -> bool {
    let counter = big_endian(first, 24);
    let is_near = counter == spot.counter || counter.wrapping_add(1) == spot.counter;
    big_endian(first, 68) == APPLICATION_ID.cast_unsigned() && is_near
}

/// Gives the file header in a journal's copy of the first page; `None` without such a copy.
fn first_page(journal: &File, sector: u64, page: u64) -> Option<[u8; 100]> {
    let size = journal.metadata().ok()?.len();
    let (mut at, mut looked) = (0, 0);
    while at + sector <= size {
        let mut header = [0; 28];
        journal.read_exact_at(&mut header, at).ok()?;
        if !header.starts_with(&IN_FORCE) {
            return None;
        }
        at += sector;
        let fit = (size - at) / (page + 8);
        // The header of an unsynced journal does not state its page count.
        let said = u64::from(big_endian(&header, 8));
        let count = if said == 0 || said == u64::from(u32::MAX) { fit } else { said.min(fit) };
        for _ in 0..count {
            let mut number = [0; 4];
            journal.read_exact_at(&mut number, at).ok()?;
            if u32::from_be_bytes(number) == 1 {
                let mut first = [0; 100];
                return journal.read_exact_at(&mut first, at + 4).ok().map(|()| first);
            }
            at += page + 8;
            looked += 1;
            if looked == MOST {
                return None;
            }
        }
        at = at.div_ceil(sector) * sector;
    }
    None
}

fn read_up_to(file: &mut File, bytes: &mut [u8]) -> std::io::Result<usize> {
    let mut read = 0;
    while read < bytes.len() {
        match file.read(&mut bytes[read..])? {
            0 => break,
            more => read += more,
        }
    }
    Ok(read)
}

/// Whether a path exists and is no regular file.
pub(super) fn is_no_file(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|file| !file.is_file())
}
