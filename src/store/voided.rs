//! What the log says of a record that was taken out.

use crate::domain::Moment;

/// When and why a record was taken out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voided {
    /// When.
    pub at: Moment,
    /// Who has done so.
    pub who: String,
    /// Why, in the person's words; may be empty.
    pub reason: String,
}
