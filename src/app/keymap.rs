//! Which key does what, where: the table's keys, or the user's own.

use super::command::{self, Command};
use super::context::Context;
use super::key::{Code, Key};
use crate::config::KeySetting;
use crate::domain::Coded;
use crate::text::Message;
use std::collections::HashMap;

/// The keys of every command.
#[derive(Clone)]
pub struct Keymap {
    keys: HashMap<&'static str, Vec<Key>>,
}

impl Keymap {
    /// The table's keys, replaced where the configuration gives others. The errors name what in
    /// the configuration cannot be used and where; those settings are left out.
    pub fn new(settings: &[KeySetting]) -> (Self, Vec<Message>) {
        let mut keys: HashMap<_, Vec<Key>> = command::all()
            .map(|c| (c.id, c.keys.iter().filter_map(|k| Key::parse(k)).collect()))
            .collect();
        let mut errors = Vec::new();
        for setting in settings {
            let Some(command) = command::by_id(&setting.command) else {
                let error = Message::new("keymap-unknown-command")
                    .with("command", setting.command.as_str())
                    .with("nearest", nearest(&setting.command));
                errors.push(setting.place.mark(error));
                continue;
            };
            let mut own = Vec::new();
            for text in &setting.keys {
                if let Some(key) = Key::parse(text) {
                    own.push(key);
                } else {
                    let error = Message::new("keymap-unknown-key").with("key", text.as_str());
                    errors.push(setting.place.mark(error));
                }
            }
            keys.insert(command.id, own);
        }
        let map = Self { keys };
        if !settings.is_empty() {
            errors.extend(map.clashes());
        }
        (map, errors)
    }

    /// The keys of a command, the first being the one to show.
    pub fn keys(&self, command: &Command) -> &[Key] {
        self.keys.get(command.id).map_or(&[], Vec::as_slice)
    }

    /// The command of a key in a context. A letter that is bound to nothing is tried as the
    /// letter on the same key of a Latin keyboard, so that Cyrillic layouts need no switching.
    pub fn command(&self, context: Context, key: Key) -> Option<&'static Command> {
        let bound =
            |key: Key| command::all().find(|c| c.is_in(context) && self.keys(c).contains(&key));
        bound(key).or_else(|| {
            let Code::Char(c) = key.code else { return None };
            bound(Key { code: Code::Char(latin(c)?), ..key })
        })
    }

    /// A message for every key that means two commands in one context.
    pub fn clashes(&self) -> Vec<Message> {
        let mut clashes = Vec::new();
        for &context in Context::ALL {
            let mut seen: HashMap<Key, &str> = HashMap::new();
            for command in command::all().filter(|c| c.is_in(context)) {
                for &key in self.keys(command) {
                    if let Some(other) = seen.insert(key, command.id) {
                        let clash = Message::new("keymap-clash")
                            .with("key", key.to_string())
                            .with("first", other)
                            .with("second", command.id);
                        if !clashes.contains(&clash) {
                            clashes.push(clash);
                        }
                    }
                }
            }
        }
        clashes
    }
}

fn nearest(id: &str) -> String {
    let mut matcher = super::fuzzy::Fuzzy::new(id.rsplit('.').next().unwrap_or(id));
    command::all()
        .max_by_key(|c| matcher.score(c.id).unwrap_or(0))
        .map(|c| c.id.to_owned())
        .unwrap_or_default()
}

/// The Latin letter on the key that types this letter on a Russian keyboard.
fn latin(c: char) -> Option<char> {
    const CYRILLIC: &str = "йцукенгшщзфывапролдячсмитьЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ";
    const LATIN: &str = "qwertyuiopasdfghjklzxcvbnmQWERTYUIOPASDFGHJKLZXCVBNM";
    CYRILLIC
        .chars()
        .zip(LATIN.chars())
        .find_map(|(cyrillic, latin)| (cyrillic == c).then_some(latin))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_no_clash_and_only_keys_that_are_keys() {
        let (map, errors) = Keymap::new(&[]);
        assert!(errors.is_empty());
        assert_eq!(map.clashes(), []);
        for command in command::all() {
            assert_eq!(map.keys(command).len(), command.keys.len(), "{}", command.id);
        }
    }

    #[test]
    fn a_cyrillic_letter_is_its_key() {
        let (map, _) = Keymap::new(&[]);
        let down = map.command(Context::Needs, Key::char('о')).map(|c| c.id);
        assert_eq!(down, Some("move.down"));
    }
}
