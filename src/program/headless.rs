//! The program without a terminal: the same state, worker and drawing. After every event the
//! worker's answers are awaited, so that the drawn frame is the screen on which a user's comes to
//! rest. The frame command, tests and benchmarks use it.
//!
//! A script has no clock: its keys come as slowly as a user reads every message ([`TO_READ`]), unless a test sets
//! another pace.

use super::session::Session;
use crate::app::key::Key;
use crate::app::state::pointing::{Gesture, Pointing};
use crate::app::state::sight::TO_READ;
use crate::app::{App, Event};
use crate::cli::{Failure, Start};
use crate::paint::targets::Targets;
use crate::ui;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// A running program whose screen is a buffer.
pub struct Headless {
    session: Session,
    inbox: Receiver<Event>,
    /// The time since the program began.
    elapsed: Duration,
    /// The time from a frame to the next key.
    pace: Duration,
}

impl Headless {
    /// Starts the program at a size (columns, rows) and waits until its first screen is there.
    ///
    /// # Errors
    /// The register cannot be opened or the filter not be read.
    pub fn start(start: &Start, size: (u16, u16)) -> Result<Self, Failure> {
        let (sender, inbox) = channel();
        let session = Session::start(start, size, false, move |event| sender.send(event).is_ok())?;
        let mut headless = Self { session, inbox, elapsed: Duration::ZERO, pace: TO_READ };
        headless.settle();
        Ok(headless)
    }

    /// Sets the time from a frame to the next key.
    pub fn set_pace(&mut self, pace: Duration) {
        self.pace = pace;
    }

    /// Presses a key.
    pub fn key(&mut self, key: Key) {
        self.elapsed += self.pace;
        self.take(Event::Key(key));
    }

    /// Presses a key without waiting for its effects, as a user who types ahead.
    pub fn type_ahead(&mut self, key: Key) {
        self.ahead(Event::Key(key));
    }

    /// Takes an event without waiting for its effects.
    pub fn ahead(&mut self, event: Event) {
        self.session.take_read(event, self.elapsed);
    }

    /// Waits for the effects of everything typed so far.
    pub fn catch_up(&mut self) {
        self.settle();
    }

    /// Takes an event and waits for its effects.
    pub fn take(&mut self, event: Event) {
        match self.session.app.parts(&event) {
            Some(parts) => {
                for part in parts {
                    self.take(part);
                }
            }
            None => self.session.take_read(event, self.elapsed),
        }
        self.settle();
    }

    /// Does something with the mouse at a place of the screen.
    pub fn point(&mut self, x: u16, y: u16, gesture: Gesture) {
        let (columns, rows) = self.session.app.settings.size;
        let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
        let targets = Targets::default();
        ui::draw_telling(&self.session.app, &mut buffer, &targets);
        if let Some(target) = targets.at(Position::new(x, y)) {
            self.take(Event::Pointed(Pointing { gesture, target }));
        }
    }

    /// The state of the program.
    pub fn app(&self) -> &App {
        &self.session.app
    }

    /// The screen, and where the cursor stands on it where text is typed.
    pub fn draw(&self) -> (Buffer, Option<Position>) {
        let (columns, rows) = self.session.app.screen_size();
        let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
        let cursor = ui::draw(&self.session.app, &mut buffer);
        (buffer, cursor)
    }

    /// Ends the program; returns the failure that names the changes which could not be written.
    pub(super) fn end(mut self) -> Option<Failure> {
        let said = self.session.app.notice.clone();
        self.session.take(Event::Ending);
        self.session.end();
        while let Ok(event) = self.inbox.try_recv() {
            self.session.take(event);
        }
        self.session.unkept(said.as_ref())
    }

    /// Waits until the program is at rest: then the answers are on the screen.
    fn settle(&mut self) {
        while !self.session.app.is_settled() || self.session.app.is_reading() {
            let Ok(event) = self.inbox.recv() else { return };
            self.session.take(event);
        }
        if let Some(sight) = self.session.app.awaits_sight() {
            self.session.take(Event::Drawn(sight, self.elapsed));
        }
    }
}
