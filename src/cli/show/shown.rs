//! All that is shown of a record.

use crate::cli::list::Listed;
use crate::domain::Record;
use crate::store::{ChangedMatch, LogEntry, WholeRecord};

/// A record with all that is shown of it.
pub(super) struct Shown {
    pub(super) record: Record,
    /// Its name in the change log, where it has one.
    pub(super) name: Option<String>,
    /// Its fields; `None` where States are not named.
    pub(super) whole: Option<WholeRecord>,
    /// Its properties as its list has them, where one has it.
    pub(super) listed: Option<Listed>,
    /// Of a need, an activity or a match, the matches whose activity has changed since.
    pub(super) changed: Vec<ChangedMatch>,
    /// Its changes, the newest first.
    pub(super) history: Vec<LogEntry>,
}
