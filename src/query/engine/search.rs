//! The rows of a chunk whose text contains a phrase.

use super::bitmap::Bitmap;
use crate::query::register::Texts;
use memchr::memmem::Finder;

/// Below this share of a chunk's rows, each text is searched by itself; above it, one search runs
/// over all of them, which has no start for each row.
const FEW: usize = 16;

/// The rows among `wanted` whose folded text contains the finder's needle.
///
/// All texts stand one after the other: a hit that begins in one and ends in the next does not
/// count.
pub(super) fn rows_with(finder: &Finder, texts: &Texts, wanted: &Bitmap) -> Bitmap {
    if finder.needle().is_empty() {
        return wanted.clone();
    }
    let mut found = Bitmap::empty();
    if wanted.count() < texts.len() / FEW {
        let mut rows = Vec::new();
        wanted.list(&mut rows);
        for row in rows.into_iter().map(usize::from) {
            if finder.find(texts.folded(row).as_bytes()).is_some() {
                found.insert(row);
            }
        }
        return found;
    }
    let (all, ends) = texts.all_folded();
    let all = all.as_bytes();
    let (mut from, mut row) = (0, 0);
    while let Some(hit) = finder.find(&all[from..]).map(|at| from + at) {
        // Hits are near each other, or few: a step for each text between is less than a search.
        row += ends[row..].iter().take_while(|end| **end as usize <= hit).count();
        let Some(end) = ends.get(row).map(|end| *end as usize) else { break };
        if hit + finder.needle().len() <= end {
            found.insert(row);
            from = end;
        } else {
            from = hit + 1;
        }
    }
    found.and(wanted);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fold;
    use crate::domain::folding_oracle::{awkward, folded};
    use proptest::prelude::*;

    fn texts(list: &[&str]) -> Texts {
        let mut texts = Texts::default();
        for text in list {
            texts.push(text);
        }
        texts
    }

    fn found(list: &[&str], words: &str, wanted: &Bitmap) -> Vec<u16> {
        let finder = Finder::new(words);
        let mut rows = Vec::new();
        rows_with(&finder, &texts(list), wanted).list(&mut rows);
        rows
    }

    #[test]
    fn a_hit_does_not_span_two_texts() {
        let list = ["ab", "abc", "", "cab", "xa", "b", "aab"];
        let all = Bitmap::first(list.len());
        assert_eq!(found(&list, "ab", &all), [0, 1, 3, 6]);
        assert_eq!(found(&list, "bc", &all), [1]);
        assert_eq!(found(&list, "", &all), [0, 1, 2, 3, 4, 5, 6]);
        assert_eq!(found(&["资产", "申报资产"], "产申", &Bitmap::first(2)), [] as [u16; 0]);
        assert_eq!(found(&["资产", "申报资产"], "资", &Bitmap::first(2)), [0, 1]);
    }

    #[test]
    fn few_wanted_rows_give_the_same_as_many() {
        let list: Vec<String> = (0..200).map(|n| format!("text {n} of {}", n % 7)).collect();
        let list: Vec<&str> = list.iter().map(String::as_str).collect();
        let mut few = Bitmap::empty();
        for row in [3, 10, 24, 150] {
            few.insert(row);
        }
        assert_eq!(found(&list, "of 3", &few), [3, 10, 24, 150]);
        let many = found(&list, "of 3", &Bitmap::first(200));
        assert_eq!(many, (3..200).step_by(7).collect::<Vec<u16>>());
    }
    proptest! {
        #[test]
        fn b5_a_search_finds_what_a_slow_comparison_does(
            list in prop::collection::vec(awkward(0..12), 0..12), words in awkward(1..4)
        ) {
            let list: Vec<&str> = list.iter().map(String::as_str).collect();
            let is_found = |text: &&str| folded(text).contains(&folded(&words));
            let expected = (0..).zip(&list).filter(|(_, text)| is_found(text)).map(|(row, _)| row);
            let rows = found(&list, &fold(&words), &Bitmap::first(list.len()));
            prop_assert_eq!(rows, expected.collect::<Vec<u16>>());
        }
    }
}
