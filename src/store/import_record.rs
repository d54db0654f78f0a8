//! What the register keeps of each import: the file that a batch of the change log came from.

use super::{Store, StoreError, decode};
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

/// The most mappings that are read: of the newest imports.
const MAPPINGS: u32 = 100;

impl Store {
    /// Gives the mappings of the newest imports of a list, the newest first, as TOML.
    ///
    /// Errors: the register cannot be read.
    pub fn imported_mappings(&self, target: &str) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT mapping FROM import WHERE target = ?1 ORDER BY batch_id DESC LIMIT ?2";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map((target, MAPPINGS), |row| decode::raw(row, 0))?;
        let read: Vec<Option<String>> = rows.collect::<Result<_, _>>()?;
        Ok(read.into_iter().flatten().collect())
    }
}
