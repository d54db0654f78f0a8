//! The kinds of records that a register holds, and how one of them is named.

use super::{Coded, NeedNumber, coded};
use std::fmt;

coded! {
    /// A kind of record.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Kind {
        /// A technical-assistance need.
        Need => "need",
        /// The review of one State in one cycle, with its steps.
        Review => "review",
        /// A State, party or not.
        State => "state",
        /// A focal point, adviser or officer, by post.
        Person => "person",
        /// An organisation, programme or donor.
        Organisation => "organisation",
        /// Assistance given, under way or planned.
        Activity => "activity",
        /// A regional platform.
        Platform => "platform",
        /// A need and an activity that serves it.
        Match => "match",
        /// What was found out about two activities that seem to do the same work.
        Overlap => "overlap",
        /// A free tag of needs.
        Theme => "theme",
        /// A document that others refer to.
        Document => "document",
        /// A signed remark on a need.
        Comment => "comment",
        /// A saved view.
        View => "view",
        /// A setting of the register.
        Setting => "setting",
    }
}

impl Kind {
    /// Whether its records say how the register is used (views, settings) and nothing about assistance: the log
    /// shows their changes on request.
    pub fn is_of_use(self) -> bool {
        matches!(self, Self::View | Self::Setting)
    }

    /// Whether the register in memory holds something of its records: comments, views and settings are read from the
    /// file where they are shown.
    pub fn is_in_memory(self) -> bool {
        !self.is_of_use() && self != Self::Comment
    }
}

/// A record: its kind and its number in the table of that kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Record {
    /// Its kind.
    pub kind: Kind,
    /// Its number, from 1.
    pub number: u32,
}

impl Record {
    /// The need with a number.
    pub const fn need(number: NeedNumber) -> Self {
        Self { kind: Kind::Need, number: number.get() }
    }

    /// The number of the need that it is, if it is one.
    pub fn of_need(self) -> Option<NeedNumber> {
        (self.kind == Kind::Need).then_some(NeedNumber::new(self.number))
    }
}

impl fmt::Display for Record {
    /// As in `need 17`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.kind.code(), self.number)
    }
}
