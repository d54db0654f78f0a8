//! Files that no export takes the place of: registers, SQLite's files beside them, and what is no regular file.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

/// The first bytes of a file of SQLite.
const SQLITE: &[u8; 16] = b"SQLite format 3\0";

/// The ends of the names of the files that SQLite keeps beside its own.
const COMPANIONS: [&str; 3] = ["-wal", "-shm", "-journal"];

/// Why the file at a place stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotReplaced {
    /// It is a register or another file of SQLite, or belongs to one.
    Database,
    /// It is a folder, a pipe, a device or a socket.
    NoFile,
}

impl NotReplaced {
    /// The reason in an error, where it is one of these.
    pub fn of(error: &io::Error) -> Option<Self> {
        error.get_ref()?.downcast_ref().copied()
    }
}

impl fmt::Display for NotReplaced {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Database => "a file of SQLite",
            Self::NoFile => "no regular file",
        })
    }
}

impl std::error::Error for NotReplaced {}

/// Refuses a place at which an export may write nothing, also through a link of either kind.
///
/// # Errors
/// One that holds [`NotReplaced`]; or whatever the system says where the file there cannot be read.
pub fn refuse_irreplaceable(target: &Path) -> io::Result<()> {
    let refused = |why: NotReplaced| Err(io::Error::new(ErrorKind::InvalidInput, why));
    // A link counts as what it names, also where that is not there yet.
    let real = fs::canonicalize(target).unwrap_or_else(|_| named(target));
    if belongs_to(&real).is_some_and(|of| is_sqlite(&of).unwrap_or(true)) {
        return refused(NotReplaced::Database);
    }
    match fs::metadata(&real) {
        Ok(it) if !it.is_file() => refused(NotReplaced::NoFile),
        // Closing the file gives up locks that this process has on it: the refusal ends what holds them.
        Ok(_) if is_sqlite(&real)? => refused(NotReplaced::Database),
        _ => Ok(()),
    }
}

/// The path that a link names; the path itself if it is no link.
fn named(target: &Path) -> PathBuf {
    match fs::read_link(target) {
        Ok(link) => target.parent().unwrap_or(Path::new("")).join(link),
        Err(_) => target.to_owned(),
    }
}

/// The file that a path belongs to by its name, where there is a regular one.
fn belongs_to(path: &Path) -> Option<PathBuf> {
    let name = path.file_name()?.to_str()?;
    let own = COMPANIONS.iter().find_map(|end| name.strip_suffix(end))?;
    Some(path.with_file_name(own)).filter(|of| of.is_file())
}

fn is_sqlite(path: &Path) -> io::Result<bool> {
    let mut first = Vec::with_capacity(SQLITE.len());
    File::open(path)?.take(SQLITE.len() as u64).read_to_end(&mut first)?;
    Ok(first == SQLITE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn databases_and_what_is_no_file_are_never_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let refused = |name: &str| {
            let error = refuse_irreplaceable(&at(name)).err()?;
            Some(NotReplaced::of(&error).unwrap())
        };
        fs::write(at("x.csv"), [&SQLITE[..], b"and more"].concat()).unwrap();
        fs::hard_link(at("x.csv"), at("hard.csv")).unwrap();
        symlink(at("x.csv"), at("soft.csv")).unwrap();
        symlink("x.csv-wal", at("wal.csv")).unwrap();
        for name in ["x.csv", "hard.csv", "soft.csv", "wal.csv", "x.csv-shm", "x.csv-journal"] {
            assert_eq!(refused(name), Some(NotReplaced::Database), "{name}");
        }
        fs::write(at("x.csv-wal"), "").unwrap();
        assert_eq!(refused("wal.csv"), Some(NotReplaced::Database));
        fs::create_dir(at("folder.csv")).unwrap();
        let socket = std::os::unix::net::UnixListener::bind(at("socket.csv")).unwrap();
        symlink("/dev/null", at("device.csv")).unwrap();
        for name in ["folder.csv", "socket.csv", "device.csv"] {
            assert_eq!(refused(name), Some(NotReplaced::NoFile), "{name}");
        }
        drop(socket);
        fs::write(at("other.csv"), "id").unwrap();
        fs::write(at("other.csv-wal"), "id").unwrap();
        symlink("nothing", at("loose.csv")).unwrap();
        for name in ["other.csv", "other.csv-wal", "loose.csv", "none.csv"] {
            assert_eq!(refused(name), None, "{name}");
        }
    }
}
