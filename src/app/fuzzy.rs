//! Matching as one types, for the palette and pickers.

use crate::domain::fold;
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// A matcher for one typed text.
pub(super) struct Fuzzy {
    pattern: Pattern,
    matcher: Matcher,
}

impl Fuzzy {
    /// Matches what holds the letters of every word of `typed`, in order, without case or accents.
    pub(super) fn new(typed: &str) -> Self {
        Self {
            pattern: Pattern::parse(&fold(typed), CaseMatching::Ignore, Normalization::Smart),
            matcher: Matcher::new(Config::DEFAULT),
        }
    }

    /// How well a text matches, larger is better; `None`: not at all.
    pub(super) fn score(&mut self, text: &str) -> Option<u32> {
        let folded = fold(text);
        let mut buffer = Vec::new();
        self.pattern.score(Utf32Str::new(&folded, &mut buffer), &mut self.matcher)
    }

    /// The places of the texts that match, best first; all in their order when nothing is typed.
    pub(super) fn rank<'a>(&mut self, texts: impl Iterator<Item = &'a str>) -> Vec<usize> {
        let mut scored: Vec<(usize, u32)> = texts
            .enumerate()
            .filter_map(|(place, text)| self.score(text).map(|score| (place, score)))
            .collect();
        scored.sort_by_key(|(place, score)| (std::cmp::Reverse(*score), *place));
        scored.into_iter().map(|(place, _)| place).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_match_comes_first_and_nothing_typed_matches_all() {
        let texts = ["Focal point of Ghana", "Regional adviser, Pacific", "Focal point of Guinea"];
        assert_eq!(Fuzzy::new("").rank(texts.into_iter()), [0, 1, 2]);
        assert_eq!(Fuzzy::new("ghana").rank(texts.into_iter()), [0]);
        assert_eq!(Fuzzy::new("PACÍFIC").rank(texts.into_iter()), [1]);
        assert!(Fuzzy::new("zzz").rank(texts.into_iter()).is_empty());
    }
}
