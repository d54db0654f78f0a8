//! The state of the loop: its tools, and its data, each part in a file of its own.

use super::answer::Answerer;
use super::assistance::Unfinished;
use super::autosave::Autosave;
use super::growth::Growth;
use super::history::History;
use super::last_visit::Leaving;
use super::memory::Memory;
use super::message::Message;
use super::screen::ScreenState;
use super::watch::Watch;
use super::writes::Writes;
use super::{Asked, Report, WorkerSettings};
use crate::store::{Store, StoreError};
use std::sync::atomic::AtomicU64;
use std::sync::mpsc::Sender;
use std::time::Instant;

/// The state of the loop.
///
/// Its methods that report return false once the receiver is gone: the loop then ends.
pub(super) struct Loop<'a> {
    pub(super) store: Store,
    pub(super) settings: &'a WorkerSettings,
    /// The generation of the newest question that was sent.
    pub(super) newest: &'a AtomicU64,
    pub(super) report: &'a dyn Fn(Report) -> bool,
    /// The loop's own inbox, for results of helper threads.
    pub(super) own: Sender<Message>,
    /// The register.
    pub(super) memory: Memory,
    /// The question on the screen.
    pub(super) screen: ScreenState,
    /// Selections and orders that the next answer may use again.
    pub(super) answerer: Answerer,
    /// The last answer, where it is given once more.
    pub(super) unfinished: Option<Unfinished>,
    /// Earlier days, and the published figures.
    pub(super) history: History,
    /// Selections of the earlier day that counts are compared with.
    pub(super) growth: Growth,
    /// Writes on their way.
    pub(super) writes: Writes,
    /// Drafts and presence.
    pub(super) autosave: Autosave,
    /// The state of the screens for the person's next start.
    pub(super) leaving: Leaving,
    /// The times of looks at other processes' writes.
    pub(super) watch: Watch,
}

impl<'a> Loop<'a> {
    /// A loop that begins to read the register.
    pub(super) fn begin(
        store: Store,
        settings: &'a WorkerSettings,
        own: Sender<Message>,
        newest: &'a AtomicU64,
        report: &'a dyn Fn(Report) -> bool,
    ) -> Self {
        let memory = Memory::begin(&store, settings.texts);
        if let Some(error) = memory.unread().cloned() {
            // If the receiver is gone, the first turn notices.
            report(Report::Failed { of: Asked::Register, error });
        }
        Self {
            autosave: Autosave::new(&store, settings.watch),
            leaving: Leaving::new(&store, settings.remembers, Instant::now()),
            watch: Watch::new(Instant::now()),
            store,
            settings,
            newest,
            report,
            own,
            memory,
            screen: ScreenState::new(settings.as_of),
            answerer: Answerer::default(),
            unfinished: None,
            history: History::default(),
            growth: Growth::default(),
            writes: Writes::default(),
        }
    }

    /// Reports a failure.
    pub(super) fn failed(&self, of: Asked, error: StoreError) -> bool {
        (self.report)(Report::Failed { of, error })
    }
}
