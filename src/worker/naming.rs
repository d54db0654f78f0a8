//! Naming States, or naming none, while the program runs: everything that is read from then on, and
//! the register in memory.

use super::reading::Reading;
use super::run::Loop;
use super::{Asked, Report, Ticket};
use crate::query::register::{Disclosure, Register};
use crate::store::StoreError;
use std::sync::Arc;

impl Loop<'_> {
    /// Names States or no more, and says which it is now; false when nobody listens.
    pub(super) fn turn_names(&mut self, ticket: Ticket, named: bool) -> bool {
        // While nothing may be written: what is typed is saved before, and nothing is open here.
        let unsaved = self.desk.leave(&self.store, &self.settings.who);
        if !unsaved.into_iter().all(self.report) {
            return false;
        }
        // On a screen a question grows term by term: it may ask about regions.
        let kept = (!named).then_some(Disclosure::Regions);
        let turned = match self.unread.clone() {
            Some(error) => Err(error),
            None if self.reading.is_some() => self.begin_anew(kept),
            None => self.rename(kept),
        };
        match turned {
            Ok(()) => {
                // It was asked of the other register; the next one comes at once.
                self.question = None;
                self.forget_the_past();
                self.answerer.forget();
                self.rank_texts();
            }
            Err(error) => {
                if !(self.report)(Report::Failed { of: Asked::Nothing, error }) {
                    return false;
                }
            }
        }
        let named = self.store.names_states();
        (self.report)(Report::Names { ticket, named })
            && self.desk.look(&self.store).is_none_or(self.report)
    }

    fn rename(&mut self, kept: Option<Disclosure>) -> Result<(), StoreError> {
        self.register = Arc::new(self.store.turn_names(kept, &self.register)?);
        Ok(())
    }

    /// The register is still being read: nothing of what is there stays.
    fn begin_anew(&mut self, kept: Option<Disclosure>) -> Result<(), StoreError> {
        let before = self.store.names_states();
        self.store.turn_names_unread(kept);
        match Reading::begin(&self.store, true) {
            Ok(reading) => {
                self.reading = Some(reading);
                let stamp = self.register.stamp + 1;
                self.register = Arc::new(Register { stamp, ..Register::default() });
                Ok(())
            }
            Err(error) => {
                self.store.turn_names_unread((!before).then_some(Disclosure::Regions));
                Err(error)
            }
        }
    }
}
