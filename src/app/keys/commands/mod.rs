//! The rows of the table of commands, a file for each group.

pub mod command;
mod conflicts;
mod filter;
mod movement;
mod overlays;
mod program;
mod ready;
mod screens;
mod triage;
mod view;

use command::Command;

/// Every row, in the order of help.
const TABLES: &[&[Command]] = &[
    screens::TABLE,
    movement::TABLE,
    filter::TABLE,
    triage::TABLE,
    view::TABLE,
    program::TABLE,
    overlays::TABLE,
    conflicts::TABLE,
];

/// Every command, in the order of help.
pub fn all() -> impl Iterator<Item = &'static Command> {
    TABLES.iter().flat_map(|table| table.iter())
}

/// The command with this id.
pub fn by_id(id: &str) -> Option<&'static Command> {
    all().find(|command| command.id == id)
}
