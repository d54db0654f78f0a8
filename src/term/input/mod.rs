//! The layer between the terminal's bytes and the program's keys.
//!
//! Bytes from a terminal are more than keys: they are answers to questions of other programs,
//! reports, pastes, and all of it comes in whatever pieces the line makes of it. [`Decoder`] tells
//! them apart, with a bound in bytes and time for whatever has begun; [`spawn`] runs it on a thread
//! of its own.
//!
//! Alt with `[`, `]`, `\`, `^`, `_` and with a capital O, P or X cannot be told from the begin of a
//! sequence, and is never reported as a key.

mod decoder;
mod heard;
mod keys;
mod late;
mod paste;
mod reader;
mod run;
mod sequence;
mod state;
mod utf8;
mod waits;

pub use decoder::Decoder;
pub use heard::Heard;
pub use paste::LONGEST_PASTE;
pub use reader::spawn;
pub use waits::Waits;
