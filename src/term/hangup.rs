//! The watch on the terminal itself: a closed window or a dropped line, with or without SIGHUP
//! (which only the terminal's own session gets, and which `nohup` and its kind swallow).

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use std::io::{self, PipeWriter};

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

/// Puts a pipe that never says anything in the place of standard input. The library that reads
/// the keys takes the end of a closed terminal for "nothing yet" and would ask again as fast as
/// the processor allows. The pipe stays silent as long as the returned end lives.
pub(super) fn silence_input() -> io::Result<PipeWriter> {
    let (reader, writer) = io::pipe()?;
    rustix::stdio::dup2_stdin(&reader)?;
    Ok(writer)
}
