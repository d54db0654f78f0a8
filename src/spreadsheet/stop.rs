//! A flag that ends the reading of a file, and how far it is.

use super::Unreadable;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// A flag that is asked while a file is read, also inside its parts. Clones share it: one stays with the reader, another
/// with whatever shows the progress.
#[derive(Clone, Debug, Default)]
pub struct Stop(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    is_asked: AtomicBool,
    done: AtomicU64,
}

impl Stop {
    /// Asks the reader to end. It does so within some thousand rows.
    pub fn ask(&self) {
        self.0.is_asked.store(true, Ordering::Relaxed);
    }

    /// Whether the reader was asked to end.
    pub fn is_asked(&self) -> bool {
        self.0.is_asked.load(Ordering::Relaxed)
    }

    /// How many bytes were read since the first use, unpacked ones where the file is packed. A file is read several
    /// times: looked at when it is opened, and once for each call for its rows.
    pub fn done(&self) -> u64 {
        self.0.done.load(Ordering::Relaxed)
    }

    /// Counts bytes as read.
    ///
    /// # Errors
    /// The reader was asked to end.
    pub(super) fn advance(&self, bytes: usize) -> Result<(), Unreadable> {
        self.0.done.fetch_add(bytes as u64, Ordering::Relaxed);
        if self.is_asked() { Err(Unreadable::stopped()) } else { Ok(()) }
    }
}
