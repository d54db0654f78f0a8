//! Beginning a write: waiting for one's turn.
//!
//! SQLite's own waiting looks less and less often the longer it lasts, so that among many writers
//! who go on and on one may never find the lock free. Here every look comes after a few
//! milliseconds, and by chance sooner or later than the others': whoever waits has the same chance
//! at each turn.

use super::{Access, Store, StoreError};
use rusqlite::{ErrorCode, Transaction, TransactionBehavior};
use std::time::{Duration, Instant};

/// How long a write waits unless told otherwise. A turn takes milliseconds.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);

/// The longest pause between two looks.
const PAUSE: u32 = 4_000_000;

impl Store {
    /// A transaction that holds the write lock from the start.
    pub(super) fn begin(&self) -> Result<Transaction<'_>, StoreError> {
        self.connection.busy_timeout(Duration::ZERO)?;
        let immediate = TransactionBehavior::Immediate;
        let begun = in_turn(self.patience.get(), || {
            Transaction::new_unchecked(&self.connection, immediate)
        });
        self.connection.busy_timeout(super::connect::PATIENCE)?;
        let begun = begun?;
        // A trigger that has come since would run with what is written here.
        self.same_schema(Access::ReadWrite)?;
        Ok(begun)
    }
}

/// Tries what needs the file for itself until nobody else has it, for a time at most.
pub(super) fn in_turn<T>(
    patience: Duration,
    mut attempt: impl FnMut() -> Result<T, rusqlite::Error>,
) -> Result<T, rusqlite::Error> {
    let until = Instant::now() + patience;
    loop {
        match attempt() {
            Err(error) if is_busy(&error) && Instant::now() < until => std::thread::sleep(pause()),
            done => return done,
        }
    }
}

fn is_busy(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked))
}

/// A few milliseconds, by chance: the clock's last figures are one.
fn pause() -> Duration {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let chance = now.map_or(0, |now| now.subsec_nanos().wrapping_mul(2_654_435_761)) % PAUSE;
    Duration::from_nanos(u64::from(PAUSE / 4 + chance))
}
