//! The numbers of the records that a write adds. No number is used twice, not even that of a record that was taken back.

use crate::domain::{Coded, Kind, Record};
use crate::fields::table_of;
use crate::store::StoreError;
use rusqlite::Connection;
use std::collections::BTreeMap;

/// The next free number of each kind, read from the file once.
pub(in crate::store) struct Numbers<'c> {
    connection: &'c Connection,
    free: BTreeMap<Kind, u32>,
}

impl<'c> Numbers<'c> {
    /// Makes the numbers for one write, which holds the write lock.
    pub(in crate::store) fn new(connection: &'c Connection) -> Self {
        Self { connection, free: BTreeMap::new() }
    }

    /// Gives the next free record of a kind.
    ///
    /// Errors: settings are not added; there are no more numbers.
    pub(in crate::store) fn next(&mut self, kind: Kind) -> Result<Record, StoreError> {
        refuse_fixed(kind)?;
        let number = match self.free.get(&kind) {
            Some(number) => *number,
            None => first(self.connection, kind)?,
        };
        self.free.insert(kind, number.checked_add(1).ok_or(StoreError::TooLarge)?);
        Ok(Record { kind, number })
    }
}

/// Gives the number after those in the file and in the log.
fn first(connection: &Connection, kind: Kind) -> Result<u32, StoreError> {
    let of_log = match kind {
        Kind::Need => "kind = 'need'".to_owned(),
        _ => format!("kind <> 'need' AND kind = '{}'", kind.code()),
    };
    let sql = format!(
        "SELECT max(coalesce((SELECT max(id) FROM main.{}), 0),
                    coalesce((SELECT max(record) FROM main.change WHERE {of_log}), 0)) + 1",
        table_of(kind)
    );
    let first: i64 = connection.prepare_cached(&sql)?.query_row([], |row| row.get(0))?;
    u32::try_from(first).map_err(|_| StoreError::TooLarge)
}

/// Refuses to add or take out settings: their set is fixed by the program.
pub(super) fn refuse_fixed(kind: Kind) -> Result<(), StoreError> {
    if kind == Kind::Setting { Err(StoreError::Fixed(kind)) } else { Ok(()) }
}
