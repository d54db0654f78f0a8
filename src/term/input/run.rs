//! Characters that come together: a few are keys, many are a text.

use super::heard::Heard;
use super::keys;
use crate::domain::TOGETHER;

/// Up to so many of one and the same character are a key held down whose repeats a slow line
/// brought together.
const HELD: usize = 512;

/// The most bytes of one piece of a text.
const PIECE: usize = 64 * 1024;

/// The characters that have come since the last key of another kind.
#[derive(Debug, Default)]
pub(super) struct Run {
    text: String,
    /// The number of its characters, and of printable ones among them.
    all: usize,
    printable: usize,
    /// Whether they are all the same.
    same: bool,
    /// Whether it has been found to be a text: then characters that follow at once belong to it.
    open: bool,
    /// Whether a piece of it has been passed on.
    told: bool,
}

impl Run {
    /// Whether more may follow.
    pub(super) fn is_open(&self) -> bool {
        self.open
    }

    /// Whether something of it is held back until then.
    pub(super) fn is_held(&self) -> bool {
        !self.text.is_empty()
    }

    /// Takes a printable character, a tab or a line end.
    pub(super) fn push(&mut self, c: char, out: &mut Vec<Heard>) {
        self.same = self.text.is_empty() || (self.same && self.text.starts_with(c));
        self.text.push(c);
        self.all += 1;
        self.printable += usize::from(!c.is_control());
        if self.text.len() >= PIECE {
            self.open = true;
            self.tell(out);
        }
    }

    /// A read has ended: a few characters are keys at once, many wait for more of them.
    pub(super) fn pause(&mut self, out: &mut Vec<Heard>) {
        if self.is_text() {
            self.open = true;
        } else {
            self.tell(out);
        }
    }

    /// Ends the run: something else comes, or nothing.
    pub(super) fn end(&mut self, out: &mut Vec<Heard>) {
        self.tell(out);
        (self.open, self.told) = (false, false);
    }

    fn is_text(&self) -> bool {
        let held = self.same && self.all <= HELD;
        self.open || (self.printable >= TOGETHER && !held) || self.all > HELD
    }

    /// Passes on the held characters; those that follow without a pause go on with them.
    pub(super) fn tell(&mut self, out: &mut Vec<Heard>) {
        if self.text.is_empty() {
            return;
        }
        if self.is_text() {
            let text = std::mem::take(&mut self.text);
            out.push(if self.told { Heard::TypedOn(text) } else { Heard::Typed(text) });
            self.told = true;
        } else if self.printable >= TOGETHER {
            // A key held down, or a ruler: which of them the place knows.
            out.push(Heard::Typed(std::mem::take(&mut self.text)));
        } else {
            out.extend(self.text.chars().map(|c| Heard::Key(keys::of_char(c))));
            self.text.clear();
        }
        (self.all, self.printable) = (0, 0);
    }
}
