//! A copy of a register in use: page by page from one moment, never by copying the file, whose
//! latest changes may stand in its log.

use super::{Store, StoreError, connect, create};
use rusqlite::OpenFlags;
use rusqlite::backup::{Backup, StepResult};
use std::path::Path;

/// Pages for each step: 4 MB at the usual page size.
const STEP: i32 = 1024;

impl Store {
    /// Copies the register to a new file that needs no companion. `progress` gets the pages done
    /// and all pages, and stops the copying by giving `false`. Refuses a path where something
    /// stands; leaves nothing behind when it fails.
    pub fn backup(
        &self,
        path: &Path,
        progress: &mut dyn FnMut(usize, usize) -> bool,
    ) -> Result<(), StoreError> {
        create::reserve(path)?;
        let copied = self.copy_to(path, progress);
        if copied.is_err() {
            create::remove(path);
        }
        copied
    }

    fn copy_to(
        &self,
        path: &Path,
        progress: &mut dyn FnMut(usize, usize) -> bool,
    ) -> Result<(), StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut copy = connect::connect(path, flags)?;
        // One reading transaction around all steps: a write meanwhile does not start them anew.
        let moment = self.connection.unchecked_transaction()?;
        moment.query_row("SELECT count(*) FROM meta", [], |_| Ok(()))?;
        {
            let backup = Backup::new(&self.connection, &mut copy)?;
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
        copy.close().map_err(|(_, error)| error.into())
    }
}
