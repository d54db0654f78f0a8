//! The cursor in a figure: on a line, and in it on a column of the table, or on one of the three
//! numbers of two days.

use crate::analysis::Figure;
use crate::app::state::figure_cursor::{Number, Spot, has_numbers};
use crate::app::state::figures::Figures;

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

    /// The number under the cursor on its line: in a table compared with another day, the cells show the growth.
    pub fn number(&self, figure: &Figure) -> Number {
        let (_, column) = self.place(figure);
        match (&figure.columns, &figure.before) {
            (_, None) => Number::Now,
            (Some(_), Some(_)) => Number::Growth,
            (None, Some(_)) => Number::ALL.get(column).copied().unwrap_or_default(),
        }
    }

    pub(in crate::app) fn put(&mut self, figure: &Figure, (line, column): (usize, usize)) {
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
