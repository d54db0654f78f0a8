//! Small sets that many needs share (themes, matches with activities), each kept once.

use crate::query::register::SetPlace;
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};

/// Distinct sets in the order of their first appearance; the first is the empty one. Several
/// readers number their sets in it at the same time; few needs have a set, so that they seldom
/// meet.
pub(super) struct Sets<T = u16>(Mutex<Known<T>>);

struct Known<T> {
    places: HashMap<Box<[T]>, SetPlace>,
    sets: Vec<Box<[T]>>,
}

impl<T: Copy + Ord + Hash> Sets<T> {
    /// Goes on from sets that are there.
    pub(super) fn from(sets: &[Box<[T]>]) -> Self {
        let places = sets
            .iter()
            .zip((0..).map(SetPlace::behind))
            .map(|(set, place)| (set.clone(), place))
            .collect();
        Self(Mutex::new(Known { places, sets: sets.to_vec() }))
    }

    /// The place of this set; its members are put in order.
    pub(super) fn place(&self, members: &mut [T]) -> SetPlace {
        if members.is_empty() {
            return SetPlace::EMPTY;
        }
        members.sort_unstable();
        // A reader that panicked left whole entries behind: each is pushed in one step.
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(&place) = known.places.get(&*members) {
            return place;
        }
        let place = SetPlace::behind(known.sets.len());
        known.sets.push((*members).into());
        known.places.insert((*members).into(), place);
        place
    }

    /// All sets so far, by place.
    pub(super) fn all(&self) -> Vec<Box<[T]>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).sets.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_sets_have_one_place_whatever_their_order() {
        let sets = Sets::<u16>::from(&[Box::default()]);
        let first = sets.place(&mut [3, 1]);
        assert_eq!(first.index(), 1);
        assert_eq!(sets.place(&mut []), SetPlace::EMPTY);
        assert_eq!(sets.place(&mut [1, 3]), first);
        assert_eq!(sets.place(&mut [1]).index(), 2);
        assert_eq!(sets.all(), [vec![].into(), vec![1, 3].into(), Box::from([1])]);
    }
}
