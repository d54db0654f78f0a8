//! Writes the rows that a field has in a side table, with the tables under these rows.

use super::references::{References, several};
use super::table_columns::{self, Column};
use crate::domain::Record;
use crate::fields::{CellPlace, RecordField, RowCell, Side};
use crate::store::StoreError;
use rusqlite::types::Value;
use rusqlite::{Connection, params, params_from_iter};

/// Replaces the rows of a field by those of its value, a JSON list of lists.
pub(super) fn write(
    connection: &Connection,
    references: &mut References<'_>,
    record: Record,
    (field, value): (RecordField, Option<&str>),
    (side, cells): (Side, &'static [RowCell]),
) -> Result<(), StoreError> {
    let rows: Vec<Vec<serde_json::Value>> = match value {
        Some(value) => serde_json::from_str(value)
            .map_err(|_| StoreError::FieldValue(field, value.to_owned()))?,
        None => Vec::new(),
    };
    clear(connection, record, side, cells)?;
    let mut named = vec![side.record];
    named.extend(side.fixed.iter().map(|(column, _)| *column));
    named.extend(cells.iter().filter_map(RowCell::own_column));
    let marks = (1..=named.len()).map(|number| format!("?{number}")).collect::<Vec<_>>();
    let sql =
        format!("INSERT INTO {} ({}) VALUES ({})", side.table, named.join(", "), marks.join(", "));
    let known = table_columns::read(connection, side.table)?;
    for row in rows {
        let mut values: Vec<Value> = vec![record.number.into()];
        values.extend(side.fixed.iter().map(|(_, value)| Value::from((*value).to_owned())));
        for (cell, of) in row.iter().zip(cells) {
            match (of.place, cell.as_str()) {
                (CellPlace::Reference(_, referred), Some(name)) => {
                    values.push(references.number(referred, name)?.into());
                }
                (CellPlace::Column(column) | CellPlace::Reference(column, _), _) => {
                    values.push(cell_value(cell, column, &known));
                }
                (CellPlace::List(..) | CellPlace::Names(..), _) => {}
            }
        }
        connection.prepare_cached(&sql)?.execute(params_from_iter(values))?;
        let id = connection.last_insert_rowid();
        for (cell, of) in row.iter().zip(cells) {
            under(connection, id, cell, of)?;
        }
    }
    Ok(())
}

/// Deletes the rows of a field, first those of the tables under them.
fn clear(
    connection: &Connection,
    record: Record,
    side: Side,
    cells: &[RowCell],
) -> Result<(), StoreError> {
    let fixed = side.fixed.iter().map(|(column, value)| format!(" AND {column} = '{value}'"));
    let own = format!("{} = ?1{}", side.record, fixed.collect::<String>());
    let rows = format!("(SELECT id FROM {} WHERE {own})", side.table);
    for of in cells {
        let sql = match of.place {
            CellPlace::List(under, _) => {
                format!("DELETE FROM {} WHERE {} IN {rows}", under.table, under.record)
            }
            CellPlace::Names(kind, field) => format!(
                "DELETE FROM name WHERE kind = '{kind}' AND field = '{field}' AND record IN {rows}"
            ),
            CellPlace::Column(_) | CellPlace::Reference(..) => continue,
        };
        connection.prepare_cached(&sql)?.execute([record.number])?;
    }
    let sql = format!("DELETE FROM {} WHERE {own}", side.table);
    connection.prepare_cached(&sql)?.execute([record.number])?;
    Ok(())
}

/// Writes a cell whose values stand in a table under the row.
fn under(
    connection: &Connection,
    row: i64,
    cell: &serde_json::Value,
    of: &RowCell,
) -> Result<(), StoreError> {
    match of.place {
        CellPlace::List(under, column) => {
            let sql =
                format!("INSERT INTO {} ({}, {column}) VALUES (?1, ?2)", under.table, under.record);
            for value in several(cell.as_str().unwrap_or_default()) {
                connection.prepare_cached(&sql)?.execute(params![row, value])?;
            }
        }
        CellPlace::Names(kind, field) => {
            let sql = "INSERT INTO name (kind, record, field, language, text)
                       VALUES (?1, ?2, ?3, ?4, ?5)";
            for name in cell.as_array().into_iter().flatten() {
                let word = |at: usize| name.get(at).and_then(serde_json::Value::as_str);
                let values = params![kind, row, field, word(0), word(1)];
                connection.prepare_cached(sql)?.execute(values)?;
            }
        }
        CellPlace::Column(_) | CellPlace::Reference(..) => {}
    }
    Ok(())
}

/// Converts a cell of a row to the value for a column. A cell without a value becomes an empty text in a column whose
/// default is an empty text, else NULL.
fn cell_value(cell: &serde_json::Value, column: &str, known: &[Column]) -> Value {
    match cell {
        serde_json::Value::String(words) => words.clone().into(),
        serde_json::Value::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(number), _) => number.into(),
            (None, Some(number)) => number.into(),
            (None, None) => Value::Null,
        },
        _ => {
            let column = known.iter().find(|known| known.name == column);
            let takes_words = column.is_some_and(|column| column.empty.as_deref() == Some("''"));
            if takes_words { String::new().into() } else { Value::Null }
        }
    }
}
