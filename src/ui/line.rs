//! Text on one line of the screen: its width, shortening, writing. Widths are summed by grapheme,
//! as a terminal takes them: a ligature such as lam-alef takes the cells of its letters.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How many cells a text takes.
pub(super) fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// The text in at most `room` cells; `…` stands for what does not fit.
pub(super) fn shortened(text: &str, room: usize) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    let Some(room) = room.checked_sub(1) else { return String::new() };
    let mut out = String::new();
    let mut taken = 0;
    for grapheme in text.graphemes(true) {
        let wide = grapheme.width();
        if taken + wide > room {
            break;
        }
        out.push_str(grapheme);
        taken += wide;
    }
    out.push('…');
    out
}

/// The text in exactly `room` cells, on the left or the right of them.
pub(super) fn padded(text: &str, room: usize, right: bool) -> String {
    let text = shortened(text, room);
    let space = " ".repeat(room.saturating_sub(width(&text)));
    if right { space + &text } else { text + &space }
}

/// The text in lines of at most `room` cells, broken at spaces where there are any, else between
/// characters, as Chinese is. Line ends of the text are kept.
pub(super) fn wrapped(text: &str, room: usize) -> Vec<String> {
    let room = room.max(2);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        let mut taken = 0;
        for word in paragraph.split_word_bounds() {
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
                if taken + width(grapheme) > room {
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

/// Writes a text at a place of an area, in at most the rest of its line. Returns the cells taken.
pub(super) fn put(
    buffer: &mut Buffer,
    area: Rect,
    x: u16,
    y: u16,
    text: &str,
    style: Style,
) -> u16 {
    if y >= area.height || x >= area.width {
        return 0;
    }
    let at = area.x + x;
    let room = usize::from(area.width - x);
    let text = shortened(text, room);
    let (end, _) = buffer.set_stringn(at, area.y + y, &text, room, style);
    end - at
}

/// Marks what a search has found in a text that stands at a place of an area, as far as the
/// shortened form that is on the screen shows it.
pub(super) fn put_hits(
    buffer: &mut Buffer,
    area: Rect,
    (x, y): (u16, u16),
    text: &str,
    shown: &str,
    hits: &[Range<usize>],
    style: Style,
) {
    for hit in hits {
        let (Some(before), Some(found)) = (text.get(..hit.start), text.get(hit.clone())) else {
            continue;
        };
        if shown.starts_with(before) && shown[before.len()..].starts_with(found) {
            put(buffer, area, x + width(before) as u16, y, found, style);
        }
    }
}

/// Writes a text so that it ends at the right edge of an area's line. Returns where it begins.
pub(super) fn put_right(buffer: &mut Buffer, area: Rect, y: u16, text: &str, style: Style) -> u16 {
    let wide = width(text).min(usize::from(area.width)) as u16;
    let x = area.width - wide;
    put(buffer, area, x, y, text, style);
    x
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_characters_take_two_cells() {
        assert_eq!(width("资产"), 4);
        assert_eq!(shortened("资产追回", 5), "资产…");
        assert_eq!(shortened("资产追回", 4), "资…");
        assert_eq!(padded("资", 4, true), "  资");
        assert_eq!(shortened("abc", 0), "");
    }

    #[test]
    fn lines_break_at_spaces_or_between_characters() {
        assert_eq!(wrapped("one two three", 7), ["one two", "three"]);
        assert_eq!(wrapped("资产追回", 4), ["资产", "追回"]);
        assert_eq!(wrapped("a\nb", 10), ["a", "b"]);
        assert_eq!(wrapped("abcdefgh", 3), ["abc", "def", "gh"]);
        for line in wrapped("a mixture of 资产追回 and words that are averylongwordindeed", 9) {
            assert!(width(&line) <= 9, "{line}");
        }
    }
}
