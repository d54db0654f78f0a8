//! The thread that reads the terminal.

use super::decoder::Decoder;
use super::heard::Heard;
use super::waits::Waits;
use crate::term::{flood, pointer};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use std::io;
use std::thread::Builder;
use std::time::Instant;

/// The most bytes of one read; a terminal gives less.
const READ: usize = 16 * 1024;

/// The result of one look at the terminal.
enum Look {
    /// The number of bytes read, perhaps 0.
    Bytes(usize),
    /// Nothing came in time.
    Nothing,
    /// The end.
    Gone,
}

/// Starts the thread: everything that is heard goes to `sender` until that says `false` (its
/// receiver is gone) or the terminal is gone. The thread is never joined: it waits for bytes that
/// only the terminal can bring, and costs nothing until then.
///
/// # Errors
/// The system gives no thread.
pub fn spawn(sender: impl Fn(Heard) -> bool + Send + 'static) -> io::Result<()> {
    let mut decoder = Decoder::new(Waits::of_this_terminal());
    let mut buffer = vec![0; READ];
    let listen = move || {
        loop {
            let was_text = decoder.is_in_text();
            let heard = match look(&mut buffer, decoder.deadline()) {
                Look::Bytes(count) => {
                    decoder.hear_mouse(pointer::is_heard());
                    let heard = decoder.feed(&buffer[..count], Instant::now());
                    let is_text = |heard: &Heard| !matches!(heard, Heard::Key(_));
                    if was_text || decoder.is_in_text() || heard.iter().any(is_text) {
                        flood::text_came();
                    }
                    heard
                }
                Look::Nothing => decoder.expire(Instant::now()),
                Look::Gone => return,
            };
            if !heard.into_iter().all(&sender) {
                return;
            }
        }
    };
    Builder::new().name("input".to_owned()).spawn(listen).map(drop)
}

/// Waits until there is something to read, or until the deadline where there is one. Bytes that are
/// there when the deadline has passed already are read first.
fn look(buffer: &mut [u8], deadline: Option<Instant>) -> Look {
    let input = rustix::stdio::stdin();
    let left = deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()));
    let left = left.and_then(|left| Timespec::try_from(left).ok());
    let mut asked = [PollFd::new(&input, PollFlags::IN)];
    match poll(&mut asked, left.as_ref()) {
        Ok(0) => return Look::Nothing,
        Ok(_) => {}
        Err(Errno::INTR) => return Look::Bytes(0),
        Err(_) => return Look::Gone,
    }
    match rustix::io::read(input, buffer) {
        // The end of typed text, and of the terminal only where that has hung up: while another
        // program has set its modes, a Ctrl-D reads so.
        Ok(0) if asked[0].revents().contains(PollFlags::HUP) => Look::Gone,
        Ok(count) => Look::Bytes(count),
        Err(Errno::INTR | Errno::AGAIN) => Look::Bytes(0),
        Err(_) => Look::Gone,
    }
}
