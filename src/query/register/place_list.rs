//! A list of places in a table: most records of a kind name one to three of them.

use std::ops::{Deref, DerefMut};

/// So many places lie in the record itself.
const FEW: usize = 3;

/// A list of places in a table of the vocabulary. Up to three take no memory beside the record; it is used as a slice.
#[derive(Clone)]
pub struct PlaceList(Kept);

#[derive(Clone)]
enum Kept {
    /// The places, and how many of them count.
    Few([u16; FEW], u8),
    Many(Box<[u16]>),
}

impl PlaceList {
    /// The list without places.
    pub const EMPTY: Self = Self(Kept::Few([0; FEW], 0));

    /// Adds a place at the end.
    pub fn push(&mut self, place: u16) {
        match &mut self.0 {
            Kept::Few(all, count) if usize::from(*count) < FEW => {
                all[usize::from(*count)] = place;
                *count += 1;
            }
            _ => *self = self.iter().copied().chain([place]).collect::<Vec<u16>>().into(),
        }
    }

    /// Takes all places out.
    pub fn clear(&mut self) {
        *self = Self::EMPTY;
    }
}

impl Default for PlaceList {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl Deref for PlaceList {
    type Target = [u16];

    fn deref(&self) -> &[u16] {
        match &self.0 {
            Kept::Few(all, count) => &all[..usize::from(*count)],
            Kept::Many(all) => all,
        }
    }
}

impl DerefMut for PlaceList {
    fn deref_mut(&mut self) -> &mut [u16] {
        match &mut self.0 {
            Kept::Few(all, count) => &mut all[..usize::from(*count)],
            Kept::Many(all) => all,
        }
    }
}

impl From<Vec<u16>> for PlaceList {
    fn from(places: Vec<u16>) -> Self {
        let mut few = [0; FEW];
        match few.get_mut(..places.len()) {
            Some(own) => own.copy_from_slice(&places),
            None => return Self(Kept::Many(places.into())),
        }
        Self(Kept::Few(few, places.len() as u8))
    }
}

impl FromIterator<u16> for PlaceList {
    fn from_iter<I: IntoIterator<Item = u16>>(places: I) -> Self {
        let mut all = Self::EMPTY;
        all.extend(places);
        all
    }
}

impl Extend<u16> for PlaceList {
    fn extend<I: IntoIterator<Item = u16>>(&mut self, places: I) {
        let mut places = places.into_iter();
        while self.len() < FEW {
            let Some(place) = places.next() else { return };
            self.push(place);
        }
        let more: Vec<u16> = places.collect();
        if !more.is_empty() {
            *self = [&**self, &more].concat().into();
        }
    }
}

impl<'a> IntoIterator for &'a PlaceList {
    type Item = &'a u16;
    type IntoIter = std::slice::Iter<'a, u16>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl PartialEq for PlaceList {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for PlaceList {}

impl std::fmt::Debug for PlaceList {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        (**self).fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_the_places_that_were_put_in() {
        for count in 0..8_u16 {
            let places: Vec<u16> = (0..count).map(|place| place * 7).collect();
            let (mut pushed, mut extended) = (PlaceList::EMPTY, PlaceList::EMPTY);
            for place in &places {
                pushed.push(*place);
            }
            let (first, rest) = places.split_at(places.len() / 2);
            extended.extend(first.iter().copied());
            extended.extend(rest.iter().copied());
            let collected: PlaceList = places.iter().copied().collect();
            assert_eq!(*pushed, places[..]);
            assert_eq!([&extended, &collected, &PlaceList::from(places)], [&pushed; 3]);
            for place in pushed.iter_mut() {
                *place += 1;
            }
            assert_eq!(pushed.iter().sum::<u16>(), collected.iter().sum::<u16>() + count);
            pushed.clear();
            assert!(pushed.is_empty());
        }
    }

    #[test]
    fn a_list_takes_two_words() {
        assert_eq!(size_of::<PlaceList>(), 16);
    }
}
