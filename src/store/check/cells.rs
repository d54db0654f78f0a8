//! The cells of rows, as they stand in the file.

use crate::store::StoreError;
use rusqlite::{Connection, Row};

/// The bytes of a cell of text; `None` for NULL.
pub(super) type Words = Option<Vec<u8>>;

/// The bytes of a cell of text, which need not be UTF-8.
pub(super) fn bytes<'r>(
    row: &'r Row<'_>,
    place: usize,
) -> Result<Option<&'r [u8]>, rusqlite::Error> {
    Ok(row.get_ref(place)?.as_bytes_or_null()?)
}

/// Takes each row of a question.
pub(super) fn each(
    connection: &Connection,
    sql: &str,
    mut take: impl FnMut(&Row<'_>) -> Result<(), rusqlite::Error>,
) -> Result<(), StoreError> {
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        take(row)?;
    }
    Ok(())
}
