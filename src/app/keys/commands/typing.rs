//! Editing text that is typed: a line, or notes of several lines. Characters are no commands.

use crate::app::keys::commands::command::{Act, Command, Group, Where};
use crate::app::keys::context::KeyContext;
use crate::app::state::text_edit::TextEdit;

const TEXT: Where = Where::If(KeyContext::takes_text);
const LINES: Where = Where::If(KeyContext::takes_lines);

const fn row(
    id: &'static str,
    keys: &'static [&'static str],
    at: Where,
    edit: TextEdit,
) -> Command {
    Command::new(id, keys, at, Group::Typing, Act::Edit(edit)).keeps_notice()
}

pub(super) const TABLE: &[Command] = &[
    row("text.left", &["Left", "Ctrl-b"], TEXT, TextEdit::Left),
    row("text.right", &["Right", "Ctrl-f"], TEXT, TextEdit::Right),
    row("text.word-left", &["Ctrl-Left", "Alt-Left", "Alt-b"], TEXT, TextEdit::WordLeft),
    row("text.word-right", &["Ctrl-Right", "Alt-Right", "Alt-f"], TEXT, TextEdit::WordRight),
    row("text.start", &["Home", "Ctrl-a"], TEXT, TextEdit::Start),
    row("text.end", &["End", "Ctrl-e"], TEXT, TextEdit::End),
    row("text.up", &["Up", "Ctrl-p"], LINES, TextEdit::Up),
    row("text.down", &["Down", "Ctrl-n"], LINES, TextEdit::Down),
    row("text.page-up", &["PgUp"], LINES, TextEdit::PageUp),
    row("text.page-down", &["PgDn"], LINES, TextEdit::PageDown),
    row("text.delete-left", &["Backspace", "Ctrl-h"], TEXT, TextEdit::DeleteLeft),
    row("text.delete-right", &["Del", "Ctrl-d"], TEXT, TextEdit::DeleteRight),
    row(
        "text.delete-word-left",
        &["Ctrl-w", "Ctrl-Backspace", "Alt-Backspace"],
        TEXT,
        TextEdit::DeleteWordLeft,
    ),
    row(
        "text.delete-word-right",
        &["Alt-d", "Ctrl-Del", "Alt-Del"],
        TEXT,
        TextEdit::DeleteWordRight,
    ),
    row("text.delete-to-end", &["Ctrl-k"], TEXT, TextEdit::DeleteToEnd),
    row("text.delete-to-start", &["Ctrl-u"], TEXT, TextEdit::DeleteToStart),
    row("text.new-line", &["Enter", "Ctrl-j"], LINES, TextEdit::NewLine),
    row("text.indent", &["Tab"], LINES, TextEdit::Indent),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keys::key::Key;
    use crate::app::keys::keymap::Keymap;
    use crate::config::Config;
    use crate::text::{Lang, Text};

    /// The keymap of a file, and the messages on its mistakes.
    fn read(file: &str) -> (Keymap, Vec<String>) {
        let (map, errors) = Keymap::new(&Config::parse("c.toml", file.as_bytes()).keys);
        (map, errors.iter().map(|error| Text::of(Lang::En).say(error)).collect())
    }

    fn meant(map: &Keymap, context: KeyContext, key: &str) -> Option<&'static str> {
        map.command(context, Key::parse(key).unwrap()).map(|command| command.id)
    }

    #[test]
    fn keys_that_edit_text_are_the_users_too_and_those_of_rows_are_not() {
        let (map, errors) = read(
            "[keys]\n\"text.delete-word-left\" = [\"Backspace\", \"F8\"]\n\"text.left\" = \"x\"\n\
             \"views.letter\" = \"x\"\n\"text.start\" = \"Ctrl-b\"\n",
        );
        let starts: Vec<&str> = errors.iter().map(|error| &error[..11]).collect();
        assert_eq!(starts, ["c.toml:3:1:", "c.toml:4:1:"], "{errors:?}");
        assert!(errors[1].contains("views.letter"), "{errors:?}");
        let of = |key: &str| meant(&map, KeyContext::Notes, key);
        assert_eq!(of("Backspace"), Some("text.delete-word-left"));
        assert_eq!((of("F8"), of("Ctrl-w")), (Some("text.delete-word-left"), None));
        assert_eq!((of("Left"), of("Ctrl-b")), (Some("text.left"), Some("text.start")));
        assert_eq!((of("x"), of("Home")), (None, None));
    }

    #[test]
    fn where_text_is_typed_a_key_that_moves_may_have_more_modifiers_than_it_needs() {
        let (map, _) = read("");
        let of = |context, key| meant(&map, context, key);
        for context in [KeyContext::Prompt, KeyContext::Notes] {
            assert_eq!(of(context, "Ctrl-Alt-Left"), Some("text.word-left"));
            assert_eq!(of(context, "Alt-End"), Some("text.end"));
            assert_eq!(of(context, "Ctrl-Alt-Del"), Some("text.delete-word-right"));
            // Esc and a key that come together are two keys.
            assert_eq!(of(context, "Ctrl-Alt-Backspace"), None);
            assert_eq!(of(context, "Alt-в"), None);
        }
        assert_eq!(of(KeyContext::Notes, "Ctrl-Up"), Some("text.up"));
        assert_eq!(of(KeyContext::Picker, "Ctrl-Up"), None);
        assert_eq!(of(KeyContext::Needs, "Ctrl-Home"), None);
    }
}
