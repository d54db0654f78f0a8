//! The end from outside: signals and the hang-up of the terminal.
//!
//! Two threads wait, one for each, and neither needs the main thread, which may be blocked in a
//! write to a terminal that no longer takes anything. Whichever wakes first tells the program
//! that it is ending ([`Notice::Ending`]), gives it [`GRACE`] to finish what is in hand and to
//! end by itself, then gives the terminal back and ends the process: with 128 plus the number of
//! the signal, and with 129, as for SIGHUP, when the terminal hung up.

use super::{hangup, session};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGWINCH};
use signal_hook::iterator::Signals;
use std::io;
use std::process;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::thread::{self, Builder};
use std::time::Duration;

/// The time that the program has to end by itself.
pub const GRACE: Duration = Duration::from_millis(700);

/// The longest time that giving back a terminal that takes no bytes may hold up the end.
const FAREWELL: Duration = Duration::from_millis(250);

/// The longest time until the end.
pub const LATEST: Duration = GRACE.saturating_add(FAREWELL);

/// A signal from the system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The process ends in [`GRACE`], or sooner when the program returns with this status.
    Ending {
        /// The exit status.
        status: u8,
    },
    /// The process was stopped and goes on: another program had the terminal meanwhile. See
    /// [`TerminalSession::retake`](super::TerminalSession::retake).
    Continued,
    /// The terminal has another size: see [`size`](super::size).
    Resized,
}

/// Starts both watches. `tell` is called from their threads and must not block.
///
/// # Errors
/// The system refuses a handler or a thread.
pub fn watch(tell: impl Fn(Notice) + Send + Sync + 'static) -> io::Result<()> {
    let tell = Arc::new(tell);
    let mut signals = Signals::new([SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGCONT, SIGWINCH])?;
    let told = Arc::clone(&tell);
    Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in signals.forever() {
            match signal {
                SIGCONT => told(Notice::Continued),
                SIGWINCH => told(Notice::Resized),
                _ => end(&*told, signal),
            }
        }
    })?;
    Builder::new().name("hang-up".to_owned()).spawn(move || {
        hangup::wait();
        end(&*tell, SIGHUP);
    })?;
    Ok(())
}

/// Ends the process; a second caller waits for the first one's end.
fn end(tell: &impl Fn(Notice), signal: i32) {
    static ENDING: AtomicBool = AtomicBool::new(false);
    if ENDING.swap(true, Ordering::SeqCst) {
        return thread::sleep(LATEST);
    }
    // As a shell counts; no signal has a number beyond 64.
    let status = u8::try_from(128 + signal).unwrap_or(u8::MAX);
    tell(Notice::Ending { status });
    thread::sleep(GRACE);
    give_back();
    process::exit(status.into());
}

/// Gives the terminal back, or gives up when it takes nothing.
fn give_back() {
    let (done, wait) = mpsc::channel();
    let leaving = Builder::new().name("farewell".to_owned()).spawn(move || {
        session::leave();
        let _ = done.send(());
    });
    if leaving.is_ok() {
        let _ = wait.recv_timeout(FAREWELL);
    }
}
