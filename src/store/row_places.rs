//! The places of the rows of small tables in memory, by their ids in the file.

use super::StoreError;
use super::table_rows::{outside, rows};
use rusqlite::{Connection, Row};

/// The place of each row, by its id.
pub(super) struct Places(Vec<(i64, u16)>);

impl Places {
    /// The place of the row with this id, if it is there.
    pub(super) fn get(&self, id: i64) -> Option<u16> {
        let at = self.0.binary_search_by_key(&id, |(id, _)| *id).ok()?;
        Some(self.0[at].1)
    }
}

/// The places of the rows whose ids a query gives in order.
pub(super) fn places(connection: &Connection, sql: &str) -> Result<Places, StoreError> {
    places_of(rows(connection, sql, |row| row.get(0))?.into_iter())
}

/// The places of the rows with these ids, in order. Columns name rows by places of 16 bits: far more rows than the world has States and reviews.
pub(super) fn places_of(ids: impl Iterator<Item = i64>) -> Result<Places, StoreError> {
    let places = ids.enumerate().map(|(place, id)| {
        let place = u16::try_from(place).ok().filter(|place| *place < u16::MAX);
        place.map(|place| (id, place)).ok_or(StoreError::TooLarge)
    });
    let mut places: Vec<(i64, u16)> = places.collect::<Result<_, _>>()?;
    places.sort_unstable();
    Ok(Places(places))
}

/// The place of the row whose id stands in a column; `None` where it is NULL.
pub(super) fn place(
    row: &Row,
    column: usize,
    places: &Places,
) -> Result<Option<u16>, rusqlite::Error> {
    let id: Option<i64> = row.get(column)?;
    id.map(|id| places.get(id).ok_or_else(|| outside(column, &id))).transpose()
}
