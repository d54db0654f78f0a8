//! Chance that comes out the same everywhere: a generator whose values never change between
//! versions or machines, one stream for each purpose.

use rand_core::{Rng, SeedableRng};
use rand_pcg::Pcg64Mcg;

/// A stream of chance.
pub(super) struct Dice(Pcg64Mcg);

impl Dice {
    /// The stream of a purpose: a change in how much one purpose draws does not move the others.
    pub(super) fn new(seed: u64, purpose: u64) -> Self {
        Self(Pcg64Mcg::seed_from_u64(seed ^ purpose.wrapping_mul(0x9E37_79B9_7F4A_7C15)))
    }

    /// A number from 0 to `end`, without `end`; 0 when `end` is 0.
    pub(super) fn below(&mut self, end: usize) -> usize {
        let drawn = u128::from(self.0.next_u64()) * end as u128;
        // The upper half of the product is below `end`, which is a usize.
        (drawn >> 64) as usize
    }

    /// A number from `first` to `last`, both included.
    pub(super) fn between(&mut self, first: i32, last: i32) -> i32 {
        let width = usize::try_from(last - first + 1).unwrap_or(0);
        first + i32::try_from(self.below(width)).unwrap_or(0)
    }

    /// True this many times in a thousand.
    pub(super) fn in_thousand(&mut self, times: usize) -> bool {
        self.below(1000) < times
    }

    /// One of the values, all equally likely; `None` of none.
    pub(super) fn pick<'a, T>(&mut self, values: &'a [T]) -> Option<&'a T> {
        values.get(self.below(values.len()))
    }

    /// The place of one of the weights, each as likely as it is large.
    pub(super) fn weighted(&mut self, weights: &[usize]) -> usize {
        let mut drawn = self.below(weights.iter().sum());
        for (place, weight) in weights.iter().enumerate() {
            if drawn < *weight {
                return place;
            }
            drawn -= weight;
        }
        0
    }

    /// Brings the values into any order, all equally likely.
    pub(super) fn shuffle<T>(&mut self, values: &mut [T]) {
        for place in (1..values.len()).rev() {
            values.swap(place, self.below(place + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_values_for_ever() {
        let mut dice = Dice::new(1, 2);
        let drawn: Vec<_> = (0..6).map(|_| dice.below(1000)).collect();
        assert_eq!(drawn, [224, 335, 355, 339, 608, 515]);
    }

    #[test]
    fn draws_stay_in_their_range_and_reach_its_ends() {
        let mut dice = Dice::new(7, 1);
        let drawn: Vec<_> = (0..2000).map(|_| dice.between(-2, 3)).collect();
        assert!((-2..=3).all(|value| drawn.contains(&value)));
        assert!(drawn.iter().all(|value| (-2..=3).contains(value)));
        assert_eq!(dice.below(0), 0);
        assert_eq!(dice.pick::<u8>(&[]), None);
        assert!((0..100).all(|_| dice.weighted(&[0, 3, 0]) == 1));
    }

    #[test]
    fn a_shuffle_keeps_every_value() {
        let mut values: Vec<_> = (0..100).collect();
        Dice::new(3, 3).shuffle(&mut values);
        assert_ne!(values, (0..100).collect::<Vec<_>>());
        values.sort_unstable();
        assert_eq!(values, (0..100).collect::<Vec<_>>());
    }
}
