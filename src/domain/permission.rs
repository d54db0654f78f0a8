//! The table of permissions: what each role may do with records of each kind.

use super::{Kind, Role, coded};

coded! {
    /// What a write does with a record.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Deed {
        /// Adds it.
        Add => "add",
        /// Changes fields of it.
        Change => "change",
        /// Takes it out, or brings it back.
        TakeOut => "take-out",
    }
}

coded! {
    /// The records of a kind that a role may do something with.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Scope {
        /// No record.
        Nothing => "nothing",
        /// Those of the State that the person speaks for: its needs, and what is said of them.
        OwnState => "own-state",
        /// Those of the States that the person advises: their needs and the needs given to the person, what is said of
        /// them, and activities in these States alone.
        Region => "region",
        /// Those that the person has made: the views that the person owns, the comments that the person has signed.
        Own => "own",
        /// The person's own, and everybody's.
        Shared => "shared",
        /// Every record.
        All => "all",
    }
}

impl Role {
    /// The records of a kind that the role may do something with. The only table of permissions: the store asks it for
    /// every write, and documents and screens are made from it.
    pub fn may(self, deed: Deed, kind: Kind) -> Scope {
        match self {
            Self::Reader => Scope::Nothing,
            Self::FocalPoint => match kind {
                Kind::Comment if deed == Deed::TakeOut => Scope::Own,
                Kind::Need | Kind::Comment | Kind::Match => Scope::OwnState,
                Kind::View => Scope::Own,
                _ => Scope::Nothing,
            },
            Self::Adviser => match kind {
                Kind::Comment if deed == Deed::TakeOut => Scope::Own,
                Kind::Need | Kind::Comment | Kind::Match | Kind::Activity | Kind::Overlap => {
                    Scope::Region
                }
                Kind::View => Scope::Own,
                _ => Scope::Nothing,
            },
            Self::Officer => match kind {
                Kind::Person | Kind::Setting => Scope::Nothing,
                Kind::View => Scope::Shared,
                _ => Scope::All,
            },
            Self::Administrator => Scope::All,
        }
    }

    /// The id of the message that says what the role may change.
    pub fn told(self) -> &'static str {
        match self {
            Self::Reader => "role-may-reader",
            Self::FocalPoint => "role-may-focal-point",
            Self::Adviser => "role-may-adviser",
            Self::Officer => "role-may-officer",
            Self::Administrator => "role-may-administrator",
        }
    }
}
