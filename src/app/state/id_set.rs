//! The needs that are selected, by number: a compressed bitmap, so that a hundred thousand of them
//! cost as little to ask about, while drawing, as three.

use crate::domain::NeedNumber;
use roaring::RoaringBitmap;

/// A set of needs.
#[derive(Clone, Debug, Default)]
pub struct Selected(RoaringBitmap);

impl Selected {
    /// The number of needs.
    pub fn len(&self) -> usize {
        self.0.len() as usize
    }

    /// Whether it is empty.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a need is among them.
    pub fn contains(&self, need: NeedNumber) -> bool {
        self.0.contains(need.get())
    }

    /// Adds a need; whether it was not there.
    pub fn insert(&mut self, need: NeedNumber) -> bool {
        self.0.insert(need.get())
    }

    /// Takes a need out; whether it was there.
    pub fn remove(&mut self, need: NeedNumber) -> bool {
        self.0.remove(need.get())
    }

    /// Takes all out.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// The needs, rising.
    pub fn iter(&self) -> impl Iterator<Item = NeedNumber> {
        self.0.iter().map(NeedNumber::new)
    }
}

impl Extend<NeedNumber> for Selected {
    fn extend<T: IntoIterator<Item = NeedNumber>>(&mut self, ids: T) {
        self.0.extend(ids.into_iter().map(NeedNumber::get));
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
                let id = NeedNumber::new(id);
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
