//! The code that goes through all columns of needs (the SELECT, reading a row, going back to an earlier day), made from
//! the list of columns.

use super::logged::{FIELD, Logged};
use super::reader::Reader;
use super::rules::{self, Rule};
use crate::domain::{self, Kind};
use crate::fields::{RecordField, Stored};
use crate::query::register::{Chunk, Column, Facts, NeedColumn, Origin, Triage, need_columns};
use crate::store::{StoreError, decode};
use rusqlite::Row;
use std::sync::{Arc, LazyLock};

/// The code of the field whose words are read later than the rest, where they are few.
const TEXT: &str = "text";

macro_rules! rows {
    (
        facts { $($(#[$fact_doc:meta])* $fact:ident: $fact_type:ty = $fact_rule:ty, $fact_from:tt;)* }
        triage { $($(#[$doc:meta])* $name:ident: $type:ty = $rule:ty, $from:tt;)* }
    ) => {
        /// Adds the need of a row of [`sql`].
        #[inline]
        pub(super) fn push(
            reader: &mut Reader<'_>,
            row: &Row<'_>,
            facts: &mut Facts,
            triage: &mut Triage,
        ) -> Result<(), StoreError> {
            let at = 0;
            $(
                <$fact_rule>::push(reader, row, at, &mut facts.$fact)?;
                let at = at + <$fact_rule>::CELLS;
            )*
            push_triage(reader, row, at, triage)
        }

        /// Adds the triage of the need of a row, whose columns begin at a place.
        #[inline]
        pub(super) fn push_triage(
            reader: &mut Reader<'_>,
            row: &Row<'_>,
            at: usize,
            triage: &mut Triage,
        ) -> Result<(), StoreError> {
            $(
                <$rule>::push(reader, row, at, &mut triage.$name)?;
                let at = at + <$rule>::CELLS;
            )*
            let _ = at;
            Ok(())
        }

        /// Puts the value before a line of the log back in a place of a chunk. The first change of
        /// a chunk copies its columns; the register that they came from keeps its own. False where
        /// no column holds the field.
        pub(in crate::store) fn put_back(
            log: &Logged,
            change: &Row<'_>,
            chunk: &mut Arc<Chunk>,
            place: usize,
        ) -> Result<bool, StoreError> {
            let field = decode::name(change, FIELD)?;
            let mut facts = Facts::COLUMNS.iter();
            $(if facts.next().is_some_and(|column| column.holds(&field)) {
                let value = <$fact_rule>::before(log, change)?;
                Arc::make_mut(&mut Arc::make_mut(chunk).facts).$fact.put_value(place, value);
                return Ok(true);
            })*
            let mut triage = Triage::COLUMNS.iter();
            $(if triage.next().is_some_and(|column| column.holds(&field)) {
                let value = <$rule>::before(log, change)?;
                Arc::make_mut(&mut Arc::make_mut(chunk).triage).$name.put_value(place, value);
                return Ok(true);
            })*
            Ok(false)
        }

        /// From how many columns of a row each column is read.
        #[cfg(test)]
        const CELLS: &[usize] = &[$(<$fact_rule>::CELLS,)* $(<$rule>::CELLS),*];
    };
}
need_columns!(rows);

/// The query for the needs of a range of ids, with or without their texts: a row for each as
/// [`push`] takes it.
pub(super) fn sql(texts: bool) -> &'static str {
    static SQL: LazyLock<[String; 2]> =
        LazyLock::new(|| [true, false].map(|texts| question(texts, 0)));
    if texts { &SQL[0] } else { &SQL[1] }
}

/// Gives SQL for the void needs, with their texts.
pub(super) fn void_sql() -> &'static str {
    static SQL: LazyLock<String> = LazyLock::new(|| question(true, 1));
    &SQL
}

fn question(texts: bool, void: u8) -> String {
    let cells: Vec<String> = columns().flat_map(|column| cells(column, texts)).collect();
    format!(
        "SELECT {} FROM need WHERE id BETWEEN ?1 AND ?2 AND void = {void} ORDER BY id",
        cells.join(", ")
    )
}

/// The question for the triage of one need: its number, then a row as [`push_triage`] takes it.
pub(super) fn triage_sql() -> &'static str {
    static SQL: LazyLock<String> = LazyLock::new(|| {
        let cells: Vec<String> =
            Triage::COLUMNS.iter().flat_map(|column| cells(column, false)).collect();
        format!("SELECT id, {} FROM need WHERE id = ?1 AND void = 0", cells.join(", "))
    });
    &SQL
}

fn columns() -> impl Iterator<Item = &'static NeedColumn> {
    Facts::COLUMNS.iter().chain(Triage::COLUMNS)
}

/// The columns of the need's own row that a column in memory is read from.
fn cells(column: &NeedColumn, texts: bool) -> Vec<String> {
    let own = |code: &str| match RecordField::from_code(Kind::Need, code)?.stored() {
        Stored::Column(own) | Stored::Reference(own, _) => Some(own),
        _ => None,
    };
    let cell = |from: &Origin| match from {
        Origin::Own(name) => Some((*name).to_owned()),
        Origin::Field(TEXT) if !texts => Some("''".to_owned()),
        Origin::Field(code) => own(code).map(str::to_owned),
        Origin::Outside(_) | Origin::Matches | Origin::Few(_) => None,
    };
    let cells: Vec<String> = column.from.iter().filter_map(cell).collect();
    let outside = column.from.iter().filter_map(|from| match from {
        Origin::Outside(code) => own(code),
        _ => None,
    });
    let outside: Vec<&str> = outside.collect();
    if outside.is_empty() {
        return cells;
    }
    // One cell, so that a need of a review costs no more for it: these fields as words, where the others state nothing.
    vec![format!("coalesce({}, {})", cells.join(", "), outside.join(" || ' ' || "))]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_read_from_as_many_cells_as_it_is_declared_with() {
        let declared: Vec<_> =
            columns().map(|column| (column.name, cells(column, true).len())).collect();
        let read: Vec<_> =
            columns().zip(CELLS).map(|(column, cells)| (column.name, *cells)).collect();
        assert_eq!(read, declared);
    }

    #[test]
    fn a_column_holds_every_field_that_needs_are_filtered_by() {
        for field in RecordField::of(Kind::Need).iter().filter(|field| field.filter().is_some()) {
            let held = columns().filter(|column| column.holds(field.code())).count();
            assert_eq!(held, 1, "{field:?}");
        }
        let known = |code: &&str| RecordField::from_code(Kind::Need, code).is_some();
        let codes = columns().flat_map(|column| column.from).filter_map(|from| match from {
            Origin::Field(code) | Origin::Outside(code) | Origin::Few(code) => Some(*code),
            Origin::Own(_) | Origin::Matches => None,
        });
        assert_eq!(codes.filter(|code| !known(code)).collect::<Vec<_>>(), [""; 0]);
    }
}
