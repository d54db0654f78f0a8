//! Looks whether the register is still the file at its path. A store goes on holding the file that
//! it opened after that was moved, removed or replaced: nobody would find its later writes.

use super::modes;
use super::{Access, Ending, Store, StoreError};
impl Store {
    /// An error where the file that was opened is no longer the one at the path, or has been
    /// overwritten there.
    pub fn still_there(&self) -> Result<(), StoreError> {
        self.guard.as_ref().map_or(Ok(()), |guard| guard.look(&self.connection))
    }

    /// An error where nothing may be written: reading only, by request or by now, or without the
    /// names of States; or another file.
    pub(super) fn may_write(&self) -> Result<(), StoreError> {
        if self.access == Access::ReadOnly || !self.names_states() {
            return Err(self.refusal());
        }
        self.still_there()?;
        // SQLite's files beside it are open already, whatever their modes are by now.
        match self.guard.as_ref().and_then(|guard| modes::locked(guard.real())) {
            Some(entry) => Err(StoreError::NotWritable(Box::new(entry))),
            None => Ok(()),
        }
    }

    /// The reason why this register, which is open for reading only, cannot be written, with the
    /// entry or difference that prevents it, where known.
    pub fn refusal(&self) -> StoreError {
        if let Some(interference) = &self.interference {
            return StoreError::Interfered(interference.clone());
        }
        self.obstacle.clone().unwrap_or(StoreError::ReadOnly)
    }

    /// Gives up waiting, and stops running statements, when the program ends.
    ///
    /// # Errors
    /// SQLite refuses the handler.
    pub fn end_with(&mut self, ending: Ending) -> Result<(), StoreError> {
        ending.watch(&mut self.connection)?;
        self.ending = ending;
        Ok(())
    }

    /// Whether the file is read as one that does not change, and has changed.
    pub(super) fn is_outdated(&self) -> bool {
        self.guard.as_ref().is_some_and(super::replaced::Guard::is_outdated)
    }

    /// Gives the register opened anew if it was read as unchanging and another program now writes to it; `None` if it
    /// can be read on.
    pub fn reopened(&self) -> Result<Option<Self>, StoreError> {
        if !self.is_outdated() {
            return Ok(None);
        }
        let mut fresh = Self::open(&self.path, Access::ReadOnly)?;
        fresh.kept = self.kept;
        (fresh.day, fresh.known_then) = (self.day, self.known_then);
        fresh.session = self.session;
        fresh.notice.clone_from(&self.notice);
        fresh.obstacle.clone_from(&self.obstacle);
        fresh.end_with(self.ending.clone())?;
        Ok(Some(fresh))
    }
}
