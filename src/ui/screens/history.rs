//! The page of changes: a line for each batch; under one that is open its records, each with the fields that were
//! changed.

use crate::app::history::{HistoryLine, Scope};
use crate::app::screens::History;
use crate::columns::CellContext;
use crate::columns::batches::SCREEN;
use crate::domain::{clean_line, marked_words};
use crate::fields::FieldValue;
use crate::paint::values;
use crate::query::register::NeedRef;
use crate::store::LogEntry;
use crate::text::{Arg, Named, grouped};
use crate::ui::Pen;
use crate::ui::line::{Line, padded, put, width};
use crate::ui::names;
use crate::ui::table::{Rows, Table};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The cell in which the names of changed fields begin.
const FIELDS: usize = 10;

/// The widest that a value before has to itself.
const BEFORE: usize = 24;

/// Draws the changes.
pub(in crate::ui) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, history: &History) {
    let (Some(answer), Some(batches)) = (&pen.app.answer, &history.batches) else { return };
    if batches.is_empty() {
        // Changes of one need by its number are not narrowed by the filter.
        let narrowed = history.scope != Scope::Need && !pen.app.place().asked().is_empty();
        let id = if narrowed { "empty-history-filter" } else { "empty-history" };
        put(buffer, area, 2, 1, &pen.text.tr(id), pen.theme.plain);
        return;
    }
    let (lines, who) = (history.lines(), &pen.app.settings.who);
    let table = Table { active: true, sorted: false, ..Table::of(pen, &SCREEN, &history.list) };
    let look = pen.look(answer, 0);
    let cell = |row: usize, place: usize, room: u16| match lines.get(row)? {
        HistoryLine::Batch(batch) => {
            let row = history.row(*batch, &answer.register, who)?;
            SCREEN.words(place, &row, &CellContext { room, ..look })
        }
        _ => None,
    };
    let whole = |row: usize| lines.get(row).and_then(|line| below(pen, history, *line));
    let rows =
        Rows { count: lines.len(), cell: &cell, mark: &|_| None, whole: &whole, split: None };
    table.draw(buffer, area, &rows);
}

/// The pieces of a line under that of a batch.
fn below(pen: &Pen<'_>, history: &History, line: HistoryLine) -> Option<Line> {
    let (text, theme) = (pen.text, &pen.theme);
    let beside = " ".repeat(17);
    match line {
        HistoryLine::Batch(_) => None,
        HistoryLine::Reason(batch) => {
            let note = text.value_in_words("remark", &history.batch(batch)?.batch.note);
            let words = [("words", Arg::from(note))];
            Some(vec![(beside, theme.plain), (text.tra("history-reason", &words), theme.dim)])
        }
        HistoryLine::Awaited(_) => {
            Some(vec![(beside, theme.plain), (text.tr("need-loading").into_owned(), theme.dim)])
        }
        HistoryLine::More(batch) => {
            let changes = history.opened.get(&history.batch(batch)?.batch.batch)?.as_ref()?;
            let left = changes.total.saturating_sub(changes.entries.len() as u64);
            let args = [("count", Arg::from(grouped(left)))];
            Some(vec![(beside, theme.plain), (text.tra("history-more", &args), theme.dim)])
        }
        HistoryLine::Record(batch, change) => Some(record(pen, history.change(batch, change)?)),
        HistoryLine::Change(batch, place) => Some(change(pen, history.change(batch, place)?)),
    }
}

/// A record: a need with its number, State, articles and text; another one by its name.
fn record(pen: &Pen<'_>, entry: &LogEntry) -> Line {
    let (text, theme) = (pen.text, &pen.theme);
    let need = entry.record.of_need();
    let Some(need) = need else {
        let name = values::record(entry.record, entry.name.as_deref(), text);
        return vec![(format!("   {name}"), theme.plain)];
    };
    let number = (format!("{need:>6}  "), theme.key);
    match pen.app.need(need) {
        Some(need) => vec![number, (of_need(pen, need), theme.plain)],
        None => vec![number, (text.tr("need-gone").into_owned(), theme.dim)],
    }
}

fn of_need(pen: &Pen<'_>, need: NeedRef<'_>) -> String {
    let state = need.state().in_lang(pen.text.lang());
    let place = if need.articles().is_empty() {
        state.to_owned()
    } else {
        let articles = names::articles(need.articles(), pen.text);
        let args = [("state", Arg::from(state)), ("articles", Arg::from(articles))];
        pen.text.tra("history-where", &args)
    };
    let args = [("field", Arg::from(place)), ("value", Arg::from(&*need.text()))];
    pen.text.tra("name-and-value", &args)
}

/// A field before and after.
fn change(pen: &Pen<'_>, entry: &LogEntry) -> Line {
    let theme = &pen.theme;
    if entry.field.is_itself() {
        let id = if entry.after.is_some() { "cli-records-added" } else { "cli-records-out" };
        let beside = " ".repeat(FIELDS);
        return vec![(beside, theme.dim), (pen.text.tr(id).into_owned(), theme.strong)];
    }
    let field = entry.field.in_words(pen.text);
    let name = format!("{}{}  ", " ".repeat(FIELDS), padded(&field, 12, false));
    if let (FieldValue::Text, Some(before), Some(after)) =
        (entry.field.value(), &entry.before, &entry.after)
    {
        return vec![(name, theme.dim), (clean_line(&marked_words(before, after)), theme.strong)];
    }
    let [before, after] = [&entry.before, &entry.after].map(|v| value(pen, entry, v.as_deref()));
    let room = width(&before).clamp(12, BEFORE);
    vec![
        (name, theme.dim),
        (format!("{} → ", padded(&before, room, false)), theme.dim),
        (after, theme.strong),
    ]
}

/// A person's post by code; an unknown code is shown as it is.
pub(super) fn person(pen: &Pen<'_>, code: &str) -> String {
    values::person(pen.app.vocabulary(), code, pen.text)
}

/// A value before or after, in words.
pub(super) fn value(pen: &Pen<'_>, entry: &LogEntry, value: Option<&str>) -> String {
    values::value(pen.app.vocabulary(), entry.field, value, pen.text)
}
