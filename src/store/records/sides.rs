//! Writes the side rows of a record: its names, and its rows in other tables.

use super::references::{References, several};
use super::row::Row;
use super::side_rows;
use crate::domain::{Coded, Record};
use crate::fields::{RecordField, Side, Stored};
use crate::store::StoreError;
use rusqlite::types::Value;
use rusqlite::{Connection, params, params_from_iter};

/// Writes the fields of a record that stand in side tables, those of the same row together.
pub(super) fn write(
    connection: &Connection,
    references: &mut References<'_>,
    record: Record,
    row: &Row,
    fields: &[RecordField],
) -> Result<(), StoreError> {
    let mut done: Vec<Side> = Vec::new();
    for field in fields {
        if let Stored::Beside(side, _) | Stored::ReferenceBeside(side, ..) = field.stored() {
            if done.contains(&side) {
                continue;
            }
            done.push(side);
        }
        // The schema refuses a row in words of its own, which name no field.
        one(connection, references, record, row, *field).map_err(|error| match error {
            StoreError::Refused(_) => {
                StoreError::FieldValue(*field, row.get(*field).unwrap_or_default().to_owned())
            }
            other => other,
        })?;
    }
    Ok(())
}

/// Writes one field of a record that stands in a side table, with those of the same row.
fn one(
    connection: &Connection,
    references: &mut References<'_>,
    record: Record,
    row: &Row,
    field: RecordField,
) -> Result<(), StoreError> {
    let value = row.get(field);
    match field.stored() {
        Stored::Itself | Stored::Column(_) | Stored::Reference(..) => Ok(()),
        Stored::Name(called) => name(connection, record, called, field, value),
        Stored::Beside(side, _) | Stored::ReferenceBeside(side, ..) => {
            beside(connection, references, record, row, side)
        }
        Stored::List(side, column) => {
            let values = several(value.unwrap_or_default());
            let values = values.map(|value| vec![Value::from(value.to_owned())]).collect();
            replace(connection, record, side, &[column], values)
        }
        Stored::Links(side, column, referred) => {
            let numbers = several(value.unwrap_or_default())
                .map(|name| Ok(vec![references.number(referred, name)?.into()]));
            let numbers = numbers.collect::<Result<_, StoreError>>()?;
            replace(connection, record, side, &[column], numbers)
        }
        Stored::Rows(side, cells) => {
            side_rows::write(connection, references, record, (field, value), (side, cells))
        }
    }
}

fn name(
    connection: &Connection,
    record: Record,
    called: &str,
    field: RecordField,
    value: Option<&str>,
) -> Result<(), StoreError> {
    let (kind, language) = (record.kind.code(), field.language().unwrap_or_default());
    connection
        .prepare_cached(
            "DELETE FROM name WHERE kind = ?1 AND record = ?2 AND field = ?3 AND language = ?4",
        )?
        .execute(params![kind, record.number, called, language])?;
    if let Some(text) = value {
        connection
            .prepare_cached(
                "INSERT INTO name (kind, record, field, language, text) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![kind, record.number, called, language, text])?;
    }
    Ok(())
}

/// Writes a record's one row of a side table; deletes it if all its fields are empty.
fn beside(
    connection: &Connection,
    references: &mut References<'_>,
    record: Record,
    row: &Row,
    side: Side,
) -> Result<(), StoreError> {
    let (mut columns, mut values) = (Vec::new(), Vec::new());
    for field in row.fields() {
        let (column, value) = match field.stored() {
            Stored::Beside(own, column) if own == side => {
                (column, row.get(*field).map(|value| Value::from(value.to_owned())))
            }
            Stored::ReferenceBeside(own, column, referred) if own == side => {
                let number = row.get(*field).map(|name| references.number(referred, name));
                (column, number.transpose()?.map(Value::from))
            }
            _ => continue,
        };
        columns.push(column);
        values.push(value.unwrap_or(Value::Null));
    }
    let is_empty = values.iter().all(|value| *value == Value::Null);
    let rows = if is_empty { Vec::new() } else { vec![values] };
    replace(connection, record, side, &columns, rows)
}

/// Replaces a record's rows of a side table.
fn replace(
    connection: &Connection,
    record: Record,
    side: Side,
    columns: &[&str],
    rows: Vec<Vec<Value>>,
) -> Result<(), StoreError> {
    let fixed = side.fixed.iter().map(|(column, value)| format!(" AND {column} = '{value}'"));
    let fixed: String = fixed.collect();
    let gone = format!("DELETE FROM main.{} WHERE {} = ?1{fixed}", side.table, side.record);
    connection.prepare_cached(&gone)?.execute([record.number])?;
    let mut named = vec![side.record];
    named.extend(side.fixed.iter().map(|(column, _)| *column));
    named.extend(columns);
    let marks = (1..=named.len()).map(|number| format!("?{number}")).collect::<Vec<_>>();
    let sql = format!(
        "INSERT INTO main.{} ({}) VALUES ({})",
        side.table,
        named.join(", "),
        marks.join(", ")
    );
    let mut insert = connection.prepare_cached(&sql)?;
    for row in rows {
        let mut values: Vec<Value> = vec![record.number.into()];
        values.extend(side.fixed.iter().map(|(_, value)| Value::from((*value).to_owned())));
        values.extend(row);
        insert.execute(params_from_iter(values))?;
    }
    Ok(())
}
