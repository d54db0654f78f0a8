//! The origin of a record. Every record that is written, exported or imported states it.

use super::coded;

coded! {
    /// The origin of a record.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Origin {
        /// A published document states it: the reference tables, and the note's facts on
        /// assistance.
        Published => "published",
        /// Made up, to try the program with. It stays so through every write.
        Illustrative => "illustrative",
        /// The record was entered here.
        Recorded => "recorded",
        /// The record was read from a file.
        Imported => "imported",
    }
}
