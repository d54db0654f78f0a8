//! The log that `TA_TUI_LOG` asks for: lines in a file of the user's own, never on the screen. Without the
//! variable there is no file, and a line logged elsewhere costs a comparison.
//!
//! The file holds a megabyte at most; then it is kept as one older file. Several programs
//! write to the same file, each line in one piece.

use crate::config;
use crate::domain::{Moment, clean_line};
use crate::text::Message;
use log::{LevelFilter, Log, Metadata, Record};
use rustix::fs::OFlags;
use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io::{self, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::panic;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The most bytes that the file has before a line.
const MOST_BYTES: u64 = 1 << 20;

/// The lines of this program, and not of the libraries that it uses.
const OWN: &str = "ta_tui::";

/// Begins the log where one is asked for. Gives the message for people where the log cannot be
/// written.
pub(super) fn begin(variable: impl Fn(&str) -> Option<String>) -> Option<Message> {
    let level = match config::log_level(variable) {
        Ok(level) => level?,
        Err(wrong) => return Some(wrong),
    };
    let path = config::log_file()?;
    let file = match LogFile::open(&path) {
        Ok(file) => file,
        Err(error) => {
            let message = Message::new("cli-log-unwritable").with("reason", error.to_string());
            return Some(message.with("file", clean_line(&path.to_string_lossy())));
        }
    };
    // A second log in one process is a test's; the first stays.
    if log::set_boxed_logger(Box::new(file)).is_ok() {
        log::set_max_level(level);
        log_panics();
    }
    None
}

/// A panic goes into the log as well, before it is told as ever.
fn log_panics() {
    let told = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        let said = info.payload();
        let said =
            said.downcast_ref::<String>().map(String::as_str).or(said.downcast_ref().copied());
        log::error!("panic: {}", said.unwrap_or_default());
        if let Some(at) = info.location() {
            log::error!("panic-at={at}");
        }
        told(info);
    }));
}

/// A log in a file.
struct LogFile {
    path: PathBuf,
    file: Mutex<File>,
}

impl LogFile {
    fn open(path: &Path) -> io::Result<Self> {
        if let Some(folder) = path.parent() {
            DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
        }
        Ok(Self { path: path.to_owned(), file: Mutex::new(opened(path)?) })
    }

    fn write(&self, line: &str) -> io::Result<()> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        if file.metadata()?.len() >= MOST_BYTES {
            *file = self.renewed()?;
        }
        file.write_all(line.as_bytes())
    }

    /// The file anew, the full one being kept as the older one, unless another program has done so.
    fn renewed(&self) -> io::Result<File> {
        let file = opened(&self.path)?;
        if file.metadata()?.len() < MOST_BYTES {
            return Ok(file);
        }
        let mut older = self.path.clone().into_os_string();
        older.push(".1");
        fs::rename(&self.path, older)?;
        opened(&self.path)
    }
}

/// The file, to be written at its end. Only its owner can read it.
fn opened(path: &Path) -> io::Result<File> {
    // A pipe in its place is not waited for.
    let waits_not = OFlags::NONBLOCK.bits().cast_signed();
    let mut options = OpenOptions::new();
    let file = options.append(true).create(true).mode(0o600).custom_flags(waits_not).open(path)?;
    let meta = file.metadata()?;
    if !meta.is_file() {
        return Err(io::ErrorKind::Unsupported.into());
    }
    if meta.permissions().mode() & 0o177 != 0 {
        file.set_permissions(Permissions::from_mode(0o600))?;
    }
    Ok(file)
}

impl Log for LogFile {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.level() <= log::max_level() && metadata.target().starts_with(OWN)
    }

    fn log(&self, record: &Record<'_>) {
        if !self.enabled(record.metadata()) {
            return;
        }
        let place = record.target().trim_start_matches(OWN);
        let said = clean_line(&record.args().to_string());
        let (at, id) = (Moment::now(), std::process::id());
        // Nobody can be told of a log that can no longer be written.
        let _ = self.write(&format!("{at} {id} {} {place} {said}\n", record.level()));
    }

    fn flush(&self) {}
}

/// Whether a log is written.
pub(super) fn is_on() -> bool {
    log::max_level() > LevelFilter::Off
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e13_a_log_that_is_full_is_kept_once_and_begun_anew() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state/ta-tui.log");
        let line = format!("{}\n", "x".repeat(9_999));
        let log = LogFile::open(&path).unwrap();
        let other = LogFile::open(&path).unwrap();
        for _ in 0..150 {
            log.write(&line).unwrap();
            other.write("other\n").unwrap();
        }
        let older = folder.path().join("state/ta-tui.log.1");
        let size = |path: &Path| fs::metadata(path).unwrap().len();
        assert!((MOST_BYTES..MOST_BYTES + 10_001).contains(&size(&older)), "{}", size(&older));
        assert!(size(&path) < MOST_BYTES && size(&path) > 0);
        assert_eq!(fs::read_dir(folder.path().join("state")).unwrap().count(), 2);
        for file in [&path, &older] {
            assert_eq!(fs::metadata(file).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }
}
