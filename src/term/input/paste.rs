//! A pasted text, between the marks that the terminal puts around it.

use super::keys;
use super::sequence::{Meaning, Sequence};
use super::utf8::{Step, Utf8};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// The most bytes that are kept of a paste: far more than any field takes.
pub const LONGEST_PASTE: usize = 1 << 20;

/// The most bytes of a sequence inside a paste.
const LONGEST_SEQUENCE: usize = 64;

/// A paste on its way, as it comes. Its text is made plain at its end.
#[derive(Debug, Default)]
pub(super) struct Paste {
    bytes: Vec<u8>,
}

impl Paste {
    pub(super) fn push(&mut self, byte: u8) {
        if self.bytes.len() < LONGEST_PASTE {
            self.bytes.push(byte);
        }
    }

    /// The length kept so far; [`cut`](Self::cut) goes back to it.
    pub(super) fn len(&self) -> usize {
        self.bytes.len()
    }

    pub(super) fn cut(&mut self, length: usize) {
        self.bytes.truncate(length);
    }

    /// The text, and an empty paste again.
    pub(super) fn take(&mut self) -> String {
        plain(&characters(&std::mem::take(&mut self.bytes)))
    }
}

/// The valid characters, 8-bit controls in their 7-bit form.
fn characters(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    let mut utf8 = Utf8::default();
    for &byte in bytes {
        if utf8.is_open() && !utf8.continues(byte) {
            utf8.clear();
        }
        if byte < 0x80 {
            text.push(char::from(byte));
            continue;
        }
        match utf8.push(byte) {
            Step::Char(c) => text.push(c),
            Step::C1(c1) => text.extend(['\x1b', char::from(c1 - 0x40)]),
            Step::More | Step::Nothing => {}
        }
    }
    text
}

/// The text without sequences and control characters. Keys that a multiplexer or the terminal put
/// in the place of characters (a new line, mostly) are those characters again, even where the Esc
/// before them got lost.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut strings = Strings::default();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let rest = &bytes[at..];
        at += match byte {
            0x1b => match escape(rest) {
                Escape::String => strings.skip(bytes, at),
                Escape::Sequence(length, c) => {
                    out.extend(c);
                    length
                }
            },
            b'[' => {
                let (length, c) = bare(rest).unwrap_or((1, '['));
                out.push(c);
                length
            }
            b'\r' => {
                out.push('\n');
                1 + usize::from(rest.get(1) == Some(&b'\n'))
            }
            b'\n' | b'\t' => {
                out.push(char::from(byte));
                1
            }
            ..0x20 | 0x7f => 1,
            _ => {
                let marks = |byte: &u8| *byte < 0x20 || matches!(byte, b'[' | 0x7f);
                let length = rest.iter().position(marks).unwrap_or(rest.len());
                out.push_str(&text[at..at + length]);
                length
            }
        };
    }
    out
}

/// A sequence that begins with Esc.
enum Escape {
    /// A string that ends with a mark of its own.
    String,
    /// The length of a sequence in bytes, and the character that it stands for.
    Sequence(usize, Option<char>),
}

fn escape(bytes: &[u8]) -> Escape {
    match bytes.get(1) {
        Some(b']' | b'P' | b'X' | b'^' | b'_') => Escape::String,
        Some(b'[') if bytes.get(2) == Some(&b'[') => {
            let letter = bytes.get(3).is_some_and(u8::is_ascii_alphabetic);
            Escape::Sequence(3 + usize::from(letter), None)
        }
        Some(b'[') => match control(&bytes[2..]) {
            Ok((length, _, meaning)) => Escape::Sequence(2 + length, written(meaning)),
            Err(length) => Escape::Sequence(2 + length, None),
        },
        Some(b'O') => {
            let end = bytes.get(2).filter(|byte| byte.is_ascii_graphic());
            let meaning = end.map(|end| Sequence::default().shifted(*end));
            Escape::Sequence(2 + usize::from(end.is_some()), meaning.and_then(written))
        }
        Some(0x20..=0x2f) => {
            let more = bytes[1..].iter().take(4).take_while(|byte| (0x20..=0x2f).contains(*byte));
            let end = 1 + more.count();
            let ended = bytes.get(end).is_some_and(u8::is_ascii_graphic);
            Escape::Sequence(end + usize::from(ended), None)
        }
        Some(0x30..=0x7e) => Escape::Sequence(2, None),
        _ => Escape::Sequence(1, None),
    }
}

/// The control sequence at the begin of the bytes, behind its introducer: its length, its last
/// byte and its meaning, or how much of it there is.
fn control(bytes: &[u8]) -> Result<(usize, u8, Meaning), usize> {
    let mut sequence = Sequence::default();
    for (place, &byte) in bytes.iter().take(LONGEST_SEQUENCE).enumerate() {
        match byte {
            0x20..=0x3f => sequence.push(byte),
            0x40..=0x7e => return Ok((place + 1, byte, sequence.control(byte))),
            _ => return Err(place),
        }
    }
    Err(bytes.len().min(LONGEST_SEQUENCE))
}

/// The character for which a key stands whose sequence has lost its Esc, at a `[`.
fn bare(bytes: &[u8]) -> Option<(usize, char)> {
    let (length, end, meaning) = control(&bytes[1..]).ok()?;
    let inner = &bytes[1..length];
    let two = inner.split(|byte| *byte == b';').count() == 2;
    let known = (end == b'u' && two) || (end == b'~' && inner.starts_with(b"27;"));
    let c = written(meaning).filter(|_| known)?;
    Some((1 + length, c))
}

/// The character that a key writes.
fn written(meaning: Meaning) -> Option<char> {
    let Meaning::Key(KeyEvent { code, modifiers, .. }) = meaning else { return None };
    let command = modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
    match code {
        KeyCode::Enter => Some('\n'),
        KeyCode::Tab => Some('\t'),
        KeyCode::Char('j' | 'm') if modifiers == KeyModifiers::CONTROL => Some('\n'),
        KeyCode::Char('i') if modifiers == KeyModifiers::CONTROL => Some('\t'),
        KeyCode::Char(c) if !command => Some(c),
        _ => None,
    }
}

/// Whether the sequence is a Ctrl-C.
pub(super) fn interrupts(meaning: Meaning) -> Option<KeyEvent> {
    match meaning {
        Meaning::Key(key) if keys::is_interrupt(&key) => Some(key),
        _ => None,
    }
}

/// Finds the ends of strings. A string without an end is searched once, so that a text full of such
/// strings takes no longer than another.
#[derive(Default)]
struct Strings {
    /// The place before which no string ends.
    searched: usize,
}

impl Strings {
    /// The length of the string that begins at a place: to its end, which stands in the same line,
    /// or of its introducer alone.
    fn skip(&mut self, bytes: &[u8], at: usize) -> usize {
        let from = (at + 2).max(self.searched);
        let ends = |byte: &u8| matches!(byte, 0x07 | b'\n' | b'\r');
        let mut place = from;
        while let Some(byte) = bytes.get(place) {
            if ends(byte) || (*byte == 0x1b && bytes.get(place + 1) == Some(&b'\\')) {
                break;
            }
            place += 1;
        }
        self.searched = place;
        match bytes.get(place) {
            Some(0x07) => place + 1 - at,
            Some(0x1b) => place + 2 - at,
            _ => 2,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pasted(bytes: &[u8]) -> String {
        plain(&characters(bytes))
    }

    #[test]
    fn lines_end_in_one_way() {
        assert_eq!(pasted(b"a\rb\r\nc\nd\n\re\t"), "a\nb\nc\nd\n\ne\t");
    }

    #[test]
    fn keys_in_the_place_of_characters_are_characters() {
        for new_line in [
            "\x1b[13;1u",
            "[13;1u",
            "\x1b[27;1;13~",
            "[27;1;13~",
            "\x1b[106;5u",
            "[106;5u",
            "\x1b[27;5;106~",
            "[27;5;106~",
            "\x1b[13u",
            "\x1b[13;2u",
            "[10;1u",
            "\x1b[109;5u",
            "\u{9b}13;1u",
        ] {
            assert_eq!(pasted(format!("one{new_line}two").as_bytes()), "one\ntwo", "{new_line:?}");
        }
        assert_eq!(pasted(b"\x9b13;1u"), "\n");
        assert_eq!(pasted(b"a\x1b[9;1ub[9;1uc"), "a\tb\tc");
        assert_eq!(pasted(b"\x1b[233;1u[65;2u"), "éA");
    }

    #[test]
    fn what_only_looks_like_a_key_stays() {
        for text in
            ["[13]", "[1;2u", "[1;5u", "a[200~b", "[3~", "f[i;j]", "[", "[27;1~", "[A", "[13u"]
        {
            assert_eq!(pasted(text.as_bytes()), text);
        }
    }

    #[test]
    fn sequences_are_dropped_whole() {
        assert_eq!(
            pasted(b"a\x1b[1;31mb\x1b[0mc\x1b[200~d\x1b[Ae\x1bOPf\x1b(Bg\x1bch\x1b[[Ai"),
            "abcdefghi"
        );
        assert_eq!(pasted(b"a\x1b]8;;http://x\x1b\\b\x1b]8;;\x07c\x1bP1;2q\x1b\\d"), "abcd");
        assert_eq!(pasted("a\x1b]0;no end\nb".as_bytes()), "a0;no end\nb");
        assert_eq!(pasted(b"a\x00\x08\x18b\x7f\x1b"), "ab");
        assert_eq!(pasted(b"\xff\xc3a\xc3\xa9\xa0"), "aé");
    }

    #[test]
    fn a_text_of_nothing_but_begins_is_read_once() {
        for part in ["\x1b]", "\x1b[", "[", "\x1b", "[1;", "\x1b]\x1b"] {
            let text = part.repeat(LONGEST_PASTE / part.len());
            assert!(pasted(text.as_bytes()).len() <= text.len());
        }
    }
}
