//! Small sets that many needs share (themes, matched activities), each kept once.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// Distinct sets in the order of their first appearance; the first is the empty one. Several
/// readers number their sets in it at the same time; few needs have a set, so that they seldom
/// meet.
pub(super) struct Sets(Mutex<Known>);

struct Known {
    numbers: HashMap<Box<[u16]>, u32>,
    sets: Vec<Box<[u16]>>,
}

impl Sets {
    /// Goes on from sets that are there.
    pub(super) fn from(sets: &[Box<[u16]>]) -> Self {
        let numbers = sets.iter().zip(0..).map(|(set, number)| (set.clone(), number)).collect();
        Self(Mutex::new(Known { numbers, sets: sets.to_vec() }))
    }

    /// The number of this set; its members are put in order.
    pub(super) fn number(&self, members: &mut [u16]) -> u32 {
        if members.is_empty() {
            return 0;
        }
        members.sort_unstable();
        // A reader that panicked left whole entries behind: each is pushed in one step.
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(&number) = known.numbers.get(&*members) {
            return number;
        }
        let number = known.sets.len() as u32;
        known.sets.push((*members).into());
        known.numbers.insert((*members).into(), number);
        number
    }

    /// All sets so far, by number.
    pub(super) fn all(&self) -> Vec<Box<[u16]>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).sets.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_sets_have_one_number_whatever_their_order() {
        let sets = Sets::from(&[Box::default()]);
        let first = sets.number(&mut [3, 1]);
        assert_eq!(first, 1);
        assert_eq!(sets.number(&mut []), 0);
        assert_eq!(sets.number(&mut [1, 3]), first);
        assert_eq!(sets.number(&mut [1]), 2);
        assert_eq!(sets.all(), [vec![].into(), vec![1, 3].into(), Box::from([1])]);
    }
}
