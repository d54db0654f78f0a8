//! A cell in the rows of a field: its place in the side table, and the values that it takes.

use super::side::{Referred, Side};
use super::value::FieldValue;

/// A cell of the rows of a field.
#[derive(Clone, Copy, Debug)]
pub struct RowCell {
    /// The code by which help and documents call it.
    pub code: &'static str,
    /// The place of its value.
    pub place: CellPlace,
    /// The kind of value that it holds.
    pub value: FieldValue,
    /// Whether its number may have decimals.
    pub has_decimals: bool,
}

/// The place of the value of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellPlace {
    /// In this column of the row.
    Column(&'static str),
    /// In this column of the row, as the number of a row of another table.
    Reference(&'static str, Referred),
    /// In as many rows of a table under the row as it has values, in this column.
    List(Side, &'static str),
    /// In the table of names, by language, under this kind and field, by the `id` of the row.
    Names(&'static str, &'static str),
}

impl RowCell {
    const fn new(code: &'static str, place: CellPlace, value: FieldValue) -> Self {
        Self { code, place, value, has_decimals: false }
    }

    /// A cell in the column of its own code.
    pub(super) const fn column(code: &'static str, value: FieldValue) -> Self {
        Self::new(code, CellPlace::Column(code), value)
    }

    /// A cell in another column.
    pub(super) const fn in_column(
        code: &'static str,
        column: &'static str,
        value: FieldValue,
    ) -> Self {
        Self::new(code, CellPlace::Column(column), value)
    }

    /// A cell with the number of a row of another table.
    pub(super) const fn reference(
        code: &'static str,
        column: &'static str,
        referred: Referred,
    ) -> Self {
        Self::new(code, CellPlace::Reference(column, referred), FieldValue::Reference)
    }

    /// A cell with several values, in rows of a table under the row.
    pub(super) const fn list(
        code: &'static str,
        under: Side,
        column: &'static str,
        value: FieldValue,
    ) -> Self {
        Self::new(code, CellPlace::List(under, column), value)
    }

    /// A cell with a text in each language.
    pub(super) const fn names(code: &'static str, kind: &'static str, field: &'static str) -> Self {
        Self::new(code, CellPlace::Names(kind, field), FieldValue::Text)
    }

    /// The same cell, whose number may have decimals.
    pub(super) const fn with_decimals(self) -> Self {
        Self { has_decimals: true, ..self }
    }

    /// The column of the row that has its value; `None` where it stands in other tables.
    pub fn own_column(&self) -> Option<&'static str> {
        match self.place {
            CellPlace::Column(column) | CellPlace::Reference(column, _) => Some(column),
            CellPlace::List(..) | CellPlace::Names(..) => None,
        }
    }

    /// The table to which it refers by number.
    pub fn referred(&self) -> Option<Referred> {
        match self.place {
            CellPlace::Reference(_, referred) => Some(referred),
            _ => None,
        }
    }

    /// Gives the cells in the order in which people type them: the words first, the others behind them.
    pub fn as_typed(cells: &'static [Self]) -> impl Iterator<Item = &'static Self> {
        let is_first = |cell: &&Self| cell.code == "text" && !cell.is_by_language();
        let words = cells.iter().filter(is_first);
        words.chain(cells.iter().filter(move |cell| !is_first(cell)))
    }

    /// Whether it has a text in each language.
    pub fn is_by_language(&self) -> bool {
        matches!(self.place, CellPlace::Names(..))
    }
}

/// Cells in the same place are the same.
impl PartialEq for RowCell {
    fn eq(&self, other: &Self) -> bool {
        (self.code, self.place) == (other.code, other.place)
    }
}

impl Eq for RowCell {}
