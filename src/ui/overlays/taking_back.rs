//! The question before an earlier change, or one that others have written over, is taken back: what
//! it was, when, and what becomes of each field.

use super::question;
use crate::app::taking_back::TakingBack;
use crate::domain::{Coded, TriageField};
use crate::store::UndoneField;
use crate::text::{Arg, grouped};
use crate::ui::Pen;
use crate::ui::names;
use crate::ui::screens::history;
use crate::worker::Way;
use ratatui::buffer::Buffer;
use ratatui::style::Style;
use std::collections::BTreeSet;

/// Draws the question.
pub(super) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, taking: &TakingBack) {
    let title = pen.text.tr(match taking.way() {
        Way::Undo => "taking-back-title",
        Way::Redo => "taking-back-title-redo",
    });
    let wide = pen.app.settings.size.0.saturating_sub(4).min(100);
    let mut said = vec![(what(pen, taking), pen.theme.strong)];
    if taking.earlier {
        said.push((pen.text.tr("taking-back-earlier").into_owned(), pen.theme.caution));
    }
    said.push((question::states(pen, &taking.which, wide), pen.theme.plain));
    if taking.staying > 0 {
        let count = Arg::from(taking.staying);
        let id = if taking.is_possible() { "taking-back-staying" } else { "taking-back-all-stay" };
        said.push((pen.text.tra(id, &[("count", count)]), pen.theme.caution));
    }
    let list = question::List {
        heading: "taking-back-fields",
        count: taking.fields.len(),
        most: usize::MAX,
        row: taking.row,
        line: &|row| field(pen, &taking.fields[row]),
    };
    question::draw(pen, buffer, (wide, &title), &said, &list);
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
