//! Where a record comes from. Whatever is written, exported or imported says it.

use super::{Coded, coded_values};

/// Where a record comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// A published document states it: the reference tables, and what the note says of assistance.
    Published,
    /// Made up, to try the program with. It stays so through every write.
    Illustrative,
    /// Somebody has recorded it here.
    Recorded,
    /// It was read from a file.
    Imported,
}

impl Coded for Origin {
    coded_values! {
        Published => "published",
        Illustrative => "illustrative",
        Recorded => "recorded",
        Imported => "imported",
    }
}
