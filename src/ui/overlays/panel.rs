//! A box over the screen, with a title in its upper edge.

use crate::ui::Pen;
use crate::ui::line::put;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::symbols::border::ROUNDED;

/// Clears a box of this size in the middle of the screen and draws its edge. Returns the inside.
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
    let blank = " ".repeat(inside.width.into());
    let line = ROUNDED.horizontal_top.repeat(inside.width.into());
    let edge = |left: &str, middle: &str, right: &str| format!("{left}{middle}{right}");
    for y in 0..area.height {
        let row = match y {
            0 => edge(ROUNDED.top_left, &line, ROUNDED.top_right),
            y if y + 1 == area.height => edge(ROUNDED.bottom_left, &line, ROUNDED.bottom_right),
            _ => edge(ROUNDED.vertical_left, &blank, ROUNDED.vertical_right),
        };
        // what lies below must not show through in its own style
        for x in 0..area.width {
            if let Some(cell) = buffer.cell_mut((area.x + x, area.y + y)) {
                cell.reset();
            }
        }
        put(buffer, area, 0, y, &row, style);
    }
    put(
        buffer,
        Rect { width: area.width.saturating_sub(2), ..area },
        2,
        0,
        &format!(" {title} "),
        pen.theme.strong,
    );
    inside
}
