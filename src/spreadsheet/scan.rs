//! One part of an XLSX workbook gone through, event by event.

use super::csv::MOST_COLUMNS;
use super::packed::{self, Fault, MOST_ROWS, MOST_TEXT, Part};
use super::place::{Place, Region};
use quick_xml::events::{BytesStart, Event};

/// The most records of a kind of which each takes room: Excel knows 65,490 formats of cells.
const MOST_RECORDS: usize = 65_536;

/// The most merged regions of a sheet.
const MOST_MERGED: usize = 100_000;

/// The most texts that a workbook says its cells share, for which room is made before they are read.
const MOST_SHARED: u64 = 4_000_000;

/// The most cells outside of a table, and errors that calamine does not know, that are noted.
const MOST_NOTED: usize = 10_000;

/// The errors of formulas that calamine knows.
const KNOWN_ERRORS: [&str; 7] =
    ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"];

/// The facts about a sheet that its reader does not tell.
#[derive(Clone, Debug, Default)]
pub(super) struct Facts {
    /// The regions of merged cells.
    pub(super) merged: Vec<Region>,
    /// The first cell beyond the columns of a table, and how many there are.
    pub(super) stray: Option<(Place, usize)>,
    /// The errors of formulas that calamine does not know, in their order.
    pub(super) errors: Vec<(Place, String)>,
}

/// The state of a pass over a part.
#[derive(Clone, Debug, Default)]
pub(super) struct Scan {
    /// How many rows the part has.
    pub(super) rows: u32,
    pub(super) facts: Facts,
    /// The row of the next cell that names no row, and its column.
    next: Option<Place>,
    /// The cell that is being read.
    cell: Option<Place>,
    /// The last row with a cell.
    last_row: u32,
    /// How many texts that cells share have begun.
    shared: usize,
    is_in_shared: bool,
    /// The bytes of the texts of the cell or shared text so far.
    length: usize,
    /// How many records take room.
    records: usize,
    /// Whether the cell has the error of a formula, or the number of a shared text.
    kind: CellKind,
    is_in_value: bool,
    value: String,
    /// The shared text whose first cell is looked for, and that cell.
    wanted: Option<usize>,
    pub(super) found: Option<Place>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum CellKind {
    #[default]
    Other,
    Error,
    Shared,
}

impl Scan {
    /// A pass that looks for the first cell with a shared text.
    pub(super) fn looking_for(text: usize) -> Self {
        Self { wanted: Some(text), ..Self::default() }
    }

    /// The cell that was being read.
    pub(super) fn cell(&self) -> Option<Place> {
        self.cell
    }

    /// The number of the shared text that was being read, from 0.
    pub(super) fn shared_text(&self) -> Option<usize> {
        self.shared.checked_sub(1)
    }

    /// Goes through a part.
    ///
    /// # Errors
    /// The part cannot be read on, or no program writes such a part; or a text is too long, for which
    /// [`Scan::cell`] and [`Scan::shared_text`] tell the place.
    pub(super) fn pass(&mut self, part: &mut Part<'_>) -> Result<(), Fault> {
        let name = part.name().to_owned();
        loop {
            let goes_on = match part.next()? {
                Event::Start(element) => self.start(&element),
                Event::End(element) => self.end(element.local_name().into_inner()),
                Event::Text(text) => {
                    self.text(&text);
                    Some(())
                }
                Event::CData(text) => {
                    self.text(&text);
                    Some(())
                }
                Event::GeneralRef(text) => {
                    self.text(&text);
                    Some(())
                }
                Event::Eof => return Ok(()),
                _ => Some(()),
            };
            goes_on.ok_or_else(|| packed::damaged(&name))?;
            if self.length > MOST_TEXT {
                return Err(Fault::LongText);
            }
            if self.rows > MOST_ROWS || self.found.is_some() {
                return Ok(());
            }
        }
    }

    /// Takes the beginning of an element; `None` where no program writes it so.
    fn start(&mut self, element: &BytesStart<'_>) -> Option<()> {
        match element.local_name().into_inner() {
            "row" => self.row(element)?,
            "c" => self.begin_cell(element)?,
            "v" => self.is_in_value = self.kind != CellKind::Other,
            "si" => {
                self.shared += 1;
                self.is_in_shared = true;
                self.length = 0;
            }
            "sst" => {
                let count = attribute(element, "uniqueCount").map(|count| count.parse::<u64>());
                if let Some(Ok(count)) = count {
                    (count <= MOST_SHARED).then_some(())?;
                }
            }
            "mergeCell" => {
                let region = Region::of(&attribute(element, "ref")?)?;
                (self.facts.merged.len() < MOST_MERGED).then_some(())?;
                self.facts.merged.push(region);
            }
            "dimension" => {
                Region::of(&attribute(element, "ref")?)?;
            }
            "xf" | "font" | "fill" | "border" | "numFmt" | "definedName" | "sheet"
            | "Relationship" | "Override" => {
                self.records += 1;
                (self.records <= 4 * MOST_RECORDS).then_some(())?;
            }
            _ => {}
        }
        Some(())
    }

    fn row(&mut self, element: &BytesStart<'_>) -> Option<()> {
        self.rows += 1;
        let next = self.next.map_or(0, |next| next.row);
        let row = match attribute(element, "r") {
            Some(number) => number.parse::<u32>().ok()?.checked_sub(1)?,
            None => next,
        };
        if row >= MOST_ROWS {
            // Some rows are left out, or there are too many.
            self.rows = MOST_ROWS + 1;
        }
        self.next = Some(Place { row, column: 0 });
        Some(())
    }

    fn begin_cell(&mut self, element: &BytesStart<'_>) -> Option<()> {
        let next = self.next.unwrap_or(Place { row: 0, column: 0 });
        let place = match attribute(element, "r") {
            Some(name) => Place::of(&name)?,
            None => Place::of(&next.name())?,
        };
        // Rows stand in order, so that a row is whole when the next one begins.
        (place.row >= self.last_row).then_some(())?;
        self.last_row = place.row;
        if place.column as usize >= MOST_COLUMNS {
            let (_, count) = self.facts.stray.get_or_insert((place, 0));
            *count += 1;
        }
        self.cell = Some(place);
        self.length = 0;
        self.value.clear();
        self.kind = match attribute(element, "t").as_deref() {
            Some("e") => CellKind::Error,
            Some("s") if self.wanted.is_some() => CellKind::Shared,
            _ => CellKind::Other,
        };
        Some(())
    }

    fn end(&mut self, name: &str) -> Option<()> {
        match name {
            "row" => {
                let row = self.next.map_or(0, |next| next.row) + 1;
                self.next = Some(Place { row, column: 0 });
            }
            "c" => {
                let place = self.cell.take()?;
                self.next = Some(Place { column: place.column + 1, ..place });
                self.end_cell(place)?;
            }
            "v" => self.is_in_value = false,
            "si" => self.is_in_shared = false,
            _ => {}
        }
        Some(())
    }

    fn end_cell(&mut self, place: Place) -> Option<()> {
        match self.kind {
            CellKind::Error if !KNOWN_ERRORS.contains(&&*self.value) && !self.value.is_empty() => {
                (self.facts.errors.len() < MOST_NOTED).then_some(())?;
                self.facts.errors.push((place, std::mem::take(&mut self.value)));
            }
            CellKind::Shared if self.value.parse().ok() == self.wanted => self.found = Some(place),
            _ => {}
        }
        Some(())
    }

    fn text(&mut self, text: &str) {
        if self.cell.is_some() || self.is_in_shared {
            self.length += text.len();
        }
        if self.is_in_value {
            self.value.push_str(text);
        }
    }
}

/// The value of an attribute, by its name without a prefix.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut all = element.attributes();
    let found = all.with_checks(false).flatten();
    let mut found = found.filter(|attribute| attribute.key.local_name().into_inner() == name);
    let raw = found.next()?.value;
    quick_xml::escape::unescape(&raw).ok().map(std::borrow::Cow::into_owned)
}
