//! The list of changes: who, when, what, from what to what.

use crate::app::App;
use crate::app::history::Scope;
use crate::app::screens::History;
use crate::columns::CellContext;
use crate::columns::log::{OF_ALL_KINDS, SCREEN};
use crate::paint::values;
use crate::store::LogEntry;
use crate::text::{Arg, Named};
use crate::ui::Pen;
use crate::ui::line::put;
use crate::ui::names;
use crate::ui::table::{Rows, Table};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the changes.
pub(in crate::ui) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, history: &History) {
    scopes(pen, buffer, area, history);
    let area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let (Some(answer), Some(entries)) = (&pen.app.answer, &history.entries) else { return };
    if entries.is_empty() {
        // What is asked of one need by its number is not narrowed by the filter.
        let narrowed = history.scope != Scope::Need && !pen.app.place().asked().is_empty();
        let id = if narrowed { "empty-history-filter" } else { "empty-history" };
        put(buffer, area, 2, 2, &pen.text.tr(id), pen.theme.plain);
        return;
    }
    let columns = if history.lists_use() { &OF_ALL_KINDS } else { &SCREEN };
    let table = Table { active: true, sorted: false, ..Table::of(pen, columns, &history.list) };
    let look = pen.look(answer, 0);
    let cell = |row: usize, place: usize, room: u16| {
        columns.words(place, entries.get(row)?, &CellContext { room, ..look })
    };
    table.draw(buffer, area, &Rows { count: entries.len(), cell: &cell, mark: &|_| None });
}

/// What the page can show, the present one marked.
fn scopes(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, history: &History) {
    let subject = &history.subject;
    let states = pen.app.register().map(|register| register.vocabulary.states.as_slice());
    let state = subject.state.and_then(|place| states?.get(usize::from(place)));
    let mut x = 1 + put(buffer, area, 1, 0, &pen.text.tr("history-title"), pen.theme.heading) + 2;
    for scope in App::scopes(history) {
        let name = match scope {
            Scope::Need => {
                let id = subject.need.unwrap_or(0).to_string();
                pen.text.tra("need-title", &[("id", Arg::from(id))])
            }
            Scope::State => names::or_nil(state.map(|s| s.in_lang(pen.text.lang()))),
            Scope::Person => person(pen, &subject.who),
            Scope::Day => subject.day.to_string(),
            Scope::All => pen.text.tr("history-all").into_owned(),
        };
        let here = scope == history.scope;
        let (name, style) =
            if here { (format!("[{name}]"), pen.theme.tab) } else { (name, pen.theme.plain) };
        x += put(buffer, area, x, 0, &name, style) + 2;
    }
}

/// Who did it in few words, or the name that they gave.
pub(super) fn who(pen: &Pen<'_>, entry: &LogEntry) -> String {
    values::person_short(pen.app.vocabulary(), &entry.who, pen.text)
}

/// A person's post by code, or the name that somebody gave.
pub(super) fn person(pen: &Pen<'_>, code: &str) -> String {
    values::person(pen.app.vocabulary(), code, pen.text)
}

/// A value before or after, in words.
pub(super) fn value(pen: &Pen<'_>, entry: &LogEntry, value: Option<&str>) -> String {
    values::value(pen.app.vocabulary(), entry.field, value, pen.text)
}
