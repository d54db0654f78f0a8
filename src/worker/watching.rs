//! Work that is due by the clock: drafts and presence, the day, the file, and the writes of others.

use super::state::Loop;
use super::{Asked, Report};
use crate::store::{GoesOn, StoreError};
use crate::text::Message;
use std::time::Instant;

impl Loop<'_> {
    /// Writes drafts, presence and the state of the screens where due and, once a second, looks for writes of others.
    pub(super) fn look_after(&mut self) -> bool {
        let now = Instant::now();
        self.leaving.work(&self.store, &self.settings.who, now);
        let reports = self.autosave.work(&self.store, &self.settings.who, now);
        if !reports.into_iter().all(self.report) {
            return false;
        }
        // The end of the reading catches up with others' writes.
        if !self.settings.watch || self.memory.reading().is_some() || !self.watch.is_due(now) {
            return true;
        }
        self.watch.begin(now);
        // The changes of an unreadable register cannot be read either.
        self.look_at_the_session()
            && self.look_at_the_day()
            && self.look_at_the_file()
            && (self.memory.unread().is_some() || self.look_elsewhere())
    }

    /// Whether the session over SSH goes on; reported when it is over. A file that cannot be read is reported elsewhere,
    /// and a row that cannot be renewed now is renewed by a later look.
    fn look_at_the_session(&mut self) -> bool {
        let over = match self.store.session_goes_on(self.settings.session) {
            Ok(GoesOn::EndedBy(who)) => Message::new("session-over-ended").with("who", who),
            Ok(GoesOn::SeesOther) => Message::new("session-over-sees"),
            Err(StoreError::UnknownPerson(_) | StoreError::Retired(..)) => {
                Message::new("session-over-gone")
            }
            Ok(GoesOn::Yes) | Err(_) => return true,
        };
        (self.report)(Report::SessionOver(over))
    }

    /// After midnight the question on the screen is answered again: other needs are overdue, and the figures of today
    /// have changed.
    fn look_at_the_day(&mut self) -> bool {
        if !self.screen.is_of_yesterday(self.today()) {
            return true;
        }
        self.history.verified = None;
        self.answer()
    }

    /// Whether the file is still the one that was opened; reported once when it is not.
    fn look_at_the_file(&mut self) -> bool {
        // A reader without write permission reads a file without a log as unchanging.
        match self.store.reopened() {
            Ok(Some(store)) => {
                self.store = store;
                self.memory.distrust();
                self.history.assistance.forget();
            }
            Ok(None) => {}
            Err(error) if error.is_busy() => {}
            Err(error) => return self.failed(Asked::Nothing, error),
        }
        let looked = self.store.still_there();
        match (self.watch.has_gone(looked.is_ok()), looked) {
            (true, Err(error)) => self.failed(Asked::Nothing, error),
            _ => true,
        }
    }

    /// Takes in the writes of other processes, if there are any.
    fn look_elsewhere(&mut self) -> bool {
        match self.memory.is_behind(&self.store) {
            Ok(true) => {}
            // A presence may expire without a write.
            Ok(false) => return !self.autosave.has_company() || self.report_presence(),
            Err(error) => return self.failed(Asked::Nothing, error),
        }
        let before = self.memory.register.stamp;
        match self.refresh() {
            Ok(changed) if self.memory.register.stamp != before => {
                self.answer()
                    && (self.report)(Report::ChangedElsewhere(changed))
                    && self.look_at_others()
            }
            Ok(_) => self.look_at_others(),
            Err(error) => self.failed(Asked::Nothing, error),
        }
    }
}
