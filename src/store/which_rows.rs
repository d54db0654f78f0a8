//! The choice of rows to be read: with or without those taken out.

/// The rows of the small tables to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// The rows that are there.
    There,
    /// All rows, also those taken out, which void needs refer to.
    All,
}

impl Which {
    /// The condition in SQL.
    pub(super) const fn condition(self) -> &'static str {
        match self {
            Self::There => "void = 0",
            Self::All => "true",
        }
    }
}
