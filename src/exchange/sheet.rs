//! A sheet: named columns and rows of cells, made one row at a time.

use crate::domain::{Day, NeedNumber, PartialDate};
use std::borrow::Cow;
use std::io;

/// The value in one column of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// How many of something; a table separates its thousands.
    Number(u64),
    /// A number with two decimals, in hundredths.
    Hundredths(u64),
    /// How much more there is than there was; a table writes its sign.
    Change(i64),
    /// A number that names something, and is typed as it stands.
    Id(u32),
    /// Yes or no.
    Flag(bool),
    /// A day, or a month or year where the source is no more precise.
    Date(PartialDate),
    /// Several, in order.
    List(Vec<Self>),
    /// Several, each under a name that no language changes.
    Object(Vec<(&'static str, Self)>),
    /// Not stated.
    Missing,
}

impl Cell {
    /// Words, or [`Cell::Missing`] for an empty text.
    pub fn stated(words: impl Into<String>) -> Self {
        let words = words.into();
        if words.is_empty() { Self::Missing } else { Self::Text(words) }
    }
}

/// A number in hundredths for programs.
pub(super) fn decimal(hundredths: u64) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

impl From<&str> for Cell {
    fn from(words: &str) -> Self {
        Self::Text(words.to_owned())
    }
}

impl From<Cow<'_, str>> for Cell {
    fn from(words: Cow<'_, str>) -> Self {
        Self::Text(words.into_owned())
    }
}

impl From<String> for Cell {
    fn from(words: String) -> Self {
        Self::Text(words)
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Self::Number(u64::from(number))
    }
}

impl From<NeedNumber> for Cell {
    fn from(need: NeedNumber) -> Self {
        Self::Id(need.get())
    }
}

impl From<u64> for Cell {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<Option<Day>> for Cell {
    fn from(day: Option<Day>) -> Self {
        day.map(PartialDate::Day).into()
    }
}

impl From<Option<PartialDate>> for Cell {
    fn from(date: Option<PartialDate>) -> Self {
        date.map_or(Self::Missing, Self::Date)
    }
}

/// How a column gives way where a table is wider than the terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Room {
    /// The column stays.
    #[default]
    Stays,
    /// The column takes the cells that the others leave.
    Fills,
    /// The column is left out where the table does not fit otherwise, the last one first.
    Yields,
    /// The column is left out before those.
    YieldsFirst,
}

/// A column of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetColumn {
    /// The name in CSV and JSON, which no language changes.
    pub name: String,
    /// The head in a table, in the reader's language.
    pub head: String,
    /// How it gives way where the table is too wide.
    pub room: Room,
}

impl SheetColumn {
    /// A column that stays however narrow the terminal is.
    pub fn new(name: impl Into<String>, head: impl Into<String>) -> Self {
        Self { name: name.into(), head: head.into(), room: Room::default() }
    }
}

/// The function that takes each row.
pub type Visit<'v> = &'v mut dyn FnMut(&[Cell]) -> io::Result<()>;

/// Named columns and the rows below them.
///
/// The rows are made when asked for, one at a time and as often as asked (a table asks twice: for
/// the widths, then for the words), so that a million rows never sit in memory.
pub struct Sheet<'a> {
    /// The columns, in order.
    pub columns: Vec<SheetColumn>,
    /// Hands every row to the function it is given; each row has as many cells as there are
    /// columns. Ends with the function's first error.
    pub rows: Box<dyn Fn(Visit<'_>) -> io::Result<()> + 'a>,
}

impl<'a> Sheet<'a> {
    /// A sheet whose rows an iterator gives, anew for each call.
    pub fn new<I: Iterator<Item = Vec<Cell>>>(
        columns: Vec<SheetColumn>,
        rows: impl Fn() -> I + 'a,
    ) -> Self {
        let rows = move |visit: Visit<'_>| rows().try_for_each(|row| visit(&row));
        Self { columns, rows: Box::new(rows) }
    }

    /// This sheet with one more column, which has one value in every row.
    pub fn and(mut self, column: SheetColumn, cell: Cell) -> Self {
        self.columns.push(column);
        let own = self.rows;
        let rows = move |visit: Visit<'_>| {
            let mut whole = Vec::new();
            own(&mut |row| {
                whole.clear();
                whole.extend_from_slice(row);
                whole.push(cell.clone());
                visit(&whole)
            })
        };
        Self { columns: self.columns, rows: Box::new(rows) }
    }
}
