//! Rows of small tables, read one by one, and the values of closed vocabularies in them.

use super::StoreError;
use crate::domain::Coded;
use rusqlite::types::Type;
use rusqlite::{Connection, Row};

/// What each row of a query says.
pub(super) fn rows<T>(
    connection: &Connection,
    sql: &str,
    read: impl FnMut(&Row) -> Result<T, rusqlite::Error>,
) -> Result<Vec<T>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A reference to a row that is not there, or a value outside its vocabulary.
pub(super) fn outside(column: usize, value: &dyn ToString) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(column, Type::Text, value.to_string().into())
}

/// The value of a closed vocabulary in a column.
pub(super) fn coded<T: Coded>(row: &Row, column: usize) -> Result<T, rusqlite::Error> {
    let code = row.get_ref(column)?.as_str()?;
    T::from_code(code).ok_or_else(|| outside(column, &code))
}

/// As [`coded`], for a column that may be NULL.
pub(super) fn optional_coded<T: Coded>(
    row: &Row,
    column: usize,
) -> Result<Option<T>, rusqlite::Error> {
    let stated = row.get_ref(column)?.as_str_or_null()?.is_some();
    stated.then(|| coded(row, column)).transpose()
}
