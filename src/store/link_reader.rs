//! One of the tables that link needs with something, read in the order of the needs beside them:
//! a merge, so that a million needs take one pass over each table and no query each.

use super::StoreError;
use rusqlite::Rows;

/// The rest of a link table.
pub(super) struct Links<'a> {
    rows: Option<Rows<'a>>,
    /// The link that was read but belongs to a later need.
    next: Option<(i64, i64)>,
}

impl<'a> Links<'a> {
    /// Over rows of two columns, the need's id and the other's, in the order of the needs.
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
        mut take: impl FnMut(i64) -> Result<(), StoreError>,
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
            Some(row) => Some((row.get(0)?, row.get(1)?)),
            None => None,
        };
        Ok(())
    }
}
