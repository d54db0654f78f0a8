//! The rules between the fields of a record, each with the message that says how to keep it.

/// A rule that a write would break. The field at which it is told stands beside it in the error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// A need that names no review has another source than reviews.
    SourceOrReview,
    /// A need from a source outside reviews names no review.
    SourceOfReview,
    /// A need of a review is of the State under review.
    StateOfReview,
    /// A need of a review has a category of the list of its cycle.
    CategoryOfCycle,
    /// Chapters stand alone: an article says its chapter already.
    ChapterAlone,
    /// A day on which something happened is not still to come.
    Ahead,
    /// A review has two different reviewing States.
    TwoReviewers,
    /// The kind of a direct dialogue goes with the day of it.
    DayOfDialogue,
    /// A review without stakeholders names no group of them.
    Stakeholders,
    /// What has a beginning does not end before it.
    EndsBefore,
    /// The shares of the States that an activity helps are no more than the whole.
    Shares,
    /// An activity is no programme of its own.
    OwnProgramme,
    /// An overlap is one of two different activities, in the order in which they were recorded.
    TwoActivities,
    /// A mark that two activities do not overlap says why.
    WhyNoOverlap,
    /// An identifier is the present one or a former one.
    FormerIdentifier,
}

impl Rule {
    /// The id of the message about a write that breaks the rule.
    pub(in crate::store) fn message_id(self) -> &'static str {
        match self {
            Self::SourceOrReview => "store-rule-source-or-review",
            Self::SourceOfReview => "store-rule-source-of-review",
            Self::StateOfReview => "store-rule-state-of-review",
            Self::CategoryOfCycle => "store-rule-category-of-cycle",
            Self::ChapterAlone => "store-rule-chapter-alone",
            Self::Ahead => "store-rule-ahead",
            Self::TwoReviewers => "store-rule-two-reviewers",
            Self::DayOfDialogue => "store-rule-day-of-dialogue",
            Self::Stakeholders => "store-rule-stakeholders",
            Self::EndsBefore => "store-rule-ends-before",
            Self::Shares => "store-rule-shares",
            Self::OwnProgramme => "store-rule-own-programme",
            Self::TwoActivities => "store-rule-two-activities",
            Self::WhyNoOverlap => "store-rule-why-no-overlap",
            Self::FormerIdentifier => "store-rule-former-identifier",
        }
    }
}
