//! The time between taking over the terminal and giving it back.

use super::tty::{held, write_whole};
use super::{flood, pointer};
use crossterm::cursor::{Hide, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::{Attribute, SetAttribute};
use crossterm::terminal::{
    Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
    disable_raw_mode, enable_raw_mode,
};
use crossterm::{Command, queue};
use std::ffi::OsStr;
use std::io;
use std::panic;
use std::process;
use std::sync::Once;
use std::thread::{self, ThreadId};

/// Why the terminal could not be taken over.
#[derive(Debug)]
pub enum EnterError {
    /// Standard input is not a terminal, so there are no keys to read.
    InputIsNoTerminal,
    /// Standard output is not a terminal, so there is nothing to draw on.
    OutputIsNoTerminal,
    /// The system refused.
    Refused(io::Error),
}

impl From<io::Error> for EnterError {
    fn from(error: io::Error) -> Self {
        Self::Refused(error)
    }
}

/// The terminal in the program's hands: raw mode, the alternate screen, no cursor, pasted text
/// in one piece. Dropping it gives the terminal back; so do a panic and
/// [`signals::watch`](super::signals::watch).
#[derive(Debug)]
pub struct TerminalSession(());

impl TerminalSession {
    /// Takes over the terminal. A panic from here on gives it back before it is reported, and a
    /// panic in a thread other than the one that called this ends the program with status 101:
    /// a program that lost a part and its screen must not linger unseen.
    pub fn enter() -> Result<Self, EnterError> {
        there_is_one()?;
        restore_before_a_panic_is_told(thread::current().id());
        take()?;
        Ok(Self(()))
    }

    /// Gives the terminal to the shell, stops until the user brings the program to the foreground
    /// again, and takes the terminal back. The screen must be painted anew. Without a shell with
    /// job control, which could continue it, the program does not stop.
    pub fn suspend(&self) -> io::Result<()> {
        flood::drain();
        leave();
        // To this very thread: it stops before the call returns, not some time after.
        signal_hook::low_level::raise(signal_hook::consts::SIGTSTP)?;
        take()
    }

    /// Turns the terminal's reports of the mouse on or off.
    ///
    /// # Errors
    /// A failed write means that the terminal is gone.
    pub fn point(&self, reports: bool) -> io::Result<()> {
        // under the lock: no other write comes between, and the terminal stays held
        let held = held();
        if !*held || pointer::is_heard() == reports {
            return Ok(());
        }
        pointer::hear(reports);
        write_whole(if reports { pointer::BEGIN } else { pointer::END.as_bytes() })
    }

    /// Takes the terminal again after a stop by a signal, during which another program had it. The
    /// screen must be painted anew.
    pub fn retake(&self) -> io::Result<()> {
        leave();
        take()
    }
}

impl Drop for TerminalSession {
    fn drop(&mut self) {
        flood::drain();
        leave();
    }
}

/// Refuses standard input and output that are no terminal.
///
/// # Errors
/// Says which of the two is not a terminal.
pub fn there_is_one() -> Result<(), EnterError> {
    if !rustix::termios::isatty(rustix::stdio::stdin()) {
        return Err(EnterError::InputIsNoTerminal);
    }
    if !rustix::termios::isatty(rustix::stdio::stdout()) {
        return Err(EnterError::OutputIsNoTerminal);
    }
    Ok(())
}

/// Whether this is a terminal that can neither move its cursor nor clear itself.
pub fn is_dumb() -> bool {
    rustix::termios::isatty(rustix::stdio::stdout())
        && names_dumb(std::env::var_os("TERM").as_deref())
}

/// Whether this type of terminal takes no sequences. A missing type is accepted: containers and services
/// often lose it, and every terminal of today understands what this program writes.
fn names_dumb(term: Option<&OsStr>) -> bool {
    term.is_some_and(|term| term == "dumb")
}

fn take() -> io::Result<()> {
    let mut held = held();
    enable_raw_mode()?;
    // From here on leaving has something to undo, even if the next line fails.
    *held = true;
    let mut bytes = Vec::new();
    // Some terminals show text that an earlier program left in the alternate screen.
    queue!(bytes, EnterAlternateScreen, Clear(ClearType::All), EnableBracketedPaste, Hide)?;
    if pointer::is_heard() {
        bytes.extend_from_slice(pointer::BEGIN);
    }
    write_whole(&bytes)
}

/// Gives the terminal back: any number of times, from any thread, whether or not the terminal still
/// exists. Returns when it is given back, by this thread or another.
pub(super) fn leave() {
    // First and without the lock: this works even while a frame hangs in a stalled terminal.
    // A terminal that is gone has no mode to restore.
    let _ = disable_raw_mode();
    let mut held = held();
    if !*held {
        return;
    }
    *held = false;
    let _ = write_whole(&farewell(pointer::is_heard()));
}

/// Undoes [`take`] and the leftovers of a frame cut short.
fn farewell(reports: bool) -> Vec<u8> {
    fn put(bytes: &mut String, command: impl Command) {
        // Writing to a string cannot fail.
        let _ = command.write_ansi(bytes);
    }
    let mut bytes = String::new();
    put(&mut bytes, EndSynchronizedUpdate);
    put(&mut bytes, SetAttribute(Attribute::Reset));
    if reports {
        bytes.push_str(pointer::END);
    }
    put(&mut bytes, DisableBracketedPaste);
    put(&mut bytes, LeaveAlternateScreen);
    put(&mut bytes, Show);
    bytes.into_bytes()
}

fn restore_before_a_panic_is_told(owner: ThreadId) {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let tell = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            let had_the_terminal = *held();
            leave();
            tell(info);
            if had_the_terminal && thread::current().id() != owner {
                process::exit(101);
            }
        }));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_farewell_undoes_each_step_in_reverse() {
        let bytes = String::from_utf8(farewell(false)).unwrap();
        assert_eq!(bytes, "\x1b[?2026l\x1b[0m\x1b[?2004l\x1b[?1049l\x1b[?25h");
        let bytes = String::from_utf8(farewell(true)).unwrap();
        assert!(bytes.contains("\x1b[?1006l\x1b[?1000l\x1b[?2004l"), "{bytes:?}");
    }

    #[test]
    fn only_a_terminal_that_says_so_is_dumb() {
        assert!(names_dumb(Some(OsStr::new("dumb"))));
        for term in [None, Some(""), Some("xterm"), Some("linux"), Some("vt100"), Some("dumber")] {
            assert!(!names_dumb(term.map(OsStr::new)), "{term:?}");
        }
    }

    #[test]
    fn leaving_what_was_never_entered_does_nothing() {
        leave();
        leave();
        assert!(!*held());
    }
}
