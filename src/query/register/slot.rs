//! The slot of a value: 0 where nothing is stated, else the value's place in its vocabulary plus one.

use crate::domain::Coded;

/// The slot of a value of a field: [`Slot::NONE`] where none is stated, else one for each place in the vocabulary.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct Slot(u16);

impl Slot {
    /// The slot of a value not stated.
    pub const NONE: Self = Self(0);

    /// The slot of the value at a place.
    #[inline]
    pub const fn of(place: u16) -> Self {
        Self(place + 1)
    }

    /// The slot of an index of a list.
    #[inline]
    pub const fn at(place: usize) -> Self {
        Self(place as u16 + 1)
    }

    /// The slot of a value of a closed vocabulary.
    #[inline]
    pub fn coded<T: Coded>(value: T) -> Self {
        Self::at(value.index())
    }

    /// The slot with a number, as lists of slots hold it.
    #[inline]
    pub const fn numbered(number: u16) -> Self {
        Self(number)
    }

    /// Its number: 0 for "not stated".
    #[inline]
    pub const fn number(self) -> u16 {
        self.0
    }

    /// The place of its value; `None` where none is stated.
    #[inline]
    pub const fn place(self) -> Option<u16> {
        self.0.checked_sub(1)
    }

    /// The index of its value in a list; `None` where none is stated.
    #[inline]
    pub fn index(self) -> Option<usize> {
        self.place().map(usize::from)
    }

    /// Its place in a table with [`Slot::room`] entries.
    #[inline]
    pub const fn entry(self) -> usize {
        self.0 as usize
    }

    /// How many entries a table has with one for each slot of so many values.
    pub const fn room(values: usize) -> usize {
        values + 1
    }
}

/// From the code of a column of bytes.
impl From<u8> for Slot {
    #[inline]
    fn from(code: u8) -> Self {
        Self(code.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Priority;

    #[test]
    fn a_slot_is_the_place_of_a_value_or_none() {
        assert_eq!((Slot::NONE.place(), Slot::NONE.entry()), (None, 0));
        for place in [0, 1, 254] {
            let slot = Slot::of(place);
            assert_eq!((slot.place(), slot.index()), (Some(place), Some(place.into())));
            assert_eq!((Slot::at(place.into()), Slot::numbered(slot.number())), (slot, slot));
            assert!(slot.entry() < Slot::room(usize::from(place) + 1));
        }
        assert_eq!(Slot::coded(Priority::Medium).place(), Some(1));
        assert_eq!(Slot::from(3), Slot::of(2));
    }
}
