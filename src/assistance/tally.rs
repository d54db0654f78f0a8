//! The counts of a matrix: open needs by their standing, and the States that have them, for each pair of values and
//! for the sums of both.

use super::gap_cell::GapCell;
use crate::domain::{Coded, Standing};
use std::collections::HashMap;

/// A matrix of more cells than this is mostly empty: only those that something falls in are kept.
const DENSE: usize = 1 << 17;

/// The sets of States that a cell keeps: those with open needs, and those of each standing.
const SETS: usize = 1 + Standing::ALL.len();

/// Needs and activities of one cell.
#[derive(Clone, Copy, Debug, Default)]
struct Numbers {
    /// Open needs, by [`Standing`]'s index.
    needs: [u32; Standing::ALL.len()],
    activities: u32,
}

/// A matrix that is being counted. The line behind the last row and the one behind the last column are the sums.
pub(super) struct Tally {
    /// How many rows and columns there are, without the sums.
    sizes: [usize; 2],
    /// For a matrix that is mostly empty, where each of its cells is kept; `None` for one that is kept whole.
    kept: Option<HashMap<usize, usize>>,
    numbers: Vec<Numbers>,
    /// For each cell a bit for each State with open needs, then one for each State with needs of each [`Standing`].
    seen: Vec<u64>,
    /// How many words hold a bit for each State.
    words: usize,
}

impl Tally {
    /// A matrix of so many rows and columns, in a register of so many States, with nothing in it.
    pub(super) fn new(sizes: [usize; 2], states: usize) -> Self {
        let cells = (sizes[0] + 1) * (sizes[1] + 1);
        let words = states.div_ceil(64);
        let is_dense = cells <= DENSE;
        let whole = if is_dense { cells } else { 0 };
        Self {
            sizes,
            kept: (!is_dense).then(HashMap::new),
            numbers: vec![Numbers::default(); whole],
            seen: vec![0; whole * words * SETS],
            words,
        }
    }

    /// How many rows and columns there are, without the sums.
    pub(super) fn sizes(&self) -> [usize; 2] {
        self.sizes
    }

    /// Where a cell is kept; it is made where it is not there.
    #[inline]
    fn place(&mut self, row: usize, column: usize) -> usize {
        let cell = row * (self.sizes[1] + 1) + column;
        let Some(kept) = &mut self.kept else { return cell };
        let next = self.numbers.len();
        let place = *kept.entry(cell).or_insert(next);
        if place == next {
            self.numbers.push(Numbers::default());
            self.seen.resize(self.seen.len() + self.words * SETS, 0);
        }
        place
    }

    /// Counts an open need with these values of both fields in their cells and in the sums.
    #[inline]
    pub(super) fn add(&mut self, values: &[Vec<u16>; 2], standing: Standing, state: u16) {
        let [rows, columns] = self.sizes;
        for row in with_sum(&values[0], rows) {
            for column in with_sum(&values[1], columns) {
                self.count(row, column, standing, state, 1);
            }
        }
    }

    /// Counts so many open needs of a State in each cell of these rows and columns.
    pub(super) fn add_counted(
        &mut self,
        [rows, columns]: &[impl AsRef<[usize]>; 2],
        standing: Standing,
        state: u16,
        count: u32,
    ) {
        for row in rows.as_ref() {
            for column in columns.as_ref() {
                self.count(*row, *column, standing, state, count);
            }
        }
    }

    #[inline]
    fn count(&mut self, row: usize, column: usize, standing: Standing, state: u16, count: u32) {
        let (word, bit) = (usize::from(state) / 64, 1_u64 << (state % 64));
        let place = self.place(row, column);
        self.numbers[place].needs[standing.index()] += count;
        let seen = &mut self.seen[place * self.words * SETS..][..self.words * SETS];
        seen[word] |= bit;
        seen[self.words * (1 + standing.index()) + word] |= bit;
    }

    /// Counts an activity with these values of both fields in their cells and in the sums.
    pub(super) fn add_activity(&mut self, values: [&[u16]; 2]) {
        let [rows, columns] = self.sizes;
        for row in with_sum(values[0], rows) {
            for column in with_sum(values[1], columns) {
                let place = self.place(row, column);
                self.numbers[place].activities += 1;
            }
        }
    }

    /// Adds another part of the same matrix.
    pub(super) fn join(&mut self, other: &Self) {
        let width = self.sizes[1] + 1;
        let mut join = |cell: usize, from: usize| {
            let place = self.place(cell / width, cell % width);
            let (own, their) = (&mut self.numbers[place], &other.numbers[from]);
            own.activities += their.activities;
            for (own, their) in own.needs.iter_mut().zip(their.needs) {
                *own += their;
            }
            let words = self.words * SETS;
            let seen = &mut self.seen[place * words..][..words];
            for (own, their) in seen.iter_mut().zip(&other.seen[from * words..][..words]) {
                *own |= their;
            }
        };
        match &other.kept {
            Some(kept) => kept.iter().for_each(|(cell, from)| join(*cell, *from)),
            None => (0..other.numbers.len()).for_each(|cell| join(cell, cell)),
        }
    }

    /// The numbers of a cell; a row or column behind the last one is the sum.
    pub(super) fn cell(&self, row: usize, column: usize) -> GapCell {
        let cell = row * (self.sizes[1] + 1) + column;
        let place = match &self.kept {
            Some(kept) => kept.get(&cell).copied(),
            None => Some(cell),
        };
        let Some(place) = place else { return GapCell::default() };
        let Numbers { needs, activities } = self.numbers[place];
        let of = |standing: Standing| needs[standing.index()];
        let seen = &self.seen[place * self.words * SETS..][..self.words * SETS];
        let states = |set: usize| {
            let seen = &seen[self.words * set..][..self.words];
            seen.iter().map(|word| word.count_ones()).sum()
        };
        let states_of = |standing: Standing| states(1 + standing.index());
        GapCell {
            open: needs.iter().sum(),
            served: of(Standing::Served),
            planned_for: of(Standing::Planned),
            unserved: of(Standing::Unserved),
            states: states(0),
            states_served: states_of(Standing::Served),
            states_planned_for: states_of(Standing::Planned),
            states_unserved: states_of(Standing::Unserved),
            activities: Some(activities),
            candidates: None,
            withheld: false,
        }
    }
}

/// These values, and behind them the sum.
#[inline]
fn with_sum(values: &[u16], sum: usize) -> impl Iterator<Item = usize> {
    values.iter().map(|value| usize::from(*value)).chain([sum])
}
