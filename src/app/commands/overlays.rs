//! What lies over a screen: the filter line, lists to choose from, questions.

use crate::app::App;
use crate::app::command::{Command, Group, always};
use crate::app::context::{CHOOSING, Context, OVERLAYS};
use crate::app::list::Move;

const fn row(
    id: &'static str,
    keys: &'static [&'static str],
    contexts: &'static [Context],
    hint: u8,
    run: fn(&mut App),
) -> Command {
    Command { id, keys, contexts, group: Group::Program, hint, ready: always, run }
}

const ACCEPTING: &[Context] = &[
    Context::Filter,
    Context::Palette,
    Context::Help,
    Context::Picker,
    Context::Chooser,
    Context::Notes,
];

pub(super) const TABLE: &[Command] = &[
    row("overlay.accept", &["Enter"], ACCEPTING, 1, App::accept),
    row("confirm.yes", &["y", "Enter"], &[Context::Confirm], 1, App::accept),
    row("confirm.no", &["n"], &[Context::Confirm], 0, App::close_overlay),
    row("filter.complete", &["Tab"], &[Context::Filter], 2, App::complete_filter),
    row("overlay.close", &["Esc", "Ctrl-g"], OVERLAYS, 3, App::close_overlay),
    row("overlay.next", &["Down", "Ctrl-n"], CHOOSING, 4, |app| app.step(Move::Down)),
    row("overlay.previous", &["Up", "Ctrl-p"], CHOOSING, 0, |app| app.step(Move::Up)),
    row("overlay.page-down", &["PgDn"], CHOOSING, 0, |app| app.step(Move::PageDown)),
    row("overlay.page-up", &["PgUp"], CHOOSING, 0, |app| app.step(Move::PageUp)),
];
