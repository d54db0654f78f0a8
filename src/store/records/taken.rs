//! A record that is added may not be there already, by the values that are given it once.

use super::row::Row;
use crate::domain::{Kind, Record};
use crate::fields::{Stored, table_of};
use crate::store::StoreError;
use rusqlite::{Connection, OptionalExtension};

/// Refuses to add a record with the same given-once values as another one, even one taken out.
pub(super) fn refuse(connection: &Connection, kind: Kind, row: &Row) -> Result<(), StoreError> {
    let (mut conditions, mut values) = (Vec::new(), Vec::new());
    for field in row.fields().iter().copied().filter(|field| field.is_given_once()) {
        let Some(value) = row.get(field) else { return Err(StoreError::Required(vec![field])) };
        values.push(value.to_owned());
        let place = values.len();
        conditions.push(match field.stored() {
            Stored::Reference(column, referred) => format!(
                "{column} = (SELECT id FROM {} WHERE {} = ?{place})",
                referred.table, referred.key
            ),
            Stored::Column(column) => format!("{column} = ?{place}"),
            _ => continue,
        });
    }
    // Comments may repeat the same text.
    if conditions.is_empty() || kind == Kind::Comment {
        return Ok(());
    }
    let table = table_of(kind);
    let sql = format!("SELECT id, void FROM {table} WHERE {}", conditions.join(" AND "));
    let mut statement = connection.prepare_cached(&sql)?;
    let found = statement
        .query_row(rusqlite::params_from_iter(values), |row| Ok((row.get(0)?, row.get(1)?)));
    match found.optional()? {
        Some((number, void)) => Err(StoreError::Taken(Record { kind, number }, void)),
        None => Ok(()),
    }
}
