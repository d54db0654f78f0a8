//! A record that is added may not be there already, by the values that are given it once.

use super::row::Row;
use crate::domain::{Coded, Kind, Record};
use crate::fields::{RecordField, Stored, table_of};
use crate::store::{RecordName, StoreError, decode, log};
use crate::text::Names;
use rusqlite::{Connection, OptionalExtension, params};

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
        Some((number, void)) => {
            let record = Record { kind, number };
            Err(StoreError::Taken(record, void, name_of(connection, record)?))
        }
        None => Ok(()),
    }
}

/// Reads the name of a record, also of one that is taken out. A record without a code goes by its number.
///
/// Errors: the register cannot be read.
fn name_of(connection: &Connection, record: Record) -> Result<RecordName, StoreError> {
    if record.kind == Kind::Review {
        let sql = "SELECT state_id, CAST(cycle AS TEXT) FROM review WHERE id = ?1";
        let mut statement = connection.prepare_cached(sql)?;
        let (state, code): (u32, String) =
            statement.query_row([record.number], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let names = names(connection, Record { kind: Kind::State, number: state })?;
        return Ok(RecordName { code, names, is_review: true });
    }
    let code = log::name_of(connection, record)?;
    let code = code.unwrap_or_else(|| record.number.to_string());
    Ok(RecordName { code, names: names(connection, record)?, is_review: false })
}

/// Reads the names of a record in the first of its fields that has names by language.
fn names(connection: &Connection, record: Record) -> Result<Names, StoreError> {
    let field = RecordField::of(record.kind).iter().find_map(|field| match field.stored() {
        Stored::Name(called) => Some(called),
        _ => None,
    });
    let Some(field) = field else { return Ok(Names::default()) };
    let sql = "SELECT language, text FROM name WHERE kind = ?1 AND record = ?2 AND field = ?3";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map(params![record.kind.code(), record.number, field], |row| {
        Ok((decode::name(row, 0)?, decode::name(row, 1)?))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
