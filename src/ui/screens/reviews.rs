//! The list of reviews.

use crate::app::list::List;
use crate::app::screens::reviews::rows;
use crate::columns::CellContext;
use crate::columns::reviews::SCREEN;
use crate::ui::Pen;
use crate::ui::table::{Rows, Table, pinned};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the reviews of the answer.
pub(in crate::ui) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, list: &List) {
    let Some(answer) = &pen.app.answer else { return };
    let shown = rows(answer, list, pen.text.lang());
    if shown.is_empty() {
        pen.empty(buffer, area, "empty-reviews");
        return;
    }
    let most = shown.iter().map(|row| row.needs).max().unwrap_or(0);
    let table = Table::of(pen, &SCREEN, list);
    let look = pen.look(answer, most);
    let cell = |row: usize, place: usize, room: u16| {
        SCREEN.words(place, shown.get(row)?, &CellContext { room, ..look })
    };
    let mark = |row: usize| pinned(list, shown.get(row)?.place);
    table.draw(
        buffer,
        area,
        &Rows { count: shown.len(), cell: &cell, mark: &mark, whole: &|_| None },
    );
}
