//! What lies over a screen: the filter line, lists to choose from, questions.

use crate::app::App;
use crate::app::keys::commands::command::{Command, Group, always};
use crate::app::keys::context::{CHOOSING, Context, OVERLAYS};
use crate::app::state::editor::Editor;
use crate::app::state::list::Move;

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
    Context::Themes,
    Context::Tagging,
    Context::Prompt,
    Context::Chooser,
];

pub(super) const TABLE: &[Command] = &[
    row("overlay.accept", &["Enter"], ACCEPTING, 1, App::accept),
    row("confirm.yes", &["y", "Enter"], &[Context::Confirm], 1, App::accept),
    row("confirm.no", &["n"], &[Context::Confirm], 0, App::close_overlay),
    Command {
        ready: App::can_take_back,
        ..row("taking-back.yes", &["y"], &[Context::TakingBack], 1, App::take_back)
    },
    row("taking-back.before", &["u", "Ctrl-r"], &[Context::TakingBack], 2, App::pass_over),
    row("taking-back.no", &["n"], &[Context::TakingBack], 0, App::close_overlay),
    row("notes.save", &["Ctrl-s", "Alt-Enter"], &[Context::Notes], 1, App::save_notes),
    row("notes.undo", &["Ctrl-u"], &[Context::Notes], 4, |app| {
        app.step_notes(Editor::undo);
    }),
    row("notes.redo", &["Ctrl-r"], &[Context::Notes], 5, |app| {
        app.step_notes(Editor::redo);
    }),
    row("filter.complete", &["Tab"], &[Context::Filter], 2, App::complete_filter),
    row("themes.turn", &["Tab"], &[Context::Themes], 2, App::turn_theme),
    row("tagging.turn", &["Tab"], &[Context::Tagging], 2, App::turn_tagging),
    Command {
        ready: App::has_theirs,
        ..row("notes.theirs", &["Ctrl-t"], &[Context::Notes], 2, App::take_theirs)
    },
    row("notes.discard", &["Ctrl-x"], &[Context::Notes], 6, App::discard_notes),
    row("views.open", &["Enter"], &[Context::Views], 1, App::accept),
    row("views.save", &["+", "Ctrl-s"], &[Context::Views], 2, App::name_view),
    row("views.delete", &["Del"], &[Context::Views], 3, App::delete_view),
    row("views.undo", &["u"], &[Context::Views], 4, App::undo_view),
    row("views.redo", &["Ctrl-r"], &[Context::Views], 0, App::redo_view),
    row("view-form.next", &["Tab", "Down"], &[Context::NewView], 2, App::next_field),
    row("view-form.save", &["Enter"], &[Context::NewView], 1, App::save_view),
    row("columns.turn", &["space"], &[Context::Columns], 1, App::turn_column),
    row("columns.accept", &["Enter"], &[Context::Columns], 2, App::accept_columns),
    row("columns.reset", &["0"], &[Context::Columns], 3, App::reset_columns),
    row("overlay.close", &["Esc", "Ctrl-g"], OVERLAYS, 3, App::close_overlay),
    row("overlay.next", &["Down", "Ctrl-n"], CHOOSING, 4, |app| app.step(Move::Down)),
    row("overlay.previous", &["Up", "Ctrl-p"], CHOOSING, 0, |app| app.step(Move::Up)),
    row("overlay.page-down", &["PgDn"], CHOOSING, 0, |app| app.step(Move::PageDown)),
    row("overlay.page-up", &["PgUp"], CHOOSING, 0, |app| app.step(Move::PageUp)),
];
