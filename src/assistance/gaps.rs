//! Gaps: how many open needs are served, planned for or unserved, by one field or by two, beside the activities of the
//! same values, so that the widest gap comes first.

use super::by_state::ByState;
use super::candidates::Looked;
use super::few_states::{States, hidden_of};
use super::gap_cell::{GapCell, NUMBERS};
use super::open_needs::{OpenNeed, OpenNeeds};
use super::servable::servable;
use super::tally::Tally;
use super::values::{ActivityValues, NeedValues, is_of_states, slots_of_states};
use super::withheld::withheld_with;
use crate::domain::ActivityStatus;
use crate::query::register::{Register, Vocabulary};
use crate::query::{Field, Followed, Selection, slots};
use std::borrow::Cow;
use std::cmp::Reverse;

/// The fields by which gaps are told.
pub const GAP_FIELDS: [Field; 7] = [
    Field::Article,
    Field::Chapter,
    Field::Category,
    Field::Theme,
    Field::Region,
    Field::Group,
    Field::Adviser,
];

/// The gaps of one value of the first field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GapRow {
    /// The slot of the value.
    pub slot: u16,
    /// The numbers of the value: a need with several values of the second field counts once.
    pub all: GapCell,
    /// The numbers with each value of the second field, in the order of [`Gaps::columns`].
    pub cells: Vec<GapCell>,
}

/// Gaps by one field or by two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gaps {
    /// The fields: the rows, and the columns where there are two.
    pub fields: Vec<Field>,
    /// The slots of the second field that some open need has, in the order of the vocabulary, "not stated" last.
    pub columns: Vec<u16>,
    /// The numbers of each column: a need with several values of the first field counts once.
    pub column_sums: Vec<GapCell>,
    /// The values of the first field that some open need has. The row with the widest gap in one cell comes first,
    /// counting States with unserved needs, then these needs; behind them rows of which no cell has enough needs to be
    /// ranked, by their own numbers, and "not stated".
    pub rows: Vec<GapRow>,
    /// The numbers of all open needs, each counted once.
    pub sum: GapCell,
}

impl Gaps {
    /// The cells in which something is told, with the slots of their values. Of two fields the widest gap of all comes
    /// first, counting States with unserved needs, then these needs; cells with too few needs to be ranked and "not
    /// stated" come last.
    pub fn cells(&self) -> impl Iterator<Item = (Vec<u16>, GapCell)> {
        let all = self.rows.iter().flat_map(|row| {
            let pairs = self.columns.iter().zip(&row.cells);
            let pairs = pairs.map(|(column, cell)| (vec![row.slot, *column], *cell));
            let alone = self.columns.is_empty().then(|| (vec![row.slot], row.all));
            pairs.chain(alone).filter(|(_, cell)| cell.is_there())
        });
        let mut cells: Vec<(Vec<u16>, GapCell)> = all.collect();
        if !self.columns.is_empty() {
            cells.sort_by_key(|(slots, cell)| (slots.contains(&0), Reverse(cell.width())));
        }
        cells.into_iter()
    }

    /// The place of the column with the widest gap of the first row, which has the widest of all; the first one where
    /// no cell is ranked.
    pub fn widest_column(&self) -> usize {
        let cells = self.rows.first().into_iter().flat_map(|row| row.cells.iter().enumerate());
        let ranked = cells.filter_map(|(column, cell)| Some((cell.width()?, Reverse(column))));
        ranked.max().map_or(0, |(_, Reverse(column))| column)
    }
}

/// Counts the open needs among those selected by one or two of [`GAP_FIELDS`]. Where States are not named, cells
/// of which a number is of fewer than three States are withheld, with those from which it would follow, and activities are not counted by
/// what is told of States. `None` when `cancelled` says so, which is asked before each chunk.
pub fn gaps(
    register: &Register,
    selection: &Selection,
    fields: &[Field],
    cancelled: &(dyn Fn() -> bool + Sync),
) -> Option<Gaps> {
    let vocabulary = &*register.vocabulary;
    let (down, across) = (fields[0], fields.get(1).copied());
    let (rows, columns) =
        (slots(down, vocabulary), across.map_or(0, |field| slots(field, vocabulary)));
    let mut tally = tally(register, selection, [Some(down), across], |_, _| true, cancelled)?;
    let stated = Stated::by(vocabulary, [Some(down), across]);
    for values in stated.iter() {
        tally.add_activity(values);
    }
    let is_row = |slot: &u16| tally.cell((*slot).into(), columns).open > 0;
    let shown: Vec<u16> =
        unstated_last(columns).filter(|slot| tally.cell(rows, (*slot).into()).open > 0).collect();
    let of_value = |slot: u16| GapRow {
        slot,
        all: tally.cell(slot.into(), columns),
        cells: shown.iter().map(|column| tally.cell(slot.into(), (*column).into())).collect(),
    };
    let all: Vec<GapRow> = unstated_last(rows).filter(is_row).map(of_value).collect();
    let of_row: Vec<bool> = (0..rows as u16).map(|slot| is_row(&slot)).collect();
    let of_column: Vec<bool> = (0..columns as u16).map(|slot| shown.contains(&slot)).collect();
    let is_among = |own: &[u16], shown: &[bool]| own.iter().any(|slot| shown[usize::from(*slot)]);
    let in_a_cell = |[own, beside]: &[&[u16]; 2]| {
        is_among(own, &of_row) && (across.is_none() || is_among(beside, &of_column))
    };
    let activities = Some(stated.iter().filter(in_a_cell).count() as u32);
    let mut gaps = Gaps {
        fields: fields.to_vec(),
        column_sums: shown.iter().map(|slot| tally.cell(rows, (*slot).into())).collect(),
        columns: shown,
        rows: all,
        sum: GapCell { activities, ..tally.cell(rows, columns) },
    };
    if vocabulary.nameless.is_some() {
        withhold(&mut gaps);
    }
    let alone = gaps.columns.is_empty();
    gaps.rows.sort_by_cached_key(|row| {
        let cells = row.cells.iter().chain(alone.then_some(&row.all));
        let widest = cells.filter_map(GapCell::width).max();
        let own = row.all.width().filter(|_| widest.is_none());
        (row.slot == 0, Reverse(widest), Reverse(own))
    });
    Some(gaps)
}

/// Works out for each cell of gaps how many of its unserved needs have a candidate of `looked`. Register and selection
/// are those that the gaps were counted of. Where States are not named, it stays unknown: the rule would look at what is
/// left out of the activities. `None` when `cancelled` says so, which is asked before each chunk; the gaps are as they
/// were then.
pub fn add_candidates(
    found: &mut Gaps,
    register: &Register,
    selection: &Selection,
    looked: Looked,
    cancelled: &(dyn Fn() -> bool + Sync),
) -> Option<()> {
    if register.vocabulary.nameless.is_some() {
        return Some(());
    }
    let servable = servable(register, looked, cancelled)?;
    let fields = [found.fields.first().copied(), found.fields.get(1).copied()];
    let has_one = |chunk: usize, place: usize| servable[chunk][place];
    let tally = tally(register, selection, fields, has_one, cancelled)?;
    let [rows, columns] = tally.sizes();
    let put = |cell: &mut GapCell, row: usize, column: usize| {
        cell.candidates = (!cell.withheld).then(|| tally.cell(row, column).open);
    };
    for row in &mut found.rows {
        put(&mut row.all, row.slot.into(), columns);
        for (cell, column) in row.cells.iter_mut().zip(&found.columns) {
            put(cell, row.slot.into(), (*column).into());
        }
    }
    for (cell, column) in found.column_sums.iter_mut().zip(&found.columns) {
        put(cell, rows, (*column).into());
    }
    put(&mut found.sum, rows, columns);
    Some(())
}

/// The slots of so many, "not stated" last.
fn unstated_last(count: usize) -> impl Iterator<Item = u16> {
    (1..count as u16).chain((count > 0).then_some(0))
}

/// Counts the open needs that are wanted, by the number of the chunk and the place in it.
fn tally(
    register: &Register,
    selection: &Selection,
    fields: [Option<Field>; 2],
    wanted: impl Fn(usize, usize) -> bool + Sync,
    cancelled: &(dyn Fn() -> bool + Sync),
) -> Option<Tally> {
    let vocabulary = &*register.vocabulary;
    let sizes = fields.map(|field| field.map_or(0, |field| slots(field, vocabulary)));
    let states = vocabulary.states.len();
    let of_needs = [0, 1].map(|at| fields[at].is_some_and(|field| !is_of_states(field)));
    // The field of needs themselves, where the other one follows from their States.
    let own = [0, 1].into_iter().find(|at| of_needs[*at]);
    let values = fields.map(|field| field.map(|field| NeedValues::of(field, vocabulary)));
    let size = own.map_or(0, |at| sizes[at]);
    let followed = Followed { cancelled, told: &|_, _| {} };
    let open = OpenNeeds { register, selection, wanted };
    if of_needs == [true; 2] || !ByState::has_room(size, states) {
        let count = |(tally, own): &mut (Tally, [Vec<u16>; 2]), need: OpenNeed<'_>| {
            for (values, own) in values.iter().zip(own.iter_mut()) {
                own.clear();
                if let Some(values) = values {
                    values.put(&need.chunk.facts, need.place, own);
                }
            }
            tally.add(own, need.standing, need.state);
        };
        let start = || (Tally::new(sizes, states), [Vec::new(), Vec::new()]);
        let parts = open.counted(start, count, followed)?;
        let mut parts = parts.into_iter().map(|(tally, _)| tally);
        let mut whole = parts.next()?;
        parts.for_each(|part| whole.join(&part));
        return Some(whole);
    }
    let own_values = own.and_then(|at| values[at].as_ref());
    let count = |counts: &mut ByState, need: OpenNeed<'_>| {
        if let Some(values) = own_values {
            let add = |slot| counts.add(usize::from(slot), need.standing, need.state);
            values.each(&need.chunk.facts, need.place, add);
        }
        counts.add(size, need.standing, need.state);
    };
    let parts = open.counted(|| ByState::new(size, states), count, followed)?;
    let mut parts = parts.into_iter();
    let mut counts = parts.next()?;
    parts.for_each(|part| counts.join(&part));
    let of_states = |at: usize| {
        let field = fields[at].filter(|field| is_of_states(*field));
        let slots = field.map(|field| slots_of_states(field, vocabulary)).unwrap_or_default();
        let with_sum = |state: usize| {
            let own = slots.get(state).into_iter().flatten().map(|slot| usize::from(*slot));
            own.chain([sizes[at]]).collect::<Vec<usize>>()
        };
        (0..states).map(with_sum).collect::<Vec<_>>()
    };
    let of_states = [of_states(0), of_states(1)];
    let mut whole = Tally::new(sizes, states);
    counts.put_in(&mut whole, |value, state| {
        [0, 1].map(|at| match own {
            Some(own) if own == at => Cow::Owned(vec![value]),
            _ => Cow::Borrowed(of_states[at][state].as_slice()),
        })
    });
    Some(whole)
}

/// The values of each activity that counts, in both fields.
struct Stated {
    slots: Vec<u16>,
    /// Where the values of each activity end in each field.
    ends: Vec<[usize; 2]>,
}

impl Stated {
    fn by(vocabulary: &Vocabulary, fields: [Option<Field>; 2]) -> Self {
        let values = fields.map(|field| field.map(|field| ActivityValues::of(field, vocabulary)));
        let mut stated = Self { slots: Vec::new(), ends: Vec::new() };
        for activity in &vocabulary.activities {
            if activity.status() == Some(ActivityStatus::Cancelled) {
                continue;
            }
            let ends = values.each_ref().map(|values| {
                if let Some(values) = values {
                    values.put(activity, &mut stated.slots);
                }
                stated.slots.len()
            });
            stated.ends.push(ends);
        }
        stated
    }

    fn iter(&self) -> impl Iterator<Item = [&[u16]; 2]> {
        let starts = std::iter::once(0).chain(self.ends.iter().map(|ends| ends[1]));
        starts
            .zip(&self.ends)
            .map(|(start, [middle, end])| [&self.slots[start..*middle], &self.slots[*middle..*end]])
    }
}

/// Withholds the cells of which a number could tell of one State or two. Activities do not say any more which States they
/// are for: they are not counted by what is told of States.
fn withhold(gaps: &mut Gaps) {
    let mut cells: Vec<Vec<GapCell>> =
        gaps.rows.iter().map(|row| row.cells.iter().chain([&row.all]).copied().collect()).collect();
    cells.push(gaps.column_sums.iter().chain([&gaps.sum]).copied().collect());
    let hidden = withheld_with(&cells, hidden_in_counts(gaps));
    let of_states = gaps.fields.iter().any(|field| field.is_of_state());
    let lines = gaps.rows.iter_mut().map(|row| (&mut row.cells, &mut row.all));
    let lines = lines.chain([(&mut gaps.column_sums, &mut gaps.sum)]);
    for ((line, sum), hidden) in lines.zip(hidden) {
        for (cell, is_hidden) in line.iter_mut().chain([sum]).zip(hidden) {
            if of_states {
                cell.activities = None;
            }
            if is_hidden {
                cell.withhold();
            }
        }
    }
}

/// The cells of which a count by the same fields withholds a number: what is told here must not fill that in. The last
/// row and the last column are the sums.
fn hidden_in_counts(gaps: &Gaps) -> Vec<Vec<bool>> {
    let lines = || {
        let rows = gaps.rows.iter().map(|row| (Some(row.slot), &row.cells, &row.all));
        rows.chain([(None, &gaps.column_sums, &gaps.sum)])
    };
    let columns = || gaps.columns.iter().copied().map(Some).chain([None]);
    let mut hidden: Vec<Vec<bool>> = lines().map(|_| vec![false; columns().count()]).collect();
    for number in 0..NUMBERS {
        let mut states = <[States; 4]>::default();
        for (row, cells, all) in lines() {
            for (column, cell) in columns().zip(cells.iter().chain([all])) {
                let (needs, of) = cell.numbers()[number];
                if needs > 0 {
                    let known = usize::from(row.is_some()) + 2 * usize::from(column.is_some());
                    states[known].insert(row.into_iter().chain(column).collect(), of);
                }
            }
        }
        let [whole, of_rows, of_columns, of_both] = states;
        let whole = whole.values().next().copied().unwrap_or(0);
        let mut withheld =
            |fields: &[Field], all: &States, sums: [&States; 2], is_sum: [bool; 2]| {
                let found = hidden_of(fields, all, sums, whole);
                for ((row, ..), hidden) in lines().zip(&mut hidden) {
                    for (column, hidden) in columns().zip(hidden) {
                        let slots: Vec<u16> = row.into_iter().chain(column).collect();
                        *hidden |=
                            [row.is_none(), column.is_none()] == is_sum && found.contains(&slots);
                    }
                }
            };
        let none = &States::from([(Vec::new(), whole)]);
        let sums = |field: &Field, of_field| {
            if field.is_of_state() { [none, of_field] } else { [of_field, none] }
        };
        if let [down, ..] = &gaps.fields[..] {
            withheld(&[*down], &of_rows, sums(down, &of_rows), [false, true]);
        }
        if let [down, across] = &gaps.fields[..] {
            withheld(&[*across], &of_columns, sums(across, &of_columns), [true, false]);
            let sums = match [down, across].map(|field| field.is_of_state()) {
                [false, false] => [&of_both, none],
                [true, true] => [none, &of_both],
                [true, false] => [&of_columns, &of_rows],
                [false, true] => [&of_rows, &of_columns],
            };
            withheld(&gaps.fields, &of_both, sums, [false, false]);
        }
    }
    hidden
}

#[cfg(test)]
#[path = "gaps_tests.rs"]
mod tests;
