//! The columns of a table: the types of their values, and the value for "not stated".

use crate::store::StoreError;
use rusqlite::Connection;
use std::collections::HashMap;
use std::rc::Rc;

/// A column of a table.
pub(super) struct Column {
    pub(super) name: String,
    /// The SQL type: `TEXT`, `INTEGER` or `REAL`.
    pub(super) sort: String,
    /// The SQL value for "not stated" where the column takes no NULL.
    pub(super) empty: Option<String>,
    /// Whether a row can leave it out.
    pub(super) is_filled: bool,
}

/// Reads the columns of a table of the file from the schema.
pub(super) fn read(connection: &Connection, table: &str) -> Result<Vec<Column>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT name, type, \"notnull\", dflt_value FROM pragma_table_info(?1, 'main')",
    )?;
    let columns = statement.query_map([table], |row| {
        let (sort, required): (String, bool) = (row.get(1)?, row.get(2)?);
        let filled: Option<String> = row.get(3)?;
        let is_filled = filled.is_some() || !required;
        let nothing = if sort == "TEXT" { "''" } else { "NULL" };
        let empty = required.then(|| filled.unwrap_or_else(|| nothing.to_owned()));
        Ok(Column { name: row.get(0)?, sort, empty, is_filled })
    })?;
    Ok(columns.collect::<Result<_, _>>()?)
}

/// The columns of the tables of one write, each table read once.
pub(super) struct Columns<'c> {
    connection: &'c Connection,
    known: HashMap<&'static str, Rc<Vec<Column>>>,
}

impl<'c> Columns<'c> {
    /// Makes the columns for one write.
    pub(super) fn new(connection: &'c Connection) -> Self {
        Self { connection, known: HashMap::new() }
    }

    /// Gives the columns of a table.
    pub(super) fn of(&mut self, table: &'static str) -> Result<Rc<Vec<Column>>, StoreError> {
        if let Some(known) = self.known.get(table) {
            return Ok(Rc::clone(known));
        }
        let columns = Rc::new(read(self.connection, table)?);
        self.known.insert(table, Rc::clone(&columns));
        Ok(columns)
    }
}
