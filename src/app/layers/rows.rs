//! A plain list in a box, as for saved views and columns.

use crate::paint::Canvas;
use crate::paint::line::width;
use crate::paint::theme::CURSOR;
use ratatui::layout::Rect;

/// A line: the key or sign, the name, the note beside it.
pub(super) type PanelLine = (String, String, String);

/// Draws them in a box under a title, the cursor in a row.
pub(super) fn draw(canvas: &mut Canvas<'_>, title: &str, lines: &[PanelLine], row: usize) {
    // A blank stands behind the widest key.
    let keys = lines.iter().map(|(key, ..)| width(key)).max().unwrap_or(0);
    let names = (keys as u16 + 3).max(5);
    let wide = |(_, name, beside): &PanelLine| width(name) + width(beside) + 10;
    let wide = lines.iter().map(wide).max().unwrap_or(0).max(width(title) + 6);
    let size = (wide.min(70) as u16, lines.len().min(400) as u16 + 2);
    let inside = canvas.panel(size, title);
    let page = usize::from(inside.height).max(1);
    let top = (row / page * page).min(lines.len().saturating_sub(page));
    let shown = lines.iter().enumerate().skip(top).take(page);
    for (y, (number, (key, name, beside))) in (0..).zip(shown) {
        let here = number == row;
        canvas.tell_row(inside, y, number, row);
        if here {
            canvas.put(inside, 0, y, CURSOR, canvas.theme.mark);
        }
        canvas.put(inside, 2, y, key, canvas.theme.key);
        let right = Rect { width: inside.width.saturating_sub(1), ..inside };
        let edge = canvas.put_right(right, y, beside, canvas.theme.dim);
        let room = Rect { width: edge.saturating_sub(1), ..inside };
        canvas.put(
            room,
            names,
            y,
            name,
            if here { canvas.theme.cursor } else { canvas.theme.plain },
        );
    }
    canvas.put_more(inside, top, lines.len());
}
