//! The list of needs.

use super::overview::first_use;
use crate::app::list::List;
use crate::app::screens::View;
use crate::columns::needs::{self, NeedRow, Needs};
use crate::columns::{CellContext, Listed, Words};
use crate::config::RowMark;
use crate::domain::NeedNumber;
use crate::paint::targets::Pane;
use crate::query::register::NeedRef;
use crate::text::Arg;
use crate::ui::Pen;
use crate::ui::table::{Rows, Table};
use crate::ui::theme::{
    DRAFT, DUPLICATE, FOREIGN, OPEN, PINNED, PUT_OFF, SELECTED, SELECTED_FOREIGN, Tone, VOID,
};
use crate::worker::Answer;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the needs of the answer, without the column that would say the same in every row.
pub(in crate::ui) fn draw(
    pen: &Pen<'_>,
    buffer: &mut Buffer,
    area: Rect,
    list: &List,
    without: Option<&'static str>,
) {
    let without = without.into_iter().collect();
    let table = Table { without, ..Table::of(pen, &needs::SCREEN, list) };
    // The cursor may be beside the needs of a record.
    let active = table.active && pen.app.place().view.page().pane() == 0;
    let table = Table { active, pane: Pane::Own(0), ..table };
    rows(pen, buffer, area, &needs::SCREEN, &table);
}

/// The pane of the queue, beside that of the people.
const QUEUE: Pane = Pane::Own(1);

/// Draws the queue of the triage screen: needs, with the fields that triage decides first.
pub(in crate::ui) fn queue(
    pen: &Pen<'_>,
    buffer: &mut Buffer,
    area: Rect,
    list: &List,
    active: bool,
) {
    // the queue is in the order of urgency, which no column stands for
    let table = Table { sorted: false, pane: QUEUE, ..Table::of(pen, &needs::QUEUE, list) };
    rows(pen, buffer, area, &needs::QUEUE, &Table { active: active && table.active, ..table });
}

fn rows(
    pen: &Pen<'_>,
    buffer: &mut Buffer,
    area: Rect,
    columns: &Listed<Needs>,
    table: &Table<'_>,
) {
    let Some(answer) = &pen.app.answer else { return };
    if answer.rows.is_empty() {
        if answer.register.is_empty() && !answer.register.is_void {
            pen.empty(buffer, area, "empty-register");
            first_use::in_list(pen, buffer, area, "first-record-in-needs");
        } else {
            let is_of_record = matches!(pen.app.place().view, View::State(_) | View::Review(_));
            let is_whole = is_of_record && pen.app.place().filter.is_empty();
            pen.empty(buffer, area, if is_whole { "empty-record-needs" } else { "empty-needs" });
        }
        return;
    }
    let need = |row: usize| answer.rows.get(row).and_then(|row| answer.register.need(*row));
    let look = pen.look(answer, 0);
    let top = table.list.top(usize::from(area.height.saturating_sub(1)), answer.rows.len());
    let cell = |row: usize, place: usize, room: u16| {
        let (here, look) = (need(row)?, CellContext { room, ..look });
        let mut words = columns.words(place, &NeedRow { need: here, words: None }, &look)?;
        if columns.at(place).is_some_and(|column| column.head.code == "text") {
            with_reason(pen, answer, here.id(), &mut words);
        }
        // The State of the row above is said once on a page, but where each look is paid for by the byte.
        let of_state = columns.at(place).is_some_and(|column| column.head.code == "state");
        if of_state && row > top && table.mark == RowMark::Whole {
            let above = need(row - 1).map(NeedRef::state_place);
            words.tone = if above == Some(here.state_place()) { Tone::Dim } else { words.tone };
        }
        Some(words)
    };
    let mark = |row: usize| need(row).and_then(|need| mark(pen, need.id(), row, table.list));
    let rows =
        Rows { count: answer.rows.len(), cell: &cell, mark: &mark, whole: &|_| None, split: None };
    table.draw(buffer, area, &rows);
}

/// Puts the reason why a need is void before its text.
fn with_reason(pen: &Pen<'_>, answer: &Answer, need: NeedNumber, words: &mut Words) {
    let Some(reason) = answer.register.void_reasons.get(&need) else { return };
    let reason = pen.text.tra("need-void-reason", &[("reason", Arg::from(reason.as_str()))]);
    let before = format!("{reason} · ");
    for hit in &mut words.hits {
        *hit = hit.start + before.len()..hit.end + before.len();
    }
    words.text.insert_str(0, &before);
}

/// The sign of a need: selected, changed by others since one looked, open elsewhere, with a draft of
/// notes, pinned, put off, a duplicate.
pub(super) fn mark(pen: &Pen<'_>, id: NeedNumber, row: usize, list: &List) -> Option<&'static str> {
    let (app, cursor) = (pen.app, list.row);
    let selected =
        app.selected.contains(id) || app.range.is_some_and(|range| range.holds(row, cursor));
    match (selected, app.foreign.contains(id)) {
        (true, true) => Some(SELECTED_FOREIGN),
        (true, false) => Some(SELECTED),
        (false, true) => Some(FOREIGN),
        (false, false) if app.also_open(id).next().is_some() => Some(OPEN),
        (false, false) if app.drafts.get(id).is_some() => Some(DRAFT),
        (false, false) if list.is_pinned(id.get()) => Some(PINNED),
        (false, false) if app.is_put_off(id) => Some(PUT_OFF),
        (false, false) if app.shows_void() => Some(VOID),
        (false, false) => app.need(id)?.duplicate_of().map(|_| DUPLICATE),
    }
}
