//! The place of a field of a record in the register.

use super::row_cell::RowCell;
use super::side::{Referred, Side};
use crate::domain::Kind;

/// The place of the value of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stored {
    /// In the record's own row: whether it is there (`void` is 0).
    Itself,
    /// In a column of the record's own row.
    Column(&'static str),
    /// In a column of the record's own row that holds the number of a row of another table.
    Reference(&'static str, Referred),
    /// In the table of names, by language, under this field.
    Name(&'static str),
    /// In a column of the one row that a side table has for the record, if it has one.
    Beside(Side, &'static str),
    /// In the same, where that column holds the number of a row of another table.
    ReferenceBeside(Side, &'static str, Referred),
    /// In as many rows of a side table as it has values, in this column.
    List(Side, &'static str),
    /// In the same, where that column holds the number of a row of another table.
    Links(Side, &'static str, Referred),
    /// In rows of a side table, each with these cells; in the order in which they were written where the table keeps
    /// one.
    Rows(Side, &'static [RowCell]),
}

impl Stored {
    /// The tables to which it refers by number.
    pub fn referred(self) -> Vec<Referred> {
        match self {
            Self::Reference(_, referred)
            | Self::ReferenceBeside(_, _, referred)
            | Self::Links(_, _, referred) => vec![referred],
            Self::Rows(_, cells) => cells.iter().filter_map(RowCell::referred).collect(),
            Self::Itself | Self::Column(_) | Self::Name(_) | Self::Beside(..) | Self::List(..) => {
                Vec::new()
            }
        }
    }
}

/// The table of the records of a kind. They are numbered by `id`.
pub const fn table_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Need => "need",
        Kind::Review => "review",
        Kind::State => "state",
        Kind::Person => "person",
        Kind::Organisation => "organisation",
        Kind::Activity => "activity",
        Kind::Platform => "platform",
        Kind::Match => "need_activity",
        Kind::Overlap => "overlap",
        Kind::Theme => "theme",
        Kind::Document => "document",
        Kind::Comment => "comment",
        Kind::View => "saved_view",
        Kind::Setting => "setting",
    }
}
