//! Exports: a process of its own runs the command for the shown records, and its output becomes the file. So the
//! screens go on meanwhile, and the register's memory is given back at the end.

use crate::app::Export;
use crate::text::{Lang, Message};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

/// The most files of one name: beyond, another name is to be chosen.
const MOST: u32 = 999;

/// Starts an export; `tell` gets the file that is made, or the reason of a failure. The file appears whole or not at
/// all, and never replaces another.
///
/// # Errors
/// The file or the process cannot be made; `tell` is not called then.
pub(super) fn start(
    export: Export,
    lang: Lang,
    tell: impl FnOnce(Result<PathBuf, Message>) + Send + 'static,
) -> Result<(), Message> {
    let failed = |file: &Path, error: &io::Error| {
        let file = file.display().to_string();
        Message::new("export-failed").with("file", file).with("reason", error.to_string())
    };
    let file = reserved(&export.file).map_err(|error| failed(&export.file, &error))?;
    let written = part_of(&file);
    let started = File::create(&written).and_then(|out| {
        let program = std::env::current_exe()?;
        let mut command = Command::new(program);
        command.args(&export.words).args(["--lang", lang.code(), "--quiet"]);
        command.stdin(Stdio::null()).stdout(out).stderr(Stdio::piped());
        command.spawn()
    });
    let child = started.map_err(|error| {
        give_up(&file);
        failed(&file, &error)
    })?;
    let wait = {
        let file = file.clone();
        move || {
            let outcome = match child.wait_with_output() {
                Ok(output) if is_whole(&export, output.status) => fs::rename(&written, &file)
                    .map(|()| file.clone())
                    .map_err(|error| failed(&file, &error)),
                Ok(output) => {
                    let said = String::from_utf8_lossy(&output.stderr);
                    let reason = said.lines().next().unwrap_or_default().to_owned();
                    Err(failed(&file, &io::Error::other(reason)))
                }
                Err(error) => Err(failed(&file, &error)),
            };
            if outcome.is_err() {
                give_up(&file);
            }
            tell(outcome);
        }
    };
    let waiting = std::thread::Builder::new().name("export".into()).spawn(wait);
    waiting.map(drop).map_err(|error| {
        give_up(&file);
        failed(&file, &error)
    })
}

/// Whether a command has written all that it has to say: it succeeded, or it is the one that ends with 1 where
/// published figures differ from the register.
fn is_whole(export: &Export, status: ExitStatus) -> bool {
    let compares = export.words.first().is_some_and(|word| word == "verify");
    status.success() || (compares && status.code() == Some(1))
}

/// An empty file of this name; where there is one already, of this name with a number.
fn reserved(file: &Path) -> io::Result<PathBuf> {
    let numbered = |number: u32| -> PathBuf {
        let stem = file.file_stem().unwrap_or_default().to_string_lossy();
        let ending = file.extension().unwrap_or_default().to_string_lossy();
        file.with_file_name(format!("{stem}-{number}.{ending}"))
    };
    let mut names = std::iter::once(file.to_owned()).chain((2..=MOST).map(numbered));
    loop {
        let name = names.next().ok_or(io::ErrorKind::AlreadyExists)?;
        match File::create_new(&name) {
            Ok(_) => return Ok(name),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
}

/// The file in which it is written until it is whole.
fn part_of(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".part");
    name.into()
}

/// Removes the unfinished files: they were made here, so that nothing else can be lost.
fn give_up(file: &Path) {
    // Files that cannot be removed stay; the message reports the failed export.
    let _ = fs::remove_file(part_of(file));
    let _ = fs::remove_file(file);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_file_takes_the_place_of_another() {
        let folder = tempfile::tempdir().unwrap();
        let asked = folder.path().join("needs.csv");
        assert_eq!(reserved(&asked).unwrap(), asked);
        assert_eq!(reserved(&asked).unwrap(), folder.path().join("needs-2.csv"));
        assert_eq!(reserved(&asked).unwrap(), folder.path().join("needs-3.csv"));
        assert!(reserved(&folder.path().join("none/needs.csv")).is_err());
    }
}
