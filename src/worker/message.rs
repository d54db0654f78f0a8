//! The messages in the loop's inbox.

use super::Request;
use crate::query::register::Register;
use std::sync::Arc;

/// A message in the loop's inbox.
pub(super) enum Message {
    /// The program asks for something.
    Request(Request),
    /// The sort keys of the texts of a register, computed by a helper thread.
    TextRanks(Arc<Register>, Arc<Vec<u32>>),
    /// The end: no message follows.
    End,
}
