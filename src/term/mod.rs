//! The terminal: taken over and given back ([`TerminalSession`]), drawn on ([`TerminalScreen`]), listened to
//! ([`input`]), and left in time when a signal comes or when it vanishes ([`signals`]).
//!
//! Nothing here asks the terminal a question: an answer over a slow line can take seconds, and a
//! terminal that is gone never answers.

mod doubt;
mod encode;
mod flood;
mod hangup;
pub mod input;
mod pointer;
mod screen;
mod session;
pub mod signals;
mod tty;

pub use pointer::{Deed, Pointed};
pub use screen::{Drawn, TerminalScreen};
pub use session::{EnterError, TerminalSession, is_dumb, there_is_one};
pub use tty::{Tty, size};
