//! A program in a pseudo-terminal, every piece of its output stamped when it was read.

use super::frames::FRAME_END;
use super::stale::{READING, SEARCHING};
use portable_pty::{Child, CommandBuilder, MasterPty, PtyPair, PtySize, native_pty_system};
use std::error::Error;
use std::io::{self, Read, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// When a program that says nothing is given up.
const DEADLINE: Duration = Duration::from_secs(30);

/// A running program. Dropping it kills it.
pub(crate) struct Line {
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    output: Receiver<(Instant, Vec<u8>)>,
    parser: vt100::Parser,
    /// When the program was started.
    pub(crate) started: Instant,
    /// Everything that it has written.
    pub(crate) received: Vec<u8>,
    /// When each piece that ended a frame had come, and how much had been received by then.
    pub(crate) frames: Vec<(Instant, usize)>,
    _master: Box<dyn MasterPty + Send>,
}

/// A slow line between the program and its user.
#[derive(Clone, Copy)]
pub(crate) struct Narrow {
    /// The time that a byte takes in one direction.
    pub(crate) delay: Duration,
    /// The bytes that come in a second.
    pub(crate) rate: usize,
}

/// The most bytes that a narrow line carries at once.
const PACKET: usize = 256;

/// An answer to input: when its last frame had come, and how many bytes it took.
#[derive(Clone, Copy)]
pub(crate) struct Shown {
    pub(crate) after: Duration,
    pub(crate) bytes: usize,
}

impl Line {
    /// Starts a program on a terminal of so many columns and rows.
    pub(crate) fn start(command: CommandBuilder, size: (u16, u16)) -> Result<Self, Box<dyn Error>> {
        let pair = Self::terminal(size)?;
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
        Self::run(command, size, pair, keyboard, output)
    }

    /// Starts a program whose bytes, and the user's keys, pass a narrow line.
    pub(crate) fn over(
        command: CommandBuilder,
        size: (u16, u16),
        narrow: Narrow,
    ) -> Result<Self, Box<dyn Error>> {
        let pair = Self::terminal(size)?;
        let mut from = pair.master.try_clone_reader()?;
        let (under_way, arriving) = channel();
        thread::spawn(move || {
            let mut buffer = [0; PACKET];
            let mut free = Instant::now();
            while let Ok(count @ 1..) = from.read(&mut buffer) {
                free = free.max(Instant::now());
                free += Duration::from_secs(count as u64) / narrow.rate as u32;
                if under_way.send((free + narrow.delay, buffer[..count].to_vec())).is_err() {
                    return;
                }
                // The program waits as it would for a full line.
                thread::sleep(free.saturating_duration_since(Instant::now()));
            }
        });
        let (sender, output) = channel();
        thread::spawn(move || {
            for (due, bytes) in arriving {
                thread::sleep(due.saturating_duration_since(Instant::now()));
                if sender.send((Instant::now(), bytes)).is_err() {
                    return;
                }
            }
        });
        let mut program = pair.master.take_writer()?;
        let (pressed, keys) = channel::<(Instant, Vec<u8>)>();
        thread::spawn(move || {
            for (at, bytes) in keys {
                let due = at + narrow.delay;
                thread::sleep(due.saturating_duration_since(Instant::now()));
                if program.write_all(&bytes).and_then(|()| program.flush()).is_err() {
                    return;
                }
            }
        });
        Self::run(command, size, pair, Box::new(Keys(pressed)), output)
    }

    fn terminal((columns, rows): (u16, u16)) -> Result<PtyPair, Box<dyn Error>> {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        Ok(native_pty_system().openpty(size)?)
    }

    fn run(
        command: CommandBuilder,
        (columns, rows): (u16, u16),
        pair: PtyPair,
        keyboard: Box<dyn Write + Send>,
        output: Receiver<(Instant, Vec<u8>)>,
    ) -> Result<Self, Box<dyn Error>> {
        let started = Instant::now();
        let child = pair.slave.spawn_command(command)?;
        Ok(Self {
            child,
            keyboard,
            output,
            parser: vt100::Parser::new(rows, columns, 0),
            started,
            received: Vec::new(),
            frames: Vec::new(),
            _master: pair.master,
        })
    }

    /// Writes to the program and waits for nothing.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.keyboard.write_all(bytes)?;
        self.keyboard.flush()
    }

    /// Presses a key and waits until nothing comes any more; the key may change nothing.
    pub(crate) fn press(&mut self, bytes: &[u8], quiet: Duration) -> io::Result<()> {
        self.write(bytes)?;
        while self.read(if self.is_whole() { quiet } else { DEADLINE }) {}
        Ok(())
    }

    /// Presses a key and says when the last frame that follows from it had come.
    pub(crate) fn type_in(&mut self, bytes: &[u8], quiet: Duration) -> io::Result<Option<Shown>> {
        let at = Instant::now();
        self.write(bytes)?;
        Ok(self.settle(at, quiet))
    }

    /// Waits for the first frame and then until nothing has come for a while and the screen does
    /// not say that more is to come: a frame that is drawn before its answer is known must not
    /// count. Nothing when no frame comes.
    pub(crate) fn settle(&mut self, since: Instant, quiet: Duration) -> Option<Shown> {
        let (first, frames) = (self.received.len(), self.frames.len());
        let is_shown = |line: &Self| line.frames.len() > frames && line.is_whole();
        while self.read(if is_shown(self) { quiet } else { DEADLINE }) {}
        let &(at, end) = self.frames[frames..].last()?;
        Some(Shown { after: at.duration_since(since), bytes: end - first })
    }

    /// Waits until the screen shows a text, and says when its frame had come.
    pub(crate) fn until(&mut self, since: Instant, text: &str) -> Option<Shown> {
        let first = self.received.len();
        loop {
            if self.received.ends_with(FRAME_END) && self.screen().contains(text) {
                let &(at, end) = self.frames.last()?;
                return Some(Shown { after: at.duration_since(since), bytes: end - first });
            }
            if !self.read(DEADLINE) {
                return None;
            }
        }
    }

    /// Takes the output until a moment.
    pub(crate) fn read_until(&mut self, moment: Instant) {
        loop {
            let left = moment.saturating_duration_since(Instant::now());
            if left.is_zero() || !self.read(left) {
                return;
            }
        }
    }

    /// Takes the next piece; false when none has come in time.
    fn read(&mut self, patience: Duration) -> bool {
        match self.output.recv_timeout(patience) {
            Ok((at, bytes)) => {
                self.parser.process(&bytes);
                self.received.extend(bytes);
                if self.received.ends_with(FRAME_END) {
                    self.frames.push((at, self.received.len()));
                }
                true
            }
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => false,
        }
    }

    /// Whether the screen does not say itself that its numbers are still to come.
    fn is_whole(&self) -> bool {
        let columns = self.parser.screen().size().1;
        let line = self.parser.screen().rows(0, columns).nth(1).unwrap_or_default();
        !line.contains(READING) && !line.contains(&format!(" {SEARCHING} of "))
    }

    /// The text on the terminal's screen.
    pub(crate) fn screen(&self) -> String {
        self.parser.screen().contents()
    }

    /// The number of the program's process.
    pub(crate) fn process(&self) -> Option<u32> {
        self.child.process_id()
    }

    /// The memory that the program holds and the most that it held, in megabytes, where the system
    /// tells.
    pub(crate) fn resident(&self) -> Option<(f64, f64)> {
        let status = format!("/proc/{}/status", self.child.process_id()?);
        let status = std::fs::read_to_string(status).ok()?;
        let of = |name| {
            let line = status.lines().find_map(|line| line.strip_prefix(name))?;
            Some(line.split_whitespace().next()?.parse::<f64>().ok()? / 1024.0)
        };
        Some((of("VmRSS:")?, of("VmHWM:")?))
    }
}

/// Keys that are sent down a narrow line.
struct Keys(Sender<(Instant, Vec<u8>)>);

impl Write for Keys {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let sent = self.0.send((Instant::now(), bytes.to_vec()));
        sent.map(|()| bytes.len()).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        // The program may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
