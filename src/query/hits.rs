//! Where a text has what a filter searched for, to be shown in another style.

use super::plan::Plan;
use crate::domain::fold;
use memchr::memmem;
use std::ops::Range;

/// The bytes of the text that the plan's positive text terms match, in order and apart from each
/// other. Case and accents do not matter, as in the search itself; whole characters are given,
/// with the marks that follow them.
pub fn hits(text: &str, plan: &Plan) -> Vec<Range<usize>> {
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
struct Folded {
    text: String,
    /// For each written character that leaves something: where that begins in the folded text,
    /// and where the character begins and ends in the written one, with the marks after it.
    from: Vec<(usize, Range<usize>)>,
}

impl Folded {
    /// Folding takes one character after the other, so each can be followed on its own.
    fn of(text: &str) -> Self {
        let mut folded = Self { text: String::with_capacity(text.len()), from: Vec::new() };
        for (at, c) in text.char_indices() {
            let end = at + c.len_utf8();
            let before = folded.text.len();
            folded.text.push_str(&fold(&text[at..end]));
            if folded.text.len() > before {
                folded.from.push((before, at..end));
            } else if let Some((_, last)) = folded.from.last_mut() {
                last.end = end;
            }
        }
        folded
    }

    /// The written bytes behind a part of the folded text that is not empty.
    fn written(&self, start: usize, end: usize) -> Range<usize> {
        let character = |byte: usize| {
            let place = self.from.partition_point(|(at, _)| *at <= byte).saturating_sub(1);
            self.from.get(place).map_or(0..0, |(_, range)| range.clone())
        };
        character(start).start..character(end - 1).end
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Day;
    use crate::query::register::Register;
    use crate::query::{Context, parse};
    use proptest::prelude::*;

    fn hit<'a>(text: &'a str, filter: &str) -> Vec<&'a str> {
        let filter = parse(filter).expect("a filter");
        let context = Context { today: Day::from_number(0), me: None };
        let plan = Plan::resolve(&filter, &Register::default(), &context).expect("a plan");
        hits(text, &plan).into_iter().map(|range| &text[range]).collect()
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

    proptest! {
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
