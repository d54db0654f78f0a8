//! The events that the program takes.

use crate::app::keys::key::Key;
use crate::app::state::export::Export;
use crate::app::state::pointing::Pointing;
use crate::app::state::sight::Sight;
use crate::text::Message;
use crate::worker::Report;
use std::path::PathBuf;
use std::time::Duration;

/// An event; all events come through one channel.
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
    /// An action of the mouse.
    Pointed(Pointing),
    /// The terminal has this size now: columns and rows.
    Resize(u16, u16),
    /// The worker says something.
    Worker(Report),
    /// A frame with this question and this message was drawn, so long after the program began: keys that follow were
    /// read after that.
    Drawn(Sight, Duration),
    /// So many bytes of an export are written.
    Exporting(PathBuf, u64),
    /// An export has ended. It gives the path of the file that was written, or the message that says why the export
    /// failed.
    Exported(Result<PathBuf, Message>),
    /// The terminal or the system ends the program.
    Ending,
}

/// A request of the user to the terminal, or to write a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// The terminal: to be given to the shell (Ctrl-Z).
    Suspend,
    /// The terminal: to be drawn anew as a whole (Ctrl-L).
    Repaint,
    /// The terminal: to put this text on the clipboard of the machine at which the person sits (OSC 52).
    Copy(String),
    /// A file with the records shown.
    Export(Export),
    /// No file: those that are being written are given up.
    StopExports,
}
