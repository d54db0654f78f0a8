//! The loop on the terminal: wait for something to happen, take everything that has happened,
//! draw once if the screen changes.

use super::session::Session;
use crate::app::Event;
use crate::app::key::from_terminal;
use crate::cli::{Failure, Start, Status};
use crate::term::{self, EnterError, Screen, Tty, input, signals};
use crate::text::{Message, Text};
use crate::ui;
use crossterm::event::Event as Heard;
use std::collections::VecDeque;
use std::io::Write;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

/// How long a frame waits for the answer to what was just asked. An answer within it is drawn in
/// the same frame as the key that asked; a later one comes in a frame of its own.
const PATIENCE: Duration = Duration::from_millis(8);

/// How long a key that is typed ahead waits for what the key before it has asked or written: it
/// was meant for the screen that is still to come.
const TYPED_AHEAD: Duration = Duration::from_millis(250);

/// How long the first frame waits for the first answer.
const FIRST_PATIENCE: Duration = Duration::from_millis(40);

/// What comes through the one channel.
enum Wake {
    Event(Event),
    /// The system ends the program, with this status.
    Ending(u8),
    /// The terminal was in other hands.
    Continued,
    /// The terminal has another size.
    Resized,
}

impl Wake {
    /// Whether it is something typed.
    fn is_key(&self) -> bool {
        matches!(self, Self::Event(Event::Key(_) | Event::Paste(_) | Event::Typed(_)))
    }
}

/// Refuses a terminal on which nothing can be drawn.
pub(super) fn ready() -> Result<(), Failure> {
    if term::is_dumb() {
        return Err(Failure::new(Status::Failed, Message::new("start-dumb-terminal")));
    }
    Ok(())
}

/// Runs until the user leaves or the terminal goes.
pub(super) fn run(start: &Start) -> Result<(), Failure> {
    let (sender, inbox) = channel();
    let told = sender.clone();
    let mut session = Session::start(start, term::size(), true, move |event| {
        told.send(Wake::Event(event)).is_ok()
    })?;
    // Signals first: one that comes while the terminal is taken must not leave it raw.
    heed(sender.clone())?;
    let terminal = term::Session::enter().map_err(|error| no_terminal(&error))?;
    // Of what happened before there was somebody to hear it, no signal tells.
    let size = term::size();
    let screen = Screen::new(Tty, size)?;
    session.take(Event::Resize(size.0, size.1));
    let queue = VecDeque::new();
    let mut frames = Loop { session, terminal, screen, inbox, queue, inert: false, told: None };
    frames.settle(FIRST_PATIENCE);
    frames.draw();
    // What is typed before waits in the terminal: the first frame does not wait for this thread.
    listen(sender)?;
    let (told, unkept) = frames.run();
    // `Loop` is gone: the worker has done what was in hand, the terminal is given back.
    if let Some(status) = told {
        let lines = unkept.map(|failure| failure.lines(Text::of(start.lang))).unwrap_or_default();
        // Where the terminal is gone as well, nobody is left to be told.
        let _ = lines.iter().try_for_each(|line| writeln!(std::io::stderr(), "{line}"));
        std::process::exit(status.into());
    }
    unkept.map_or(Ok(()), Err)
}

/// Starts the thread that hears keys.
fn listen(sender: Sender<Wake>) -> Result<(), Failure> {
    input::spawn(move |heard| {
        let event = match heard {
            Heard::Key(key) => from_terminal(key).map(Event::Key),
            Heard::Paste(text) => Some(Event::Paste(text)),
            _ => None, // of another size the signal tells
        };
        event.is_none_or(|event| sender.send(Wake::Event(event)).is_ok())
    })?;
    Ok(())
}

/// Starts the threads that hear signals and the end of the terminal.
fn heed(sender: Sender<Wake>) -> Result<(), Failure> {
    signals::watch(move |notice| {
        // When nobody listens any more the program is ending already.
        let _ = sender.send(match notice {
            signals::Notice::Ending { status } => Wake::Ending(status),
            signals::Notice::Continued => Wake::Continued,
            signals::Notice::Resized => Wake::Resized,
        });
    })?;
    Ok(())
}

struct Loop {
    // in the order in which they are given up: the worker finishes before the terminal goes
    session: Session,
    screen: Screen,
    terminal: term::Session,
    inbox: Receiver<Wake>,
    /// What has come and is not taken yet, in order.
    queue: VecDeque<Wake>,
    /// Whether the terminal takes no more bytes.
    inert: bool,
    /// The status with which the system ends the program.
    told: Option<u8>,
}

impl Loop {
    /// Until the end; the status with which the system asked for it, and what could not be kept.
    fn run(mut self) -> (Option<u8>, Option<Failure>) {
        while !self.session.app.ended && !self.inert {
            if self.queue.is_empty() {
                let Ok(wake) = self.inbox.recv() else { break };
                self.queue.push_back(wake);
            }
            self.queue.extend(self.inbox.try_iter());
            while let Some(wake) = self.queue.pop_front() {
                // Text is typed faster than it is searched; everything else waits its turn, and
                // so does what is typed into notes that are still to come.
                let app = &self.session.app;
                if wake.is_key() && (!app.context().takes_text() || app.awaits_notes()) {
                    self.settle(TYPED_AHEAD);
                }
                self.take(wake);
            }
            self.settle(PATIENCE);
            if self.session.app.suspend {
                self.session.app.suspend = false;
                self.suspend();
            }
            self.draw();
        }
        let said = self.session.app.notice.clone();
        self.session.end();
        for wake in self.queue.drain(..).chain(self.inbox.try_iter()) {
            if let Wake::Event(event @ Event::Worker(_)) = wake {
                self.session.take(event);
            }
        }
        (self.told, self.session.unkept(said.as_ref()))
    }

    fn take(&mut self, wake: Wake) {
        match wake {
            Wake::Event(event) => {
                self.session.take(event);
            }
            Wake::Ending(status) => {
                self.told = Some(status);
                self.session.take(Event::Ending);
            }
            Wake::Continued => {
                self.inert |= self.terminal.retake().is_err();
                self.fit();
            }
            Wake::Resized => self.fit(),
        }
    }

    /// Waits a moment for the worker's answer to what was asked or written. Keys that come
    /// meanwhile keep their place in the queue.
    fn settle(&mut self, patience: Duration) {
        let until = Instant::now() + patience;
        while !self.session.app.is_settled() && !self.session.app.ended {
            match self.inbox.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(wake) if wake.is_key() => self.queue.push_back(wake),
                Ok(wake) => self.take(wake),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
            }
        }
    }

    fn suspend(&mut self) {
        self.inert |= self.terminal.suspend().is_err();
        self.fit();
    }

    /// The next frame has the size of the terminal and is painted whole.
    fn fit(&mut self) {
        let (columns, rows) = term::size();
        self.inert |= self.screen.resize(columns, rows).is_err();
        self.session.take(Event::Resize(columns, rows));
    }

    fn draw(&mut self) {
        if self.session.app.ended || self.inert {
            return;
        }
        let app = &self.session.app;
        let drawn = self.screen.draw(|frame| {
            if let Some(cursor) = ui::draw(app, frame.buffer_mut()) {
                frame.set_cursor_position(cursor);
            }
        });
        self.inert = drawn.is_err();
    }
}

fn no_terminal(error: &EnterError) -> Failure {
    let message = match error {
        EnterError::InputIsNoTerminal | EnterError::OutputIsNoTerminal => {
            Message::new("start-no-terminal")
        }
        EnterError::Refused(error) => {
            Message::new("start-refused").with("reason", error.to_string())
        }
    };
    Failure::new(Status::Failed, message)
}
