//! Ending what is being read, however long it would go on: a damaged file or a large one must not
//! keep a program that is to end.

use super::{Store, StoreError};
use rusqlite::Connection;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// After so many steps of SQLite's machine it is asked whether to go on: well under a millisecond.
const STEPS: i32 = 20_000;

/// Ends the reading of a store, from another thread. What is being written is written to its end.
#[derive(Clone, Debug, Default)]
pub struct Interrupter {
    stopped: Arc<AtomicBool>,
    writing: Arc<AtomicBool>,
}

impl Interrupter {
    /// Ends what is being read and whatever is read from now on, with [`StoreError::Stopped`].
    pub fn stop_reading(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    /// Whether reading has been ended.
    pub(super) fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed) && !self.writing.load(Ordering::Relaxed)
    }

    /// Has a connection ask.
    pub(super) fn watch(&self, connection: &mut Connection) -> Result<(), StoreError> {
        let own = self.clone();
        Ok(connection.progress_handler(STEPS, Some(move || own.is_stopped()))?)
    }

    /// Keeps what is done until the guard goes from being ended.
    pub(super) fn keep(&self) -> Keeping<'_> {
        self.writing.store(true, Ordering::Relaxed);
        Keeping(&self.writing)
    }
}

/// While it is there nothing is ended.
pub(super) struct Keeping<'a>(&'a AtomicBool);

impl Drop for Keeping<'_> {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Relaxed);
    }
}

impl Store {
    /// What ends the reading of this store from another thread.
    pub fn interrupter(&self) -> Interrupter {
        self.interrupter.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Change, Edit};
    use crate::store::{Access, Write};

    /// Counts without an end.
    const ENDLESS: &str = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
                           SELECT count(*) FROM n";

    #[test]
    fn an_endless_reading_is_ended_and_a_write_is_not() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("stopped.db");
        let made = Store::create(&path).unwrap();
        let insert = "INSERT INTO review (id, state_id, cycle) VALUES (1, 1, 1);
                      INSERT INTO need (id, review_id, text, language) VALUES (1, 1, 'x', 'en')";
        made.connection.execute_batch(insert).unwrap();
        drop(made);
        let store = Store::open(&path, Access::ReadWrite).unwrap();
        let interrupter = store.interrupter();
        let other = std::thread::spawn(move || interrupter.stop_reading());
        let ended = store.connection.query_row(ENDLESS, [], |row| row.get::<_, i64>(0));
        assert_eq!(ended.map_err(StoreError::from), Err(StoreError::Stopped));
        other.join().unwrap();
        let edits = vec![Edit { need: 1, change: Change::notes("kept"), if_version: None }];
        let write = Write { who: "me".into(), note: String::new(), edits };
        assert_eq!(store.write(&write).unwrap().changes, 1);
    }
}
