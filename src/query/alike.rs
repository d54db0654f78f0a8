//! Finds needs of a State that may repeat one being entered: by common articles and similar words.

use super::letter_pairs::LetterPairs;
use super::register::{NeedRef, Register};
use crate::domain::{ArticleSet, NeedNumber, fold};

/// The least per cent at which two texts are likely to be the same need.
pub const LIKELY: u8 = 85;

/// The least per cent at which texts are similar without a common article.
const LIKE: u8 = 60;

/// A need that may be the same as another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alike {
    /// The number of the need.
    pub need: NeedNumber,
    /// The likeness of the texts, in per cent: their common pairs of neighbouring letters, folded.
    pub per_cent: u8,
}

impl Alike {
    /// Whether the needs are likely to be the same.
    pub fn is_likely(self) -> bool {
        self.per_cent >= LIKELY
    }
}

/// Gives the likeness of two folded texts in per cent: the Sørensen–Dice coefficient of their pairs of letters.
pub fn per_cent_alike(one: &str, other: &str) -> u8 {
    let (one, other) = (LetterPairs::of(one), LetterPairs::of(other));
    one.per_cent_alike(&other)
}

/// Gives at most `most` needs of the State at a place in the vocabulary that share an article or much of the text: the
/// most similar first, then by number. Without articles, the text alone decides. The need with the number `own` is left
/// out.
pub fn alike(
    register: &Register,
    state: u16,
    articles: ArticleSet,
    text: &str,
    own: Option<NeedNumber>,
    most: usize,
) -> Vec<Alike> {
    let folded = fold(text);
    let likeness = |need: NeedRef<'_>| {
        let per_cent = per_cent_alike(&folded, &fold(&need.text()));
        let is_like = need.articles().meets(articles) || (!folded.is_empty() && per_cent >= LIKE);
        is_like.then(|| Alike { need: need.id(), per_cent })
    };
    let others = register.needs_of_state(state).filter(|need| Some(need.id()) != own);
    let mut found: Vec<Alike> = others.filter_map(likeness).collect();
    found.sort_by_key(|own| (std::cmp::Reverse(own.per_cent), own.need));
    found.truncate(most);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::random_register;
    use proptest::prelude::*;

    #[test]
    fn a_need_is_most_like_itself_and_is_left_out_where_it_is_there() {
        let register = random_register::register(5, 400);
        for row in register.rows().step_by(37) {
            let need = register.need(row).unwrap();
            let found = |own| {
                let (state, articles) = (need.state_place(), need.articles());
                alike(&register, state, articles, &need.text(), own, 5)
            };
            let likest = found(None)[0];
            assert_eq!(likest.per_cent, 100);
            assert!(likest.is_likely());
            assert!(found(Some(need.id())).iter().all(|other| other.need != need.id()));
        }
    }

    #[test]
    fn words_decide_how_alike_two_needs_are() {
        let one = fold("Training of the central bank on the return of assets.");
        assert!(
            per_cent_alike(&one, &fold("Training of the Central Bank on return of assets"))
                >= LIKELY
        );
        assert!(per_cent_alike(&one, &fold("Legal advice on extradition")) < LIKE);
        assert_eq!(per_cent_alike("", ""), 100);
    }

    proptest! {
        #[test]
        fn those_found_are_of_the_state_and_share_an_article_or_words(
            seed in 0_u64..50, state in 0_u16..8, bits in any::<u64>(), text in "[a-z ]{0,40}"
        ) {
            let register = random_register::register(seed, 60);
            let articles = ArticleSet::from_bits(bits);
            let found = alike(&register, state, articles, &text, None, usize::MAX);
            let is_one = |need: &NeedRef<'_>| {
                let likeness = per_cent_alike(&fold(&text), &fold(&need.text()));
                let is_like = !fold(&text).is_empty() && likeness >= LIKE;
                need.state_place() == state && (need.articles().meets(articles) || is_like)
            };
            let all = register.rows().filter_map(|row| register.need(row)).filter(is_one);
            let mut expected: Vec<NeedNumber> = all.map(NeedRef::id).collect();
            let mut numbers: Vec<NeedNumber> = found.iter().map(|own| own.need).collect();
            prop_assert!(found.windows(2).all(|two| two[0].per_cent >= two[1].per_cent));
            expected.sort_unstable();
            numbers.sort_unstable();
            prop_assert_eq!(numbers, expected);
        }
    }
}
