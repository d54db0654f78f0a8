//! Files that a command makes in a folder: each is there whole or as it was.

use super::export_file::not_replaced;
use super::failure::Failure;
use crate::exchange::{NotReplaced, refuse_irreplaceable};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// Makes the folder if it is missing; the one above it has to be there.
pub(super) fn make_folder(folder: &Path) -> Result<(), Failure> {
    match fs::create_dir(folder) {
        Err(_) if folder.is_dir() => Ok(()),
        made => made.map_err(|error| Failure::file(folder, &error)),
    }
}

/// Writes a file whole: another of this name stays as it is until this one is complete. A register is never replaced.
pub(super) fn replace(file: &Path, bytes: &[u8]) -> Result<(), Failure> {
    refuse_irreplaceable(file).map_err(|error| match NotReplaced::of(&error) {
        Some(why) => not_replaced(file, why),
        None => Failure::file(file, &error),
    })?;
    let mut name = file.file_name().map(OsString::from).unwrap_or_default();
    name.push(format!(".{}.part", std::process::id()));
    let part: PathBuf = file.with_file_name(name);
    let written = fs::write(&part, bytes).and_then(|()| fs::rename(&part, file));
    written.map_err(|error| {
        // The partial file is of no use; a failure to remove it is not reported.
        let _ = fs::remove_file(&part);
        Failure::file(file, &error)
    })
}
