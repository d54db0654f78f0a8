//! Waiting to read a register that another program keeps for itself, and saying so.
//!
//! Readers do not wait for an ordinary write. They do for a program that has the file locked against
//! everybody: one that works without a log (`BEGIN EXCLUSIVE`, or the end of its write), or one in
//! SQLite's exclusive mode.

use super::accept::Stumble;
use super::begin::Turn;
use super::secure;
use super::source::Source;
use super::waiting::Waiting;
use super::{Ending, Store, StoreError, holder};
use rusqlite::Connection;
use std::cell::RefCell;
use std::path::Path;
use std::time::Duration;

/// Opens a file and tries to read it with `attempt`. Where another program locks it, waits as long
/// as any reading waits, calling `tell` after a moment; then names that program in the error. Gives
/// the connection and the result of the attempt.
pub(super) fn open<T>(
    source: &Source,
    real: &Path,
    tell: &dyn Fn(&Waiting),
    attempt: impl Fn(&Connection) -> Result<T, Stumble>,
) -> Result<(Connection, T), Stumble> {
    let last = RefCell::new(None);
    let turn = Turn {
        patience: secure::PATIENCE,
        ending: &Ending::default(),
        holder: &|| holder::user(real),
        reads: true,
        tell: &|waiting| {
            let Some(waiting) = waiting else { return };
            tell(&waiting);
            last.replace(waiting.holder);
        },
    };
    let opened = turn.wait(Stumble::is_busy, || {
        let connection = source.open_waiting(Duration::ZERO)?;
        let made = attempt(&connection)?;
        connection.busy_timeout(secure::PATIENCE)?;
        Ok((connection, made))
    });
    opened.map_err(|stumble| match stumble {
        // The system's list can lack a line where it changes while it is read: named before is known.
        Stumble::File(error) => Stumble::File(match (named(error, real), last.take()) {
            (StoreError::Busy, Some(holder)) => StoreError::Held(holder),
            (error, _) => error,
        }),
        place @ Stumble::Place(_) => place,
    })
}

impl Store {
    /// Reads from an open register. If another program keeps it exclusively, as is possible without a log, waits like
    /// an opening, says so, and names that program in the error.
    pub(super) fn read_in_turn<T>(
        &self,
        attempt: impl FnMut() -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let Some(guard) = &self.guard else { return { attempt }() };
        let turn = Turn {
            patience: secure::PATIENCE,
            ending: &self.ending,
            holder: &|| holder::user(guard.real()),
            reads: true,
            tell: &|waiting| self.say_waiting(waiting),
        };
        self.connection.busy_timeout(Duration::ZERO)?;
        let done = turn.wait(|error| *error == StoreError::Busy, attempt);
        self.connection.busy_timeout(secure::PATIENCE)?;
        done.map_err(|error| named(error, guard.real()))
    }
}

/// An error with the program named that keeps the file, where that is what it says and the system tells.
pub(super) fn named(error: StoreError, real: &Path) -> StoreError {
    // Connections of this program itself block nobody.
    let other = || holder::user(real).filter(|holder| holder.process != std::process::id());
    match error {
        StoreError::Busy => other().map_or(StoreError::Busy, StoreError::Held),
        other => other,
    }
}
