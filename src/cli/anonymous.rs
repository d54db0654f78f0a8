//! `--no-names`: the lines of single States that say the same, put together.

use crate::analysis::Count;
use crate::query::Field;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Whether each value of a field is one State, or one State's post.
pub(super) fn is_of_one(field: Field) -> bool {
    matches!(field, Field::State | Field::Focal)
}

/// Joins equal lines of single States, the most first, and gives the number of States behind each line; empty if the
/// fields are not about single States.
pub(super) fn together(counts: &mut Vec<Count>, fields: &[Field]) -> Vec<u32> {
    if !fields.iter().any(|field| is_of_one(*field)) {
        return Vec::new();
    }
    let mut lines: BTreeMap<_, (Count, u32)> = BTreeMap::new();
    for count in counts.drain(..) {
        let slot = |(field, slot): (&Field, &u16)| {
            if is_of_one(*field) { (*slot).min(1) } else { *slot }
        };
        let alike: Vec<u16> = fields.iter().zip(&count.slots).map(slot).collect();
        let unstated = fields.iter().zip(&alike).any(|(f, slot)| is_of_one(*f) && *slot == 0);
        let key = (unstated, Reverse(count.value), Reverse(count.before), alike);
        lines.entry(key).or_insert_with(|| (count, 0)).1 += 1;
    }
    let states;
    (*counts, states) = lines.into_values().unzip();
    states
}
