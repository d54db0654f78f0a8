//! A cell of gaps in full: the activities that are counted there, and the unserved needs that could be served now, each
//! with its best candidate.

use super::candidates::{Looked, activities_for};
use super::servable::Asked;
use super::values::{ActivityValues, NeedValues};
use crate::domain::{ActivityStatus, NeedNumber, Standing};
use crate::query::register::Register;
use crate::query::{Field, Selection};
use std::cmp::Reverse;
use std::collections::HashMap;

/// The most needs between two looks at whether the answer is still wanted.
const STEP: usize = 64;

/// A cell: the values of the fields by which gaps are told; the second is missing for the sum of a row.
pub type CellValues = [Option<(Field, u16)>; 2];

/// An unserved need that could be served now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ServableNeed {
    /// Its number.
    pub need: NeedNumber,
    /// Its best candidate: a place in the vocabulary.
    pub activity: u16,
    /// The points of that.
    pub points: u8,
}

/// The content of a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InCell {
    /// The activities that are counted in it: places in the vocabulary.
    pub activities: Vec<u16>,
    /// The needs that could be served now: the most points first, then by number.
    pub servable: Vec<ServableNeed>,
}

/// Looks up the content of a cell of gaps that were counted of a selection: with the candidates of `looked`. `None` when
/// `cancelled` says so, which is asked every few needs.
pub fn in_cell(
    register: &Register,
    selection: &Selection,
    cell: CellValues,
    looked: Looked,
    cancelled: &dyn Fn() -> bool,
) -> Option<InCell> {
    let vocabulary = &*register.vocabulary;
    let values = || cell.iter().flatten();
    let of_activities: Vec<(ActivityValues<'_>, u16)> =
        values().map(|(field, slot)| (ActivityValues::of(*field, vocabulary), *slot)).collect();
    let is_in = |place: &u16| {
        let activity = &vocabulary.activities[usize::from(*place)];
        let has = |(of, slot): &(ActivityValues<'_>, u16)| {
            let mut own = Vec::new();
            of.put(activity, &mut own);
            own.contains(slot)
        };
        activity.status() != Some(ActivityStatus::Cancelled) && of_activities.iter().all(has)
    };
    let activities = (0..vocabulary.activities.len() as u16).filter(is_in).collect();
    let of_needs: Vec<(NeedValues, u16)> =
        values().map(|(field, slot)| (NeedValues::of(*field, vocabulary), *slot)).collect();
    let (mut servable, mut own, mut known) = (Vec::new(), Vec::new(), HashMap::new());
    for (at, row) in selection.rows.iter().enumerate() {
        if at % STEP == 0 && cancelled() {
            return None;
        }
        let Some(chunk) = register.chunks.get(row.chunk()) else { continue };
        let is_there = of_needs.iter().all(|(values, slot)| {
            own.clear();
            values.put(&chunk.facts, row.offset(), &mut own);
            own.contains(slot)
        });
        let Some(need) = register.need(*row).filter(|_| is_there) else { continue };
        if need.standing() != Some(Standing::Unserved) {
            continue;
        }
        // Many needs ask the same of the rule; none of these has a match that counts.
        let best = *known.entry(Asked::of(chunk, row.offset())).or_insert_with(|| {
            let best = activities_for(need, looked).into_iter().next();
            best.map(|best| (best.activity, best.score.sum()))
        });
        let found =
            best.map(|(activity, points)| ServableNeed { need: need.id(), activity, points });
        servable.extend(found);
    }
    servable.sort_by_key(|one: &ServableNeed| (Reverse(one.points), one.need));
    Some(InCell { activities, servable })
}

#[cfg(test)]
mod tests {
    use super::super::rule::Band;
    use super::super::{add_candidates, gaps};
    use super::*;
    use crate::domain::SAMPLE_DAY;
    use crate::query::{Context, Filter, Plan, select};
    use crate::testing::random_register;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

        #[test]
        fn a_cell_has_as_many_activities_and_servable_needs_as_gaps_count(seed in any::<u64>()) {
            let register = random_register::register(seed, 200);
            let context = Context { today: SAMPLE_DAY, me: None };
            let plan = Plan::resolve(&Filter::default(), &register, &context).unwrap();
            let selection = select(&register, &plan, &|| false).unwrap();
            let fields = [Field::Article, Field::Region];
            let mut found = gaps(&register, &selection, &fields, &|| false).unwrap();
            let looked = Looked::on(SAMPLE_DAY, &register.vocabulary, Band::Strong);
            add_candidates(&mut found, &register, &selection, looked, &|| false).unwrap();
            for row in found.rows.iter().take(6) {
                for (slot, cell) in found.columns.iter().zip(&row.cells) {
                    let values = [Some((fields[0], row.slot)), Some((fields[1], *slot))];
                    let of = in_cell(&register, &selection, values, looked, &|| false).unwrap();
                    prop_assert_eq!(Some(of.servable.len() as u32), cell.candidates);
                    if row.slot > 0 && *slot > 0 {
                        prop_assert_eq!(Some(of.activities.len() as u32), cell.activities);
                    }
                }
            }
        }
    }
}
