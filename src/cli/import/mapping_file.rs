//! The mapping of columns in a file of the user (`--map`), and the one that the register remembers of an earlier import of
//! the same headings.

use super::within::said;
use crate::cli::failure::{Failure, Status};
use crate::cli::placed;
use crate::domain::{Coded, clean_line};
use crate::import::{Mapping, Target, key_of_headings};
use crate::store::Store;
use crate::text::Message;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

/// The largest file with a mapping, in bytes.
const MOST_BYTES: u64 = 1 << 20;

/// Reads the mapping from a file; `None` if the file is not there.
///
/// # Errors
/// The file cannot be read, or holds no mapping for the list.
pub(super) fn read(path: &Path, target: Target) -> Result<Option<Mapping>, Failure> {
    let failed = |error: std::io::Error| Failure::file(path, &error);
    let file = || clean_line(&path.to_string_lossy());
    match fs::metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(failed(error)),
        Ok(about) if !about.is_file() || about.len() > MOST_BYTES => {
            let message = Message::new("cli-import-no-map").with("file", file());
            return Err(Failure::new(Status::BadData, message));
        }
        Ok(_) => {}
    }
    let toml = fs::read_to_string(path).map_err(failed)?;
    Mapping::from_toml(&toml, target).map(Some).map_err(|error| {
        let message = Message::new("cli-import-of-file").with("file", file());
        Failure::new(Status::BadData, message.with("message", said(error.message())))
    })
}

/// Writes a mapping into a file that is not there.
pub(super) fn write(path: &Path, mapping: &Mapping) -> Result<(), Failure> {
    placed::replace(path, mapping.to_toml().as_bytes())
}

/// The mapping of the last import of a file with the same headings; `None` if there was none.
pub(super) fn remembered(store: &Store, mapping: &Mapping) -> Result<Option<Mapping>, Failure> {
    let key = |mapping: &Mapping| {
        key_of_headings(mapping.columns.iter().map(|column| column.heading.as_str()))
    };
    let own = key(mapping);
    let earlier = store.imported_mappings(mapping.target.code())?;
    let read = earlier.iter().filter_map(|toml| Mapping::from_toml(toml, mapping.target).ok());
    Ok(read.into_iter().find(|known| key(known) == own))
}
