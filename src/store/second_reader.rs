//! The second reader of a register that is being read: a thread with a connection of its own, which
//! shares the parts of the work with the first.

use super::names::Called;
use super::needs::{self, Places};
use super::source::Source;
use super::{Ending, StoreError};
use crate::query::register::Chunk;
use std::ops::RangeInclusive;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

/// A part of the needs: its number, and its chunks.
pub(super) type Part = (usize, Result<Vec<Arc<Chunk>>, StoreError>);

/// The work that the readers share.
pub(super) struct Work {
    pub(super) places: Places,
    pub(super) parts: Vec<RangeInclusive<u32>>,
    /// Whether the names of activities are read with the others.
    pub(super) with_activities: bool,
    pub(super) ending: Ending,
    /// The next part that nobody has taken.
    pub(super) next: AtomicUsize,
}

impl Work {
    pub(super) fn take(&self) -> Option<(usize, RangeInclusive<u32>)> {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        self.parts.get(number).map(|part| (number, part.clone()))
    }

    /// Leaves nothing to take.
    pub(super) fn stop(&self) {
        self.next.store(self.parts.len(), Ordering::Relaxed);
    }
}

/// A reader with a thread and a connection of its own, where the register is a file. It ends when
/// it is dropped before there is work for it.
pub(super) struct SecondReader {
    work: Sender<Arc<Work>>,
    called: Receiver<Called>,
    parts: Receiver<Part>,
    thread: JoinHandle<()>,
}

impl SecondReader {
    /// Starts the thread, which opens the file at once; `None` if the system gives no thread.
    pub(super) fn start(source: &Source) -> Option<Self> {
        let source = source.clone();
        let (work, handed) = channel::<Arc<Work>>();
        let (names, called) = channel();
        let (sender, parts) = channel();
        let read = move || {
            // If this connection fails, the first reader reads all parts.
            let Ok(mut connection) = source.open() else { return };
            let Ok(work) = handed.recv() else { return };
            if work.ending.watch(&mut connection).is_err() {
                return;
            }
            // The first reader reads the other small tables meanwhile. What it does not get from here it reads itself.
            if let Ok(read) = Called::read(&connection, work.with_activities) {
                let _ = names.send(read);
            }
            drop(names);
            while let Some((number, part)) = work.take() {
                let chunks = needs::read(&connection, part, &work.places);
                let failed = chunks.is_err();
                if sender.send((number, chunks)).is_err() || failed {
                    return;
                }
            }
        };
        let started = std::thread::Builder::new().name("reader".into()).spawn(read);
        started.ok().map(|thread| Self { work, called, parts, thread })
    }

    /// Sends it home without work; returns when it has closed the file.
    pub(super) fn end(self) {
        drop(self.work);
        // The thread's result is not needed.
        let _ = self.thread.join();
    }

    /// Has it read the names and take parts of the work; the names and the parts that it reads come back.
    pub(super) fn read(self, work: &Arc<Work>) -> (Receiver<Called>, Receiver<Part>) {
        // A reader that could not open the file has ended and closed the other end.
        let _ = self.work.send(Arc::clone(work));
        (self.called, self.parts)
    }
}
