//! The register on many days, one after the other, from the latest to the earliest: each change is
//! taken back once, and not again for every day before it.

use super::cut;
use crate::domain::Day;
use crate::query::register::Register;
use crate::store::{Store, StoreError};

/// A walk back through the change log.
pub struct Backwards<'a> {
    store: &'a Store,
    now: &'a Register,
    /// All needs, with their triage and matches on the last day; needs and activities from after that day are
    /// still there.
    triage: Register,
    day: Option<Day>,
}

impl<'a> Backwards<'a> {
    /// Begins at the register as it is.
    pub fn new(store: &'a Store, now: &'a Register) -> Self {
        Self { store, now, triage: now.clone(), day: None }
    }

    /// The register at the end of a day, as [`Store::as_of`] gives it. A day that is not before the
    /// last one begins the walk again.
    pub fn on(&mut self, day: Day) -> Result<Register, StoreError> {
        let first = super::first_from(&self.store.connection, self.store.after(day)?)?;
        if self.store.known_then && self.store.is_beyond_triage(first, None)? {
            return self.store.as_of(self.now, day);
        }
        let until = match self.day.take() {
            Some(later) if later > day => self.store.after(later)?,
            Some(_) => {
                self.triage = self.now.clone();
                i64::MAX
            }
            None => i64::MAX,
        };
        let after = self.store.after(day)?;
        self.store.take_back_assistance(&mut self.triage, &(after..until))?;
        let taken = self.store.take_back(&mut self.triage, after..until);
        taken.map_err(|error| error.at(&self.store.path))?;
        self.day = Some(day);
        Ok(cut::at(&self.triage, day, after < i64::MAX))
    }
}
