//! What was found out about two activities that seem to do the same work.

use crate::domain::{Mark, MarkedFact, Moment};

/// A mark of an overlap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverlapMark {
    /// Its number.
    pub number: u32,
    /// Its version.
    pub version: u32,
    /// The activities, by their rows in the database, rising.
    pub activities: [i64; 2],
    /// The finding.
    pub mark: Mark,
    /// The person's reason; may be empty, and is where States are not named.
    pub why: String,
    /// The person: the code of a post, or an account of the system; empty where that is not recorded, and where States
    /// are not named.
    pub who: String,
    /// The moment, likewise.
    pub at: Option<Moment>,
    /// The facts of the activities that have changed since.
    pub changed: Vec<MarkedFact>,
}

impl OverlapMark {
    /// Forgets what somebody wrote, and who it was: both can name a State.
    pub fn take_words(&mut self) {
        self.why.clear();
        self.who.clear();
        self.at = None;
    }
}
