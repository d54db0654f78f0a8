//! The keys that mean a command: one key, or two of which the first opens a menu (`g v`).

use crate::app::keys::key::Key;
use crate::domain::{Coded, coded};
use crate::text::{Arg, Text};
use std::fmt;

coded! {
    /// The menus, each with the commands whose keys begin with its key.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum Menu {
        /// Places: `g`.
        Go => "go",
        /// Looks, which write nothing: `z`.
        Show => "show",
        /// Changes, field by field: `=`.
        Change => "change",
    }
}

impl Menu {
    /// The key that opens it.
    pub fn key(self) -> Key {
        Key::char(match self {
            Self::Go => 'g',
            Self::Show => 'z',
            Self::Change => '=',
        })
    }

    /// The menu that a key opens.
    pub fn of(key: Key) -> Option<Self> {
        Self::ALL.iter().copied().find(|menu| menu.key() == key)
    }
}

/// A key, or the keys of a menu and of a command in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Chord {
    /// The first key.
    pub first: Key,
    /// The key that follows in the menu which the first opens.
    pub then: Option<Key>,
}

impl Chord {
    /// A menu and a key in it.
    pub fn in_menu(menu: Menu, key: Key) -> Self {
        Self { first: menu.key(), then: Some(key) }
    }

    /// Reads a key, or two with a space between them: the key of a menu and one that types a character.
    pub fn parse(text: &str) -> Option<Self> {
        let Some((first, then)) = pair(text) else { return Key::parse(text).map(Self::from) };
        let menu = Key::parse(first).and_then(Menu::of)?;
        let key = Key::parse(then).filter(|key| key.typed().is_some())?;
        Some(Self::in_menu(menu, key))
    }

    /// The menu in which it is pressed; `None` where it is one key.
    pub fn menu(self) -> Option<Menu> {
        self.then.and_then(|_| Menu::of(self.first))
    }

    /// Its keys, in order.
    pub fn keys(self) -> impl Iterator<Item = Key> {
        std::iter::once(self.first).chain(self.then)
    }

    /// The keys as people read them in a language; [`Chord::parse`] reads the English form.
    pub fn name(self, text: &Text) -> String {
        self.keys().map(|key| key.name(text)).collect::<Vec<_>>().join(" ")
    }
}

/// The two keys of a text that has two words.
pub fn pair(text: &str) -> Option<(&str, &str)> {
    let (first, then) = text.trim().split_once(' ')?;
    let then = then.trim_start();
    (!then.contains(' ')).then_some((first, then))
}

impl From<Key> for Chord {
    fn from(key: Key) -> Self {
        Self { first: key, then: None }
    }
}

impl From<Chord> for Arg {
    fn from(chord: Chord) -> Self {
        match chord.then {
            None => Self::from(chord.first),
            Some(_) => Self::Words(chord.to_string()),
        }
    }
}

/// Gives empty words for a command without a key.
impl From<Option<Chord>> for Arg {
    fn from(chord: Option<Chord>) -> Self {
        chord.map_or_else(|| Self::Words(String::new()), Self::from)
    }
}

/// In English, as [`Chord::parse`] reads it.
impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.first)?;
        self.then.map_or(Ok(()), |then| write!(f, " {then}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_key_or_two_read_back_as_they_are_shown() {
        for text in ["j", "space", "Ctrl-d", "g v", "z 0", "= =", "g space", "z ,"] {
            let chord = Chord::parse(text).map(|chord| chord.to_string());
            assert_eq!(chord.as_deref(), Some(text));
        }
        assert_eq!(Chord::parse(" g  v ").map(|chord| chord.to_string()).as_deref(), Some("g v"));
    }

    #[test]
    fn two_keys_begin_with_that_of_a_menu_and_the_second_types_a_character() {
        for text in ["x v", "g Esc", "g ctrl-c", "z alt-x", "g v v", "Ctrl-g v"] {
            assert_eq!(Chord::parse(text), None, "{text}");
        }
        for &menu in Menu::ALL {
            assert_eq!(Menu::of(menu.key()), Some(menu));
            assert_eq!(Chord::in_menu(menu, Key::char('x')).menu(), Some(menu));
            assert_eq!(Chord::from(menu.key()).menu(), None);
        }
    }
}
