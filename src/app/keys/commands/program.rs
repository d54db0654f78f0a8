//! The program itself.

use crate::app::App;
use crate::app::event::Wish;
use crate::app::keys::commands::command::{Command, Group, always};
use crate::app::keys::context::{Context, QUESTIONS, SCREENS, TYPING};
use crate::domain::Coded;

const fn row(
    id: &'static str,
    keys: &'static [&'static str],
    contexts: &'static [Context],
    hint: u8,
    run: fn(&mut App),
) -> Command {
    Command { id, keys, contexts, group: Group::Program, hint, ready: always, run }
}

pub(super) const TABLE: &[Command] = &[
    row("palette", &[":", "Ctrl-p"], SCREENS, 0, App::open_palette),
    row("help", &["?", "F1"], SCREENS, 20, App::open_help),
    row("help.question", &["?", "F1"], QUESTIONS, 20, App::open_help),
    row("help.typing", &["F1"], TYPING, 0, App::open_help),
    row("redraw", &["Ctrl-l"], Context::ALL, 0, |app| app.wish = Some(Wish::Repaint)),
    row("suspend", &["Ctrl-z"], Context::ALL, 0, |app| app.wish = Some(Wish::Suspend)),
    row("quit", &["q"], SCREENS, 21, |app| app.ended = true),
    row("quit.now", &["Ctrl-c"], Context::ALL, 0, |app| app.ended = true),
];
