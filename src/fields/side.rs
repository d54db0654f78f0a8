//! The tables beside those of records: with rows of a record, and with rows to which records refer.

use crate::domain::Kind;

/// A table that has rows of its own for a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Side {
    /// The table.
    pub table: &'static str,
    /// Its column with the number of the record.
    pub record: &'static str,
    /// Columns that hold the same value in every row of this field, with that value.
    pub fixed: &'static [(&'static str, &'static str)],
    /// Whether its rows are numbered by `id` and keep the order in which they were written.
    pub ordered: bool,
}

impl Side {
    /// All rows that a table has for a record.
    pub(super) const fn all(table: &'static str, record: &'static str) -> Self {
        Self { table, record, fixed: &[], ordered: false }
    }

    /// These rows, kept in the order in which they were written.
    pub(super) const fn in_order(self) -> Self {
        Self { ordered: true, ..self }
    }

    /// The rows that a table has for a record with these values in other columns.
    pub(super) const fn only(
        table: &'static str,
        record: &'static str,
        fixed: &'static [(&'static str, &'static str)],
    ) -> Self {
        Self { table, record, fixed, ordered: false }
    }
}

/// A table to whose rows fields refer by number, and how the change log names one of its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Referred {
    /// The table; its rows are numbered by `id`.
    pub table: &'static str,
    /// The column by which the log names a row: it stays as it is while the row is there.
    pub key: &'static str,
    /// The kind of record that its rows are, if they are records.
    pub kind: Option<Kind>,
}

impl Referred {
    /// A State, by its number: some have no code.
    pub const STATE: Self = Self::numbered("state", Kind::State);
    /// A review, by its number.
    pub const REVIEW: Self = Self::numbered("review", Kind::Review);
    /// A need, by its number.
    pub const NEED: Self = Self::numbered("need", Kind::Need);
    /// A post, by its code.
    pub const PERSON: Self = Self::coded("person", "code", Kind::Person);
    /// An organisation, by its code.
    pub const ORGANISATION: Self = Self::coded("organisation", "code", Kind::Organisation);
    /// An activity, by its code.
    pub const ACTIVITY: Self = Self::coded("activity", "code", Kind::Activity);
    /// A theme, by the code by which it was made.
    pub const THEME: Self = Self::coded("theme", "code", Kind::Theme);
    /// A document, by its symbol.
    pub const DOCUMENT: Self = Self::coded("document", "symbol", Kind::Document);
    /// A category of needs, by its code.
    pub const CATEGORY: Self = Self { table: "category", key: "code", kind: None };
    /// A region of activities, by its number.
    pub const AREA: Self = Self { table: "area", key: "id", kind: None };
    /// A number that activities share, by its own number.
    pub const REACH: Self = Self { table: "reach", key: "id", kind: None };

    const fn numbered(table: &'static str, kind: Kind) -> Self {
        Self { table, key: "id", kind: Some(kind) }
    }

    const fn coded(table: &'static str, key: &'static str, kind: Kind) -> Self {
        Self { table, key, kind: Some(kind) }
    }
}
