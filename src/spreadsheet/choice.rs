//! The choices that a person has about a file, and what a file offers.

/// The choices about a file; `None` leaves one to the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// The name of a sheet, also of a hidden one.
    pub sheet: Option<String>,
    /// The name of the encoding of a text, as people and programs write it: `Mac Roman`, `cp1251`, `GBK`.
    pub encoding: Option<String>,
    /// The sign between the columns of a text.
    pub delimiter: Option<u8>,
}

/// A sheet of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetName {
    /// Its name; empty in a file that has one table without a name.
    pub name: String,
    /// Whether its program hides it.
    pub is_hidden: bool,
}

/// The end of a pass over the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// Every row was given.
    AtEnd,
    /// The caller wanted no more.
    Broken,
}
