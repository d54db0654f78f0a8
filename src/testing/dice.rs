//! Numbers at random, the same for the same seed.

use crate::domain::Coded;
use rand_core::{Rng, SeedableRng};
use rand_pcg::Pcg64Mcg;

/// Small numbers from a seed.
pub(crate) struct Dice(Pcg64Mcg);

impl Dice {
    /// Dice with a seed: one seed always gives the same numbers.
    pub(crate) fn new(seed: u64) -> Self {
        Self(Pcg64Mcg::seed_from_u64(seed))
    }

    /// A number from 0 to `below`, without it.
    pub(crate) fn below(&mut self, below: usize) -> usize {
        (self.0.next_u64() % below as u64) as usize
    }

    /// An item of a list, by chance.
    pub(crate) fn of<T: Clone>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())].clone()
    }

    /// Yes, once in so many times.
    pub(crate) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// A value of a closed vocabulary, or nothing.
    pub(crate) fn stated<T: Coded>(&mut self) -> Option<T> {
        T::at(self.below(T::ALL.len() + 1))
    }
}
