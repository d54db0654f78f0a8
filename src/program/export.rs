//! Exports: a process of its own runs the command for the shown records, and its output becomes the file. So the
//! screens go on meanwhile, and the register's memory is given back at the end.

use crate::app::{Event, Export};
use crate::text::{Lang, Message};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

/// The most files of one name: beyond, another name is to be chosen.
const MOST: u32 = 999;

/// How long the wait for a process is, before it is asked whether to stop.
const MOMENT: Duration = Duration::from_millis(50);

/// After so many moments it is told how much is written.
const TOLD: u32 = 20;

/// The exports that are under way. Dropped, they are given up, and nothing of them is left.
#[derive(Default)]
pub(super) struct Exports {
    stop: Arc<AtomicBool>,
    waiting: Vec<JoinHandle<()>>,
}

impl Exports {
    /// Starts an export; `tell` gets how much is written, and at the end the file that is made, or the reason of a
    /// failure. The file appears whole or not at all, and never replaces another.
    ///
    /// # Errors
    /// The file or the process cannot be made; `tell` is not called then.
    pub(super) fn start(
        &mut self,
        export: Export,
        lang: Lang,
        tell: impl Fn(Event) + Send + 'static,
    ) -> Result<(), Message> {
        let file =
            reserved(&export.file).map_err(|error| failed(&export.file, &error.to_string()))?;
        let written = part_of(&file);
        let started = File::create(&written).and_then(|out| {
            let program = std::env::current_exe()?;
            let mut command = Command::new(program);
            command.args(&export.words).args(["--lang", lang.code(), "--quiet"]);
            command.stdin(Stdio::null()).stdout(out).stderr(Stdio::piped());
            command.spawn()
        });
        let give_up_on = file.clone();
        let given_up = move |error: &io::Error| {
            give_up(&give_up_on);
            failed(&give_up_on, &error.to_string())
        };
        let child = started.map_err(|error| given_up(&error))?;
        let stop = Arc::clone(&self.stop);
        let wait = move || {
            let so_far = |bytes| tell(Event::Exporting(file.clone(), bytes));
            let outcome = match ended(child, &stop, &written, &so_far) {
                Ok(Some(output)) if is_whole(&export, output.status) => {
                    let placed = fs::rename(&written, &file);
                    placed.map_err(|error| failed(&file, &error.to_string()))
                }
                Ok(Some(output)) => {
                    let said = String::from_utf8_lossy(&output.stderr);
                    Err(failed(&file, said.lines().next().unwrap_or_default()))
                }
                Ok(None) => {
                    let file = file.display().to_string();
                    Err(Message::new("export-stopped").with("file", file))
                }
                Err(error) => Err(failed(&file, &error.to_string())),
            };
            if outcome.is_err() {
                give_up(&file);
            }
            tell(Event::Exported(outcome.map(|()| file)));
        };
        self.waiting.retain(|one| !one.is_finished());
        let waiting = std::thread::Builder::new().name("export".into()).spawn(wait);
        self.waiting.push(waiting.map_err(|error| given_up(&error))?);
        Ok(())
    }

    /// Gives up the exports that are under way.
    pub(super) fn stop(&mut self) {
        std::mem::take(&mut self.stop).store(true, Ordering::Relaxed);
    }
}

impl Drop for Exports {
    fn drop(&mut self) {
        self.stop();
        for one in self.waiting.drain(..) {
            // A thread that has failed has nothing to say any more.
            let _ = one.join();
        }
    }
}

fn failed(file: &Path, reason: &str) -> Message {
    Message::new("export-failed").with("file", file.display().to_string()).with("reason", reason)
}

/// Waits for a process, and tells now and then how much of a file is written; `None` where it was stopped.
fn ended(
    mut child: Child,
    stop: &AtomicBool,
    written: &Path,
    so_far: &dyn Fn(u64),
) -> io::Result<Option<Output>> {
    for moment in 1_u32.. {
        if child.try_wait()?.is_some() {
            break;
        }
        if stop.load(Ordering::Relaxed) {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        if moment.is_multiple_of(TOLD) {
            so_far(fs::metadata(written).map_or(0, |file| file.len()));
        }
        std::thread::sleep(MOMENT);
    }
    child.wait_with_output().map(Some)
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

    #[test]
    fn a_process_is_waited_for_or_stopped() {
        let folder = tempfile::tempdir().unwrap();
        let written = folder.path().join("part");
        let start = |words: &str| {
            let mut command = Command::new("sh");
            command.args(["-c", words]).stderr(Stdio::piped()).spawn().unwrap()
        };
        let stop = AtomicBool::new(false);
        let output = ended(start("echo no >&2; exit 3"), &stop, &written, &|_| ()).unwrap();
        let output = output.unwrap();
        assert_eq!((output.status.code(), &*output.stderr), (Some(3), &b"no\n"[..]));
        stop.store(true, Ordering::Relaxed);
        let began = std::time::Instant::now();
        assert!(ended(start("exec sleep 30"), &stop, &written, &|_| ()).unwrap().is_none());
        assert!(began.elapsed() < Duration::from_secs(10));
    }
}
