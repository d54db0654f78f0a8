//! The list of needs.

use crate::app::columns;
use crate::app::list::List;
use crate::domain::Coded;
use crate::query::hits;
use crate::query::register::NeedRef;
use crate::ui::names;
use crate::ui::table::{Cell, Row, Table};
use crate::ui::theme::NIL;
use crate::ui::Pen;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the needs of the answer.
pub(in crate::ui) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, list: &List, active: bool) {
    let Some(answer) = &pen.app.answer else { return };
    let active = active && !pen.app.facets.focused;
    let table = Table {
        columns: columns::NEEDS,
        list,
        active,
        screen: pen.app.settings.size.0.min(area.width + 20),
        text: pen.text,
        theme: &pen.theme,
    };
    if answer.rows.is_empty() {
        let register_is_empty = answer.register.is_empty();
        pen.empty(buffer, area, if register_is_empty { "empty-register" } else { "empty-needs" });
        return;
    }
    table.draw(buffer, area, answer.rows.len(), &mut |number, draw_row| {
        let Some(need) = answer.rows.get(number).and_then(|row| answer.register.need(*row)) else {
            return;
        };
        let selected = pen.app.selected.contains(&need.id());
        draw_row(&Row { cell: &|code| cell(pen, need, code), selected });
    });
}

fn cell(pen: &Pen<'_>, need: NeedRef<'_>, code: &str) -> Cell {
    let (text, theme, lang) = (pen.text, &pen.theme, pen.text.lang());
    match code {
        "id" => Cell::new(need.id().to_string(), theme.plain),
        "state" => Cell::new(names::state(need.state(), lang), theme.plain),
        "cycle" => Cell::new(need.review().cycle.code(), theme.dim),
        "articles" => Cell::new(names::articles(need.articles()), theme.plain),
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
        "changed" => Cell::new(names::or_nil(need.changed().map(|m| m.day())), theme.dim),
        _ => {
            let filter = pen.app.answer.as_ref().map(|answer| &answer.filter);
            let hits = filter.map(|filter| hits(need.text(), filter)).unwrap_or_default();
            Cell { hits, ..Cell::new(need.text(), theme.plain) }
        }
    }
}
