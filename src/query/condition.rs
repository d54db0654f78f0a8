//! The conditions of the field `is`: what a need is, beyond the values of its own columns.

use crate::domain::{Coded, coded_values};

/// A condition that a need meets or not. A need can meet several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Condition {
    /// Its priority or its response is not stated.
    Untriaged,
    /// Its response is "unmet".
    Unmet,
    /// An activity is matched with it.
    Matched,
    /// No activity is.
    Unmatched,
    /// The person who asks answers for it.
    Mine,
    /// It has waited too long: [`super::register::Waiting::is_overdue`].
    Overdue,
    /// It repeats another need.
    Duplicate,
}

impl Coded for Condition {
    coded_values! {
        Untriaged => "untriaged",
        Unmet => "unmet",
        Matched => "matched",
        Unmatched => "unmatched",
        Mine => "mine",
        Overdue => "overdue",
        Duplicate => "duplicate",
    }
}
