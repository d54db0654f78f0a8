//! A row of a table as its program shows it.

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The number under which the program of the file shows it, from 1: the line of a text on which the row begins, the
    /// row of a sheet, the place of an object in a JSON list. 0 for the names of the properties of JSON, which stand in
    /// no place of their own.
    pub number: u32,
    /// The line of the text on which an object of JSON begins; 0 for rows of other files.
    pub line: u32,
    /// The cells from the first column on; empty ones at the end are left out.
    pub cells: Vec<Cell>,
}

impl Row {
    /// A row without the empty cells at its end.
    pub fn of(number: u32, mut cells: Vec<Cell>) -> Self {
        let said = cells.iter().rposition(|cell| *cell != Cell::default());
        cells.truncate(said.map_or(0, |last| last + 1));
        Self { number, line: 0, cells }
    }

    /// Whether no cell says anything.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(Cell::is_blank)
    }
}

/// A cell of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// The words, as they came: not cleaned, not trimmed. A number as it is computed with, in the shortest form; a date
    /// in the form of ISO 8601.
    pub text: String,
    /// The kind of its content.
    pub state: CellState,
}

impl Cell {
    /// A cell with words.
    pub fn of(text: impl Into<String>) -> Self {
        Self { text: text.into(), state: CellState::Words }
    }

    /// Whether it says nothing.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty() && matches!(self.state, CellState::Words | CellState::Covered)
    }
}

/// The kind of a cell's content.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CellState {
    /// Words; also an empty cell.
    #[default]
    Words,
    /// A number of the program.
    Number,
    /// A date of the program.
    Date,
    /// The words of the merged cells that it is part of; it is empty itself.
    Covered,
    /// A formula whose result the file does not hold; the text is empty.
    NoResult,
    /// An error of a formula, as in `#DIV/0!`.
    Error,
    /// Everything behind a quotation mark that is never closed, and the line on which that mark stands. In a text, the
    /// last cell of the last row.
    Unclosed(u32),
    /// A list of JSON: a line for each of its values, none of which is divided again.
    List,
    /// A JSON value that is no text, number or list of these; the text is the value in JSON.
    Structure,
}
