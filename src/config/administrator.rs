//! The settings of the administrator of a register over SSH: the limits of every session, in one file that only the
//! administrator can write.
//!
//! ```toml
//! [session]
//! idle-seconds = 3600     # 0: sessions in which nobody types stay
//! memory-mib = 1024
//! sessions-per-person = 8 # 0: as many as they like
//! command-seconds = 60    # of a processor
//! ```

use super::reading::read_regular;
use crate::text::Message;
use serde::Deserialize;
use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;
use std::time::Duration;

/// The file, the only one that a session reads.
pub const ADMINISTRATORS_FILE: &str = "/etc/ta-tui/config.toml";

/// The most bytes that the file has.
const MOST_BYTES: usize = 64 << 10;

/// Others than the owner may write.
const WRITABLE_BY_OTHERS: u32 = 0o022;

/// The least memory with which a session can be said to work.
const LEAST_MIB: u32 = 128;

/// The limits of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct SessionLimits {
    /// After so many seconds without a key the session ends; 0 for no such limit.
    idle_seconds: u32,
    /// The memory that a session can take, in MiB.
    memory_mib: u32,
    /// The sessions that one person may have open; 0 for no such limit.
    sessions_per_person: u32,
    /// The processor time of a command without a screen, in seconds; 0 for no such limit.
    command_seconds: u32,
}

impl Default for SessionLimits {
    fn default() -> Self {
        Self { idle_seconds: 3600, memory_mib: 1024, sessions_per_person: 8, command_seconds: 60 }
    }
}

impl SessionLimits {
    /// How long a session stays without a key; `None` where that has no limit.
    pub fn idle(self) -> Option<Duration> {
        (self.idle_seconds > 0).then(|| Duration::from_secs(self.idle_seconds.into()))
    }

    /// The memory that a session can take, in bytes.
    pub fn memory(self) -> u64 {
        u64::from(self.memory_mib.max(LEAST_MIB)) << 20
    }

    /// How many sessions one person may have open; `None` where that has no limit.
    pub fn sessions_per_person(self) -> Option<u32> {
        (self.sessions_per_person > 0).then_some(self.sessions_per_person)
    }

    /// The processor time that a command without a screen can take, in seconds; `None` where that has no limit.
    pub fn command_seconds(self) -> Option<u64> {
        (self.command_seconds > 0).then_some(self.command_seconds.into())
    }

    /// Reads the file at `path`, or gives the defaults without such a file. `register` is the register's file; its
    /// owner may own the settings too.
    ///
    /// # Errors
    /// The file cannot be read, is no such file, or somebody else than root and that owner can write it. The message
    /// names no path.
    pub fn read(path: &Path, register: &Path) -> Result<Self, Message> {
        let unread = || Message::new("session-settings-unread");
        match fs::symlink_metadata(path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Ok(Self::default());
            }
            Err(_) => return Err(unread()),
            Ok(_) => {}
        }
        let folder = path.parent().unwrap_or(Path::new("/"));
        for place in [path, folder] {
            if !is_safe(place, register).map_err(|_| unread())? {
                return Err(Message::new("session-settings-unsafe"));
            }
        }
        let bytes = read_regular(path, MOST_BYTES).map_err(|_| unread())?;
        let text = std::str::from_utf8(&bytes).map_err(|_| unread())?;
        let file: File = toml::from_str(text).map_err(|_| unread())?;
        Ok(file.session)
    }
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct File {
    session: SessionLimits,
}

/// Whether nobody but root and the owner of the register can change what stands there.
fn is_safe(place: &Path, register: &Path) -> std::io::Result<bool> {
    let meta = fs::metadata(place)?;
    let is_owned = meta.uid() == 0 || fs::metadata(register).is_ok_and(|it| it.uid() == meta.uid());
    Ok(is_owned && meta.mode() & WRITABLE_BY_OTHERS == 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::Permissions;
    use std::os::unix::fs::{PermissionsExt as _, chown};

    fn ids(read: Result<SessionLimits, Message>) -> Result<SessionLimits, &'static str> {
        read.map_err(|message| message.id())
    }

    #[test]
    fn limits_are_read_and_what_is_not_said_has_its_default() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("config.toml");
        let read = |text: &str| {
            fs::write(&file, text).unwrap();
            ids(SessionLimits::read(&file, &file))
        };
        let limits = read("[session]\nidle-seconds = 5\n").unwrap();
        assert_eq!((limits.idle(), limits.memory()), (Some(Duration::from_secs(5)), 1024 << 20));
        assert_eq!((limits.sessions_per_person(), limits.command_seconds()), (Some(8), Some(60)));
        let limits =
            read("[session]\nidle-seconds = 0\nmemory-mib = 1\nsessions-per-person = 0\n").unwrap();
        assert_eq!((limits.idle(), limits.memory()), (None, 128 << 20));
        assert_eq!(limits.sessions_per_person(), None);
        assert_eq!(read(""), Ok(SessionLimits::default()));
        for wrong in [
            "[session]\nidle = 5\n",
            "language = \"zh\"\n",
            "[session]\nidle-seconds = -1\n",
            "[[",
            "\u{0}",
        ] {
            assert_eq!(read(wrong), Err("session-settings-unread"), "{wrong}");
        }
        assert_eq!(read(&"#".repeat(MOST_BYTES + 1)), Err("session-settings-unread"));
        let none = folder.path().join("none.toml");
        assert_eq!(ids(SessionLimits::read(&none, &file)), Ok(SessionLimits::default()));
    }

    #[test]
    fn what_others_can_write_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let (file, register) = (folder.path().join("config.toml"), folder.path().join("r.db"));
        fs::write(&file, "").unwrap();
        fs::write(&register, "").unwrap();
        let read = || ids(SessionLimits::read(&file, &register));
        let mode = |path: &Path, mode: u32| {
            fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
        };
        assert!(read().is_ok());
        for open in [0o664, 0o646, 0o666] {
            mode(&file, open);
            assert_eq!(read(), Err("session-settings-unsafe"), "{open:o}");
        }
        mode(&file, 0o644);
        mode(folder.path(), 0o777);
        assert_eq!(read(), Err("session-settings-unsafe"), "its folder");
        mode(folder.path(), 0o755);
        // Only root can give a file away.
        if rustix::process::geteuid().is_root() {
            chown(&file, Some(1000), None).unwrap();
            assert_eq!(read(), Err("session-settings-unsafe"), "another owner");
            chown(&register, Some(1000), None).unwrap();
            assert!(read().is_ok(), "the owner of the register");
        }
    }
}
