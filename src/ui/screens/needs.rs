//! The list of needs.

use crate::app::columns;
use crate::app::list::List;
use crate::domain::Coded;
use crate::query::hits;
use crate::query::register::NeedRef;
use crate::ui::Pen;
use crate::ui::names;
use crate::ui::table::{Cell, Rows, Table};
use crate::ui::theme::{DRAFT, DUPLICATE, FOREIGN, NIL, OPEN, PUT_OFF, SELECTED, SELECTED_FOREIGN};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the needs of the answer.
pub(in crate::ui) fn draw(
    pen: &Pen<'_>,
    buffer: &mut Buffer,
    area: Rect,
    list: &List,
    active: bool,
) {
    rows(pen, buffer, area, list, active, columns::NEEDS);
}

/// Draws the queue of the triage screen: the same needs, with what triage decides first.
pub(in crate::ui) fn queue(
    pen: &Pen<'_>,
    buffer: &mut Buffer,
    area: Rect,
    list: &List,
    active: bool,
) {
    rows(pen, buffer, area, list, active, columns::QUEUE);
}

fn rows(
    pen: &Pen<'_>,
    buffer: &mut Buffer,
    area: Rect,
    list: &List,
    active: bool,
    columns: &'static [columns::Column],
) {
    let Some(answer) = &pen.app.answer else { return };
    // the queue is in the order of urgency, which no column stands for
    let sorted = !std::ptr::eq(columns, columns::QUEUE);
    let name = if sorted { "needs" } else { "queue" };
    let table = Table::of(pen, name, columns, list, area.width + 20);
    let table = Table { sorted, active: active && table.active, ..table };
    if answer.rows.is_empty() {
        let register_is_empty = answer.register.is_empty();
        pen.empty(buffer, area, if register_is_empty { "empty-register" } else { "empty-needs" });
        return;
    }
    let need = |row: usize| answer.rows.get(row).and_then(|row| answer.register.need(*row));
    let cell = |row: usize, code: &str| match need(row) {
        Some(need) => cell(pen, need, code),
        None => Cell::new("", pen.theme.plain),
    };
    let mark = |row: usize| need(row).and_then(|need| mark(pen, need.id(), row, list.row));
    let rows = Rows { count: answer.rows.len(), cell: &cell, mark: &mark };
    table.draw(buffer, area, &rows);
}

/// The sign of a need: selected, changed by others since one looked, open elsewhere, with a draft of
/// notes, put off, a duplicate.
fn mark(pen: &Pen<'_>, id: u32, row: usize, cursor: usize) -> Option<&'static str> {
    let app = pen.app;
    let selected =
        app.selected.contains(id) || app.range.is_some_and(|range| range.holds(row, cursor));
    match (selected, app.foreign.contains(id)) {
        (true, true) => Some(SELECTED_FOREIGN),
        (true, false) => Some(SELECTED),
        (false, true) => Some(FOREIGN),
        (false, false) if app.also_open(id).next().is_some() => Some(OPEN),
        (false, false) if app.drafts.get(id).is_some() => Some(DRAFT),
        (false, false) if app.is_put_off(id) => Some(PUT_OFF),
        (false, false) => app.need(id)?.duplicate_of().map(|_| DUPLICATE),
    }
}

fn cell(pen: &Pen<'_>, need: NeedRef<'_>, code: &str) -> Cell {
    let (text, theme, lang) = (pen.text, &pen.theme, pen.text.lang());
    match code {
        "id" => Cell::new(need.id().to_string(), theme.plain),
        "iso3" => Cell::new(&need.state().iso3, theme.dim),
        "state" => Cell::new(names::state(need.state(), lang), theme.plain),
        "cycle" => Cell::new(need.review().cycle.code(), theme.dim),
        "articles" => Cell::new(names::articles(need.articles(), pen.text), theme.plain),
        "category" => {
            let name = need.category().map_or(NIL, |category| names::category(category, lang));
            Cell::new(name, theme.plain)
        }
        "priority" => {
            let (name, style) = names::priority(need.priority(), text, theme);
            Cell::new(name, style)
        }
        "response" => {
            let (name, style) = names::response(need.response(), text, theme);
            Cell::new(name, style)
        }
        "horizon" => Cell::new(names::horizon(need.horizon(), text), theme.plain),
        "focal" => Cell::new(names::focal(need, lang), theme.plain),
        "identified" => Cell::new(names::or_nil(need.identified()), theme.dim),
        "changed" => {
            Cell::new(names::or_nil(need.changed().map(crate::domain::Moment::day)), theme.dim)
        }
        _ => {
            let plan = pen.app.answer.as_ref().map(|answer| &answer.plan);
            let hits = plan.map(|plan| hits(&need.text(), plan)).unwrap_or_default();
            Cell { hits, ..Cell::new(need.text(), theme.plain) }
        }
    }
}
