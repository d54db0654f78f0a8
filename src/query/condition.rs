//! The conditions of the field `is`: states of a need beyond the values of its own columns.

use super::Field;
use super::register::Slot;
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

/// Whether a value, by its slot, tells what assistance single needs have: of a field of assistance, or that a need is
/// matched or is not. Where States are not named, a number of needs with it is told only where it is of three States at
/// least (rule 4 of `docs/no-names.md`).
pub fn tells_assistance(field: Field, slot: u16) -> bool {
    let is_one = |condition| Slot::coded(condition).number() == slot;
    match field {
        Field::Is => is_one(Condition::Matched) || is_one(Condition::Unmatched),
        _ => field.is_of_assistance(),
    }
}
