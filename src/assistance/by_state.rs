//! Open needs by a value of one field, by State and by standing: what a matrix is made of whose other field, if there is
//! one, tells something of States. A need is counted once for each of its values, and not in each of its cells.

use super::tally::Tally;
use crate::domain::{Coded, Standing};

/// More counts than these are more than the needs that they would save.
const MOST: usize = 1 << 20;

/// The counts.
pub(super) struct ByState {
    states: usize,
    /// By value and State, then by [`Standing`]'s index; behind the last value all needs, each once.
    counts: Vec<[u32; Standing::ALL.len()]>,
}

impl ByState {
    /// Whether so many values and States are few enough.
    pub(super) fn has_room(values: usize, states: usize) -> bool {
        (values + 1).saturating_mul(states) <= MOST
    }

    /// Nothing of so many values and States.
    pub(super) fn new(values: usize, states: usize) -> Self {
        Self { states, counts: vec![Default::default(); (values + 1) * states] }
    }

    /// Counts a need of a State under a value; under the one behind the last, each need once.
    #[inline]
    pub(super) fn add(&mut self, value: usize, standing: Standing, state: u16) {
        self.counts[value * self.states + usize::from(state)][standing.index()] += 1;
    }

    /// Adds another part of the same counts.
    pub(super) fn join(&mut self, other: &Self) {
        let pairs = self.counts.iter_mut().zip(&other.counts);
        for (own, their) in pairs.flat_map(|(own, their)| own.iter_mut().zip(their)) {
            *own += their;
        }
    }

    /// Puts them in a matrix: `lines` gives the rows and the columns of a value and a State, with those of the sums.
    pub(super) fn put_in<'a>(
        &self,
        tally: &mut Tally,
        lines: impl Fn(usize, usize) -> [std::borrow::Cow<'a, [usize]>; 2],
    ) {
        for (at, counts) in self.counts.iter().enumerate() {
            if counts.iter().all(|count| *count == 0) {
                continue;
            }
            let (value, state) = (at / self.states, at % self.states);
            let lines = lines(value, state);
            for (standing, count) in Standing::ALL.iter().zip(counts) {
                if *count > 0 {
                    tally.add_counted(&lines, *standing, state as u16, *count);
                }
            }
        }
    }
}
