//! Rows of a side table as the change log keeps them: a JSON list of lists, cells without a value are null. They keep
//! their order where the table keeps one, else they stand in the order of their words, each once.

use super::table_columns::Column;
use crate::fields::{Referred, Side};
use serde_json::{Number, Value};

/// Rows in JSON in the order in which the log writes them. `None` for no rows, and for a text that
/// is no list of rows.
pub(in crate::store) fn in_order(side: Side, rows: &str) -> Option<String> {
    let rows: Vec<Vec<Value>> = serde_json::from_str(rows).ok()?;
    written(side, rows)
}

fn written(side: Side, mut rows: Vec<Vec<Value>>) -> Option<String> {
    for cell in rows.iter_mut().flatten() {
        if cell.as_str() == Some("") {
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
    cells: &[(&'static str, Option<Referred>)],
    columns: &[Column],
    rows: &str,
) -> Result<Option<String>, NoRows> {
    let rows: Vec<Vec<Value>> = serde_json::from_str(rows).map_err(|_| NoRows)?;
    let typed = |row: Vec<Value>| -> Option<Vec<Value>> {
        if row.len() != cells.len() {
            return None;
        }
        let cell = |(value, (name, referred)): (Value, &(&str, Option<Referred>))| {
            let column = columns.iter().find(|column| column.name == *name)?;
            let sort = if referred.is_some() { "TEXT" } else { column.sort.as_str() };
            of_sort(value, sort)
        };
        row.into_iter().zip(cells).map(cell).collect()
    };
    let rows = rows.into_iter().map(typed).collect::<Option<Vec<_>>>().ok_or(NoRows)?;
    Ok(written(side, rows))
}

/// Converts a cell to the type of a column.
fn of_sort(value: Value, sort: &str) -> Option<Value> {
    let words = match value {
        Value::Null => return Some(Value::Null),
        Value::String(words) => crate::domain::clean_line(&words),
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
