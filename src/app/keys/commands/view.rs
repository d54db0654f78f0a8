//! How things are shown.

use crate::app::App;
use crate::app::keys::commands::command::{Command, Group, always};
use crate::app::keys::context::{Context, SCREENS, SORTED, WITH_COLUMNS};
use crate::app::state::figures::Entry;
use crate::app::state::place::View;
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

fn connections(app: &App) -> Result<(), &'static str> {
    if app.shows_connections() { Ok(()) } else { Err("reason-no-connections") }
}

/// What is listed of figures and counts needs or States.
fn measured(app: &App) -> Result<(), &'static str> {
    match &app.place().view {
        View::Figures(figures) if figures.entry == Entry::Published => Err("reason-no-measure"),
        _ => Ok(()),
    }
}

pub(super) const TABLE: &[Command] = &[
    row("view.sort", &["s"], SORTED, 9, App::choose_sort),
    row("view.reverse", &["S"], SORTED, 0, App::reverse),
    row("view.columns", &["E"], WITH_COLUMNS, 0, App::edit_columns),
    row("views", &["O"], SCREENS, 0, App::open_views),
    row("view.measure", &["m"], &[Context::Overview], 5, |app| {
        app.measure = match app.measure {
            Measure::Needs => Measure::States,
            Measure::States => Measure::Reviews,
            Measure::Reviews => Measure::Needs,
        };
    }),
    Command {
        ready: measured,
        ..row("figures.measure", &["m"], &[Context::Figures], 2, App::turn_figure)
    },
    Command {
        ready: |app| if app.shows_figure() { Ok(()) } else { Err("reason-no-figure") },
        ..row("figures.since", &["w"], &[Context::Figures], 6, App::choose_earlier)
    },
    Command {
        ready: |app| if app.shows_two_dates() { Ok(()) } else { Err("reason-one-date") },
        ..row("figures.beside", &["b"], &[Context::Figures], 7, App::turn_beside)
    },
    Command {
        ready: connections,
        ..row("figures.matrix", &["v"], &[Context::Figures], 1, App::turn_matrix)
    },
    Command {
        ready: connections,
        ..row("figures.ranking", &["s"], &[Context::Figures], 1, App::turn_ranking)
    },
    row("by-theme.measure", &["m"], &[Context::ByTheme], 5, App::turn_themes),
    row("view.large", &["z"], &[Context::Overview], 6, |app| {
        if let View::Overview(charts) = &mut app.place_mut().view {
            charts.large = !charts.large;
        }
    }),
    row("view.language", &["L"], SCREENS, 0, |app| {
        app.settings.lang = app.settings.lang.next();
        app.ask();
    }),
    Command {
        id: "view.names",
        keys: &["*"],
        contexts: SCREENS,
        group: Group::View,
        hint: 0,
        ready: App::can_turn_names,
        run: App::turn_names,
    },
    row("view.colours", &["C"], SCREENS, 0, |app| {
        app.settings.palette = app.settings.palette.next();
    }),
];
