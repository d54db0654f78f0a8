//! The closed vocabularies of assistance: what has become of it, its dates, numbers, money, documents and matches.

use super::{Coded, coded_values};

/// What has become of an activity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActivityStatus {
    /// Hoped for, while its funds are still looked for.
    Intended,
    /// Decided on, to be held later.
    Planned,
    /// Being prepared.
    InPreparation,
    /// Under way.
    Ongoing,
    /// Stopped for a time.
    Suspended,
    /// Over.
    Done,
    /// A publication that has come out.
    Published,
    /// Called off.
    Cancelled,
}

impl Coded for ActivityStatus {
    coded_values! {
        Intended => "intended",
        Planned => "planned",
        InPreparation => "in preparation",
        Ongoing => "ongoing",
        Suspended => "suspended",
        Done => "done",
        Published => "published",
        Cancelled => "cancelled",
    }
}

/// Whether a date says what was planned or what happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DateStage {
    /// When it is or was to be.
    Planned,
    /// When it was.
    Actual,
}

impl Coded for DateStage {
    coded_values! {
        Planned => "planned",
        Actual => "actual",
    }
}

/// A kind of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentKind {
    /// A note, such as those of the Secretariat to each session.
    Note,
    /// A resolution of the Conference.
    Resolution,
    /// A report.
    Report,
    /// The executive summary of a review.
    Summary,
}

impl Coded for DocumentKind {
    coded_values! {
        Note => "note",
        Resolution => "resolution",
        Report => "report",
        Summary => "summary",
    }
}

/// How far an activity serves a need that it is matched with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Extent {
    /// All that is needed.
    Fully,
    /// A part of it.
    Partly,
    /// Not yet: the activity is planned.
    Planned,
}

impl Coded for Extent {
    coded_values! {
        Fully => "fully",
        Partly => "partly",
        Planned => "planned",
    }
}

/// What has become of money for an activity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MoneyStage {
    /// Asked for.
    Sought,
    /// Promised.
    Pledged,
    /// Given.
    Received,
}

impl Coded for MoneyStage {
    coded_values! {
        Sought => "sought",
        Pledged => "pledged",
        Received => "received",
    }
}

/// What a number that an activity states is a number of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReachOf {
    /// Meetings, workshops, courses.
    Events,
    /// Those who took part.
    People,
    /// States whose people took part, or that were helped.
    States,
    /// Least developed countries among these.
    Ldcs,
}

impl Coded for ReachOf {
    coded_values! {
        Events => "events",
        People => "people",
        States => "states",
        Ldcs => "ldcs",
    }
}
