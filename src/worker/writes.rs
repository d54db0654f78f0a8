//! Pending writes: those that wait for the register, reports that wait for the next answer, and the batches written
//! here.

use super::{Report, TakeBack, Ticket};
use crate::domain::Edit;
use crate::store::{MarkWrite, MatchWrite, RecordEdit, RecordMerge, StoreError, UnmatchWrite};
use std::collections::BTreeSet;

/// A write that owes a report.
#[derive(Debug)]
pub(super) enum Job {
    /// Edits as one batch.
    Write { ticket: Ticket, edits: Vec<Edit>, note: String },
    /// Edits of records of any kind as one batch.
    Edit { ticket: Ticket, edits: Vec<RecordEdit>, note: String, form: Option<String> },
    /// An overlap is marked.
    Mark { ticket: Ticket, write: Box<MarkWrite> },
    /// One record is merged into another.
    Merge { ticket: Ticket, merging: Box<RecordMerge> },
    /// Needs are matched with an activity.
    Match { ticket: Ticket, matching: Box<MatchWrite> },
    /// Matches are taken out.
    Unmatch { ticket: Ticket, unmatching: Box<UnmatchWrite> },
    /// One of the user's batches is taken back.
    TakeBack { ticket: Ticket, asked: TakeBack },
}

impl Job {
    /// Gives the report that the write is refused.
    pub(super) fn refused(self, error: StoreError) -> Report {
        let (Self::Write { ticket, .. }
        | Self::Edit { ticket, .. }
        | Self::Mark { ticket, .. }
        | Self::Merge { ticket, .. }
        | Self::Match { ticket, .. }
        | Self::Unmatch { ticket, .. }
        | Self::TakeBack { ticket, .. }) = self;
        Report::Wrote { ticket, result: Err(error) }
    }
}

/// The writes of this program.
#[derive(Default)]
pub(super) struct Writes {
    /// The writes that wait for the register, in order.
    pub(super) waiting: Vec<Job>,
    /// The batches that are written.
    pub(super) written: BTreeSet<i64>,
    /// Changes of views that cannot be undone or redone, since others have built on them: the next undo or redo takes
    /// the one before.
    pub(super) passed: Vec<i64>,
    /// Reports of writes that are done: sent after the answer that shows them.
    pub(super) done: Vec<Report>,
}
