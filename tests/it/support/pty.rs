//! A program in a pseudo-terminal of its own.

use super::frames::FRAME_END;
use super::keys;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Pid, Signal, kill_process};
use std::fs::OpenOptions;
use std::io::{Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// When a wait is given up: far beyond what a loaded machine needs.
const DEADLINE: Duration = Duration::from_secs(60);

/// The bytes that the terminal has received, and its screen.
struct Seen {
    parser: vt100::Parser,
    bytes: Vec<u8>,
    /// Whether the reader takes nothing, as a stalled line does.
    stalled: bool,
    /// Whether the reader is to let go of the terminal.
    closing: bool,
    /// Whether the program's side is closed.
    ended: bool,
}

type Shared = Arc<(Mutex<Seen>, Condvar)>;

/// A running program and its terminal. Dropping it kills the program.
pub struct Pty {
    child: Box<dyn Child + Send + Sync>,
    master: Option<Box<dyn MasterPty + Send>>,
    keyboard: Option<Box<dyn Write + Send>>,
    reader: Option<JoinHandle<()>>,
    seen: Shared,
    name: PathBuf,
}

/// The program to run, where the defaults do not fit.
pub struct Spawn<'a> {
    /// The program.
    pub program: &'a Path,
    /// Its arguments.
    pub args: &'a [&'a str],
    /// Added to the environment, after the language, the terminal and the user's folders are set
    /// to known values.
    pub env: &'a [(&'a str, &'a str)],
    /// Columns and rows.
    pub size: (u16, u16),
    /// Whether the terminal is the program's own: then it gets SIGHUP when the terminal closes.
    pub controlling: bool,
}

impl Pty {
    /// Runs `program` in a terminal of `size` columns and rows.
    pub fn spawn(program: &Path, args: &[&str], env: &[(&str, &str)], size: (u16, u16)) -> Self {
        Self::with(&Spawn { program, args, env, size, controlling: true })
    }

    /// Runs a program in a terminal, with every choice open.
    pub fn with(spawn: &Spawn) -> Self {
        let pair = native_pty_system().openpty(pty_size(spawn.size)).unwrap();
        let mut command = CommandBuilder::new(spawn.program);
        command.args(spawn.args);
        command.set_controlling_tty(spawn.controlling);
        command.cwd(std::env::current_dir().unwrap());
        for name in ["NO_COLOR", "COLORTERM", "LC_ALL", "LC_MESSAGES", "LC_CTYPE"] {
            command.env_remove(name);
        }
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        for (name, value) in spawn.env {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let (columns, rows) = spawn.size;
        let seen: Shared = Arc::new((
            Mutex::new(Seen {
                parser: vt100::Parser::new(rows, columns, 0),
                bytes: Vec::new(),
                stalled: false,
                closing: false,
                ended: false,
            }),
            Condvar::new(),
        ));
        let from = pair.master.try_clone_reader().unwrap();
        let reader = thread::spawn({
            let seen = Arc::clone(&seen);
            move || read(from, &seen)
        });
        Self {
            child,
            keyboard: Some(pair.master.take_writer().unwrap()),
            name: pair.master.tty_name().unwrap(),
            master: Some(pair.master),
            reader: Some(reader),
            seen,
        }
    }

    /// Types keys in vim's notation; see [`keys::bytes`].
    pub fn keys(&mut self, keys: &str) {
        self.send(&keys::bytes(keys));
    }

    /// Sends bytes as they are.
    pub fn send(&mut self, bytes: &[u8]) {
        let keyboard = self.keyboard.as_mut().expect("the terminal is open");
        keyboard.write_all(bytes).unwrap();
        keyboard.flush().unwrap();
    }

    /// Sends these bytes again and again, from now on and until the program's side is closed.
    pub fn pour(&mut self, bytes: Vec<u8>) {
        let mut keyboard = self.keyboard.take().expect("the terminal is open");
        let shared = Arc::clone(&self.seen);
        // Linux takes and echoes text typed into a terminal that no program has open, so that waiting for a failure
        // would never end.
        let is_open = move || !shared.0.lock().unwrap_or_else(PoisonError::into_inner).ended;
        thread::spawn(move || while is_open() && keyboard.write_all(&bytes).is_ok() {});
    }

    /// Blocks until the screen is as asked for.
    ///
    /// # Panics
    /// With the screen, when the program ends or the deadline passes before that.
    pub fn wait_for(&self, what: &str, mut is: impl FnMut(&vt100::Screen) -> bool) {
        self.wait(what, |seen| is(seen.parser.screen()));
    }

    /// Blocks until the screen shows a text.
    pub fn wait_text(&self, text: &str) {
        self.wait_for(text, |screen| screen.contents().contains(text));
    }

    /// Blocks until the terminal has received these bytes, at any time since the start.
    pub fn wait_bytes(&self, bytes: &[u8]) {
        self.wait(&format!("{bytes:?}"), |seen| {
            seen.bytes.windows(bytes.len()).any(|w| w == bytes)
        });
    }

    /// Blocks until the screen shows a text and the frame that shows it is there to its last byte.
    pub fn wait_frame(&self, text: &str) {
        self.wait_frame_with(text, |screen| screen.contains(text));
    }

    /// Blocks until the text of the screen is as asked for, at the end of a frame.
    pub fn wait_frame_with(&self, what: &str, is: impl Fn(&str) -> bool) {
        self.wait(what, |seen| {
            seen.bytes.ends_with(FRAME_END) && is(&seen.parser.screen().contents())
        });
    }

    /// Watches the terminal for a time in which nothing may come.
    ///
    /// # Panics
    /// Something came; the message shows it.
    pub fn stays_quiet(&self, time: Duration) {
        let until = Instant::now() + time;
        let mut seen = self.seen();
        let before = seen.bytes.len();
        loop {
            let came = String::from_utf8_lossy(&seen.bytes[before..]);
            assert!(came.is_empty() && !seen.ended, "{came:?} (program ended: {})", seen.ended);
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return;
            }
            seen = self.seen.1.wait_timeout(seen, left).unwrap().0;
        }
    }

    fn wait(&self, what: &str, mut is: impl FnMut(&Seen) -> bool) {
        let until = Instant::now() + DEADLINE;
        let mut seen = self.seen();
        while !is(&seen) {
            let left = until.saturating_duration_since(Instant::now());
            assert!(
                !left.is_zero() && !seen.ended,
                "no {what} on the screen (program ended: {}):\n{}",
                seen.ended,
                seen.parser.screen().contents()
            );
            seen = self.seen.1.wait_timeout(seen, left).unwrap().0;
        }
    }

    /// The text of the screen as it is now.
    pub fn screen_text(&self) -> String {
        self.seen().parser.screen().contents()
    }

    /// Whether the program has the alternate screen.
    pub fn alternate(&self) -> bool {
        self.seen().parser.screen().alternate_screen()
    }

    /// How many bytes the terminal has received since the start.
    pub fn bytes(&self) -> usize {
        self.seen().bytes.len()
    }

    /// Everything that the terminal has received since the start.
    pub fn received(&self) -> Vec<u8> {
        self.seen().bytes.clone()
    }

    /// Gives the terminal another size; the program gets SIGWINCH.
    pub fn resize(&self, (columns, rows): (u16, u16)) {
        self.seen().parser.screen_mut().set_size(rows, columns);
        self.master.as_ref().unwrap().resize(pty_size((columns, rows))).unwrap();
    }

    /// Whether the kernel hands typed bytes to the program at once and unechoed.
    pub fn raw_mode(&self) -> bool {
        use rustix::termios::{LocalModes, tcgetattr};
        let slave = self.open_slave().unwrap();
        let modes = tcgetattr(&slave).unwrap().local_modes;
        !modes.intersects(LocalModes::ICANON | LocalModes::ECHO)
    }

    /// Sends a signal to the program.
    pub fn signal(&self, signal: Signal) {
        kill_process(self.id(), signal).unwrap();
    }

    /// Stops taking output from the program, as a stalled line does.
    pub fn stall(&self) {
        self.seen().stalled = true;
        // One byte, so that a reader that waits for output comes back and sees it.
        self.poke();
    }

    /// Blocks until a stalled terminal is full, so that the program's next write blocks it.
    pub fn wait_full(&self) {
        let slave = self.open_slave().unwrap();
        let until = Instant::now() + DEADLINE;
        let room = || {
            let mut fds = [PollFd::new(&slave, PollFlags::OUT)];
            poll(&mut fds, Some(&Timespec { tv_sec: 0, tv_nsec: 0 })).unwrap() > 0
        };
        while room() {
            assert!(Instant::now() < until, "the program does not fill the terminal");
            thread::yield_now();
        }
    }

    /// Takes output again.
    pub fn resume(&self) {
        self.seen().stalled = false;
        self.seen.1.notify_all();
    }

    /// Closes the terminal under the program, as a dropped line does.
    pub fn close(&mut self) {
        self.seen().closing = true;
        self.seen.1.notify_all();
        self.poke();
        self.keyboard = None;
        self.master = None;
        if let Some(reader) = self.reader.take() {
            reader.join().unwrap();
        }
    }

    /// The exit status, when the program has ended (or was killed by a signal: 1).
    ///
    /// # Panics
    /// When the deadline passes before that.
    pub fn wait_exit(&mut self) -> u32 {
        // The kernel has no wait with a deadline; a thread waits and the killer ends it.
        let (done, ended) = std::sync::mpsc::channel();
        let mut killer = self.child.clone_killer();
        let guard = thread::spawn(move || match ended.recv_timeout(DEADLINE) {
            Ok(()) => true,
            Err(_) => killer.kill().is_err(),
        });
        let status = self.child.wait().unwrap();
        let _ = done.send(());
        assert!(guard.join().unwrap(), "the program did not end:\n{}", self.screen_text());
        // Its last output is on the screen before the caller looks.
        if let Some(reader) = self.reader.take() {
            self.resume();
            reader.join().unwrap();
        }
        status.exit_code()
    }

    /// Blocks until the program has ended, and says how much processor time it took in all.
    #[cfg(target_os = "linux")]
    pub fn wait_processor_time(&self) -> Duration {
        use rustix::process::{WaitId, WaitIdOptions, waitid};
        let id = self.id();
        // The process stays a zombie, whose account can be read.
        waitid(WaitId::Pid(id), WaitIdOptions::EXITED | WaitIdOptions::NOWAIT).unwrap();
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", id.as_raw_nonzero())).unwrap();
        // Past the name in parentheses: the 12th and 13th are user and system ticks of 10 ms.
        let fields = stat.rsplit(')').next().unwrap().split_whitespace();
        let ticks: u64 = fields.skip(11).take(2).map(|n| n.parse::<u64>().unwrap()).sum();
        Duration::from_millis(10 * ticks)
    }

    /// The number of the program's process.
    pub fn process(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    fn id(&self) -> Pid {
        let id = i32::try_from(self.child.process_id().unwrap()).unwrap();
        Pid::from_raw(id).unwrap()
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        // A wait that failed panicked with the lock in its hands; the screen is as good as ever.
        self.seen.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn open_slave(&self) -> std::io::Result<std::fs::File> {
        let flags = rustix::fs::OFlags::NOCTTY | rustix::fs::OFlags::NONBLOCK;
        let flags = i32::try_from(flags.bits()).unwrap();
        OpenOptions::new().read(true).write(true).custom_flags(flags).open(&self.name)
    }

    /// Makes a reader that waits for output come back, with a byte that shows nothing.
    fn poke(&self) {
        if let Ok(mut slave) = self.open_slave() {
            // A full terminal refuses it, but then the reader does not wait.
            let _ = slave.write(b"\0");
        }
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        self.resume();
    }
}

fn read(mut from: Box<dyn Read + Send>, shared: &Shared) {
    let (seen, changed) = &**shared;
    let mut buffer = [0; 16 * 1024];
    loop {
        {
            let mut seen = seen.lock().unwrap();
            while seen.stalled && !seen.closing {
                seen = changed.wait(seen).unwrap();
            }
            if seen.closing {
                return;
            }
        }
        let count = from.read(&mut buffer).unwrap_or(0);
        let mut seen = seen.lock().unwrap();
        seen.ended = count == 0;
        seen.parser.process(&buffer[..count]);
        seen.bytes.extend(buffer[..count].iter().filter(|byte| **byte != 0));
        changed.notify_all();
        if count == 0 {
            return;
        }
    }
}

fn pty_size((cols, rows): (u16, u16)) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}
