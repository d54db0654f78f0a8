//! Naming States, or naming none, while the program runs: everything that is read from then on, and
//! the register in memory.

use super::state::Loop;
use super::{Asked, Report, Ticket};
use crate::query::register::Disclosure;
use crate::store::StoreError;
use std::sync::Arc;

impl Loop<'_> {
    /// Turns the names of States on or off from now on, and reports which.
    pub(super) fn turn_names(&mut self, ticket: Ticket, named: bool) -> bool {
        // Saves typed notes and ends the presence here before the names change.
        let unsaved = self.autosave.leave(&self.store, &self.settings.who);
        if !unsaved.into_iter().all(self.report) {
            return false;
        }
        // On a screen a question grows term by term: it may ask about regions.
        let disclosure = (!named).then_some(Disclosure::Regions);
        let turned = match self.memory.unread().cloned() {
            Some(error) => Err(error),
            None if self.memory.reading().is_some() => self.read_anew(disclosure),
            None => self.rename(disclosure),
        };
        match turned {
            Ok(()) => {
                // The question was for the other register; the next one comes at once.
                self.screen.question = None;
                self.history.forget();
                self.growth.forget();
                self.answerer.forget();
                self.compute_text_sort_keys();
            }
            Err(error) => {
                if !self.failed(Asked::Nothing, error) {
                    return false;
                }
            }
        }
        let named = self.store.names_states();
        (self.report)(Report::Names { ticket, named }) && self.report_presence()
    }

    fn rename(&mut self, disclosure: Option<Disclosure>) -> Result<(), StoreError> {
        let register = self.store.turn_names(disclosure, &self.memory.register)?;
        self.memory.register = Arc::new(register);
        Ok(())
    }

    /// Begins the reading anew, where the register is still being read; its parts so far are dropped.
    fn read_anew(&mut self, disclosure: Option<Disclosure>) -> Result<(), StoreError> {
        let before = self.store.names_states();
        self.store.turn_names_unread(disclosure);
        let begun = self.memory.begin_anew(&self.store);
        if begun.is_err() {
            self.store.turn_names_unread((!before).then_some(Disclosure::Regions));
        }
        begun
    }
}
