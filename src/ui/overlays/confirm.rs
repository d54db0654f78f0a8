//! The question before many needs are changed, and the line in which notes are written.

use super::panel;
use crate::app::overlay::{Confirm, Notes};
use crate::domain::{Change, Coded};
use crate::text::{Arg, grouped};
use crate::ui::Pen;
use crate::ui::line::{put, wrapped};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

/// Draws the question: how many, which, and what they become.
pub(super) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, confirm: &Confirm) {
    let text = pen.text;
    let count = Arg::from(grouped(confirm.edits.len() as u64));
    let title = text.tra("confirm-title", &[("count", count.clone())]);
    let field = text.tr(&format!("field-{}", confirm.change.field().code())).into_owned();
    let args = [
        ("count", count),
        ("field", Arg::from(field)),
        ("value", Arg::from(value(pen, &confirm.change))),
    ];
    let ids: Vec<String> = confirm.edits.iter().map(|edit| edit.need.to_string()).collect();
    let wide = pen.app.settings.size.0.saturating_sub(8).min(70);
    let room = usize::from(wide.saturating_sub(4));
    let mut lines = wrapped(&text.tra("confirm-set", &args), room);
    let needs = text.tra("confirm-needs", &[("ids", Arg::from(ids.join(", ")))]);
    lines.extend(wrapped(&needs, room).into_iter().take(3));
    lines.push(text.tr("confirm-undo").into_owned());
    let inside = panel::draw(pen, buffer, (wide, lines.len() as u16 + 4), &title);
    for (y, line) in lines.iter().enumerate() {
        put(buffer, inside, 1, y as u16 + 1, line, pen.theme.plain);
    }
}

fn value(pen: &Pen<'_>, change: &Change) -> String {
    let code = change.code();
    match (change, code) {
        (_, None) => pen.text.tr("not-stated").into_owned(),
        (Change::FocalPoint(_), Some(code)) => {
            let people = pen.app.register().map(|register| &register.vocabulary.people);
            let person = people.and_then(|people| people.iter().find(|p| p.code == code));
            person.map_or(code, |p| crate::ui::names::person(p, pen.text.lang())).to_owned()
        }
        (Change::Notes(_), Some(notes)) => notes.to_owned(),
        (change, Some(code)) => pen.text.value(change.field().code(), code),
    }
}

/// Draws the line for notes.
pub(super) fn notes(pen: &Pen<'_>, buffer: &mut Buffer, notes: &Notes) -> Option<Position> {
    let title = pen.text.tra("notes-title", &[("id", Arg::from(notes.need.to_string()))]);
    let size = (pen.app.settings.size.0.saturating_sub(4).min(100), 6);
    let inside = panel::draw(pen, buffer, size, &title);
    let input = notes.input.as_ref()?;
    let room = usize::from(inside.width.saturating_sub(2));
    let lines = wrapped(input.value(), room);
    let page = usize::from(inside.height);
    // the cursor stands at the end of what is before it, wrapped the same way
    let before: String = input.value().chars().take(input.cursor()).collect();
    let before = wrapped(&before, room);
    let row = before.len().saturating_sub(1);
    let column = before.last().map_or(0, |line| crate::ui::line::width(line));
    let top = row.saturating_sub(page.saturating_sub(1));
    for (y, line) in lines.iter().skip(top).take(page).enumerate() {
        put(buffer, inside, 1, y as u16, line, pen.theme.plain);
    }
    Some(Position::new(inside.x + 1 + column as u16, inside.y + (row - top) as u16))
}
