//! Foreign text is cleaned where it comes in (typed, pasted, imported, read from a file that others
//! may have written), so that no byte of it can act on a terminal, a spreadsheet or a shell, and no
//! screen has to check again.
//!
//! Clean text stays the same bytes, and that is found out without a copy: every text that is read
//! out of a register goes through here.

use super::plain::{is_clean_line, is_plain};
use std::borrow::Cow;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

/// The most combining marks that follow each other; real orthographies need fewer.
const MOST_MARKS: usize = 4;

/// The most characters (code points) that stand together as one on the screen. A Devanagari conjunct
/// of five consonants has ten; without a limit such a sequence is one character of any length.
const MOST_TOGETHER: usize = 10;

/// Cleans a text of one line: control characters (line ends among them) become spaces, invisible
/// formatting characters are dropped, runs of white space become one space.
pub fn clean_line(text: &str) -> String {
    cleaned_line(text).into_owned()
}

/// As [`clean_line`], without a copy of a text that is clean already.
pub fn cleaned_line(text: &str) -> Cow<'_, str> {
    if is_clean_line(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for word in clean(text, false).split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    Cow::Owned(out)
}

/// Cleans a text of several lines: as [`clean_line`], but line ends of every kind stay, as `\n`, and
/// so does the white space between words.
pub fn clean_text(text: &str) -> String {
    cleaned_text(text).into_owned()
}

/// As [`clean_text`], without a copy of a text that is clean already.
pub fn cleaned_text(text: &str) -> Cow<'_, str> {
    let edges = text.starts_with('\n') || text.ends_with('\n');
    if !edges && text.split('\n').all(is_clean_line) {
        return Cow::Borrowed(text);
    }
    let cleaned = clean(&text.replace("\r\n", "\n"), true);
    let lines: Vec<&str> = cleaned.lines().map(str::trim_end).collect();
    Cow::Owned(lines.join("\n").trim_matches('\n').to_owned())
}

fn clean(text: &str, keep_lines: bool) -> String {
    // Characters are dropped before the others are composed: a mark can meet its letter then. Of
    // thousands of marks most go at once, since to put them in order takes time.
    let mut marks = 0;
    let few = |c: &char| {
        marks = if !is_plain(*c) && is_combining_mark(*c) { marks + 1 } else { 0 };
        marks <= 4 * MOST_MARKS
    };
    let mut out = Growing::with_capacity(text.len().min(1 << 12));
    let shown = text.chars().filter_map(|c| shown_as(c, keep_lines)).filter(few);
    shown.nfc().for_each(|c| out.push(c));
    out.text
}

/// The character to show in place of one, wherever it stands; `None` to drop it.
fn shown_as(c: char, keep_lines: bool) -> Option<char> {
    match c {
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
            Some(if keep_lines { '\n' } else { ' ' })
        }
        c if c.is_control() => Some(' '),
        c if acts_unseen(c) => None,
        c if means_nothing(c) => Some(char::REPLACEMENT_CHARACTER),
        c => Some(c),
    }
}

/// Characters that are not seen and change the look or the order of others, or where a word ends:
/// all that Unicode calls default ignorable (bidirectional overrides and isolates,
/// zero-width characters, tags, variation selectors, fillers, musical and shorthand controls) and
/// interlinear annotation. The zero-width joiner and non-joiner are among them: Persian words lose a
/// hyphenation aid, no text loses its reading.
pub(super) fn acts_unseen(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}'
        | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Code points that Unicode keeps from ever being characters.
fn means_nothing(c: char) -> bool {
    matches!(c, '\u{FDD0}'..='\u{FDEF}') || u32::from(c) & 0xFFFE == 0xFFFE
}

/// A text that grows by one character after the other, without those that would pile up on the same
/// place. Each decision rests on the characters kept, so that nothing more is left out when the
/// result is cleaned again.
struct Growing {
    text: String,
    /// The byte where the last visible character begins.
    start: usize,
    /// How many code points it has; none after white space and at the beginning.
    together: usize,
    /// How many marks were kept last, one after the other.
    marks: usize,
    /// Whether no plain character can join the character kept last.
    closed: bool,
}

impl Growing {
    fn with_capacity(bytes: usize) -> Self {
        let text = String::with_capacity(bytes);
        Self { text, start: 0, together: 0, marks: 0, closed: true }
    }

    fn push(&mut self, c: char) {
        let at = self.text.len();
        self.text.push(c);
        if c.is_whitespace() {
            (self.start, self.together, self.marks, self.closed) = (self.text.len(), 0, 0, true);
            return;
        }
        let plain = is_plain(c);
        if plain && self.closed {
            (self.start, self.together, self.marks) = (at, 1, 0);
            return;
        }
        let mark = is_combining_mark(c);
        let joins = self.together > 0 && self.text[self.start..].graphemes(true).nth(1).is_none();
        let piles = joins && self.together == MOST_TOGETHER || mark && self.marks == MOST_MARKS;
        if piles || mark && self.together == 0 {
            self.text.truncate(at);
            return;
        }
        if !joins && c.width() == Some(0) {
            // Something stands here that needs another before it, such as half a Hangul syllable.
            self.text.truncate(at);
            return self.push(char::REPLACEMENT_CHARACTER);
        }
        if joins {
            self.together += 1;
        } else {
            (self.start, self.together) = (at, 1);
        }
        self.marks = if mark { self.marks + 1 } else { 0 };
        self.closed = plain;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::characters;
    use proptest::prelude::*;
    use unicode_width::UnicodeWidthStr;

    #[test]
    fn escape_sequences_lose_their_escape() {
        assert_eq!(clean_line("a\u{1b}[31mred\u{7}\nb"), "a [31mred b");
        assert_eq!(clean_line("\u{9b}2J"), "2J");
    }

    #[test]
    fn c20_characters_that_act_unseen_are_dropped_marks_or_not() {
        assert_eq!(clean_line("abc\u{202e}fed\u{200b}g\u{e0041}"), "abcfedg");
        let hidden = [
            0xad, 0x34f, 0x61c, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180b, 0x180e, 0x180f, 0x200b,
            0x200d, 0x202a, 0x2060, 0x2069, 0x206f, 0x3164, 0xfe00, 0xfe0f, 0xfeff, 0xffa0, 0xfff0,
            0xfff9, 0xfffb, 0x1_bca0, 0x1_d173, 0xe_0001, 0xe_0100, 0xe_01ef, 0xe_0fff,
        ];
        for c in hidden.map(|c| char::from_u32(c).unwrap()) {
            assert_eq!(clean_line(&format!("a{c}b")), "ab", "{c:?}");
            assert_eq!(clean_text(&format!("a{c}b\n{c}c")), "ab\nc", "{c:?}");
        }
    }

    #[test]
    fn c20_no_character_is_left_that_cannot_be_seen() {
        for c in characters::all().filter(|c| *c >= ' ' && !('\u{e000}'..='\u{f8ff}').contains(c)) {
            let cleaned = clean_line(&format!("a{c}b"));
            for grapheme in cleaned.graphemes(true) {
                assert!(grapheme.width() > 0, "{c:?} in {cleaned:?}");
            }
            assert!(cleaned.ends_with('b'), "{c:?}");
        }
    }

    #[test]
    fn c20_what_is_no_character_is_shown_as_one_that_is_wrong() {
        assert_eq!(clean_line("a\u{ffff}\u{fdd0}\u{1fffe}b"), "a\u{fffd}\u{fffd}\u{fffd}b");
    }

    #[test]
    fn c20_a_thousand_marks_become_a_few() {
        let text = format!("x{}", "\u{323}".repeat(1000));
        assert!(clean_line(&text).chars().count() <= 1 + MOST_MARKS);
        for piled in ["\u{600}", "\u{1100}", "\u{ff9e}", "\u{1f3fb}", "\u{915}\u{94d}", "\u{e33}"] {
            let cleaned = clean_line(&format!("x{}x", piled.repeat(10_000)));
            let longest = cleaned.graphemes(true).map(str::len).max().unwrap();
            assert!(longest <= (4 * MOST_TOGETHER), "{piled:?}: {longest}");
        }
    }

    #[test]
    fn c20_marks_need_something_to_stand_on() {
        assert_eq!(clean_line("\u{301}a \u{301}b\u{301}"), "a b\u{301}");
        assert_eq!(clean_text("a\n\u{301}\u{302}b"), "a\nb");
        assert_eq!(clean_line("\u{1161}a"), "\u{fffd}a");
        assert_eq!(clean_line("e\u{200b}\u{301}"), "é");
    }

    #[test]
    fn honest_text_stays() {
        for text in [
            "Côte d'Ivoire",
            "资产追回。",
            "مكافحة الفساد",
            "مُكافَحَة",
            "Предупреждение",
            "a-b (c)",
            "व्यवस्था कार्त्स्न्या",
            "အဂတိလိုက်စားမှု တိုက်ဖျက်ရေး",
            "การต่อต้านการทุจริต",
            "phòng, chống tham nhũng",
            "부패 방지",
            "རྒྱ་གར་སྐད་དུ",
            "“x” – y…",
        ] {
            assert_eq!(clean_line(text), text);
            assert_eq!(clean_text(text), text);
        }
        assert_eq!(clean_text("a \r\nb\n\n"), "a\nb");
        assert_eq!(clean_text("a\n\nb\u{2028}c\u{85}d"), "a\n\nb\nc\nd");
        assert_eq!(clean_text("a  b"), "a  b");
    }

    #[test]
    fn clean_text_is_not_copied() {
        for text in ["A need of Ghana: résumé 资产追回。", "", "a\n\nb"] {
            assert!(matches!(cleaned_text(text), Cow::Borrowed(_)), "{text}");
        }
        assert!(matches!(cleaned_line(&"asset declarations ".repeat(99)[..99]), Cow::Borrowed(_)));
    }

    /// Characters that compose, join, pile up or are dropped, close together.
    fn awkward() -> impl Strategy<Value = String> {
        let characters: Vec<char> = "aé \n\r\t\u{85}\u{a0}\u{ad}\u{301}\u{323}\u{334}\u{344}\u{345}\
            \u{34f}\u{600}\u{6dd}\u{915}\u{94d}\u{9c7}\u{9be}\u{9d7}\u{102c}\u{1100}\u{1161}\u{11a8}\u{ac00}\
            \u{ac01}\u{1f1e6}\u{1f3fb}\u{2000}\u{2028}\u{200d}\u{fb1d}\u{fb2c}\u{fe0f}\u{ff9e}\u{110bd}\
            \u{13430}\u{1133e}\u{11347}\u{e0100}\u{fffe}\u{10a01}\u{302a}\u{3099}か"
            .chars()
            .collect();
        let one = prop::sample::select(characters);
        prop::collection::vec(one, 0..40).prop_map(|text| text.into_iter().collect())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn c20_cleaning_twice_changes_nothing_more(text in prop_oneof![awkward(), ".{0,40}"]) {
            let line = clean_line(&text);
            prop_assert_eq!(clean_line(&line), line.as_str());
            prop_assert_eq!(line.nfc().collect::<String>(), line.as_str());
            let several = clean_text(&text);
            prop_assert_eq!(clean_text(&several), several.as_str());
            prop_assert_eq!(several.nfc().collect::<String>(), several.as_str());
            let longest = several.graphemes(true).map(str::len).max();
            prop_assert!(longest.is_none_or(|longest| longest <= (4 * MOST_TOGETHER)));
        }

        #[test]
        fn what_is_not_copied_is_what_a_copy_would_be(text in "[a-z  é中ж\u{301}\u{ad}]{0,99}") {
            if is_clean_line(&text) {
                let words = clean(&text, false).split_whitespace().collect::<Vec<_>>().join(" ");
                prop_assert_eq!(words, text);
            }
        }
    }
}
