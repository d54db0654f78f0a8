//! The facet pane: values, their numbers and bars; a sign says which are chosen and which left out.

use super::Pen;
use super::bar::bar;
use super::line::{padded, put, width};
use super::theme::{CURSOR, LEFT_OUT, NIL, TAKEN};
use crate::app::facets::{FacetChoice, FacetLine, ShownFacet};
use crate::query::{Field, label_of_value};
use crate::text::{Arg, grouped};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Cells for the bar of a value.
const BAR: usize = 6;

/// Draws the pane.
pub(super) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect) {
    if area.width == 0 {
        return;
    }
    for y in 0..area.height {
        put(buffer, area, 0, y, "│", pen.theme.dim);
    }
    let area = Rect { x: area.x + 1, width: area.width - 1, ..area };
    let lines = pen.app.facet_lines();
    let focused = pen.app.facets.focused;
    if lines.is_empty() {
        put(buffer, area, 1, 0, &pen.text.tr("facets-empty"), pen.theme.dim);
        return;
    }
    let row = pen.app.facets.row(&lines);
    let page = usize::from(area.height).max(1);
    let top = if focused { (row / page * page).min(lines.len().saturating_sub(page)) } else { 0 };
    for (y, (number, shown)) in lines.iter().enumerate().skip(top).take(page).enumerate() {
        line(pen, buffer, area, y as u16, *shown, focused && number == row);
    }
}

fn line(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, y: u16, shown: ShownFacet, here: bool) {
    let theme = &pen.theme;
    if here {
        put(buffer, area, 0, y, CURSOR, theme.key);
    }
    match shown.line {
        FacetLine::Heading(field) => {
            let name = pen.text.tr(&crate::app::charts::title_id(field)).into_owned();
            put(buffer, area, 1, y, &name, theme.heading);
        }
        FacetLine::More(_) => {
            let args = [("count", Arg::from(shown.count))];
            let style = if here { theme.cursor } else { theme.dim };
            put(buffer, area, 3, y, &pen.text.tra("more-values", &args), style);
        }
        FacetLine::Value(field, slot) => {
            let (sign, look) = match shown.choice {
                FacetChoice::Free => ("", theme.dim),
                FacetChoice::Chosen => (TAKEN, theme.key),
                FacetChoice::LeftOut => (LEFT_OUT, theme.key),
            };
            put(buffer, area, 1, y, sign, look);
            let figures = grouped(shown.most.max(shown.count).into()).len();
            let room = usize::from(area.width).saturating_sub(4 + figures + BAR + 1);
            let name = padded(&name(pen, field, slot), room, false);
            let style = match (here, shown.choice) {
                (true, _) => theme.cursor,
                (_, FacetChoice::Chosen) => theme.strong,
                (_, FacetChoice::LeftOut) => theme.dim,
                (_, FacetChoice::Free) => theme.plain,
            };
            put(buffer, area, 3, y, if here { &name } else { name.trim_end() }, style);
            let x = (3 + room + 1) as u16;
            // what is not stated would dwarf what is
            let share = if slot > 0 { shown.count } else { 0 };
            put(buffer, area, x, y, &bar(theme, share, shown.most, BAR), theme.bar);
            // none of them is there to be counted
            let number = match shown.choice {
                FacetChoice::LeftOut => NIL.to_owned(),
                FacetChoice::Free | FacetChoice::Chosen => grouped(shown.count.into()),
            };
            let x = area.width.saturating_sub(width(&number) as u16);
            put(buffer, area, x, y, &number, theme.plain);
        }
    }
}

fn name(pen: &Pen<'_>, field: Field, slot: u16) -> String {
    let Some(register) = pen.app.register() else { return String::new() };
    label_of_value(field, slot, &register.vocabulary, pen.text.lang())
}
