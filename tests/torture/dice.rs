//! Small numbers from a seed: the same run for the same seed, as far as processes that race allow.

use rand_core::{Rng, SeedableRng};
use rand_pcg::Pcg64Mcg;

pub(crate) struct Dice(Pcg64Mcg);

impl Dice {
    /// Gives the same numbers for the same seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(Pcg64Mcg::seed_from_u64(seed))
    }

    /// A number from 0 to `below`, without it.
    pub(crate) fn below(&mut self, below: u64) -> u64 {
        self.0.next_u64() % below
    }

    /// Yes, once in so many times.
    pub(crate) fn once_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }
}
