//! The cursor in a figure: on a line, and in it on a column of the table, or on one of the three
//! numbers of two days.

use super::figures::Figures;
use crate::analysis::Figure;

/// A line or a column of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// That of a value, by its slot.
    Value(u16),
    /// That of the sums.
    Sum,
}

/// Which number of a line is meant where two days are compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Number {
    /// What there was on the earlier day.
    Before,
    /// What was added since.
    Growth,
    /// What there is.
    #[default]
    Now,
}

impl Number {
    /// From left to right.
    pub const ALL: [Self; 3] = [Self::Before, Self::Growth, Self::Now];
}

/// The cursor in a figure; nothing: on the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    line: Option<Spot>,
    column: Option<Spot>,
    number: Number,
}

/// Whether each line has the numbers of two days beside each other.
fn has_numbers(figure: &Figure) -> bool {
    figure.columns.is_none() && figure.before.is_some()
}

/// The place of the last column that the cursor can be on.
pub(super) fn last_column(figure: &Figure) -> usize {
    match &figure.columns {
        Some(columns) => columns.slots.len(),
        None if has_numbers(figure) => Number::ALL.len() - 1,
        None => 0,
    }
}

impl Figures {
    /// The line and the column of the cursor; one past the last is that of the sums. Without columns
    /// the second is the place of the number, where there are several.
    pub fn place(&self, figure: &Figure) -> (usize, usize) {
        let cursor = self.figure().map(|place| self.cursors[place]).unwrap_or_default();
        let find = |spot: Option<Spot>, slots: &[u16]| match spot {
            Some(Spot::Sum) => slots.len(),
            Some(Spot::Value(slot)) => slots.iter().position(|other| *other == slot).unwrap_or(0),
            None => 0,
        };
        let column = match &figure.columns {
            Some(columns) => find(cursor.column, &columns.slots),
            None if has_numbers(figure) => cursor.number as usize,
            None => 0,
        };
        (find(cursor.line, &figure.rows.slots), column)
    }

    /// The number that is meant on the cursor's line: of a table compared with another day the cells
    /// are what was added.
    pub fn number(&self, figure: &Figure) -> Number {
        let (_, column) = self.place(figure);
        match (&figure.columns, &figure.before) {
            (_, None) => Number::Now,
            (Some(_), Some(_)) => Number::Growth,
            (None, Some(_)) => Number::ALL.get(column).copied().unwrap_or_default(),
        }
    }

    pub(super) fn put(&mut self, figure: &Figure, (line, column): (usize, usize)) {
        let Some(cursor) = self.figure().map(|place| &mut self.cursors[place]) else { return };
        let spot = |place: usize, slots: &[u16]| {
            Some(slots.get(place).map_or(Spot::Sum, |slot| Spot::Value(*slot)))
        };
        cursor.line = spot(line, &figure.rows.slots);
        match &figure.columns {
            Some(columns) => cursor.column = spot(column, &columns.slots),
            None if has_numbers(figure) => {
                cursor.number = Number::ALL.get(column).copied().unwrap_or_default();
            }
            None => {}
        }
    }
}
