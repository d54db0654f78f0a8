//! Whether the register is still the file at its path. A store goes on holding the file that it
//! opened after that was moved, removed or replaced: what it then wrote nobody would find.

use super::{Access, Store, StoreError};
use std::fs::Metadata;
use std::io::ErrorKind;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// Which file it is: its device and its number there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FileId(u64, u64);

impl FileId {
    /// The file at a path; `None` where none can be looked at.
    pub(super) fn at(path: &Path) -> Option<Self> {
        path.metadata().ok().map(|metadata| Self::of(&metadata))
    }

    fn of(metadata: &Metadata) -> Self {
        Self(metadata.dev(), metadata.ino())
    }
}

impl Store {
    /// An error where the file that was opened is no longer the one at the path.
    pub fn still_there(&self) -> Result<(), StoreError> {
        self.file_now().map(drop)
    }

    /// An error where nothing may be written: reading only, by request or by now, or without the
    /// names of States; or another file.
    pub(super) fn may_write(&self) -> Result<(), StoreError> {
        if let Some(interference) = &self.interference {
            return Err(StoreError::Interfered(interference.clone()));
        }
        if self.access == Access::ReadOnly || !self.names_states() {
            return Err(StoreError::ReadOnly);
        }
        match self.file_now()? {
            Some(metadata) if metadata.permissions().readonly() => Err(StoreError::ReadOnly),
            _ => Ok(()),
        }
    }

    /// The file at the path, if it is this store's; `None` for a register in memory.
    fn file_now(&self) -> Result<Option<Metadata>, StoreError> {
        let Some(opened) = self.file else { return Ok(None) };
        match self.path.metadata() {
            Ok(metadata) if FileId::of(&metadata) == opened => Ok(Some(metadata)),
            Ok(_) => Err(StoreError::Replaced(self.path.clone())),
            Err(error) if error.kind() == ErrorKind::PermissionDenied => {
                Err(StoreError::NoPermission(self.path.clone()))
            }
            Err(_) => Err(StoreError::Gone(self.path.clone())),
        }
    }
}
