//! The decisions of a user about a whole file: what is done with needs that are likely known, and with repeated ones.

/// What is done with needs that are likely the same as one of the register.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Likely {
    /// They are asked about, and not written.
    #[default]
    Ask,
    /// What is proposed is done: those with a text much alike are taken for the other need, those with another text at the
    /// same place are added.
    Proposed,
    /// They are added.
    New,
    /// They are taken for the other need, which stays as it is.
    Same,
    /// They are taken for the other need, which takes over what they say.
    Update,
}

impl Likely {
    /// What is done, with the proposal in its place: another text at the same place is new, a text much alike the same.
    pub(super) fn proposed(self, is_same_place: bool) -> Self {
        match self {
            Self::Proposed if is_same_place => Self::New,
            Self::Proposed => Self::Same,
            other => other,
        }
    }
}

/// What the user has decided for the whole file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Whether a need that the file says twice is two needs.
    pub repeats: bool,
    /// What is done with needs that are likely the same as one of the register.
    pub likely: Likely,
}
