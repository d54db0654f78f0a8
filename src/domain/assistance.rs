//! The closed vocabularies of assistance: its stages, dates, numbers, money, documents and matches.

use super::coded;

coded! {
    /// The status of an activity.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum ActivityStatus {
        /// Hoped for, while its funds are still looked for.
        Intended => "intended",
        /// Decided on, to be held later.
        Planned => "planned",
        /// Being prepared.
        InPreparation => "in preparation",
        /// Under way.
        Ongoing => "ongoing",
        /// Stopped for a time.
        Suspended => "suspended",
        /// Over.
        Done => "done",
        /// A publication that has come out.
        Published => "published",
        /// Called off.
        Cancelled => "cancelled",
    }
}

coded! {
    /// How far an activity reaches.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum ActivityLevel {
        /// For all States.
        Global => "global",
        /// For a part of the world.
        Regional => "regional",
        /// For one State.
        National => "national",
    }
}

coded! {
    /// The stage of a date: planned, or as it happened.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum DateStage {
        /// When it is or was to be.
        Planned => "planned",
        /// When it was.
        Actual => "actual",
    }
}

coded! {
    /// A kind of document.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum DocumentKind {
        /// A note, such as those of the Secretariat to each session.
        Note => "note",
        /// A resolution of the Conference.
        Resolution => "resolution",
        /// A report.
        Report => "report",
        /// The executive summary of a review.
        Summary => "summary",
    }
}

coded! {
    /// The extent to which an activity serves a need that it is matched with.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Extent {
        /// All that is needed.
        Fully => "fully",
        /// A part of it.
        Partly => "partly",
        /// Not yet: the activity is planned.
        Planned => "planned",
    }
}

coded! {
    /// The finding about two activities that seem to do the same work.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Mark {
        /// Their providers know of each other and divide the work.
        Coordinated => "coordinated",
        /// The same work is done twice.
        Real => "real",
        /// It only looked so.
        NoOverlap => "none",
    }
}

coded! {
    /// A fact of activities on which a mark of their overlap was made.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum MarkedFact {
        /// The beginning or the end.
        Period => "period",
        /// The States helped, and the parts of the world.
        States => "states",
        /// The articles, and the themes.
        Articles => "articles",
        /// The organisations and States that provide it.
        Providers => "providers",
        /// The status.
        Status => "status",
    }
}

coded! {
    /// The standing of an open need: how far activities matched with it serve it. The three add up to the open needs.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Standing {
        /// An activity that runs, is over or is published serves it, fully or partly.
        Served => "served",
        /// Another match, with an activity that is not called off.
        Planned => "planned",
        /// Neither.
        Unserved => "unserved",
    }
}

coded! {
    /// The stage of money for an activity.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum MoneyStage {
        /// Asked for.
        Sought => "sought",
        /// Promised.
        Pledged => "pledged",
        /// Given.
        Received => "received",
    }
}

coded! {
    /// The unit of a number that an activity states.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum ReachOf {
        /// Meetings, workshops, courses.
        Events => "events",
        /// Participants.
        People => "people",
        /// States whose people took part, or that were helped.
        States => "states",
        /// Least developed countries among these.
        Ldcs => "ldcs",
    }
}
