//! Whole numbers in given proportions that add up exactly.

/// Divides a total by weights with the method of largest remainders: every part is within one of
/// its exact share and the parts add up to the total. Without any weight all parts are 0.
pub(super) fn apportion(total: usize, weights: &[usize]) -> Vec<usize> {
    let sum: usize = weights.iter().sum();
    if sum == 0 {
        return vec![0; weights.len()];
    }
    let mut parts: Vec<usize> = weights.iter().map(|weight| total * weight / sum).collect();
    let mut places: Vec<usize> = (0..weights.len()).collect();
    places.sort_by_key(|place| std::cmp::Reverse(total * weights[*place] % sum));
    let missing = total - parts.iter().sum::<usize>();
    for place in places.into_iter().take(missing) {
        parts[place] += 1;
    }
    parts
}

/// The values, each as often as its part of the total says, one kind after the other.
pub(super) fn deck<T: Copy>(total: usize, shares: &[(T, usize)]) -> Vec<T> {
    let weights: Vec<usize> = shares.iter().map(|share| share.1).collect();
    let parts = apportion(total, &weights);
    shares.iter().zip(parts).flat_map(|(share, part)| std::iter::repeat_n(share.0, part)).collect()
}

/// How many copies the slot at a place gets when `count` things are spread over `slots` slots:
/// any run of slots gets its share to within one.
pub(super) fn copies(place: usize, slots: usize, count: usize) -> usize {
    if slots == 0 {
        return 0;
    }
    // In 128 bits the products stand below any limit.
    let upto = |place: usize| (place as u128 * count as u128 / slots as u128) as usize;
    upto(place + 1) - upto(place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn parts_add_up_and_keep_the_proportions(
            total in 0usize..5000,
            weights in prop::collection::vec(0usize..50, 1..20),
        ) {
            let parts = apportion(total, &weights);
            let sum: usize = weights.iter().sum();
            prop_assert_eq!(parts.iter().sum::<usize>(), if sum == 0 { 0 } else { total });
            for (part, weight) in parts.iter().zip(&weights) {
                prop_assert!((part * sum).abs_diff(total * weight) < sum.max(1));
            }
        }

        #[test]
        fn copies_add_up_over_any_run(slots in 1usize..300, count in 0usize..2000, from in 0usize..300) {
            let from = from % slots;
            let run: usize = (from..slots).map(|place| copies(place, slots, count)).sum();
            prop_assert!((run * slots).abs_diff((slots - from) * count) < slots);
            prop_assert_eq!((0..slots).map(|p| copies(p, slots, count)).sum::<usize>(), count);
        }
    }

    #[test]
    fn a_deck_holds_each_value_by_its_share() {
        let deck = deck(10, &[('a', 3), ('b', 1), ('c', 1)]);
        assert_eq!(deck.iter().collect::<String>(), "aaaaaabbcc");
    }
}
