//! The result of a query: the rows that a plan lets through, with their counts.

use super::bitmap::Bitmap;
use super::condition_bits::ConditionBits;
use crate::query::counts::Counts;
use crate::query::register::Address;
use std::sync::Arc;

/// The needs that a plan lets through.
#[derive(Clone, Debug)]
pub struct Selection {
    /// Their rows in the register, by id.
    pub rows: Arc<Vec<Address>>,
    /// How many there are of everything.
    pub counts: Arc<Counts>,
    /// The rows as a bitmap for each chunk.
    pub(in crate::query) bits: Vec<Bitmap>,
    /// The condition bits of every need of the register.
    pub(in crate::query) met: Arc<ConditionBits>,
}
