//! A program in a pseudo-terminal, every piece of its output stamped when it was read.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::error::Error;
use std::io::{self, Read, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

/// What ends a frame: the end of a synchronized update.
pub(crate) const FRAME_END: &[u8] = b"\x1b[?2026l";

/// When a program that says nothing is given up.
const DEADLINE: Duration = Duration::from_secs(30);

/// A running program. Dropping it kills it.
pub(crate) struct Line {
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    output: Receiver<(Instant, Vec<u8>)>,
    /// When the program was started.
    pub(crate) started: Instant,
    /// Everything that it has written.
    pub(crate) received: Vec<u8>,
    _master: Box<dyn MasterPty + Send>,
}

/// An answer to what was done: when its last frame had come, and what it took to write it.
#[derive(Clone, Copy)]
pub(crate) struct Shown {
    pub(crate) after: Duration,
    pub(crate) bytes: usize,
}

impl Line {
    /// Starts a program on a terminal of so many columns and rows.
    pub(crate) fn start(
        command: CommandBuilder,
        (columns, rows): (u16, u16),
    ) -> Result<Self, Box<dyn Error>> {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size)?;
        let mut from = pair.master.try_clone_reader()?;
        let keyboard = pair.master.take_writer()?;
        let (sender, output) = channel();
        thread::spawn(move || {
            let mut buffer = vec![0; 64 * 1024];
            while let Ok(count @ 1..) = from.read(&mut buffer) {
                if sender.send((Instant::now(), buffer[..count].to_vec())).is_err() {
                    return;
                }
            }
        });
        let started = Instant::now();
        let child = pair.slave.spawn_command(command)?;
        Ok(Self { child, keyboard, output, started, received: Vec::new(), _master: pair.master })
    }

    /// Presses a key and waits until nothing comes any more; the key may change nothing.
    pub(crate) fn press(&mut self, bytes: &[u8], quiet: Duration) -> io::Result<()> {
        self.keyboard.write_all(bytes)?;
        self.keyboard.flush()?;
        while let Ok((_, bytes)) = self.output.recv_timeout(quiet) {
            self.received.extend(bytes);
        }
        Ok(())
    }

    /// Presses a key and says when the last frame that follows from it had come.
    pub(crate) fn type_in(&mut self, bytes: &[u8], quiet: Duration) -> io::Result<Option<Shown>> {
        let at = Instant::now();
        self.keyboard.write_all(bytes)?;
        self.keyboard.flush()?;
        Ok(self.settle(at, quiet))
    }

    /// Waits for the first frame and then until nothing has come for a while: a frame that is
    /// drawn before its answer is known must not count. Nothing when no frame comes.
    pub(crate) fn settle(&mut self, since: Instant, quiet: Duration) -> Option<Shown> {
        let first = self.received.len();
        let mut shown = None;
        loop {
            let patience = if shown.is_some() { quiet } else { DEADLINE };
            match self.output.recv_timeout(patience) {
                Ok((at, bytes)) => {
                    self.received.extend(bytes);
                    if self.received[first..].ends_with(FRAME_END) {
                        let bytes = self.received.len() - first;
                        shown = Some(Shown { after: at.duration_since(since), bytes });
                    }
                }
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return shown,
            }
        }
    }

    /// What the terminal shows.
    pub(crate) fn screen(&self, (columns, rows): (u16, u16)) -> String {
        let mut parser = vt100::Parser::new(rows, columns, 0);
        parser.process(&self.received);
        parser.screen().contents()
    }

    /// The memory that the program holds and the most that it held, where the system tells.
    pub(crate) fn resident(&self) -> Option<String> {
        let status = format!("/proc/{}/status", self.child.process_id()?);
        let status = std::fs::read_to_string(status).ok()?;
        let of = |name| {
            let line = status.lines().find_map(|line| line.strip_prefix(name))?;
            Some(line.split_whitespace().collect::<Vec<_>>().join(" "))
        };
        Some(format!("{} now, {} at most", of("VmRSS:")?, of("VmHWM:")?))
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
