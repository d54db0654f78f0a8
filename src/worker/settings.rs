//! The settings of the worker at its start.

use crate::domain::{Clock, Day};
use std::path::PathBuf;

/// The settings of one worker.
pub struct WorkerSettings {
    /// The person who works: a code, or another name; it stands beside every change.
    pub who: String,
    /// Whether to look for other processes' changes once a second, and to tell them which need
    /// is open here.
    pub watch: bool,
    /// Whether to keep how the person who works leaves the screens.
    pub remembers: bool,
    /// The day whose register is shown until a question says another; nothing: the register as
    /// it is.
    pub as_of: Option<Day>,
    /// The source of the time.
    pub clock: Clock,
    /// Whether the first question asks for the needs' texts; if not, they are read after its answer.
    pub texts: bool,
    /// A file with more published figures than those built in.
    pub ledger: Option<PathBuf>,
}
