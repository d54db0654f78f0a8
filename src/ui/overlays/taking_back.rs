//! The question before an earlier change, or one that others have written over, is taken back: what
//! it was, when, and what becomes of each field.

use super::{panel, which};
use crate::app::taking_back::TakingBack;
use crate::domain::{Coded, TriageField};
use crate::store::UndoneField;
use crate::text::{Arg, grouped};
use crate::ui::Pen;
use crate::ui::line::{put, wrapped};
use crate::ui::names;
use crate::ui::screens::history;
use crate::worker::Way;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::collections::BTreeSet;

/// Draws the question.
pub(super) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, taking: &TakingBack) {
    let (columns, rows) = pen.app.settings.size;
    let title = pen.text.tr(match taking.way() {
        Way::Undo => "taking-back-title",
        Way::Redo => "taking-back-title-redo",
    });
    let wide = columns.saturating_sub(4).min(100);
    let room = usize::from(wide.saturating_sub(4));
    let mut lines: Vec<(String, Style)> = Vec::new();
    let mut say = |words: &str, style| {
        lines.extend(wrapped(words, room).into_iter().map(|line| (line, style)));
    };
    say(&what(pen, taking), pen.theme.strong);
    if taking.earlier {
        say(&pen.text.tr("taking-back-earlier"), pen.theme.caution);
    }
    say(&which::states(pen, &taking.which, room).join("\n"), pen.theme.plain);
    if taking.staying > 0 {
        let count = Arg::from(taking.staying);
        let id = if taking.is_possible() { "taking-back-staying" } else { "taking-back-all-stay" };
        say(&pen.text.tra(id, &[("count", count)]), pen.theme.caution);
    }
    let used = lines.len() as u16 + u16::from(!which::is_small(pen));
    let height = (used + taking.fields.len().min(40) as u16 + 3).min(rows.saturating_sub(2));
    let inside = panel::draw(pen, buffer, (wide, height), &title);
    for (y, (line, style)) in (0..).zip(&lines) {
        put(buffer, inside, 1, y, line, *style);
    }
    let below = Rect {
        y: inside.y + used.min(inside.height),
        height: inside.height.saturating_sub(used),
        ..inside
    };
    let line = |row: usize| field(pen, &taking.fields[row]);
    let list = which::List {
        heading: "taking-back-fields",
        count: taking.fields.len(),
        row: taking.row,
        line: &line,
    };
    which::list(pen, buffer, below, &list);
}

/// What it was: which fields of how many needs, and when.
fn what(pen: &Pen<'_>, taking: &TakingBack) -> String {
    let fields: BTreeSet<_> = taking.fields.iter().map(|field| field.field).collect();
    let name = |field: &TriageField| pen.text.tr(&format!("field-{}", field.code())).into_owned();
    let fields: Vec<String> = fields.iter().map(name).collect();
    let separator = pen.text.tr("list-separator");
    let at = taking.at.to_string();
    let at = at.get(..16).unwrap_or(&at).replace('T', " ");
    let needs = match taking.needs.as_slice() {
        [need] => pen.text.tra("need-title", &[("id", Arg::from(need.to_string()))]),
        needs => {
            pen.text.tra("taking-back-needs", &[("count", Arg::from(grouped(needs.len() as u64)))])
        }
    };
    let args = [
        ("at", Arg::from(at)),
        ("fields", Arg::from(fields.join(&separator))),
        ("needs", Arg::from(needs)),
    ];
    pen.text.tra("taking-back-what", &args)
}

/// What becomes of a field.
fn field(pen: &Pen<'_>, field: &UndoneField) -> (String, Style) {
    let state = pen.app.need(field.need).map(|need| names::state(need.state(), pen.text.lang()));
    let name = pen.text.tr(&format!("field-{}", field.field.code())).into_owned();
    let now = history::field_value(pen, field.field, field.now.as_deref());
    let head = format!("{:>6}  {}  {name}: ", field.need, names::or_nil(state));
    match &field.since {
        None => {
            let then = history::field_value(pen, field.field, field.then.as_deref());
            (format!("{head}{now} → {then}"), pen.theme.plain)
        }
        Some((by, at)) => {
            let args = [
                ("by", Arg::from(history::person(pen, by))),
                ("at", Arg::from(at.day().to_string())),
            ];
            let stays = pen.text.tra("taking-back-since", &args);
            (format!("{head}{now} {stays}"), pen.theme.caution)
        }
    }
}
