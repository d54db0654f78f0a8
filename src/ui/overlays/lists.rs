//! Plain lists over a screen: saved views, columns, the form of a new view.

use super::panel;
use crate::app::columns::Choosing;
use crate::app::views::{NewView, Views};
use crate::ui::Pen;
use crate::ui::line::{put, put_right, width};
use crate::ui::theme::{CHOSEN, CURSOR, NIL, NOT_CHOSEN};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// A line: the key or sign, the name, what stands beside it.
type Line = (String, String, String);

/// Draws the views.
pub(super) fn views(pen: &Pen<'_>, buffer: &mut Buffer, views: &Views) {
    let line = |place: usize| {
        let (name, view) = &views.items[place];
        let key = views.key(place).map(String::from).unwrap_or_default();
        let whose = match (&view.owner, view.id) {
            (_, ..0) => "view-built-in",
            (None, _) => "view-shared",
            (Some(_), _) => "view-own",
        };
        (key, name.clone(), pen.text.tr(whose).into_owned())
    };
    let lines: Vec<Line> = (0..views.items.len()).map(line).collect();
    list(pen, buffer, &pen.text.tr("views-title"), &lines, views.row);
}

/// Draws the columns.
pub(super) fn columns(pen: &Pen<'_>, buffer: &mut Buffer, choosing: &Choosing) {
    let line = |(code, shown): &(&'static str, bool)| {
        let sign = if *shown { CHOSEN } else { NOT_CHOSEN };
        let name = match *code {
            "bar" => pen.text.tr("columns-bar"),
            _ => std::borrow::Cow::from(pen.text.tr(&format!("head-{code}")).into_owned()),
        };
        (sign.to_owned(), name.into_owned(), String::new())
    };
    let lines: Vec<Line> = choosing.items.iter().map(line).collect();
    list(pen, buffer, &pen.text.tr("columns-title"), &lines, choosing.row);
}

fn list(pen: &Pen<'_>, buffer: &mut Buffer, title: &str, lines: &[Line], row: usize) {
    let wide = |(_, name, beside): &Line| width(name) + width(beside) + 10;
    let wide = lines.iter().map(wide).max().unwrap_or(0).max(width(title) + 6);
    let size = (wide.min(70) as u16, lines.len().min(400) as u16 + 2);
    let inside = panel::draw(pen, buffer, size, title);
    let page = usize::from(inside.height).max(1);
    let top = (row / page * page).min(lines.len().saturating_sub(page));
    for (y, (number, (key, name, beside))) in
        lines.iter().enumerate().skip(top).take(page).enumerate()
    {
        let y = y as u16;
        let here = number == row;
        if here {
            put(buffer, inside, 0, y, CURSOR, pen.theme.key);
        }
        put(buffer, inside, 2, y, key, pen.theme.key);
        let right = Rect { width: inside.width.saturating_sub(1), ..inside };
        let edge = put_right(buffer, right, y, beside, pen.theme.dim);
        let room = Rect { width: edge.saturating_sub(1), ..inside };
        put(buffer, room, 5, y, name, if here { pen.theme.cursor } else { pen.theme.plain });
    }
}

/// Draws the form of a new view.
pub(super) fn form(pen: &Pen<'_>, buffer: &mut Buffer, view: &NewView) -> Position {
    let title = pen.text.tr("view-new-title").into_owned();
    let wide = pen.app.settings.size.0.saturating_sub(8).min(60);
    let inside = panel::draw(pen, buffer, (wide, 7), &title);
    let whose = if view.shared { "view-shared" } else { "view-own" };
    let key = view.key.map_or_else(|| NIL.to_owned(), String::from);
    let fields = [
        ("view-name", view.name.value().to_owned()),
        ("view-key", key),
        ("view-whose", pen.text.tr(whose).into_owned()),
    ];
    let names = fields.iter().map(|(id, _)| width(&pen.text.tr(id))).max().unwrap_or(0) as u16;
    for (y, (id, value)) in fields.iter().enumerate() {
        let (y, here) = (y as u16, y == view.at);
        if here {
            put(buffer, inside, 0, y, CURSOR, pen.theme.key);
        }
        put(buffer, inside, 2, y, &pen.text.tr(id), pen.theme.dim);
        put(buffer, inside, names + 4, y, value, pen.theme.strong);
    }
    put(buffer, inside, 2, 4, &pen.text.tr("view-help"), pen.theme.dim);
    let column = if view.at == 0 { view.name.visual_cursor() as u16 } else { 0 };
    let x = (names + 4 + column).min(inside.width.saturating_sub(1));
    Position::new(inside.x + x, inside.y + view.at as u16)
}
