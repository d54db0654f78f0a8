//! Counts of what assistance needs have, where no State is named: the combinations of values that are withheld, since too
//! few States stand behind them or behind those from which they would follow.

use super::gap_cell::GapCell;
use super::withheld::withheld;
use crate::query::register::{Address, Register};
use crate::query::{
    AssistanceShown, Field, Measure, Plan, Selection, assistance_shown, cross_tabulate,
    matched_needs,
};
use std::collections::{BTreeMap, BTreeSet};

/// How many States have needs, by combinations of slots.
pub(super) type States = BTreeMap<Vec<u16>, u32>;

/// The combinations of slots of these fields that are withheld: a matrix of what is told of States against the other
/// fields, with its sums, as gaps have it. Nothing where States are named.
pub fn of_few_states(
    register: &Register,
    selection: &Selection,
    fields: &[Field],
) -> BTreeSet<Vec<u16>> {
    if register.vocabulary.nameless.is_none() {
        return BTreeSet::new();
    }
    let states = |fields: &[Field]| -> States {
        cross_tabulate(register, selection, fields, Measure::States).into_iter().collect()
    };
    let (own, beside): (Vec<Field>, Vec<Field>) =
        fields.iter().partition(|field| !field.is_of_state());
    let whole = selection.counts.total(Measure::States);
    hidden_of(fields, &states(fields), [&states(&own), &states(&beside)], whole)
}

/// The combinations of slots of these fields that are withheld, from the States of each combination, of what is not told
/// of States and of what is, and of the whole.
pub(super) fn hidden_of(
    fields: &[Field],
    all: &States,
    [of_rows, of_columns]: [&States; 2],
    whole: u32,
) -> BTreeSet<Vec<u16>> {
    let across = fields.iter().position(|field| field.is_of_state());
    let parted = |slots: &[u16]| {
        let mut own = slots.to_vec();
        let column = across.map(|place| own.remove(place));
        (own, column)
    };
    let rows: BTreeSet<Vec<u16>> = all.keys().map(|slots| parted(slots).0).collect();
    let columns: BTreeSet<Option<u16>> = all.keys().map(|slots| parted(slots).1).collect();
    let joined = |row: &[u16], column: Option<u16>| {
        let mut slots = row.to_vec();
        if let (Some(place), Some(column)) = (across, column) {
            slots.insert(place, column);
        }
        slots
    };
    let counted = |all: &States, slots: &[u16]| cell(all.get(slots).copied());
    let mut matrix: Vec<Vec<GapCell>> = Vec::new();
    for row in &rows {
        let cells = columns.iter().map(|column| counted(all, &joined(row, *column)));
        matrix.push(cells.chain([counted(of_rows, row)]).collect());
    }
    let sums = columns.iter().map(|column| match column {
        Some(column) => counted(of_columns, &[*column]),
        None => cell(Some(whole)),
    });
    matrix.push(sums.chain([cell(Some(whole))]).collect());
    let mut found = BTreeSet::new();
    for (row, hidden) in rows.iter().zip(withheld(&matrix)) {
        let hidden = columns.iter().zip(hidden).filter(|(_, hidden)| *hidden);
        found.extend(hidden.map(|(column, _)| joined(row, *column)));
    }
    found
}

/// How many of these needs each activity is matched with, by its place in the vocabulary. Where States are not named,
/// `None` for a number of needs of fewer than three States, and for the smallest beside it that would give it away.
pub fn needs_told(register: &Register, rows: &[Address]) -> Vec<Option<u32>> {
    let needs = matched_needs(register, rows);
    let vocabulary = &register.vocabulary;
    if vocabulary.nameless.is_none() {
        return needs.into_iter().map(Some).collect();
    }
    let (mut states, mut whole) = (vec![BTreeSet::new(); needs.len()], BTreeSet::new());
    for row in rows {
        let Some(chunk) = register.chunks.get(row.chunk()) else { continue };
        let set = &vocabulary.match_sets[chunk.facts.activities[row.offset()].index()];
        let state = vocabulary.provenance(chunk.facts.provenance[row.offset()]).state;
        for one in set {
            states[usize::from(one.activity)].insert(state);
            whole.insert(state);
        }
    }
    let served: Vec<usize> = (0..needs.len()).filter(|place| needs[*place] > 0).collect();
    let counts = served.iter().map(|place| states[*place].len() as u32);
    let hidden = withheld_parts(&counts.chain([whole.len() as u32]).collect::<Vec<_>>());
    let mut told: Vec<Option<u32>> = needs.into_iter().map(Some).collect();
    for (place, _) in served.iter().zip(hidden).filter(|(_, is_hidden)| *is_hidden) {
        told[*place] = None;
    }
    told
}

/// The activities and organisations that a filter shows, as [`assistance_shown`]. Where States are not named, terms that
/// only needs answer show the activities whose number of such needs [`needs_told`] tells.
///
/// `rows` are the needs that pass the whole filter; `stopped` says whether to give up, which gives `None`.
pub fn shown_and_told(
    register: &Register,
    plan: &Plan,
    rows: &[Address],
    stopped: &(dyn Fn() -> bool + Sync),
) -> Option<AssistanceShown> {
    let counted = |rows: &[Address]| -> Vec<u32> {
        needs_told(register, rows).into_iter().map(Option::unwrap_or_default).collect()
    };
    assistance_shown(register, plan, rows, &counted, stopped)
}

/// Which of several numbers of States, that make up one sum, are withheld with those that follow from them; the sum is
/// the last one.
pub fn withheld_parts(states: &[u32]) -> Vec<bool> {
    let line: Vec<GapCell> = states.iter().map(|states| cell(Some(*states))).collect();
    withheld(&[line.clone(), line]).swap_remove(0)
}

/// A cell of so many States.
fn cell(states: Option<u32>) -> GapCell {
    let states = states.unwrap_or(0);
    GapCell { open: states, states, ..GapCell::default() }
}
