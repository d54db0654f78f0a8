//! The places in a text of the words that a filter searched for, to be shown in another style.

use super::plan::Plan;
use crate::domain::fold_onto;
use memchr::memmem;
use std::ops::Range;

/// The bytes of the text that the plan's positive text terms match, in order and apart from each
/// other. Case and accents do not matter, as in the search itself; whole characters are given,
/// with the marks that follow them.
pub fn search_hits(text: &str, plan: &Plan) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    if plan.texts().next().is_none() {
        return found;
    }
    let folded = Folded::of(text);
    for words in plan.texts() {
        for hit in memmem::find_iter(folded.text.as_bytes(), words) {
            found.push(folded.written(hit, hit + words.len()));
        }
    }
    found.sort_unstable_by_key(|range| (range.start, range.end));
    let mut apart: Vec<Range<usize>> = Vec::new();
    for range in found {
        match apart.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart
}

/// A folded text that knows where its characters came from.
#[derive(Default)]
struct Folded {
    text: String,
    /// The characters that became something else, in order; the text between them is the same in
    /// both.
    changes: Vec<Change>,
}

struct Change {
    /// The bytes that took its place in the folded text; empty where nothing is left.
    became: Range<usize>,
    written: Range<usize>,
    character: char,
}

impl Folded {
    fn of(text: &str) -> Self {
        let mut folded = Self::default();
        let Self { text: onto, changes } = &mut folded;
        fold_onto(text, onto, |at, len, character| {
            let start = place(changes.last(), at);
            let written = start..start + character.len_utf8();
            changes.push(Change { became: at..at + len, written, character });
        });
        folded
    }

    /// The written bytes behind a part of the folded text that is not empty: whole characters, and the marks
    /// that follow the last.
    fn written(&self, start: usize, end: usize) -> Range<usize> {
        let until =
            |byte: usize| self.changes.partition_point(|change| change.became.start <= byte);
        let within = |byte: usize| {
            let last = self.changes[..until(byte)].last();
            (last, last.filter(|change| byte < change.became.end))
        };
        let from = match within(start) {
            (_, Some(character)) => character.written.start,
            (last, None) => place(last, start),
        };
        let (at, to) = match within(end - 1) {
            (_, Some(character)) => (character.became.end, character.written.end),
            (last, None) => (end, place(last, end)),
        };
        let marks = self.changes[until(end - 1)..]
            .iter()
            .take_while(|change| change.became == (at..at) && !change.character.is_whitespace());
        let to = marks.last().map_or(to, |mark| mark.written.end);
        from..to
    }
}

/// The byte of the written text for a byte of the folded one, behind the last change before it.
fn place(last: Option<&Change>, folded: usize) -> usize {
    last.map_or(folded, |last| last.written.end + (folded - last.became.end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::folding_oracle::awkward;
    use crate::domain::{Day, fold};
    use crate::query::register::Register;
    use crate::query::{Context, parse};
    use proptest::prelude::*;

    fn hit<'a>(text: &'a str, filter: &str) -> Vec<&'a str> {
        let filter = parse(filter).expect("a filter");
        let context = Context { today: Day::from_number(0), me: None };
        let plan = Plan::resolve(&filter, &Register::default(), &context).expect("a plan");
        search_hits(text, &plan).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn hits_are_whole_characters_of_the_written_text() {
        assert_eq!(
            hit("Déclaration de patrimoine, DECLARATION", "déclaration"),
            ["Déclaration", "DECLARATION"]
        );
        assert_eq!(hit("e\u{301}te\u{301} ete", "ETÉ"), ["e\u{301}te\u{301}", "ete"]);
        assert_eq!(hit("申报资产和资产追回", "资产"), ["资产", "资产"]);
        assert_eq!(hit("oﬃce", "f"), ["ﬃ"]);
        assert_eq!(hit("كِتاب", "كتاب"), ["كِتاب"]);
        assert_eq!(hit("Ёлка", "елка"), ["Ёлка"]);
    }

    #[test]
    fn hits_that_touch_or_overlap_are_one_and_negated_texts_are_none() {
        assert_eq!(hit("abcde", "abc cd"), ["abcd"]);
        assert_eq!(hit("abcde", "ab cd"), ["abcd"]);
        assert_eq!(hit("abcde", "ab -cd \"\""), ["ab"]);
        assert_eq!(hit("abcde", "is:unmet"), [] as [&str; 0]);
    }

    #[test]
    fn b5_hits_are_whole_characters_where_folding_changes_their_number() {
        assert_eq!(hit("the Straße of the party’s", "strasse"), ["Straße"]);
        assert_eq!(hit("Æther", "t"), ["t"]);
        assert_eq!(hit("xÆther", "he e"), ["Æ", "he"]);
        assert_eq!(hit("party’s, parties’", "party's"), ["party’s"]);
        assert_eq!(hit("an asset \n  recovery", "\"asset recovery\""), ["asset \n  recovery"]);
        assert_eq!(hit("an asset  recovery", "asset"), ["asset"]);
        assert_eq!(hit("国家反腐\n敗局", "反腐败"), ["反腐\n敗"]);
        assert_eq!(hit("国家反腐\n敗局", "反腐"), ["反腐"]);
        assert_eq!(hit("国家反腐\n敗局", "败局"), ["敗局"]);
        assert_eq!(hit("an anti-\ncor\u{ad}ruption law", "i-corr"), ["i-\ncor\u{ad}r"]);
    }

    proptest! {
        #[test]
        fn b5_every_hit_is_of_whole_characters(text in awkward(0..20), words in awkward(1..4)) {
            let folded = Folded::of(&text);
            prop_assert_eq!(&folded.text, &fold(&text));
            let words = fold(&words);
            let mut before = 0;
            for (at, _) in folded.text.match_indices(&words).filter(|_| !words.is_empty()) {
                let written = folded.written(at, at + words.len());
                prop_assert!(before <= written.start && written.start < written.end);
                prop_assert!(text.get(written.clone()).is_some(), "{written:?}");
                before = written.start;
            }
        }

        #[test]
        fn following_characters_gives_the_folded_text(text in "[a-zÀ-ÿﬀ-ﬆА-я가-가\u{300}-\u{303}中 ]{0,12}") {
            prop_assert_eq!(Folded::of(&text).text, fold(&text));
        }

        #[test]
        fn a_text_is_hit_exactly_when_it_is_found(
            text in "[abAÁ\u{301}]{0,8}", words in "[abá]{1,3}"
        ) {
            let found = fold(&text).contains(&fold(&words));
            prop_assert_eq!(!hit(&text, &words).is_empty(), found);
        }
    }
}
