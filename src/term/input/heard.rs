//! The keys and other news that the terminal's bytes mean to the program.

use crate::term::pointer::Pointed;
use crossterm::event::KeyEvent;

/// An event from the terminal. Its reports on itself (replies, focus, the mouse while it is off) are dropped before
/// this; another size comes as a signal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// A key.
    Key(KeyEvent),
    /// Printable characters that came together, as from a paste that the terminal does not mark as
    /// one. Tabs and line ends (`\r`, `\n`) stand in it as they came.
    Typed(String),
    /// More of the last [`Typed`](Self::Typed), without a pause, however short it is: a long text
    /// comes in pieces.
    TypedOn(String),
    /// Pasted text: lines end in `\n`, and there is no other control character than that and the
    /// tab. It has at most [`LONGEST_PASTE`](super::LONGEST_PASTE) bytes; the rest of a longer
    /// paste is dropped.
    Paste(String),
    /// The mouse, while it is on.
    Pointed(Pointed),
}
