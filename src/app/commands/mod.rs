//! The rows of the table of commands, a file for each group.

mod conflicts;
mod filter;
mod movement;
mod overlays;
mod program;
mod screens;
mod triage;
mod view;

use super::App;
use super::command::Command;
use super::context::Context;

/// Every row, in the order of help.
pub(super) const TABLES: &[&[Command]] = &[
    screens::TABLE,
    movement::TABLE,
    filter::TABLE,
    triage::TABLE,
    view::TABLE,
    program::TABLE,
    overlays::TABLE,
    conflicts::TABLE,
];

/// There is a need to work on, and the register can be written.
fn can_write(app: &App) -> Result<(), &'static str> {
    writable(app)?;
    has_target(app)
}

fn writable(app: &App) -> Result<(), &'static str> {
    match (app.as_of(), app.settings.read_only) {
        (Some(_), _) => Err("reason-past"),
        (None, true) => Err("reason-read-only"),
        (None, false) => Ok(()),
    }
}

fn nothing_waits(app: &App) -> Result<(), &'static str> {
    if app.is_writing() { Err("reason-writing") } else { Ok(()) }
}

fn has_target(app: &App) -> Result<(), &'static str> {
    if app.has_targets() { Ok(()) } else { Err("reason-no-need") }
}

fn has_need(app: &App) -> Result<(), &'static str> {
    if app.current_need().is_none() { Err("reason-no-need") } else { Ok(()) }
}

fn has_way_back(app: &App) -> Result<(), &'static str> {
    let at_home = app.places.len() == 1 && app.place().filter.is_empty();
    if at_home && app.range.is_none() && app.context() != Context::Facets {
        Err("notice-nowhere-back")
    } else {
        Ok(())
    }
}

fn has_rows(app: &App) -> Result<(), &'static str> {
    match app.context() {
        Context::Overview
        | Context::Figures
        | Context::ByTheme
        | Context::Facets
        | Context::Need => Ok(()),
        _ => match app.place().view.list() {
            Some(list) if list.current.is_none() => Err("reason-no-rows"),
            _ => Ok(()),
        },
    }
}
