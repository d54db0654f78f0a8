//! A match of a need with an activity.

use crate::domain::Extent;

/// A match of a need with an activity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Match {
    /// The activity: a place in [`super::Vocabulary::activities`].
    pub activity: u16,
    /// How far it serves the need.
    pub extent: Extent,
}
