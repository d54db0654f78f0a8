//! Screens and pages.

use super::ready;
use crate::app::App;
use crate::app::keys::commands::command::{Act, Command, Group, Where};
use crate::app::keys::context::Context;
use crate::app::state::place::Screen;
use crate::query::register::NeedRef;

const SCREENS: Where = Where::If(Context::is_screen);

const fn row(
    id: &'static str,
    keys: &'static [&'static str],
    at: Where,
    hint: u8,
    run: fn(&mut App),
) -> Command {
    Command::new(id, keys, at, Group::Screens, Act::Do(run)).hint(hint)
}

fn has_duplicate(app: &App) -> Result<(), &'static str> {
    match app.current_need().and_then(NeedRef::duplicate_of) {
        Some(_) => Ok(()),
        None => Err("reason-no-duplicate"),
    }
}

pub(super) const TABLE: &[Command] = &[
    row("open", &["Enter"], Where::If(Context::opens), 1, App::open).ready(ready::has_rows),
    row("back", &["Esc", "Backspace"], SCREENS, 10, App::back).ready(ready::has_way_back),
    row("screen.overview", &["1"], SCREENS, 0, |app| app.go(Screen::Overview)),
    row("screen.states", &["2"], SCREENS, 0, |app| app.go(Screen::States)),
    row("screen.reviews", &["3"], SCREENS, 0, |app| app.go(Screen::Reviews)),
    row("screen.needs", &["4"], SCREENS, 0, |app| app.go(Screen::Needs)),
    row("screen.triage", &["5"], SCREENS, 0, |app| app.go(Screen::Triage)),
    row("screen.figures", &["7"], SCREENS, 0, |app| app.go(Screen::Figures)),
    row("by-theme", &["I"], SCREENS, 0, App::open_themes),
    row("dates", &["W", "@"], SCREENS, 9, App::choose_date).ready(ready::nothing_waits),
    row("follow", &["Enter"], Where::In(&[Context::Need]), 2, App::follow).ready(has_duplicate),
    row("history", &["H"], SCREENS, 0, App::open_history),
];
