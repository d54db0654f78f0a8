//! Shared needs: an article under which several States of one group have unserved needs, so that one workshop could
//! serve them all.

use super::open_needs::{OpenNeed, OpenNeeds};
use super::values::NeedValues;
use crate::domain::{Article, Priority, Standing};
use crate::query::register::{Register, encoded};
use crate::query::{Field, Followed, Selection, state_slots};
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

/// Needs are shared where at least so many States have them.
pub const FEWEST_STATES: usize = 3;

/// More States than these are no workshop: a split is proposed.
pub const MOST_STATES: usize = 15;

/// The fields by which States are grouped; without one, all States that the filter lets through are one group.
pub const GROUPED_BY: [Field; 3] = [Field::Adviser, Field::Region, Field::Group];

/// The fields by which a group can be split.
pub const SPLIT_BY: [Field; 2] = [Field::Theme, Field::Category];

/// The unserved needs of a State in a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SharingState {
    /// The State: a place in the vocabulary.
    pub state: u16,
    /// Its unserved needs.
    pub needs: u32,
    /// Those of high priority among them.
    pub high: u32,
}

/// An article and the States of one group that have unserved needs under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedNeeds {
    /// The slot of the group in the field that States are grouped by; `None` for all that the filter lets through.
    pub group: Option<u16>,
    /// The article.
    pub article: Article,
    /// The slot of the theme or category, where the group is split.
    pub part: Option<u16>,
    /// The States, at least three: those with the most needs first, then in the order of the vocabulary.
    pub states: Vec<SharingState>,
}

impl SharedNeeds {
    /// How many unserved needs there are.
    pub fn needs(&self) -> u32 {
        self.states.iter().map(|state| state.needs).sum()
    }

    /// How many of them have a high priority.
    pub fn high(&self) -> u32 {
        self.states.iter().map(|state| state.high).sum()
    }

    /// Whether it has more States than one workshop takes, so that a split is proposed.
    pub fn is_wide(&self) -> bool {
        self.states.len() > MOST_STATES
    }
}

/// The question of shared needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sharing {
    /// One of [`GROUPED_BY`]; `None`: all that the filter lets through are one group.
    pub by: Option<Field>,
    /// One of [`SPLIT_BY`], where groups are split. A need with two themes stands in both parts.
    pub split: Option<Field>,
}

/// The groups of States that share unserved needs among those selected: the one with the most States first, then with
/// the most needs, then in the order of group, article and part. A State outside every group stands in none. `None`
/// when the caller cancels it, which is asked before each chunk.
pub fn shared_needs<'a>(
    register: &Register,
    selection: &Selection,
    sharing: Sharing,
    followed: impl Into<Followed<'a>>,
) -> Option<Vec<SharedNeeds>> {
    let counts = count(register, selection, sharing.split, followed.into())?;
    let groups = groups_of_states(register, sharing.by);
    let mut found = Vec::new();
    for of_part in counts.chunk_by(|(one, _), (other, _)| (one.0, one.1) == (other.0, other.1)) {
        let (article, part, _) = of_part[0].0;
        let mut of_groups: BTreeMap<Option<u16>, Vec<SharingState>> = BTreeMap::new();
        for ((_, _, state), [needs, high]) in of_part {
            for group in &groups[usize::from(*state)] {
                let sharing = SharingState { state: *state, needs: *needs, high: *high };
                of_groups.entry(*group).or_default().push(sharing);
            }
        }
        for (group, mut states) in of_groups {
            if states.len() >= FEWEST_STATES {
                states.sort_by_key(|state| (Reverse(state.needs), state.state));
                found.push(SharedNeeds { group, article, part, states });
            }
        }
    }
    found.sort_by_cached_key(|shared| {
        let part = shared.part.map(|slot| slot.wrapping_sub(1)); // "not stated" last
        let order = (shared.group, shared.article, part);
        (Reverse((shared.states.len(), shared.needs())), order)
    });
    Some(found)
}

/// The groups that each State belongs to, as slots of the field.
fn groups_of_states(register: &Register, by: Option<Field>) -> Vec<Vec<Option<u16>>> {
    let vocabulary = &*register.vocabulary;
    let mut own = Vec::new();
    let mut of_state = |state| match by {
        None => vec![None],
        Some(field) => {
            state_slots(field, state, vocabulary, &mut own);
            own.iter().filter(|slot| **slot != 0).map(|slot| Some(*slot)).collect()
        }
    };
    (0..vocabulary.states.len()).map(&mut of_state).collect()
}

/// An article, a slot of the field that splits groups, and a State.
type Key = (Article, Option<u16>, u16);

/// Counts the unserved needs of each key, in the order of keys: all of them, and those of high priority.
fn count(
    register: &Register,
    selection: &Selection,
    split: Option<Field>,
    followed: Followed<'_>,
) -> Option<Vec<(Key, [u32; 2])>> {
    let parts = split.map(|field| NeedValues::of(field, &register.vocabulary));
    let high = encoded(Some(Priority::High));
    let needs = OpenNeeds { register, selection, wanted: |_, _| true };
    let count = |(counts, own): &mut (HashMap<Key, [u32; 2]>, Vec<u16>), need: OpenNeed<'_>| {
        if need.standing != Standing::Unserved {
            return;
        }
        own.clear();
        if let Some(parts) = &parts {
            parts.put(&need.chunk.facts, need.place, own);
        }
        let is_high = u32::from(need.chunk.triage.priority[need.place] == high);
        let mut add = |article, part| {
            let [needs, of_high_priority] = counts.entry((article, part, need.state)).or_default();
            *needs += 1;
            *of_high_priority += is_high;
        };
        for article in need.chunk.facts.articles[need.place].iter() {
            for slot in own.iter() {
                add(article, Some(*slot));
            }
            if split.is_none() {
                add(article, None);
            }
        }
    };
    let counted = needs.counted(|| (HashMap::new(), Vec::new()), count, followed)?;
    let mut counts: HashMap<Key, [u32; 2]> = HashMap::new();
    for (key, [needs, high]) in counted.into_iter().flat_map(|(counts, _)| counts) {
        let all = counts.entry(key).or_default();
        *all = [all[0] + needs, all[1] + high];
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_unstable();
    Some(counts)
}

#[cfg(test)]
#[path = "shared_tests.rs"]
mod tests;
