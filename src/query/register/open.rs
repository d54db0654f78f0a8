//! Open needs: those that still wait for something.

use super::columns::encoded;
use crate::domain::Response;

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
