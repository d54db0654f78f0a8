//! The scopes and the lines of the page of the change log.

use crate::domain::{Day, NeedNumber};

/// The scope of the changes that the page shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// The changes of a need.
    Need,
    /// The changes of a State's needs.
    State,
    /// The changes that a person has made.
    Person,
    /// The changes of a day.
    Day,
    /// All.
    #[default]
    All,
}

impl Scope {
    /// The scopes, from left to right.
    pub const ORDER: [Self; 5] = [Self::Need, Self::State, Self::Person, Self::Day, Self::All];
}

/// The subject of each scope of the page; it follows the change under the cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The need.
    pub need: Option<NeedNumber>,
    /// The State: a place in the vocabulary.
    pub state: Option<u16>,
    /// The author: a person's code, or the name that was given.
    pub who: String,
    /// The day, in UTC.
    pub day: Day,
}

/// A line of the page of changes, by the place of its batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HistoryLine {
    /// A batch.
    Batch(usize),
    /// Why it was written, in the person's words.
    Reason(usize),
    /// A record of an open batch, by the place of its first change.
    Record(usize, usize),
    /// A change of that record, by its place.
    Change(usize, usize),
    /// The changes of an open batch are still being read.
    Awaited(usize),
    /// An open batch has more changes than are listed.
    More(usize),
}

impl HistoryLine {
    /// The place of the batch.
    pub fn batch(self) -> usize {
        match self {
            Self::Batch(batch)
            | Self::Reason(batch)
            | Self::Record(batch, _)
            | Self::Change(batch, _)
            | Self::Awaited(batch)
            | Self::More(batch) => batch,
        }
    }

    /// The place of the change that it is about.
    pub fn change(self) -> Option<usize> {
        match self {
            Self::Record(_, change) | Self::Change(_, change) => Some(change),
            Self::Batch(_) | Self::Reason(_) | Self::Awaited(_) | Self::More(_) => None,
        }
    }
}
