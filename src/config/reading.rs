//! Reads files that a user names, whole: only regular ones up to a limit. A pipe would be waited
//! for, a device never ends, and another person may own either.

use crate::text::Message;
use rustix::fs::OFlags;
use std::fs::{self, OpenOptions};
use std::io::{self, Read as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

/// Why a file was not read.
#[derive(Debug)]
pub enum Unread {
    /// The system gave an error.
    Failed(io::Error),
    /// The path is a folder, a pipe, a device or a socket.
    Irregular,
    /// The file has more bytes than this.
    TooLarge(usize),
}

impl Unread {
    /// The failure, with the remedy.
    pub fn message(&self, file: &str) -> Message {
        let message = match self {
            Self::Failed(error) => {
                Message::new("file-unreadable").with("reason", error.to_string())
            }
            Self::Irregular => Message::new("file-irregular"),
            Self::TooLarge(limit) => Message::new("file-too-large").with("limit", limit >> 20),
        };
        message.with("file", file)
    }

    /// Whether there is no such file.
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::Failed(error) if error.kind() == io::ErrorKind::NotFound)
    }
}

impl From<io::Error> for Unread {
    fn from(error: io::Error) -> Self {
        Self::Failed(error)
    }
}

/// The bytes of a regular file of at most `limit` bytes.
///
/// # Errors
/// The file cannot be read, is not a regular file, or is larger.
pub fn read_regular(path: &Path, limit: usize) -> Result<Vec<u8>, Unread> {
    // Before it is opened: to open a device can do something already.
    if !fs::metadata(path)?.is_file() {
        return Err(Unread::Irregular);
    }
    // Should a pipe take its place meanwhile, opening it does not wait.
    let waits_not = OFlags::NONBLOCK.bits().cast_signed();
    let file = OpenOptions::new().read(true).custom_flags(waits_not).open(path)?;
    let meta = file.metadata()?;
    if !meta.is_file() {
        return Err(Unread::Irregular);
    }
    let most = limit as u64;
    if meta.len() > most {
        return Err(Unread::TooLarge(limit));
    }
    let mut bytes = Vec::with_capacity(meta.len() as usize);
    // One more than allowed, which tells of a file that grows while it is read.
    file.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() > limit { Err(Unread::TooLarge(limit)) } else { Ok(bytes) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn c6_only_regular_files_of_some_size_are_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::write(path("file"), "12345678").unwrap();
        symlink(path("file"), path("link")).unwrap();
        assert_eq!(read_regular(&path("file"), 8).unwrap(), b"12345678");
        assert_eq!(read_regular(&path("link"), 8).unwrap(), b"12345678");
        assert!(matches!(read_regular(&path("file"), 7), Err(Unread::TooLarge(7))));
        assert!(matches!(read_regular(&path("none"), 7), Err(Unread::Failed(_))));
        for irregular in ["/dev/zero", "/dev/stdin", "/", "/dev/ptmx"] {
            let read = read_regular(Path::new(irregular), 1_000);
            assert!(matches!(read, Err(Unread::Irregular | Unread::TooLarge(_))), "{irregular}");
        }
        // Files of the kernel have no size and end all the same.
        assert!(!read_regular(Path::new("/proc/self/stat"), 10_000).unwrap().is_empty());
    }
}
