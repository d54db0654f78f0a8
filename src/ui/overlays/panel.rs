//! A box over the screen, with a title in its upper edge.

use crate::ui::Pen;
use crate::ui::line::put;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::symbols::border::ROUNDED;

/// Clears a box of this size in the middle of the screen and draws its edge, with a title in it
/// unless that is empty. Returns the inside.
pub(super) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, size: (u16, u16), title: &str) -> Rect {
    let (columns, rows) = pen.app.settings.size;
    let (width, height) = (size.0.min(columns), size.1.min(rows.saturating_sub(2)));
    let area = Rect::new((columns - width) / 2, (rows - height) / 2, width, height);
    draw_at(pen, buffer, area, title)
}

/// The same at a place.
pub(super) fn draw_at(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, title: &str) -> Rect {
    let area = area.intersection(buffer.area);
    let inside = Rect::new(
        area.x + 1,
        area.y + 1,
        area.width.saturating_sub(2),
        area.height.saturating_sub(2),
    );
    let style = pen.theme.dim;
    let bottom = area.height.saturating_sub(1);
    for y in 0..area.height {
        // what lies below must not show through, nor its style
        for x in 0..area.width {
            if let Some(cell) = buffer.cell_mut((area.x + x, area.y + y)) {
                cell.reset();
            }
        }
        if y == 0 || y == bottom {
            let line = ROUNDED.horizontal_top.repeat(inside.width.into());
            put(buffer, area, 1, y, &line, style);
        }
        let (left, right) = match y {
            0 => (ROUNDED.top_left, ROUNDED.top_right),
            y if y == bottom => (ROUNDED.bottom_left, ROUNDED.bottom_right),
            _ => (ROUNDED.vertical_left, ROUNDED.vertical_right),
        };
        put(buffer, area, 0, y, left, style);
        put(buffer, area, area.width.saturating_sub(1), y, right, style);
    }
    if !title.is_empty() {
        let room = Rect { width: area.width.saturating_sub(2), ..area };
        put(buffer, room, 2, 0, &format!(" {title} "), pen.theme.strong);
    }
    inside
}
