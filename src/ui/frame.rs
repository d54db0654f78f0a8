//! The frame of every screen below its first line: the filter and how many match it, the position of the cursor, the
//! next likely keys.

use super::line::{put, put_right, shortened, skipped, width};
use super::screens::assistance;
use super::{Pen, path};
use crate::app::App;
use crate::app::charts::CHARTS;
use crate::app::context::{Decides, KeyContext};
use crate::app::history::{HistoryLine, Scope};
use crate::app::keys::commands::{
    self,
    command::{Command, Family, Group},
};
use crate::app::layers::filter::FilterLine;
use crate::app::place::View;
use crate::paint::targets::Target;
use crate::query::{Counts, Measure};
use crate::text::{Arg, grouped, signed};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// The path of places, or the line in which the filter is typed; on the right how many needs match.
pub(super) fn filter(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect) -> Option<Position> {
    let (text, theme) = (pen.text, &pen.theme);
    let typing = pen.app.overlays.find::<FilterLine>();
    let matched = how_many(pen, typing);
    let inner = Rect { width: area.width.saturating_sub(1), ..area };
    let mut edge = inner.width;
    if let Some(growth) = growth(pen, typing) {
        let style = if growth > 0 { theme.key } else { theme.plain };
        edge = put_right(buffer, inner, 0, &signed(growth), style).saturating_sub(2);
    }
    let inner = Rect { width: edge, ..inner };
    edge = put_right(buffer, inner, 0, &matched, theme.strong);
    if let Some(day) = pen.app.as_of() {
        // Marked like nothing else in the frame: the screen shows the past.
        let past = text.tra("as-of", &[("day", Arg::from(day.to_string()))]);
        let before = Rect { width: edge.saturating_sub(1), ..area };
        edge = put_right(buffer, before, 0, &format!(" {past} "), theme.past);
    }
    let room = Rect { width: edge.saturating_sub(2), ..area };
    let Some(line) = typing else {
        path::draw(pen, buffer, room);
        return None;
    };
    let prompt = format!(" {} ", text.tr("filter-prompt"));
    let x = put(buffer, room, 0, 0, &prompt, theme.key);
    let wide = room.width.saturating_sub(x + 1).max(1);
    let scroll = line.input.visual_scroll(wide.into());
    let value = line.input.value();
    let shown = skipped(value, scroll);
    put(buffer, room, x, 0, shown, theme.plain);
    if let Some(error) = &line.error {
        let from = width(value.get(..error.at.start).unwrap_or(value));
        let to = width(value.get(..error.at.end).unwrap_or(value)).max(from + 1);
        for column in from.max(scroll)..to {
            let at = (area.x + x + (column - scroll) as u16, area.y);
            if let Some(cell) = buffer.cell_mut(at).filter(|_| at.0 < room.x + room.width) {
                cell.set_style(theme.bad.add_modifier(ratatui::style::Modifier::UNDERLINED));
            }
        }
    }
    let column = line.input.visual_cursor().saturating_sub(scroll) as u16;
    Some(Position::new(area.x + (x + column).min(room.width), area.y))
}

/// From so many columns on there is room for the kinds of batches of changes.
const WIDE: u16 = 100;

/// How many needs match the filter and how many are selected, in words.
fn how_many(pen: &Pen<'_>, typing: Option<&FilterLine>) -> String {
    let text = pen.text;
    let mut matched = String::new();
    if let Some(answer) = &pen.app.answer {
        // A number beside a filter that it does not belong to would be a wrong number.
        let is_found = pen.app.is_found() && !typing.is_some_and(FilterLine::waits_for_field);
        let needs = answer.counts.total(Measure::Needs);
        let count = if is_found {
            grouped(needs.into())
        } else {
            let share = pen.app.progress().map(|share| Arg::from(usize::from(share)));
            share.map_or_else(
                || text.tr("count-searching").into_owned(),
                |share| text.tra("count-share", &[("share", share)]),
            )
        };
        let read = answer.register.len();
        let total = answer.reading.unwrap_or(read);
        let args = [
            ("count", Arg::from(count)),
            ("needs", Arg::from(needs)),
            ("total", Arg::from(grouped(total as u64))),
            ("share", Arg::from((read * 100 / total.max(1)) as u32)),
        ];
        let words = match &pen.app.place().view {
            _ if answer.reading.is_some() => "count-reading",
            View::State(_) => "count-of-state",
            View::Review(_) => "count-of-review",
            View::Overview(_)
            | View::States(_)
            | View::Reviews(_)
            | View::Needs(_)
            | View::Triage(_)
            | View::Assistance(_)
            | View::AssistanceRecord(_)
            | View::Figures(_)
            | View::Need(_)
            | View::History(_)
            | View::News(_)
            | View::Themes(_) => "count-needs",
        };
        matched = text.tra(words, &args);
        if let View::History(history) = &pen.app.place().view {
            let count = match &history.batches {
                Some(_) => grouped(history.total),
                None => text.tr("count-searching").into_owned(),
            };
            let id = if pen.app.settings.size.0 < WIDE { "count-changes" } else { "count-batches" };
            let args = [("count", Arg::from(count)), ("number", Arg::from(history.total))];
            matched = text.tra(id, &args);
        }
        if let Some(counted) = assistance::counted(pen) {
            matched = counted;
        }
        if let Some((row, count)) = pen.app.place_in_list() {
            let number = |number: usize| Arg::from(grouped(number as u64));
            matched = text.tra("count-in-list", &[("row", number(row)), ("count", number(count))]);
        }
    }
    let selected = pen.app.selected_count();
    if selected > 0 {
        let hidden = pen.app.selected_hidden();
        let args = [
            ("count", Arg::from(grouped(selected as u64))),
            ("hidden", Arg::from(grouped(hidden as u64))),
        ];
        let id = if hidden > 0 { "selected-hidden" } else { "selected-count" };
        matched = format!("{} {} · {matched}", super::theme::SELECTED, text.tra(id, &args));
    }
    matched
}

/// The growth of the matching needs since the earlier day, where that is known and the place shows a list or charts.
fn growth(pen: &Pen<'_>, typing: Option<&FilterLine>) -> Option<i64> {
    let is_found = pen.app.is_found() && !typing.is_some_and(FilterLine::waits_for_field);
    let is_counted = is_found && pen.app.place().view.context().is_narrowed();
    let (answer, before) = (pen.app.answer.as_ref()?, pen.app.counted_before()?);
    let total = |counts: &Counts| i64::from(counts.total(Measure::Needs));
    is_counted.then(|| total(&answer.counts) - total(&before.counts))
}

/// Draws the status line: the place of the cursor, or the last notice ([`super::notice`]).
pub(super) fn status(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect) {
    let (text, theme) = (pen.text, &pen.theme);
    let inner = Rect { width: area.width.saturating_sub(1), ..area };
    let mut where_it_is = String::new();
    if let Some(list) = pen.app.place().view.list() {
        let lang = text.lang();
        let view = &pen.app.place().view;
        let rows = App::identities(pen.app.answer.as_deref(), view, lang);
        // The page of changes counts batches, not its lines.
        let batches = match view {
            View::History(history) => {
                Some((history.line().map_or(0, HistoryLine::batch), history.total as usize))
            }
            View::Overview(_)
            | View::States(_)
            | View::Reviews(_)
            | View::Needs(_)
            | View::Triage(_)
            | View::Assistance(_)
            | View::AssistanceRecord(_)
            | View::Figures(_)
            | View::State(_)
            | View::Review(_)
            | View::Need(_)
            | View::News(_)
            | View::Themes(_) => None,
        };
        let of_list = (list.row, crate::app::list::Rows::count(&rows));
        let (row, count) = batches.unwrap_or(of_list);
        if count > 0 || pen.app.place().since.is_some() {
            let since = pen.app.place().since.map_or_else(String::new, |s| s.day.to_string());
            let args = [
                ("day", Arg::from(since)),
                ("row", Arg::from(grouped((row as u64 + 1).min(count as u64)))),
                ("count", Arg::from(grouped(count as u64))),
            ];
            let place = pen.app.place();
            let narrowed = place.with_needs && !place.view.lists_needs();
            let under_filter = !place.asked().is_empty()
                && matches!(view, View::History(history) if history.scope != Scope::Need);
            let id = match (narrowed, under_filter) {
                _ if place.since.is_some() => "position-since",
                (true, _) => "position-with-needs",
                (_, true) => "position-under-filter",
                _ => "position",
            };
            where_it_is = text.tra(id, &args);
        }
    }
    if let View::Overview(charts) = &pen.app.place().view {
        let number = |number: usize| Arg::from(number as u32);
        let args = [("row", number(charts.chart + 1)), ("count", number(CHARTS.len()))];
        where_it_is = text.tra("position-chart", &args);
    }
    if let View::Need(page) = &pen.app.place().view
        && let Some((row, count)) = page.line_of(&pen.app.given())
    {
        let args = [("row", Arg::from(row)), ("count", Arg::from(count))];
        where_it_is = text.tra("position-line", &args);
    }
    let moved = super::tabs::moved(pen);
    let between = if where_it_is.is_empty() || moved.is_empty() { "" } else { " · " };
    let place = format!("{between}{where_it_is}");
    let edge = put_right(buffer, inner, 0, &place, theme.dim);
    let before = Rect { width: edge, ..area };
    let edge = put_right(buffer, before, 0, &moved, theme.caution).min(edge);
    if let Some(day) = pen.app.as_of() {
        let day = crate::analysis::day_in_words(day, text);
        let args = [("day", Arg::from(day)), ("key", Arg::from(pen.app.key_of("dates")))];
        let room = Rect { width: edge.saturating_sub(1), ..area };
        put(buffer, room, 1, 0, &text.tra("past", &args), theme.caution);
    } else {
        let room = Rect { width: edge.saturating_sub(1), ..area };
        put(
            buffer,
            room,
            1,
            0,
            &super::tabs::foot(pen, area.width, usize::from(room.width).saturating_sub(1)),
            theme.dim,
        );
    }
}

/// Whether a command of this place is likely next, after the last action.
fn is_due(app: &App, command: &Command) -> bool {
    command.is_in(app.context()) && (command.hint.due)(app)
}

/// From this place on, hints stand behind all others.
const LAST_HINTS: u8 = 20;

/// The first key of a command, as it is shown.
fn first_key(pen: &Pen<'_>, command: &Command) -> Option<String> {
    Some(pen.app.settings.keymap.keys(command).first()?.name(pen.text))
}

/// The keys that a family shows, and its name: every key, or the first and the last.
fn of_family(pen: &Pen<'_>, family: Family) -> (String, String) {
    let mut keys: Vec<String> =
        commands::of_family(family).filter_map(|command| first_key(pen, command)).collect();
    if family.range().is_some() && keys.len() > 2 {
        keys.drain(1..keys.len() - 1);
    }
    (keys.join(family.range().unwrap_or(" ")), pen.text.tr(family.name()).into_owned())
}

/// The next likely keys here, the likeliest first, as many as fit; in a menu, which shows its keys itself, that
/// one of them follows.
pub(super) fn hints(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect) {
    if let Some(menu) = pen.app.menu() {
        let key = format!("{} …", menu.key().name(pen.text));
        let x = 1 + put(buffer, area, 1, 0, &key, pen.theme.key) + 2;
        let close = [("key", Arg::from(pen.app.key_of("overlay.close")))];
        put(buffer, area, x, 0, &pen.text.tra("menu-hint", &close), pen.theme.plain);
        return;
    }
    let context = pen.app.context();
    let mut commands: Vec<_> = commands::all()
        .filter(|c| c.hint.place > 0 && c.is_in(context) || is_due(pen.app, c))
        .filter(|command| (command.hint.said)(pen.app) && (command.ready)(pen.app).is_ok())
        .collect();
    // Keys that decide come first where there is something to decide; in a question the answers do. Help comes last.
    let (asks, many) = (context.is_question(), pen.app.selected_count() > 0);
    let behind = |c: &Command| match context.deciding() {
        Decides::First => asks == (c.group == Group::Triage),
        Decides::Also if many => c.group != Group::Triage,
        Decides::Also => matches!(c.group, Group::Filter | Group::Move),
        Decides::Nothing => false,
    };
    let has_ahead = context.deciding() == Decides::Also || context == KeyContext::Need;
    let is_ahead = |c: &Command| has_ahead && (c.hint.ahead)(pen.app);
    let later = |c: &Command| behind(c) && !is_ahead(c);
    commands
        .sort_by_key(|c| (!is_due(pen.app, c), c.hint.place >= LAST_HINTS, later(c), c.hint.place));
    let hint = |command: &'static Command| {
        // a click on a family does not say which of its keys is meant
        let press = command
            .hint
            .family
            .is_none()
            .then(|| pen.app.settings.keymap.keys(command).first().map(ToString::to_string));
        let (key, name) = if let Some(family) = command.hint.family {
            of_family(pen, family)
        } else {
            let own = || pen.text.tr(&command.name_id()).into_owned();
            let name =
                (command.hint.name)(pen.app).map_or_else(own, |id| pen.text.tr(id).into_owned());
            (first_key(pen, command)?, name)
        };
        Some((command.hint.stays, key, name, press.flatten()))
    };
    let mut hints: Vec<_> = commands.into_iter().filter_map(hint).collect();
    let wide = |(_, key, name, _): &HintShown| width(key) + 1 + width(name) + 2;
    // One blank stands before the first, none behind the last. Hints without room go, from the end; the likeliest
    // stays, and the ways out do.
    let room = usize::from(area.width) + 1;
    while hints.iter().map(wide).sum::<usize>() > room && hints.len() > 1 {
        let may_go = |(stays, ..): &HintShown| !stays;
        let goes = hints.iter().skip(1).rposition(may_go).map(|place| place + 1);
        let goes = goes.or_else(|| hints.iter().position(may_go).filter(|_| hints.len() > 3));
        hints.remove(goes.unwrap_or(hints.len() - 1));
    }
    let mut x = 1;
    for (_, key, name, press) in hints {
        let from = x;
        x += put(buffer, area, x, 0, &key, pen.theme.key) + 1;
        let name = shortened(&name, usize::from(area.width.saturating_sub(x)));
        x += put(buffer, area, x, 0, &name, pen.theme.plain) + 2;
        if let Some(key) = press {
            let hint = Rect::new(area.x + from, area.y, x - 2 - from, 1);
            pen.targets.tell(hint.intersection(area), Target::Key(key));
        }
    }
}

/// A hint: whether it stays, its keys and name, and the key that a click presses.
type HintShown = (bool, String, String, Option<String>);
