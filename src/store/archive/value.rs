//! A value of the file as a cell of CSV, and back: NULL is told from an empty text, bytes are hexadecimal.

use crate::domain::{as_stated, neutralised};
use rusqlite::types::{Value, ValueRef};
use std::borrow::Cow;
use std::fmt::Write as _;

/// The cell that stands for NULL.
pub(super) const NULL: &str = "\\N";

/// The kind of the values of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ColumnType {
    Integer,
    Real,
    Text,
    Blob,
    /// Whatever SQLite keeps: an integer where it can be read as one, else text.
    Any,
}

impl ColumnType {
    /// The kind that a table declares.
    pub(super) fn declared(words: &str) -> Self {
        match words.to_ascii_uppercase().as_str() {
            "INTEGER" | "INT" => Self::Integer,
            "REAL" => Self::Real,
            "TEXT" => Self::Text,
            "BLOB" => Self::Blob,
            _ => Self::Any,
        }
    }

    /// The kind in the words of Frictionless.
    pub(super) fn frictionless(self) -> &'static str {
        match self {
            Self::Integer => "integer",
            Self::Real => "number",
            Self::Text | Self::Blob | Self::Any => "string",
        }
    }
}

/// A value as a cell; `None` for a text that is not UTF-8.
pub(super) fn cell(value: ValueRef<'_>) -> Option<Cow<'_, str>> {
    Some(match value {
        ValueRef::Null => NULL.into(),
        ValueRef::Integer(number) => number.to_string().into(),
        // The shortest form from which the same number is read again.
        ValueRef::Real(number) => format!("{number:?}").into(),
        ValueRef::Text(bytes) => text_cell(std::str::from_utf8(bytes).ok()?),
        ValueRef::Blob(bytes) => {
            let mut words = String::with_capacity(2 * bytes.len());
            for byte in bytes {
                // A string takes everything.
                let _ = write!(words, "{byte:02x}");
            }
            words.into()
        }
    })
}

/// A text as a cell: a text that looks like NULL, or begins like a formula, has a sign more in front.
fn text_cell(text: &str) -> Cow<'_, str> {
    if looks_null(text) { Cow::Owned(format!("\\{text}")) } else { neutralised(text) }
}

/// Whether a text consists of backslashes and an N behind them.
fn looks_null(text: &str) -> bool {
    text.strip_suffix('N').is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b == b'\\'))
}

/// The value of a cell in a column; `None` if it is not of the column's kind.
pub(super) fn value(cell: &str, kind: ColumnType) -> Option<Value> {
    if cell == NULL {
        return Some(Value::Null);
    }
    match kind {
        ColumnType::Integer => integer(cell).map(Value::Integer),
        ColumnType::Real => cell.parse().ok().map(Value::Real),
        ColumnType::Text => Some(Value::Text(text_of(cell).to_owned())),
        ColumnType::Blob => bytes_of(cell).map(Value::Blob),
        ColumnType::Any => Some(match integer(cell) {
            Some(number) => Value::Integer(number),
            None => Value::Text(text_of(cell).to_owned()),
        }),
    }
}

/// A number in the one form in which it is written.
fn integer(cell: &str) -> Option<i64> {
    cell.parse().ok().filter(|number: &i64| number.to_string() == cell)
}

fn text_of(cell: &str) -> &str {
    match cell.strip_prefix('\\') {
        Some(text) if looks_null(text) => text,
        _ => as_stated(cell),
    }
}

fn bytes_of(cell: &str) -> Option<Vec<u8>> {
    if !cell.is_ascii() || !cell.len().is_multiple_of(2) {
        return None;
    }
    let pairs = (0..cell.len()).step_by(2).map(|at| &cell[at..at + 2]);
    pairs.map(|pair| u8::from_str_radix(pair, 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_kind_of_value_comes_back_and_null_is_not_empty() {
        for (stored, kind, written) in [
            (Value::Null, ColumnType::Text, "\\N"),
            (Value::Text(String::new()), ColumnType::Text, ""),
            (Value::Text("\\N".into()), ColumnType::Text, "\\\\N"),
            (Value::Text("=1".into()), ColumnType::Text, "'=1"),
            (Value::Integer(-5), ColumnType::Integer, "-5"),
            (Value::Real(0.1), ColumnType::Real, "0.1"),
            (Value::Blob(vec![0, 255]), ColumnType::Blob, "00ff"),
            (Value::Blob(Vec::new()), ColumnType::Blob, ""),
        ] {
            assert_eq!(cell(ValueRef::from(&stored)).unwrap(), written);
            assert_eq!(value(written, kind), Some(stored));
        }
        for (cell, kind) in [
            ("x", ColumnType::Integer),
            ("+5", ColumnType::Integer),
            ("", ColumnType::Integer),
            ("x", ColumnType::Real),
            ("0", ColumnType::Blob),
            ("é0", ColumnType::Blob),
        ] {
            assert_eq!(value(cell, kind), None, "{cell}");
        }
        assert_eq!(cell(ValueRef::Text(b"\xff")), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn every_text_comes_back(text in r"[\\N'=+\r\n,a中-]{0,5}") {
            let written = cell(ValueRef::Text(text.as_bytes())).unwrap().into_owned();
            prop_assert_eq!(value(&written, ColumnType::Text), Some(Value::Text(text)));
        }
    }
}
