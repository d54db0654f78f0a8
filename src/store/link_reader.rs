//! One of the tables that link needs with something, read in the order of the needs beside them:
//! a merge, so that a million needs take one pass over each table and no query each.

use super::{StoreError, decode};
use rusqlite::{Row, Rows};

/// The rest of a link table. What a need is linked with is read from its row: the id of another record, if nothing
/// else is said.
pub(super) struct Links<'a, T = i64> {
    rows: Option<Rows<'a>>,
    /// The link that was read but belongs to a later need.
    next: Option<(i64, T)>,
}

/// What a row of a link table, whose first column is the need's id, links the need with.
pub(super) trait Linked: Copy {
    /// Reads it from the columns behind the first.
    ///
    /// Errors: a value that the schema does not allow.
    fn read(row: &Row<'_>) -> Result<Self, StoreError>;
}

impl Linked for i64 {
    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        decode::id(row, 1)
    }
}

impl<'a, T: Linked> Links<'a, T> {
    /// Over rows in the order of the needs.
    pub(super) fn over(rows: Rows<'a>) -> Result<Self, StoreError> {
        let mut links = Self { rows: Some(rows), next: None };
        links.step()?;
        Ok(links)
    }

    /// Without a table: nothing is linked with anything.
    pub(super) fn none() -> Self {
        Self { rows: None, next: None }
    }

    /// Gives each link of a need to `take`; needs come in rising order.
    pub(super) fn of(
        &mut self,
        need: i64,
        mut take: impl FnMut(T) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        while let Some((id, other)) = self.next {
            if id > need {
                break;
            }
            if id == need {
                take(other)?;
            }
            self.step()?;
        }
        Ok(())
    }

    fn step(&mut self) -> Result<(), StoreError> {
        let Some(rows) = &mut self.rows else { return Ok(()) };
        self.next = match rows.next()? {
            Some(row) => Some((decode::id(row, 0)?, T::read(row)?)),
            None => None,
        };
        Ok(())
    }
}
