//! Decodes the terminal's bytes to keys, in whatever pieces the bytes come.
//!
//! A machine of few states, written by hand. The tables of the `vte` crate serve a terminal, which
//! reads what programs send: they know no time, keep a string of any length, and take the 8-bit
//! introducers for broken text. Bytes from a terminal need those three, and of the rest less.
//!
//! The decoder reads no clock and no terminal: the caller gives it bytes and times, and
//! [`Decoder::deadline`] says until when it waits for more.

mod ended;
mod time;

use crate::term::input::heard::Heard;
use crate::term::input::keys::{of_char, of_control, with_alt};
use crate::term::input::late;
use crate::term::input::paste::{self, Paste};
use crate::term::input::run::Run;
use crate::term::input::sequence::{Meaning, Sequence};
use crate::term::input::state::State;
use crate::term::input::utf8::{Step, Utf8};
use crate::term::input::waits::Waits;
use crossterm::event::{KeyCode, KeyEvent};
use ended::Ended;
use std::time::Instant;

/// Ctrl-C, which gets out of everything.
const INTERRUPT: u8 = 0x03;
/// The bytes that cancel a sequence.
const CANCEL: u8 = 0x18;
const SUBSTITUTE: u8 = 0x1a;
const ESC: u8 = 0x1b;
/// So many bytes are kept back behind the end of a paste.
const BEHIND: usize = 64 * 1024;

/// The state between the terminal and the keys.
#[derive(Debug)]
pub struct Decoder {
    waits: Waits,
    state: State,
    /// Whether an Esc stands before the sequence or character that has begun.
    alt: bool,
    sequence: Sequence,
    utf8: Utf8,
    run: Run,
    paste: Paste,
    /// When the last byte came.
    last: Option<Instant>,
    /// Since when characters of the run are held back.
    held: Option<Instant>,
    /// The sequence that ended for want of more, and when: the rest of it may come late.
    ended: Option<(Ended, Instant)>,
    /// Whether the sequence being read goes on from the one in `ended`: then it gives no key.
    late: bool,
    /// The bytes right behind the end of a paste: if another end follows, they are text of the paste, which had such an
    /// end in it.
    behind: Option<Vec<u8>>,
    /// Whether reports of the mouse are told.
    hears_mouse: bool,
}

impl Decoder {
    /// A decoder with nothing begun.
    pub fn new(waits: Waits) -> Self {
        Self {
            waits,
            state: State::Ground,
            alt: false,
            sequence: Sequence::default(),
            utf8: Utf8::default(),
            run: Run::default(),
            paste: Paste::default(),
            last: None,
            held: None,
            ended: None,
            late: false,
            behind: None,
            hears_mouse: false,
        }
    }

    /// Passes reports of the mouse on from now on, or drops them.
    pub fn hear_mouse(&mut self, is_on: bool) {
        self.hears_mouse = is_on;
    }

    /// Takes the bytes of one read. A wait does not end by itself: where nothing came in time,
    /// [`expire`](Self::expire) is called first. So bytes that were there in time are in time on
    /// however busy a machine.
    pub fn feed(&mut self, bytes: &[u8], now: Instant) -> Vec<Heard> {
        let mut out = Vec::new();
        for &byte in self.behind_what_ended(bytes, now) {
            self.take(byte, &mut out);
        }
        if !bytes.is_empty() {
            self.last = Some(now);
            self.look_behind(&mut out, now);
            self.pause(&mut out, now);
        }
        out
    }

    /// A read has ended.
    fn pause(&mut self, out: &mut Vec<Heard>, now: Instant) {
        self.run.pause(out);
        if self.held.is_some_and(|held| now >= held + self.waits.hold) {
            self.run.tell(out);
        }
        self.held = self.run.is_held().then(|| self.held.unwrap_or(now));
    }

    /// Reads on in the text where what came behind the end of a paste has another one, and hears it at once where it
    /// has a Ctrl-C or is more than is kept back.
    fn look_behind(&mut self, out: &mut Vec<Heard>, now: Instant) {
        let is_over = |behind: &Vec<u8>| behind.contains(&INTERRUPT) || behind.len() > BEHIND;
        loop {
            if let Some(behind) = self.behind.take_if(|behind| late::has_end_of_paste(behind)) {
                self.state = State::Paste;
                for byte in behind {
                    self.take(byte, out);
                }
            } else if self.behind.as_ref().is_some_and(is_over) {
                self.hear_behind(out, now);
            } else {
                return;
            }
        }
    }

    /// Hears what came behind the end of a paste as what it is.
    fn hear_behind(&mut self, out: &mut Vec<Heard>, now: Instant) {
        let behind = self.behind.take().unwrap_or_default();
        for byte in behind {
            self.take(byte, out);
        }
        self.pause(out, now);
    }

    fn take(&mut self, byte: u8, out: &mut Vec<Heard>) {
        if let Some(behind) = &mut self.behind {
            behind.push(byte);
            return;
        }
        match self.state {
            State::Ground => self.ground(byte, out),
            State::Esc { twice } => self.escaped(byte, twice, out),
            State::Control => self.control(byte, out),
            State::Console => match byte {
                b'A'..=b'E' => {
                    let key = KeyCode::F(byte - b'A' + 1).into();
                    self.complete(Meaning::Key(key), out);
                }
                0x20..=0x7e => self.complete(Meaning::Nothing, out),
                _ => self.cut_short(byte, out),
            },
            State::Shifted => match byte {
                b'0'..=b'9' | b';' => self.sequence.push(byte),
                0x20..=0x7e => self.complete(self.sequence.shifted(byte), out),
                _ => self.cut_short(byte, out),
            },
            State::Mouse { left, wide } => self.mouse(byte, left, wide, out),
            State::String { bell, esc } => self.string(byte, bell, esc, out),
            State::Paste | State::PasteEsc { .. } | State::PasteControl { .. } => {
                self.pasted(byte, out);
            }
        }
    }

    fn ground(&mut self, byte: u8, out: &mut Vec<Heard>) {
        if self.utf8.is_open() && !self.utf8.continues(byte) {
            self.broken(out);
        }
        match byte {
            // A sequence without meaning does not split the characters around it.
            ESC => self.state = State::Esc { twice: false },
            0x80.. => match self.utf8.push(byte) {
                Step::More => {}
                Step::Char(c) if self.alt => {
                    self.alt = false;
                    self.key(with_alt(of_char(c), true), out);
                }
                Step::Char(c) => self.run.push(c, out),
                Step::C1(c1) => {
                    let alt = std::mem::take(&mut self.alt);
                    // An 8-bit control is its 7-bit form in one byte.
                    self.introduce(c1 - 0x40, alt, out);
                }
                Step::Nothing => self.broken(out),
            },
            INTERRUPT => self.key(of_control(byte), out),
            // Of many characters a control character is one more.
            _ => self.run.push(char::from(byte), out),
        }
    }

    /// A key, behind the characters before it.
    fn key(&mut self, key: KeyEvent, out: &mut Vec<Heard>) {
        self.run.end(out);
        out.push(Heard::Key(key));
    }

    /// Drops an incomplete character. An Esc before it was a key.
    fn broken(&mut self, out: &mut Vec<Heard>) {
        self.utf8.clear();
        if std::mem::take(&mut self.alt) {
            self.key(KeyCode::Esc.into(), out);
        }
    }

    fn escaped(&mut self, byte: u8, twice: bool, out: &mut Vec<Heard>) {
        if byte == ESC {
            if twice {
                self.key(KeyCode::Esc.into(), out);
            }
            self.state = State::Esc { twice: true };
            return;
        }
        self.rest();
        if matches!(byte, 0x20..=0x7e) && self.introduce(byte, twice, out) {
            return;
        }
        if twice {
            self.key(KeyCode::Esc.into(), out);
        }
        match byte {
            INTERRUPT => {
                self.key(KeyCode::Esc.into(), out);
                self.key(of_control(byte), out);
            }
            0x80.. => {
                self.alt = true;
                self.ground(byte, out);
            }
            _ => self.key(with_alt(of_char(char::from(byte)), true), out),
        }
    }

    /// Begins the sequence that `ESC` and this byte introduce; false for an unknown one. `alt`
    /// where another Esc stands before it: before a key that Esc means Alt, before anything else it
    /// is the key Esc.
    fn introduce(&mut self, byte: u8, alt: bool, out: &mut Vec<Heard>) -> bool {
        let state = match byte {
            b'[' => State::Control,
            b'O' => State::Shifted,
            b']' => State::String { bell: true, esc: false },
            b'P' | b'X' | b'^' | b'_' => State::String { bell: false, esc: false },
            // the end of a string whose begin was not heard
            b'\\' => State::Ground,
            _ => return false,
        };
        self.state = state;
        self.sequence.clear();
        self.alt = alt && matches!(state, State::Control | State::Shifted);
        if alt && !self.alt {
            self.key(KeyCode::Esc.into(), out);
        }
        true
    }

    fn control(&mut self, byte: u8, out: &mut Vec<Heard>) {
        match byte {
            b'[' if self.sequence.is_empty() => self.state = State::Console,
            b'M' if self.sequence.is_empty() => {
                self.state = State::Mouse { left: 3, wide: false };
            }
            b'$' if self.sequence.ends_in_dollar() => {
                self.complete(self.sequence.control(byte), out);
            }
            0x20..=0x3f => self.sequence.push(byte),
            0x40..=0x7e => self.complete(self.sequence.control(byte), out),
            _ => self.cut_short(byte, out),
        }
    }

    fn complete(&mut self, meaning: Meaning, out: &mut Vec<Heard>) {
        let (alt, late) = (self.alt, self.late);
        self.rest();
        match meaning {
            Meaning::Key(_) if late => {}
            Meaning::Key(key) => self.key(with_alt(key, alt), out),
            _ if alt => self.key(KeyCode::Esc.into(), out),
            _ => {}
        }
        match meaning {
            Meaning::PasteBegins => self.state = State::Paste,
            Meaning::Pointed(pointed) if self.hears_mouse && !late => {
                self.run.end(out);
                out.push(Heard::Pointed(pointed));
            }
            _ => {}
        }
    }

    /// A byte that ends a sequence before its end: the sequence is dropped.
    fn cut_short(&mut self, byte: u8, out: &mut Vec<Heard>) {
        self.rest();
        if byte != CANCEL && byte != SUBSTITUTE {
            self.ground(byte, out);
        }
    }

    /// The three characters of an old mouse report, whose bytes can be anything from a space on.
    fn mouse(&mut self, byte: u8, left: u8, wide: bool, out: &mut Vec<Heard>) {
        let second = wide && (0x80..=0xbf).contains(&byte);
        let left = if second { left } else { left.saturating_sub(1) };
        match byte {
            // The sequence waited only for a second byte.
            _ if !second && self.state == (State::Mouse { left: 0, wide: true }) => {
                self.complete(Meaning::Nothing, out);
                self.ground(byte, out);
            }
            ..0x20 => self.cut_short(byte, out),
            0xc2..=0xdf => self.state = State::Mouse { left, wide: true },
            _ if left == 0 => self.complete(Meaning::Nothing, out),
            _ => self.state = State::Mouse { left, wide: false },
        }
    }

    /// Drops all bytes up to the end of the string, keys and sequences too: a late answer of the
    /// terminal to another program must never become a key.
    fn string(&mut self, byte: u8, bell: bool, esc: bool, out: &mut Vec<Heard>) {
        if self.utf8.is_open() && !self.utf8.continues(byte) {
            self.utf8.clear();
        }
        match byte {
            INTERRUPT | CANCEL | SUBSTITUTE => self.cut_short(byte, out),
            b'\\' if esc => self.rest(),
            0x07 if bell => self.rest(),
            0x80.. if self.utf8.push(byte) == Step::C1(0x9c) => self.rest(),
            _ => self.state = State::String { bell, esc: byte == ESC },
        }
    }

    /// A paste is kept as it comes until its end or a Ctrl-C.
    fn pasted(&mut self, byte: u8, out: &mut Vec<Heard>) {
        if self.utf8.is_open() && !self.utf8.continues(byte) {
            self.utf8.clear();
        }
        let c1 = byte >= 0x80 && self.utf8.push(byte) == Step::C1(0x9b);
        let mark = self.paste.len();
        self.state = match (self.state, byte) {
            (_, INTERRUPT) => {
                self.end_paste(out);
                return self.ground(byte, out);
            }
            (_, ESC) => State::PasteEsc { mark },
            (State::PasteEsc { mark }, b'[') => {
                self.sequence.clear();
                State::PasteControl { mark }
            }
            (State::PasteControl { .. }, 0x20..=0x3f) => {
                self.sequence.push(byte);
                self.state
            }
            (State::PasteControl { mark }, 0x40..=0x7e) => {
                let meaning = self.sequence.control(byte);
                let interrupt = paste::interrupts(meaning);
                if meaning == Meaning::PasteEnds || interrupt.is_some() {
                    self.paste.cut(mark);
                    self.end_paste(out);
                    self.behind = interrupt.is_none().then(Vec::new);
                    out.extend(interrupt.map(Heard::Key));
                    return;
                }
                State::Paste
            }
            _ if c1 => {
                self.sequence.clear();
                State::PasteControl { mark }
            }
            _ => State::Paste,
        };
        self.paste.push(byte);
    }

    fn end_paste(&mut self, out: &mut Vec<Heard>) {
        let text = self.paste.take();
        self.run.end(out);
        if !text.is_empty() {
            out.push(Heard::Paste(text));
        }
        self.rest();
    }

    /// Returns to the ground state.
    fn rest(&mut self) {
        self.state = State::Ground;
        (self.alt, self.late) = (false, false);
        self.utf8.clear();
    }
}
