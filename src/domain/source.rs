//! The source of a need: a review, or a self-assessment, report or request of a State.

use super::coded;

coded! {
    /// The source of a need. Needs are identified in reviews; a State may also report or request them outside
    /// (paragraphs 2 and 35 of the note).
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Source {
        /// A country review: the need belongs to it.
        Review => "review",
        /// A self-assessment of the State outside a review.
        SelfAssessment => "self-assessment",
        /// A report of the State on its own needs.
        StateReport => "state-report",
        /// A request of the State for assistance.
        DirectRequest => "direct-request",
    }
}
