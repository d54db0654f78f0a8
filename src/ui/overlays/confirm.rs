//! The question before many needs are changed: how many, which, and what they become.

use super::question;
use crate::app::decision::Decision;
use crate::app::overlay::Confirm;
use crate::domain::{Change, Coded, TriageField};
use crate::query::register::Theme;
use crate::text::{Arg, grouped};
use crate::ui::Pen;
use crate::ui::names;
use ratatui::buffer::Buffer;
use ratatui::style::Style;

/// How many of the needs are listed at once.
const LISTED: usize = 8;

/// Draws the question.
pub(super) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, confirm: &Confirm) {
    let text = pen.text;
    let count = Arg::from(grouped(confirm.needs.len() as u64));
    let args = [("count", count), ("number", Arg::from(confirm.needs.len()))];
    let title = text.tra("confirm-title", &args);
    let wide = pen.app.settings.size.0.saturating_sub(8).min(76);
    let mut said: Vec<(String, Style)> = confirm
        .decisions
        .iter()
        .map(|decision| (becomes(pen, confirm, decision), pen.theme.strong))
        .collect();
    said.push((question::states(pen, &confirm.which, wide), pen.theme.plain));
    if confirm.which.hidden > 0 {
        let args = [("count", Arg::from(confirm.which.hidden))];
        said.push((text.tra("confirm-hidden", &args), pen.theme.caution));
    }
    // Who is given needs and does not look at them soon: only that is not seen by itself.
    let given = confirm.decisions.iter().all(|d| d.field() == TriageField::FocalPoint);
    if confirm.which.waiting > 0 && given {
        let days = Arg::from(confirm.which.overdue_days.to_string());
        let args = [("count", Arg::from(confirm.which.waiting)), ("days", days)];
        said.push((text.tra("confirm-waiting", &args), pen.theme.caution));
    }
    said.push((text.tr("confirm-undo").into_owned(), pen.theme.dim));
    let list = question::List {
        heading: "confirm-needs",
        count: confirm.needs.len(),
        most: LISTED,
        row: confirm.row,
        line: &|row| need(pen, confirm.needs[row].0),
    };
    question::draw(pen, buffer, (wide, &title), &said, &list);
}

/// A need on one line: its number, State and articles, and what it says.
fn need(pen: &Pen<'_>, id: u32) -> (String, Style) {
    let Some(need) = pen.app.need(id) else {
        return (format!("{id:>6}"), pen.theme.dim);
    };
    let state = names::state(need.state(), pen.text.lang());
    let articles = names::articles(need.articles(), pen.text);
    (format!("{id:>6}  {state}  {articles}  {}", need.text()), pen.theme.plain)
}

/// What a decision makes of the needs.
fn becomes(pen: &Pen<'_>, confirm: &Confirm, decision: &Decision) -> String {
    let count = Arg::from(grouped(confirm.needs.len() as u64));
    let id = match decision {
        Decision::Set(Change::AddTheme(_)) => "confirm-give-theme",
        Decision::Set(Change::RemoveTheme(_)) => "confirm-take-theme",
        _ => "name-and-value",
    };
    let have = match decision {
        Decision::Set(Change::AddTheme(name) | Change::RemoveTheme(name)) => {
            have(pen, confirm, name)
        }
        _ => 0,
    };
    let field = pen.text.tr(&format!("field-{}", decision.field().code())).into_owned();
    let args = [
        ("count", count),
        ("field", Arg::from(field)),
        ("value", Arg::from(value(pen, decision))),
        ("have", Arg::from(have)),
        ("shown", Arg::from(grouped(have.into()))),
    ];
    pen.text.tra(id, &args)
}

/// How many of the needs have a theme.
fn have(pen: &Pen<'_>, confirm: &Confirm, name: &str) -> u32 {
    let place = theme(pen, name).map(|(place, _)| place);
    place.and_then(|place| confirm.which.have.get(place)).copied().unwrap_or(0)
}

/// The theme of this name and its place in the vocabulary, unless it is still to be made.
fn theme<'a>(pen: &'a Pen<'_>, name: &str) -> Option<(usize, &'a Theme)> {
    let themes = &pen.app.register()?.vocabulary.themes;
    themes.iter().enumerate().find(|(_, theme)| theme.name_en == name)
}

fn value(pen: &Pen<'_>, decision: &Decision) -> String {
    let change = match decision {
        Decision::Set(change) => change,
        Decision::Likely => return pen.text.tr("assign-likely").into_owned(),
    };
    let code = change.code();
    match (change, code.as_deref()) {
        (Change::FocalPoint(_), None) => pen.text.tr("nobody").into_owned(),
        (Change::DuplicateOf(_), None) => pen.text.tr("duplicate-none").into_owned(),
        (_, None) => pen.text.tr("not-stated").into_owned(),
        (Change::FocalPoint(_), Some(code)) => {
            let people = pen.app.register().map(|register| &register.vocabulary.people);
            let person = people.and_then(|people| people.iter().find(|p| p.code == code));
            person.map_or(code, |p| names::person(p, pen.text.lang())).to_owned()
        }
        (Change::Priority(_) | Change::Horizon(_) | Change::Response(_), Some(code)) => {
            pen.text.value(change.field().code(), code)
        }
        (Change::AddTheme(_) | Change::RemoveTheme(_), Some(code)) => theme(pen, code)
            .map_or(code, |(_, theme)| names::theme(theme, pen.text.lang()))
            .to_owned(),
        (_, Some(code)) => code.to_owned(),
    }
}
