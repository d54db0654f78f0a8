//! The user's own keys, as the configuration gives them: unusable ones are refused with the place.

use crate::app::keys::chord::{Chord, Menu, pair};
use crate::app::keys::commands;
use crate::app::keys::commands::command::Command;
use crate::app::keys::context::KeyContext;
use crate::app::keys::key::{Code, Key};
use crate::config::KeySetting;
use crate::domain::{Coded, nearest};
use crate::text::Message;

/// Whether the table ends the program with a key in every place: hands press it to get out, so it
/// never does anything else.
fn always_ends(key: Key) -> bool {
    let ways = commands::all().filter(|command| command.ends_anywhere());
    ways.flat_map(|command| command.keys).any(|way| Key::parse(way) == Some(key))
}

/// The keys that a user has given to a command.
pub(super) struct Own<'a> {
    /// The command.
    pub(super) command: &'static Command,
    /// Its keys.
    pub(super) keys: Vec<Chord>,
    /// The setting that gives them.
    pub(super) setting: &'a KeySetting,
}

impl Own<'_> {
    /// Whether a key means this where another command exists too.
    pub(super) fn takes(&self, key: Chord, other: &Command) -> bool {
        !other.is_on_top()
            && self.keys.contains(&key)
            && self.command.contexts().any(|here| other.is_in(here))
    }
}

/// The user's own keys in the order of the file, each in one place meaning one thing: the first.
pub(super) fn own<'a>(settings: &'a [KeySetting], errors: &mut Vec<Message>) -> Vec<Own<'a>> {
    let mut settings: Vec<&KeySetting> = settings.iter().collect();
    settings.sort_by_key(|setting| (setting.place.line, setting.place.column));
    let mut all: Vec<Own<'a>> = Vec::new();
    for setting in settings {
        let mut refuse = |error: Message| errors.push(setting.place.mark(error));
        let Some(command) = commands::by_id(&setting.command) else {
            let error = Message::new("keymap-unknown-command");
            let near = nearest(&setting.command, commands::all().map(|c| (c.id, c.id)));
            refuse(
                error
                    .with("command", setting.command.as_str())
                    .with("near", usize::from(near.is_some()))
                    .with("nearest", near.unwrap_or_default()),
            );
            continue;
        };
        if command.has_fixed_keys() {
            refuse(Message::new("keymap-of-row").with("command", command.id));
            continue;
        }
        let mut keys = Vec::new();
        for text in &setting.keys {
            let Some(key) = Chord::parse(text) else {
                if pair(text).is_some_and(|(first, _)| Key::parse(first).is_some()) {
                    refuse(Message::new("keymap-no-pair").with("key", text.as_str()));
                    continue;
                }
                let meant = Key::meant(text);
                let error = Message::new("keymap-unknown-key").with("key", text.as_str());
                refuse(
                    error
                        .with("near", usize::from(meant.is_some()))
                        .with("nearest", meant.map_or_else(String::new, |key| key.to_string())),
                );
                continue;
            };
            if !command.ends_anywhere() && always_ends(key.first) {
                let error = Message::new("keymap-always-ends").with("key", text.as_str());
                refuse(error.with("command", command.id));
                continue;
            }
            let typing = || command.contexts().find(|context| context.takes_text());
            if let Some(context) = hides_text(key.first, command).then(typing).flatten() {
                let error = Message::new("keymap-writes-text").with("key", text.as_str());
                refuse(error.with("command", command.id).with("place", context.code()));
                continue;
            }
            if let Some(error) = menu_refuses(key, command) {
                refuse(error.with("key", text.as_str()).with("command", command.id));
                continue;
            }
            match all.iter().find(|earlier| earlier.takes(key, command)) {
                None => keys.push(key),
                Some(earlier) => refuse(
                    Message::new("keymap-clash")
                        .with("key", text.as_str())
                        .with("first", earlier.command.id)
                        .with("at", earlier.setting.place.line.to_string())
                        .with("second", command.id),
                ),
            }
        }
        // Without one usable key, the command keeps those of the table: a typing mistake must not
        // leave it without a key. An empty list is meant.
        if !keys.is_empty() || setting.keys.is_empty() {
            all.push(Own { command, keys, setting });
        }
    }
    all
}

/// Why keys that begin with that of a menu cannot be given to a command: it is one key alone and the menu
/// opens in a place where the command is heard, or two and it does not in one of them.
fn menu_refuses(key: Chord, command: &Command) -> Option<Message> {
    let menu = Menu::of(key.first)?;
    let opens =
        |context: &KeyContext| commands::all().any(|c| c.menu() == Some(menu) && c.is_in(*context));
    if key.then.is_none() {
        let hidden = command.contexts().any(|context| opens(&context));
        return hidden.then(|| Message::new("keymap-menu-key"));
    }
    let place = command.contexts().find(|context| !opens(context))?;
    Some(Message::new("keymap-no-menu").with("place", place.code()))
}

/// Whether a key given to a command would keep the user from typing its text where the command exists too. Backspace
/// writes as a command that edits text.
pub(super) fn hides_text(key: Key, command: &Command) -> bool {
    let is_edit = command.edits_text() && key.code == Code::Backspace;
    key.writes() && !is_edit
}

#[cfg(test)]
mod tests {
    use super::*;
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
    fn two_keys_of_ones_own_begin_with_the_key_of_a_menu() {
        let (map, errors) = read(
            "[keys]\n\"view.sort\" = \"g s\"\nhelp = \"z ?\"\n\"triage.tag\" = [\"= x\", \"x y\"]\n\
             \"overlay.close\" = \"g c\"\n\"move.first\" = \"g\"\n\"menu.go\" = \"F9\"\n\
             \"move.last\" = [\"g v\", \"G\"]\n",
        );
        let starts: Vec<&str> = errors.iter().map(|error| &error[..10]).collect();
        assert_eq!(
            starts,
            ["c.toml:4:1", "c.toml:4:1", "c.toml:5:1", "c.toml:6:1", "c.toml:7:1"],
            "{errors:?}"
        );
        for (error, words) in errors.iter().zip([
            "a place (overview) where the first key opens no menu",
            "no pair of keys",
            "there the key types text",
            "it opens a menu",
            "menu.go",
        ]) {
            assert!(error.contains(words), "{error}");
        }
        let of = |menu, key| {
            let key = Key::parse(key).unwrap();
            map.in_menu(menu, KeyContext::Needs, key).map(|command| command.id)
        };
        assert_eq!(of(Menu::Go, "s"), Some("view.sort"));
        assert_eq!(of(Menu::Show, "?"), Some("help"));
        assert_eq!(of(Menu::Go, "v"), Some("move.last"), "what a user sets wins");
        assert_eq!(of(Menu::Go, "м"), Some("move.last"));
        assert_eq!(meant(&map, KeyContext::Needs, "g"), Some("menu.go"));
        assert_eq!(meant(&map, KeyContext::Needs, "?"), None);
    }

    #[test]
    fn an_old_key_is_heard_where_no_command_has_it_and_its_command_has_a_key() {
        let old = |map: &Keymap, key: &str| {
            let moved = map.moved(KeyContext::Needs, Key::parse(key).unwrap());
            moved.map(|(command, runs)| (command.id, runs))
        };
        let (map, _) = read("");
        assert_eq!(old(&map, "O"), Some(("views", true)));
        assert_eq!(old(&map, "Щ"), Some(("views", true)), "on a Russian keyboard");
        assert_eq!(old(&map, "+"), Some(("triage.high", false)));
        assert_eq!(old(&map, "e"), None);
        let (map, _) = read("[keys]\nviews = []\nhelp = \"H\"\n");
        assert_eq!(old(&map, "O"), None);
        assert_eq!(meant(&map, KeyContext::Needs, "H"), Some("help"));
    }
}
