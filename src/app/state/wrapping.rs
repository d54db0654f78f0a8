//! Lines broken into rows of so many cells, for the editor.

use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The width of a text in cells, summed by grapheme, as a terminal takes them.
pub(in crate::app) fn wide(text: &str) -> usize {
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// Breaks a line that begins at byte `start` into rows.
pub(in crate::app) fn wrap(line: &str, start: usize, room: usize, rows: &mut Vec<Range<usize>>) {
    let (mut from, mut taken, mut gap) = (0, 0, None);
    for (at, grapheme) in line.grapheme_indices(true) {
        let blank = grapheme.chars().all(char::is_whitespace);
        if taken + wide(grapheme) > room && at > from && !blank {
            let cut = gap.unwrap_or(at);
            rows.push(start + from..start + cut);
            (from, taken, gap) = (cut, wide(&line[cut..at]), None);
        }
        taken += wide(grapheme);
        if blank {
            gap = Some(at + grapheme.len());
        }
    }
    rows.push(start + from..start + line.len());
}
