//! The messages of the loop on the terminal, and the threads that send them: of keys, and of signals.

use crate::app::Event;
use crate::app::key::from_terminal;
use crate::cli::Failure;
use crate::term::input::{self, Heard};
use crate::term::{Pointed, signals};
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

/// The messages of the one channel.
pub(super) enum Wake {
    Event(Event),
    /// A typed event, and when it was read, from the program's beginning.
    Read(Event, Duration),
    /// The system ends the program, with this status.
    Ending(u8),
    /// The terminal was in other hands.
    Continued,
    /// The terminal has another size.
    Resized,
    /// The mouse was used on the last frame.
    Pointed(Pointed),
}

impl Wake {
    /// Whether it was typed, or keeps its place among typed events.
    pub(super) fn is_key(&self) -> bool {
        matches!(self, Self::Read(..) | Self::Pointed(_) | Self::Event(Event::Drawn(..)))
    }
}

/// Starts the thread that hears keys.
pub(super) fn listen(sender: Sender<Wake>, began: Instant) -> Result<(), Failure> {
    input::spawn(move |heard| {
        let event = match heard {
            Heard::Key(key) => from_terminal(key).map(Event::Key),
            Heard::Typed(text) => Some(Event::Typed(text)),
            Heard::TypedOn(text) => Some(Event::TypedOn(text)),
            Heard::Paste(text) => Some(Event::Paste(text)),
            Heard::Pointed(pointed) => return sender.send(Wake::Pointed(pointed)).is_ok(),
        };
        event.is_none_or(|event| sender.send(Wake::Read(event, began.elapsed())).is_ok())
    })?;
    Ok(())
}

/// Starts the threads that hear signals and the end of the terminal.
pub(super) fn heed(sender: Sender<Wake>) -> Result<(), Failure> {
    signals::watch(move |notice| {
        // Fails only when the program is ending already.
        let _ = sender.send(match notice {
            signals::Notice::Ending { status } => Wake::Ending(status),
            signals::Notice::Continued => Wake::Continued,
            signals::Notice::Resized => Wake::Resized,
        });
    })?;
    Ok(())
}
