//! Lists to choose from: the palette, help, people, and a few choices on keys of their own.

use super::panel;
use crate::app::keys::commands::{self, command::Group};
use crate::app::overlay::Chooser;
use crate::app::picker::{Item, Picker};
use crate::app::state::tags::Tag;
use crate::app::tagging::Tagging;
use crate::domain::Coded;
use crate::text::{Arg, grouped};
use crate::ui::Pen;
use crate::ui::line::{padded, put, put_right, width};
use crate::ui::theme::{CHOSEN, CURSOR, NOT_CHOSEN, SOME};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Draws a picker: the line being typed, then what matches. `groups` gives the heading of an item.
pub(super) fn draw<T>(
    pen: &Pen<'_>,
    buffer: &mut Buffer,
    title: &str,
    picker: &Picker<T>,
    groups: Option<&dyn Fn(&T) -> Group>,
) -> Position {
    let (columns, rows) = pen.app.settings.size;
    let size = (columns.saturating_sub(6).min(76), rows.saturating_sub(4));
    let inside = panel::draw(pen, buffer, size, title);
    draw_in(pen, buffer, inside, picker, groups)
}

/// The same in a small box, for the few values of a field; its title by the id.
pub(super) fn few<T>(
    pen: &Pen<'_>,
    buffer: &mut Buffer,
    title: &str,
    picker: &Picker<T>,
) -> Position {
    let title = pen.text.tr(title);
    let label = |item: &Item<T>| width(&item.label) + width(&item.detail);
    let wide = picker.items.iter().map(label).max().unwrap_or(0).max(width(&title));
    let size = (wide as u16 + 12, picker.items.len() as u16 + 3);
    let inside = panel::draw(pen, buffer, size, &title);
    draw_in(pen, buffer, inside, picker, None)
}

fn draw_in<T>(
    pen: &Pen<'_>,
    buffer: &mut Buffer,
    inside: Rect,
    picker: &Picker<T>,
    groups: Option<&dyn Fn(&T) -> Group>,
) -> Position {
    let x = put(buffer, inside, 1, 0, "> ", pen.theme.key) + 1;
    let shown = inside.width.saturating_sub(x + 1).max(1);
    let scroll = picker.input.visual_scroll(shown.into());
    put(buffer, inside, x, 0, picker.input.value(), pen.theme.plain);
    let below = Rect::new(inside.x, inside.y + 1, inside.width, inside.height.saturating_sub(1));
    let mut lines: Vec<Result<usize, Group>> = Vec::new();
    let mut before = None;
    for (row, place) in picker.matched.iter().enumerate() {
        // headings only while nothing is typed: the best match comes first then
        if let Some(groups) = groups.filter(|_| picker.input.value().is_empty()) {
            let group = groups(&picker.items[*place].value);
            if before != Some(group) {
                lines.push(Err(group));
                before = Some(group);
            }
        }
        lines.push(Ok(row));
    }
    let at = lines.iter().position(|line| *line == Ok(picker.row)).unwrap_or(0);
    let page = usize::from(below.height).max(1);
    let top = (at / page * page).min(lines.len().saturating_sub(page));
    for (y, line) in lines.iter().skip(top).take(page).enumerate() {
        let y = y as u16;
        let row = match line {
            Ok(row) => *row,
            Err(group) => {
                let id = format!("group-{}", group.code());
                put(buffer, below, 1, y, &pen.text.tr(&id), pen.theme.heading);
                continue;
            }
        };
        let item = &picker.items[picker.matched[row]];
        let here = row == picker.row;
        if here {
            put(buffer, below, 0, y, CURSOR, pen.theme.key);
        }
        let right = Rect { width: below.width.saturating_sub(1), ..below };
        let detail = if item.ready { pen.theme.key } else { pen.theme.caution };
        let edge = put_right(buffer, right, y, &item.detail, detail);
        let room = Rect { width: edge.saturating_sub(1), ..below };
        let style = match (here, item.ready) {
            (true, _) => pen.theme.cursor,
            (_, true) => pen.theme.plain,
            _ => pen.theme.dim,
        };
        put(buffer, room, 2, y, &item.label, style);
    }
    if picker.matched.is_empty() {
        let id = if picker.items.is_empty() { "picker-empty" } else { "picker-nothing" };
        put(buffer, below, 2, 0, &pen.text.tr(id), pen.theme.dim);
    }
    let column = picker.input.visual_cursor().saturating_sub(scroll) as u16;
    Position::new(inside.x + (x + column).min(inside.width), inside.y)
}

/// Themes, each with a sign: all of the needs have it, some, or none.
pub(super) fn themes(pen: &Pen<'_>, buffer: &mut Buffer, picker: &Picker<Tag>) -> Position {
    let title = pen.text.tr("themes-title").into_owned();
    let mut signed = Picker { items: Vec::new(), ..picker.clone() };
    signed.items = picker
        .items
        .iter()
        .map(|item| {
            let sign = match item.value.now {
                Some(true) => CHOSEN,
                Some(false) => NOT_CHOSEN,
                None => SOME,
            };
            let label = format!("{sign} {}", item.label);
            Item { label, ..item.clone() }
        })
        .collect();
    let position = draw(pen, buffer, &title, &signed, None);
    let typed = picker.input.value().trim();
    if picker.matched.is_empty() && !typed.is_empty() {
        let new = pen.text.tra("themes-new", &[("name", Arg::from(typed))]);
        let area = Rect::new(position.x.saturating_sub(1), position.y + 1, 60, 1);
        let x = buffer.area.width.saturating_sub(76) / 2 + 3;
        put(
            buffer,
            Rect { x: x.min(area.x), ..area }.intersection(buffer.area),
            0,
            0,
            &new,
            pen.theme.key,
        );
    }
    position
}

/// A theme for many needs.
pub(super) fn tagging(pen: &Pen<'_>, buffer: &mut Buffer, tagging: &Tagging) -> Position {
    let id = if tagging.giving { "tagging-give" } else { "tagging-take" };
    let count = grouped(tagging.needs.len() as u64);
    let args = [("meant", Arg::from(tagging.meant.code())), ("count", Arg::from(count))];
    draw(pen, buffer, &pen.text.tra(id, &args), &tagging.picker, None)
}

/// Help: the commands of this place under their groups.
pub(super) fn help(pen: &Pen<'_>, buffer: &mut Buffer, picker: &Picker<&'static str>) -> Position {
    let context = pen.app.place().view.context();
    let place = pen.text.tr(&format!("context-{}", context.code())).into_owned();
    let title = pen.text.tra("help-title", &[("context", Arg::from(place))]);
    let group = |id: &&'static str| commands::by_id(id).map_or(Group::Program, |c| c.group);
    draw(pen, buffer, &title, picker, Some(&group))
}

/// The columns to sort by, each on its key.
pub(super) fn chooser(pen: &Pen<'_>, buffer: &mut Buffer, chooser: &Chooser) {
    let title = pen.text.tr("choose-sort");
    let labels = chooser.choices.iter().map(|choice| width(&choice.label)).max().unwrap_or(0);
    let size = ((labels.max(width(&title)) + 10) as u16, chooser.choices.len() as u16 + 2);
    let inside = panel::draw(pen, buffer, size, &title);
    let page = usize::from(inside.height).max(1);
    let top = (chooser.row / page * page).min(chooser.choices.len().saturating_sub(page));
    for (y, (row, choice)) in chooser.choices.iter().enumerate().skip(top).take(page).enumerate() {
        let y = y as u16;
        let here = row == chooser.row;
        if here {
            put(buffer, inside, 0, y, CURSOR, pen.theme.key);
        }
        put(buffer, inside, 2, y, &choice.key.to_string(), pen.theme.key);
        let label = padded(&choice.label, labels, false);
        let style = if here { pen.theme.cursor } else { pen.theme.plain };
        put(buffer, inside, 5, y, if here { &label } else { label.trim_end() }, style);
    }
}
