//! Screens and pages.

use super::ready;
use crate::app::App;
use crate::app::keys::commands::command::{Command, Group, always};
use crate::app::keys::context::{Context, SCREENS};
use crate::app::state::place::Screen;
use crate::query::register::NeedRef;

const OPENING: &[Context] = &[
    Context::Overview,
    Context::States,
    Context::Reviews,
    Context::Needs,
    Context::Triage,
    Context::Figures,
    Context::State,
    Context::Review,
    Context::History,
    Context::ByTheme,
];

pub(super) const TABLE: &[Command] = &[
    Command {
        id: "open",
        keys: &["Enter"],
        contexts: OPENING,
        group: Group::Screens,
        hint: 1,
        ready: ready::has_rows,
        run: App::open,
    },
    Command {
        id: "back",
        keys: &["Esc", "Backspace"],
        contexts: SCREENS,
        group: Group::Screens,
        hint: 10,
        ready: ready::has_way_back,
        run: App::back,
    },
    Command {
        id: "screen.overview",
        keys: &["1"],
        contexts: SCREENS,
        group: Group::Screens,
        hint: 0,
        ready: always,
        run: |app| app.go(Screen::Overview),
    },
    Command {
        id: "screen.states",
        keys: &["2"],
        contexts: SCREENS,
        group: Group::Screens,
        hint: 0,
        ready: always,
        run: |app| app.go(Screen::States),
    },
    Command {
        id: "screen.reviews",
        keys: &["3"],
        contexts: SCREENS,
        group: Group::Screens,
        hint: 0,
        ready: always,
        run: |app| app.go(Screen::Reviews),
    },
    Command {
        id: "screen.needs",
        keys: &["4"],
        contexts: SCREENS,
        group: Group::Screens,
        hint: 0,
        ready: always,
        run: |app| app.go(Screen::Needs),
    },
    Command {
        id: "screen.triage",
        keys: &["5"],
        contexts: SCREENS,
        group: Group::Screens,
        hint: 0,
        ready: always,
        run: |app| app.go(Screen::Triage),
    },
    Command {
        id: "screen.figures",
        keys: &["7"],
        contexts: SCREENS,
        group: Group::Screens,
        hint: 0,
        ready: always,
        run: |app| app.go(Screen::Figures),
    },
    Command {
        id: "by-theme",
        keys: &["I"],
        contexts: SCREENS,
        group: Group::Screens,
        hint: 0,
        ready: always,
        run: App::open_themes,
    },
    Command {
        id: "dates",
        keys: &["W", "@"],
        contexts: SCREENS,
        group: Group::Screens,
        hint: 9,
        ready: ready::nothing_waits,
        run: App::choose_date,
    },
    Command {
        id: "follow",
        keys: &["Enter"],
        contexts: &[Context::Need],
        group: Group::Screens,
        hint: 2,
        ready: |app| match app.current_need().and_then(NeedRef::duplicate_of) {
            Some(_) => Ok(()),
            None => Err("reason-no-duplicate"),
        },
        run: App::follow,
    },
    Command {
        id: "history",
        keys: &["H"],
        contexts: SCREENS,
        group: Group::Screens,
        hint: 0,
        ready: always,
        run: App::open_history,
    },
];
