//! The list of changes: who, when, what, from what to what.

use crate::app::columns;
use crate::app::place::History;
use crate::domain::{Coded, TriageField};
use crate::query::register::Person;
use crate::store::LogEntry;
use crate::text::Arg;
use crate::ui::Pen;
use crate::ui::line::put;
use crate::ui::names;
use crate::ui::table::{Cell, Rows, Table};
use crate::ui::theme::NIL;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the changes.
pub(in crate::ui) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, history: &History) {
    let Some(entries) = &history.entries else { return };
    if entries.is_empty() {
        let title = match history.need {
            Some(id) => pen.text.tra("history-title-need", &[("id", Arg::from(id.to_string()))]),
            None => pen.text.tr("history-title").into_owned(),
        };
        put(buffer, area, 2, 1, &title, pen.theme.heading);
        put(buffer, area, 2, 3, &pen.text.tr("empty-history"), pen.theme.plain);
        return;
    }
    let table = Table {
        columns: columns::HISTORY,
        list: &history.list,
        active: true,
        sorted: false,
        screen: area.width,
        text: pen.text,
        theme: &pen.theme,
    };
    let cell = |row: usize, code: &str| cell(pen, &entries[row], code);
    table.draw(buffer, area, &Rows { count: entries.len(), cell: &cell, selected: &|_| false });
}

fn cell(pen: &Pen<'_>, entry: &LogEntry, code: &str) -> Cell {
    let theme = &pen.theme;
    match code {
        "at" => Cell::new(minute(entry), theme.dim),
        "who" => Cell::new(who(pen, entry), theme.plain),
        "id" => Cell::new(entry.need.to_string(), theme.plain),
        "field" => Cell::new(field(pen, entry), theme.plain),
        "before" => Cell::new(value(pen, entry, entry.before.as_deref()), theme.dim),
        _ => Cell::new(value(pen, entry, entry.after.as_deref()), theme.strong),
    }
}

/// The moment to the minute.
pub(super) fn minute(entry: &LogEntry) -> String {
    let moment = entry.at.to_string();
    moment.get(..16).unwrap_or(&moment).replace('T', " ")
}

/// The post of who did it, or the name that they gave.
pub(super) fn who(pen: &Pen<'_>, entry: &LogEntry) -> String {
    person(pen, &entry.who)
}

fn person(pen: &Pen<'_>, code: &str) -> String {
    let people = pen.app.register().map(|register| register.vocabulary.people.as_slice());
    people
        .unwrap_or_default()
        .iter()
        .find(|person| person.code == code)
        .map_or_else(|| code.to_owned(), |p| short(pen, p))
}

fn short(pen: &Pen<'_>, person: &Person) -> String {
    let Some(register) = pen.app.register() else { return person.code.clone() };
    names::person_short(person, &register.vocabulary, pen.text.lang())
}

/// The name of the field that was changed.
pub(super) fn field(pen: &Pen<'_>, entry: &LogEntry) -> String {
    pen.text.tr(&format!("field-{}", entry.field.code())).into_owned()
}

/// A value before or after, in words.
pub(super) fn value(pen: &Pen<'_>, entry: &LogEntry, value: Option<&str>) -> String {
    match (value, entry.field) {
        (None | Some(""), _) => NIL.to_owned(),
        (Some(value), TriageField::FocalPoint) => person(pen, value),
        (Some(value), TriageField::Notes) => value.replace('\n', " "),
        (Some(value), field) => pen.text.value(field.code(), value),
    }
}
