//! The paths of SQLite's companions of a register (`-journal`, `-wal`, `-shm`), and which names
//! beside it are free. Only looked at, never opened: closing such a file would drop SQLite's locks.

use std::path::{Path, PathBuf};

/// Their endings.
const ENDINGS: [&str; 3] = ["-journal", "-wal", "-shm"];

/// The file beside a register with this ending.
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// The places of all of them, whether something stands there or not.
pub(super) fn beside_all(path: &Path) -> [PathBuf; 3] {
    ENDINGS.map(|ending| beside(path, ending))
}

/// Whether something stands at a path, be it a link that leads nowhere.
pub(super) fn stands(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// The size in bytes of the log beside a register; 0 where the register has no log.
pub(super) fn log_size(real: &Path) -> u64 {
    beside(real, "-wal").metadata().map_or(0, |log| log.len())
}

/// A name beside a file, with this ending and perhaps a number, under which neither a file stands nor one of
/// SQLite's beside it.
pub(super) fn free_name(path: &Path, ending: &str) -> PathBuf {
    let taken =
        |path: &PathBuf| stands(path) || beside_all(path).iter().any(|beside| stands(beside));
    let numbered = (2..1_000).map(|number| beside(path, &format!("{ending}-{number}")));
    let first = beside(path, ending);
    std::iter::once(first.clone()).chain(numbered).find(|name| !taken(name)).unwrap_or(first)
}
