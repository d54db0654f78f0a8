//! What the loop takes from its inbox.

use super::Request;
use crate::query::register::Register;
use std::sync::Arc;

/// What the loop takes from its inbox.
pub(super) enum Message {
    /// The program asks for something.
    Request(Request),
    /// The sort keys of the texts of a register, computed by a helper thread.
    TextRanks(Arc<Register>, Arc<Vec<u32>>),
    /// Nothing more will come.
    End,
}
