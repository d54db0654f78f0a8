//! A look at a file in WAL mode before it is opened as one.

use super::accept::{Stumble, accept};
use super::companion_paths::{beside, stands};
use super::header::Spot;
use super::source::Source;
use super::{Access, StoreError, replaced, schema};
use rusqlite::Connection;
use std::path::Path;
use std::time::Duration;

/// Looks at a file in WAL mode before any companion is made beside it, so that a refused file gets none. A log with an
/// index has both already. The newest schema is told by the pages of the file: SQLite would parse it once more.
pub(super) fn peek(spot: &Spot) -> Result<(), StoreError> {
    if !spot.wal {
        return Ok(());
    }
    if spot.log == 0 && spot.newest && schema::is_plainly_newest(&spot.real, spot.page) {
        return Ok(());
    }
    let looked = if spot.log == 0 {
        let frozen = Source::frozen(&spot.real).open();
        frozen
            .map_err(Stumble::from)
            .and_then(|connection| accept(&connection, &spot.given, Access::ReadOnly).map(drop))
    } else if !stands(&beside(&spot.real, "-shm")) {
        alone(&spot.real).map_err(Stumble::from).and_then(|connection| {
            accept(&connection, &spot.given, Access::ReadOnly)?;
            replaced::refuse_foreign_log(&connection, &spot.given, &spot.real)?;
            Ok(())
        })
    } else {
        return Ok(());
    };
    match looked {
        // Read without locks during another program's write: the result tells nothing about the file.
        Err(_) if spot.has_changed() => Ok(()),
        Err(Stumble::File(StoreError::Busy) | Stumble::Place(_)) | Ok(()) => Ok(()),
        Err(Stumble::File(error)) => Err(error),
    }
}

/// Opens a connection that reads a log without making its index, unless another program has the file open.
fn alone(real: &Path) -> Result<Connection, rusqlite::Error> {
    Source::left(real).open_waiting(Duration::ZERO)
}
