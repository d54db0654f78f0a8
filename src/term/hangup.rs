//! The watch on the terminal itself: a closed window or a dropped line, with or without SIGHUP
//! (which only the terminal's own session gets, and which `nohup` and its kind swallow).

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;

/// Returns when the terminal is gone; costs nothing until then.
pub(super) fn wait() {
    let out = rustix::stdio::stdout();
    loop {
        // No flag asked for: the system reports a hang-up unasked, and nothing else.
        match poll(&mut [PollFd::new(&out, PollFlags::empty())], None) {
            Ok(0) | Err(Errno::INTR) => {}
            Ok(_) | Err(_) => return,
        }
    }
}
