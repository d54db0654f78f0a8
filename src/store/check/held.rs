//! Reads the triage fields of needs as the change log writes them. Which fields there are and where each stands, says
//! the table of fields.

use super::cells::{Words, bytes, each};
use crate::fields::{FieldValue, RecordField, Referred, Side, Stored};
use crate::store::StoreError;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};
use std::borrow::Cow;
use std::collections::HashMap;

/// The columns of [`needs`] in front of those of the fields.
const FIRST: [&str; 3] = ["id", "version", "changed_at"];
/// The column of the version.
pub(super) const VERSION: usize = 1;
/// The column of the moment of the last change.
pub(super) const CHANGED: usize = 2;

/// A field of needs.
pub(super) struct Held {
    /// Its code in the log.
    pub(super) code: &'static str,
    /// Its column of [`needs`].
    cell: usize,
    /// The table of [`beside`] that holds it instead.
    table: Option<usize>,
    /// The keys that the log has for the rows that the field refers to, by row number; `None` if the keys are these
    /// numbers.
    names: Option<HashMap<i64, Words>>,
}

impl Held {
    /// All fields that triage sets.
    pub(super) fn all(connection: &Connection) -> Result<Vec<Self>, StoreError> {
        let mut tables = 0..;
        let mut all = Vec::new();
        for (field, cell) in RecordField::of_triage().iter().zip(FIRST.len()..) {
            all.push(Self {
                code: field.code(),
                cell,
                table: side(*field).and_then(|_| tables.next()),
                names: names(connection, *field)?,
            });
        }
        Ok(all)
    }

    /// Its value of the need of a row, in the words of the log. `beside` has the values from the
    /// tables for that need.
    pub(super) fn value<'a>(
        &'a self,
        row: &'a Row<'_>,
        beside: &[Vec<i64>],
    ) -> Result<Option<Cow<'a, [u8]>>, StoreError> {
        if let Some(numbers) = self.table.and_then(|table| beside.get(table)) {
            let mut words: Vec<_> =
                numbers.iter().filter_map(|number| self.named(*number)).collect();
            words.sort_unstable();
            return Ok((!words.is_empty()).then(|| words.join(&b"; "[..]).into()));
        }
        Ok(match row.get_ref(self.cell)? {
            ValueRef::Integer(number) => self.named(number),
            _ => bytes(row, self.cell)?.map(Cow::Borrowed),
        })
    }

    /// The key that the log has for a row: its code, or its number.
    fn named(&self, number: i64) -> Option<Cow<'_, [u8]>> {
        match &self.names {
            Some(names) => names.get(&number)?.as_deref().map(Cow::Borrowed),
            None => Some(number.to_string().into_bytes().into()),
        }
    }
}

/// The question for the needs: number, version and last change of each, then the fields.
pub(super) fn needs() -> String {
    let cell = |field: &RecordField| match (field.stored(), field.value()) {
        // Words are empty where they are not stated.
        (Stored::Column(column), FieldValue::Line | FieldValue::Text) => {
            format!("nullif({column}, '')")
        }
        (Stored::Column(column) | Stored::Reference(column, _), _) => column.to_owned(),
        _ => "NULL".to_owned(),
    };
    let cells: Vec<String> = RecordField::of_triage().iter().map(cell).collect();
    format!("SELECT {}, {} FROM need ORDER BY id", FIRST.join(", "), cells.join(", "))
}

/// The questions for the tables in which fields stand, with the number of the need and of the other row.
pub(super) fn beside() -> Vec<String> {
    let question = |(side, column): (Side, &str)| {
        format!("SELECT {0}, {column} FROM {1} ORDER BY {0}", side.record, side.table)
    };
    RecordField::of_triage().iter().filter_map(|field| side(*field)).map(question).collect()
}

fn side(field: RecordField) -> Option<(Side, &'static str)> {
    match field.stored() {
        Stored::List(side, column)
        | Stored::Links(side, column, _)
        | Stored::ReferenceBeside(side, column, _) => Some((side, column)),
        _ => None,
    }
}

/// Reads the keys that the log has for the rows that a field refers to. Gives `None` if the keys are their numbers.
fn names(
    connection: &Connection,
    field: RecordField,
) -> Result<Option<HashMap<i64, Words>>, StoreError> {
    let (Stored::Reference(_, referred)
    | Stored::ReferenceBeside(_, _, referred)
    | Stored::Links(_, _, referred)) = field.stored()
    else {
        return Ok(None);
    };
    let Referred { table, key, .. } = referred;
    if key == "id" {
        return Ok(None);
    }
    let mut names = HashMap::new();
    each(connection, &format!("SELECT id, {key} FROM {table}"), |row| {
        names.insert(row.get(0)?, bytes(row, 1)?.map(<[u8]>::to_vec));
        Ok(())
    })?;
    Ok(Some(names))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_that_triage_sets_stands_somewhere() {
        for field in RecordField::of_triage() {
            let own = matches!(field.stored(), Stored::Column(_) | Stored::Reference(..));
            assert!(own != side(*field).is_some(), "{field:?}");
        }
    }
}
