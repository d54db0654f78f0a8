//! `ta-tui tour`: five minutes with the program, on a copy of the sample register that is removed at the end.

use super::failure::{Failure, Status};
use super::interface::{Interface, Start};
use super::register_file::{self, RegisterFile};
use super::session::Session;
use crate::config::{Config, StartScreen};
use crate::text::Message;
use std::fs::{self, DirBuilder};
use std::io::{self, ErrorKind};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

/// The person who works on the copy where nobody is named.
const WHO: &str = "secretariat";

/// How many names are tried for the folder.
const NAMES: u32 = 100;

/// Shows the tour on a terminal.
pub(super) fn run(session: &Session<'_>, interface: &dyn Interface) -> Result<(), Failure> {
    interface.ready()?;
    let unmade = |error: &io::Error| {
        let message = Message::new("cli-tour-no-folder").with("reason", error.to_string());
        Failure::new(Status::Failed, message)
    };
    let folder = Folder::make(&std::env::temp_dir()).map_err(|error| unmade(&error))?;
    let path = folder.0.join("sample.db");
    register_file::put_sample(&path).map_err(|error| unmade(&error))?;
    let start = session.start_on(RegisterFile::named(path), String::new());
    interface.interactive(Start {
        read_only: false,
        today: None,
        known_then: false,
        who: Some(session.named().unwrap_or(WHO).to_owned()),
        config: Config { start: Some(StartScreen::Overview), ..start.config },
        tour: Some(folder.0.clone()),
        ..start
    })
}

/// A folder of its own that is removed with all that is in it.
struct Folder(PathBuf);

impl Folder {
    /// Makes it, for the user alone, under a name that nothing has.
    fn make(beside: &Path) -> io::Result<Self> {
        let mut taken = io::Error::from(ErrorKind::AlreadyExists);
        for number in 0..NAMES {
            let path = beside.join(format!("ta-tui-tour-{}-{number}", std::process::id()));
            match DirBuilder::new().mode(0o700).create(&path) {
                Ok(()) => return Ok(Self(path)),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => taken = error,
                Err(error) => return Err(error),
            }
        }
        Err(taken)
    }
}

impl Drop for Folder {
    /// A folder that cannot be removed is left to the system, which clears the place for such folders.
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn the_folder_is_private_has_a_name_of_its_own_and_goes_with_what_is_in_it() {
        let beside = tempfile::tempdir().unwrap();
        let (one, other) =
            (Folder::make(beside.path()).unwrap(), Folder::make(beside.path()).unwrap());
        assert_ne!(one.0, other.0);
        assert_eq!(fs::metadata(&one.0).unwrap().permissions().mode() & 0o777, 0o700);
        fs::write(one.0.join("sample.db-wal"), b"x").unwrap();
        drop((one, other));
        assert_eq!(fs::read_dir(beside.path()).unwrap().count(), 0);
        assert!(Folder::make(Path::new("/nowhere/at/all")).is_err());
    }
}
