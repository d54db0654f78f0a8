//! Text on a line of a terminal: how many cells it takes, shortened, padded. Widths are summed by
//! grapheme, as a terminal takes them: a ligature such as lam-alef takes the cells of its letters.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The width of a text, in cells of a terminal.
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    let alone = alone(text);
    alone + text[alone..].graphemes(true).map(UnicodeWidthStr::width).sum::<usize>()
}

/// The number of printable ASCII characters that a text begins with, of which each is a cell.
pub fn ascii_cells(text: &str) -> usize {
    text.bytes().take_while(|byte| (0x20..0x7f).contains(byte)).count()
}

/// The same without the last one, unless the text ends with it: a mark may follow that joins it.
fn alone(text: &str) -> usize {
    let plain = ascii_cells(text);
    if plain == text.len() { plain } else { plain.saturating_sub(1) }
}

/// The text with a capital for its first letter.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The text in at most `room` cells; `…` stands for the rest. Reads no more of the text than there is room for.
pub fn shortened(text: &str, room: usize) -> String {
    let cut = |kept: usize| {
        let sign = if room > 0 { "…" } else { "" };
        format!("{}{sign}", &text[..kept])
    };
    // Most texts begin with, or are, characters of a byte and a cell, which need no look into tables.
    let start = text.len().min(room.saturating_add(1));
    let plain = text.as_bytes()[..start].iter().take_while(|byte| (0x20..0x7f).contains(*byte));
    let plain = plain.count();
    if plain > room {
        return cut(room.saturating_sub(1));
    }
    let alone = if plain == text.len() { plain } else { plain.saturating_sub(1) };
    let (mut taken, mut kept) = (alone, alone);
    for (at, grapheme) in text[alone..].grapheme_indices(true) {
        taken += grapheme.width();
        if taken > room {
            return cut(kept);
        }
        if taken < room {
            kept = alone + at + grapheme.len();
        }
    }
    text.to_owned()
}

/// The text in exactly `room` cells, on the left or the right of them.
pub fn padded(text: &str, room: usize, right: bool) -> String {
    let mut text = shortened(text, room);
    let space = room.saturating_sub(width(&text));
    if right {
        text.insert_str(0, &" ".repeat(space));
    } else {
        text.extend(std::iter::repeat_n(' ', space));
    }
    text
}

/// The text without the graphemes in its first cells.
pub fn skipped(text: &str, cells: usize) -> &str {
    let mut taken = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        if taken >= cells {
            return &text[at..];
        }
        taken += width(grapheme);
    }
    ""
}

/// The text in lines of at most `room` cells, broken at spaces where there are any, else between
/// characters, as Chinese is. Line ends of the text are kept.
pub fn wrapped(text: &str, room: usize) -> Vec<String> {
    wrapped_by(text, room.max(2), width)
}

/// Wraps as [`wrapped`] does, with any measure of width in place of cells. No line begins with a
/// mark that closes or ends with one that opens.
pub fn wrapped_by(text: &str, room: usize, width: impl Fn(&str) -> usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        let mut taken = 0;
        for word in unbroken(paragraph) {
            let wide = width(word);
            if taken + wide > room && taken > 0 {
                lines.push(line.trim_end().to_owned());
                line.clear();
                taken = 0;
                if word.trim().is_empty() {
                    continue;
                }
            }
            if wide <= room {
                line.push_str(word);
                taken += wide;
                continue;
            }
            for grapheme in word.graphemes(true) {
                if taken + width(grapheme) > room && taken > 0 {
                    lines.push(std::mem::take(&mut line));
                    taken = 0;
                }
                line.push_str(grapheme);
                taken += width(grapheme);
            }
        }
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// The unbreakable pieces of a paragraph: the text between two spaces, but single wide characters,
/// each of which may begin a line unless a mark belongs to it.
pub fn unbroken(paragraph: &str) -> Vec<&str> {
    const OPENING: [char; 8] = ['(', '[', '“', '‘', '«', '（', '《', '「'];
    const CLOSING: &[char] = &[
        ',', '.', ';', ':', '!', '?', ')', ']', '”', '’', '»', '…', '%', '，', '。', '；', '：',
        '！', '？', '、', '）', '》', '」',
    ];
    let mut ranges: Vec<std::ops::Range<usize>> = Vec::new();
    for (start, word) in paragraph.split_word_bound_indices() {
        let end = start + word.len();
        let before = paragraph[..start].chars().next_back();
        let is_narrow = |c: char| !c.is_whitespace() && c.width() != Some(2);
        let belongs = before.is_some_and(|c| OPENING.contains(&c)) && !word.trim().is_empty()
            || before.is_some_and(|c| !c.is_whitespace()) && word.starts_with(CLOSING)
            || before.is_some_and(is_narrow) && word.starts_with(is_narrow);
        match ranges.last_mut() {
            Some(last) if belongs => last.end = end,
            _ => ranges.push(start..end),
        }
    }
    ranges.into_iter().map(|range| &paragraph[range]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn wide_characters_take_two_cells() {
        assert_eq!(width("资产"), 4);
        assert_eq!(shortened("资产追回", 5), "资产…");
        assert_eq!(shortened("资产追回", 4), "资…");
        assert_eq!(padded("资", 4, true), "  资");
        assert_eq!(shortened("abc", 0), "");
        assert_eq!(shortened("资产", 1), "…");
        assert_eq!(shortened("abc", 3), "abc");
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]
        #[test]
        fn texts_are_measured_and_cut_by_grapheme(
            text in r"([a-z ]{0,6}|[资é\u{301}\u{200d}…لا\u{1f600}\n]{0,3}){0,5}",
            room in 0_usize..24,
        ) {
            let graphemes: Vec<&str> = text.graphemes(true).collect();
            let wide = |all: &[&str]| all.iter().map(|one| UnicodeWidthStr::width(*one)).sum::<usize>();
            if !text.is_ascii() {
                prop_assert_eq!(width(&text), wide(&graphemes));
            }
            let fits = (0..=graphemes.len()).all(|count| wide(&graphemes[..count]) <= room);
            let kept = (0..=graphemes.len()).rev().find(|count| wide(&graphemes[..*count]) < room);
            let sign = if room > 0 { "…" } else { "" };
            let cut = graphemes[..kept.unwrap_or(0)].concat() + sign;
            prop_assert_eq!(shortened(&text, room), if fits { text.clone() } else { cut });
        }
    }

    #[test]
    fn arabic_ligatures_count_as_their_letters() {
        assert_eq!(width("لا"), 2);
    }

    #[test]
    fn lines_break_at_spaces_or_between_characters() {
        assert_eq!(wrapped("one two three", 7), ["one two", "three"]);
        assert_eq!(wrapped("资产追回", 4), ["资产", "追回"]);
        assert_eq!(wrapped("a\nb", 10), ["a", "b"]);
        assert_eq!(wrapped("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(
            wrapped("of States, by (many) names", 9),
            ["of", "States,", "by (many)", "names"]
        );
        assert_eq!(
            wrapped("since 2017-09-01, self-assessment", 12),
            ["since", "2017-09-01,", "self-assessm", "ent"]
        );
        assert_eq!(wrapped("图2017-09", 5), ["图", "2017-", "09"]);
        assert_eq!(wrapped("第一周期，截至（今天）", 8), ["第一周", "期，截至", "（今天）"]);
        for line in wrapped("a mixture of 资产追回 and words that are averylongwordindeed", 9) {
            assert!(width(&line) <= 9, "{line}");
        }
    }
}
