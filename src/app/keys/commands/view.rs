//! How things are shown.

use crate::app::App;
use crate::app::keys::commands::command::{Act, Command, Group, Where};
use crate::app::keys::context::KeyContext;
use crate::app::state::figures::FigureEntry;
use crate::app::state::place::View;
use crate::query::Measure;

const fn row(
    id: &'static str,
    keys: &'static [&'static str],
    at: Where,
    hint: u8,
    run: fn(&mut App),
) -> Command {
    Command::new(id, keys, at, Group::View, Act::Do(run)).hint(hint)
}

const SCREENS: Where = Where::If(KeyContext::is_screen);
const SORTED: Where = Where::If(KeyContext::can_be_sorted);
const OVERVIEW: Where = Where::In(&[KeyContext::Overview]);
const BARS: Where = Where::In(&[KeyContext::Overview, KeyContext::Facets]);
const FIGURES: Where = Where::In(&[KeyContext::Figures]);
const BY_THEME: Where = Where::In(&[KeyContext::ByTheme]);

fn connections(app: &App) -> Result<(), &'static str> {
    if app.shows_connections() { Ok(()) } else { Err("reason-no-connections") }
}

/// What is listed of figures and counts needs or States.
fn measured(app: &App) -> Result<(), &'static str> {
    match &app.place().view {
        View::Figures(figures) if figures.entry == FigureEntry::Published => {
            Err("reason-no-measure")
        }
        _ => Ok(()),
    }
}

pub(super) const TABLE: &[Command] = &[
    row("view.sort", &["s"], SORTED, 9, App::choose_sort),
    row("view.reverse", &["S"], SORTED, 0, App::reverse),
    row("view.columns", &["E"], Where::If(KeyContext::has_columns), 0, App::edit_columns),
    row("view.detail", &[], Where::If(KeyContext::is_narrowed), 0, App::turn_detail),
    row("views", &["O"], SCREENS, 0, App::open_views),
    row("view.measure", &["m"], OVERVIEW, 5, |app| {
        app.measure = match app.measure {
            Measure::Needs => Measure::States,
            Measure::States => Measure::Reviews,
            Measure::Reviews => Measure::Needs,
        };
    }),
    row("view.by", &["b"], BARS, 5, App::next_split),
    row("figures.measure", &["m"], FIGURES, 2, App::turn_figure).ready(measured),
    row("figures.since", &["w"], FIGURES, 6, App::choose_earlier)
        .ready(|app| if app.shows_figure() { Ok(()) } else { Err("reason-no-figure") }),
    row("figures.beside", &["b"], FIGURES, 7, App::turn_beside)
        .ready(|app| if app.shows_two_dates() { Ok(()) } else { Err("reason-one-date") }),
    row("figures.matrix", &["v"], FIGURES, 1, App::turn_matrix).ready(connections),
    row("figures.ranking", &["s"], FIGURES, 1, App::turn_ranking).ready(connections),
    row("by-theme.measure", &["m"], BY_THEME, 5, App::turn_themes),
    row("history.use", &["v"], Where::In(&[KeyContext::History]), 3, App::turn_use)
        .ready(App::can_turn_use),
    row("view.large", &["z"], OVERVIEW, 6, |app| {
        if let View::Overview(charts) = &mut app.place_mut().view {
            charts.large = !charts.large;
        }
    }),
    row("view.language", &["L"], SCREENS, 0, |app| {
        app.settings.lang = app.settings.lang.next();
        app.ask();
    }),
    row("view.names", &["*"], SCREENS, 0, App::turn_names).ready(App::can_turn_names),
    row("view.colours", &["C"], SCREENS, 0, |app| {
        app.settings.palette = app.settings.palette.next();
    }),
];
