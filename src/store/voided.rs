//! The removal of a record, as the log tells it.

use crate::domain::Moment;

/// The time, writer and reason of a record's removal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voided {
    /// The time of the removal.
    pub at: Moment,
    /// The writer.
    pub who: String,
    /// The reason, in the writer's words; may be empty.
    pub reason: String,
}
