//! Control sequences: the parameters between introducer and last byte, and the key they stand for.

use super::keys;
use crate::term::pointer::Pointed;
use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// The most bytes that are kept of a sequence; of a longer one none means a key.
const LONGEST: usize = 64;

/// The meaning of a whole sequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Key(KeyEvent),
    PasteBegins,
    PasteEnds,
    /// A report of the mouse.
    Pointed(Pointed),
    /// A report of the terminal on itself, or an unknown sequence.
    Nothing,
}

impl Meaning {
    fn key(key: Option<KeyEvent>) -> Self {
        key.map_or(Self::Nothing, Self::Key)
    }
}

/// The parameters of a sequence that is on its way.
#[derive(Debug, Default)]
pub(super) struct Sequence {
    bytes: Vec<u8>,
}

/// Shift, Alt and Ctrl, Caps Lock, and whether the key goes down, repeats or comes up.
struct Held {
    modifiers: KeyModifiers,
    caps: bool,
    kind: KeyEventKind,
}

impl Held {
    const NOTHING: Self =
        Self { modifiers: KeyModifiers::NONE, caps: false, kind: KeyEventKind::Press };

    /// The key; `None` when it comes up, which this program does not need.
    fn key(&self, code: KeyCode) -> Option<KeyEvent> {
        let press = self.kind != KeyEventKind::Release;
        press.then(|| KeyEvent::new_with_kind(code, self.modifiers, self.kind))
    }
}

impl Sequence {
    /// Begins anew.
    pub(super) fn clear(&mut self) {
        self.bytes.clear();
    }

    /// Whether the introducer was the last byte.
    pub(super) fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// Takes a byte that is not the last one.
    pub(super) fn push(&mut self, byte: u8) {
        if self.bytes.len() <= LONGEST {
            self.bytes.push(byte);
        }
    }

    /// Whether a `$` ends the sequence here: rxvt's keys with Shift do, which have one number.
    /// Replies have more behind it, and two numbers or a mark before it.
    pub(super) fn ends_in_dollar(&self) -> bool {
        self.fields().is_some_and(|fields| {
            fields.len() == 1 && number(fields[0]).and_then(keys::numbered).is_some()
        })
    }

    /// Its meaning as a control sequence (`ESC [`) that ends in this byte.
    pub(super) fn control(&self, end: u8) -> Meaning {
        let Some(fields) = self.fields() else {
            return self.pointed(end).map_or(Meaning::Nothing, Meaning::Pointed);
        };
        match (end, &fields[..]) {
            (b'~', ["200"]) => Meaning::PasteBegins,
            (b'~', ["201"]) => Meaning::PasteEnds,
            (b'~', [key]) => Meaning::key(numbered(key, &Held::NOTHING)),
            (b'~', [key, modifiers]) => {
                Meaning::key(held(modifiers).and_then(|held| numbered(key, &held)))
            }
            (b'u', [code]) => Meaning::key(coded(code, "", None)),
            (b'u', [code, modifiers]) | (b'~', ["27", modifiers, code]) => {
                Meaning::key(coded(code, modifiers, None))
            }
            (b'u', [code, modifiers, text]) => Meaning::key(coded(code, modifiers, Some(text))),
            (b'$' | b'^' | b'@', [key]) => {
                let modifiers = match end {
                    b'$' => KeyModifiers::SHIFT,
                    b'^' => KeyModifiers::CONTROL,
                    _ => KeyModifiers::SHIFT | KeyModifiers::CONTROL,
                };
                Meaning::key(numbered(key, &Held { modifiers, ..Held::NOTHING }))
            }
            (b'a'..=b'd', [""]) => {
                let held = Held { modifiers: KeyModifiers::SHIFT, ..Held::NOTHING };
                Meaning::key(
                    keys::lettered(end.to_ascii_uppercase()).and_then(|code| held.key(code)),
                )
            }
            (b'Z', _) => {
                let shift = KeyModifiers::SHIFT;
                Meaning::key(lettered(&fields, KeyCode::BackTab).map(|mut key| {
                    key.modifiers |= shift;
                    key
                }))
            }
            // With numbers it is F3 with Shift and its like to some, and to all the answer to the
            // question where the cursor is.
            (b'R', [""]) => Meaning::Key(KeyCode::F(3).into()),
            (b'R', _) => Meaning::Nothing,
            _ => Meaning::key(keys::lettered(end).and_then(|code| lettered(&fields, code))),
        }
    }

    /// Its meaning as a single shift (`ESC O`) that ends in this byte.
    pub(super) fn shifted(&self, end: u8) -> Meaning {
        let Some(fields) = self.fields() else { return Meaning::Nothing };
        if let (b'a'..=b'd', Some(code)) = (end, keys::lettered(end.to_ascii_uppercase())) {
            return Meaning::Key(KeyEvent::new(code, KeyModifiers::CONTROL));
        }
        let code = keys::lettered(end).or_else(|| keys::of_number_pad(end));
        Meaning::key(code.and_then(|code| lettered(&fields, code)))
    }

    /// The report of the mouse that it is: `ESC [ <`, numbers, `M`.
    fn pointed(&self, end: u8) -> Option<Pointed> {
        let report = std::str::from_utf8(&self.bytes).ok()?.strip_prefix('<')?;
        (end == b'M' && self.bytes.len() <= LONGEST).then(|| Pointed::read(report)).flatten()
    }

    /// The numbers, each with its parts behind colons. Replies have other marks, or are long.
    fn fields(&self) -> Option<Vec<&str>> {
        let plain = self.bytes.iter().all(|byte| matches!(byte, b'0'..=b'9' | b';' | b':'));
        let text = std::str::from_utf8(&self.bytes).ok()?;
        (plain && self.bytes.len() <= LONGEST).then(|| text.split(';').collect())
    }
}

fn number(field: &str) -> Option<u32> {
    field.split(':').next()?.parse().ok()
}

fn character(field: &str) -> Option<char> {
    number(field).and_then(char::from_u32).filter(|c| !c.is_control())
}

/// The modifiers held, from one more than the sum of their bits.
fn held(field: &str) -> Option<Held> {
    if field.is_empty() {
        return Some(Held::NOTHING);
    }
    let bits = number(field)?.checked_sub(1).filter(|bits| *bits < 256)?;
    let named = [
        KeyModifiers::SHIFT,
        KeyModifiers::ALT,
        KeyModifiers::CONTROL,
        KeyModifiers::SUPER,
        KeyModifiers::HYPER,
        KeyModifiers::META,
    ];
    let mut modifiers = KeyModifiers::NONE;
    for (place, modifier) in named.into_iter().enumerate() {
        modifiers.set(modifier, bits & (1 << place) != 0);
    }
    let kind = match field.split(':').nth(1) {
        Some("2") => KeyEventKind::Repeat,
        Some("3") => KeyEventKind::Release,
        _ => KeyEventKind::Press,
    };
    Some(Held { modifiers, caps: bits & 64 != 0, kind })
}

/// A key whose sequence ends in a letter: nothing before it, or the modifiers, alone or behind a 1.
fn lettered(fields: &[&str], code: KeyCode) -> Option<KeyEvent> {
    match fields {
        [modifiers] | ["" | "1", modifiers] => held(modifiers)?.key(code),
        _ => None,
    }
}

fn numbered(field: &str, held: &Held) -> Option<KeyEvent> {
    held.key(keys::numbered(number(field)?)?)
}

/// A key by its code point; behind it, after colons, can stand the code point with Shift and the
/// one of the layout that names shortcuts. `text` is the text that the key writes.
fn coded(code: &str, modifiers: &str, text: Option<&str>) -> Option<KeyEvent> {
    let mut held = held(modifiers)?;
    let command = held.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
    let shift = held.modifiers.contains(KeyModifiers::SHIFT);
    let mut key = keys::coded(number(code)?)?;
    if number(code) == Some(10) {
        held.modifiers |= KeyModifiers::CONTROL;
    }
    if let KeyCode::Char(c) = key {
        // With these a key belongs to the desktop, and is not the letter alone.
        let desktop = KeyModifiers::SUPER | KeyModifiers::HYPER | KeyModifiers::META;
        if held.modifiers.intersects(desktop) {
            return None;
        }
        let mut others = code.split(':').skip(1).map(character);
        let (shifted, base) = (others.next().flatten(), others.next().flatten());
        let written = text.and_then(character).filter(|_| !command);
        let upper = c.to_uppercase().next().filter(|_| c.is_lowercase() && shift != held.caps);
        key = KeyCode::Char(if let Some(written) = written {
            written
        } else if command && !c.is_ascii() {
            base.unwrap_or(c)
        } else if shift {
            shifted.or(upper).unwrap_or(c)
        } else {
            upper.filter(|_| !command).unwrap_or(c)
        });
    } else if key == KeyCode::Tab && shift {
        key = KeyCode::BackTab;
    }
    held.key(key)
}
