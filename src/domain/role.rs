//! Roles: what a person may do in a session, and how much of the register a person sees there.

use super::{PersonKind, coded};

coded! {
    /// A person's role, the smallest first. It binds in a session; outside one the mode of the file is the lock.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Role {
        /// Reads.
        Reader => "reader",
        /// Writes the needs of one State, which it speaks for.
        FocalPoint => "focal-point",
        /// Writes the needs of the States that it advises, the needs given to it, and activities in these States.
        Adviser => "adviser",
        /// Writes all records of the register.
        Officer => "officer",
        /// Writes all records, and also people with their roles, settings of the register and views of others.
        Administrator => "administrator",
    }
}

coded! {
    /// How much of the register a person sees in a session.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Sees {
        /// All records.
        Everything => "everything",
        /// The needs, reviews, comments and changes of the person's own State alone.
        OwnState => "own-state",
        /// All records, without the names of States.
        NoNames => "no-names",
    }
}

impl Role {
    /// The role of a post of this kind for which no other one is stated.
    pub fn of_kind(kind: PersonKind) -> Self {
        match kind {
            PersonKind::FocalPoint => Self::FocalPoint,
            PersonKind::Adviser => Self::Adviser,
            PersonKind::Officer => Self::Officer,
        }
    }
}
