//! Counts of what assistance needs have, where no State is named: the combinations of values that are withheld, since too
//! few States stand behind them or behind those from which they would follow.

use super::gap_cell::GapCell;
use super::withheld::withheld;
use crate::query::register::Register;
use crate::query::{Field, Measure, Selection, cross_tabulate};
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
