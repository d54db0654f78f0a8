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
use super::{Ending, StoreError, holder};
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

/// The error with the program named that locks the file, where the error is about a lock and the
/// system tells.
pub(super) fn named(error: StoreError, real: &Path) -> StoreError {
    // Connections of this program itself block nobody.
    let other = || holder::user(real).filter(|holder| holder.process != std::process::id());
    match error {
        StoreError::Busy => other().map_or(StoreError::Busy, StoreError::Held),
        other => other,
    }
}
