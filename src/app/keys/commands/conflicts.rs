//! Choosing between what others wrote and what one wanted to write.

use crate::app::App;
use crate::app::keys::commands::command::{Act, Command, Group, Where};
use crate::app::keys::context::Context;
use crate::app::layers::conflicts::Keep;

const fn row(
    id: &'static str,
    key: &'static [&'static str],
    hint: u8,
    run: fn(&mut App),
) -> Command {
    let at = Where::In(&[Context::Conflict]);
    Command::new(id, key, at, Group::Triage, Act::Do(run)).hint(hint)
}

// No letter that decides about a need: one typed before the question is seen must not answer it.
pub(super) const TABLE: &[Command] = &[
    row("conflict.theirs", &["<"], 1, |app| app.keep(Keep::Theirs)).stays(),
    row("conflict.mine", &[">"], 2, |app| app.keep(Keep::Mine)).stays(),
    row("conflict.edit", &["="], 3, App::edit_conflict),
    row("conflict.all-theirs", &["["], 4, |app| app.keep_all(Keep::Theirs)),
    row("conflict.all-mine", &["]"], 5, |app| app.keep_all(Keep::Mine)),
];
