//! Sorting rows by numbers, without comparing them: rows of one number are put together, in the
//! order in which they came.

/// Up to so many different numbers are sorted in one pass, however few rows there are; the places
/// of all of them stay in a processor's cache.
const IN_ONE_PASS: u32 = 1 << 17;

/// How many bits of larger numbers a pass looks at.
const BITS: u32 = 11;

/// The rows of pairs of a number and a row, by their numbers, which are at most `greatest`. Numbers
/// that are few, or hardly more than the rows, take one pass. Others take a pass for each few bits,
/// from the lowest, each of which keeps the order of the one before; pairs are then kept in between.
pub(super) fn by_figures<R: Copy + Default>(
    pairs: impl Iterator<Item = (u32, R)> + Clone,
    greatest: u32,
) -> Vec<R> {
    let rows = pairs.clone().count();
    if greatest < IN_ONE_PASS || (greatest as usize) < 2 * rows {
        return spread(pairs, greatest as usize + 1, |key| key as usize, |(_, row)| row);
    }
    let figure = |shift: u32| move |key: u32| (key >> shift) as usize & ((1 << BITS) - 1);
    let mut sorted = spread(pairs, 1 << BITS, figure(0), |pair| pair);
    let mut shift = BITS;
    while u32::BITS - shift > BITS && greatest >> (shift + BITS) > 0 {
        sorted = spread(sorted.iter().copied(), 1 << BITS, figure(shift), |pair| pair);
        shift += BITS;
    }
    spread(sorted.iter().copied(), 1 << BITS, figure(shift), |(_, row)| row)
}

/// One pass: `wanted` of each pair, in the order of the figure of its number, below `figures`.
fn spread<R: Copy, T: Copy + Default>(
    pairs: impl Iterator<Item = (u32, R)> + Clone,
    figures: usize,
    figure: impl Fn(u32) -> usize,
    wanted: impl Fn((u32, R)) -> T,
) -> Vec<T> {
    let mut places = vec![0_u32; figures];
    for (key, _) in pairs.clone() {
        places[figure(key)] += 1;
    }
    let mut before = 0;
    for place in &mut places {
        before += std::mem::replace(place, before);
    }
    let mut sorted = vec![T::default(); before as usize];
    for pair in pairs {
        let place = &mut places[figure(pair.0)];
        sorted[*place as usize] = wanted(pair);
        *place += 1;
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn rows_come_by_their_numbers_and_then_as_they_came(
            keys in prop::collection::vec(any::<u32>(), 0..300), bits in 0_u32..32
        ) {
            let pairs: Vec<(u32, u32)> = keys.iter().map(|key| key >> bits).zip(0..).collect();
            let mut expected = pairs.clone();
            expected.sort_by_key(|(key, _)| *key);
            let expected: Vec<u32> = expected.into_iter().map(|(_, row)| row).collect();
            prop_assert_eq!(&by_figures(pairs.iter().copied(), u32::MAX >> bits), &expected);
            let greatest = pairs.iter().map(|(key, _)| *key).max().unwrap_or(0);
            prop_assert_eq!(by_figures(pairs.iter().copied(), greatest), expected);
        }
    }
}
