//! Small sets that many needs share (themes, matched activities), each kept once.

use std::collections::HashMap;

/// Distinct sets in the order of their first appearance; the first is the empty one.
pub(super) struct Sets {
    numbers: HashMap<Box<[u16]>, u32>,
    sets: Vec<Box<[u16]>>,
}

impl Sets {
    /// Goes on from sets that are there.
    pub(super) fn from(sets: &[Box<[u16]>]) -> Self {
        let numbers = sets.iter().zip(0..).map(|(set, number)| (set.clone(), number)).collect();
        Self { numbers, sets: sets.to_vec() }
    }

    /// The number of this set; its members are put in order.
    pub(super) fn number(&mut self, members: &mut [u16]) -> u32 {
        if members.is_empty() {
            return 0;
        }
        members.sort_unstable();
        if let Some(&number) = self.numbers.get(&*members) {
            return number;
        }
        let number = self.sets.len() as u32;
        self.sets.push((*members).into());
        self.numbers.insert((*members).into(), number);
        number
    }

    /// All sets, by number.
    pub(super) fn into_all(self) -> Vec<Box<[u16]>> {
        self.sets
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_sets_have_one_number_whatever_their_order() {
        let mut sets = Sets::from(&[Box::default()]);
        let first = sets.number(&mut [3, 1]);
        assert_eq!(first, 1);
        assert_eq!(sets.number(&mut []), 0);
        assert_eq!(sets.number(&mut [1, 3]), first);
        assert_eq!(sets.number(&mut [1]), 2);
        assert_eq!(sets.into_all(), [vec![].into(), vec![1, 3].into(), Box::from([1])]);
    }
}
