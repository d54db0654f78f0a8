//! The rows of the table of commands, a file for each group. Those that are heard in one kind of layer alone stand
//! in the file of the layer.

pub mod command;
mod filter;
pub mod hint;
mod movement;
mod now;
mod overlays;
mod program;
mod ready;
mod screens;
mod triage;
mod typing;
mod view;

use crate::app::layers;
use command::{Act, Command, Family, SetValue};

/// Every row, in the order of help.
fn tables() -> impl Iterator<Item = &'static &'static [Command]> {
    FIRST.iter().chain(layers::COMMANDS).chain(LAST)
}

/// The commands before the rows that layers bring with them.
const FIRST: &[&[Command]] = &[
    screens::FIRST,
    screens::MAIN,
    screens::TABLE,
    movement::TABLE,
    filter::TABLE,
    triage::TABLE,
    view::TABLE,
    program::TABLE,
    overlays::FIRST,
];

/// The commands behind them.
const LAST: &[&[Command]] = &[overlays::TABLE, typing::TABLE];

/// Every command, in the order of help.
pub fn all() -> impl Iterator<Item = &'static Command> {
    tables().flat_map(|table| table.iter())
}

/// The command with this id.
pub fn by_id(id: &str) -> Option<&'static Command> {
    all().find(|command| command.id == id)
}

/// The command that sets this value; some are set from a list only.
pub fn setting(value: impl Into<SetValue>) -> Option<&'static Command> {
    let value = value.into();
    all().find(|command| matches!(command.act, Act::Set(set) if set == value))
}

/// The commands that share this hint, in order.
pub fn of_family(family: Family) -> impl Iterator<Item = &'static Command> {
    all().filter(move |command| command.hint.family == Some(family))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keys::context::KeyContext;
    use crate::domain::{Coded, Horizon, Priority, Response};
    use std::collections::BTreeSet;

    fn ids(context: KeyContext) -> BTreeSet<&'static str> {
        all().filter(|command| command.is_in(context)).map(|command| command.id).collect()
    }

    #[test]
    fn every_command_exists_somewhere_under_a_name_of_its_own() {
        let mut names = BTreeSet::new();
        for command in all() {
            assert!(names.insert(command.id), "{} twice", command.id);
            assert!(command.contexts().next().is_some(), "{} nowhere", command.id);
            assert!(
                command.keys_id().is_some()
                    || !(command.keys.is_empty() && command.gone.is_empty()),
                "{} has no key",
                command.id
            );
        }
    }

    #[test]
    fn every_context_can_be_left_drawn_again_and_asked_for_its_keys() {
        for &context in KeyContext::ALL {
            let here = ids(context);
            for id in ["redraw", "suspend", "quit.now"] {
                assert!(here.contains(id), "{context:?} has no {id}");
            }
            let leaves = if context.is_screen() { "back" } else { "overlay.close" };
            assert!(here.contains(leaves), "{context:?} has no {leaves}");
            let helps = ["help", "help.question", "help.typing"];
            let helped = helps.iter().filter(|id| here.contains(*id)).count();
            assert_eq!(helped, usize::from(!context.lists_commands()), "{context:?}");
        }
    }

    #[test]
    fn what_exists_where_follows_from_what_a_context_is() {
        let has = |context: KeyContext, id: &str| ids(context).contains(id);
        for &context in KeyContext::ALL {
            let moves = [has(context, "move.down"), has(context, "overlay.next")];
            assert!(moves != [true, true], "{context:?} has two cursors");
            let selects = has(context, "select.turn");
            assert!(!selects || has(context, "triage.high"), "{context:?} selects for nothing");
            assert!(!has(context, "view.sort") || has(context, "view.columns"), "{context:?}");
            let text = has(context, "text.left");
            assert_eq!(text, context.takes_text(), "{context:?}");
            let decides = context.is_overlay() && has(context, "triage.high");
            assert_eq!(decides, context == KeyContext::Confirm, "{context:?} answers a question");
        }
    }

    #[test]
    fn every_value_has_its_key_and_a_family_one_place() {
        assert!(Priority::ALL.iter().all(|value| setting(Some(*value)).is_some()));
        assert!(Response::ALL.iter().all(|value| setting(Some(*value)).is_some()));
        assert!(Horizon::ALL.iter().all(|value| setting(Some(*value)).is_some()));
        assert_eq!(setting(Some(Priority::High)).map(|c| c.id), Some("triage.high"));
        for family in [Family::Chapters, Family::Priority, Family::Response] {
            let places: Vec<bool> = of_family(family).map(|c| c.hint.place > 0).collect();
            assert!(places.len() > 1 && places[0], "{family:?}");
            assert!(!places[1..].contains(&true), "{family:?} is in the line twice");
        }
    }
}
