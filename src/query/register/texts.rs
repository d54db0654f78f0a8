//! The texts of needs, one after the other, in the form that searches compare; characters that
//! differ as written stand beside it.
//!
//! A register of a million needs has some 140 MB of texts. Keeping them twice, as written and as
//! compared ([`crate::domain::fold`]), would double that, though the two differ in a few letters.

use crate::domain::fold_onto;
use std::borrow::Cow;

/// The texts of a chunk's needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    /// In the form that searches compare, one after the other.
    folded: String,
    /// The byte in `folded` where each text ends.
    ends: Vec<u32>,
    /// The characters that folding has changed, in order.
    changes: Vec<Change>,
    /// The place in `changes` where those of each text end.
    change_ends: Vec<u32>,
}

/// A character that folding has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Change {
    /// The byte of the folded texts where its replacement begins.
    at: u32,
    /// How many bytes it became (none, where it is one of several blanks), above; the character, in the lowest 21 bits.
    became: u32,
}

/// How many bits a character takes.
const CHAR_BITS: u32 = 21;

impl Change {
    fn new(at: usize, len: usize, c: char) -> Self {
        Self { at: at as u32, became: (len as u32) << CHAR_BITS | u32::from(c) }
    }

    fn len(self) -> usize {
        (self.became >> CHAR_BITS) as usize
    }

    fn written(self) -> Option<char> {
        char::from_u32(self.became & ((1 << CHAR_BITS) - 1))
    }
}

impl Texts {
    /// Adds the next need's text.
    pub fn push(&mut self, text: &str) {
        self.fold(text);
        self.end();
    }

    /// Puts a text in the place of another one: all others are folded anew.
    pub fn set(&mut self, place: usize, text: &str) {
        let before = std::mem::take(self);
        for own in 0..before.len() {
            if own == place {
                self.push(text);
            } else {
                self.push(&before.get(own));
            }
        }
    }

    /// Adds the next need's text where it is seen to be clean; whether it was. One look folds it and tells that.
    pub fn push_clean(&mut self, text: &str) -> bool {
        let (bytes, changes) = (self.folded.len(), self.changes.len());
        let clean = self.fold(text);
        if clean {
            self.end();
        } else {
            self.folded.truncate(bytes);
            self.changes.truncate(changes);
        }
        clean
    }

    fn fold(&mut self, text: &str) -> bool {
        let Self { folded, changes, .. } = self;
        fold_onto(text, folded, |at, len, c| changes.push(Change::new(at, len, c)))
    }

    fn end(&mut self) {
        self.ends.push(self.folded.len() as u32);
        self.change_ends.push(self.changes.len() as u32);
    }

    /// The text of the need at this place of the chunk; empty beyond the end.
    pub fn get(&self, place: usize) -> Cow<'_, str> {
        let folded = self.folded(place);
        let Some(&end) = self.change_ends.get(place) else { return Cow::Borrowed("") };
        let changes = &self.changes[before(&self.change_ends, place)..end as usize];
        if changes.is_empty() {
            return Cow::Borrowed(folded);
        }
        let start = before(&self.ends, place);
        let mut written = String::with_capacity(folded.len() + 2 * changes.len());
        let mut from = 0;
        for change in changes {
            let at = change.at as usize - start;
            written.push_str(folded.get(from..at).unwrap_or(""));
            written.extend(change.written());
            from = at + change.len();
        }
        written.push_str(folded.get(from..).unwrap_or(""));
        Cow::Owned(written)
    }

    /// The text at a place in the form that searches compare; empty beyond the end.
    pub fn folded(&self, place: usize) -> &str {
        let Some(&end) = self.ends.get(place) else { return "" };
        self.folded.get(before(&self.ends, place)..end as usize).unwrap_or("")
    }

    /// All texts in the form that searches compare, and where each ends: for one search over all.
    pub fn all_folded(&self) -> (&str, &[u32]) {
        (&self.folded, &self.ends)
    }

    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether it has no texts.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }
}

/// The start of a place's part: the end of the part before.
fn before(ends: &[u32], place: usize) -> usize {
    ends.get(..place).and_then(<[u32]>::last).map_or(0, |end| *end as usize)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::folding_oracle::awkward;
    use crate::domain::{clean_text, fold};
    use proptest::prelude::*;

    fn kept(texts: &[String]) -> Texts {
        let mut kept = Texts::default();
        for text in texts {
            kept.push(text);
        }
        kept
    }

    proptest! {
        #[test]
        fn texts_come_back_as_written_and_as_compared(
            texts in proptest::collection::vec(
                "[aAzZ0 '’–\n敗中éЁйßﬃ\u{301}\u{640}\u{fdfa}]{0,90}|[A-Za-z ]{60,200}|\\PC{0,12}", 0..20)
        ) {
            let kept = kept(&texts);
            for (place, text) in texts.iter().enumerate() {
                prop_assert_eq!(kept.get(place), text.as_str());
                prop_assert_eq!(kept.folded(place), fold(text));
            }
            prop_assert_eq!(kept.get(texts.len()), "");
        }
    }

    proptest! {
        #[test]
        fn what_is_taken_for_clean_is(
            text in proptest::prop_oneof!["[a-zé中\u{7f}\u{3b1} \n]{0,12}", awkward(0..12), "[a-z]{0,9}[ \n]?[a-z]{9}"]
        ) {
            let mut texts = kept(&["before".to_owned()]);
            let before = texts.clone();
            if texts.push_clean(&text) {
                prop_assert_eq!(clean_text(&text), text.as_str());
                prop_assert_eq!(texts.get(1), text.as_str());
            } else {
                prop_assert_eq!(&texts, &before);
                prop_assert!(!text.chars().all(|c| c.is_ascii_lowercase()));
            }
        }
    }

    #[test]
    fn a_mark_at_an_edge_stays_with_its_text() {
        let texts = ["a\u{301}", "\u{301}b", "\u{301}", "", "c"].map(str::to_owned);
        let kept = kept(&texts);
        for (place, text) in texts.iter().enumerate() {
            assert_eq!(kept.get(place), text.as_str());
        }
        assert_eq!(kept.all_folded().0, "abc");
    }
}
