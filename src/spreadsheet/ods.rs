//! The sheets of an ODS workbook, read from its content event by event. Merged cells, cells and rows that are
//! repeated, and covered cells are known here; calamine lays out whole sheets in memory and knows no merged cells.

use super::csv::{MOST_COLUMNS, MOST_ROW};
use super::merged::Merged;
use super::ods_cell::{Open, count};
use super::packed::{self, Archive, Budget, Fault, MOST_ROWS, MOST_TEXT, Part};
use super::place::{Place, Region};
use super::row::{Cell, Row};
use super::scan::attribute;
use super::{Ended, SheetName, Unreadable};
use crate::text::Message;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashSet;
use std::io::Read as _;
use std::ops::ControlFlow;

/// The most cells with words that stand for several cells by a number of repetitions.
const MOST_REPEATED: u64 = 2_000_000;

/// The most sheets, and styles of sheets.
const MOST_SHEETS: usize = 1_024;

/// What the part `mimetype` says of a workbook, and of its template.
const WORKBOOK: &str = "application/vnd.oasis.opendocument.spreadsheet";

/// What was found out about a workbook.
#[derive(Clone, Debug, Default)]
pub(super) struct Looked {
    pub(super) sheets: Vec<SheetName>,
    /// The first cell of each sheet beyond the columns of a table, and how many there are.
    pub(super) stray: Vec<Option<(Place, usize)>>,
}

/// Goes through a workbook.
///
/// # Errors
/// It is another document, locked, damaged or larger than any that a program writes, or the reader was asked to end.
pub(super) fn look(archive: &mut Archive, budget: &Budget) -> Result<Looked, Unreadable> {
    let mut kind = String::new();
    let mimetype = archive.by_name("mimetype").map_err(packed::broken)?;
    mimetype.take(100).read_to_string(&mut kind).map_err(|error| packed::of_io(&error))?;
    if !kind.starts_with(WORKBOOK) {
        return Err(Unreadable::content(Message::new("sheet-word")));
    }
    if let Some(index) = archive.index_for_name("META-INF/manifest.xml") {
        check_lock(Part::open(archive, index, budget)?)?;
    }
    let mut looked = Looked::default();
    pass(archive, budget, None, &mut looked, &mut |_| ControlFlow::Continue(()))?;
    Ok(looked)
}

/// Gives each row of a sheet that has a cell with words.
///
/// # Errors
/// The workbook is damaged, or the reader was asked to end. The rows before were given.
pub(super) fn rows(
    archive: &mut Archive,
    budget: &Budget,
    sheet: usize,
    take: &mut dyn FnMut(Row) -> ControlFlow<()>,
) -> Result<Ended, Unreadable> {
    pass(archive, budget, Some(sheet), &mut Looked::default(), take)
}

fn check_lock(mut part: Part<'_>) -> Result<(), Unreadable> {
    loop {
        match part.next() {
            Ok(Event::Start(element)) if element.local_name().into_inner() == "encryption-data" => {
                return Err(Unreadable::content(Message::new("sheet-password")));
            }
            Ok(Event::Eof) => return Ok(()),
            Ok(_) => {}
            Err(Fault::Other(refusal)) => return Err(refusal),
            Err(Fault::LongText) => return Err(packed::damaged("manifest.xml")),
        }
    }
}

/// Goes through the content: through all sheets, or to the end of one whose rows are given.
fn pass(
    archive: &mut Archive,
    budget: &Budget,
    wanted: Option<usize>,
    looked: &mut Looked,
    take: &mut dyn FnMut(Row) -> ControlFlow<()>,
) -> Result<Ended, Unreadable> {
    let index = archive.index_for_name("content.xml");
    let index = index.ok_or_else(|| packed::damaged("content.xml"))?;
    let mut part = Part::open(archive, index, budget)?;
    let mut reader = Tables { wanted, ..Tables::default() };
    loop {
        let step = match part.next() {
            Ok(Event::Start(element)) => reader.start(&element, looked),
            Ok(Event::End(element)) => {
                let name = element.local_name().into_inner();
                reader.end(name, looked, &mut |row| {
                    // What is only looked at is not given.
                    if wanted.is_some() { take(row) } else { ControlFlow::Continue(()) }
                })
            }
            Ok(Event::Text(text)) => Ok(reader.text(&text.xml10_content())),
            Ok(Event::CData(text)) => Ok(reader.text(&text.xml10_content())),
            Ok(Event::GeneralRef(name)) => Ok(reader.reference(&name)),
            Ok(Event::Eof) if reader.depth > 0 => return Err(packed::damaged("content.xml")),
            Ok(Event::Eof) => return Ok(Ended::AtEnd),
            Ok(_) => Ok(Step::On),
            Err(Fault::Other(refusal)) => return Err(refusal),
            Err(Fault::LongText) => return Err(reader.long_cell(looked)),
        };
        match step? {
            Step::On => {}
            Step::Long => return Err(reader.long_cell(looked)),
            Step::End => return Ok(Ended::AtEnd),
            Step::Left => return Ok(Ended::Broken),
        }
    }
}

/// What follows an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    On,
    /// The text of the cell is longer than any.
    Long,
    /// The sheet that was wanted is at its end.
    End,
    /// The caller wants no more.
    Left,
}

/// The state of a pass over the content.
#[derive(Debug, Default)]
struct Tables {
    wanted: Option<usize>,
    /// The styles of sheets that are not shown, and the style that is being read.
    hidden: HashSet<String>,
    style: String,
    /// How many tables the place is within: a cell may hold a table of its own.
    depth: usize,
    /// How many elements the place is within whose texts are not those of the cell: notes, drawings.
    aside: usize,
    row: u32,
    column: u32,
    row_repeated: u32,
    cells: Vec<Cell>,
    cell: Option<Open>,
    merged: Merged,
    repeated: u64,
}

impl Tables {
    /// Whether the cells of the table are those of a sheet that is read.
    fn is_read(&self, looked: &Looked) -> bool {
        self.depth == 1 && self.wanted.is_none_or(|wanted| wanted + 1 == looked.sheets.len())
    }

    fn start(&mut self, element: &BytesStart<'_>, looked: &mut Looked) -> Result<Step, Unreadable> {
        let damaged = || packed::damaged("content.xml");
        match element.local_name().into_inner() {
            "style" => self.style = attribute(element, "name").unwrap_or_default(),
            "table-properties" if attribute(element, "display").as_deref() == Some("false") => {
                self.hidden.insert(self.style.clone());
            }
            "table" => {
                self.depth += 1;
                if self.depth == 1 {
                    self.begin_table(element, looked);
                }
                if looked.sheets.len() > MOST_SHEETS || self.hidden.len() > MOST_SHEETS {
                    return Err(damaged());
                }
            }
            "annotation" | "frame" | "custom-shape" | "g" | "shapes" => self.aside += 1,
            _ if !self.is_read(looked) || self.aside > 0 => {}
            "table-row" => {
                self.row_repeated = count(element, "number-rows-repeated").ok_or_else(damaged)?;
                self.column = 0;
                self.cells.clear();
            }
            "table-cell" | "covered-table-cell" => {
                self.cell = Some(Open::of(element).ok_or_else(damaged)?);
            }
            name => {
                if let Some(cell) = &mut self.cell {
                    cell.inner(name, element);
                    if cell.text.len() > MOST_TEXT {
                        return Ok(Step::Long);
                    }
                }
            }
        }
        Ok(Step::On)
    }

    fn begin_table(&mut self, element: &BytesStart<'_>, looked: &mut Looked) {
        let style = attribute(element, "style-name").unwrap_or_default();
        let name = attribute(element, "name").unwrap_or_default();
        looked.sheets.push(SheetName { name, is_hidden: self.hidden.contains(&style) });
        looked.stray.push(None);
        self.row = 0;
        self.merged = Merged::default();
    }

    fn end(
        &mut self,
        name: &str,
        looked: &mut Looked,
        take: &mut dyn FnMut(Row) -> ControlFlow<()>,
    ) -> Result<Step, Unreadable> {
        let is_read = self.is_read(looked);
        match name {
            "table" => {
                self.depth = self.depth.saturating_sub(1);
                if is_read && self.wanted.is_some() {
                    return Ok(Step::End);
                }
            }
            "annotation" | "frame" | "custom-shape" | "g" | "shapes" => {
                self.aside = self.aside.saturating_sub(1);
            }
            _ if !is_read || self.aside > 0 => {}
            "p" | "h" => {
                if let Some(cell) = &mut self.cell {
                    cell.is_in_paragraph = false;
                }
            }
            "table-cell" | "covered-table-cell" => self.end_cell(looked)?,
            "table-row" => return self.end_row(looked, take),
            _ => {}
        }
        Ok(Step::On)
    }

    fn end_cell(&mut self, looked: &mut Looked) -> Result<(), Unreadable> {
        let Some(open) = self.cell.take() else { return Ok(()) };
        let (repeated, columns, rows) = (open.repeated, open.columns, open.rows);
        let first = Place { row: self.row, column: self.column };
        let end = self.column.saturating_add(repeated);
        self.column = end;
        let cell = open.close();
        if cell == Cell::default() {
            return Ok(());
        }
        if end as usize > MOST_COLUMNS
            && let Some(stray) = looked.stray.last_mut()
        {
            let column = first.column.max(MOST_COLUMNS as u32);
            let (_, count) = stray.get_or_insert((Place { column, ..first }, 0));
            *count = count.saturating_add((end - column) as usize);
        }
        let last = (end as usize).min(MOST_COLUMNS);
        let more = (last as u64).saturating_sub(u64::from(first.column) + 1);
        self.repeated += more;
        if more * cell.text.len() as u64 > MOST_ROW as u64 {
            return Err(refusal("sheet-repeated", looked, MOST_REPEATED));
        }
        if (columns > 1 || rows > 1) && self.wanted.is_some() {
            let column = first.column.saturating_add(columns - 1);
            let last = Place { row: first.row.saturating_add(rows - 1), column };
            self.merged.begin(Region { first, last });
        }
        if (first.column as usize) < last {
            self.cells.resize(first.column as usize, Cell::default());
            self.cells.resize(last, cell);
        }
        Ok(())
    }

    fn end_row(
        &mut self,
        looked: &Looked,
        take: &mut dyn FnMut(Row) -> ControlFlow<()>,
    ) -> Result<Step, Unreadable> {
        let (first, repeated) = (self.row, self.row_repeated);
        self.row = first.saturating_add(repeated);
        let words = self.cells.iter().filter(|cell| **cell != Cell::default()).count() as u64;
        if words == 0 {
            return Ok(Step::On);
        }
        self.repeated += words * u64::from(repeated - 1);
        let too_many = [
            ("sheet-too-many-rows", u64::from(self.row), u64::from(MOST_ROWS)),
            ("sheet-repeated", self.repeated, MOST_REPEATED),
        ];
        if let Some((id, _, most)) = too_many.into_iter().find(|(_, count, most)| count > most) {
            return Err(refusal(id, looked, most));
        }
        if self.wanted.is_none() {
            return Ok(Step::On);
        }
        for number in first..self.row {
            let mut cells = self.cells.clone();
            self.merged.fill(number, &mut cells)?;
            if take(Row::of(number + 1, cells)).is_break() {
                return Ok(Step::Left);
            }
        }
        Ok(Step::On)
    }

    fn text(&mut self, text: &str) -> Step {
        if let Some(cell) = &mut self.cell
            && self.aside == 0
            && self.depth == 1
            && cell.is_in_paragraph
        {
            cell.text.push_str(text);
            if cell.text.len() > MOST_TEXT {
                return Step::Long;
            }
        }
        Step::On
    }

    fn reference(&mut self, name: &str) -> Step {
        let written = format!("&{name};");
        self.text(&quick_xml::escape::unescape(&written).unwrap_or_default())
    }

    fn long_cell(&self, looked: &Looked) -> Unreadable {
        let sheet = looked.sheets.last().map_or("", |sheet| &*sheet.name);
        let place = Place { row: self.row, column: self.column };
        let message = Message::new("sheet-long-cell").with("cell", place.name());
        Unreadable::content(message.with("sheet", sheet))
    }
}

fn refusal(id: &'static str, looked: &Looked, most: u64) -> Unreadable {
    let sheet = looked.sheets.last().map_or("", |sheet| &*sheet.name);
    Unreadable::content(Message::new(id).with("sheet", sheet).with("most", most))
}
