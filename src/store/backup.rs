//! A copy of a register in use: page by page from one moment, never by copying the file, whose
//! latest changes may stand in its log.

use super::sound::{self, Look};
use super::{Store, StoreError, create, placing, secure};
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};
use std::path::Path;

/// Pages for each step: 4 MB at the usual page size.
const STEP: i32 = 1024;

impl Store {
    /// Copies the register to a new file that needs no companion. `progress` gets the pages done
    /// and all pages, and stops the copying by giving `false`. Refuses a path where something
    /// stands, or one of SQLite's files beside it; a copy that is not sound is given up as
    /// [`StoreError::Damaged`]. Leaves nothing behind when it fails.
    pub fn backup(
        &self,
        path: &Path,
        progress: &mut dyn FnMut(usize, usize) -> bool,
    ) -> Result<(), StoreError> {
        placing::refuse_taken(path)?;
        let making = placing::making(path);
        let reserved = create::reserve(&making).map_err(|error| match error {
            StoreError::CannotMake(_, detail) => StoreError::CannotMake(path.to_owned(), detail),
            other => other,
        })?;
        let copied = copy(&self.connection, &making, progress).and_then(|copy| {
            if self.is_outdated() {
                // Read without locks while another program wrote: a mixture of two states.
                return Err(StoreError::Busy);
            }
            copy.close().map_err(|(_, error)| error.into())
        });
        let copied = copied.map_err(|error| error.at(&self.path));
        let placed = copied.and_then(|()| placing::place(&making, path));
        reserved.remove();
        placed
    }
}

/// Copies a database to a file that is there and empty; the copy, checked and still open.
pub(super) fn copy(
    from: &Connection,
    path: &Path,
    progress: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut copy = secure::connect(path, flags)?;
    // One reading transaction around all steps: a write meanwhile does not start them anew.
    let moment = from.unchecked_transaction()?;
    moment.query_row("SELECT count(*) FROM meta", [], |_| Ok(()))?;
    {
        let backup = Backup::new(from, &mut copy)?;
        loop {
            let step = backup.step(STEP)?;
            let pages = backup.progress();
            let all = usize::try_from(pages.pagecount).unwrap_or(0);
            let left = usize::try_from(pages.remaining).unwrap_or(0);
            if !progress(all.saturating_sub(left), all) {
                return Err(StoreError::Stopped);
            }
            match step {
                StepResult::Done => break,
                StepResult::More => {}
                _ => return Err(StoreError::Busy),
            }
        }
    }
    moment.finish()?;
    copy.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
    // Copied page by page, damage would go unnoticed.
    sound::refuse_damaged(&copy, Look::Whole)?;
    Ok(copy)
}
