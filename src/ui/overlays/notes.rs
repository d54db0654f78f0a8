//! The editor for notes.

use super::panel;
use crate::app::layout;
use crate::app::overlay::Notes;
use crate::text::Arg;
use crate::ui::Pen;
use crate::ui::line::{put, shortened, wrapped};
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
        let key = Arg::from(pen.app.key_of("notes.theirs"));
        let head = pen.text.tra("notes-theirs", &[("key", key)]);
        let mut lines = wrapped(theirs, room.into());
        // one's own text keeps half of the room
        let most = usize::from(page / 2).max(2) - 1;
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                *last = shortened(&format!("{last}…"), room.into());
            }
        }
        for line in std::iter::once(&head).chain(&lines) {
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
