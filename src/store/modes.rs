//! The rights to write a register: the owner, group and mode of its file, of the folder and of the files
//! that SQLite keeps beside it. Only looked at, never opened: closing a file that SQLite has open
//! would let go of SQLite's locks.

use super::companion_paths::beside;
use crate::domain::clean_line;
use crate::text::Message;
use nix::unistd::{Group, User};
use rustix::fs::Access;
use std::fs::{self, Metadata};
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// A file or folder with its owner and mode.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its path.
    pub path: PathBuf,
    /// Whether it is a folder.
    pub folder: bool,
    /// The number of its owner.
    pub uid: u32,
    /// The number of its group.
    pub gid: u32,
    /// The owner's name, or the number where this machine knows no name for it.
    pub owner: String,
    /// The group's name, or the number where this machine knows no name for it.
    pub group: String,
    /// The permission bits, with those for setuid, setgid and sticky.
    pub mode: u32,
    /// Whether this process may write it.
    pub writable: bool,
}

/// The entry that keeps this process from writing to a register: the file itself, one of SQLite's
/// files beside it, or the folder where these are still to be made.
pub(super) fn obstacle(real: &Path) -> Option<Entry> {
    let used = [beside(real, "-wal"), beside(real, "-shm")];
    let all_there = used.iter().all(|path| path.exists());
    let folder = folder_of(real);
    let needed = std::iter::once(real).chain((!all_there).then_some(&*folder));
    needed.chain(used.iter().map(PathBuf::as_path)).find_map(locked)
}

/// A file or folder that this process may not write; `None` where it may, or where nothing is.
pub(super) fn locked(path: &Path) -> Option<Entry> {
    let metadata = fs::metadata(path).ok()?;
    (!is_writable(path, &metadata)).then(|| Entry::of(path, &metadata))
}

fn is_writable(path: &Path, metadata: &Metadata) -> bool {
    // The system lets root write a file that nobody may write; here it is left alone.
    let meant = metadata.is_dir() || metadata.mode() & 0o222 != 0;
    meant && rustix::fs::access(path, Access::WRITE_OK).is_ok()
}

/// The folder that a file is in.
pub(super) fn folder_of(file: &Path) -> PathBuf {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

impl Entry {
    /// The entry at a path; links are followed.
    pub fn at(path: &Path) -> io::Result<Self> {
        Ok(Self::of(path, &fs::metadata(path)?))
    }

    fn of(path: &Path, metadata: &Metadata) -> Self {
        let (uid, gid) = (metadata.uid(), metadata.gid());
        Self {
            path: path.to_owned(),
            folder: metadata.is_dir(),
            uid,
            gid,
            owner: account(uid).unwrap_or_else(|| uid.to_string()),
            group: group(gid).unwrap_or_else(|| gid.to_string()),
            mode: metadata.mode() & 0o7777,
            writable: is_writable(path, metadata),
        }
    }

    /// Whether the members of its group may write it.
    pub fn group_writes(&self) -> bool {
        self.mode & 0o020 != 0
    }

    /// Whether new files in this folder get the folder's group.
    pub fn hands_on_group(&self) -> bool {
        self.folder && self.mode & 0o2000 != 0
    }

    /// The message with this id about it: `$file`, `$owner`, `$group` and `$mode`.
    pub(super) fn about(&self, id: &'static str) -> Message {
        Message::new(id)
            .with("file", clean_line(&self.path.to_string_lossy()))
            .with("owner", self.owner.clone())
            .with("group", self.group.clone())
            .with("mode", format!("{:04o}", self.mode))
    }
}

/// The name of the account with this number, as the system lists accounts (in a file or a directory
/// service); `None` where no account has it.
pub fn account(uid: u32) -> Option<String> {
    named(&User::from_uid(uid.into()).ok().flatten()?.name)
}

fn group(gid: u32) -> Option<String> {
    named(&Group::from_gid(gid.into()).ok().flatten()?.name)
}

fn named(name: &str) -> Option<String> {
    Some(clean_line(name)).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn a_file_without_permission_to_write_is_the_obstacle() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("r.db");
        fs::write(&path, "x").unwrap();
        fs::write(folder.path().join("r.db-wal"), "x").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        let file = Entry::at(&path).unwrap();
        assert_eq!((file.mode, file.uid), (0o640, rustix::process::geteuid().as_raw()));
        assert_eq!(obstacle(&path), None);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o440)).unwrap();
        assert_eq!(obstacle(&path), Some(Entry::at(&path).unwrap()));
    }

    #[test]
    fn an_account_or_a_group_has_the_name_that_the_system_has_for_it() {
        assert_eq!(account(0), Some("root".to_owned()));
        assert!(group(0).is_some());
        assert_eq!((account(4_000_000_000), group(4_000_000_000)), (None, None));
    }
}
