//! The place of the register: the file that `--db` names, or the user's own copy of the built-in
//! sample register.

use super::failure::{Failure, Status};
use super::output;
use crate::config;
use crate::domain::clean_line;
use crate::store::refuse_companions;
use crate::text::{Lang, Message, Text};
use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

/// The sample register, part of the program: it runs from any directory.
const SAMPLE: &[u8] = include_bytes!("../../sample.db");

/// The name of the user's copy of it.
const COPY: &str = "sample.db";

/// The file of a register.
pub(super) struct RegisterFile {
    pub(super) path: PathBuf,
    /// Whether it is the working copy of the sample register.
    pub(super) built_in: bool,
    /// Whether that copy has just been made, which has been said.
    new: bool,
}

impl RegisterFile {
    /// A file that is named.
    pub(super) fn named(path: PathBuf) -> Self {
        Self { path, built_in: false, new: false }
    }

    /// Says which register is used, where it is the working copy and that has not been said yet.
    pub(super) fn announce(&self, text: &Text) {
        if self.built_in && !self.new {
            output::notice(text, &about("cli-sample-used", &self.path));
        }
    }
}

/// The file to work on, whether it is there or not; `None` where none is named and there is no home.
pub(super) fn place(named: Option<&Path>) -> Option<PathBuf> {
    let copy = || config::data_dir().map(|folder| folder.join(COPY));
    named.map(Path::to_owned).or_else(copy)
}

/// The file to work on. Where none is named and no working copy exists, makes one and says so.
pub(super) fn find(named: Option<&Path>, lang: Lang) -> Result<RegisterFile, Failure> {
    if let Some(path) = named.filter(|path| !path.as_os_str().is_empty()) {
        return Ok(RegisterFile::named(path.to_owned()));
    }
    let folder = config::data_dir()
        .ok_or_else(|| Failure::new(Status::Failed, Message::new("cli-no-home")))?;
    let path = folder.join(COPY);
    let new = !path.exists();
    if new {
        refuse_companions(&path)?;
        copy(&folder, &path, SAMPLE).map_err(|error| Failure::file(&path, &error))?;
        output::notice(Text::of(lang), &about("cli-sample-copied", &path));
    }
    Ok(RegisterFile { path, built_in: true, new })
}

fn about(id: &'static str, path: &Path) -> Message {
    Message::new(id).with("file", clean_line(&path.to_string_lossy()))
}

/// Writes the sample register to a new file.
pub(super) fn put_sample(path: &Path) -> io::Result<()> {
    write(path, SAMPLE)
}

/// Writes the file under a name of its own and gives it its place in one step, unless another
/// program was quicker: its copy may already be in use and stays.
fn copy(folder: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let draft = folder.join(format!("sample.db.{}.new", std::process::id()));
    let placed = write(&draft, bytes).and_then(|()| match fs::hard_link(&draft, path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        // A file system without hard links: the step is then not safe against a second program
        // in the same moment, but still against a half-written file.
        Err(_) if !path.exists() => fs::rename(&draft, path),
        other => other,
    });
    if draft.exists() {
        fs::remove_file(&draft)?;
    }
    placed
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A draft with this name is from a process that ended half-way: its number is ours now.
    let mut file =
        OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn the_copy_is_private_whole_and_leaves_nothing_beside() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("a/b");
        let path = folder.join("sample.db");
        copy(&folder, &path, b"first").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"first");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(fs::metadata(&folder).unwrap().permissions().mode() & 0o777, 0o700);
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
    }

    #[test]
    fn a_copy_that_is_there_stays() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("sample.db");
        fs::write(&path, b"mine").unwrap();
        copy(home.path(), &path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"mine");
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 1);
    }
}
