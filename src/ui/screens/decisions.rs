//! The fields that triage decides: each value with its key, the present value in brackets.

use crate::app::keys::commands;
use crate::app::keys::commands::command::{Command, SetValue};
use crate::domain::{Coded, Horizon, Priority, Response};
use crate::paint::targets::Target;
use crate::query::register::NeedRef;
use crate::text::{Arg, Named};
use crate::ui::Pen;
use crate::ui::line::Line;
use crate::ui::line::{padded, width};
use crate::ui::names;
use crate::ui::theme::{NIL, Tone};
use ratatui::layout::Rect;

/// The cells of the keys before the fields on the page of a need.
pub(super) const KEY: usize = 4;

/// So many values of a field keep their words beside their signs, whatever room there is.
const FULL: usize = 2;

/// The key of a command that changes a need, as it is shown; none where nothing can be changed.
pub(super) fn key(pen: &Pen<'_>, id: &str) -> Option<String> {
    first_of(pen, commands::by_id(id))
}

fn first_of(pen: &Pen<'_>, command: Option<&Command>) -> Option<String> {
    let command = command.filter(|_| pen.app.can_change())?;
    pen.app.settings.keymap.keys(command).first().map(|key| key.name(pen.text))
}

/// The values on lines of their own: priority, response, focal point, horizon; the last two are
/// one where there is room.
pub(super) fn lines(pen: &Pen<'_>, need: NeedRef<'_>, room: usize) -> Vec<Line> {
    let names = ["field-priority", "field-response", "field-focal", "field-horizon"];
    let wide = names.iter().map(|id| width(&pen.text.tr(id))).max().unwrap_or(0);
    let head = |id: &str| (format!("{} ", padded(&pen.text.tr(id), wide, false)), pen.theme.dim);
    let mut first = vec![head("field-priority")];
    choices(pen, &mut first, room, "priority", need.priority());
    let mut second = vec![head("field-response")];
    choices(pen, &mut second, room, "response", need.response());
    let mut third = vec![head("field-focal")];
    let focal_key = key(pen, "triage.focal").map_or_else(String::new, |key| format!("{key} "));
    third.push((format!(" {focal_key}"), pen.theme.key));
    third.extend(focal(pen, need));
    let mut fourth = Line::new();
    choices(pen, &mut fourth, room, "horizon", need.horizon());
    let beside = (format!("  {} ", pen.text.tr("field-horizon")), pen.theme.dim);
    if long(&first) + width(&beside.0) + long(&fourth) <= room {
        first.push(beside);
        first.extend(fourth);
        return vec![first, second, third];
    }
    fourth.insert(0, head("field-horizon"));
    vec![first, second, third, fourth]
}

/// Tells where a line names keys that decide: from each of them to the next.
pub(super) fn tell(pen: &Pen<'_>, area: Rect, y: u16, line: &Line) {
    if y >= area.height {
        return;
    }
    let mut spots: Vec<(u16, &str)> = Vec::new();
    let mut x = 0;
    for (piece, style) in line {
        if *style == pen.theme.key && !piece.trim().is_empty() {
            spots.push((x, piece.trim()));
        }
        x += width(piece) as u16;
    }
    let ends = spots.iter().skip(1).map(|(from, _)| *from).chain([x]).collect::<Vec<_>>();
    for ((from, key), end) in spots.iter().zip(ends) {
        let spot = Rect::new(area.x + from, area.y + y, end.saturating_sub(*from), 1);
        pen.targets.tell(spot.intersection(area), Target::Decides((*key).to_owned()));
    }
}

/// The values in force, on one line.
pub(super) fn in_short(pen: &Pen<'_>, need: NeedRef<'_>) -> Line {
    let theme = &pen.theme;
    let between = || (" · ".to_owned(), theme.dim);
    let head = |id: &str, is_stated: bool| {
        let named = if is_stated { String::new() } else { format!("{} ", pen.text.tr(id)) };
        (named, theme.dim)
    };
    let mut line = vec![head("field-priority", need.priority().is_some())];
    line.extend(priority(pen, need.priority()));
    line.extend([between(), head("field-response", need.response().is_some())]);
    line.extend(response(pen, need.response()));
    line.push(between());
    line.extend(focal(pen, need).into_iter().take(1));
    line
}

/// The values on the page of a need: each field with the key that opens its list.
pub(super) fn page(pen: &Pen<'_>, need: NeedRef<'_>, names: usize, room: usize) -> Vec<Line> {
    let head = |command: Option<&str>, id: &str| {
        let key = command.and_then(|id| key(pen, id)).unwrap_or_default();
        vec![
            (padded(&key, KEY, false), pen.theme.key),
            (padded(&pen.text.tr(id), names + 2, false), pen.theme.dim),
        ]
    };
    let mut priority = head(Some("triage.priority"), "field-priority");
    choices(pen, &mut priority, room, "priority", need.priority());
    let mut response = head(Some("triage.response"), "field-response");
    choices(pen, &mut response, room, "response", need.response());
    let mut horizon = head(None, "field-horizon");
    choices(pen, &mut horizon, room, "horizon", need.horizon());
    let mut person = head(Some("triage.focal"), "field-focal");
    person.push((" ".to_owned(), pen.theme.plain));
    person.extend(focal(pen, need));
    vec![priority, response, horizon, person]
}

fn long(line: &Line) -> usize {
    line.iter().map(|(piece, _)| width(piece)).sum()
}

/// Adds the values to a line. Where they do not all fit, words go from the end, while keys and signs stay; where these
/// do not fit either, the one in force comes first, whatever else there is room for behind it.
fn choices<T: Coded + Choice>(
    pen: &Pen<'_>,
    line: &mut Line,
    room: usize,
    field: &str,
    now: Option<T>,
) where
    SetValue: From<Option<T>>,
{
    // Without permission to change, only the present value is shown.
    if !pen.app.can_change() {
        let nil = || (NIL.to_owned(), pen.theme.dim);
        line.push((" ".to_owned(), pen.theme.plain));
        line.extend(now.map_or_else(|| vec![nil()], |value| value.shown(pen, field)));
        return;
    }
    let choice = |value: &T, is_worded: bool| -> Line {
        let here = now == Some(*value);
        let (open, close) = if here { ("[", "]") } else { (" ", " ") };
        let mut choice = vec![
            (open.to_owned(), pen.theme.strong),
            (first_of(pen, commands::setting(Some(*value))).unwrap_or_default(), pen.theme.key),
            (" ".to_owned(), pen.theme.plain),
        ];
        let chosen = pen.theme.chosen(value.tone(pen));
        let shown = if is_worded { value.shown(pen, field) } else { value.in_short(pen, field) };
        choice.extend(
            shown.into_iter().map(|(piece, style)| (piece, if here { chosen } else { style })),
        );
        choice.push((close.to_owned(), pen.theme.strong));
        choice
    };
    let count = T::ALL.len();
    let with = |words: usize| -> Vec<(bool, Line)> {
        let each = T::ALL.iter().enumerate();
        let other = |value: &T| now != Some(*value);
        each.map(|(place, value)| (other(value), choice(value, place < words || !other(value))))
            .collect()
    };
    let whole = |all: &Vec<(bool, Line)>| all.iter().map(|(_, choice)| long(choice)).sum::<usize>();
    let room = room.saturating_sub(long(line));
    let shortest = (FULL..=count).rev().map(with).find(|all| whole(all) <= room);
    let mut all = shortest.unwrap_or_else(|| with(count));
    if whole(&all) > room {
        all.sort_by_key(|(other, _)| *other);
        let mut left = room.saturating_sub(1);
        let fit = |(_, choice): &&(bool, Line)| {
            let fits = long(choice) <= left;
            left = left.saturating_sub(long(choice));
            fits
        };
        let fitting = all.iter().take_while(fit).count();
        all.truncate(fitting);
        all.push((true, vec![("…".to_owned(), pen.theme.dim)]));
    }
    line.extend(all.into_iter().flat_map(|(_, choice)| choice));
}

/// A priority: the word, then the signs.
fn priority(pen: &Pen<'_>, value: Option<Priority>) -> Line {
    let decided = names::priority(value, pen.text);
    let word = if decided.word.is_empty() { String::new() } else { format!("{} ", decided.word) };
    vec![
        (word, pen.theme.word(decided.tone)),
        (decided.sign.to_owned(), pen.theme.tone(decided.tone)),
    ]
}

/// A response: the sign, then the word.
fn response(pen: &Pen<'_>, value: Option<Response>) -> Line {
    let decided = names::response(value, pen.text, pen.theme.signs);
    let word = if decided.word.is_empty() { String::new() } else { format!(" {}", decided.word) };
    vec![
        (decided.sign.to_owned(), pen.theme.tone(decided.tone)),
        (word, pen.theme.word(decided.tone)),
    ]
}

/// A value with its sign and style.
trait Choice: Copy + PartialEq {
    fn shown(self, pen: &Pen<'_>, field: &str) -> Line;
    fn tone(self, pen: &Pen<'_>) -> Tone;

    /// The sign alone; the word of a value without one.
    fn in_short(self, pen: &Pen<'_>, field: &str) -> Line;
}

impl Choice for Priority {
    fn shown(self, pen: &Pen<'_>, _: &str) -> Line {
        priority(pen, Some(self))
    }

    fn tone(self, pen: &Pen<'_>) -> Tone {
        names::priority(Some(self), pen.text).tone
    }

    fn in_short(self, pen: &Pen<'_>, _: &str) -> Line {
        priority(pen, Some(self)).split_off(1)
    }
}

impl Choice for Response {
    fn shown(self, pen: &Pen<'_>, _: &str) -> Line {
        response(pen, Some(self))
    }

    fn tone(self, pen: &Pen<'_>) -> Tone {
        names::response(Some(self), pen.text, pen.theme.signs).tone
    }

    fn in_short(self, pen: &Pen<'_>, _: &str) -> Line {
        response(pen, Some(self)).into_iter().take(1).collect()
    }
}

impl Choice for Horizon {
    fn shown(self, pen: &Pen<'_>, field: &str) -> Line {
        vec![(pen.text.value(field, self.code()), pen.theme.plain)]
    }

    fn tone(self, _: &Pen<'_>) -> Tone {
        Tone::Plain
    }

    fn in_short(self, pen: &Pen<'_>, field: &str) -> Line {
        self.shown(pen, field)
    }
}

/// The focal point of the need; without one, "nobody" and the likely person.
fn focal(pen: &Pen<'_>, need: NeedRef<'_>) -> Line {
    if need.focal_point().is_some() {
        return vec![(names::focal(need, pen.text.lang()), pen.theme.strong)];
    }
    let nobody = (pen.text.tr("nobody").into_owned(), pen.theme.caution);
    let likely = if pen.app.can_change() { pen.app.likely_for(need) } else { None };
    match likely.and_then(|place| need.vocabulary.people.get(usize::from(place))) {
        Some(person) => {
            let name = person.in_lang(pen.text.lang());
            let name = pen.text.tra("likely-person", &[("name", Arg::from(name))]);
            vec![nobody, (format!(" → {name}"), pen.theme.dim)]
        }
        None => vec![nobody],
    }
}
