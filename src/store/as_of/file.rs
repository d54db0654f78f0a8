//! The file as it was known at the end of an earlier day, for what a register in memory does not hold.

use super::first_from;
use crate::domain::Day;
use crate::store::{Store, StoreError};
use std::ops::Deref;

/// A store to read the file of a day from: the store itself, or one of a copy of the file as it was known then.
pub enum FileOn<'a> {
    /// The store itself: the file says what is shown.
    Now(&'a Store),
    /// A store that reads a copy, in which what was written after the day is taken back.
    Then(Box<Store>),
}

impl Deref for FileOn<'_> {
    type Target = Store;

    fn deref(&self) -> &Store {
        match self {
            Self::Now(store) => store,
            Self::Then(copy) => copy,
        }
    }
}

impl Store {
    /// Gives a store to read what the file alone holds of activities, platforms, documents and other records on a day,
    /// today for `None`. Of what was known then ([`Store::knowing_then`]) it is what the file said at the end of the
    /// day, else what it says now.
    ///
    /// # Errors
    /// The file cannot be read or copied.
    pub fn file_on(&self, day: Option<Day>) -> Result<FileOn<'_>, StoreError> {
        let Some(day) = self.day_of_file(day) else { return Ok(FileOn::Now(self)) };
        let read = || {
            let first = first_from(&self.connection, self.after(day)?)?;
            if first == i64::MAX || !self.has_other_changes(first)? {
                return Ok(FileOn::Now(self));
            }
            Ok(FileOn::Then(Box::new(self.store_before(first)?)))
        };
        read().map_err(|error: StoreError| error.at(&self.path))
    }

    /// The day of which [`Store::file_on`] may give another file than that of today; `None` for today.
    pub fn day_of_file(&self, day: Option<Day>) -> Option<Day> {
        day.filter(|_| self.known_then)
    }
}
