//! Deciding about needs.

use crate::app::App;
use crate::app::command::{Command, Group, always};
use crate::app::context::{Context, NEED_LISTS, SCREENS, WITH_NEED};

const fn row(
    id: &'static str,
    keys: &'static [&'static str],
    hint: u8,
    run: fn(&mut App),
) -> Command {
    let ready = super::can_write;
    Command { id, keys, contexts: WITH_NEED, group: Group::Triage, hint, ready, run }
}

const fn select(
    id: &'static str,
    keys: &'static [&'static str],
    hint: u8,
    run: fn(&mut App),
) -> Command {
    let ready = super::has_need;
    Command { id, keys, contexts: NEED_LISTS, group: Group::Select, hint, ready, run }
}

const fn back(
    id: &'static str,
    keys: &'static [&'static str],
    contexts: &'static [Context],
    run: fn(&mut App),
) -> Command {
    let ready = |app: &App| if app.settings.read_only { Err("reason-read-only") } else { Ok(()) };
    Command { id, keys, contexts, group: Group::Triage, hint: 0, ready, run }
}

pub(super) const TABLE: &[Command] = &[
    row("triage.priority", &["p"], 5, App::choose_priority),
    row("triage.response", &["r"], 6, App::choose_response),
    row("triage.horizon", &["z"], 0, App::choose_horizon),
    row("triage.focal", &["a"], 7, App::choose_focal),
    row("triage.notes", &["n"], 0, App::edit_notes),
    back("triage.undo", &["u"], SCREENS, App::undo),
    back("triage.redo", &["Ctrl-r"], SCREENS, App::redo),
    select("select.turn", &["space", "v"], 8, App::select),
    select("select.all", &["A"], 0, App::select_all),
    Command {
        id: "select.none",
        keys: &["N"],
        contexts: SCREENS,
        group: Group::Select,
        hint: 0,
        ready: always,
        run: |app| app.selected.clear(),
    },
];
