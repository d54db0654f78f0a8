//! The list of States.

use crate::app::columns;
use crate::app::list::List;
use crate::app::navigate::rows::{self, StateLine};
use crate::domain::Coded;
use crate::query::register::Vocabulary;
use crate::ui::Pen;
use crate::ui::bar::bar;
use crate::ui::names;
use crate::ui::table::{Cell, Rows, Table};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the States of the answer.
pub(in crate::ui) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, list: &List) {
    let Some(answer) = &pen.app.answer else { return };
    let shown = rows::states(answer, list, pen.text.lang());
    if shown.is_empty() {
        pen.empty(buffer, area, "empty-states");
        return;
    }
    let most = shown.iter().map(|line| line.needs).max().unwrap_or(0);
    let table = Table::of(pen, "states", columns::STATES, list, area.width);
    let vocabulary = &answer.register.vocabulary;
    let cell = |row: usize, code: &str| cell(pen, vocabulary, shown[row], most, code);
    let rows = Rows { count: shown.len(), cell: &cell, mark: &|_| None };
    table.draw(buffer, area, &rows);
}

fn cell(pen: &Pen<'_>, vocabulary: &Vocabulary, line: StateLine, most: u32, code: &str) -> Cell {
    let theme = &pen.theme;
    let state = &vocabulary.states[usize::from(line.place)];
    let number = |value| Cell::count(value, theme);
    match code {
        "iso3" => {
            Cell::new(if state.iso3.is_empty() { &state.iso2 } else { &state.iso3 }, theme.dim)
        }
        "state" => Cell::new(names::state(state, pen.text.lang()), theme.plain),
        "region" => {
            let name = state.region.map(|region| pen.text.value("region", region.code()));
            Cell::new(names::or_nil(name), theme.plain)
        }
        "groups" => {
            let codes: Vec<_> = state.groups.iter().map(|g| g.code().to_uppercase()).collect();
            Cell::new(codes.join(" "), theme.dim)
        }
        "needs" => number(line.needs),
        "II" => number(line.chapters[0]),
        "III" => number(line.chapters[1]),
        "IV" => number(line.chapters[2]),
        "V" => number(line.chapters[3]),
        "unmet" => number(line.unmet),
        "untriaged" => number(line.untriaged),
        _ => Cell::new(bar(theme, line.needs, most, 24), theme.bar),
    }
}
