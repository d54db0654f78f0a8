//! What happens to the program.

use crate::app::keys::key::Key;
use crate::worker::Report;

/// Everything comes through one channel, as one of these.
#[derive(Debug)]
pub enum Event {
    /// A key.
    Key(Key),
    /// Pasted text.
    Paste(String),
    /// Many characters that came from the terminal at once, as from a paste that it does not mark
    /// as one: printable characters, tabs and line ends (`\r` or `\n`).
    Typed(String),
    /// The continuation of such characters, in the same sense: text where they were text, ignored where
    /// they were ignored, keys only where they were keys.
    TypedOn(String),
    /// The terminal has this size now: columns and rows.
    Resize(u16, u16),
    /// The worker says something.
    Worker(Report),
    /// The question of this number has been drawn: keys that follow were read after that.
    Shown(u32),
    /// The terminal or the system ends the program.
    Ending,
}

/// What the user wants of the terminal itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// To be given to the shell (Ctrl-Z).
    Suspend,
    /// To be drawn anew as a whole (Ctrl-L).
    Repaint,
}
