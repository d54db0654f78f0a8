//! The list of States.

use crate::app::list::List;
use crate::app::screens::states::rows;
use crate::columns::CellContext;
use crate::columns::states::{GROWTH, SCREEN};
use crate::ui::Pen;
use crate::ui::table::{Rows, Table, pinned};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the States of the answer.
pub(in crate::ui) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, list: &List) {
    let Some(answer) = &pen.app.answer else { return };
    let shown = rows(answer, list, pen.text.lang());
    if shown.is_empty() {
        pen.empty(buffer, area, "empty-states");
        return;
    }
    let most = shown.iter().map(|row| row.needs).max().unwrap_or(0);
    let without = pen.app.since().is_none().then_some(GROWTH);
    let table = Table { without, ..Table::of(pen, &SCREEN, list) };
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
