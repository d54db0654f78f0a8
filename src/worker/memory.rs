//! The register in memory: as far as it is read, and how it keeps up with the file.

use super::reading::Reading;
use crate::domain::{Day, NeedNumber};
use crate::query::register::{ChapterTotals, Register};
use crate::store::{Refreshed, Store, StoreError};
use std::sync::Arc;

/// A data version that no connection has: with it the next look reads all changes.
const UNREAD: i64 = -1;

/// Whether the texts of the needs are in memory. Few texts are left for later, since the first
/// screen shows none of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Texts {
    /// The texts are in memory.
    Read,
    /// The texts are to be read when no request comes, or when a question needs them.
    WhenIdle,
    /// The texts are to be read when a question needs them: reading them while idle has failed.
    WhenAsked,
}

/// The result of one step of the reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// More is to be read.
    More,
    /// More is to be read, and the parts so far are to be shown.
    Show,
    /// The register is read: [`Memory::finish`] follows.
    Done,
}

/// The results computed from the register before a refresh that are outdated by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outdated {
    /// The register is still the same.
    Nothing,
    /// The results of this day and later days.
    Since(Day),
    /// All results.
    Everything,
}

/// The result of a refresh.
#[derive(Debug)]
pub(super) struct CaughtUp {
    /// The needs that were changed or added, rising.
    pub(super) changed: Vec<NeedNumber>,
    /// The computed results that the changes outdate.
    pub(super) outdated: Outdated,
}

/// The register in memory.
pub(super) struct Memory {
    /// The register as far as it is read.
    pub(super) register: Arc<Register>,
    /// The reading, while it lasts; writes wait until it is finished.
    reading: Option<Reading>,
    /// Why the register could not be read: the answer to everything that needs it.
    unread: Option<StoreError>,
    texts: Texts,
    /// The newest change of the log that the register holds.
    last_change: i64,
    /// Changes with every commit of another connection.
    data_version: i64,
}

impl Memory {
    /// Begins to read a register. Without `texts` the texts of needs may be left for later.
    pub(super) fn begin(store: &Store, texts: bool) -> Self {
        let (reading, unread) = match Reading::begin(store, texts) {
            Ok(reading) => (Some(reading), None),
            Err(error) => (None, Some(error)),
        };
        Self {
            register: Arc::default(),
            reading,
            unread,
            texts: Texts::Read,
            last_change: 0,
            data_version: 0,
        }
    }

    /// Begins anew while the register is being read: the parts so far are dropped.
    pub(super) fn begin_anew(&mut self, store: &Store) -> Result<(), StoreError> {
        self.reading = Some(Reading::begin(store, true)?);
        let stamp = self.register.stamp + 1;
        self.register = Arc::new(Register { stamp, ..Register::default() });
        Ok(())
    }

    /// The reading, while it lasts.
    pub(super) fn reading(&self) -> Option<&Reading> {
        self.reading.as_ref()
    }

    /// The newest change that the register holds, once it is whole.
    pub(super) fn seen(&self) -> Option<i64> {
        (self.reading.is_none() && self.unread.is_none()).then_some(self.last_change)
    }

    /// Why the register could not be read, if it could not.
    pub(super) fn unread(&self) -> Option<&StoreError> {
        self.unread.as_ref()
    }

    /// While the register is being read: how many needs it is known to hold.
    pub(super) fn totals(&self) -> Option<&ChapterTotals> {
        self.reading.as_ref().map(Reading::tally)
    }

    /// Reads a part of the register.
    pub(super) fn step(&mut self, store: &Store) -> Result<Step, StoreError> {
        let Some(reading) = &mut self.reading else { return Ok(Step::More) };
        if !reading.step(store)? {
            return Ok(Step::Done);
        }
        if !reading.is_time_to_show() {
            return Ok(Step::More);
        }
        let shown = reading.shown();
        self.replace(shown);
        Ok(Step::Show)
    }

    /// Takes the whole register, with the writes made while it was read. Returns the needs that
    /// were written and shown as they were before.
    pub(super) fn finish(&mut self, store: &Store) -> Result<Vec<NeedNumber>, StoreError> {
        let Some(reading) = self.reading.take() else { return Ok(Vec::new()) };
        let shown = reading.is_shown();
        self.texts = if reading.has_texts() { Texts::Read } else { Texts::WhenIdle };
        self.data_version = store.data_version()?;
        let Refreshed { register, last_change, changed, .. } = reading.finish(store)?;
        self.replace(register);
        self.last_change = last_change;
        Ok(if shown { changed } else { Vec::new() })
    }

    /// The register cannot be read.
    pub(super) fn give_up(&mut self, error: &StoreError) {
        self.reading = None;
        self.texts = Texts::Read;
        self.unread = Some(error.clone());
    }

    fn replace(&mut self, mut register: Register) {
        register.stamp = self.register.stamp + 1;
        self.register = Arc::new(register);
    }

    /// Whether texts are to be read as soon as nothing is asked.
    pub(super) fn has_texts_to_read(&self) -> bool {
        self.texts == Texts::WhenIdle
    }

    /// Reading the texts while idle has failed: only a question that needs them tries again.
    pub(super) fn put_texts_off(&mut self) {
        self.texts = Texts::WhenAsked;
    }

    /// Reads the texts unless they are there.
    pub(super) fn read_texts(&mut self, store: &Store) -> Result<(), StoreError> {
        if self.texts != Texts::Read {
            self.register = Arc::new(store.with_texts(&self.register)?);
            self.texts = Texts::Read;
        }
        Ok(())
    }

    /// Takes the sort keys of texts that were computed from a register; false where that has other
    /// needs than this one.
    pub(super) fn take_text_sort_keys(&mut self, of: &Register, keys: Arc<Vec<u32>>) -> bool {
        let fits = self.register.has_the_needs_of(of);
        if fits {
            let register = Register { text_ranks: Some(keys), ..(*self.register).clone() };
            self.register = Arc::new(register);
        }
        fits
    }

    /// Whether another connection has written since the last look.
    pub(super) fn is_behind(&self, store: &Store) -> Result<bool, StoreError> {
        Ok(store.data_version()? != self.data_version)
    }

    /// The store was opened anew: its numbers do not fit the register read before.
    pub(super) fn distrust(&mut self) {
        self.data_version = UNREAD;
    }

    /// Reads the changes in the file.
    pub(super) fn refresh(&mut self, store: &Store) -> Result<CaughtUp, StoreError> {
        self.data_version = store.data_version()?;
        let refreshed = store.refresh(&self.register, self.last_change)?;
        self.last_change = refreshed.last_change;
        let changed = refreshed.changed;
        let same_words = Arc::ptr_eq(&refreshed.register.vocabulary, &self.register.vocabulary);
        if !refreshed.whole && changed.is_empty() && same_words {
            return Ok(CaughtUp { changed, outdated: Outdated::Nothing });
        }
        let triage_only = refreshed.register.has_the_needs_of(&self.register);
        self.register = Arc::new(refreshed.register);
        let outdated = match refreshed.earliest {
            // Before the first of the changes all was as it was.
            Some(first) if triage_only => Outdated::Since(first.day()),
            _ => Outdated::Everything,
        };
        Ok(CaughtUp { changed, outdated })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Change, Edit, Moment, Priority};
    use crate::query::register::Address;
    use crate::store::{Access, Write};
    use crate::worker::fixture::two_needs;

    /// The register of a store, read to its end.
    fn read(store: &Store, texts: bool) -> Memory {
        let mut memory = Memory::begin(store, texts);
        while memory.step(store).unwrap() != Step::Done {}
        assert!(memory.finish(store).unwrap().is_empty());
        memory
    }

    #[test]
    fn a_change_by_others_is_read_once_and_outdates_its_day() {
        let (_folder, path) = two_needs();
        let open = || Store::open(&path, Access::ReadWrite).unwrap();
        let (store, other) = (open(), open());
        let mut memory = read(&store, true);
        assert!(memory.reading().is_none() && memory.unread().is_none());
        assert!(!memory.is_behind(&store).unwrap());
        let change = Change::Priority(Some(Priority::High));
        let edits = vec![Edit { need: NeedNumber::new(2), change, if_version: None }];
        other.write(&Write { who: "you".into(), note: String::new(), edits }).unwrap();
        assert!(memory.is_behind(&store).unwrap());
        let stamp = memory.register.stamp;
        let caught = memory.refresh(&store).unwrap();
        assert_eq!(caught.changed, [NeedNumber::new(2)]);
        assert_eq!(caught.outdated, Outdated::Since(Moment::now().day()));
        assert!(memory.register.stamp > stamp && !memory.is_behind(&store).unwrap());
        let caught = memory.refresh(&store).unwrap();
        assert!(caught.changed.is_empty() && caught.outdated == Outdated::Nothing);
        memory.distrust();
        assert!(memory.is_behind(&store).unwrap());
    }

    #[test]
    fn texts_that_are_left_for_later_are_read_when_idle_or_when_asked_for() {
        let (_folder, path) = two_needs();
        let store = Store::open(&path, Access::ReadOnly).unwrap();
        let text =
            |memory: &Memory| memory.register.need(Address::default()).unwrap().text().into_owned();
        let mut memory = read(&store, false);
        assert!(memory.has_texts_to_read());
        assert_eq!(text(&memory), "");
        memory.put_texts_off();
        assert!(!memory.has_texts_to_read());
        memory.read_texts(&store).unwrap();
        assert_eq!(text(&memory), "x");
    }
}
