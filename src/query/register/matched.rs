//! A match of a need with an activity, and the open needs, among which matches count.

use super::columns::encoded;
use crate::domain::{Extent, Response};

/// A match of a need with an activity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Match {
    /// The activity: a place in [`super::Vocabulary::activities`].
    pub activity: u16,
    /// How far it serves the need.
    pub extent: Extent,
}

/// Whether a need that is not void is open, by its columns: neither met nor withdrawn, nor the duplicate of another.
/// All of it is looked at each time, so that a loop over a column has no branches.
#[inline]
#[allow(clippy::needless_bitwise_bool)]
pub fn is_open(response: u8, duplicate: u32) -> bool {
    let closed = (response == encoded(Some(Response::Met)))
        | (response == encoded(Some(Response::Withdrawn)))
        | (duplicate != 0);
    !closed
}
