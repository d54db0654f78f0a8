//! Reads the register, and decides when to show the parts so far.

use crate::query::register::{ChapterTotals, Register};
use crate::store::{Loading, Refreshed, Store, StoreError};
use std::time::{Duration, Instant};

/// The time before the first part is shown: a register read by then is shown whole, in one frame.
const FIRST: Duration = Duration::from_millis(15);

/// The shortest time between parts of a larger register.
const THEN: Duration = Duration::from_millis(120);

/// A new part must be at least this fraction of the part shown before: each time everything is
/// counted anew.
const MORE: usize = 5;

/// A register that is being read.
pub(super) struct Reading {
    loading: Loading,
    /// The time at which the parts so far are shown next.
    next: Instant,
    /// The number of needs shown last.
    shown: usize,
}

impl Reading {
    /// Without `texts` the texts of needs may be left for later.
    pub(super) fn begin(store: &Store, texts: bool) -> Result<Self, StoreError> {
        let next = Instant::now() + FIRST;
        Ok(Self { loading: store.loading(texts)?, next, shown: 0 })
    }

    pub(super) fn has_texts(&self) -> bool {
        self.loading.has_texts()
    }

    /// Reads a part; false when nothing is left.
    pub(super) fn step(&mut self, store: &Store) -> Result<bool, StoreError> {
        self.loading.step(store)
    }

    pub(super) fn is_time_to_show(&self) -> bool {
        Instant::now() >= self.next && self.loading.read() >= self.shown + self.shown / MORE
    }

    /// The register as far as it is read, to be shown.
    pub(super) fn shown(&mut self) -> Register {
        self.shown = self.loading.read();
        self.next = Instant::now() + THEN;
        self.loading.so_far()
    }

    /// Whether what needs have of activities can be told of what is read.
    pub(super) fn has_activities(&self) -> bool {
        self.loading.has_activities()
    }

    /// Whether a part was shown.
    pub(super) fn is_shown(&self) -> bool {
        self.shown > 0
    }

    /// The totals by chapter of the whole register, known before it is read.
    pub(super) fn tally(&self) -> &ChapterTotals {
        self.loading.tally()
    }

    /// The whole register, when nothing is left to read, with the writes made meanwhile.
    pub(super) fn finish(self, store: &Store) -> Result<Refreshed, StoreError> {
        self.loading.finish(store)
    }
}
