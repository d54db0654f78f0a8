//! Copies of a register under the moment at which each was made, of which the newest are kept: `backup --rotate`.

use crate::domain::Moment;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// The letters of a moment in a name, `2026-12-01T145000Z`: no colons, which some systems do not take in names.
const MOMENT: usize = 18;

/// The ending of a copy.
const ENDING: &str = ".db";

/// The file for a copy of the register that is made now.
pub(super) fn file(folder: &Path, register: &Path, now: Moment) -> PathBuf {
    let mut name = stem(register);
    name.push(now.to_string().replace(':', ""));
    name.push(ENDING);
    folder.join(name)
}

/// Removes all copies of the register in a folder but the newest ones; gives how many were removed. Only regular files
/// with such a name are copies.
///
/// # Errors
/// The folder cannot be read, or a copy cannot be removed.
pub(super) fn keep(folder: &Path, register: &Path, newest: usize) -> io::Result<usize> {
    let start = stem(register);
    let mut copies = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_file() && is_copy(&entry.file_name(), &start) {
            copies.push(entry.path());
        }
    }
    // The names are in the order of time.
    copies.sort_unstable();
    let older = copies.len().saturating_sub(newest);
    copies[..older].iter().try_for_each(fs::remove_file)?;
    Ok(older)
}

/// The beginning of the names of copies.
fn stem(register: &Path) -> OsString {
    let mut stem = register.file_stem().unwrap_or_default().to_owned();
    stem.push("-");
    stem
}

fn is_copy(name: &OsString, start: &OsString) -> bool {
    let name = name.as_encoded_bytes();
    let moment = name.strip_prefix(start.as_encoded_bytes());
    let moment = moment.and_then(|rest| rest.strip_suffix(ENDING.as_bytes()));
    let fits = |(at, byte): (usize, &u8)| match at {
        4 | 7 => *byte == b'-',
        10 => *byte == b'T',
        17 => *byte == b'Z',
        _ => byte.is_ascii_digit(),
    };
    moment.is_some_and(|moment| moment.len() == MOMENT && moment.iter().enumerate().all(fits))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Day;
    use std::os::unix::fs::symlink;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn only_older_copies_of_the_same_register_are_removed() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        let register = Path::new("/srv/register.db");
        for day in ["2026-11-28", "2026-11-29", "2026-11-30", "2026-12-01"] {
            let copy = file(folder, register, Day::parse(day).unwrap().at_second(3_661));
            assert_eq!(
                copy.file_name().unwrap().to_str().unwrap(),
                format!("register-{day}T010101Z.db")
            );
            fs::write(copy, "").unwrap();
        }
        let others = [
            "register-2020-01-01T010101Z.db-wal",
            "register-2020-01-01.db",
            "register-before-restore.db",
            "other-2020-01-01T010101Z.db",
            "register-2020-01-01T010101Z.db.1.new",
            "register-x020-01-01T010101Z.db",
        ];
        for name in others {
            fs::write(folder.join(name), "").unwrap();
        }
        fs::create_dir(folder.join("register-2020-01-02T010101Z.db")).unwrap();
        symlink("x", folder.join("register-2020-01-03T010101Z.db")).unwrap();
        let there = names(folder);
        assert_eq!(keep(folder, register, 4).unwrap(), 0);
        assert_eq!(names(folder), there);
        assert_eq!(keep(folder, register, 2).unwrap(), 2);
        let gone = |name: &String| name.contains("11-28") || name.contains("11-29");
        let rest: Vec<String> = there.into_iter().filter(|name| !gone(name)).collect();
        assert_eq!(names(folder), rest);
        assert!(keep(&folder.join("none"), register, 2).is_err());
    }
}
