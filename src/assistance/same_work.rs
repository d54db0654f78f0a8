//! Whether two records tell of one work: a part and its whole, or one activity that two organisations report.

use crate::query::register::{Activity, Vocabulary};

/// A part of a part of a part … of more than so many is a mistake in the register.
const DEPTH: usize = 16;

/// Whether the one is a part of the other, at whatever remove, or both have an identifier in common, now or formerly.
pub fn is_same_work(vocabulary: &Vocabulary, [one, other]: [&Activity; 2]) -> bool {
    let shares = one.identifiers.iter().any(|own| other.identifiers.contains(own));
    shares || is_part_of(vocabulary, one, other) || is_part_of(vocabulary, other, one)
}

/// Whether an activity is a part of another one.
fn is_part_of(vocabulary: &Vocabulary, part: &Activity, whole: &Activity) -> bool {
    let activities = &vocabulary.activities;
    let mut of = part.programme;
    for _ in 0..DEPTH {
        let Some(id) = of else { return false };
        if id == whole.id {
            return true;
        }
        let place = activities.binary_search_by_key(&id, |activity| activity.id);
        of = place.ok().and_then(|place| activities[place].programme);
    }
    false
}
