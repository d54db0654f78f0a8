//! The people who work with the register: by post, never by a person's name.

use super::coded;

coded! {
    /// The kind of a post.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum PersonKind {
        /// The focal point of a State.
        FocalPoint => "focal point",
        /// A regional anti-corruption adviser.
        Adviser => "adviser",
        /// An officer of the Secretariat.
        Officer => "officer",
    }
}
