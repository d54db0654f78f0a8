//! Whether a command can be done now; the error is the id of the message that says why not.

use crate::app::App;
use crate::domain::{Deed, Kind};

/// There is a need to work on, and the register can be written.
pub(super) fn can_write(app: &App) -> Result<(), &'static str> {
    writable(app)?;
    if app.shows_void() {
        return Err("reason-void");
    }
    has_target(app)?;
    app.may_with_need(Deed::Change)
}

/// There is a need, void or not, and the register can be written.
pub(super) fn can_turn_void(app: &App) -> Result<(), &'static str> {
    writable(app)?;
    has_target(app)?;
    app.may_with_need(Deed::TakeOut)
}

pub(super) fn writable(app: &App) -> Result<(), &'static str> {
    match (app.as_of(), app.settings.read_only) {
        (Some(_), _) => Err("reason-past"),
        (None, true) => Err("reason-read-only"),
        (None, false) => app.may(Deed::Change, Kind::Need),
    }
}

pub(super) fn nothing_waits(app: &App) -> Result<(), &'static str> {
    if app.is_writing() { Err("reason-writing") } else { Ok(()) }
}

/// The register was read.
pub(super) fn is_read(app: &App) -> Result<(), &'static str> {
    if app.register().is_some() { Ok(()) } else { Err("reason-reading") }
}

pub(super) fn has_target(app: &App) -> Result<(), &'static str> {
    if app.has_targets() { Ok(()) } else { Err("reason-no-need") }
}

pub(super) fn has_need(app: &App) -> Result<(), &'static str> {
    if app.current_need().is_none() { Err("reason-no-need") } else { Ok(()) }
}

pub(super) fn has_way_back(app: &App) -> Result<(), &'static str> {
    if app.has_innermost() { Ok(()) } else { Err("notice-nowhere-back") }
}

pub(super) fn has_rows(app: &App) -> Result<(), &'static str> {
    let context = app.context();
    if context.has_charts() || !context.opens() {
        return Ok(());
    }
    match app.place().view.list() {
        Some(list) if list.current.is_none() => Err("reason-no-rows"),
        Some(_) | None => Ok(()),
    }
}
