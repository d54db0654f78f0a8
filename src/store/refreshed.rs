//! The changes that catching up with the file has found.

use crate::domain::{Moment, NeedNumber};
use crate::query::register::Register;

/// A register that has caught up.
#[derive(Debug)]
pub struct Refreshed {
    /// The new register; chunks without a change are those of the old one.
    pub register: Register,
    /// The newest change that it holds.
    pub last_change: i64,
    /// The needs that were changed or added, rising. After a reading of everything only those
    /// that the change log names.
    pub changed: Vec<NeedNumber>,
    /// When the first of the changes that it newly holds was made; `None` where the log names none.
    pub earliest: Option<Moment>,
    /// Whether everything was read anew, because more than triage fields had changed.
    pub whole: bool,
}
