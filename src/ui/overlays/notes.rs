//! The editor for notes.

use super::panel;
use crate::app::layout;
use crate::app::overlay::Notes;
use crate::text::Arg;
use crate::ui::Pen;
use crate::ui::line::{put, wrapped};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

/// Draws the editor. Returns where the cursor stands in it.
pub(super) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, notes: &Notes) -> Option<Position> {
    let title = pen.text.tra("notes-title", &[("id", Arg::from(notes.need.to_string()))]);
    let (room, page) = layout::notes(pen.app.settings.size);
    let inside = panel::draw(pen, buffer, (room + 4, page + 2), &title);
    let editor = notes.editor.as_ref()?;
    let rows = editor.rows(room.into());
    let (row, column) = editor.cursor(&rows, room.into());
    let mut inside = inside;
    if let Some(theirs) = &notes.theirs {
        let head = pen.text.tra("notes-theirs", &[("text", Arg::from(theirs.replace('\n', " ")))]);
        for line in wrapped(&head, room.into()).iter().take(3) {
            put(buffer, inside, 1, 0, line, pen.theme.caution);
            (inside.y, inside.height) = (inside.y + 1, inside.height.saturating_sub(1));
        }
    }
    let page = usize::from(inside.height).max(1);
    let top = (row + 1).saturating_sub(page);
    for (y, range) in rows.iter().skip(top).take(page).enumerate() {
        let line = editor.text().get(range.clone()).unwrap_or("");
        put(buffer, inside, 1, y as u16, line.trim_end(), pen.theme.plain);
    }
    let x = inside.x + (1 + column as u16).min(inside.width.saturating_sub(1));
    Some(Position::new(x, inside.y + (row - top) as u16))
}
