//! Activities by State and topic: the lists in which those that may meet stand together, so that never all pairs of
//! activities are looked at.

use super::scope::Scope;
use crate::domain::Article;
use crate::query::register::{Activity, Vocabulary};

/// A thing that an activity is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// An article.
    Article(Article),
    /// A theme of needs: a place in [`Vocabulary::themes`].
    Theme(u16),
}

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

    /// Each key with its activities.
    pub(super) fn lists(&self) -> impl Iterator<Item = (K, &[u16])> {
        self.keys.iter().enumerate().map(|(place, key)| (*key, self.list(place)))
    }

    fn list(&self, place: usize) -> &[u16] {
        &self.places[self.starts[place] as usize..self.starts[place + 1] as usize]
    }
}

/// The activities that name each State among those helped, by what they are about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActivityIndex {
    /// By State and topic.
    by_state: Index<(u16, Topic)>,
}

impl ActivityIndex {
    /// The index of a register's activities.
    pub fn of(vocabulary: &Vocabulary) -> Self {
        let order = (0..vocabulary.activities.len() as u16).collect::<Vec<_>>();
        Self { by_state: named(vocabulary, &order) }
    }

    /// The places of the activities that help a State and are about a topic, rising.
    pub fn at(&self, state: u16, topic: Topic) -> impl Iterator<Item = u16> {
        self.by_state.at((state, topic)).iter().copied()
    }
}

/// What an activity is about: its articles, then its themes.
fn topics(activity: &Activity) -> impl Iterator<Item = Topic> {
    let articles = activity.articles.iter().map(Topic::Article);
    articles.chain(activity.themes.iter().copied().map(Topic::Theme))
}

/// The activities that name States among those helped, by State and topic; for one key in this order.
pub(super) fn named(vocabulary: &Vocabulary, order: &[u16]) -> Index<(u16, Topic)> {
    let entries = order.iter().flat_map(|place| {
        let activity = &vocabulary.activities[usize::from(*place)];
        let states = activity.states.iter().copied();
        states.flat_map(move |state| topics(activity).map(move |of| ((state, of), *place)))
    });
    Index::of(entries)
}

/// The activities that are for a part of the world without naming a State, by topic; for one key in this order.
pub(super) fn regional(vocabulary: &Vocabulary, order: &[u16]) -> Index<Topic> {
    let entries = order.iter().flat_map(|place| {
        let activity = &vocabulary.activities[usize::from(*place)];
        let is_regional = matches!(Scope::of(activity), Scope::Region(_));
        let topics = is_regional.then(|| topics(activity)).into_iter().flatten();
        topics.map(move |of| (of, *place))
    });
    Index::of(entries)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::random_assistance;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

        #[test]
        fn a_state_and_an_article_have_the_activities_that_name_both(seed in any::<u64>()) {
            let vocabulary = random_assistance::vocabulary(seed, 60);
            let index = ActivityIndex::of(&vocabulary);
            for state in 0..vocabulary.states.len() as u16 {
                for article in Article::all() {
                    let found: Vec<u16> = index.at(state, Topic::Article(article)).collect();
                    let activities = vocabulary.activities.iter().zip(0_u16..);
                    let expected = activities.filter(|(activity, _)| {
                        activity.states.contains(&state) && activity.articles.contains(article)
                    });
                    prop_assert_eq!(found, expected.map(|(_, place)| place).collect::<Vec<_>>());
                }
            }
        }
    }
}
