//! The sheets of an XLS workbook, read whole by calamine behind a look at its records.

use super::caught::caught;
use super::csv::MOST_COLUMNS;
use super::merged::Merged;
use super::ole::{self, Ole};
use super::packed::{self, Stoppable};
use super::place::{Place, Region};
use super::row::{Cell, CellState, Row};
use super::source::Source;
use super::{Ended, SheetName, Stop, Unreadable, value};
use crate::text::Message;
use calamine::{Data, Reader as _, SheetType, SheetVisible, Xls, XlsError};
use std::io::BufReader;
use std::ops::ControlFlow;

/// The most bytes of a file, which is held whole.
const MOST_FILE: u64 = 20 << 20;

/// The streams that tell the programs of other files, and the message about each.
const OTHERS: [(&str, &str); 3] = [
    ("EncryptedPackage", "sheet-password"),
    ("WordDocument", "sheet-word"),
    ("PowerPoint Document", "sheet-slides"),
];

type Book = Xls<BufReader<Stoppable>>;

/// The sheets of a workbook.
///
/// # Errors
/// It is another document, locked, damaged or too large, or the reader was asked to end.
pub(super) fn look(source: &Source, stop: &Stop) -> Result<Vec<SheetName>, Unreadable> {
    let book = open(source, stop)?;
    let sheets = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let named = sheets.map(|sheet| SheetName {
        name: sheet.name.clone(),
        is_hidden: sheet.visible != SheetVisible::Visible,
    });
    Ok(named.collect())
}

fn open(source: &Source, stop: &Stop) -> Result<Book, Unreadable> {
    check(source)?;
    let reader = BufReader::new(Stoppable::new(source.reader(), stop));
    let book = caught(|| Xls::new(reader)).ok_or_else(|| packed::damaged("Workbook"))?;
    book.map_err(|error| match error {
        XlsError::Io(error) => packed::of_io(&error),
        XlsError::Password => Unreadable::content(Message::new("sheet-password")),
        error => packed::damaged(&error.to_string()),
    })
}

fn check(source: &Source) -> Result<(), Unreadable> {
    let refused = |id| Unreadable::content(Message::new(id).with("most", MOST_FILE >> 20));
    // A locked workbook of any length is said to be one.
    let bytes = source.part(0, MOST_FILE as usize)?;
    let files = Ole::of(&bytes).ok_or_else(|| refused("sheet-cut"))?;
    if let Some((_, id)) = OTHERS.iter().find(|(name, _)| files.has(name)) {
        return Err(refused(id));
    }
    if source.len() > MOST_FILE {
        return Err(refused("sheet-xls-long"));
    }
    let book = ["Workbook", "Book"].into_iter().find(|name| files.has(name));
    let book = book.ok_or_else(|| refused("sheet-unknown"))?;
    let book = files.stream(book).ok_or_else(|| refused("sheet-cut"))?;
    ole::check(&book)
}

/// Gives each row of a sheet that has a cell with words.
///
/// # Errors
/// The workbook is damaged, or the reader was asked to end.
pub(super) fn rows(
    source: &Source,
    sheet: &str,
    stop: &Stop,
    take: &mut dyn FnMut(Row) -> ControlFlow<()>,
) -> Result<Ended, Unreadable> {
    let mut book = open(source, stop)?;
    let damaged = |error: XlsError| packed::damaged(&error.to_string());
    let regions = book.merge_cells_by_sheet_name(sheet).map_err(damaged)?;
    let place = |(row, column): (u32, u32)| Place { row, column };
    let regions: Vec<Region> = regions
        .iter()
        .map(|region| Region { first: place(region.start), last: place(region.end) })
        .filter(|region| region.first.row <= region.last.row)
        .collect();
    let mut merged = Merged::new(&regions);
    let range = book.worksheet_range(sheet).map_err(damaged)?;
    drop(book);
    let Some((first, left)) = range.start() else { return Ok(Ended::AtEnd) };
    for (place, values) in range.rows().enumerate() {
        stop.advance(0)?;
        let number = first + place as u32;
        let mut cells = vec![Cell::default(); (left as usize).min(MOST_COLUMNS)];
        cells.extend(values.iter().take(MOST_COLUMNS - cells.len()).map(cell));
        if cells.iter().all(|cell| *cell == Cell::default()) {
            continue;
        }
        merged.fill(number, &mut cells)?;
        if take(Row::of(number + 1, cells)).is_break() {
            return Ok(Ended::Broken);
        }
    }
    Ok(Ended::AtEnd)
}

fn cell(data: &Data) -> Cell {
    match data {
        Data::Empty => Cell::default(),
        Data::String(text) | Data::DurationIso(text) => Cell::of(text.as_str()),
        Data::Int(number) => Cell { text: number.to_string(), state: CellState::Number },
        Data::Float(number) => value::number(*number),
        Data::Bool(is) => value::truth(*is),
        Data::DateTime(day) => value::date(*day),
        Data::DateTimeIso(text) => Cell { text: text.clone(), state: CellState::Date },
        Data::Error(error) => Cell { text: error.to_string(), state: CellState::Error },
    }
}
