//! The schema of a file, read from its pages without SQLite: a connection parses the SQL of every table and trigger
//! before it tells the first of them, and makes companions beside a file in WAL mode that is not said to be unchanging.
//!
//! This is for a first look alone: a connection that reads or writes compares the schema by itself. Whatever is not as
//! in a plain file of this program gives `None`. The format: <https://sqlite.org/fileformat2.html>.

use super::known::Row;
use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::Path;

/// The length of the header of a file, which stands in its first page.
const FILE_HEADER: usize = 100;
/// The offset of the format for reading.
const READ_FORMAT: usize = 19;
/// The offset of the number of bytes at the end of each page that are not used.
const RESERVED: usize = 20;
/// The offset of the shares of a page for payload, which are always the same.
const SHARES: usize = 21;
/// The offset of the format of the schema.
const SCHEMA_FORMAT: usize = 44;
/// The offset of the encoding of texts.
const ENCODING: usize = 56;

/// The kind of a page of a table that leads to other pages.
const INTERIOR: u8 = 5;
/// The kind of a page of a table that holds rows.
const LEAF: u8 = 13;

/// More pages than this are of no schema of this program.
const MOST: usize = 1_024;

/// Reads the schema of a file with pages of this size.
pub(super) fn read(real: &Path, page: u32) -> Option<Vec<Row>> {
    let file = File::open(real).ok()?;
    let count = u32::try_from(file.metadata().ok()?.len().checked_div(page.into())?).ok()?;
    let mut pages = Pages { file, size: page as usize, usable: 0, count, read: 0 };
    let first = pages.page(1)?;
    let is_plain = *first.get(READ_FORMAT)? <= 2
        && first.get(SHARES..SHARES + 3)? == [64, 32, 32]
        && (1..=4).contains(&long(&first, SCHEMA_FORMAT)?)
        && long(&first, ENCODING)? == 1;
    let unused = usize::from(*first.get(RESERVED)?);
    pages.usable = pages.size.checked_sub(unused).filter(|usable| is_plain && *usable >= 480)?;
    let mut rows = Vec::with_capacity(256);
    pages.walk(&first, FILE_HEADER, &mut rows)?;
    Some(rows)
}

/// The pages of a file.
struct Pages {
    file: File,
    size: usize,
    /// The bytes of a page that are used.
    usable: usize,
    /// How many pages the file has.
    count: u32,
    /// How many have been read.
    read: usize,
}

impl Pages {
    /// The page with a number, counted from 1.
    fn page(&mut self, number: u32) -> Option<Vec<u8>> {
        self.read += 1;
        if self.read > MOST || number > self.count {
            return None;
        }
        let mut bytes = vec![0; self.size];
        let at = u64::from(number.checked_sub(1)?) * self.size as u64;
        self.file.read_exact_at(&mut bytes, at).ok()?;
        Some(bytes)
    }

    /// Adds the rows of a page of the table, whose own header begins at an offset, and of the pages that it leads to.
    fn walk(&mut self, page: &[u8], header: usize, rows: &mut Vec<Row>) -> Option<()> {
        let kind = *page.get(header)?;
        let length = match kind {
            LEAF => 8,
            INTERIOR => 12,
            _ => return None,
        };
        for cell in 0..usize::from(short(page, header + 3)?) {
            let at = usize::from(short(page, header + length + 2 * cell)?);
            if kind == LEAF {
                let payload = self.payload(page, at)?;
                rows.push(row(&payload, self.count)?);
            } else {
                self.walk_from(long(page, at)?, rows)?;
            }
        }
        if kind == INTERIOR { self.walk_from(long(page, header + 8)?, rows) } else { Some(()) }
    }

    fn walk_from(&mut self, number: u32, rows: &mut Vec<Row>) -> Option<()> {
        let page = self.page(number)?;
        self.walk(&page, 0, rows)
    }

    /// The payload of the row at an offset of a page, with the part of it in pages of its own.
    fn payload(&mut self, page: &[u8], at: usize) -> Option<Vec<u8>> {
        let mut rest = page.get(at..)?;
        let length = usize::try_from(varint(&mut rest)?).ok()?;
        varint(&mut rest)?; // its number
        let most = self.usable - 35;
        if length <= most {
            return Some(rest.get(..length)?.to_vec());
        }
        let least = (self.usable - 12) * 32 / 255 - 23;
        let fitting = least + (length - least) % (self.usable - 4);
        let here = if fitting <= most { fitting } else { least };
        let mut payload = rest.get(..here)?.to_vec();
        let mut next = long(rest, here)?;
        while payload.len() < length {
            let page = self.page(next)?;
            next = long(&page, 0)?;
            let more = (length - payload.len()).min(self.usable - 4);
            payload.extend_from_slice(page.get(4..4 + more)?);
        }
        Some(payload)
    }
}

/// The row of the schema in a payload, whose object may be in any of so many pages.
fn row(payload: &[u8], pages: u32) -> Option<Row> {
    let mut types = payload;
    let header = usize::try_from(varint(&mut types)?).ok()?;
    let mut values = payload.get(header..)?;
    let mut value = || {
        let kind = varint(&mut types)?;
        let length = match kind {
            0 | 8 | 9 => 0,
            1..=4 => kind as usize,
            13.. if kind % 2 == 1 => usize::try_from((kind - 13) / 2).ok()?,
            _ => return None,
        };
        let (value, rest) = values.split_at_checked(length)?;
        values = rest;
        Some((kind, value))
    };
    let [kind, name, table] = [value()?, value()?, value()?].map(text);
    let (of_root, root) = value()?;
    let root = match of_root {
        0 | 8 => 0,
        9 => 1,
        _ => root.iter().fold(0, |number, byte| number << 8 | u32::from(*byte)),
    };
    let sql = text(value()?)?;
    (root <= pages).then_some(Row { kind: kind?, name: name?, table: table?, sql })
}

/// A text; the empty one for NULL.
fn text((kind, value): (u64, &[u8])) -> Option<String> {
    (kind == 0 || kind >= 13).then(|| String::from_utf8(value.to_vec()).ok())?
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

/// Takes a number of one to nine bytes from the beginning.
fn varint(bytes: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for place in 0..9 {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        if place == 8 {
            return Some(number << 8 | u64::from(*byte));
        }
        number = number << 7 | u64::from(byte & 127);
        if *byte < 128 {
            break;
        }
    }
    Some(number)
}

#[cfg(test)]
mod tests {
    use super::super::known;
    use super::*;
    use crate::store::{Store, header};
    use rusqlite::Connection;

    /// The schema of a file after some SQL: from its pages, and as SQLite tells it.
    fn both(sql: &str) -> (Option<Vec<String>>, Vec<String>) {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("a.db");
        drop(Store::create(&path).unwrap());
        let connection = Connection::open(&path).unwrap();
        connection.execute_batch(sql).unwrap();
        connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
        let all = |rows: &[Row]| rows.iter().map(|row| format!("{:?}", row.object())).collect();
        let pages = read(&path, header::read(&path).unwrap().page);
        (pages.as_deref().map(all), all(&known::read(&connection).unwrap()))
    }

    #[test]
    fn the_pages_say_what_sqlite_says() {
        let tables = (0..60).map(|n| format!("CREATE TABLE other_{n} (a, b UNIQUE);"));
        let many = format!("BEGIN; {} COMMIT", tables.collect::<String>());
        let long = format!("CREATE VIEW long AS SELECT '{}'", "é".repeat(20_000));
        for sql in [
            "",
            &many,
            &long,
            "VACUUM",
            "PRAGMA page_size = 512; PRAGMA journal_mode = DELETE; VACUUM",
        ] {
            let (pages, told) = both(sql);
            assert_eq!(pages, Some(told), "{sql:.40}");
        }
    }

    #[test]
    fn what_is_no_plain_file_is_left_to_sqlite() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("a.db");
        drop(Store::create(&path).unwrap());
        let page = header::read(&path).unwrap().page;
        let whole = std::fs::read(&path).unwrap();
        assert!(super::super::is_plainly_newest(&path, page));
        for at in [READ_FORMAT, SHARES, ENCODING + 3, SCHEMA_FORMAT + 3, FILE_HEADER] {
            let mut bytes = whole.clone();
            bytes[at] = 99;
            std::fs::write(&path, bytes).unwrap();
            assert!(read(&path, page).is_none(), "{at}");
        }
        for length in [0, 99, 512, page as usize, 2 * page as usize] {
            std::fs::write(&path, &whole[..length]).unwrap();
            assert!(read(&path, page).is_none(), "{length}");
        }
        std::fs::write(&path, whole).unwrap();
        let connection = Connection::open(&path).unwrap();
        connection
            .execute_batch("PRAGMA journal_mode = DELETE; DROP TRIGGER change_stays")
            .unwrap();
        assert!(!super::super::is_plainly_newest(&path, page));
    }
}
