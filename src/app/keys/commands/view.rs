//! The commands that change the looks of things.

use super::{now, ready};
use crate::app::App;
use crate::app::keys::chord::Menu;
use crate::app::keys::commands::command::{Act, Command, Group, Where};
use crate::app::keys::context::KeyContext;
use crate::app::state::figures::FigureEntry;
use crate::app::state::place::View;
use crate::query::Measure;
use crate::text::Signs;

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
const BARS: Where = Where::In(&[
    KeyContext::Overview,
    KeyContext::States,
    KeyContext::Reviews,
    KeyContext::Facets,
    KeyContext::Figures,
    KeyContext::State,
    KeyContext::Review,
]);
/// The screens that are compared with an earlier day as a whole; of figures each is.
const COMPARED: Where =
    Where::If(|context| context.is_narrowed() && context != KeyContext::Figures);
const FIGURES: Where = Where::In(&[KeyContext::Figures]);
const CANDIDATES: Where = Where::In(&[KeyContext::Candidates]);
const BY_THEME: Where = Where::In(&[KeyContext::ByTheme]);

fn connections(app: &App) -> Result<(), &'static str> {
    if app.shows_connections() { Ok(()) } else { Err("reason-no-connections") }
}

/// Gaps and shared needs are told of one day.
fn can_show_growth(app: &App) -> Result<(), &'static str> {
    match &app.place().view {
        View::Assistance(page) if page.by(false).is_empty() => Ok(()),
        View::Assistance(_) => Err("reason-no-growth"),
        _ => Ok(()),
    }
}

/// The screen itself says growth first of all. On the list of reviews their steps come first.
fn counts_beside(app: &App) -> bool {
    !app.context().has_need() && app.context() != KeyContext::Reviews
}

/// There are bars of needs on the screen.
fn has_bars(app: &App) -> Result<(), &'static str> {
    match app.context() {
        _ if app.shows_bars() => Ok(()),
        KeyContext::States | KeyContext::Reviews => Err("reason-no-room-for-bars"),
        _ => Err("reason-no-bars"),
    }
}

/// Whether the current page has a measure to turn: it counts needs or States.
fn measured(app: &App) -> Result<(), &'static str> {
    match &app.place().view {
        View::Figures(figures)
            if matches!(figures.entry, FigureEntry::Published | FigureEntry::Standing) =>
        {
            Err("reason-no-measure")
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
        | View::History(_)
        | View::News(_)
        | View::Themes(_) => Ok(()),
    }
}

pub(super) const TABLE: &[Command] = &[
    row("view.sort", &["s"], SORTED, 9, App::choose_sort),
    row("view.reverse", &["S"], SORTED, 0, App::reverse),
    Command::new("menu.show", &["z"], SCREENS, Group::View, Act::Menu(Menu::Show)),
    row("view.columns", &["z c"], Where::If(KeyContext::has_columns), 0, App::edit_columns)
        .once(&["E"]),
    row("view.pin", &["z t"], SORTED, 0, App::turn_pin).ready(ready::has_rows).now(now::pinned),
    row("view.detail", &["z e"], Where::If(KeyContext::is_narrowed), 0, App::turn_detail)
        .now(now::detail),
    row("views", &["g v"], SCREENS, 0, App::open_views).once(&["O"]),
    row("view.measure", &["z u"], OVERVIEW, 5, |app| {
        app.measure = match app.measure {
            Measure::Needs => Measure::States,
            Measure::States => Measure::Reviews,
            Measure::Reviews => Measure::Needs,
        };
    })
    .now(now::measure)
    .once(&["m"]),
    row("view.by", &["b", "z b"], BARS, 5, App::next_split).ready(has_bars).now(now::split),
    row("view.since", &["z w"], COMPARED, 6, App::choose_earlier)
        .ready(can_show_growth)
        .now(now::since)
        .said(counts_beside)
        .hinted_as(|app| app.since().map(|_| "hint-since")),
    row("figures.measure", &["z u"], FIGURES, 7, App::turn_figure).ready(measured).once(&["m"]),
    row("figures.since", &["z w"], FIGURES, 6, App::choose_earlier)
        .ready(|app| if app.shows_figure() { Ok(()) } else { Err("reason-no-figure") })
        .now(now::figure_since)
        .once(&["w"]),
    row("figures.beside", &["z i"], FIGURES, 7, App::turn_beside)
        .ready(|app| if app.shows_two_dates() { Ok(()) } else { Err("reason-one-date") }),
    row("figures.matrix", &["z v"], FIGURES, 1, App::turn_matrix).ready(connections).once(&["v"]),
    row("candidates.possible", &["z v"], CANDIDATES, 2, App::turn_candidates)
        .ready(App::can_turn_candidates)
        .said(|app| app.can_turn_candidates().is_ok()),
    row("figures.ranking", &["s"], FIGURES, 1, App::turn_ranking).ready(connections),
    row("by-theme.measure", &["s"], BY_THEME, 5, App::turn_themes).once(&["m"]),
    row("history.use", &["v"], Where::In(&[KeyContext::History]), 3, App::turn_use)
        .ready(App::can_turn_use),
    row("view.large", &["z z"], OVERVIEW, 6, |app| {
        if let View::Overview(charts) = &mut app.place_mut().view {
            charts.large = !charts.large;
        }
    })
    .now(now::large),
    row("view.names", &["z n"], SCREENS, 0, App::turn_names)
        .ready(App::can_turn_names)
        .now(now::names)
        .once(&["*"]),
    row("view.language", &["z l"], SCREENS, 0, |app| {
        app.settings.lang = app.settings.lang.next();
        app.ask();
    })
    .now(now::language)
    .once(&["L"]),
    row("view.colours", &["z o"], SCREENS, 0, |app| {
        let (now, colours) = (app.settings.palette, &mut app.settings.colours);
        (app.settings.palette, colours.on_light) = now.next(colours.on_light);
    })
    .now(now::colours)
    .once(&["C"]),
    row("view.ascii", &["z a"], SCREENS, 0, |app| {
        app.settings.signs = match app.settings.signs {
            Signs::Unicode => Signs::Ascii,
            Signs::Ascii => Signs::Unicode,
        };
    })
    .now(now::ascii),
    row("view.mouse", &["z p"], SCREENS, 0, App::turn_mouse).now(now::mouse),
];
