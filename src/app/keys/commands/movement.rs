//! Moving the cursor.

use crate::app::App;
use crate::app::keys::commands::command::{Act, Command, Group, Where};
use crate::app::keys::context::KeyContext;
use crate::app::state::list::{Move, Side};

const MOVING: Where = Where::If(KeyContext::moves_by_letters);
const SCREENS: Where = Where::If(KeyContext::is_screen);
const SIDEWAYS: Where = Where::If(KeyContext::goes_sideways);

const fn row(
    id: &'static str,
    keys: &'static [&'static str],
    at: Where,
    run: fn(&mut App),
) -> Command {
    Command::new(id, keys, at, Group::Move, Act::Do(run))
}

pub(super) const TABLE: &[Command] = &[
    row("move.down", &["j", "Down"], MOVING, |app| app.step(Move::Down)),
    row("move.up", &["k", "Up"], MOVING, |app| app.step(Move::Up)),
    row("move.page-down", &["PgDn", "Ctrl-f"], MOVING, |app| app.step(Move::PageDown)),
    row("move.page-up", &["PgUp", "Ctrl-b"], MOVING, |app| app.step(Move::PageUp)),
    row("move.half-down", &["Ctrl-d"], MOVING, |app| app.step_half(Move::PageDown)),
    row("move.half-up", &["Ctrl-u"], MOVING, |app| app.step_half(Move::PageUp)),
    row("move.first", &["g g", "Home"], MOVING, |app| app.step(Move::First)),
    row("move.last", &["G", "End", "g e"], MOVING, |app| app.step(Move::Last)),
    row("move.left", &["h", "Left"], SIDEWAYS, |app| app.sideways(Side::Left)),
    row("move.right", &["l", "Right"], SIDEWAYS, |app| app.sideways(Side::Right)),
    row("pane.next", &["Tab"], SCREENS, |app| app.turn_pane(Side::Right))
        .hinted_as(App::pane_name)
        .said(|app| app.panes() > 1)
        .hint(4),
    row("pane.previous", &["Shift-Tab"], SCREENS, |app| app.turn_pane(Side::Left)),
];
