//! Ends readings and writes when the program is to end, however long they would go on: an endless
//! view, a large file, a write that waits for another program's.

use super::StoreError;
use rusqlite::Connection;
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

/// How long a statement that runs may go on when the program is told to end. It is less than a
/// signal gives the whole program, so that unwritten edits can still be reported.
const GRACE: Duration = Duration::from_millis(300);

/// After so many steps of its machine SQLite asks whether to go on: well under a millisecond.
const STEPS: i32 = 10_000;

/// Says that the program is ending. Whatever waits for the register or runs in it has a third of a second
/// left then; after that it is stopped with [`StoreError::Stopped`], and a write is rolled back.
#[derive(Clone, Debug, Default)]
pub struct Ending(Arc<OnceLock<Instant>>);

impl Ending {
    /// The program is told to end.
    pub fn begin(&self) {
        // Told a second time, it still ends when it was told first.
        let _ = self.0.set(Instant::now());
    }

    /// Whether the time that was left is over.
    pub(super) fn is_over(&self) -> bool {
        self.0.get().is_some_and(|told| told.elapsed() >= GRACE)
    }

    /// Has a connection ask while it works.
    pub(super) fn watch(&self, connection: &mut Connection) -> Result<(), StoreError> {
        let own = self.clone();
        Ok(connection.progress_handler(STEPS, Some(move || own.is_over()))?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    /// Counts without an end.
    const ENDLESS: &str = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
                           SELECT count(*) FROM n";

    #[test]
    fn an_endless_reading_ends_with_the_program() {
        let mut store = Store::in_memory().unwrap();
        let ending = Ending::default();
        store.end_with(ending.clone()).unwrap();
        let other = std::thread::spawn(move || ending.begin());
        let ended = store.connection.query_row(ENDLESS, [], |row| row.get::<_, i64>(0));
        assert_eq!(ended.map_err(StoreError::from), Err(StoreError::Stopped));
        other.join().unwrap();
    }
}
