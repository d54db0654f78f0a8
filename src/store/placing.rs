//! A finished file gets its name: it is made beside its place under another name, so that at the
//! place there is nothing or the whole file, whenever the program dies.

use super::{StoreError, companion_paths, companions};
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// The name under which a file is made.
pub(super) fn making(target: &Path) -> PathBuf {
    companion_paths::beside(target, &format!(".{}.new", std::process::id()))
}

/// Refuses a place where something stands, or something that SQLite would take for its own.
pub(super) fn refuse_taken(target: &Path) -> Result<(), StoreError> {
    if companion_paths::stands(target) {
        return Err(StoreError::Exists(target.to_owned()));
    }
    companions::refuse_companions(target)
}

/// Gives the finished file its name, unless something stands there by now.
pub(super) fn place(making: &Path, target: &Path) -> Result<(), StoreError> {
    let failed = |error: io::Error| match error.kind() {
        ErrorKind::AlreadyExists => StoreError::Exists(target.to_owned()),
        _ => StoreError::CannotMake(target.to_owned(), error.to_string()),
    };
    sync(making).map_err(failed)?;
    companions::refuse_companions(target)?;
    // A link never overwrites, which a renaming would; but not every file system has links.
    match fs::hard_link(making, target) {
        Err(error)
            if error.kind() != ErrorKind::AlreadyExists && !companion_paths::stands(target) =>
        {
            fs::rename(making, target).map_err(failed)?;
        }
        linked => linked.map_err(failed)?,
    }
    sync(&super::modes::folder_of(target)).map_err(failed)
}

/// Waits until a file or folder that nobody has open is on the disk.
pub(super) fn sync(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}
