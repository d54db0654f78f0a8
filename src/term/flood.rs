//! Text that is still on its way into the terminal when the program gives that back: the rest of a
//! paste must not be run by the shell as commands. Keys typed ahead for the shell, without a text
//! before them, are left alone.

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::termios::{QueueSelector, tcflush};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// The longest pause between reads of one text.
const RECENT: Duration = Duration::from_millis(500);

/// A pause of this length ends the text.
const SILENCE: Duration = Duration::from_millis(150);

/// The longest wait for the rest of a text: the program must still end in time.
const MOST: Duration = Duration::from_millis(400);

/// When the last read came that was part of a text.
static TEXT: Mutex<Option<Instant>> = Mutex::new(None);

/// A read was part of a text.
pub(super) fn text_came() {
    *TEXT.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
}

/// Throws away the rest of a text. Returns at once where none was under way.
pub(super) fn drain() {
    let text = TEXT.lock().unwrap_or_else(PoisonError::into_inner).take();
    if text.is_none_or(|text| text.elapsed() > RECENT) {
        return;
    }
    let input = rustix::stdio::stdin();
    let until = Instant::now() + MOST;
    loop {
        let left = until.saturating_duration_since(Instant::now()).min(SILENCE);
        let Ok(left) = Timespec::try_from(left) else { return };
        let mut asked = [PollFd::new(&input, PollFlags::IN)];
        let is_over = !matches!(poll(&mut asked, Some(&left)), Ok(1..));
        let is_gone = asked[0].revents().intersects(PollFlags::HUP | PollFlags::ERR);
        // Never read: the thread that hears keys may have taken the bytes, and a read would wait
        // for more.
        if is_gone || tcflush(input, QueueSelector::IFlush).is_err() || is_over {
            return;
        }
    }
}
