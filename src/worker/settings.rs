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
    /// Whether to save the state of the screens at the end of the session.
    pub remembers: bool,
    /// The day whose register is shown before the first question; `None` for the present one.
    pub as_of: Option<Day>,
    /// The source of the time.
    pub clock: Clock,
    /// Whether the first question asks for the needs' texts; if not, they are read after its answer.
    pub texts: bool,
    /// In a register with more needs, those of gaps that could be served now are counted behind the answer with the
    /// gaps: [`Self::FEW_NEEDS`].
    pub few_needs: usize,
    /// The number under which the session over SSH is listed; `None` outside one, and in one that writes nothing.
    pub session: Option<i64>,
    /// A file with more published figures than those built in.
    pub ledger: Option<PathBuf>,
}

impl WorkerSettings {
    /// Of so many needs, those that could be served now are counted within the time of a frame.
    pub const FEW_NEEDS: usize = 20_000;
}
