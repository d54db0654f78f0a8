//! Who works with the register: by post, never by a person's name.

use super::{Coded, coded_values};

/// The kind of a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PersonKind {
    /// The focal point of a State.
    FocalPoint,
    /// A regional anti-corruption adviser.
    Adviser,
    /// An officer of the Secretariat.
    Officer,
}

impl Coded for PersonKind {
    coded_values! {
        FocalPoint => "focal point",
        Adviser => "adviser",
        Officer => "officer",
    }
}
