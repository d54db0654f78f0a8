//! The needs that are selected, by number: a bitmap in blocks, so that a hundred thousand of them
//! cost as little to ask about, while drawing, as three.

use std::collections::BTreeMap;

/// Bits of a number that stand within a block.
const BITS: u32 = 12;
const WORDS: usize = (1 << BITS) / 64;

/// A set of needs.
#[derive(Clone, Debug, Default)]
pub struct Selected {
    blocks: BTreeMap<u32, Box<[u64; WORDS]>>,
    count: usize,
}

fn place(id: u32) -> (u32, usize, u64) {
    let within = id as usize & ((1 << BITS) - 1);
    (id >> BITS, within / 64, 1 << (within % 64))
}

impl Selected {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Whether a need is among them.
    pub fn contains(&self, id: u32) -> bool {
        let (block, word, bit) = place(id);
        self.blocks.get(&block).is_some_and(|words| words[word] & bit != 0)
    }

    /// Adds a need; whether it was not there.
    pub fn insert(&mut self, id: u32) -> bool {
        let (block, word, bit) = place(id);
        let words = self.blocks.entry(block).or_insert_with(|| Box::new([0; WORDS]));
        let fresh = words[word] & bit == 0;
        words[word] |= bit;
        self.count += usize::from(fresh);
        fresh
    }

    /// Takes a need out; whether it was there.
    pub fn remove(&mut self, id: u32) -> bool {
        let (block, word, bit) = place(id);
        let Some(words) = self.blocks.get_mut(&block) else { return false };
        let there = words[word] & bit != 0;
        words[word] &= !bit;
        self.count -= usize::from(there);
        there
    }

    /// Takes all out.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// All of them, rising.
    pub fn iter(&self) -> impl Iterator<Item = u32> {
        self.blocks.iter().flat_map(|(block, words)| {
            words.iter().enumerate().flat_map(move |(word, bits)| {
                let first = (block << BITS) + word as u32 * 64;
                let set = move |bit: &u32| bits >> bit & 1 == 1;
                (0..64).filter(set).map(move |bit| first + bit)
            })
        })
    }
}

impl Extend<u32> for Selected {
    fn extend<T: IntoIterator<Item = u32>>(&mut self, ids: T) {
        for id in ids {
            self.insert(id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn it_is_a_set_of_numbers(
            steps in proptest::collection::vec((any::<bool>(), prop_oneof![0u32..200, any::<u32>()]), 0..200),
        ) {
            let (mut selected, mut plain) = (Selected::default(), BTreeSet::new());
            for (add, id) in steps {
                if add {
                    prop_assert_eq!(selected.insert(id), plain.insert(id));
                } else {
                    prop_assert_eq!(selected.remove(id), plain.remove(&id));
                }
                prop_assert_eq!(selected.len(), plain.len());
                prop_assert_eq!(selected.contains(id), plain.contains(&id));
            }
            prop_assert!(selected.iter().eq(plain.iter().copied()));
            selected.clear();
            prop_assert!(selected.is_empty() && selected.iter().next().is_none());
        }
    }
}
