//! The progress of a long command, on one line of standard error; nothing is written where that is no terminal.

use super::output;
use crate::text::{Message, Text};
use std::io::{self, IsTerminal, Write};

/// The line.
pub(super) struct Progress<'a> {
    text: &'a Text,
    terminal: bool,
}

impl<'a> Progress<'a> {
    /// A line on which nothing stands yet.
    pub(super) fn new(text: &'a Text) -> Self {
        Self { text, terminal: io::stderr().is_terminal() && !output::is_quiet() }
    }

    /// Says how far the command is.
    pub(super) fn show(&self, message: &Message) {
        if self.terminal {
            Self::write(&format!("\r{}\x1b[K", self.text.say(message)));
        }
    }

    /// Empties the line.
    pub(super) fn clear(&self) {
        if self.terminal {
            Self::write("\r\x1b[K");
        }
    }

    /// Writes to standard error; failures are ignored, as nobody has to read it.
    fn write(words: &str) {
        let mut stderr = io::stderr().lock();
        let _ = stderr.write_all(words.as_bytes()).and_then(|()| stderr.flush());
    }
}
