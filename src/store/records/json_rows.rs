//! Rows of a side table as the change log keeps them: a JSON list of lists, cells without a value are null. A cell with a
//! text by language is a list of pairs, the code of the language and the text, in the order of the codes. Rows keep their
//! order where the table keeps one, else they stand in the order of their words, each once.

use super::table_columns::Column;
use crate::domain::{NOTES_LIMIT, clean_line};
use crate::fields::{CellPlace, FieldValue, RowCell, Side};
use crate::text::UNSTATED;
use serde_json::{Number, Value};

/// Rows in JSON in the order in which the log writes them. `None` for no rows, and for a text that
/// is no list of rows.
pub(in crate::store) fn in_order(side: Side, rows: &str) -> Option<String> {
    let rows: Vec<Vec<Value>> = serde_json::from_str(rows).ok()?;
    written(side, rows)
}

fn written(side: Side, mut rows: Vec<Vec<Value>>) -> Option<String> {
    for cell in rows.iter_mut().flatten() {
        if let Value::Array(texts) = cell {
            texts.sort_by_cached_key(|text| serde_json::to_string(text).unwrap_or_default());
        }
        if cell.as_str() == Some("") || cell.as_array().is_some_and(Vec::is_empty) {
            *cell = Value::Null;
        }
    }
    if !side.ordered {
        rows.sort_by_cached_key(|row| serde_json::to_string(row).unwrap_or_default());
        rows.dedup();
    }
    serde_json::to_string(&rows).ok().filter(|_| !rows.is_empty())
}

/// The error about words that are no list of rows for the columns.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NoRows;

/// Converts a user's rows to those of the log: every cell as its column holds it. Errors: a wrong number of cells, or a
/// cell of another type.
pub(super) fn typed(
    side: Side,
    cells: &[RowCell],
    columns: &[Column],
    rows: &str,
) -> Result<Option<String>, NoRows> {
    let rows: Vec<Vec<Value>> = serde_json::from_str(rows).map_err(|_| NoRows)?;
    let typed = |row: Vec<Value>| -> Option<Vec<Value>> {
        if row.len() != cells.len() {
            return None;
        }
        let cell = |(value, of): (Value, &RowCell)| match of.place {
            CellPlace::Column(name) => {
                let column = columns.iter().find(|column| column.name == name)?;
                of_sort(value, &column.sort)
            }
            CellPlace::Reference(..) => of_sort(value, "TEXT"),
            CellPlace::List(..) => several(value, of.value),
            CellPlace::Names(..) => texts(value),
        };
        let row: Option<Vec<Value>> = row.into_iter().zip(cells).map(cell).collect();
        row.filter(|row| row.iter().any(|cell| !cell.is_null()))
    };
    let rows = rows.into_iter().map(typed).collect::<Option<Vec<_>>>().ok_or(NoRows)?;
    Ok(written(side, rows))
}

/// Converts a cell of several values to their words, each once and in order.
fn several(value: Value, of: FieldValue) -> Option<Value> {
    let words = match value {
        Value::Null => return Some(Value::Null),
        Value::String(words) => words,
        Value::Number(number) => number.to_string(),
        Value::Array(values) => {
            let words = |value: Value| match value {
                Value::String(words) => Some(words),
                Value::Number(number) => Some(number.to_string()),
                _ => None,
            };
            values.into_iter().map(words).collect::<Option<Vec<_>>>()?.join("; ")
        }
        Value::Bool(_) | Value::Object(_) => return None,
    };
    of.read(&words).map(|known| known.map_or(Value::Null, Value::String))
}

/// Converts a cell with a text by language: a list of pairs, each language once.
fn texts(value: Value) -> Option<Value> {
    let pairs: Vec<(String, String)> = match value {
        Value::Null => return Some(Value::Null),
        other => serde_json::from_value(other).ok()?,
    };
    let mut known: Vec<(String, String)> = Vec::new();
    for (language, text) in pairs {
        let text = clean_line(&text);
        let is_code = language == UNSTATED || FieldValue::Language.read(&language)?.is_some();
        let is_there = known.iter().any(|(other, _)| *other == language);
        if !is_code || is_there || text.is_empty() || text.len() > NOTES_LIMIT {
            return None;
        }
        known.push((language, text));
    }
    serde_json::to_value(known).ok()
}

/// Converts a cell to the type of a column.
fn of_sort(value: Value, sort: &str) -> Option<Value> {
    let words = match value {
        Value::Null => return Some(Value::Null),
        Value::String(words) => clean_line(&words),
        Value::Number(number) => number.to_string(),
        Value::Bool(_) | Value::Array(_) | Value::Object(_) => return None,
    };
    if words.is_empty() {
        return Some(Value::Null);
    }
    match sort {
        "INTEGER" => words.parse::<i64>().ok().map(Value::from),
        // Write as many digits as SQLite prints.
        "REAL" => {
            let number: f64 = words.parse().ok()?;
            let shown: f64 = format!("{number:.14e}").parse().ok()?;
            Number::from_f64(shown).map(Value::Number)
        }
        _ => Some(Value::String(words)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Kind;
    use crate::fields::{RecordField, Stored};

    #[test]
    fn rows_have_one_order_and_one_spelling() {
        let field = RecordField::from_code(Kind::Activity, "helped").unwrap();
        let Stored::Rows(side, cells) = field.stored() else { panic!("{field:?}") };
        let store = crate::store::Store::in_memory().unwrap();
        let columns = super::super::table_columns::read(&store.connection, side.table).unwrap();
        let read = |rows: &str| typed(side, cells, &columns, rows);
        let rows = r#"[["9",50],[3,null],["9",50.0]]"#;
        assert_eq!(read(rows), Ok(Some(r#"[["3",null],["9",50.0]]"#.to_owned())));
        assert_eq!(read(r#"[["9"]]"#), Err(NoRows), "a cell less");
        assert_eq!(read(r#"[["9", "much"]]"#), Err(NoRows));
        assert_eq!(read(r#"[["9", true]]"#), Err(NoRows));
        assert_eq!(in_order(side, "[]"), None);
    }
}
