//! How things are shown.

use crate::app::App;
use crate::app::command::{Command, Group, always};
use crate::app::context::{Context, SCREENS, SORTED};
use crate::app::place::View;
use crate::query::Measure;

const fn row(
    id: &'static str,
    keys: &'static [&'static str],
    contexts: &'static [Context],
    hint: u8,
    run: fn(&mut App),
) -> Command {
    Command { id, keys, contexts, group: Group::View, hint, ready: always, run }
}

pub(super) const TABLE: &[Command] = &[
    row("view.sort", &["s"], SORTED, 9, App::choose_sort),
    row("view.reverse", &["S"], SORTED, 0, App::reverse),
    row("view.measure", &["m"], &[Context::Overview], 5, |app| {
        app.measure = match app.measure {
            Measure::Needs => Measure::States,
            Measure::States => Measure::Reviews,
            Measure::Reviews => Measure::Needs,
        };
    }),
    row("view.large", &["z"], &[Context::Overview], 6, |app| {
        if let View::Overview(charts) = &mut app.place_mut().view {
            charts.large = !charts.large;
        }
    }),
    row("view.language", &["L"], SCREENS, 0, |app| {
        app.settings.lang = app.settings.lang.next();
        app.ask();
    }),
    row("view.colours", &["C"], SCREENS, 0, |app| {
        app.settings.palette = app.settings.palette.next();
    }),
];
