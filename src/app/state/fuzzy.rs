//! Matching of typed text, for the palette and pickers.

use crate::domain::fold;
use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use std::collections::BTreeSet;

/// The places of the texts that hold every word of `typed`, without case or accents, best first:
/// matches at the beginning of a word before matches within one. All in their order when nothing is
/// typed.
///
/// Letters must stand together: among some two hundred people, scattered letters always fit a name,
/// and a typing mistake would assign a stranger.
pub(in crate::app) fn rank<'a>(typed: &str, texts: impl Iterator<Item = &'a str>) -> Vec<usize> {
    scored(typed, texts, AtomKind::Substring)
}

/// The places as [`rank`] gives them; where no text holds the words, those of the names that have their letters in
/// order. In a long text, scattered letters match by chance.
pub(in crate::app) fn rank_loosely<'a>(
    typed: &str,
    texts: impl Iterator<Item = &'a str>,
    names: impl Iterator<Item = &'a str>,
) -> Vec<usize> {
    let together = rank(typed, texts);
    if together.is_empty() { scored(typed, names, AtomKind::Fuzzy) } else { together }
}

fn scored<'a>(typed: &str, texts: impl Iterator<Item = &'a str>, kind: AtomKind) -> Vec<usize> {
    let (ignore, smart) = (CaseMatching::Ignore, Normalization::Smart);
    // Repeated words change no result, and a long text of few words must cost no more.
    let typed = fold(typed);
    let mut seen = BTreeSet::new();
    let words: Vec<&str> = typed.split_whitespace().filter(|word| seen.insert(*word)).collect();
    let pattern = Pattern::new(&words.join(" "), ignore, smart, kind);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut letters = Vec::new();
    // The matcher misses the very end of a text that is not all ASCII.
    let mut score = |text: &str| {
        let text = format!("{} ", fold(text));
        pattern.score(Utf32Str::new(&text, &mut letters), &mut matcher)
    };
    let scored = texts.enumerate().filter_map(|(place, text)| Some((place, score(text)?)));
    let mut scored: Vec<(usize, u32)> = scored.collect();
    scored.sort_by_key(|(place, score)| (std::cmp::Reverse(*score), *place));
    scored.into_iter().map(|(place, _)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_match_comes_first_and_nothing_typed_matches_all() {
        let texts =
            ["Zambia fp-zm zmb zambia", "Regional adviser, Pacific", "Focal point of Guinea"];
        let ranked = |typed| rank(typed, texts.into_iter());
        assert_eq!(ranked(""), [0, 1, 2]);
        assert_eq!(ranked("zam"), [0]);
        assert_eq!(ranked("PACÍFIC reg"), [1], "words in any order");
        assert_eq!(ranked("fp-zm"), [0]);
        assert_eq!(ranked("oin"), [2]);
        assert_eq!(rank("kenya", ["肯尼亚协调人 fp-ke ken Kenya"].into_iter()), [0], "at the end");
        assert_eq!(rank("p", ["a-p", "cap", "pa"].into_iter()).last(), Some(&1));
    }

    #[test]
    fn scattered_letters_match_where_nothing_else_does() {
        let texts = ["Undo", "Kenya", "Choose the columns"];
        let loosely = |typed| rank_loosely(typed, texts.into_iter(), texts.into_iter());
        assert_eq!(loosely("uno"), [0]);
        assert_eq!(loosely("chcol"), [2]);
        assert_eq!(loosely("ken"), [1], "together where that can be");
        assert!(loosely("xq").is_empty());
    }

    #[test]
    fn scattered_letters_match_nothing() {
        let texts = ["Zambia fp-zm zmb zambia", "Focal point of Guinea"];
        for typed in ["zzz", "fg", "zamm", "!zambia", "^x"] {
            assert!(rank(typed, texts.into_iter()).is_empty(), "{typed}");
        }
    }
}
