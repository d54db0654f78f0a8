//! The counts of a selection by several fields at once.

use super::Field;
use super::counts::Measure;
use super::engine::selection::Selection;
use super::facet_value::{need_slots, slots};
use super::register::{ProvenancePlace, Register};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Counts the needs, States or reviews of a selection for every combination of the fields' slots that occurs, in the
/// order of slots. A need with several values counts for each combination. Empty if a field is not countable.
pub fn cross_tabulate(
    register: &Register,
    selection: &Selection,
    fields: &[Field],
    measure: Measure,
) -> Vec<(Vec<u16>, u32)> {
    if fields.iter().any(|field| !field.is_countable()) {
        return Vec::new();
    }
    let needs = by_provenance(register, selection, fields);
    let mut sums: BTreeMap<u64, u32> = BTreeMap::new();
    let mut states = HashSet::new();
    for ((key, place), count) in needs {
        let of = register.vocabulary.provenance(place);
        *sums.entry(key).or_default() += match measure {
            Measure::Needs => count,
            Measure::Reviews => u32::from(of.review.is_some()),
            Measure::States => u32::from(states.insert((key, of.state))),
        };
    }
    let width = |field: &Field| slots(*field, &register.vocabulary) as u64;
    let apart = |mut key: u64| {
        let mut own = vec![0; fields.len()];
        for (slot, field) in own.iter_mut().zip(fields).rev() {
            *slot = (key % width(field)) as u16;
            key /= width(field);
        }
        own
    };
    // If all needs come from outside reviews, no review is counted.
    let some = sums.into_iter().filter(|(_, count)| *count > 0);
    some.map(|(key, count)| (apart(key), count)).collect()
}

/// How many needs there are by combination and provenance. A combination is one number: its slots
/// are figures, each to the base of its field's number of slots. Six fields fit.
fn by_provenance(
    register: &Register,
    selection: &Selection,
    fields: &[Field],
) -> HashMap<(u64, ProvenancePlace), u32> {
    let vocabulary = &*register.vocabulary;
    let widths: Vec<u64> = fields.iter().map(|f| slots(*f, vocabulary) as u64).collect();
    let mut needs: HashMap<(u64, ProvenancePlace), u32> = HashMap::new();
    let (mut keys, mut next, mut own) = (Vec::new(), Vec::new(), Vec::new());
    for rows in selection.rows.chunk_by(|a, b| a.chunk() == b.chunk()) {
        let Some(chunk) = register.chunks.get(rows[0].chunk()) else { continue };
        let met = selection.met.chunk(rows[0].chunk());
        for place in rows.iter().map(|row| row.offset()) {
            keys.clear();
            keys.push(0_u64);
            for (field, width) in fields.iter().zip(&widths) {
                need_slots(*field, chunk, place, met, vocabulary, &mut own);
                next.clear();
                for key in &keys {
                    let with = |slot: &u16| key.wrapping_mul(*width).wrapping_add(u64::from(*slot));
                    next.extend(own.iter().map(with));
                }
                std::mem::swap(&mut keys, &mut next);
            }
            for key in &keys {
                *needs.entry((*key, chunk.facts.provenance[place])).or_default() += 1;
            }
        }
    }
    needs
}
