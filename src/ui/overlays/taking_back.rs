//! The question before an earlier change, or one that others have written over, is taken back: what
//! it was, when, and what becomes of each field.

use super::question;
use crate::app::state::undo::TakingBack;
use crate::domain::{Coded, TriageField};
use crate::store::UndoneField;
use crate::text::{Arg, grouped};
use crate::ui::Pen;
use crate::ui::line::{shortened, width};
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
        let id = match (taking.is_possible(), taking.way()) {
            (true, Way::Undo) => "taking-back-staying",
            (true, Way::Redo) => "taking-back-staying-redo",
            (false, Way::Undo) => "taking-back-all-stay",
            (false, Way::Redo) => "taking-back-all-stay-redo",
        };
        said.push((pen.text.tra(id, &[("count", count)]), pen.theme.caution));
    }
    let list = question::List {
        heading: "taking-back-fields",
        count: taking.fields.len(),
        most: usize::MAX,
        row: taking.row,
        line: &|row| field(pen, &taking.fields[row], question::room(wide).saturating_sub(1)),
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
    let id = match taking.way() {
        Way::Undo => "taking-back-what",
        Way::Redo => "taking-back-what-redo",
    };
    pen.text.tra(id, &args)
}

/// Below so many columns there is no room for the State.
const WITH_STATE: usize = 60;

/// What becomes of a field, in so many columns: what it would hold is always seen.
fn field(pen: &Pen<'_>, field: &UndoneField, room: usize) -> (String, Style) {
    let head = if room < WITH_STATE {
        format!("{} ", field.need)
    } else {
        let state = pen.app.need(field.need).map(|n| names::state(n.state(), pen.text.lang()));
        format!("{:>6}  {}  ", field.need, names::or_nil(state))
    };
    let becomes = |value: &str| history::becomes(pen, field.field, value);
    let now = history::field_value(pen, field.field, field.now.as_deref());
    match &field.since {
        None => {
            let then = history::field_value(pen, field.field, field.then.as_deref());
            let (now, then) = side_by_side(
                &now,
                &then,
                room.saturating_sub(width(&head) + width(&becomes(" → "))),
            );
            (format!("{head}{}", becomes(&format!("{now} → {then}"))), pen.theme.plain)
        }
        Some((by, at)) => {
            let args = [
                ("by", Arg::from(history::person(pen, by))),
                ("at", Arg::from(at.day().to_string())),
            ];
            let stays = pen.text.tra("taking-back-since", &args);
            (format!("{head}{}", becomes(&format!("{now} {stays}"))), pen.theme.caution)
        }
    }
}

/// Two values in so many columns together. Where they are cut, what both begin with is left out: what
/// is different is what one wants to see.
fn side_by_side(now: &str, then: &str, room: usize) -> (String, String) {
    if width(now) + width(then) <= room {
        return (now.to_owned(), then.to_owned());
    }
    let same = now.chars().zip(then.chars()).take_while(|(a, b)| a == b).count();
    let from = |value: &str| match same {
        ..LEFT_OUT => value.to_owned(),
        same => format!("…{}", value.chars().skip(same - KEPT).collect::<String>()),
    };
    (shortened(&from(now), room / 2), shortened(&from(then), room / 2))
}

/// So many letters that both begin with are worth leaving out, and so many of them stay.
const LEFT_OUT: usize = 12;
const KEPT: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_different_is_seen() {
        let same = "A long opening sentence that both have. ";
        let (now, then) = side_by_side(&format!("{same}New"), &format!("{same}Old"), 30);
        assert_eq!((&*now, &*then), ("…ve. New", "…ve. Old"));
        let (now, then) = side_by_side("short", &"long ".repeat(20), 20);
        assert_eq!((&*now, width(&then)), ("short", 10));
        assert_eq!(side_by_side("a", "b", 0), (String::new(), String::new()));
    }
}
