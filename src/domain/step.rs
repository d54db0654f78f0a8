//! The steps of a country review, in the order of the terms of reference of the mechanism. The step
//! that a review has reached is the last one with a date; it is never stored.

use super::coded;

coded! {
    /// A dated step of a country review.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Step {
        /// The State under review and its two reviewing States are drawn and told.
        Started => "started",
        /// The self-assessment checklist is received.
        SelfAssessment => "self-assessment",
        /// The reviewing States have done the desk review.
        DeskReview => "desk-review",
        /// The direct dialogue was held: a country visit or a joint meeting.
        DirectDialogue => "direct-dialogue",
        /// The executive summary is agreed: the review counts as completed.
        ExecutiveSummary => "executive-summary",
        /// The country review report is finalized.
        CountryReport => "country-report",
    }
}

impl Step {
    /// How many steps there are.
    pub const COUNT: usize = 6;

    /// Whether a review that has reached this step counts as completed (its executive summary
    /// is there), as the Secretariat's notes count.
    pub fn is_completed(self) -> bool {
        self >= Self::ExecutiveSummary
    }
}
