//! The rows of a sheet of an XLSX workbook, cell by cell with calamine, behind a look at all parts.

use super::caught::caught;
use super::csv::{self, MOST_COLUMNS, MOST_ROW};
use super::merged::Merged;
use super::packed::{self, Stoppable};
use super::place::Place;
use super::row::{Cell, CellState, Row};
use super::source::Source;
use super::workbook::Sheet;
use super::{Ended, Stop, Unreadable, value};
use calamine::{DataRef, Reader as _, Xlsx, XlsxCellReader, XlsxError};
use quick_xml::Error as XmlError;
use std::io::{BufReader, Read, Seek};
use std::ops::ControlFlow;

/// Gives each row that has a cell with words.
///
/// # Errors
/// The workbook is damaged, or the reader was asked to end. The rows before were given.
pub(super) fn rows(
    source: &Source,
    sheet: &Sheet,
    stop: &Stop,
    take: &mut dyn FnMut(Row) -> ControlFlow<()>,
) -> Result<Ended, Unreadable> {
    let reader = BufReader::new(Stoppable::new(source.reader(), stop));
    let book = caught(|| Xlsx::new(reader)).ok_or_else(|| packed::damaged("xl"))?;
    let mut book = book.map_err(refused)?;
    let cells = book.worksheet_cells_reader(&sheet.name.name).map_err(refused)?;
    let mut rows = Rows {
        cells,
        errors: sheet.facts.errors.iter(),
        merged: Merged::new(&sheet.facts.merged),
        stop,
    };
    let mut row: Option<(u32, Vec<Cell>)> = None;
    let mut length = 0;
    while let Some((place, cell)) = rows.next()? {
        if row.as_ref().is_some_and(|(number, _)| *number != place.row)
            && let Some((number, cells)) = row.take()
            && rows.give(number, cells, take)?.is_break()
        {
            return Ok(Ended::Broken);
        }
        let (_, cells) = row.get_or_insert_with(|| (place.row, Vec::new()));
        let column = place.column as usize;
        length = if cells.is_empty() { 0 } else { length } + cell.text.len();
        if length > MOST_ROW {
            return Err(csv::long_row(place.row + 1));
        }
        // Cells beyond are named when the workbook is looked at.
        if column < MOST_COLUMNS && (cell != Cell::default() || column < cells.len()) {
            if cells.len() <= column {
                cells.resize(column + 1, Cell::default());
            }
            cells[column] = cell;
        }
    }
    if let Some((number, cells)) = row
        && rows.give(number, cells, take)?.is_break()
    {
        return Ok(Ended::Broken);
    }
    Ok(Ended::AtEnd)
}

struct Rows<'a, R: Read + Seek> {
    cells: XlsxCellReader<'a, R>,
    /// The errors of formulas that calamine does not know.
    errors: std::slice::Iter<'a, (Place, String)>,
    merged: Merged,
    stop: &'a Stop,
}

impl<R: Read + Seek> Rows<'_, R> {
    fn next(&mut self) -> Result<Option<(Place, Cell)>, Unreadable> {
        let next = caught(|| self.cells.next_cell_with_formula_metadata());
        match next.ok_or_else(|| packed::damaged("xl/worksheets"))? {
            Ok(None) => Ok(None),
            Ok(Some(record)) => {
                let place = Place { row: record.pos.0, column: record.pos.1 };
                let is_formula = record.formula.is_some();
                Ok(Some((place, cell(record.value, is_formula))))
            }
            // Its reader goes on behind the error.
            Err(XlsxError::CellError(_)) => match self.errors.next() {
                Some((place, text)) => {
                    let cell = Cell { text: text.clone(), state: CellState::Error };
                    Ok(Some((*place, cell)))
                }
                None => Err(packed::damaged("#?")),
            },
            Err(error) => Err(refused(error)),
        }
    }

    fn give(
        &mut self,
        number: u32,
        mut cells: Vec<Cell>,
        take: &mut dyn FnMut(Row) -> ControlFlow<()>,
    ) -> Result<ControlFlow<()>, Unreadable> {
        self.stop.advance(0)?;
        self.merged.fill(number, &mut cells)?;
        let row = Row::of(number + 1, cells);
        Ok(if row.cells.is_empty() { ControlFlow::Continue(()) } else { take(row) })
    }
}

fn cell(data: DataRef<'_>, is_formula: bool) -> Cell {
    match data {
        DataRef::Empty if is_formula => Cell { text: String::new(), state: CellState::NoResult },
        DataRef::Empty => Cell::default(),
        DataRef::String(text) | DataRef::DurationIso(text) => Cell::of(text),
        DataRef::SharedString(text) => Cell::of(text),
        DataRef::Int(number) => Cell { text: number.to_string(), state: CellState::Number },
        DataRef::Float(number) => value::number(number),
        DataRef::Bool(is) => value::truth(is),
        DataRef::DateTime(day) => value::date(day),
        DataRef::DateTimeIso(text) => Cell { text, state: CellState::Date },
        DataRef::Error(error) => Cell { text: error.to_string(), state: CellState::Error },
    }
}

/// The refusal of a workbook, or what an error of the system carries.
pub(super) fn refused(error: XlsxError) -> Unreadable {
    match error {
        XlsxError::Io(error) | XlsxError::Zip(zip::result::ZipError::Io(error)) => {
            packed::of_io(&error)
        }
        XlsxError::Xml(XmlError::Io(error)) => packed::of_io(&error),
        XlsxError::Zip(error) => packed::broken(error),
        XlsxError::Password => Unreadable::content(crate::text::Message::new("sheet-password")),
        error => packed::damaged(&error.to_string()),
    }
}
