//! The tables of a register as they are archived: their columns, keys and references, read from the file itself.

use super::value::ColumnType;
use crate::store::{StoreError, schema};
use rusqlite::Connection;

/// SQLite's own table of the numbers that were given last.
pub(super) const SEQUENCE: &str = "sqlite_sequence";

/// A table.
#[derive(Debug)]
pub(super) struct Table {
    /// Its name.
    pub(super) name: &'static str,
    /// Its columns, in order.
    pub(super) columns: Vec<Column>,
    /// The places of the columns of its primary key, in the order of the key.
    pub(super) key: Vec<usize>,
    /// Its references.
    pub(super) references: Vec<Reference>,
}

/// A column.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) name: String,
    pub(super) kind: ColumnType,
    /// Whether it has a value in every row.
    pub(super) required: bool,
}

/// A reference from columns of a table to those of another.
#[derive(Debug)]
pub(super) struct Reference {
    pub(super) columns: Vec<String>,
    pub(super) table: String,
    pub(super) fields: Vec<String>,
}

impl Table {
    /// The name of its file.
    pub(super) fn file(&self) -> String {
        format!("{}.csv", self.name)
    }

    /// Its columns in SQL.
    pub(super) fn list(&self) -> String {
        let names: Vec<String> = self.columns.iter().map(|column| quoted(&column.name)).collect();
        names.join(", ")
    }

    /// The order of its rows in SQL: that of the key, else the one in which they were written.
    pub(super) fn order(&self) -> String {
        match &self.key[..] {
            [] => "rowid".to_owned(),
            key => {
                let names = key.iter().map(|place| quoted(&self.columns[*place].name));
                names.collect::<Vec<_>>().join(", ")
            }
        }
    }
}

/// A name in SQL.
pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// Every table of the newest schema, by name, and SQLite's table of the numbers that were given last.
pub(super) fn tables(connection: &Connection) -> Result<Vec<Table>, StoreError> {
    let mut names = schema::tables();
    names.push(SEQUENCE);
    names.sort_unstable();
    names.into_iter().map(|name| table(connection, name)).collect()
}

fn table(connection: &Connection, name: &'static str) -> Result<Table, StoreError> {
    let mut statement = connection
        .prepare("SELECT name, type, \"notnull\", pk FROM pragma_table_info(?1) ORDER BY cid")?;
    let rows = statement.query_map([name], |row| {
        let declared: String = row.get(1)?;
        let kind = ColumnType::declared(&declared);
        let column = Column { name: row.get(0)?, kind, required: row.get::<_, i64>(2)? != 0 };
        Ok((column, row.get::<_, u32>(3)?))
    })?;
    let mut columns = Vec::new();
    let mut key: Vec<(u32, usize)> = Vec::new();
    for (place, row) in rows.enumerate() {
        let (column, in_key) = row?;
        columns.push(Column { required: column.required || in_key > 0, ..column });
        if in_key > 0 {
            key.push((in_key, place));
        }
    }
    key.sort_unstable();
    let key = key.into_iter().map(|(_, place)| place).collect();
    Ok(Table { name, columns, key, references: references(connection, name)? })
}

fn references(connection: &Connection, table: &str) -> Result<Vec<Reference>, StoreError> {
    let mut statement = connection.prepare(
        "SELECT f.id, f.\"table\", f.\"from\",
           coalesce(f.\"to\", (SELECT p.name FROM pragma_table_info(f.\"table\") p WHERE p.pk = f.seq + 1))
         FROM pragma_foreign_key_list(?1) f ORDER BY f.id DESC, f.seq",
    )?;
    let mut rows = statement.query([table])?;
    let mut found: Vec<(i64, Reference)> = Vec::new();
    while let Some(row) = rows.next()? {
        let (id, to): (i64, String) = (row.get(0)?, row.get(1)?);
        if found.last().is_none_or(|(last, _)| *last != id) {
            let (columns, fields) = (Vec::new(), Vec::new());
            found.push((id, Reference { columns, table: to, fields }));
        }
        if let Some((_, reference)) = found.last_mut() {
            reference.columns.push(row.get(2)?);
            reference.fields.push(row.get(3)?);
        }
    }
    Ok(found.into_iter().map(|(_, reference)| reference).collect())
}
