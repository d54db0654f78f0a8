//! Puts the engine's questions to SQLite on the same file, with SQLite's default settings.

use super::registers::{Size, file};
use rusqlite::{Connection, OpenFlags};

/// A connection that only reads.
pub(crate) fn connect(size: Size) -> Connection {
    Connection::open_with_flags(file(size), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap()
}

/// The first column of all rows, which must be numbers.
pub(crate) fn numbers(db: &Connection, sql: &str) -> Vec<u32> {
    let mut statement = db.prepare_cached(sql).unwrap();
    let rows = statement.query_map([], |row| row.get(0)).unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

/// Reads all rows of a query to their end, whatever they hold; how many there are.
pub(crate) fn exhaust(db: &Connection, sql: &str) -> usize {
    let mut statement = db.prepare_cached(sql).unwrap();
    let mut rows = statement.query([]).unwrap();
    let mut count = 0;
    while rows.next().unwrap().is_some() {
        count += 1;
    }
    count
}
