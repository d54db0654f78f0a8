//! The rows of a text with a sign between the columns.

use super::decoded::Decoded;
use super::row::{Cell, CellState, Row};
use super::source::Lines;
use super::{Ended, Unreadable, delimiter};
use crate::text::Message;
use csv_core::{ReadRecordResult, Reader};
use std::ops::ControlFlow;

/// The most columns of a table.
pub(super) const MOST_COLUMNS: usize = 1_024;

/// The most bytes of a field: a megabyte, as messages say.
pub(super) const MOST_FIELD: usize = 1_000_000;

/// The most bytes of a row.
pub(super) const MOST_ROW: usize = 4 << 20;

/// The room for a row at first.
const FIRST_ROOM: usize = 64 << 10;

/// Gives each row of a text. Empty lines are no rows; a first line `sep=;` neither.
///
/// # Errors
/// The text cannot be read on, or a row is larger than any table has it. The rows before were given.
pub(super) fn rows(
    text: Decoded,
    sign: u8,
    take: &mut dyn FnMut(Row) -> ControlFlow<()>,
) -> Result<Ended, Unreadable> {
    let mut records = Records {
        reader: delimiter::reader(sign),
        text,
        room: vec![0; FIRST_ROOM],
        ends: vec![0; MOST_COLUMNS + 1],
        lines: Lines::default(),
    };
    let mut is_first = true;
    while let Some(row) = records.next()? {
        let names_sign = std::mem::take(&mut is_first)
            && row.number == 1
            && row.cells.first().is_some_and(|cell| cell.text == "sep=" || named(cell, sign));
        if !names_sign && take(row).is_break() {
            return Ok(Ended::Broken);
        }
    }
    Ok(Ended::AtEnd)
}

/// Whether a whole line is `sep=` and the sign: where the sign is another one, it does not divide it.
fn named(cell: &Cell, sign: u8) -> bool {
    cell.text.len() == 5 && delimiter::named(&cell.text).is_some_and(|named| named != sign)
}

struct Records {
    reader: Reader,
    text: Decoded,
    /// The fields of a row, one behind the other.
    room: Vec<u8>,
    /// The end of each field in `room`.
    ends: Vec<usize>,
    lines: Lines,
}

impl Records {
    fn next(&mut self) -> Result<Option<Row>, Unreadable> {
        self.skip_ends()?;
        let line = self.lines.line;
        let (mut written, mut ended) = (0, 0);
        let mut is_closing = false;
        loop {
            let block = self.text.block()?;
            // At the end of the text, one more line end closes the row, unless it stands within quotation marks.
            let is_end = block.is_empty() && !is_closing && ended + written > 0;
            let (result, read, wrote, more) = self.reader.read_record(
                if is_end { b"\n" } else { block },
                &mut self.room[written..],
                &mut self.ends[ended..],
            );
            if is_end {
                is_closing = read > 0;
            } else {
                self.lines.pass(&block[..read]);
                self.text.used(read);
            }
            written += wrote;
            ended += more;
            self.check_field(line, written, ended)?;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.grow(line)?,
                ReadRecordResult::OutputEndsFull => return Err(too_many_columns(line)),
                ReadRecordResult::Record if ended > MOST_COLUMNS => {
                    return Err(too_many_columns(line));
                }
                ReadRecordResult::Record => {
                    let is_open = is_closing && !is_end;
                    return Ok(Some(self.row(line, ended, is_open)));
                }
                ReadRecordResult::End => return Ok(None),
            }
        }
    }

    /// Passes the line ends before a row, so that the row begins on its own line.
    fn skip_ends(&mut self) -> Result<(), Unreadable> {
        loop {
            let block = self.text.block()?;
            let ends = block.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
            self.lines.pass(&block[..ends]);
            let is_all = ends == block.len() && ends > 0;
            self.text.used(ends);
            if !is_all {
                return Ok(());
            }
        }
    }

    /// Refuses a field that is longer than any table has it.
    fn check_field(&self, line: u32, written: usize, ended: usize) -> Result<(), Unreadable> {
        let mut start = 0;
        let mut too_long = None;
        for end in self.ends[..ended].iter().copied().chain([written]) {
            if end.saturating_sub(start) > MOST_FIELD {
                too_long = Some(start..end);
                break;
            }
            start = end;
        }
        let Some(field) = too_long else { return Ok(()) };
        let mut within = Lines::default();
        within.pass(&self.room[field]);
        let lines = within.line - 1;
        // A field of many lines began with a quotation mark.
        let (id, line) = if lines == 0 {
            ("sheet-long-field", line)
        } else {
            ("sheet-open-quote", self.lines.line.saturating_sub(lines).max(line))
        };
        Err(Unreadable::content(Message::new(id).with("line", line.to_string())))
    }

    fn grow(&mut self, line: u32) -> Result<(), Unreadable> {
        if self.room.len() >= MOST_ROW {
            return Err(long_row(line));
        }
        self.room.resize((2 * self.room.len()).min(MOST_ROW), 0);
        Ok(())
    }

    fn row(&self, line: u32, ended: usize, is_open: bool) -> Row {
        let mut start = 0;
        let mut cells: Vec<Cell> = Vec::with_capacity(ended);
        for &end in &self.ends[..ended] {
            // A field begins and ends beside ASCII signs, so that it is UTF-8 like the whole text.
            cells.push(Cell::of(String::from_utf8_lossy(&self.room[start..end])));
            start = end;
        }
        if is_open && let Some(last) = cells.last_mut() {
            // the line end that was to close the row
            last.text.pop();
            let mut within = Lines::default();
            within.pass(last.text.as_bytes());
            let opened = self.lines.line.saturating_sub(within.line - 1).max(line);
            last.state = CellState::Unclosed(opened);
        }
        Row::of(line, cells)
    }
}

/// The refusal of a row with more bytes than any table has it.
pub(super) fn long_row(line: u32) -> Unreadable {
    Unreadable::content(Message::new("sheet-long-row").with("line", line.to_string()))
}

fn too_many_columns(line: u32) -> Unreadable {
    let message = Message::new("sheet-too-many-columns")
        .with("line", line.to_string())
        .with("most", MOST_COLUMNS);
    Unreadable::content(message)
}
