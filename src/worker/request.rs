//! The requests that screens send to the worker, each of which ends with a report.

use super::{AlikeTo, LogWanted, NewsWanted, Question, TakeBack, Ticket, Way};
use crate::domain::{Edit, Kinds, NeedNumber, Record};
use crate::store::{
    LeftScreen, MarkWrite, MatchWrite, Mergeable, RecordEdit, RecordMerge, SavedView, UnmatchWrite,
};

/// A request to the worker. Only questions replace each other; nothing else is ever dropped.
#[derive(Debug)]
pub enum Request {
    /// Select, sort and count.
    Ask(Question),
    /// Write edits as one batch.
    Write {
        /// The ticket of the report.
        ticket: Ticket,
        /// The edits.
        edits: Vec<Edit>,
        /// The reason, in the user's words; may be empty.
        note: String,
    },
    /// Write edits of records of any kind as one batch.
    Edit {
        /// The ticket of the report.
        ticket: Ticket,
        /// The edits.
        edits: Vec<RecordEdit>,
        /// The reason, in the user's words; may be empty.
        note: String,
        /// The form of the edits, if any: the write drops its draft.
        form: Option<String>,
    },
    /// Mark an overlap, or take its mark away. The worker fills in the writer.
    Mark {
        /// The ticket of the report.
        ticket: Ticket,
        /// The mark.
        write: Box<MarkWrite>,
    },
    /// Merge one record into another of its kind. The worker fills in the writer.
    Merge {
        /// The ticket of the report.
        ticket: Ticket,
        /// The merge.
        merging: Box<RecordMerge>,
    },
    /// Match needs with an activity. The worker fills in the writer.
    Match {
        /// The ticket of the report.
        ticket: Ticket,
        /// The matches.
        matching: Box<MatchWrite>,
    },
    /// Take matches of needs with an activity out. The worker fills in the writer.
    Unmatch {
        /// The ticket of the report.
        ticket: Ticket,
        /// The matches.
        unmatching: Box<UnmatchWrite>,
    },
    /// Read the match of a need with an activity from the file, with the values of all its fields.
    MatchRecord {
        /// The ticket of the report.
        ticket: Ticket,
        /// The number of the need.
        need: NeedNumber,
        /// The code of the activity.
        activity: String,
    },
    /// Compare two records of a kind field by field.
    TwoRecords {
        /// The ticket of the report.
        ticket: Ticket,
        /// The kind.
        of: Mergeable,
        /// The numbers of the records.
        numbers: [u32; 2],
    },
    /// Find needs similar to one that is being entered.
    Alike {
        /// The ticket of the report.
        ticket: Ticket,
        /// The need.
        wanted: AlikeTo,
    },
    /// Read a record with the values of all its fields from the file.
    Record {
        /// The ticket of the report.
        ticket: Ticket,
        /// The record.
        record: Record,
    },
    /// Take back one of the user's batches.
    TakeBack {
        /// The ticket of the report.
        ticket: Ticket,
        /// The undo or redo.
        asked: TakeBack,
    },
    /// Read the details of a need, which are not in memory.
    Detail {
        /// The ticket of the report.
        ticket: Ticket,
        /// The need.
        need: NeedNumber,
    },
    /// Read the latest changes, by batches.
    Log {
        /// The ticket of the report.
        ticket: Ticket,
        /// The part of the log.
        wanted: LogWanted,
    },
    /// Read the changes of a batch.
    Batch {
        /// The ticket of the report.
        ticket: Ticket,
        /// The batch.
        batch: i64,
        /// The kinds of records.
        kinds: Kinds,
    },
    /// Read the news since the user's last visit.
    News {
        /// The ticket of the report.
        ticket: Ticket,
        /// The last change that was seen, and the filter of the needs.
        wanted: NewsWanted,
    },
    /// Announce the need that the user has open. Other sessions learn of it in time; the answer is the open needs of
    /// others.
    Here(Option<NeedNumber>),
    /// Keep the state of the screens for the user's next start: saved once a minute and at the end.
    Leave(LeftScreen),
    /// Keep notes being typed, with the version of the need that the user saw. Sent with any letter and saved within a
    /// second; written notes drop their draft.
    Draft {
        /// The need.
        need: NeedNumber,
        /// The version seen.
        version: u32,
        /// The text so far.
        text: String,
    },
    /// The user has given up the notes on this need.
    DropDraft(NeedNumber),
    /// Keep the words typed into a form, with the version of the record that the user saw. Sent with any letter; a
    /// write drops them.
    FormDraft {
        /// The key of the form.
        form: String,
        /// The version seen; 0 for a new record.
        version: u32,
        /// The words by the codes of the fields, as JSON.
        text: String,
    },
    /// Drop the draft of the form with this key, which the user has given up.
    DropFormDraft(String),
    /// Read the user's drafts.
    Drafts(Ticket),
    /// Name States from now on, or stop naming them. Later requests ask the register that results; the answer is
    /// [`Report::Names`](super::Report::Names).
    Names {
        /// The ticket of the report.
        ticket: Ticket,
        /// Whether to name them.
        named: bool,
    },
    /// Read everybody's saved views and the user's own.
    Views(Ticket),
    /// Save a view over the owner's view of the same name. The answer is the new list.
    SaveView {
        /// The ticket of the report.
        ticket: Ticket,
        /// The view, owned by everybody or by the user.
        view: Box<SavedView>,
        /// The view of this name that the user has seen.
        seen: Option<Box<SavedView>>,
    },
    /// Delete a view. The answer is the new list.
    DeleteView {
        /// The ticket of the report.
        ticket: Ticket,
        /// The view as the user has seen it.
        view: Box<SavedView>,
    },
    /// Undo or redo the user's last change of a view. The answer is the new list.
    TurnView {
        /// The ticket of the report.
        ticket: Ticket,
        /// Undo or redo.
        way: Way,
    },
}
