//! Writes records of all kinds, one after the other, in one transaction: shared look-ups and
//! statements are prepared once, and of each record only the fields that differ are touched, so
//! that no index is written for the others.

use super::read::has_void;
use super::references::{self, References};
use super::row::{Row, RowChange};
use super::table_columns::{self, Columns};
use super::{rules, sides};
use crate::domain::{Coded, Kind, NeedNumber, Origin, Record, TriageField};
use crate::fields::{FieldValue, RecordField, Stored, table_of};
use crate::store::{StoreError, effective_change, own_day, saved_view, themes};
use rusqlite::types::Value;
use rusqlite::{CachedStatement, Connection, params_from_iter};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fmt::Write;

/// A writer of records.
pub(in crate::store) struct Writer<'c> {
    connection: &'c Connection,
    at: i64,
    /// The number of unlogged changes before these writes, which are logged.
    unlogged: i64,
    /// The statements, by the kind and the fields that they set.
    updates: HashMap<(Kind, Vec<RecordField>), CachedStatement<'c>>,
    beside: Beside<'c>,
    themes: themes::Linker<'c>,
    /// The UUIDs and origins of records that are to be added.
    births: HashMap<Record, Birth>,
    /// The needs that are made, or no longer are, a duplicate of another one.
    repeating: Vec<NeedNumber>,
    /// The records that are taken out.
    gone: Vec<Record>,
    /// The needs that were written.
    written: Vec<NeedNumber>,
    /// Whether the writes take a copy back to an earlier state.
    is_past: bool,
}

impl<'c> Writer<'c> {
    /// Makes a writer for the time `at`, in seconds.
    pub(in crate::store) fn new(connection: &'c Connection, at: i64) -> Result<Self, StoreError> {
        Ok(Self {
            connection,
            at,
            unlogged: themes::unlogged(connection)?,
            updates: HashMap::new(),
            beside: Beside::new(connection)?,
            themes: themes::Linker::new(connection),
            births: HashMap::new(),
            repeating: Vec::new(),
            gone: Vec::new(),
            written: Vec::new(),
            is_past: false,
        })
    }

    /// Makes a writer that takes a copy back to an earlier state. The rules between records held when that was written;
    /// what was not there yet may refer to what was not there either.
    pub(in crate::store) fn of_past(connection: &'c Connection) -> Result<Self, StoreError> {
        let writer = Self::new(connection, 0)?;
        Ok(Self { themes: writer.themes.with_gone(), is_past: true, ..writer })
    }

    /// Says which UUIDs and origins records have that are added next.
    pub(in crate::store) fn expect(&mut self, births: HashMap<Record, Birth>) {
        self.births = births;
    }

    /// Writes the fields that differ, with the next version, if the record still has the version of `before`: 0 for one
    /// that is added.
    pub(in crate::store) fn write(
        &mut self,
        record: Record,
        (before, after): &RowChange,
        fields: &[RecordField],
    ) -> Result<(), StoreError> {
        rules::refuse(record.kind, after)?;
        if record.kind == Kind::View {
            saved_view::refuse_taken_name(self.connection, record.number, after)?;
        }
        if before.version == 0 {
            let at = (record.kind == Kind::Need).then_some(self.at);
            let birth = self.births.remove(&record);
            let born = Born { version: 1, changed_at: at, birth };
            insert_with(self.connection, &mut self.beside, record, after, &born)?;
            self.link_themes(record, None, after)?;
            let stated = after.fields().iter().copied().filter(|field| after.get(*field).is_some());
            self.repeats(record, &stated.collect::<Vec<_>>());
        } else {
            self.update(record, before, after, fields)?;
        }
        if after.is_there() && !before.is_there() {
            for field in after.fields() {
                if let Some(value) = after.get(*field) {
                    self.beside.references.look_up(*field, value)?;
                }
            }
        }
        if before.is_there() && !after.is_there() {
            self.gone.push(record);
        }
        // A comment changes the details of its need.
        let of_comment = || {
            let need = RecordField::from_code(Kind::Comment, "need")?;
            after.get(need)?.parse().ok()
        };
        self.written.extend(record.of_need().or_else(of_comment));
        Ok(())
    }

    fn update(
        &mut self,
        record: Record,
        before: &Row,
        after: &Row,
        fields: &[RecordField],
    ) -> Result<(), StoreError> {
        let mut values: Vec<Value> = vec![record.number.into(), before.version.into()];
        if record.kind == Kind::Need {
            values.push(self.at.into());
        }
        let mut is_beside = false;
        for &field in fields {
            let text = after.get(field);
            match field.stored() {
                Stored::Itself => values.push((!after.is_there()).into()),
                Stored::Column(_) => values.push(column_value(field, text)),
                Stored::Reference(_, referred) => {
                    refuse_own(record, field, text)?;
                    let number = text.map(|name| self.beside.references.number(referred, name));
                    values.push(number.transpose()?.into());
                }
                _ => is_beside = true,
            }
        }
        let update = match self.updates.entry((record.kind, fields.to_vec())) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => {
                let statement = update(self.connection, record.kind, fields)?;
                place.insert(statement)
            }
        };
        let written = update.execute(params_from_iter(values))?;
        if written != 1 {
            // The row was read, or read again, with the write lock held.
            return Err(StoreError::Busy);
        }
        if is_beside {
            let beside: Vec<RecordField> =
                fields.iter().copied().filter(|field| !is_linked(*field)).collect();
            sides::write(self.connection, &mut self.beside.references, record, after, &beside)?;
            if fields.iter().any(|field| is_linked(*field)) {
                self.link_themes(record, Some(before), after)?;
            }
        }
        self.repeats(record, fields);
        Ok(())
    }

    fn link_themes(
        &mut self,
        record: Record,
        before: Option<&Row>,
        after: &Row,
    ) -> Result<(), StoreError> {
        let Some(need) = record.of_need() else { return Ok(()) };
        let field = TriageField::Themes.into();
        self.themes.link(need, before.and_then(|row| row.get(field)), after.get(field))
    }

    fn repeats(&mut self, record: Record, fields: &[RecordField]) {
        let duplicate = Some(TriageField::DuplicateOf);
        if fields.iter().any(|field| field.triage() == duplicate) {
            self.repeating.extend(record.of_need());
        }
    }

    /// Ends the writes; `taking_back` tells an undo. Gives the written needs, rising.
    pub(in crate::store) fn finish(
        mut self,
        taking_back: bool,
    ) -> Result<Vec<NeedNumber>, StoreError> {
        let mut put_back = self.connection.prepare_cached("UPDATE unlogged SET number = ?1")?;
        put_back.execute([self.unlogged])?;
        if taking_back {
            for need in &self.written {
                effective_change::put_back(self.connection, *need)?;
            }
        }
        if !self.is_past {
            refuse_circles(self.connection, self.repeating.into_iter())?;
            self.beside.references.are_there()?;
            for record in self.gone {
                references::refuse_referred(self.connection, record)?;
            }
        }
        self.written.sort_unstable();
        self.written.dedup();
        Ok(self.written)
    }
}

/// Whether a field is written by [`themes::Linker`], which adds missing themes.
fn is_linked(field: RecordField) -> bool {
    field.triage() == Some(TriageField::Themes)
}

/// Refuses a need as its own duplicate.
fn refuse_own(record: Record, field: RecordField, name: Option<&str>) -> Result<(), StoreError> {
    let is_own = field.triage() == Some(TriageField::DuplicateOf)
        && name.is_some_and(|name| name.parse() == Ok(record.number));
    if is_own { Err(StoreError::Circle(NeedNumber::new(record.number))) } else { Ok(()) }
}

/// Converts a value of the log to that of a column.
fn column_value(field: RecordField, value: Option<&str>) -> Value {
    match field.value() {
        FieldValue::YesNo => value.map(|value| i64::from(value == "yes")).into(),
        _ => value.map(str::to_owned).into(),
    }
}

/// Prepares the statement that sets these fields, for a record of one version.
fn update<'c>(
    connection: &'c Connection,
    kind: Kind,
    fields: &[RecordField],
) -> Result<CachedStatement<'c>, StoreError> {
    let table = table_of(kind);
    let columns = table_columns::read(connection, table)?;
    let mut sql = format!("UPDATE main.{table} SET version = version + 1");
    let mut number = 3;
    if kind == Kind::Need {
        sql.push_str(", changed_at = ?3");
        number = 4;
    }
    for field in fields {
        let column = match field.stored() {
            Stored::Itself => "void",
            Stored::Column(column) | Stored::Reference(column, _) => column,
            _ => continue,
        };
        let known = columns.iter().find(|known| known.name == column);
        match known.and_then(|known| known.empty.as_deref()) {
            Some(empty) => write!(sql, ", {column} = coalesce(?{number}, {empty})"),
            None => write!(sql, ", {column} = ?{number}"),
        }
        .map_err(|error| StoreError::Other(error.to_string()))?;
        number += 1;
    }
    sql.push_str(" WHERE id = ?1 AND version = ?2");
    Ok(connection.prepare_cached(&sql)?)
}

/// The UUID and the origin that an added record brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) struct Birth {
    /// The UUID, kept if no record of the kind has it.
    pub(in crate::store) uuid: Option<[u8; 16]>,
    /// The origin. A need, review or match of an illustrative register is illustrative whatever this says.
    pub(in crate::store) origin: Origin,
}

/// What an added row has beside its fields.
struct Born {
    version: u32,
    changed_at: Option<i64>,
    birth: Option<Birth>,
}

/// What the rows of one write are added with, each looked up once.
struct Beside<'c> {
    references: References<'c>,
    columns: Columns<'c>,
    illustrative: bool,
}

impl<'c> Beside<'c> {
    fn new(connection: &'c Connection) -> Result<Self, StoreError> {
        let illustrative = own_day::illustrative(connection)?;
        let (references, columns) = (References::new(connection), Columns::new(connection));
        Ok(Self { references, columns, illustrative })
    }
}

/// Adds a record with the number, version and values of a row.
pub(in crate::store) fn insert(
    connection: &Connection,
    record: Record,
    row: &Row,
    version: u32,
) -> Result<(), StoreError> {
    let born = Born { version, changed_at: None, birth: None };
    insert_with(connection, &mut Beside::new(connection)?, record, row, &born)
}

fn insert_with(
    connection: &Connection,
    beside: &mut Beside<'_>,
    record: Record,
    row: &Row,
    born: &Born,
) -> Result<(), StoreError> {
    let table = table_of(record.kind);
    let mut columns = vec!["id", "version"];
    let mut values: Vec<Value> = vec![record.number.into(), born.version.into()];
    if has_void(record.kind) {
        columns.push("void");
        values.push((!row.is_there()).into());
    }
    if let Some(at) = born.changed_at {
        columns.push("changed_at");
        values.push(at.into());
    }
    let is_made_up =
        matches!(record.kind, Kind::Need | Kind::Review | Kind::Match) && beside.illustrative;
    let origin = born.birth.map(|birth| birth.origin);
    if let Some(origin) = is_made_up.then_some(Origin::Illustrative).or(origin) {
        columns.push("origin");
        values.push(origin.code().to_owned().into());
    }
    if let Some(uuid) = born.birth.and_then(|birth| birth.uuid)
        && !is_used(connection, table, uuid)?
    {
        columns.push("uuid");
        values.push(uuid.to_vec().into());
    }
    let known = beside.columns.of(table)?;
    let references = &mut beside.references;
    for &field in row.fields() {
        let text = row.get(field);
        let (column, value) = match field.stored() {
            Stored::Column(column) => (column, column_value(field, text)),
            Stored::Reference(column, referred) => {
                refuse_own(record, field, text)?;
                let number = text.map(|name| references.number(referred, name)).transpose()?;
                (column, number.into())
            }
            _ => continue,
        };
        if value != Value::Null {
            columns.push(column);
            values.push(value);
        } else if known.iter().any(|known| known.name == column && !known.is_filled) {
            // An empty text where the column takes no NULL and has no default.
            columns.push(column);
            values.push(String::new().into());
        }
    }
    let marks = (1..=columns.len()).map(|number| format!("?{number}")).collect::<Vec<_>>();
    let sql =
        format!("INSERT INTO main.{table} ({}) VALUES ({})", columns.join(", "), marks.join(", "));
    connection.prepare_cached(&sql)?.execute(params_from_iter(values))?;
    let stated = row.fields().iter().copied().filter(|field| row.get(*field).is_some());
    let beside: Vec<RecordField> = stated.filter(|field| !is_linked(*field)).collect();
    sides::write(connection, references, record, row, &beside)
}

/// Whether a record of the file has a UUID, also one that the session does not see.
fn is_used(connection: &Connection, table: &str, uuid: [u8; 16]) -> Result<bool, StoreError> {
    let sql = format!("SELECT 1 FROM main.{table} WHERE uuid = ?1");
    Ok(connection.prepare_cached(&sql)?.exists([uuid])?)
}

/// Refuses circles of duplicates. Called when all rows of a write are in the file, since only then the chains are
/// final.
fn refuse_circles(
    connection: &Connection,
    needs: impl Iterator<Item = NeedNumber>,
) -> Result<(), StoreError> {
    // UNION drops needs that were met before, so that a circle ends too.
    let mut statement = connection.prepare_cached(
        "WITH RECURSIVE chain (id) AS (
           SELECT duplicate_of FROM need WHERE id = ?1
           UNION SELECT n.duplicate_of FROM chain JOIN need n ON n.id = chain.id)
         SELECT EXISTS (SELECT 1 FROM chain WHERE id = ?1)",
    )?;
    for need in needs {
        if statement.query_row([need], |row| row.get(0))? {
            return Err(StoreError::Circle(need));
        }
    }
    Ok(())
}
