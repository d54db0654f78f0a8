//! Activities by keys: lists in which those that may be meant stand together, so that not all activities are looked at.

/// The activities with each key, in the order of the keys and, for one key, in the order in which they were put in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Index<K> {
    /// Each key once, rising: few enough that they stay near while they are searched.
    keys: Vec<K>,
    /// Where the list of each key begins, and behind the last one where it ends.
    starts: Vec<u32>,
    places: Vec<u16>,
}

impl<K: Ord + Copy> Index<K> {
    /// The index of these entries.
    pub(super) fn of(entries: impl Iterator<Item = (K, u16)>) -> Self {
        let mut entries: Vec<(K, u16)> = entries.collect();
        // Stable: the order of one key's activities is the caller's.
        entries.sort_by_key(|(key, _)| *key);
        let (mut keys, mut starts) = (Vec::new(), Vec::new());
        for ((key, _), at) in entries.iter().zip(0..) {
            if keys.last() != Some(key) {
                keys.push(*key);
                starts.push(at);
            }
        }
        starts.push(entries.len() as u32);
        Self { keys, starts, places: entries.into_iter().map(|(_, place)| place).collect() }
    }

    /// The activities with this key.
    pub(super) fn at(&self, key: K) -> &[u16] {
        self.keys.binary_search(&key).map_or(&[], |place| self.list(place))
    }

    fn list(&self, place: usize) -> &[u16] {
        &self.places[self.starts[place] as usize..self.starts[place + 1] as usize]
    }
}
