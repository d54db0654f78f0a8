//! Writing text on one line of the screen.

pub use crate::text::{padded, shortened, width, wrapped};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::ops::Range;

/// A line of a page: pieces side by side, or a line of a text with what a search found.
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
    let (end, _) = buffer.set_stringn(at, area.y + y, &text, room, style);
    end - at
}

/// Marks what a search has found in a text that stands at a place of an area, as far as the
/// shortened form that is on the screen shows it.
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
