//! Deciding about needs: one key sets one field.

use super::filter::NARROWED;
use super::ready;
use crate::app::App;
use crate::app::keys::commands::command::{Command, Group, always};
use crate::app::keys::context::{Context, DECIDING, NEED_LISTS, SCREENS, WITH_NEED};
use crate::domain::{Change, Horizon, Priority, Response};

const fn row(
    id: &'static str,
    keys: &'static [&'static str],
    contexts: &'static [Context],
    hint: u8,
    run: fn(&mut App),
) -> Command {
    let ready = ready::can_write;
    Command { id, keys, contexts, group: Group::Triage, hint, ready, run }
}

const fn select(
    id: &'static str,
    keys: &'static [&'static str],
    hint: u8,
    run: fn(&mut App),
) -> Command {
    let ready = ready::has_need;
    Command { id, keys, contexts: NEED_LISTS, group: Group::Select, hint, ready, run }
}

const fn queue(
    id: &'static str,
    keys: &'static [&'static str],
    hint: u8,
    ready: fn(&App) -> Result<(), &'static str>,
    run: fn(&mut App),
) -> Command {
    Command { id, keys, contexts: &[Context::Triage], group: Group::Triage, hint, ready, run }
}

const fn back(id: &'static str, keys: &'static [&'static str], run: fn(&mut App)) -> Command {
    let ready = ready::writable;
    Command { id, keys, contexts: SCREENS, group: Group::Triage, hint: 0, ready, run }
}

fn has_put_off(app: &App) -> Result<(), &'static str> {
    if app.has_put_off() { Ok(()) } else { Err("reason-nothing-put-off") }
}

fn has_drafts(app: &App) -> Result<(), &'static str> {
    if app.drafts.needs().next().is_some() { Ok(()) } else { Err("reason-no-drafts") }
}

fn has_queue(app: &App) -> Result<(), &'static str> {
    ready::writable(app)?;
    if app.has_queue() { Ok(()) } else { Err("reason-no-queue") }
}

fn can_tag(app: &App) -> Result<(), &'static str> {
    ready::writable(app)?;
    match (app.selected_count(), app.is_reading()) {
        (0, true) => Err("reason-reading"),
        _ => Ok(()),
    }
}

fn priority(app: &mut App, value: Option<Priority>) {
    app.set(Change::Priority(value));
}

fn response(app: &mut App, value: Response) {
    app.set(Change::Response(Some(value)));
}

fn horizon(app: &mut App, value: Horizon) {
    app.set(Change::Horizon(Some(value)));
}

pub(super) const TABLE: &[Command] = &[
    // one column of the keyboard, upper is higher; or as one writes it
    row("triage.high", &["e", "+"], DECIDING, 3, |app| priority(app, Some(Priority::High))),
    row("triage.medium", &["d", "="], DECIDING, 0, |app| priority(app, Some(Priority::Medium))),
    row("triage.low", &["c", "-"], DECIDING, 0, |app| priority(app, Some(Priority::Low))),
    row("triage.no-priority", &["0"], DECIDING, 0, |app| priority(app, None)),
    // open, intended, under way, met, crossed out
    row("triage.unmet", &["o", "U"], DECIDING, 4, |app| response(app, Response::Unmet)),
    row("triage.planned", &["i", "P"], DECIDING, 0, |app| response(app, Response::Planned)),
    row("triage.under-way", &["w"], DECIDING, 0, |app| response(app, Response::UnderWay)),
    row("triage.met", &["m"], DECIDING, 0, |app| response(app, Response::Met)),
    row("triage.withdrawn", &["x"], DECIDING, 0, |app| response(app, Response::Withdrawn)),
    row("triage.current", &["T"], DECIDING, 0, |app| horizon(app, Horizon::Current)),
    row("triage.projected", &["Y"], DECIDING, 0, |app| horizon(app, Horizon::Projected)),
    row("triage.focal", &["a"], DECIDING, 5, App::choose_focal),
    row("triage.repeat", &["."], WITH_NEED, 6, App::repeat),
    row("triage.themes", &["K", "#"], DECIDING, 0, App::choose_themes),
    Command {
        id: "triage.tag",
        keys: &["X", "Ctrl-t"],
        contexts: NARROWED,
        group: Group::Triage,
        hint: 0,
        ready: can_tag,
        run: App::tag,
    },
    Command {
        id: "filter.tag",
        keys: &["Ctrl-t"],
        contexts: &[Context::Filter],
        group: Group::Triage,
        hint: 5,
        ready: ready::writable,
        run: App::tag_found,
    },
    row("triage.date", &["Z"], DECIDING, 0, App::ask_projected),
    row("triage.duplicate", &["D"], DECIDING, 0, App::ask_duplicate),
    row("triage.notes", &["n"], WITH_NEED, 7, App::edit_notes),
    Command {
        id: "triage.drafts",
        keys: &["J"],
        contexts: SCREENS,
        group: Group::Triage,
        hint: 0,
        ready: has_drafts,
        run: App::list_drafts,
    },
    queue("triage.put-off", &["b"], 8, ready::has_need, App::put_off),
    queue("triage.bring-back", &["B"], 0, has_put_off, App::bring_back),
    queue("triage.turn", &["R"], 0, always, App::turn_round),
    queue("triage.hand-over", &["M"], 0, has_queue, App::hand_over),
    row("triage.priority", &["p"], DECIDING, 0, App::choose_priority),
    row("triage.response", &["r"], DECIDING, 0, App::choose_response),
    row("triage.horizon", &["z"], DECIDING, 0, App::choose_horizon),
    back("triage.undo", &["u"], App::undo),
    back("triage.redo", &["Ctrl-r"], App::redo),
    select("select.turn", &["space", "v"], 9, App::select),
    select("select.range", &["V"], 0, App::turn_range),
    select("select.all", &["A"], 0, App::select_all),
    Command {
        id: "select.none",
        keys: &["N"],
        contexts: SCREENS,
        group: Group::Select,
        hint: 0,
        ready: always,
        run: App::select_none,
    },
];
