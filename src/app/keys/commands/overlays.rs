//! The keys of every layer over a screen, whatever its kind. Those of one kind alone stand in its file in
//! `src/app/layers/`.

use crate::app::App;
use crate::app::keys::commands::command::{Act, Command, Group, Where};
use crate::app::keys::context::KeyContext;
use crate::app::state::list::Move;

const fn row(
    id: &'static str,
    keys: &'static [&'static str],
    at: Where,
    hint: u8,
    run: fn(&mut App),
) -> Command {
    Command::new(id, keys, at, Group::Program, Act::Do(run)).hint(hint)
}

const ACCEPTING: Where = Where::If(KeyContext::accepts);
const OVERLAYS: Where = Where::If(KeyContext::is_overlay);
const CHOOSING: Where = Where::If(KeyContext::moves_by_arrows);

/// Gives the hint for closing a question, or an overlay that keeps the typed text.
fn no(context: KeyContext) -> Option<&'static str> {
    match context {
        KeyContext::Confirm | KeyContext::TakingBack | KeyContext::Matching => Some("hint-no"),
        KeyContext::Form => Some("hint-draft-kept"),
        _ => None,
    }
}

/// Gives the hint for Enter on a command or a place.
fn taken(context: KeyContext) -> Option<&'static str> {
    match context {
        KeyContext::Help => Some("hint-run"),
        KeyContext::Palette => Some("hint-go-there"),
        _ => None,
    }
}

/// Before those of one kind of layer.
pub(super) const FIRST: &[Command] =
    &[row("overlay.accept", &["Enter"], ACCEPTING, 1, App::accept)
        .hinted_as(|app| taken(app.context()))];

/// Behind them.
pub(super) const TABLE: &[Command] = &[
    row("overlay.close", &["Esc", "Ctrl-g"], OVERLAYS, 3, App::close_overlay)
        .hinted_as(|app| no(app.context()))
        .stays(),
    row("overlay.next", &["Down", "Ctrl-n"], CHOOSING, 4, |app| app.step(Move::Down))
        .hinted_as(|app| app.offers_earlier_filters().then_some("hint-earlier-filters")),
    row("overlay.previous", &["Up", "Ctrl-p"], CHOOSING, 0, |app| app.step(Move::Up)),
    row("overlay.page-down", &["PgDn"], CHOOSING, 0, |app| app.step(Move::PageDown)),
    row("overlay.page-up", &["PgUp"], CHOOSING, 0, |app| app.step(Move::PageUp)),
];
