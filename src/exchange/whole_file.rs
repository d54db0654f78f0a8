//! A file that is there whole or not at all: it is written under another name in the same folder, and gets its own name
//! once everything is on the disk.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// A file that is being written. Dropped before [`WholeFile::finish`], it leaves nothing behind.
#[derive(Debug)]
pub struct WholeFile {
    out: BufWriter<File>,
    part: PathBuf,
    target: PathBuf,
    replaces: bool,
}

impl WholeFile {
    /// Begins a file; `replaces` says that it may take the place of a file that is there.
    ///
    /// # Errors
    /// `AlreadyExists` where something stands at the place that may not be replaced, or a folder; and whatever the
    /// system says of the folder.
    pub fn create(target: &Path, replaces: bool) -> io::Result<Self> {
        let stands = fs::symlink_metadata(target);
        if stands.is_ok_and(|it| !replaces || it.is_dir()) {
            return Err(ErrorKind::AlreadyExists.into());
        }
        // A link stays a link: what it names is replaced.
        let target = fs::canonicalize(target).unwrap_or_else(|_| target.to_owned());
        let mut name = OsString::from(".");
        name.push(target.file_name().ok_or(ErrorKind::InvalidInput)?);
        name.push(format!(".{}.part", std::process::id()));
        let part = target.with_file_name(name);
        let out = BufWriter::with_capacity(1 << 16, File::create_new(&part)?);
        Ok(Self { out, part, target, replaces })
    }

    /// The folder in which it is made.
    pub fn folder(&self) -> &Path {
        folder_of(&self.target)
    }

    /// Gives the file its name, once all of it is on the disk.
    ///
    /// # Errors
    /// The system could not write it, or something has come to stand at its place; nothing is left behind then.
    pub fn finish(mut self) -> io::Result<()> {
        self.out.flush()?;
        self.out.get_ref().sync_all()?;
        if self.replaces {
            fs::rename(&self.part, &self.target)?;
        } else {
            // A link never overwrites, which a renaming would; but not every file system has links.
            match fs::hard_link(&self.part, &self.target) {
                Ok(()) => {}
                Err(error) if error.kind() == ErrorKind::AlreadyExists => return Err(error),
                Err(_) if fs::symlink_metadata(&self.target).is_ok() => {
                    return Err(ErrorKind::AlreadyExists.into());
                }
                Err(_) => fs::rename(&self.part, &self.target)?,
            }
        }
        // Not every file system lets a folder be synchronised; the file itself is on the disk.
        let _ = File::open(self.folder()).and_then(|folder| folder.sync_all());
        Ok(())
    }
}

fn folder_of(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

impl Write for WholeFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl Seek for WholeFile {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.out.seek(to)
    }
}

impl Drop for WholeFile {
    fn drop(&mut self) {
        // After `finish` it has this name no longer, or a second one that is to go.
        let _ = fs::remove_file(&self.part);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_there_once_it_is_whole_and_never_over_another_unasked() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("a.csv");
        let mut file = WholeFile::create(&target, false).unwrap();
        file.write_all(b"one").unwrap();
        assert!(!target.exists());
        file.finish().unwrap();
        assert_eq!(fs::read(&target).unwrap(), b"one");
        let refused = WholeFile::create(&target, false).unwrap_err();
        assert_eq!(refused.kind(), ErrorKind::AlreadyExists);
        let mut second = WholeFile::create(&target, true).unwrap();
        second.write_all(b"two").unwrap();
        assert_eq!(fs::read(&target).unwrap(), b"one");
        second.finish().unwrap();
        assert_eq!(fs::read(&target).unwrap(), b"two");
        assert_eq!(names(folder.path()), ["a.csv"]);
    }

    #[test]
    fn what_is_given_up_leaves_nothing_and_what_came_meanwhile_stays() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("a.csv");
        let mut file = WholeFile::create(&target, false).unwrap();
        file.write_all(b"half").unwrap();
        drop(file);
        assert!(names(folder.path()).is_empty());
        let file = WholeFile::create(&target, false).unwrap();
        fs::write(&target, "other").unwrap();
        assert_eq!(file.finish().unwrap_err().kind(), ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&target).unwrap(), b"other");
        assert_eq!(names(folder.path()), ["a.csv"]);
        let none = WholeFile::create(&folder.path().join("none/a.csv"), false).unwrap_err();
        assert_eq!(none.kind(), ErrorKind::NotFound);
        assert!(WholeFile::create(folder.path(), true).is_err());
    }
}
