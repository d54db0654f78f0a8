//! Rows of small tables, read one by one, and the values of closed vocabularies in them.

use super::StoreError;
pub(super) use super::decode::{coded, outside};
use crate::domain::Coded;
use rusqlite::{Connection, Row};

/// The rows of a query, each read by `read`.
pub(super) fn rows<T>(
    connection: &Connection,
    sql: &str,
    read: impl FnMut(&Row) -> Result<T, rusqlite::Error>,
) -> Result<Vec<T>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// As [`coded`], for a column that may be NULL.
pub(super) fn optional_coded<T: Coded>(
    row: &Row,
    column: usize,
) -> Result<Option<T>, rusqlite::Error> {
    let stated = row.get_ref(column)?.as_str_or_null()?.is_some();
    stated.then(|| coded(row, column)).transpose()
}
