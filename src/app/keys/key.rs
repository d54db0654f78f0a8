//! Keys as people write and read them: `j`, `ctrl-p`, `alt-2`, `F2`, `Enter`, `PgDn`, `space`.

use crate::domain::nearest;
use crate::text::{Arg, Text};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::fmt;

/// A key press: the key, with Ctrl and Alt where they were held (Shift is in the letter itself).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The key.
    pub code: Code,
    /// With Ctrl.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
}

/// The key without Ctrl and Alt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // each is the key of that name
pub enum Code {
    Char(char),
    F(u8),
    Enter,
    Esc,
    Tab,
    BackTab,
    Backspace,
    Delete,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
}

/// Named keys: the name that is shown, and other spellings that are read.
const NAMES: &[(Code, &str, &[&str])] = &[
    (Code::Char(' '), "space", &[]),
    (Code::Char(','), "comma", &[]),
    (Code::Char('<'), "lt", &[]),
    (Code::Char('>'), "gt", &[]),
    (Code::Enter, "Enter", &["return", "cr"]),
    (Code::Esc, "Esc", &["escape"]),
    (Code::Tab, "Tab", &[]),
    (Code::BackTab, "Shift-Tab", &["BTab", "S-Tab"]),
    (Code::Backspace, "Backspace", &["Back", "BS"]),
    (Code::Delete, "Del", &["delete"]),
    (Code::Up, "Up", &[]),
    (Code::Down, "Down", &[]),
    (Code::Left, "Left", &[]),
    (Code::Right, "Right", &[]),
    (Code::Home, "Home", &[]),
    (Code::End, "End", &[]),
    (Code::PageUp, "PgUp", &["pageup"]),
    (Code::PageDown, "PgDn", &["pagedown"]),
];

impl Key {
    /// The key of a character.
    pub fn char(c: char) -> Self {
        Self { code: Code::Char(c), ctrl: false, alt: false }
    }

    /// A key without Ctrl and Alt.
    pub fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false }
    }

    /// Reads a key: a character, or a name, after any of `ctrl-`, `C-`, `alt-`, `M-`.
    pub fn parse(text: &str) -> Option<Self> {
        let (mut rest, mut ctrl, mut alt) = (text, false, false);
        loop {
            // a lone "-" at the end is the key itself
            let tail = |prefix: &str| {
                let head = rest.get(..prefix.len())?;
                (head.eq_ignore_ascii_case(prefix) && rest.len() > prefix.len())
                    .then(|| &rest[prefix.len()..])
            };
            if let Some(tail) =
                tail("ctrl-").or_else(|| tail("C-").filter(|_| rest.starts_with('C')))
            {
                (rest, ctrl) = (tail, true);
            } else if let Some(tail) =
                tail("alt-").or_else(|| tail("M-").filter(|_| rest.starts_with('M')))
            {
                (rest, alt) = (tail, true);
            } else {
                break;
            }
        }
        Some(Self { code: Code::parse(rest)?, ctrl, alt }.as_sent())
    }

    /// The key as a terminal tells it: Ctrl-7, Ctrl-/ and Ctrl-_ send the same byte.
    pub(in crate::app) fn as_sent(self) -> Self {
        match self.code {
            Code::Char('7' | '/') if self.ctrl => Self { code: Code::Char('_'), ..self },
            _ => self,
        }
    }

    /// The key that a text which names no key was probably meant to be: written with `+`, in angle brackets,
    /// with a caret, or with another word for Ctrl and Alt.
    pub fn meant(text: &str) -> Option<Self> {
        let text = text.trim().trim_start_matches('<').trim_end_matches('>');
        let mut written = text.replace(['+', ' ', '_'], "-").to_lowercase();
        for (other, own) in [
            ("^", "ctrl-"),
            ("control-", "ctrl-"),
            ("c-", "ctrl-"),
            ("option-", "alt-"),
            ("m-", "alt-"),
        ] {
            if let Some(rest) = written.strip_prefix(other) {
                written = format!("{own}{rest}");
            }
        }
        Self::parse(&written).or_else(|| {
            let names = NAMES.iter().flat_map(|(code, name, others)| {
                std::iter::once(name).chain(*others).map(move |name| (*code, name))
            });
            nearest(&written, names.map(|(code, name)| (name.to_lowercase(), code)))
                .map(Self::plain)
        })
    }

    /// The character that this key types, if it types one.
    pub fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }
}

impl Key {
    /// Whether it writes where text is typed: a character, or Backspace, which takes one back.
    pub fn writes(self) -> bool {
        self.typed().is_some() || self == Self::plain(Code::Backspace)
    }
}

impl Code {
    /// Whether it moves the cursor in a text, or deletes behind it.
    pub(in crate::app) fn moves_in_text(self) -> bool {
        match self {
            Self::Up
            | Self::Down
            | Self::Left
            | Self::Right
            | Self::Home
            | Self::End
            | Self::PageUp
            | Self::PageDown
            | Self::Delete => true,
            Self::Char(_)
            | Self::F(_)
            | Self::Enter
            | Self::Esc
            | Self::Tab
            | Self::BackTab
            | Self::Backspace => false,
        }
    }

    fn parse(text: &str) -> Option<Self> {
        let mut chars = text.chars();
        if let (Some(c), None) = (chars.next(), chars.next()) {
            return (!c.is_control()).then_some(Self::Char(c));
        }
        if let Some(number) = text.strip_prefix(['F', 'f']).and_then(|n| n.parse().ok()) {
            return (1..=12).contains(&number).then_some(Self::F(number));
        }
        NAMES
            .iter()
            .find(|(_, name, others)| {
                name.eq_ignore_ascii_case(text)
                    || others.iter().any(|o| o.eq_ignore_ascii_case(text))
            })
            .map(|(code, _, _)| *code)
    }
}

/// The names that differ by language, with the messages that say them.
const SAID: &[(Code, &str)] = &[
    (Code::Char(' '), "key-space"),
    (Code::Backspace, "key-backspace"),
    (Code::Delete, "key-delete"),
    (Code::Up, "key-up"),
    (Code::Down, "key-down"),
    (Code::Left, "key-left"),
    (Code::Right, "key-right"),
];

impl Key {
    /// The message with the name of the key without Ctrl and Alt, where languages name it differently.
    fn said(self) -> Option<&'static str> {
        SAID.iter().find(|(code, _)| *code == self.code).map(|(_, id)| *id)
    }

    /// The key as people read it in a language; [`Key::parse`] reads the English form.
    pub fn name(self, text: &Text) -> String {
        match self.said() {
            Some(id) => {
                let (ctrl, alt) =
                    (if self.ctrl { "Ctrl-" } else { "" }, if self.alt { "Alt-" } else { "" });
                format!("{ctrl}{alt}{}", text.tr(id))
            }
            None => self.to_string(),
        }
    }
}

impl From<Key> for Arg {
    fn from(key: Key) -> Self {
        match key.said() {
            Some(id) if !key.ctrl && !key.alt => Self::Named(id.to_owned()),
            _ => Self::Words(key.to_string()),
        }
    }
}

/// Gives empty words where there is no key.
impl From<Option<Key>> for Arg {
    fn from(key: Option<Key>) -> Self {
        key.map_or_else(|| Self::Words(String::new()), Self::from)
    }
}

/// In English, as [`Key::parse`] reads it.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("Ctrl-")?;
        }
        if self.alt {
            f.write_str("Alt-")?;
        }
        match self.code {
            // these three have names only so that a list of keys can hold them
            Code::Char(c @ (',' | '<' | '>')) => write!(f, "{c}"),
            Code::F(number) => write!(f, "F{number}"),
            code => match NAMES.iter().find(|(named, _, _)| *named == code) {
                Some((_, name, _)) => f.write_str(name),
                None => match code {
                    Code::Char(c) => write!(f, "{c}"),
                    _ => Ok(()),
                },
            },
        }
    }
}

/// The key of a terminal's event; `None` for releases and keys without a name here.
pub fn from_terminal(event: KeyEvent) -> Option<Key> {
    if event.kind == crossterm::event::KeyEventKind::Release {
        return None;
    }
    let code = match event.code {
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::F(n) => Code::F(n),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        _ => return None,
    };
    let (ctrl, alt) = (KeyModifiers::CONTROL, KeyModifiers::ALT);
    let [ctrl, alt] = [ctrl, alt].map(|modifier| event.modifiers.contains(modifier));
    Some(Key { code, ctrl, alt }.as_sent())
}

/// Reads a script of keys, in either of two notations. With `<Name>` in it, everything else is
/// typed as it stands: `4/chapter:2,3<Enter>`. Without, keys and words to type are separated by
/// commas: `4,/,chapter:5,Enter`. A text with neither is typed as it stands.
///
/// The error is the part that is no key.
pub fn script(text: &str) -> Result<Vec<Key>, String> {
    let named = text.contains('<') && text.contains('>');
    if !named && text.contains(',') {
        return Ok(text
            .split(',')
            .filter(|part| !part.is_empty())
            .flat_map(|part| match Key::parse(part) {
                Some(key) => vec![key],
                None => part.chars().map(Key::char).collect(),
            })
            .collect());
    }
    let mut keys = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if c == '<'
            && let Some(end) = rest.find('>')
        {
            let (name, times) = match rest[1..end].split_once('*') {
                Some((name, times)) => (name, times.parse().map_err(|_| rest[..=end].to_owned())?),
                None => (&rest[1..end], 1),
            };
            // as two keys of a menu are shown: `<g v>`
            let named: Option<Vec<Key>> = name.split(' ').map(Key::parse).collect();
            let named = named.ok_or_else(|| rest[..=end].to_owned())?;
            keys.extend(std::iter::repeat_n(named, times).flatten());
            rest = &rest[end + 1..];
        } else {
            keys.push(Key::char(c));
            rest = &rest[c.len_utf8()..];
        }
    }
    Ok(keys)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn a_key_reads_back_as_it_is_shown() {
        for text in
            ["j", "Ctrl-p", "Alt-2", "F2", "Enter", "space", "PgDn", "Shift-Tab", "-", "?", ","]
        {
            let key = Key::parse(text).unwrap();
            assert_eq!(key.to_string(), text);
        }
        assert_eq!(Key::parse("C-p"), Key::parse("ctrl-p"));
        assert_eq!(Key::parse("nonsense"), None);
        assert_eq!(Key::parse("F13"), None);
    }

    #[test]
    fn d18_a_key_has_the_name_of_its_language() {
        let (en, zh) = (Text::of(Lang::En), Text::of(Lang::Zh));
        for (key, chinese) in [
            ("space", "空格"),
            ("Del", "删除键"),
            ("Up", "↑"),
            ("Down", "↓"),
            ("Backspace", "退格键"),
            ("Ctrl-Left", "Ctrl-←"),
            ("Enter", "Enter"),
            ("j", "j"),
        ] {
            let read = Key::parse(key).unwrap();
            assert_eq!((read.name(en), read.name(zh)), (key.to_owned(), chinese.to_owned()));
        }
    }

    #[test]
    fn what_sends_the_same_byte_is_the_same_key() {
        let undo = Key::parse("Ctrl-_").unwrap();
        let sent = |c| KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL);
        for c in ['7', '/', '_'] {
            assert_eq!(Key::parse(&format!("Ctrl-{c}")), Some(undo));
            assert_eq!(from_terminal(sent(c)), Some(undo));
        }
        assert_eq!(undo.to_string(), "Ctrl-_");
        assert_ne!(Key::parse("7"), Key::parse("/"));
    }

    #[test]
    fn both_notations_of_a_script_are_read() {
        let expected = script("4/chapter:5<Enter>").unwrap();
        assert_eq!(script("4,/,chapter:5,Enter").unwrap(), expected);
        assert_eq!(script("jj").unwrap(), script("j,j").unwrap());
        assert_eq!(script("<Down*3>").unwrap().len(), 3);
        assert_eq!(script("<g v>j"), script("gvj"));
        assert_eq!(script("a<Nope>"), Err("<Nope>".to_owned()));
        assert_eq!(script("/chapter:2,3<Enter>").unwrap().len(), "/chapter:2,3".len() + 1);
    }
}
