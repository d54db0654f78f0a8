//! A choice among the kinds of records: for a reading of the change log or an undo.

use super::{Coded, Kind};

/// A set of kinds of records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Kinds(u16);

impl Kinds {
    /// The empty set.
    pub const NONE: Self = Self(0);

    /// The set of one kind.
    pub const fn one(kind: Kind) -> Self {
        // As the kinds stand in their list, which a test holds.
        Self(1 << kind as u16)
    }

    /// The set of these kinds.
    pub fn of(kinds: &[Kind]) -> Self {
        kinds.iter().fold(Self::NONE, |all, kind| all.with(*kind))
    }

    /// Every kind.
    pub fn all() -> Self {
        Self::of(Kind::ALL)
    }

    /// Every kind of which the log shows changes without being asked: records of assistance, and not how the
    /// register is used ([`Kind::is_of_use`]).
    pub fn of_assistance() -> Self {
        Kind::ALL
            .iter()
            .filter(|kind| !kind.is_of_use())
            .fold(Self::NONE, |all, kind| all.with(*kind))
    }

    /// Every kind of record that says how the register is used ([`Kind::is_of_use`]).
    pub fn of_use() -> Self {
        Self::of_assistance().iter().fold(Self::all(), Self::without)
    }

    /// Every kind of which the register in memory holds nothing ([`Kind::is_in_memory`]).
    pub fn beside_memory() -> Self {
        let kinds = Kind::ALL.iter().filter(|kind| !kind.is_in_memory());
        kinds.fold(Self::NONE, |all, kind| all.with(*kind))
    }

    /// These and one more.
    #[must_use]
    pub fn with(self, kind: Kind) -> Self {
        Self(self.0 | 1 << kind.index())
    }

    /// This set without one kind.
    #[must_use]
    pub fn without(self, kind: Kind) -> Self {
        Self(self.0 & !(1 << kind.index()))
    }

    /// Whether a kind is among them.
    pub fn has(self, kind: Kind) -> bool {
        self.0 & 1 << kind.index() != 0
    }

    /// Whether the set is empty.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Each of them, in order.
    pub fn iter(self) -> impl Iterator<Item = Kind> {
        Kind::ALL.iter().copied().filter(move |kind| self.has(*kind))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_chosen_one_by_one() {
        let some = Kinds::of(&[Kind::Setting, Kind::Need]);
        assert_eq!(some.iter().collect::<Vec<_>>(), [Kind::Need, Kind::Setting]);
        assert_eq!(some.without(Kind::Need), Kinds::of(&[Kind::Setting]));
        let assistance = Kinds::of_assistance();
        assert!(assistance.has(Kind::Match) && !assistance.has(Kind::View));
        assert_eq!(assistance.with(Kind::View).with(Kind::Setting), Kinds::all());
        assert_eq!(Kinds::of_use(), Kinds::of(&[Kind::View, Kind::Setting]));
        assert!(Kind::ALL.iter().all(|kind| Kinds::one(*kind) == Kinds::of(&[*kind])));
        assert!(Kinds::NONE.is_empty() && !Kinds::all().is_empty());
    }
}
