//! `ta-tui export register` and `ta-tui import register`: a whole register as a folder of CSV, and such a folder as a
//! register.

use super::args::ExportArgs;
use crate::cli::export_file::{self, stop_asked};
use crate::cli::failure::{Failure, Status};
use crate::cli::output;
use crate::cli::progress::Progress;
use crate::cli::session::Session;
use crate::domain::clean_line;
use crate::exchange::refuse_irreplaceable;
use crate::store::{Archived, Store};
use crate::text::Message;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

/// The file by which a folder with a register is known.
const PACKAGE: &str = "datapackage.json";

/// Writes every table of the register into a folder: a new one, an empty one or, with `--force`, one in which a register
/// was written before.
pub(super) fn run(session: &Session<'_>, args: &ExportArgs) -> Result<(), Failure> {
    let folder = &args.out;
    if args.is_output() {
        let message = Message::new("export-register-no-output");
        return Err(Failure::new(Status::Usage, message));
    }
    let failed = |error: io::Error| export_file::failed(folder, &error);
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries.count(),
        Err(error) if error.kind() == ErrorKind::NotFound => 0,
        Err(error) => return Err(failed(error)),
    };
    let replaces = entries > 0;
    if replaces && !(args.force && folder.join(PACKAGE).is_file()) {
        let file = clean_line(&folder.to_string_lossy());
        let message = Message::new("export-register-there").with("folder", file);
        return Err(Failure::new(Status::Failed, message));
    }
    let store = session.open()?;
    let part = part_of(folder).map_err(failed)?;
    fs::create_dir(&part).map_err(failed)?;
    let made = fill(session, &store, &part).and_then(|archived| {
        let placed = if replaces { replace(&part, folder) } else { fs::rename(&part, folder) };
        placed.map(|()| archived).map_err(failed)
    });
    // Gone where it has its name by now.
    let _ = fs::remove_dir_all(&part);
    let archived = made?;
    let message = Message::new("export-register-made")
        .with("folder", clean_line(&folder.to_string_lossy()))
        .with("tables", archived.tables as u64)
        .with("rows", archived.rows);
    output::notice(session.text(), &message);
    Ok(())
}

fn fill(session: &Session<'_>, store: &Store, part: &Path) -> Result<Archived, Failure> {
    let stop = stop_asked()?;
    let progress = Progress::new(session.text());
    let archived = store.archive(part, &mut |rows| {
        progress.show(&Message::new("export-progress").with("rows", rows));
        !stop.load(Ordering::Relaxed)
    });
    progress.clear();
    let archived = archived?;
    File::open(part)?.sync_all()?;
    Ok(archived)
}

/// The folder beside the place in which it is made.
fn part_of(folder: &Path) -> io::Result<PathBuf> {
    let whole = std::path::absolute(folder)?;
    let mut name = OsString::from(".");
    name.push(whole.file_name().ok_or(ErrorKind::InvalidInput)?);
    name.push(format!(".{}.part", std::process::id()));
    Ok(whole.with_file_name(name))
}

/// Puts each file in the place of the one of its name, the description last: until then the folder is refused as one
/// that was changed.
fn replace(part: &Path, folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(part)? {
        let name = entry?.file_name();
        if name != PACKAGE {
            refuse_irreplaceable(&folder.join(&name))?;
            fs::rename(part.join(&name), folder.join(&name))?;
        }
    }
    fs::rename(part.join(PACKAGE), folder.join(PACKAGE))?;
    File::open(folder)?.sync_all()
}

/// Makes a new register, which `--db` names, of a folder.
pub(in crate::cli) fn run_register_import(
    session: &Session<'_>,
    folder: &Path,
) -> Result<(), Failure> {
    let Some(path) = session.named_file() else {
        return Err(Failure::new(Status::Usage, Message::new("import-register-no-db")));
    };
    if session.globals.read_only {
        return Err(Failure::new(Status::Failed, Message::new("cli-read-only")));
    }
    let stop = stop_asked()?;
    let progress = Progress::new(session.text());
    let rows = Store::of_archive(folder, path, &mut |rows| {
        progress.show(&Message::new("import-progress").with("rows", rows));
        !stop.load(Ordering::Relaxed)
    });
    progress.clear();
    let message = Message::new("import-register-made")
        .with("file", clean_line(&path.to_string_lossy()))
        .with("rows", rows?);
    output::notice(session.text(), &message);
    Ok(())
}
