//! What the screen asks of the worker and what the worker reports.

use crate::domain::Edit;
use crate::query::register::Register;
use crate::query::{Counts, Filter, FilterError, Plan, Sort};
use crate::store::{LogEntry, NeedDetail, StoreError, Written};
use crate::text::Lang;
use std::sync::Arc;

/// Names a request, so that its report can be told from others'.
pub type Ticket = u64;

/// What a screen wants to show. A newer question replaces an older one that is not answered yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Rises with every question; an answer carries the generation of its question.
    pub generation: u64,
    /// Which needs.
    pub filter: Filter,
    /// In which order.
    pub sort: Sort,
    /// Names sort by their spelling in this language.
    pub lang: Lang,
    /// For the triage screen: only the needs of this focal point (place in the vocabulary plus
    /// one, 0 for nobody) are listed, the most urgent first, while the counts and the lines for
    /// every person take in all needs of the filter.
    pub queue: Option<u16>,
}

/// What the worker found.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The question's generation.
    pub generation: u64,
    /// The register that the rows are rows of.
    pub register: Arc<Register>,
    /// The question's filter.
    pub filter: Filter,
    /// The needs, in order.
    pub rows: Arc<[u32]>,
    /// The filter as the register understands it.
    pub plan: Arc<Plan>,
    /// Counts over all needs of the filter.
    pub counts: Arc<Counts>,
    /// Which reviews pass the terms of the filter that concern reviews, and whether those are all
    /// its terms: then a list of reviews or States shows also those without a need.
    pub reviews: Arc<[bool]>,
    /// See [`Answer::reviews`].
    pub on_reviews_only: bool,
    /// Which States pass the terms that concern States.
    pub states: Arc<[bool]>,
    /// For the triage screen: who has how much to do, by place in the vocabulary plus one, 0 for
    /// nobody. Empty unless the question asked for a queue.
    pub people: Arc<[Load]>,
}

/// How much one focal point has to do, under a filter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// Needs assigned.
    pub needs: u32,
    /// Of these, untriaged: priority or response not stated.
    pub untriaged: u32,
    /// Of these, unmet and of high priority.
    pub pressing: u32,
}

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
    /// Take back the user's last batch.
    Undo(Ticket),
    /// Take back the user's last undo.
    Redo(Ticket),
    /// What memory does not hold of a need.
    Detail(u32),
    /// The latest changes, of one need or of all.
    Log {
        /// Comes back with the report.
        ticket: Ticket,
        /// Whose needs' changes: all when empty.
        needs: Vec<u32>,
    },
}

/// What the worker says, in the order in which it happened.
#[derive(Debug)]
pub enum Report {
    /// So many needs are in memory.
    Loading(usize),
    /// The register could not be read or no longer can.
    Failed(StoreError),
    /// A question is answered.
    Answered(Box<Answer>),
    /// A filter names something that the register does not have.
    Unreadable {
        /// The question's generation.
        generation: u64,
        /// What is wrong, and where.
        error: FilterError,
    },
    /// A write, undo or redo is done, or refused.
    Wrote {
        /// The request's ticket.
        ticket: Ticket,
        /// What was written; `None` where there was nothing to undo or redo.
        result: Result<Option<Written>, StoreError>,
    },
    /// Somebody else changed these needs; answers from now on show it.
    ChangedElsewhere(Vec<u32>),
    /// What memory does not hold of a need.
    Detail(Box<NeedDetail>),
    /// The changes asked for, newest first.
    Log {
        /// The request's ticket.
        ticket: Ticket,
        /// The changes.
        entries: Vec<LogEntry>,
    },
}
