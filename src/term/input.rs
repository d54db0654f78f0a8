//! Keys and pasted text, read by a thread of their own.

use crossterm::event::{Event, read};
use std::io;
use std::thread::Builder;

/// Starts the thread: every event goes to `sender` until that says `false` (nobody listens any
/// more) or the input ends. The thread is never joined: it stands in a read that only the
/// terminal can end.
///
/// # Errors
/// The system gives no thread.
pub fn spawn(sender: impl Fn(Event) -> bool + Send + 'static) -> io::Result<()> {
    let listen = move || {
        while let Ok(event) = read() {
            if !sender(event) {
                break;
            }
        }
    };
    Builder::new().name("input".to_owned()).spawn(listen).map(drop)
}
