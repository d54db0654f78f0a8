//! What lies over a screen: the filter line, lists to choose from, questions.

use crate::app::App;
use crate::app::keys::commands::command::{Act, Command, Group, Where};
use crate::app::keys::context::Context;
use crate::app::state::editor::Editor;
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

/// In one kind of overlay.
const fn here(
    id: &'static str,
    keys: &'static [&'static str],
    at: &'static [Context],
    hint: u8,
    run: fn(&mut App),
) -> Command {
    row(id, keys, Where::In(at), hint, run)
}

/// What is on top hears by itself.
const fn heard(
    id: &'static str,
    keys: &'static [&'static str],
    at: &'static [Context],
    name: Option<&'static str>,
) -> Command {
    Command::new(id, keys, Where::In(at), Group::Program, Act::OnTop(name))
}

const ACCEPTING: Where = Where::If(Context::accepts);
const OVERLAYS: Where = Where::If(Context::is_overlay);
const CHOOSING: Where = Where::If(Context::moves_by_arrows);

pub(super) const TABLE: &[Command] = &[
    row("overlay.accept", &["Enter"], ACCEPTING, 1, App::accept),
    here("confirm.yes", &["y", "Enter"], &[Context::Confirm], 1, App::accept).stays(),
    here("confirm.no", &["n"], &[Context::Confirm], 0, App::close_overlay),
    here("taking-back.yes", &["y"], &[Context::TakingBack], 1, App::take_back)
        .ready(App::can_take_back)
        .stays(),
    here("taking-back.before", &["u", "Ctrl-r"], &[Context::TakingBack], 2, App::pass_over).stays(),
    here("taking-back.no", &["n"], &[Context::TakingBack], 0, App::close_overlay),
    here("notes.save", &["Ctrl-s", "Alt-Enter"], &[Context::Notes], 1, App::save_notes),
    here("notes.undo", &["Ctrl-u"], &[Context::Notes], 4, |app| {
        app.step_notes(Editor::undo);
    }),
    here("notes.redo", &["Ctrl-r"], &[Context::Notes], 5, |app| {
        app.step_notes(Editor::redo);
    }),
    here("filter.complete", &["Tab"], &[Context::Filter], 2, App::complete_filter),
    here("themes.turn", &["Tab"], &[Context::Themes], 2, App::turn_theme),
    here("tagging.turn", &["Tab"], &[Context::Tagging], 2, App::turn_tagging),
    here("notes.theirs", &["Ctrl-t"], &[Context::Notes], 2, App::take_theirs)
        .ready(App::has_theirs),
    here("notes.discard", &["Ctrl-x"], &[Context::Notes], 6, App::discard_notes),
    heard("chooser.letter", &[], &[Context::Chooser], Some("keys-its-letter")),
    heard("views.letter", &[], &[Context::Views], Some("keys-its-letter")),
    here("views.open", &["Enter"], &[Context::Views], 1, App::accept),
    here("views.save", &["+", "Ctrl-s"], &[Context::Views], 2, App::name_view),
    here("views.delete", &["Del"], &[Context::Views], 3, App::delete_view)
        .ready(App::can_delete_view),
    here("views.undo", &["u"], &[Context::Views], 4, App::undo_view).ready(App::can_undo_view),
    here("views.redo", &["Ctrl-r"], &[Context::Views], 0, App::redo_view).ready(App::can_redo_view),
    here("view-form.next", &["Tab", "Down"], &[Context::NewView], 2, App::next_field),
    here("view-form.save", &["Enter"], &[Context::NewView], 1, App::save_view),
    heard("view-form.key", &[], &[Context::NewView], Some("keys-any-character")),
    heard("view-form.whose", &["space"], &[Context::NewView], None),
    here("columns.turn", &["space"], &[Context::Columns], 1, App::turn_column),
    here("columns.accept", &["Enter"], &[Context::Columns], 2, App::accept_columns).stays(),
    here("columns.reset", &["0"], &[Context::Columns], 3, App::reset_columns),
    row("overlay.close", &["Esc", "Ctrl-g"], OVERLAYS, 3, App::close_overlay).stays(),
    row("overlay.next", &["Down", "Ctrl-n"], CHOOSING, 4, |app| app.step(Move::Down)),
    row("overlay.previous", &["Up", "Ctrl-p"], CHOOSING, 0, |app| app.step(Move::Up)),
    row("overlay.page-down", &["PgDn"], CHOOSING, 0, |app| app.step(Move::PageDown)),
    row("overlay.page-up", &["PgUp"], CHOOSING, 0, |app| app.step(Move::PageUp)),
];
