//! Writing text on one line of the screen.

pub use crate::text::{padded, shortened, skipped, width, wrapped};

use super::theme::{ABOVE, BELOW};
use crate::text::ascii_cells;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use std::ops::Range;

/// A line of a page: pieces side by side, or a line of a text with the matches of a search.
pub type Line = Vec<(String, Style)>;

/// Writes a text at a place of an area, in at most the rest of its line. Returns the cells taken.
pub fn put(buffer: &mut Buffer, area: Rect, x: u16, y: u16, text: &str, style: Style) -> u16 {
    if y >= area.height || x >= area.width {
        return 0;
    }
    let at = area.x + x;
    let room = usize::from(area.width - x);
    let mut text = shortened(text, room);
    if text.contains('\n') {
        // A text of several lines in the place of one.
        text = text.replace('\n', " ");
    }
    if ascii_cells(&text) == text.len() {
        // Each character is a cell: nothing has to be looked up or divided.
        for (x, letter) in (at..).zip(text.chars()) {
            if let Some(cell) = buffer.cell_mut((x, area.y + y)) {
                cell.set_char(letter).set_style(style);
            }
        }
        return text.len() as u16;
    }
    let (end, _) = buffer.set_stringn(at, area.y + y, &text, room, style);
    end - at
}

/// Marks the matches of a search in a text that stands at a place of an area, as far as its
/// shortened form on the screen shows them.
pub fn put_hits(
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
pub fn put_right(buffer: &mut Buffer, area: Rect, y: u16, text: &str, style: Style) -> u16 {
    let wide = width(text).min(usize::from(area.width)) as u16;
    let x = area.width - wide;
    put(buffer, area, x, y, text, style);
    x
}

/// Marks in the last cells of the first and of the last line of an area that its list goes on above or below: `top`
/// lines of `count` are above. The line under the cursor keeps its look, and no number loses a digit.
pub fn put_more(buffer: &mut Buffer, area: Rect, top: usize, count: usize, style: Style) {
    let goes_on = (top > 0, top + usize::from(area.height) < count);
    put_marks(buffer, area, goes_on, style);
}

/// Draws the marks for lines above and below the area.
pub fn put_marks(buffer: &mut Buffer, area: Rect, (above, below): (bool, bool), style: Style) {
    if area.width == 0 || area.height == 0 {
        return;
    }
    let marks = [(above, area.top(), ABOVE), (below, area.bottom() - 1, BELOW)];
    for (_, y, sign) in marks.into_iter().filter(|(goes_on, ..)| *goes_on) {
        let at = (area.right() - 1, y);
        let Some(cell) = buffer.cell(at) else { continue };
        if cell.symbol().chars().all(|c| c.is_ascii_digit()) {
            continue;
        }
        let is_marked = cell.modifier.contains(Modifier::REVERSED);
        let style = if is_marked { cell.style() } else { Style::reset().patch(style) };
        buffer.set_string(at.0, at.1, sign, style);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_say_that_a_list_goes_on_and_cover_no_digit() {
        let marked = |top, count| {
            let mut buffer = Buffer::with_lines(["one two", "three  ", "four 14"]);
            let area = buffer.area;
            put_more(&mut buffer, area, top, count, Style::new());
            let lines = buffer.content.chunks(7).map(|cells| cells[6].symbol().to_owned());
            lines.collect::<Vec<_>>()
        };
        assert_eq!(marked(0, 3), ["o", " ", "4"]);
        assert_eq!(marked(2, 9), [ABOVE, " ", "4"]);
        let mut buffer = Buffer::with_lines(["one", "two"]);
        let area = buffer.area;
        put_more(&mut buffer, area, 0, 3, Style::new());
        assert_eq!(buffer[(2, 1)].symbol(), BELOW);
        put_more(&mut buffer, Rect { height: 0, ..area }, 1, 3, Style::new());
    }
}
