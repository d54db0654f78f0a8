//! A file that is there whole or not at all: it is written under another name in the same folder, and gets its own name
//! once everything is on the disk.

use super::replacing::refuse_irreplaceable;
use rustix::fs::{AtFlags, CWD, Mode, OFlags, linkat, open};
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, Seek, SeekFrom, Write};
use std::os::fd::AsRawFd;
use std::path::{Path, PathBuf};

/// A file that is being written. Dropped before [`WholeFile::finish`], it leaves nothing behind.
///
/// Where the file system can, it has no name until it is whole, so that nothing of it stays even if the process is
/// killed.
#[derive(Debug)]
pub struct WholeFile {
    out: BufWriter<File>,
    /// The other name, while there is one.
    part: Option<PathBuf>,
    target: PathBuf,
    replaces: bool,
}

impl WholeFile {
    /// Begins a file; `replaces` says that it may take the place of a file that is there.
    ///
    /// # Errors
    /// [`NotReplaced`](super::NotReplaced) for a register or what is no regular file; `AlreadyExists` where another
    /// file stands at the place that may not be replaced; and whatever the system says of the folder.
    pub fn create(target: &Path, replaces: bool) -> io::Result<Self> {
        refuse_irreplaceable(target)?;
        if !replaces && fs::symlink_metadata(target).is_ok() {
            return Err(ErrorKind::AlreadyExists.into());
        }
        // A link stays a link: what it names is replaced.
        let target = fs::canonicalize(target).unwrap_or_else(|_| target.to_owned());
        let own_name = part_of(&target)?;
        let (file, part) = match nameless(folder_of(&target)) {
            Ok(file) => (file, None),
            Err(_) => (File::create_new(&own_name)?, Some(own_name)),
        };
        Ok(Self { out: BufWriter::with_capacity(1 << 16, file), part, target, replaces })
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
            refuse_irreplaceable(&self.target)?;
            let part = if let Some(part) = self.part.clone() {
                part
            } else {
                // Naming never replaces, which a renaming does.
                let part = part_of(&self.target)?;
                name(self.out.get_ref(), &part)?;
                self.part = Some(part.clone());
                part
            };
            fs::rename(part, &self.target)?;
        } else if let Some(part) = &self.part {
            // A link never overwrites, which a renaming would; but not every file system has links.
            match fs::hard_link(part, &self.target) {
                Ok(()) => {}
                Err(error) if error.kind() == ErrorKind::AlreadyExists => return Err(error),
                Err(_) if fs::symlink_metadata(&self.target).is_ok() => {
                    return Err(ErrorKind::AlreadyExists.into());
                }
                Err(_) => fs::rename(part, &self.target)?,
            }
        } else {
            name(self.out.get_ref(), &self.target)?;
        }
        // Not every file system lets a folder be synchronised; the file itself is on the disk.
        let _ = File::open(self.folder()).and_then(|folder| folder.sync_all());
        Ok(())
    }
}

/// The name that a file has beside its place until it is whole.
fn part_of(target: &Path) -> io::Result<PathBuf> {
    let mut name = OsString::from(".");
    name.push(target.file_name().ok_or(ErrorKind::InvalidInput)?);
    name.push(format!(".{}.part", std::process::id()));
    Ok(target.with_file_name(name))
}

/// A file without a name on the disk of a folder, which can get one.
///
/// # Errors
/// The file system has no such files, or [`name`] could not find this one.
fn nameless(folder: &Path) -> io::Result<File> {
    let flags = OFlags::TMPFILE | OFlags::WRONLY | OFlags::CLOEXEC;
    let file = File::from(open(folder, flags, Mode::from_raw_mode(0o666))?);
    fs::metadata(descriptor(&file)).map(|_| file)
}

/// Gives a file without a name the one of a path at which nothing stands.
fn name(file: &File, path: &Path) -> io::Result<()> {
    linkat(CWD, descriptor(file), CWD, path, AtFlags::SYMLINK_FOLLOW).map_err(Into::into)
}

/// The place at which the system shows an open file of this process.
fn descriptor(file: &File) -> PathBuf {
    PathBuf::from(format!("/proc/self/fd/{}", file.as_raw_fd()))
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
        if let Some(part) = &self.part {
            // After `finish` it has this name no longer, or a second one that is to go.
            let _ = fs::remove_file(part);
        }
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
        file.flush().unwrap();
        // Killed here, it would leave nothing, where the file system has files without names.
        assert_eq!(names(folder.path()).len(), usize::from(nameless(folder.path()).is_err()));
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
