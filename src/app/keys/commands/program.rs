//! The program itself.

use crate::app::App;
use crate::app::event::Wish;
use crate::app::keys::commands::command::{Act, Ahead, Command, Group, Where};
use crate::app::keys::context::KeyContext;

const fn row(
    id: &'static str,
    keys: &'static [&'static str],
    at: Where,
    hint: u8,
    run: fn(&mut App),
) -> Command {
    Command::new(id, keys, at, Group::Program, Act::Do(run)).hint(hint)
}

const SCREENS: Where = Where::If(KeyContext::is_screen);
const QUESTIONS: Where = Where::If(KeyContext::is_question);
const TYPING: Where = Where::If(KeyContext::has_help_beside_text);

pub(super) const TABLE: &[Command] = &[
    row("palette", &[":"], SCREENS, 0, App::open_palette)
        .opens_field(Ahead::First)
        .once(&["Ctrl-p"]),
    row("help", &["?", "F1"], SCREENS, 20, App::open_help).stays(),
    row("help.question", &["?", "F1"], QUESTIONS, 20, App::open_help).stays(),
    row("help.typing", &["F1"], TYPING, 20, App::open_help)
        .hinted_as(|app| app.types_filter().then_some("hint-filter-language")),
    row("tour", &[], SCREENS, 0, App::say_tour),
    row("redraw", &["Ctrl-l"], Where::Everywhere, 0, |app| app.wish = Some(Wish::Repaint))
        .unseen()
        .keeps_notice(),
    row("suspend", &["Ctrl-z"], Where::Everywhere, 0, |app| app.wish = Some(Wish::Suspend))
        .ready(can_suspend)
        .unseen(),
    row("close", &["q"], SCREENS, 21, App::close).hinted_as(App::close_name).closes(),
    row("close.overlay", &["q"], QUESTIONS, 0, App::close_overlay),
    row("quit", &["Q", "g q"], SCREENS, 0, |app| app.ended = true).ends(),
    row("quit.overlay", &["Q"], QUESTIONS, 0, |app| app.ended = true).ends(),
    row("quit.now", &["Ctrl-c"], Where::Everywhere, 0, |app| app.ended = true).ends(),
];

/// A session over SSH has nothing to go back to meanwhile.
fn can_suspend(app: &App) -> Result<(), &'static str> {
    if app.settings.around.in_session { Err("reason-session") } else { Ok(()) }
}
