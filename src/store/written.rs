//! The result of a write, as its writer is told it.

use super::StoreError;
use super::log as change_log;
use super::records::RowChange;
use crate::domain::{Article, Moment, NeedNumber, Record};

/// The result of a write.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The batch; `None` where every field had its value already.
    pub batch: Option<i64>,
    /// The needs that were changed, rising.
    pub needs: Vec<NeedNumber>,
    /// The records that were added, in the order of their edits.
    pub added: Vec<Record>,
    /// How many fields were changed.
    pub changes: usize,
    /// The moment that was written down, where the clock is behind the change before this one.
    pub clock: Option<Moment>,
    /// Articles that needs were given, of chapters that the cycle of their review does not review.
    pub doubtful: Vec<(NeedNumber, Article)>,
    /// Needs that state no article, chapter or category after this write, where it added them or took that away.
    pub in_no_figure: Vec<NeedNumber>,
    /// The first three records of other kinds that were changed; empty where States are not named.
    pub others: Vec<OtherChange>,
    /// How many records of other kinds were changed.
    pub other_count: usize,
}

/// A record of another kind than needs that a write changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherChange {
    /// The record.
    pub record: Record,
    /// Its name, if it has one: a code, a symbol.
    pub name: Option<String>,
    /// `Some(true)`: it was added or came back; `Some(false)`: it was taken out; `None`: fields of it were changed.
    pub there: Option<bool>,
}

impl OtherChange {
    pub(super) fn of(
        connection: &rusqlite::Connection,
        record: Record,
        (before, after): &RowChange,
    ) -> Result<Self, StoreError> {
        let there = (before.is_there() != after.is_there()).then(|| after.is_there());
        Ok(Self { record, name: change_log::name_of(connection, record)?, there })
    }
}
