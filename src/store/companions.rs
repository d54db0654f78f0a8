//! The files that SQLite keeps beside a register: `-journal`, `-wal` and `-shm`. SQLite takes one
//! that stands there for its own, whatever file it came from: so nothing new is made beside one, and
//! none is removed that was not made here.

use super::StoreError;
use super::companion_paths::{beside, beside_all, free_name, stands};
use super::file_id::FileId;
use super::modes::Entry;
use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::path::{Path, PathBuf};

/// Refuses to make a file beside such a file of an earlier one: SQLite would take it for its own.
pub fn refuse_companions(path: &Path) -> Result<(), StoreError> {
    match beside_all(path).into_iter().find(|companion| stands(companion)) {
        Some(companion) => Err(StoreError::Companion(path.to_owned(), companion)),
        None => Ok(()),
    }
}

/// Gives the files beside a register in use the register's group and mode where they have others:
/// in a folder without setgid they have the group of the account that opened the register first,
/// and other members of the register's group could not write. Files of other users stay as they
/// are.
pub(super) fn share(register: &Path) {
    let Ok(file) = register.metadata() else { return };
    let me = rustix::process::geteuid().as_raw();
    for path in [beside(register, "-wal"), beside(register, "-shm")] {
        // Not through a link, which may lead to a file that has nothing to do with it.
        let Ok(companion) = path.symlink_metadata() else { continue };
        if !companion.is_file() || companion.uid() != me {
            continue;
        }
        if companion.gid() != file.gid() {
            let _ = chown(&path, None, Some(file.gid()));
        }
        if companion.mode() & 0o777 != file.mode() & 0o777 {
            let _ = fs::set_permissions(&path, Permissions::from_mode(file.mode() & 0o777));
        }
    }
}

/// Gives a new file to the group of its folder to write, where the folder is one that a group
/// shares: setgid and writable by the group.
pub(super) fn share_new(path: &Path) {
    let Ok(folder) = Entry::at(&super::modes::folder_of(path)) else { return };
    let Ok(metadata) = path.metadata() else { return };
    if folder.hands_on_group() && folder.group_writes() && metadata.gid() == folder.gid {
        let mode = metadata.mode() & 0o777 | 0o060;
        let _ = fs::set_permissions(path, Permissions::from_mode(mode));
    }
}

/// Takes the log and its index away from a file that has been put in the place of the register that
/// they belong to: a program that opens that file would have the old register's pages written over it. The
/// log is kept under another name, which is returned; the index can be made from it.
pub(super) fn set_aside(
    register: &Path,
    log: Option<FileId>,
    index: Option<FileId>,
) -> Option<PathBuf> {
    let path = beside(register, "-wal");
    let ours = log.is_some() && FileId::at(&path) == log;
    let aside =
        ours.then(|| free_name(&path, ".old")).filter(|aside| fs::rename(&path, aside).is_ok());
    let path = beside(register, "-shm");
    if index.is_some() && FileId::at(&path) == index {
        let _ = fs::remove_file(path);
    }
    aside
}
