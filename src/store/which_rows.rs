//! Which rows of a table are read: those that are there, or what was taken out too.

/// Which rows of the small tables are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// Those that are there.
    There,
    /// Those that were taken out too: needs that are void refer to them.
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
