//! The place of a set that many needs share, in the table of all such sets of the vocabulary.

/// The place of a set in [`super::Vocabulary::theme_sets`] or [`super::Vocabulary::match_sets`]; the first one is
/// empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[repr(transparent)]
pub struct SetPlace(u32);

impl SetPlace {
    /// The place of the empty set.
    pub const EMPTY: Self = Self(0);

    /// The place behind so many sets.
    #[inline]
    pub const fn behind(sets: usize) -> Self {
        Self(sets as u32)
    }

    /// The place as an index of a list.
    #[inline]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}
