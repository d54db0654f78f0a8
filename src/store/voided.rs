//! The removal of a record, as the log tells it.

use crate::domain::Moment;

/// When and why a record was taken out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voided {
    /// When.
    pub at: Moment,
    /// The writer.
    pub who: String,
    /// The reason, in the writer's words; may be empty.
    pub reason: String,
}
