//! The first line: the screens with their numbers, and the flags of the register, which stand in the last line but
//! one where the first has no room.

use super::Pen;
use super::line::{put, put_right, width};
use crate::app::place::Screen;
use crate::domain::Coded;
use crate::paint::targets::Target;
use crate::text::Arg;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// From this many columns on tabs have a blank on either side.
const SPACED: u16 = 100;

/// From this many columns on the first line says who works, and on which register.
const WITH_WHO: u16 = 120;

/// From so many columns on the foot says that there are no roles, where that is so.
const WITH_ROLES: u16 = 150;

/// Between the parts of a line of facts.
const BETWEEN: &str = " · ";

/// The screens, each with its number and name; on the right the flags of the register.
pub(super) fn tabs(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect) {
    let theme = &pen.theme;
    let current = pen.app.places.first().and_then(|place| place.view.screen());
    let mut x = u16::from(area.width < SPACED);
    for (screen, tab) in Screen::ALL.iter().zip(names(pen, area.width)) {
        let here = Some(*screen) == current;
        let wide = put(buffer, area, x, 0, &tab, if here { theme.tab } else { theme.plain });
        let tab = Rect { x: area.x + x, width: wide, ..area };
        pen.targets.tell(tab, Target::Key(screen.key().to_string()));
        x += wide;
        x += u16::from(area.width < SPACED);
    }
    let (here, _) = facts(pen, area.width);
    let inner = Rect { width: area.width.saturating_sub(1), ..area };
    let edge = put_right(buffer, inner, 0, &here, theme.caution);
    if area.width >= WITH_WHO {
        let who = format!("{}{BETWEEN}", who(pen));
        let room = Rect { width: edge, ..area };
        if usize::from(edge.saturating_sub(x)) > width(&who) + 1 {
            put_right(buffer, room, 0, &who, theme.dim);
        }
    }
}

/// The names of the screens with their numbers: short names where the whole ones have no room; where those have none
/// either, only the present screen is named.
fn names(pen: &Pen<'_>, columns: u16) -> Vec<String> {
    let current = pen.app.places.first().and_then(|place| place.view.screen());
    let tab = |screen: &Screen, named: bool| {
        let short = format!("short-tab-{}", screen.code());
        let name = if columns < SPACED && pen.text.has(&short) {
            pen.text.tr(&short).into_owned()
        } else {
            screen.title(pen.text)
        };
        let number = screen.key();
        let tab = if named { format!("{number} {name}") } else { number.to_string() };
        if columns < SPACED { tab } else { format!(" {tab} ") }
    };
    let all: Vec<String> = Screen::ALL.iter().map(|screen| tab(screen, true)).collect();
    if taken(&all, columns) <= usize::from(columns) {
        return all;
    }
    Screen::ALL.iter().map(|screen| tab(screen, Some(*screen) == current)).collect()
}

/// The cells that tabs take with the blanks between them.
fn taken(tabs: &[String], columns: u16) -> usize {
    let between = usize::from(columns < SPACED);
    tabs.iter().map(|tab| width(tab) + between).sum::<usize>() + between
}

/// The flags of the register for the right of the first line, and those that have no room there.
fn facts(pen: &Pen<'_>, columns: u16) -> (String, String) {
    let mut flags = Vec::new();
    // An earlier day is named beside the filter and is read only anyway.
    if pen.app.is_nameless() {
        flags.push(pen.text.tr("no-names").into_owned());
    } else if pen.app.settings.read_only && pen.app.as_of().is_none() {
        flags.push(pen.text.tr("read-only").into_owned());
    }
    let is_made_up = pen.app.register().is_some_and(|register| register.own_day.is_some());
    let made_up = is_made_up.then(|| pen.text.tr("illustrative").into_owned());
    let taken = taken(&names(pen, columns), columns);
    let fits = |said: &str| taken + width(said) < usize::from(columns);
    let all: Vec<String> = flags.iter().cloned().chain(made_up.clone()).collect();
    let (all, flags) = (all.join(BETWEEN), flags.join(BETWEEN));
    match made_up {
        _ if fits(&all) => (all, String::new()),
        Some(made_up) if fits(&made_up) => (made_up, flags),
        _ => (String::new(), all),
    }
}

/// The flags without room in the first line, for the right of the last line but one.
pub(super) fn moved(pen: &Pen<'_>) -> String {
    facts(pen, pen.app.settings.size.0).1
}

/// The user's name and the register's.
fn who(pen: &Pen<'_>) -> String {
    let settings = &pen.app.settings;
    // A focal point is called by its State.
    let who = Some(settings.who.as_str()).filter(|_| !pen.app.is_nameless());
    let parts = who.into_iter().chain([settings.register.as_str()]);
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(BETWEEN)
}

/// The text of the foot while there is no message, as far as it has room: user and register, where
/// the first line does not say them, and the day that an illustrative register has.
pub(super) fn foot(pen: &Pen<'_>, columns: u16, room: usize) -> String {
    let (text, settings) = (pen.text, &pen.app.settings);
    let day = pen.app.register().and_then(|register| register.own_day);
    let day = day.map(|day| {
        let day = crate::analysis::day_in_words(day, text);
        text.tra("foot-day", &[("day", Arg::from(day))])
    });
    let who = Some(who(pen)).filter(|who| columns < WITH_WHO && !who.is_empty());
    let copy = settings.built_in.then(|| text.tr("sample-copy").into_owned());
    // Roles bind in sessions alone.
    let is_free = columns >= WITH_ROLES && settings.held.is_none();
    let roles = is_free.then(|| text.tr("no-roles").into_owned());
    let mut parts: Vec<String> = who.into_iter().chain(day).chain(copy).chain(roles).collect();
    while parts.len() > 1 && width(&parts.join(BETWEEN)) > room {
        parts.pop();
    }
    parts.join(BETWEEN)
}
