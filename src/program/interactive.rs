//! The loop on the terminal: wait for something to happen, take everything that has happened,
//! draw once if the screen changes.

use super::colours;
use super::export::Exports;
use super::idle::{Due, Idle};
use super::pointer::Pointer;
use super::session::Session;
use super::wakes::{Wake, heed, listen};
use crate::app::{App, Event, Export, Wish};
use crate::cli::{Failure, Start, Status};
use crate::config::{self, SessionLimits};
use crate::paint::targets::Targets;
use crate::term::{self, EnterError, TerminalScreen, Tty};
use crate::text::{Message, Signs, Text};
use crate::ui;
use crate::worker::Report;
use std::collections::VecDeque;
use std::io::Write;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

/// How long a frame waits for the answer to a question just asked. An answer within it is drawn in
/// the same frame as the key that asked; a later one comes in a frame of its own.
const PATIENCE: Duration = Duration::from_millis(8);

/// So many keys are kept that are typed ahead; of a flood, those that come after them are dropped.
const MOST_AHEAD: usize = 10_000;

/// How long a key that is typed ahead waits for what the key before it has asked or written: it
/// was meant for the screen that is still to come.
const TYPED_AHEAD: Duration = Duration::from_millis(250);

/// The longest time that keys are taken before a frame shows their effects so far.
const FRAME: Duration = Duration::from_millis(100);

/// How long the first frame waits for the first answer.
const FIRST_PATIENCE: Duration = Duration::from_millis(40);

/// Refuses a terminal on which nothing can be drawn, and a script, which has none.
pub(super) fn ready() -> Result<(), Failure> {
    if term::is_dumb() {
        return Err(Failure::new(Status::Failed, Message::new("start-dumb-terminal")));
    }
    term::there_is_one().map_err(|error| no_terminal(&error))
}

/// Runs until the user leaves or the terminal goes.
pub(super) fn run(start: &Start) -> Result<(), Failure> {
    let began = Instant::now();
    let (sender, inbox) = channel();
    let told = sender.clone();
    let mut session = Session::start(start, term::size(), true, move |event| {
        told.send(Wake::Event(event)).is_ok()
    })?;
    let variable = |name: &str| std::env::var(name).ok();
    colours::on_terminal(&mut session.app.settings, start.config.theme, variable);
    if config::may_be_wide(variable) && start.config.signs.is_none() && start.signs != Signs::Ascii
    {
        let key = session.app.key_of("view.ascii");
        session.app.say_besides(Message::new("notice-signs-may-be-wide").with("key", key));
    }
    // Signals first: one that comes while the terminal is taken must not leave it raw.
    heed(sender.clone())?;
    let terminal = term::TerminalSession::enter().map_err(|error| no_terminal(&error))?;
    // Before signals were watched, a resize could go unnoticed: read the size now.
    let size = term::size();
    let screen = TerminalScreen::new(Tty, size)?;
    session.take(Event::Resize(size.0, size.1));
    let queue = VecDeque::new();
    let (inert, told, leaving) = (false, None, None);
    let wakes = sender.clone();
    let (targets, pointer) = (Targets::default(), Pointer::default());
    let limits = start.served.as_ref().map(|served| served.limits);
    let idle = limits.and_then(SessionLimits::idle).map(|most| Idle::new(most, began));
    let mut frames = Loop {
        began,
        session,
        screen,
        terminal,
        inbox,
        wakes,
        exports: Exports::default(),
        queue,
        inert,
        told,
        leaving,
        targets,
        pointer,
        idle,
        why: None,
    };
    frames.settle(FIRST_PATIENCE, App::is_answered);
    frames.draw();
    // Keys typed before wait in the terminal: the first frame does not wait for this thread.
    listen(sender, began)?;
    let (told, unkept) = frames.run();
    // `Loop` is gone: the worker has finished its work, the terminal is given back.
    if let Some(folder) = start.tour.as_ref().filter(|_| told.is_some()) {
        // The process ends here, and nothing behind it is run.
        let _ = std::fs::remove_dir_all(folder);
    }
    if let Some(status) = told {
        let lines = unkept.map(|failure| failure.lines(Text::of(start.lang))).unwrap_or_default();
        // Fails only where the terminal is gone as well.
        let _ = lines.iter().try_for_each(|line| writeln!(std::io::stderr(), "{line}"));
        std::process::exit(status.into());
    }
    unkept.map_or(Ok(()), Err)
}

struct Loop {
    /// When the program began.
    began: Instant,
    // in the order in which they are given up: the worker finishes before the terminal goes
    session: Session,
    screen: TerminalScreen,
    terminal: term::TerminalSession,
    inbox: Receiver<Wake>,
    /// The sender for helpers beside the loop, which report their end.
    wakes: Sender<Wake>,
    exports: Exports,
    /// The messages that have come and are not taken yet, in order.
    queue: VecDeque<Wake>,
    /// Whether the terminal takes no more bytes.
    inert: bool,
    /// The status with which the system ends the program.
    told: Option<u8>,
    /// The time until which earlier keys are taken, once the key that ends the program has come.
    leaving: Option<Instant>,
    /// The mouse targets of the last frame.
    targets: Targets,
    pointer: Pointer,
    /// How long nobody has typed, where a session ends by that.
    idle: Option<Idle>,
    /// Why the program ends by itself.
    why: Option<Message>,
}

impl Loop {
    /// Runs until the end; gives the status with which the system asked for it, and the data that could not be kept.
    fn run(mut self) -> (Option<u8>, Option<Failure>) {
        while !self.session.app.ended && !self.inert {
            if self.queue.is_empty() {
                let Some(wake) = self.wait() else { break };
                self.came(wake);
            }
            let drawn_by = Instant::now() + FRAME;
            while let Some(wake) = self.next() {
                self.hear(wake);
                // A wish is fulfilled before the next key makes another.
                if Instant::now() >= drawn_by || self.session.app.wish.is_some() {
                    break;
                }
            }
            self.settle(PATIENCE, App::is_answered);
            match self.session.app.wish.take() {
                Some(Wish::Suspend) => self.suspend(),
                Some(Wish::Repaint) => self.inert |= self.screen.repaint().is_err(),
                Some(Wish::Copy(text)) => self.inert |= self.screen.copy(&text).is_err(),
                Some(Wish::Export(export)) => self.export(export),
                Some(Wish::StopExports) => self.exports.stop(),
                None => {}
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
        let unkept = self.session.unkept(said.as_ref());
        let ended = self.why.map(|why| match unkept {
            Some(ref failure) => failure.clone().and(why),
            None => Failure::new(Status::Failed, why),
        });
        (self.told, ended.or(unkept))
    }

    /// Waits for the next message; `None` once there can be no more. Where nobody types for too long, a warning and an
    /// end come by themselves.
    fn wait(&mut self) -> Option<Wake> {
        loop {
            let Some(idle) = &mut self.idle else { return self.inbox.recv().ok() };
            match idle.due(Instant::now()) {
                Due::In(rest) => match self.inbox.recv_timeout(rest) {
                    Err(RecvTimeoutError::Timeout) => {}
                    come => return come.ok(),
                },
                Due::Warning(left) => {
                    let soon = Message::new("session-idle-soon").with("seconds", left.as_secs());
                    self.session.app.say_besides(soon);
                    self.draw();
                }
                Due::End => {
                    self.why = Some(Message::new("session-idle-ended"));
                    return Some(Wake::Ending(Status::Failed as u8));
                }
            }
        }
    }

    /// The next message, in order. A message that ends the program is seen as soon as it comes.
    fn next(&mut self) -> Option<Wake> {
        while let Ok(wake) = self.inbox.try_recv() {
            self.came(wake);
        }
        // The rest of the worker's reports is taken at the end.
        if self.session.app.ended { None } else { self.queue.pop_front() }
    }

    /// Puts an event in the queue; an end that the system asks for is taken at once. After the key that
    /// ends the program, the keys before it have a moment to be taken.
    fn came(&mut self, wake: Wake) {
        if let (Some(idle), Wake::Read(..) | Wake::Pointed(_)) = (&mut self.idle, &wake) {
            idle.used(Instant::now());
        }
        match wake {
            Wake::Ending(_) => self.take(wake),
            Wake::Pointed(pointed) => {
                let pointing = self.pointer.on(pointed, &self.targets);
                self.queue.extend(pointing.map(|pointing| Wake::Event(Event::Pointed(pointing))));
            }
            wake => {
                if self.ends(&wake) {
                    self.leaving.get_or_insert_with(|| Instant::now() + TYPED_AHEAD);
                } else if self.queue.len() >= MOST_AHEAD
                    && matches!(wake, Wake::Read(Event::Key(_), _))
                {
                    return;
                }
                self.queue.push_back(wake);
            }
        }
    }

    /// Whether it is the key that ends the program wherever it is pressed.
    fn ends(&self, wake: &Wake) -> bool {
        let keymap = &self.session.app.settings.keymap;
        matches!(wake, Wake::Read(Event::Key(key), _) if keymap.ends(*key))
    }

    /// Takes a message in its turn. Text is typed faster than it is searched; all other keys wait for the answers to
    /// the key before them, and so do the key that puts a filter in force and keys for notes that are still to come.
    fn hear(&mut self, wake: Wake) {
        if wake.is_key() && !self.ends(&wake) {
            if self.leaving.is_some_and(|until| Instant::now() >= until) {
                return;
            }
            let app = &self.session.app;
            let accepts =
                matches!(&wake, Wake::Read(Event::Key(key), _) if app.may_take_instead(*key));
            if !app.context().takes_text() || app.awaits_notes() || accepts {
                // Offers are waited for by the keys alone that take one.
                let takes_offer = accepts
                    || matches!(&wake, Wake::Read(Event::Key(key), _) if app.may_take_offer(*key));
                let enough = if takes_offer { App::is_settled } else { App::is_answered };
                self.settle(TYPED_AHEAD, enough);
            }
            if self.leaving.is_some_and(|until| Instant::now() >= until) {
                return;
            }
            if let Wake::Read(event, at) = &wake
                && let Some(parts) = self.session.app.parts(event)
            {
                for part in parts.into_iter().rev() {
                    self.queue.push_front(Wake::Read(part, *at));
                }
                return;
            }
        }
        self.take(wake);
    }

    fn take(&mut self, wake: Wake) {
        match wake {
            Wake::Event(Event::Worker(Report::SessionOver(why))) => {
                self.why = Some(why);
                self.take(Wake::Ending(Status::Failed as u8));
            }
            Wake::Event(event) => self.session.take(event),
            Wake::Read(event, at) => self.session.take_read(event, at),
            Wake::Ending(status) => {
                self.told = Some(status);
                self.session.take(Event::Ending);
            }
            Wake::Continued => {
                self.inert |= self.terminal.retake().is_err();
                self.fit();
            }
            Wake::Resized => self.fit(),
            // it has become an event when it came
            Wake::Pointed(_) => {}
        }
    }

    /// Waits a moment until the worker has answered `enough` of the requests and writes. Keys that come
    /// meanwhile keep their place in the queue.
    fn settle(&mut self, patience: Duration, enough: fn(&App) -> bool) {
        let until = Instant::now() + patience;
        // A write that waits for another program may wait long: keys do not wait with it.
        let waits = |app: &App| !enough(app) && app.delayed.is_none() && !app.ended;
        // Of what comes from now on, the mouse alone puts something in the queue that is no key.
        let mut looks = true;
        while waits(&self.session.app) {
            // The awaited event may already be in the queue, behind keys.
            if looks
                && let Some(place) = self.queue.iter().position(|wake| !wake.is_key())
                && let Some(wake) = self.queue.remove(place)
            {
                self.take(wake);
                continue;
            }
            looks = false;
            let now = Instant::now();
            let until = self.leaving.map_or(until, |leaving| leaving.min(until));
            if now >= until {
                break;
            }
            match self.inbox.recv_timeout(until - now) {
                Ok(wake) if wake.is_key() => {
                    looks = matches!(wake, Wake::Pointed(_));
                    self.came(wake);
                }
                Ok(wake) => self.take(wake),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
            }
        }
    }

    fn suspend(&mut self) {
        self.inert |= self.terminal.suspend().is_err();
        self.fit();
    }

    /// Exports to a file beside everything else; events report how far it is, and the outcome.
    fn export(&mut self, export: Export) {
        let wakes = self.wakes.clone();
        // Fails only when the program is ending already.
        let tell = move |event| drop(wakes.send(Wake::Event(event)));
        if let Err(message) = self.exports.start(export, self.session.app.settings.lang, tell) {
            self.session.take(Event::Exported(Err(message)));
        }
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
        let (app, targets) = (&self.session.app, Targets::default());
        let reports = self.terminal.point(app.settings.mouse);
        let drawn = self.screen.draw(|frame| {
            if let Some(cursor) = ui::draw_telling(app, frame.buffer_mut(), &targets) {
                frame.set_cursor_position(cursor);
            }
        });
        self.targets = targets;
        self.inert = drawn.is_err() || reports.is_err();
        self.tell_shown();
    }

    /// Tells that a question or a message has been drawn, behind the keys that were read before it was.
    fn tell_shown(&mut self) {
        let Some(sight) = self.session.app.awaits_sight() else { return };
        let at = self.began.elapsed();
        while let Ok(wake) = self.inbox.try_recv() {
            self.came(wake);
        }
        self.queue.push_back(Wake::Event(Event::Drawn(sight, at)));
    }
}

fn no_terminal(error: &EnterError) -> Failure {
    match error {
        // A script that names no command.
        EnterError::InputIsNoTerminal | EnterError::OutputIsNoTerminal => {
            Failure::new(Status::Usage, Message::new("start-no-terminal"))
        }
        EnterError::Refused(error) => {
            let message = Message::new("start-refused").with("reason", error.to_string());
            Failure::new(Status::Failed, message)
        }
    }
}
