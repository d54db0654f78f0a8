//! The pairs of neighbouring letters of a text, by which texts are compared, and a mark of them by which most pairs of
//! texts are known to differ without being compared.

/// The pairs of neighbouring letters of a folded text, without the space in it, sorted; a pair that stands twice counts
/// twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterPairs {
    pairs: Vec<u64>,
    /// Whether the text has no letter.
    is_empty: bool,
}

/// How many counts a mark has.
const COUNTS: usize = 64;

/// How often pairs of each of a few groups stand in a text: of two texts it tells the most pairs that they can share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PairMark {
    counts: [u8; COUNTS],
    pairs: u32,
}

impl LetterPairs {
    /// Gives the pairs of a text.
    pub fn of(folded: &str) -> Self {
        let letters = || folded.chars().filter(|c| !c.is_whitespace());
        let pair = |(one, other): (char, char)| {
            u64::from(u32::from(one)) << 32 | u64::from(u32::from(other))
        };
        let mut pairs: Vec<u64> = letters().zip(letters().skip(1)).map(pair).collect();
        // One letter alone is a pair with nothing.
        if let (true, Some(only)) = (pairs.is_empty(), letters().next()) {
            pairs.push(u64::from(u32::from(only)) << 32);
        }
        pairs.sort_unstable();
        Self { is_empty: pairs.is_empty(), pairs }
    }

    /// Gives the likeness of two texts in per cent: the Sørensen–Dice coefficient of their pairs. Two texts without a
    /// letter are alike.
    pub fn per_cent_alike(&self, other: &Self) -> u8 {
        if self.is_empty && other.is_empty {
            return 100;
        }
        let (mut one, mut two) = (self.pairs.iter().peekable(), other.pairs.iter().peekable());
        let mut shared = 0_usize;
        while let (Some(left), Some(right)) = (one.peek(), two.peek()) {
            let order = left.cmp(right);
            shared += usize::from(order.is_eq());
            if order.is_le() {
                one.next();
            }
            if order.is_ge() {
                two.next();
            }
        }
        per_cent(shared, self.pairs.len() + other.pairs.len())
    }

    /// Gives the mark of the pairs.
    pub fn mark(&self) -> PairMark {
        let mut counts = [0_u8; COUNTS];
        for pair in &self.pairs {
            let group = pair.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 58;
            let count = &mut counts[group as usize];
            *count = count.saturating_add(1);
        }
        PairMark { counts, pairs: u32::try_from(self.pairs.len()).unwrap_or(u32::MAX) }
    }
}

impl PairMark {
    /// Whether texts with these marks may be alike by as much; if not, they are not.
    pub fn may_be_alike(&self, other: &Self, least: u8) -> bool {
        let all = self.pairs as usize + other.pairs as usize;
        let fewer = self.pairs.min(other.pairs) as usize;
        if per_cent(fewer, all) < least {
            return false;
        }
        let each = self.counts.iter().zip(&other.counts);
        let (mut shared, mut is_full) = (0_u32, false);
        for (one, two) in each {
            shared += u32::from(*one.min(two));
            is_full |= *one == u8::MAX && *two == u8::MAX;
        }
        // A count that is full may stand for more.
        is_full || per_cent(shared as usize, all) >= least
    }
}

/// Twice the shared pairs of all, in per cent, rounded.
fn per_cent(shared: usize, all: usize) -> u8 {
    if all == 0 {
        return 100;
    }
    u8::try_from((400 * shared + all) / (2 * all)).unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn alike(one: &str, other: &str) -> u8 {
        LetterPairs::of(one).per_cent_alike(&LetterPairs::of(other))
    }

    #[test]
    fn texts_are_compared_by_letters_of_every_script() {
        assert_eq!(alike("night", "nacht"), 25);
        assert_eq!(alike("asset recovery", "assetrecovery"), 100);
        assert_eq!(
            (alike("", ""), alike("", "a"), alike("a", "a"), alike("a", "b")),
            (100, 0, 100, 0)
        );
        // Seven of eight pairs.
        assert!(alike("培训法官和检察官员工", "培训法官和检察官员") >= 85);
        assert!(alike("培训法官和检察官", "资产追回的立法") < 20);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn what_a_mark_rules_out_is_not_alike(one in "[a-e ]{0,60}", other in "[a-e ]{0,60}", least in 0_u8..=100) {
            let (one, other) = (LetterPairs::of(&one), LetterPairs::of(&other));
            let is_ruled_out = !one.mark().may_be_alike(&other.mark(), least);
            prop_assert!(!is_ruled_out || one.per_cent_alike(&other) < least);
            let (there, back) = (one.per_cent_alike(&other), other.per_cent_alike(&one));
            prop_assert_eq!(there, back);
        }

        #[test]
        fn of_ascii_texts_the_likeness_is_that_of_the_usual_measure(one in "[a-d]{2,40}", other in "[a-d]{2,40}") {
            let usual = strsim::sorensen_dice(&one, &other) * 100.0;
            prop_assert!((f64::from(alike(&one, &other)) - usual).abs() <= 0.5 + 1e-9);
        }
    }
}
