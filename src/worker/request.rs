//! The requests that screens send to the worker, each of which ends with a report.

use super::{AlikeTo, LogWanted, NewsWanted, Question, TakeBack, Ticket, Way};
use crate::domain::{Edit, Kinds, Record};
use crate::store::{LeftScreen, NeedMerge, RecordEdit, SavedView};

/// A request to the worker. Only questions replace each other; nothing else is ever dropped.
#[derive(Debug)]
pub enum Request {
    /// Select, sort and count.
    Ask(Question),
    /// Write edits as one batch.
    Write {
        /// Comes back with the report.
        ticket: Ticket,
        /// What to set.
        edits: Vec<Edit>,
        /// Why, in the user's words; may be empty.
        note: String,
    },
    /// Write edits of records of any kind as one batch.
    Edit {
        /// Comes back with the report.
        ticket: Ticket,
        /// The edits.
        edits: Vec<RecordEdit>,
        /// Why, in the user's words; may be empty.
        note: String,
        /// The form in which it was typed: its draft goes with the write.
        form: Option<String>,
    },
    /// Merge one need into another; who does so, the worker knows.
    Merge {
        /// Comes back with the report.
        ticket: Ticket,
        /// What.
        merging: Box<NeedMerge>,
    },
    /// What two needs say differently.
    TwoNeeds {
        /// Comes back with the report.
        ticket: Ticket,
        /// The needs.
        needs: [u32; 2],
    },
    /// Needs that may be the same as one that is being entered.
    Alike {
        /// Comes back with the report.
        ticket: Ticket,
        /// The need.
        wanted: AlikeTo,
    },
    /// One record with the values of all its fields, as the file has them.
    Record {
        /// Comes back with the report.
        ticket: Ticket,
        /// Which.
        record: Record,
    },
    /// Take back one of the user's batches.
    TakeBack {
        /// Comes back with the report.
        ticket: Ticket,
        /// Which.
        asked: TakeBack,
    },
    /// What memory does not hold of a need.
    Detail {
        /// Comes back with the report.
        ticket: Ticket,
        /// The need.
        need: u32,
    },
    /// The latest changes, by batches.
    Log {
        /// Comes back with the report.
        ticket: Ticket,
        /// Which.
        wanted: LogWanted,
    },
    /// The changes of a batch.
    Batch {
        /// Comes back with the report.
        ticket: Ticket,
        /// The batch.
        batch: i64,
        /// Of records of which kinds.
        kinds: Kinds,
    },
    /// The news since the last visit of the person who works.
    News {
        /// Comes back with the report.
        ticket: Ticket,
        /// Since when, and of which needs.
        wanted: NewsWanted,
    },
    /// The need that the user has open now, or none. Others are told, no sooner than they need
    /// to know; the answer is who else has which need open.
    Here(Option<u32>),
    /// How the screens stand now, for the next start of the same person: kept once a minute and at the end.
    Leave(LeftScreen),
    /// Keep notes that are being typed, with the version of the need that the user saw. May come
    /// with every letter: they are saved within a second. Notes that are written drop their draft.
    Draft {
        /// The need.
        need: u32,
        /// The version seen.
        version: u32,
        /// The text so far.
        text: String,
    },
    /// The user has given up the notes on this need.
    DropDraft(u32),
    /// Keep what is being typed into a form, with the version of the record that the user saw. May come with every letter,
    /// as notes do. What is written drops it.
    FormDraft {
        /// Which form.
        form: String,
        /// The version seen; 0 for a new record.
        version: u32,
        /// The words by the codes of the fields, as JSON.
        text: String,
    },
    /// The user has given up what was typed into this form.
    DropFormDraft(String),
    /// The user's drafts.
    Drafts(Ticket),
    /// Name States from now on, or no more. What follows is asked of the register as it reads then;
    /// the answer is [`Report::Names`](super::Report::Names).
    Names {
        /// Comes back with the report.
        ticket: Ticket,
        /// Whether to name them.
        named: bool,
    },
    /// Everybody's saved views and the user's own.
    Views(Ticket),
    /// Save a view over the owner's view of the same name. The answer is the new list.
    SaveView {
        /// Comes back with the report.
        ticket: Ticket,
        /// The view; its owner is nobody (everybody's) or the user.
        view: Box<SavedView>,
        /// The view of this name that the user has seen.
        seen: Option<Box<SavedView>>,
    },
    /// Delete a view. The answer is the new list.
    DeleteView {
        /// Comes back with the report.
        ticket: Ticket,
        /// The view as the user has seen it.
        view: Box<SavedView>,
    },
    /// Take back what the user did last to a view, or do it again. The answer is the new list.
    TurnView {
        /// Comes back with the report.
        ticket: Ticket,
        /// Undo or redo.
        way: Way,
    },
}
