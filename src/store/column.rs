//! How values of the database become values of columns, without an allocation for each.

use super::StoreError;
use crate::domain::{Coded, Day};
use crate::query::register::NONE;
use rusqlite::Row;
use rusqlite::types::ValueRef;
use std::collections::HashMap;

/// The code of a closed vocabulary as a column stores it: the value's index plus one.
pub(super) fn code<T: Coded>(row: &Row, column: usize) -> Result<u8, StoreError> {
    let bytes = match row.get_ref(column)? {
        ValueRef::Null => return Ok(NONE),
        ValueRef::Text(bytes) => bytes,
        _ => return Err(strange(row, column)),
    };
    let place = T::ALL.iter().position(|value| value.code().as_bytes() == bytes);
    place.map(|place| place as u8 + 1).ok_or_else(|| strange(row, column))
}

/// The id of another row as its place plus one, or 0 for NULL; `ids` are those of the rows in order.
pub(super) fn slot(row: &Row, column: usize, ids: &[i64]) -> Result<u16, StoreError> {
    match row.get_ref(column)? {
        ValueRef::Null => Ok(0),
        ValueRef::Integer(id) => place(id, ids).map(|place| place + 1),
        _ => Err(strange(row, column)),
    }
}

/// The place of a row, by its id.
pub(super) fn place(id: i64, ids: &[i64]) -> Result<u16, StoreError> {
    let place = ids.binary_search(&id).ok().and_then(|place| u16::try_from(place).ok());
    place.ok_or_else(|| StoreError::Damaged(None, format!("#{id}?")))
}

/// The text of a row.
pub(super) fn text<'a>(row: &'a Row, column: usize) -> Result<&'a str, StoreError> {
    match row.get_ref(column)? {
        ValueRef::Text(bytes) => std::str::from_utf8(bytes).map_err(|_| strange(row, column)),
        _ => Err(strange(row, column)),
    }
}

/// Days, of which a register holds few different ones: each is read once.
#[derive(Default)]
pub(super) struct Days {
    known: HashMap<[u8; 10], Day>,
    last: Option<([u8; 10], Day)>,
}

impl Days {
    /// The day in a column.
    pub(super) fn read(&mut self, row: &Row, column: usize) -> Result<Option<Day>, StoreError> {
        let bytes = match row.get_ref(column)? {
            ValueRef::Null => return Ok(None),
            ValueRef::Text(bytes) => bytes,
            _ => return Err(strange(row, column)),
        };
        let bytes: [u8; 10] = bytes.try_into().map_err(|_| strange(row, column))?;
        if let Some((last, day)) = self.last
            && last == bytes
        {
            return Ok(Some(day));
        }
        let day = match self.known.get(&bytes) {
            Some(day) => *day,
            None => std::str::from_utf8(&bytes)
                .ok()
                .and_then(Day::parse)
                .ok_or_else(|| strange(row, column))?,
        };
        self.known.insert(bytes, day);
        self.last = Some((bytes, day));
        Ok(Some(day))
    }
}

/// The number of another need, or 0 for NULL.
pub(super) fn need(row: &Row, column: usize) -> Result<u32, StoreError> {
    match row.get_ref(column)? {
        ValueRef::Null => Ok(0),
        ValueRef::Integer(id) => u32::try_from(id).map_err(|_| strange(row, column)),
        _ => Err(strange(row, column)),
    }
}

/// A value that the schema does not allow; it names the column and the row.
pub(super) fn strange(row: &Row, column: usize) -> StoreError {
    let name = row.as_ref().column_name(column).unwrap_or_default();
    let id: i64 = row.get(0).unwrap_or_default();
    StoreError::Damaged(None, format!("{name} #{id}"))
}
