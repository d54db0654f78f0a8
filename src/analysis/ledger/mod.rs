//! The published figures as data: the place of each, its statement in the program's own words, and
//! the query that yields it where a register can.
//!
//! The built-in ledger holds the figures of the note of 2019. A file of the same form extends it
//! for the next note; `docs/ledger.md` explains its columns.

mod cells;
mod check;
mod entry;
mod form;
mod mistake;
mod query;
mod read;
mod records;

pub use check::{Broken, Check, Relation};
pub use entry::{Entry, Problem, Query, place_in_words};
pub use form::Form;
pub(super) use form::{EACH, EQUAL, FRACTIONS, GROWING, LARGEST, LEVELS, Side, each, rank, share};
pub(super) use mistake::unknown;
pub use query::{Told, What};
pub use read::COLUMNS;
pub(super) use records::Strange;
pub use records::{Records, SmallTable};

use crate::config::{Unread, read_regular};
use crate::domain::Day;
use std::path::Path;

/// The built-in ledger.
const BUILT_IN: &str = include_str!("../ledger.csv");

/// The figures of the note of 2019.
///
/// # Errors
/// Mistakes in the built-in ledger, which a test rules out.
pub fn built_in() -> Result<Vec<Entry>, Vec<Problem>> {
    // Its days have passed, which needs no clock.
    let entries = read::read("ledger.csv", BUILT_IN.as_bytes(), &[], Day::from_number(i32::MAX))?;
    Ok(entries.into_iter().map(|entry| Entry { is_built_in: true, ..entry }).collect())
}

/// The most bytes that a ledger has: some ten thousand figures.
const MOST_BYTES: usize = 4 << 20;

/// The bytes of a file that extends a ledger.
///
/// # Errors
/// The file cannot be read, is not a regular file, or is too large.
pub fn bytes_of(path: &Path) -> Result<Vec<u8>, Unread> {
    read_regular(path, MOST_BYTES)
}

/// The entries of a file that extends a ledger. No day in it may be after `today`.
///
/// # Errors
/// Everything that is wrong with the file, each with its place.
pub fn extension(
    file: &str,
    bytes: &[u8],
    before: &[Entry],
    today: Day,
) -> Result<Vec<Entry>, Vec<Problem>> {
    read::read(file, bytes, before, today)
}
