//! The conditions of the field `is`: states of a need beyond the values of its own columns.

use crate::domain::coded;

/// The facts of a need that are worked out once for all questions: the conditions that it meets, and its standing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Met {
    /// Bit i for the condition with index i.
    pub(super) conditions: u8,
    /// The slot of its [`crate::domain::Standing`], in a byte; 0 where it is not open.
    pub(super) standing: u8,
}

coded! {
    /// A condition that a need meets or not. A need can meet several.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Condition {
        /// Its priority or its response is not stated.
        Untriaged => "untriaged",
        /// Its response is "unmet".
        Unmet => "unmet",
        /// An activity is matched with it.
        Matched => "matched",
        /// No activity is matched with it.
        Unmatched => "unmatched",
        /// The person who asks answers for it.
        Mine => "mine",
        /// The need has waited too long: [`super::register::OverdueFacts::is_overdue`].
        Overdue => "overdue",
        /// The need repeats another one.
        Duplicate => "duplicate",
        /// The need is void: such needs have a register of their own ([`super::register::Register::is_void`]).
        Void => "void",
    }
}
