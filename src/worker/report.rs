//! The worker's reports. The report that ends a request names it, even on failure: every request is answered.

use super::{Answer, BatchChanges, LogPart, NewsOfNeeds, Ticket};
use crate::domain::NeedNumber;
use crate::query::{Alike, FilterError, Meant};
use crate::store::{
    Draft, KeptForm, NeedDetail, Present, SavedView, StoreError, TwoRecords, Undoable, Waiting,
    WholeRecord, Written,
};
use crate::text::Message;
use std::sync::Arc;

/// The request that a failure answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The question of this generation.
    Question(u64),
    /// The request with this ticket.
    Ticket(Ticket),
    /// The register as a whole: it cannot be read, and no question about it gets another answer.
    Register,
    /// No request: the worker has acted by itself.
    Nothing,
}

/// A report of the worker; reports come in the order of the events.
#[derive(Debug)]
pub enum Report {
    /// A part of the register or the log could not be read.
    Failed {
        /// The request that gets no other answer.
        of: Asked,
        /// The reason.
        error: StoreError,
    },
    /// The session over SSH is over, for this reason: the program is to end.
    SessionOver(Message),
    /// A write waits for another program's; `None` when the wait is over.
    Waiting(Option<Waiting>),
    /// A question is answered.
    Answered(Box<Answer>),
    /// The work on the answer to a question takes long, and is as far as that.
    Progress {
        /// The question's generation.
        generation: u64,
        /// How many per cent are done.
        per_cent: u8,
    },
    /// The offers for the last answer to a question, where that answer left them out to come sooner.
    Meant {
        /// The question's generation.
        generation: u64,
        /// The offers.
        meant: Arc<[Meant]>,
    },
    /// A filter names something that the register does not have.
    Unreadable {
        /// The question's generation.
        generation: u64,
        /// The mistake, with its place in the filter.
        error: FilterError,
    },
    /// A write, undo or redo is done, or refused: with every conflict, where another session wrote first.
    Wrote {
        /// The request's ticket.
        ticket: Ticket,
        /// The written batch; `None` where there was nothing to undo or redo.
        result: Result<Option<Written>, StoreError>,
    },
    /// The effect of an undo or redo, to be confirmed before it is done.
    ToTakeBack {
        /// The request's ticket.
        ticket: Ticket,
        /// The batch and the effect on each of its fields.
        undoable: Undoable,
        /// Whether this program has written it.
        here: bool,
    },
    /// Other sessions changed these needs (in rising order); the answer reported before this shows the changes. Also
    /// reported after a write of this program that found them.
    ChangedElsewhere(Vec<NeedNumber>),
    /// Whether States are named in all later reports. Earlier ones may differ.
    Names {
        /// The request's ticket.
        ticket: Ticket,
        /// Whether States are named.
        named: bool,
    },
    /// The other sessions with a need open, by need: whenever that changes.
    Present(Vec<Present>),
    /// Notes being typed could not be saved. Saving is tried again, and a failure of another kind is reported again.
    DraftFailed {
        /// The need.
        need: NeedNumber,
        /// The reason.
        error: StoreError,
    },
    /// A draft that could not be saved before is saved now.
    DraftSaved(NeedNumber),
    /// Needs that may be the same as one that is being entered, the most alike first.
    Alike {
        /// The request's ticket.
        ticket: Ticket,
        /// The needs.
        found: Vec<Alike>,
    },
    /// The user's drafts, the newest first.
    Drafts {
        /// The request's ticket.
        ticket: Ticket,
        /// The drafts.
        drafts: Vec<Draft>,
        /// The drafts of forms, the newest first; empty if they cannot be read.
        forms: Vec<KeptForm>,
    },
    /// The saved views, everybody's first; or the error of a save or deletion.
    Views {
        /// The request's ticket.
        ticket: Ticket,
        /// The views.
        result: Result<Vec<SavedView>, StoreError>,
        /// The name of the view that an undo or redo has changed, if any.
        turned: Option<String>,
        /// Whether an undo and a redo of view changes are possible; `None` if that cannot be read.
        turns: Option<[bool; 2]>,
    },
    /// One record with the values of all its fields.
    Record {
        /// The request's ticket.
        ticket: Ticket,
        /// The record.
        record: Box<WholeRecord>,
    },
    /// The details of a need, which are not in memory.
    Detail {
        /// The request's ticket.
        ticket: Ticket,
        /// The details.
        detail: Box<NeedDetail>,
    },
    /// The fields in which two records differ.
    TwoRecords {
        /// The request's ticket.
        ticket: Ticket,
        /// The records with these fields.
        found: Box<TwoRecords>,
    },
    /// The news since the last visit of the person who works.
    News {
        /// The request's ticket.
        ticket: Ticket,
        /// The needs in which something is new.
        news: NewsOfNeeds,
    },
    /// The batches of changes asked for, newest first.
    Log {
        /// The request's ticket.
        ticket: Ticket,
        /// The changes.
        part: LogPart,
    },
    /// The changes of a batch.
    Batch {
        /// The request's ticket.
        ticket: Ticket,
        /// The batch.
        batch: i64,
        /// Its changes.
        changes: BatchChanges,
    },
}
