//! The list of reviews.

use super::overview::first_use;
use crate::app::list::List;
use crate::app::screens::reviews::rows;
use crate::columns::CellContext;
use crate::columns::reviews::{GROWTH, SCREEN};
use crate::ui::table::{Rows, SplitBars, Table, pinned};
use crate::ui::{Pen, parts};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the reviews of the answer.
pub(in crate::ui) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, list: &List) {
    let Some(answer) = &pen.app.answer else { return };
    let shown = rows(answer, list, pen.text.lang());
    if shown.is_empty() {
        if answer.register.vocabulary.reviews.is_empty() {
            pen.empty(buffer, area, "empty-register-reviews");
            first_use::in_list(pen, buffer, area, "first-record-in-reviews");
        } else {
            pen.empty(buffer, area, "empty-reviews");
        }
        return;
    }
    let most = shown.iter().map(|row| row.needs).max().unwrap_or(0);
    let without = pen.app.since().is_none().then_some(GROWTH).into_iter().collect();
    let table = Table { without, ..Table::of(pen, &SCREEN, list) };
    let look = pen.look(answer, most);
    let cell = |row: usize, place: usize, room: u16| {
        SCREEN.words(place, shown.get(row)?, &CellContext { room, ..look })
    };
    let mark = |row: usize| pinned(list, shown.get(row)?.place);
    let split = parts::of_records(pen, answer, |parts| parts.of_reviews(&answer.counts));
    let place = |row: usize| Some(usize::from(shown.get(row)?.place));
    let of = |row: usize| parts::of_record(pen, split.as_ref(), place(row));
    let bars = SplitBars { most, of: &of };
    let split = split.is_some().then_some(&bars);
    let rows = Rows { count: shown.len(), cell: &cell, mark: &mark, whole: &|_| None, split };
    table.draw(buffer, area, &rows);
}
