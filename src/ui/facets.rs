//! The facet pane: values, their numbers and bars; a sign says which are chosen and which left out.

use super::bar::bar;
use super::chart::in_parts;
use super::growth::{self, growth};
use super::line::{padded, put, put_more, put_right, width};
use super::theme::{CURSOR, LEFT_OUT, NIL, TAKEN};
use super::{Pen, parts};
use crate::app::facets::{FacetChoice, FacetLine, ShownFacet};
use crate::paint::labels;
use crate::paint::targets::{Pane, Target, below};
use crate::query::{Field, Measure};
use crate::text::{Arg, grouped};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Cells for the name of a value, and beside growth, which takes the place of bars.
const NAMES: [usize; 2] = [16, 14];

/// Cells for its number.
const NUMBER: usize = 6;

/// Draws the pane.
pub(super) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect) {
    if area.width == 0 {
        return;
    }
    for y in 0..area.height {
        // On narrow screens the list lies below it.
        for x in 0..area.width {
            if let Some(cell) = buffer.cell_mut((area.x + x, area.y + y)) {
                cell.reset();
            }
        }
        put(buffer, area, 0, y, "│", pen.theme.dim);
    }
    let area = Rect { x: area.x + 1, width: area.width - 1, ..area };
    pen.targets.tell(area, Target::Pane(Pane::Facets));
    let lines = pen.app.facet_lines();
    let focused = pen.app.facets.focused;
    if lines.is_empty() {
        put(buffer, area, 1, 0, &pen.text.tr("facets-empty"), pen.theme.dim);
        return;
    }
    let wide = NAMES[usize::from(pen.app.since().is_some())];
    let names = names(pen, &lines, wide);
    let split = split(pen, &lines);
    let grown = grown(pen, &lines);
    let row = pen.app.facets.row(&lines);
    let page = usize::from(area.height).max(1);
    let top = if focused { (row / page * page).min(lines.len().saturating_sub(page)) } else { 0 };
    for (y, (number, shown)) in lines.iter().enumerate().skip(top).take(page).enumerate() {
        let line = Rect { y: area.y + y as u16, height: 1, ..area };
        let name = names.get(number).map_or("", String::as_str);
        pen.targets.tell_line(line, 0, Pane::Facets, below(number, row));
        let parts = split.as_ref().and_then(|(by, all)| Some((*by, all.get(number)?.as_slice())));
        let growth = grown.as_ref().and_then(|all| *all.get(number)?);
        let told = Told { shown: *shown, name, wide, parts, growth };
        draw_line(pen, buffer, line, &told, focused && number == row);
    }
    put_more(buffer, area, top, lines.len(), pen.theme.dim);
}

/// A line of the pane with the counts and the name of its value.
struct Told<'a> {
    shown: ShownFacet,
    name: &'a str,
    /// The cells that names have.
    wide: usize,
    /// The needs of the value by part, where bars are split.
    parts: Option<(Field, &'a [u32])>,
    /// How many more needs there are than on the earlier day, where that is known.
    growth: Option<i64>,
}

fn draw_line(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, told: &Told<'_>, here: bool) {
    let (theme, y) = (&pen.theme, 0);
    let Told { shown, name, wide, parts, growth } = *told;
    if here {
        put(buffer, area, 0, y, CURSOR, theme.mark);
    }
    match shown.line {
        FacetLine::Heading(field) => {
            let name = pen.text.tr(&crate::app::charts::title_id(field)).into_owned();
            put(buffer, area, 1, y, &name, theme.heading);
            if pen.app.since().is_some() {
                put_right(buffer, area, y, &pen.text.tr("growth-since"), theme.dim);
            }
        }
        FacetLine::More(_) => {
            let args = [("count", Arg::from(shown.count))];
            let style = if here { theme.cursor } else { theme.dim };
            put(buffer, area, 3, y, &pen.text.tra("more-values", &args), style);
        }
        FacetLine::Value(_, slot) => {
            let (sign, look) = match shown.choice {
                FacetChoice::Free => ("", theme.dim),
                FacetChoice::Chosen => (TAKEN, theme.mark),
                FacetChoice::LeftOut => (LEFT_OUT, theme.mark),
            };
            put(buffer, area, 1, y, sign, look);
            let name = padded(name, wide, false);
            let style = match (here, shown.choice) {
                (true, _) => theme.cursor,
                (_, FacetChoice::Chosen) => theme.strong,
                (_, FacetChoice::LeftOut) => theme.dim,
                (_, FacetChoice::Free) => theme.plain,
            };
            put(buffer, area, 3, y, if here { &name } else { name.trim_end() }, style);
            // none of them is there to be counted
            let number = match (shown.choice, shown.count) {
                (FacetChoice::LeftOut, _) | (_, 0) => NIL.to_owned(),
                _ => grouped(shown.count.into()),
            };
            let x = (3 + wide) as u16;
            put(buffer, area, x, y, &padded(&number, NUMBER, true), theme.plain);
            if pen.app.since().is_some() {
                let edge = 3 + wide + NUMBER;
                let cells = usize::from(area.width).saturating_sub(edge);
                let growth = growth.filter(|_| shown.choice != FacetChoice::LeftOut);
                growth::draw(buffer, area, (edge, cells), growth, theme);
                return;
            }
            let x = x + NUMBER as u16 + 1;
            let room = usize::from(area.width.saturating_sub(x));
            let is_counted = shown.choice != FacetChoice::LeftOut;
            let count = if is_counted { shown.count } else { 0 };
            if let Some((by, values)) = parts.filter(|(_, of)| count > 0 && !of.is_empty()) {
                let parts = parts::parts(by, values, pen);
                in_parts(buffer, area, (x, shown.most, room), &parts, theme);
                return;
            }
            let drawn = bar(theme, count, shown.most, room);
            let (drawn, style) = match slot {
                0 => ("╱".repeat(width(&drawn)), theme.dim),
                _ => (drawn, theme.bar),
            };
            put(buffer, area, x, y, &drawn, style);
            // A field counts without its own chosen values, which may be more than all that match.
            if count > shown.most && shown.most > 0 && room > 0 {
                put(buffer, area, area.width - 1, y, "…", style);
            }
        }
    }
}

/// The needs of the value in each line by part, where its field is not the one that parts are of.
fn split(pen: &Pen<'_>, lines: &[ShownFacet]) -> Option<(Field, Vec<Vec<u32>>)> {
    let answer = pen.app.answer.as_deref()?;
    let parts = answer.parts.as_deref().filter(|parts| Some(parts.by) == pen.app.split)?;
    let mut all = Vec::new();
    for of_field in lines.chunk_by(|a, b| a.line.field() == b.line.field()) {
        let field = of_field[0].line.field();
        let whole = answer.counts.offered(field, Measure::Needs);
        let of = if field == parts.by { Vec::new() } else { parts.of(field, &whole, true) };
        all.extend(of_field.iter().map(|shown| match shown.line {
            FacetLine::Value(_, slot) => of.get(usize::from(slot)).cloned().unwrap_or_default(),
            FacetLine::Heading(_) | FacetLine::More(_) => Vec::new(),
        }));
    }
    Some((parts.by, all))
}

/// How many more needs the value in each line has than on the earlier day, once that is counted.
fn grown(pen: &Pen<'_>, lines: &[ShownFacet]) -> Option<Vec<Option<i64>>> {
    let before = pen.app.counted_before()?;
    let mut all = Vec::new();
    for of_field in lines.chunk_by(|a, b| a.line.field() == b.line.field()) {
        let was = before.counts.offered(of_field[0].line.field(), Measure::Needs);
        all.extend(of_field.iter().map(|shown| match shown.line {
            FacetLine::Value(_, slot) => {
                let was = was.get(usize::from(slot)).copied().unwrap_or(0);
                growth(shown.count, Some(was))
            }
            FacetLine::Heading(_) | FacetLine::More(_) => None,
        }));
    }
    Some(all)
}

/// The name of the value in each line, in so many cells; those of a field are all in the same form.
fn names(pen: &Pen<'_>, lines: &[ShownFacet], wide: usize) -> Vec<String> {
    let Some(register) = pen.app.register() else { return Vec::new() };
    let mut names = Vec::new();
    for of_field in lines.chunk_by(|a, b| a.line.field() == b.line.field()) {
        let slot = |shown: &ShownFacet| match shown.line {
            FacetLine::Value(_, slot) => Some(slot),
            FacetLine::Heading(_) | FacetLine::More(_) => None,
        };
        let slots: Vec<u16> = of_field.iter().filter_map(slot).collect();
        let field = of_field[0].line.field();
        let mut labels =
            labels::labels(field, &slots, &register.vocabulary, pen.text, wide).into_iter();
        names.extend(of_field.iter().map(|shown| match slot(shown) {
            Some(_) => labels.next().unwrap_or_default(),
            None => String::new(),
        }));
    }
    names
}
