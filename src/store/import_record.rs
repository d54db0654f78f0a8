//! What the register keeps of each import: the file that a batch of the change log came from.

use super::{StoreError, decode};
use rusqlite::{Connection, OptionalExtension};

/// The file that a batch was imported from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportRecord {
    /// The name of the file without its folder; `-` for standard input.
    pub file: String,
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
    /// The meaning of its columns, in TOML.
    pub mapping: String,
}

impl ImportRecord {
    /// Reads the file of a batch; `None` for one that is no import.
    ///
    /// Errors: the register cannot be read.
    pub(super) fn of_batch(
        connection: &Connection,
        batch: i64,
    ) -> Result<Option<Self>, StoreError> {
        let sql = "SELECT file, sha256, mapping FROM import WHERE batch_id = ?1";
        let mut statement = connection.prepare_cached(sql)?;
        let found = statement.query_row([batch], |row| {
            Ok(Self {
                file: decode::line(row, 0)?,
                sha256: decode::line(row, 1)?,
                mapping: decode::raw(row, 2)?.unwrap_or_default(),
            })
        });
        Ok(found.optional()?)
    }
}
