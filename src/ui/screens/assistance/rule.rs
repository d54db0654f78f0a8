//! A rule with words in it, between a list and what is told of its row.

use crate::ui::Pen;
use crate::ui::line::put;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Writes a rule with words in it.
pub(in crate::ui::screens) fn rule(
    pen: &Pen<'_>,
    buffer: &mut Buffer,
    area: Rect,
    y: u16,
    words: &str,
) {
    put(buffer, area, 0, y, &"─".repeat(usize::from(area.width)), pen.theme.dim);
    put(buffer, area, 2, y, &format!(" {words} "), pen.theme.plain);
}
