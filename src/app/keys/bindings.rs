//! The command of a key in a context: by the table's keys, or the user's own.

use crate::app::keys::chord::{Chord, Menu};
use crate::app::keys::commands;
use crate::app::keys::commands::command::Command;
use crate::app::keys::context::KeyContext;
use crate::app::keys::key::Key;
use crate::app::keys::keymap::Keymap;
use crate::app::keys::layouts::latin_key;
use crate::app::keys::own::{Own, own};
use crate::config::KeySetting;
use crate::text::Message;
use std::collections::HashMap;

impl Keymap {
    /// The table's keys, replaced where the configuration gives others. The user's setting wins:
    /// its key is taken from other commands in the same context. The errors name unusable settings,
    /// which are left out, with their places.
    pub fn new(settings: &[KeySetting]) -> (Self, Vec<Message>) {
        let mut keys: HashMap<_, Vec<Chord>> = commands::all()
            .map(|c| (c.id, c.keys.iter().filter_map(|k| Chord::parse(k)).collect()))
            .collect();
        let mut errors = Vec::new();
        let own = own(settings, &mut errors);
        for command in commands::all() {
            let of = |own: &&Own<'_>| own.command.id == command.id;
            let bound = keys.entry(command.id).or_default();
            if let Some(own) = own.iter().find(of) {
                bound.clone_from(&own.keys);
            } else {
                bound.retain(|key| !own.iter().any(|own| own.takes(*key, command)));
            }
        }
        let mut map = Self { keys };
        if let Some(error) = map.without_way_out(&own) {
            errors.push(error);
        }
        (map, errors)
    }

    /// Without a key that ends the program, the one that the table has for any place is back; the
    /// error has the place of the setting that took the last one.
    fn without_way_out(&mut self, own: &[Own<'_>]) -> Option<Message> {
        if ends_on_screens().any(|command| !self.keys(command).is_empty()) {
            return None;
        }
        let last = commands::all().find(|command| command.ends_anywhere())?;
        let keys: Vec<Chord> = last.keys.iter().filter_map(|key| Chord::parse(key)).collect();
        for bound in self.keys.values_mut() {
            bound.retain(|key| !keys.contains(key));
        }
        let shown = last.keys.first().copied().unwrap_or_default();
        self.keys.insert(last.id, keys);
        let taken = own.iter().rev().find(|own| own.command.ends);
        let place = &taken.or_else(|| own.last())?.setting.place;
        Some(place.mark(Message::new("keymap-no-way-out").with("key", shown)))
    }

    /// The keys of a command, the first being the one to show.
    pub fn keys(&self, command: &Command) -> &[Chord] {
        self.keys.get(command.id).map_or(&[], Vec::as_slice)
    }

    /// The key to show for ending the program: by the letter of the screens, or else that of any place.
    pub fn way_out(&self) -> Option<Chord> {
        let ways = ends_on_screens;
        let first = |command: &Command| self.keys(command).first().copied();
        let of_screens = ways().filter(|command| !command.ends_anywhere()).find_map(first);
        of_screens.or_else(|| ways().find_map(first))
    }

    /// Whether a key ends the program wherever it is pressed.
    pub fn ends(&self, key: Key) -> bool {
        let key = Chord::from(Key { alt: false, ..key });
        let mut ways = commands::all().filter(|command| command.ends_anywhere());
        ways.any(|command| self.keys(command).contains(&key))
    }

    /// The command of a key in a context. An unbound letter is tried as the letter on the same key
    /// of a Latin keyboard, so that Cyrillic layouts need no switching; and where text is typed, a
    /// key that moves or deletes is tried without Alt, then without Ctrl.
    pub fn command(&self, context: KeyContext, key: Key) -> Option<&'static Command> {
        let bound = |key: Key| {
            let is_it = |c: &&Command| c.is_in(context) && self.keys(c).contains(&key.into());
            commands::all().filter(|c| !c.is_on_top()).find(is_it)
        };
        let in_latin = || bound(latin_key(key)?).filter(|command| !command.edits_text());
        let with_less = || {
            let less = [Key { alt: false, ..key }, Key::plain(key.code)];
            let edits = |key| bound(key).filter(|command| command.edits_text());
            key.code.moves_in_text().then(|| less.into_iter().find_map(edits)).flatten()
        };
        bound(key).or_else(in_latin).or_else(with_less)
    }

    /// The command of a key that is pressed in a menu over a context.
    pub fn in_menu(&self, menu: Menu, context: KeyContext, key: Key) -> Option<&'static Command> {
        let bound = |key: Key| {
            let chord = Chord::in_menu(menu, key);
            commands::all().find(|c| c.is_in(context) && self.keys(c).contains(&chord))
        };
        bound(key).or_else(|| bound(latin_key(key)?))
    }

    /// The command that a key meant before this version in a context, and whether the key still runs it. A
    /// command whose keys the configuration has taken away has no old one either.
    pub fn moved(&self, context: KeyContext, key: Key) -> Option<(&'static Command, bool)> {
        let of = |key: Key| {
            let is_old = |old: &[&str]| old.iter().any(|old| Key::parse(old) == Some(key));
            let has_keys = |c: &Command| c.keys.is_empty() || !self.keys(c).is_empty();
            let here = |c: &&Command| c.is_in(context) && has_keys(c);
            let mut kept = commands::all().filter(here).filter(|c| is_old(c.once));
            let mut gone = commands::all().filter(here).filter(|c| is_old(c.gone));
            let kept = kept.next().map(|command| (command, true));
            kept.or_else(|| gone.next().map(|command| (command, false)))
        };
        of(key).or_else(|| of(latin_key(key)?))
    }
}

/// The commands that end the program on its screens.
fn ends_on_screens() -> impl Iterator<Item = &'static Command> {
    commands::all().filter(|command| command.ends && command.is_in(KeyContext::Overview))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keys::own::hides_text;
    use crate::config::Config;
    use crate::domain::Coded;
    use crate::text::{Lang, Text};

    /// The keymap of a file, and the messages on its mistakes.
    fn read(file: &str) -> (Keymap, Vec<String>) {
        let config = Config::parse("c.toml", file.as_bytes());
        assert!(config.problems.is_empty(), "{:?}", config.problems);
        let (map, errors) = Keymap::new(&config.keys);
        (map, errors.iter().map(|error| Text::of(Lang::En).say(error)).collect())
    }

    fn meant(map: &Keymap, context: KeyContext, key: &str) -> Option<&'static str> {
        map.command(context, Key::parse(key).unwrap()).map(|command| command.id)
    }

    /// Checks that no key has two commands in one context.
    fn is_clear(map: &Keymap) {
        for &context in KeyContext::ALL {
            let mut seen: HashMap<Chord, &str> = HashMap::new();
            for command in commands::all().filter(|c| c.is_in(context) && !c.is_on_top()) {
                for &key in map.keys(command) {
                    assert_eq!(seen.insert(key, command.id), None, "{key} in {context:?}");
                }
            }
        }
    }

    #[test]
    fn the_table_has_no_clash_and_only_keys_that_are_keys() {
        let (map, errors) = read("");
        assert_eq!(errors, [""; 0]);
        is_clear(&map);
        for command in commands::all() {
            assert_eq!(map.keys(command).len(), command.keys.len(), "{}", command.id);
        }
    }

    #[test]
    fn a_cyrillic_letter_is_its_key() {
        let (map, _) = read("");
        assert_eq!(meant(&map, KeyContext::Needs, "о"), Some("move.down"));
    }

    #[test]
    fn a_key_of_ones_own_wins_and_the_command_that_had_it_does_not_show_it() {
        let (map, errors) = read("[keys]\n\"triage.low\" = [\"j\", \"y\"]\n");
        assert_eq!(errors, [""; 0]);
        is_clear(&map);
        assert_eq!(meant(&map, KeyContext::Needs, "j"), Some("triage.low"));
        assert_eq!(meant(&map, KeyContext::Needs, "c"), None, "its old key is free");
        let down = commands::by_id("move.down").unwrap();
        assert_eq!(map.keys(down), [Chord::parse("Down").unwrap()]);
        // Both keep a key where their contexts differ: the facet pane takes no decisions.
        let (map, errors) = read("[keys]\n\"facets.exclude\" = \"x\"\n");
        assert_eq!(errors, [""; 0]);
        assert_eq!(meant(&map, KeyContext::Needs, "x"), Some("triage.withdrawn"));
        assert_eq!(meant(&map, KeyContext::Facets, "x"), Some("facets.exclude"));
    }

    #[test]
    fn two_keys_of_ones_own_that_clash_are_told_with_both_places() {
        let (map, errors) =
            read("[keys]\n\"triage.low\" = \"y\"\n\n  \"triage.high\" = [\"y\", \"Y\"]\n");
        assert_eq!(
            errors,
            ["c.toml:4:3: the key y is already “triage.low” (line 2); ignored for “triage.high”"]
        );
        is_clear(&map);
        assert_eq!(meant(&map, KeyContext::Needs, "y"), Some("triage.low"));
        assert_eq!(meant(&map, KeyContext::Needs, "Y"), Some("triage.high"));
    }

    #[test]
    fn ctrl_c_always_ends_the_program() {
        let (map, errors) = read("[keys]\n\"triage.high\" = [\"ctrl-c\", \"F7\"]\n");
        assert_eq!(errors.len(), 1);
        assert!(
            errors[0].starts_with("c.toml:2:1:") && errors[0].contains("always ends"),
            "{errors:?}"
        );
        let keys = |id: &str| map.keys(commands::by_id(id).unwrap()).to_vec();
        assert_eq!(keys("triage.high"), [Chord::parse("F7").unwrap()]);
        assert_eq!(keys("quit.now"), [Chord::parse("ctrl-c").unwrap()]);
    }

    #[test]
    fn a_key_that_writes_text_is_no_command_where_text_is_typed() {
        let in_text = |c: &&Command| !c.is_on_top() && c.contexts().any(KeyContext::takes_text);
        for command in commands::all().filter(in_text) {
            let keys = command.keys.iter().filter_map(|key| Key::parse(key));
            assert_eq!(keys.filter(|key| hides_text(*key, command)).count(), 0, "{}", command.id);
        }
        let (map, errors) = read(
            "[keys]\n\"overlay.close\" = [\"q\"]\n  suspend = [\"F7\", \"space\"]\n\"quit.now\" = \"Backspace\"\n\
             \"overlay.accept\" = [\"资\"]\n\"views.open\" = \"w\"\n",
        );
        let starts: Vec<&str> = errors.iter().map(|error| &error[..11]).collect();
        assert_eq!(starts, ["c.toml:2:1:", "c.toml:3:3:", "c.toml:4:1:", "c.toml:5:1:"]);
        assert!(
            errors[0].contains("key q was not given") && errors[0].contains("filter"),
            "{errors:?}"
        );
        is_clear(&map);
        assert_eq!(meant(&map, KeyContext::Filter, "q"), None);
        assert_eq!(meant(&map, KeyContext::Filter, "Esc"), Some("overlay.close"));
        assert_eq!(meant(&map, KeyContext::Notes, "space"), None);
        assert_eq!(meant(&map, KeyContext::Notes, "F7"), Some("suspend"));
        assert_eq!(meant(&map, KeyContext::Needs, "Ctrl-c"), Some("quit.now"));
        // A list of views takes no text.
        assert_eq!(meant(&map, KeyContext::Views, "w"), Some("views.open"));
    }

    #[test]
    fn e14_what_is_no_key_is_told_with_the_right_form() {
        for (written, right) in [
            ("ctrl+x", "Ctrl-x"),
            ("<C-x>", "Ctrl-x"),
            ("^x", "Ctrl-x"),
            ("Control-Alt-x", "Ctrl-Alt-x"),
            ("option+F5", "Alt-F5"),
            ("entr", "Enter"),
            ("page down", "PgDn"),
        ] {
            let (_, errors) = read(&format!("[keys]\nhelp = \"{written}\"\n"));
            assert!(errors[0].contains(&format!("write “{right}”")), "{written} {errors:?}");
        }
        let (_, errors) = read("[keys]\nhelp = \"Hyper-x\"\n");
        assert!(errors[0].contains("Hyper-x") && !errors[0].contains("write"), "{errors:?}");
    }

    #[test]
    fn every_mistake_is_told_in_the_order_of_the_file() {
        let (_, errors) = read(
            "[keys]\n\"triage.prioritie\" = \"w\"\n\"quit\" = [\"Hyper-q\", \"Q\"]\nhelp = \"Q\"\n",
        );
        let starts: Vec<&str> = errors.iter().map(|error| &error[..11]).collect();
        assert_eq!(starts, ["c.toml:2:1:", "c.toml:3:1:", "c.toml:4:1:"], "{errors:?}");
    }

    #[test]
    fn a_command_none_of_whose_keys_can_be_used_keeps_those_of_the_table() {
        let (map, errors) = read("[keys]\nhelp = [\"Hyper-x\"]\nquit = \"Hyper-q\"\n");
        assert_eq!(errors.len(), 2, "{errors:?}");
        is_clear(&map);
        assert_eq!(meant(&map, KeyContext::Needs, "?"), Some("help"));
        assert_eq!(meant(&map, KeyContext::Needs, "Q"), Some("quit"));
        // One usable key is enough, and an empty list is meant too.
        let (map, errors) = read("[keys]\nhelp = [\"Hyper-x\", \"w\"]\n\"move.down\" = []\n");
        assert_eq!(errors.len(), 1, "{errors:?}");
        is_clear(&map);
        assert_eq!(meant(&map, KeyContext::Needs, "?"), None);
        assert_eq!(meant(&map, KeyContext::Needs, "w"), Some("help"));
        assert_eq!(meant(&map, KeyContext::Needs, "j"), None);
        // A key of the table that the user has given to another command stays there.
        let (map, _) = read("[keys]\nhelp = [\"Hyper-x\"]\n\"triage.low\" = \"?\"\n");
        is_clear(&map);
        assert_eq!(meant(&map, KeyContext::Needs, "?"), Some("triage.low"));
        assert_eq!(meant(&map, KeyContext::Needs, "F1"), Some("help"));
    }

    #[test]
    fn there_is_always_a_way_out() {
        let (map, errors) = read("[keys]\nquit = []\n");
        assert_eq!(errors, [""; 0]);
        assert_eq!(meant(&map, KeyContext::Needs, "Ctrl-c"), Some("quit.now"));
        for (file, mistakes) in [
            ("[keys]\nquit = []\n\"quit.now\" = []\n", 1),
            ("[keys]\nhelp = \"Ctrl-c\"\nquit = []\n", 1),
            ("[keys]\nhelp = \"Ctrl-c\"\n\"by-theme\" = \"q\"\nquit = []\n\"quit.now\" = []\n", 2),
        ] {
            let (map, errors) = read(file);
            assert_eq!(errors.len(), mistakes, "{file}{errors:?}");
            assert!(errors.iter().all(|error| error.contains("ends the program")), "{errors:?}");
            is_clear(&map);
            for &context in KeyContext::ALL {
                assert_eq!(meant(&map, context, "Ctrl-c"), Some("quit.now"), "{file}");
            }
        }
    }
}
