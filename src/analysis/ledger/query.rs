//! The query of a published figure: the things that it counts.

use super::records::{Records, SmallTable};
use crate::domain::ReachOf;
use crate::query::{Filter, Measure};

/// The things that a query counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Needs, or States or reviews with such needs; reviews also without, where only reviews are
    /// asked about.
    Counted(Measure, Filter),
    /// Completed reviews that stakeholders outside government took part in.
    Stakeholders(Filter),
    /// Rows of a small table.
    Rows(SmallTable, Records),
    /// The States that activities have helped, by name.
    Helped(Records),
    /// The States that activities have helped, of which only the number is known.
    Unnamed(Records),
    /// The participants of activities.
    Participants(Records),
    /// Numbers that the source states of activities.
    Reach(ReachOf, Records),
    /// The year in which activities began, the earliest of them.
    Year(Records),
    /// A fact that activities state.
    Told(Told, Records),
}

impl What {
    /// The rows of a small table that it asks for.
    pub(in crate::analysis) fn records(&self) -> Option<(SmallTable, &Records)> {
        match self {
            Self::Counted(..) | Self::Stakeholders(_) => None,
            Self::Rows(kind, records) => Some((*kind, records)),
            Self::Helped(records)
            | Self::Unnamed(records)
            | Self::Participants(records)
            | Self::Reach(_, records)
            | Self::Year(records)
            | Self::Told(_, records) => Some((SmallTable::Activities, records)),
        }
    }
}

/// The facts that an activity can state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// When it begins.
    Starts,
    /// When it ends.
    Ends,
    /// Whether it is global, regional or national.
    Level,
}
