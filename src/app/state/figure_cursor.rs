//! The cursor in a figure of the note: lines, columns and the numbers of two days.

use crate::analysis::Figure;

/// A line or a column of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The line or column of a value, by its slot.
    Value(u16),
    /// The line or column of the sums.
    Sum,
}

/// The number of a line under the cursor, where two days are compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Number {
    /// The number on the earlier day.
    Before,
    /// The growth since.
    Growth,
    /// The number on the day shown.
    #[default]
    Now,
}

impl Number {
    /// From left to right.
    pub const ALL: [Self; 3] = [Self::Before, Self::Growth, Self::Now];
}

/// The cursor in a figure; `None` for its first line or column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FigureCursor {
    pub(in crate::app) line: Option<Spot>,
    pub(in crate::app) column: Option<Spot>,
    pub(in crate::app) number: Number,
}

/// Whether each line has the numbers of two days beside each other.
pub(in crate::app) fn has_numbers(figure: &Figure) -> bool {
    figure.columns.is_none() && figure.before.is_some()
}

/// The place of the last column that the cursor can be on.
pub(in crate::app) fn last_column(figure: &Figure) -> usize {
    match &figure.columns {
        Some(columns) => columns.slots.len(),
        None if has_numbers(figure) => Number::ALL.len() - 1,
        None => 0,
    }
}
