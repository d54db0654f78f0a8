//! The storage of programs of before 2007: which streams a file has, and whether the cells of a workbook can be laid out.
//! calamine reads the workbook itself; here stands what it would take room for without end.

use super::place::Place;
use super::{Unreadable, packed};
use crate::text::Message;
use std::collections::{HashMap, HashSet};

/// A sector number from here on means an end or a hole.
const NO_SECTOR: u32 = 0xFFFF_FFFA;

/// The length of an entry of the directory.
const ENTRY: usize = 128;

/// Streams below this length stand in the stream of the first entry, in parts of this size.
const MINI: (usize, usize) = (4_096, 64);

/// The most cells, empty ones among them, that a sheet of few cells may reach over.
const MOST_CELLS: u64 = 500_000;

/// A sheet is laid out where at least one in so many cells has something.
const LEAST_SHARE: u64 = 4;

/// The streams of a file.
pub(super) struct Ole<'a> {
    bytes: &'a [u8],
    sector: usize,
    table: Vec<u32>,
    /// The first sector and the length of each stream, by its name.
    entries: HashMap<String, (u32, usize)>,
    root: (u32, usize),
    mini_table: Vec<u32>,
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}

impl<'a> Ole<'a> {
    /// Reads the directory; `None` where it is damaged.
    pub(super) fn of(bytes: &'a [u8]) -> Option<Self> {
        let shift = u16_at(bytes, 30)?;
        let sector = match shift {
            9 | 12 => 1_usize << shift,
            _ => return None,
        };
        let mut ole = Self {
            bytes,
            sector,
            table: Vec::new(),
            entries: HashMap::new(),
            root: (NO_SECTOR, 0),
            mini_table: Vec::new(),
        };
        let mut listed: Vec<u32> = numbers(bytes.get(76..512)?).collect();
        let mut next = u32_at(bytes, 68)?;
        // Each sector of the list is passed once, so that a circle ends.
        for _ in 0..bytes.len() / sector {
            let Some(list) = ole.sector(next) else { break };
            listed.extend(numbers(&list[..list.len() - 4]));
            next = u32_at(list, list.len() - 4)?;
        }
        for number in listed {
            if let Some(part) = ole.sector(number) {
                ole.table.extend(numbers(part));
            }
        }
        let directory = ole.chain(u32_at(bytes, 48)?, usize::MAX)?;
        for (place, entry) in directory.chunks_exact(ENTRY).enumerate() {
            let length = usize::from(u16_at(entry, 64)?).saturating_sub(2).min(64);
            let units: Vec<u16> = entry[..length]
                .chunks_exact(2)
                .map(|two| u16::from_le_bytes([two[0], two[1]]))
                .collect();
            let stream = (u32_at(entry, 116)?, u32_at(entry, 120)? as usize);
            if place == 0 {
                ole.root = stream;
            } else {
                ole.entries.insert(String::from_utf16_lossy(&units), stream);
            }
        }
        let mini = (u32_at(bytes, 64)? as usize).checked_mul(sector)?;
        let mini = ole.chain(u32_at(bytes, 60)?, mini)?;
        ole.mini_table = numbers(&mini).collect();
        Some(ole)
    }

    fn sector(&self, number: u32) -> Option<&'a [u8]> {
        let start = (number as usize).checked_add(1)?.checked_mul(self.sector)?;
        (number < NO_SECTOR).then(|| self.bytes.get(start..start + self.sector)).flatten()
    }

    /// The bytes of a chain of sectors, at most so many; `None` where it goes round in a circle, or is to be longer than
    /// the file.
    fn chain(&self, first: u32, most: usize) -> Option<Vec<u8>> {
        let mut found = Vec::new();
        let mut next = first;
        while found.len() < most {
            let Some(part) = self.sector(next) else { break };
            found.extend_from_slice(part);
            if found.len() > self.bytes.len() {
                return None;
            }
            next = self.table.get(next as usize).copied().unwrap_or(NO_SECTOR);
        }
        let is_whole = most == usize::MAX || most <= self.bytes.len();
        found.truncate(most);
        is_whole.then_some(found)
    }

    /// Whether the file has a stream.
    pub(super) fn has(&self, name: &str) -> bool {
        self.entries.keys().any(|known| known.eq_ignore_ascii_case(name))
    }

    /// A stream.
    pub(super) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let (_, (first, length)) =
            self.entries.iter().find(|(known, _)| known.eq_ignore_ascii_case(name))?;
        let (below, size) = MINI;
        if *length >= below {
            return self.chain(*first, *length);
        }
        let parts = self.chain(self.root.0, self.root.1)?;
        let mut found = Vec::new();
        let mut next = *first;
        while found.len() < *length {
            let start = (next as usize).checked_mul(size)?;
            found.extend_from_slice(parts.get(start..start + size)?);
            next = self.mini_table.get(next as usize).copied()?;
        }
        found.truncate(*length);
        Some(found)
    }
}

/// Records of a workbook that hold a cell, or several from one on.
const CELLS: [u16; 14] =
    [0x02, 0x03, 0x04, 0x05, 0x06, SEVERAL, 0xD6, 0xFD, 0x203, 0x204, 0x205, 0x27E, 0x206, 0x406];

/// The record of several numbers.
const SEVERAL: u16 = 0xBD;

/// The records that begin a sheet, list one, tell its rectangle, and tell of a password.
const BEGIN: [u16; 4] = [0x009, 0x209, 0x409, 0x809];
const LISTED: u16 = 0x85;
const RECTANGLE: u16 = 0x200;
const LOCK: u16 = 0x2F;

/// Refuses a workbook that is locked, and one for which its reader would take room without end: whose few cells are far
/// from each other, or whose list names a sheet twice.
///
/// # Errors
/// The workbook is so.
pub(super) fn check(workbook: &[u8]) -> Result<(), Unreadable> {
    let mut reach = Reach::default();
    let mut begun = HashSet::new();
    let mut listed = Vec::new();
    let mut at = 0;
    while let (Some(kind), Some(length)) = (u16_at(workbook, at), u16_at(workbook, at + 2)) {
        let end = at + 4 + usize::from(length);
        let data = workbook.get(at + 4..end).unwrap_or_default();
        match kind {
            LOCK => return Err(Unreadable::content(Message::new("sheet-password"))),
            LISTED => listed.extend(u32_at(data, 0)),
            RECTANGLE => reach.claim(data),
            kind if BEGIN.contains(&kind) => {
                reach.check()?;
                reach = Reach::default();
                begun.insert(at as u32);
            }
            kind if CELLS.contains(&kind) => {
                if let (Some(row), Some(column)) = (u16_at(data, 0), u16_at(data, 2)) {
                    // a record of several cells ends with the column of the last one
                    let last = u16_at(data, data.len() - 2).filter(|_| kind == SEVERAL);
                    reach.cell(u32::from(row), u32::from(column));
                    reach.cell(u32::from(row), u32::from(last.unwrap_or(column)));
                }
            }
            _ => {}
        }
        at = end;
    }
    reach.check()?;
    let mut is_sheet = |place: &u32| begun.remove(place);
    if listed.iter().all(&mut is_sheet) { Ok(()) } else { Err(packed::damaged("BoundSheet")) }
}

/// The cells of a sheet: how many, the rectangle between them, and how many that of the sheet is said to have.
#[derive(Clone, Copy, Debug, Default)]
struct Reach {
    cells: u64,
    rows: Option<(u32, u32)>,
    columns: Option<(u32, u32)>,
    claimed: u64,
}

impl Reach {
    fn cell(&mut self, row: u32, column: u32) {
        let wider = |(first, last): (u32, u32), here: u32| (first.min(here), last.max(here));
        self.cells += 1;
        self.rows = Some(wider(self.rows.unwrap_or((row, row)), row));
        self.columns = Some(wider(self.columns.unwrap_or((column, column)), column));
    }

    /// Takes the rectangle that a sheet is said to have; room is made for it before a cell is read.
    fn claim(&mut self, data: &[u8]) {
        let (rows, columns) = match data.len() {
            10 => ([0, 2].map(|at| u16_at(data, at).map(u32::from)), [4, 6]),
            _ => ([0, 4].map(|at| u32_at(data, at)), [8, 10]),
        };
        let columns = columns.map(|at| u16_at(data, at).map(u32::from));
        let count = |[first, last]: [Option<u32>; 2]| {
            let (first, last) = (first.unwrap_or_default(), last.unwrap_or_default());
            // calamine takes columns that make no sense from the first one on
            u64::from(if first > last { last } else { last - first }).max(1)
        };
        self.claimed = self.claimed.max(count(rows).saturating_mul(count(columns)));
    }

    fn check(self) -> Result<(), Unreadable> {
        let count = |(first, last): (u32, u32)| u64::from(last - first) + 1;
        let (rows, columns) = (self.rows.unwrap_or_default(), self.columns.unwrap_or_default());
        let room = self.claimed.max(count(rows) * count(columns));
        if room <= MOST_CELLS.max(self.cells * LEAST_SHARE) {
            return Ok(());
        }
        let last = Place { row: rows.1, column: columns.1 };
        Err(Unreadable::content(Message::new("sheet-far-cells").with("cell", last.name())))
    }
}
