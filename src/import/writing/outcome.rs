//! What an import does with a record of a file.

use crate::domain::coded;

coded! {
    /// What an import does with a record of a file.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Outcome {
        /// The record is added.
        New => "new",
        /// Fields of a record of the register are changed.
        Updated => "updated",
        /// A record that an undo has taken out comes back.
        BroughtBack => "brought-back",
        /// The register has it as it stands, or people here have changed what differs.
        Same => "same",
        /// The file says it a second time: it is left out.
        Repeated => "repeated",
        /// Somebody has taken the record out here: it stays so.
        TakenOut => "taken-out",
        /// A need of the same State, with an article in common and a text much alike, is in the register, or another text
        /// at the same place: it is asked about.
        LikelySame => "likely-same",
        /// The need of the register with its UUID belongs to another State: the row is bad.
        OtherState => "other-state",
    }
}
