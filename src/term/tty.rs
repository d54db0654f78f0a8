//! The bytes to the terminal, past every buffer of the standard library: a blocked write must not
//! hold a lock that the way out needs, other than the one here.

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use std::io::{self, Write};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The size of a terminal that does not know its own.
const USUAL: (u16, u16) = (80, 24);

/// Whether the program has the terminal. Every writer holds the lock, so that no frame can come
/// after the bytes that give the terminal back.
static HELD: Mutex<bool> = Mutex::new(false);

/// The lock on the terminal; a thread that panicked while it wrote does not keep it.
pub(super) fn held() -> MutexGuard<'static, bool> {
    HELD.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Standard output as a terminal: every `write` is one write(2), and an error (`EIO`, `EPIPE`) means that the
/// terminal is gone. After the end of the [`TerminalSession`](super::TerminalSession), writes fail.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tty;

impl Write for Tty {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let held = held();
        if !*held {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        write_once(bytes)
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        let held = held();
        if !*held {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        write_whole(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Writes all of it: one write(2), more only where a signal cut the first one short.
pub(super) fn write_whole(mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        let written = write_once(bytes)?;
        if written == 0 {
            return Err(io::ErrorKind::WriteZero.into());
        }
        bytes = &bytes[written..];
    }
    Ok(())
}

fn write_once(bytes: &[u8]) -> io::Result<usize> {
    let out = rustix::stdio::stdout();
    loop {
        match rustix::io::write(out, bytes) {
            Err(Errno::INTR) => {}
            // Another program that shares the terminal made it non-blocking.
            Err(Errno::AGAIN) => match poll(&mut [PollFd::new(&out, PollFlags::OUT)], None) {
                Ok(_) | Err(Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            },
            result => return result.map_err(io::Error::from),
        }
    }
}

/// Columns and rows of the terminal, asked of the system (not of the terminal), so it costs no
/// time; 80 by 24 where the system does not know.
pub fn size() -> (u16, u16) {
    match rustix::termios::tcgetwinsize(rustix::stdio::stdout()) {
        Ok(size) if size.ws_col > 0 && size.ws_row > 0 => (size.ws_col, size.ws_row),
        _ => USUAL,
    }
}
