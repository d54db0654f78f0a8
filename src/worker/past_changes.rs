//! Requests about past changes: parts of the change log, the changes of one batch, the news.

use crate::domain::{Day, Kinds, NeedNumber};
use crate::query::Filter;
use crate::store::{Batch, LogEntry, Seen};

/// The part of the change log to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogWanted {
    /// The scope of the changes.
    pub of: LogOf,
    /// Of records of which kinds; only of needs where a filter or a need is named.
    pub kinds: Kinds,
    /// The filter of the needs; it does not narrow the changes of one need asked for by its number.
    pub filter: Filter,
    /// Only batches before the one with this number, to follow a part that is there.
    pub before: Option<i64>,
}

/// A part of the change log, by batches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogPart {
    /// The batches, newest first.
    pub batches: Vec<LogBatch>,
    /// The number of batches in all; in the first part only.
    pub total: Option<u64>,
}

/// A batch with data on its needs from the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogBatch {
    /// The batch.
    pub batch: Batch,
    /// The number of its needs.
    pub needs: u32,
    /// The States of the needs, by their places in the vocabulary, each once.
    pub states: Vec<u16>,
}

/// The changes of a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BatchChanges {
    /// The changes, in the order in which they were written, up to a limit.
    pub entries: Vec<LogEntry>,
    /// The number of changes in all.
    pub total: u64,
}

/// The scope of the changes in a part of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LogOf {
    /// All changes of all needs.
    Everything,
    /// The changes of these needs.
    Needs(Vec<NeedNumber>),
    /// The changes of a State's needs, by the State's place in the vocabulary.
    State(u16),
    /// The changes that a person has made.
    Person(String),
    /// The changes of a day, in UTC.
    Day(Day),
}

/// The news to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewsWanted {
    /// The last change that the person has seen.
    pub since: Seen,
    /// The filter of the needs.
    pub filter: Filter,
    /// Whether needs that have become overdue are among them: an earlier day is read for these.
    pub overdue: bool,
}

/// The needs in which something is new, by number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewsOfNeeds {
    /// Changed by others, the last one first.
    pub changed: Vec<NeedNumber>,
    /// Given to the person by others, the last one first, and still theirs.
    pub given: Vec<NeedNumber>,
    /// Become overdue, rising.
    pub overdue: Vec<NeedNumber>,
}
