//! Reads records: every field from its place in the register, with values as in the change log.

use super::json_rows;
use super::row::Row;
use crate::domain::{Coded, Kind, NeedNumber, Record};
use crate::fields::{
    CellPlace, FieldValue, RecordField, Referred, RowCell, Side, Stored, table_of,
};
use crate::store::{Store, StoreError, decode, void};
use rusqlite::{Connection, OptionalExtension};
use std::sync::OnceLock;

/// Gives SQL that reads the triage fields of need `?1`, its version, and whether it is there.
pub(in crate::store) fn of_triage() -> &'static str {
    static SQL: OnceLock<String> = OnceLock::new();
    SQL.get_or_init(|| question(Kind::Need, RecordField::of_triage()))
}

/// Gives SQL that reads all fields of record `?1` of a kind, its version, and whether it is there.
fn of_kind(kind: Kind) -> &'static str {
    static SQL: OnceLock<Vec<String>> = OnceLock::new();
    let all = SQL.get_or_init(|| {
        Kind::ALL.iter().map(|kind| question(*kind, RecordField::of(*kind))).collect()
    });
    &all[kind.index()]
}

fn question(kind: Kind, fields: &[RecordField]) -> String {
    format!("{} WHERE t.id = ?1", select(kind, fields))
}

/// Reads these fields of the records of a kind, their versions, and whether they are there; the table is `t`.
pub(in crate::store) fn select(kind: Kind, fields: &[RecordField]) -> String {
    let mut columns: Vec<String> = fields.iter().map(|field| value(*field)).collect();
    columns.push("t.version".to_owned());
    columns.push(if has_void(kind) { "t.void = 0" } else { "1" }.to_owned());
    format!("SELECT {} FROM {} t", columns.join(", "), table_of(kind))
}

/// Whether records of a kind can be taken out.
pub(super) fn has_void(kind: Kind) -> bool {
    kind != Kind::Setting
}

/// Gives SQL for the value of a field.
fn value(field: RecordField) -> String {
    match field.stored() {
        Stored::Itself if has_void(field.kind()) => {
            format!("CASE t.void WHEN 0 THEN '{}' END", RecordField::THERE)
        }
        Stored::Itself => format!("'{}'", RecordField::THERE),
        Stored::Column(column) => stated(&format!("t.{column}"), field.value()),
        Stored::Reference(column, referred) => key(&format!("t.{column}"), referred),
        Stored::Name(called) => format!(
            "(SELECT text FROM name WHERE kind = '{}' AND record = t.id AND field = '{called}' AND language = '{}')",
            field.kind().code(),
            field.language().unwrap_or_default()
        ),
        Stored::Beside(side, column) => {
            format!("({})", of_side(side, &stated(column, field.value())))
        }
        Stored::ReferenceBeside(side, column, referred) => {
            format!("({})", of_side(side, &key(&format!("s.{column}"), referred)))
        }
        Stored::List(side, column) => {
            let all = format!("group_concat({column}, '; ' ORDER BY {column})");
            format!("({})", of_side(side, &all))
        }
        Stored::Links(side, column, referred) => {
            let key = key(&format!("s.{column}"), referred);
            format!("({})", of_side(side, &format!("group_concat({key}, '; ' ORDER BY {key})")))
        }
        Stored::Rows(side, columns) => {
            let cells = columns.iter().map(cell).collect::<Vec<_>>().join(", ");
            let order = if side.ordered { " ORDER BY s.id" } else { "" };
            let all = format!("json_group_array(json_array({cells}){order})");
            format!("({})", of_side(side, &all))
        }
    }
}

/// Gives SQL for a cell of a row of a side table; the row is `s`.
fn cell(of: &RowCell) -> String {
    match of.place {
        CellPlace::Column(column) => format!("s.{column}"),
        CellPlace::Reference(column, referred) => key(&format!("s.{column}"), referred),
        CellPlace::List(under, column) => format!(
            "(SELECT group_concat(u.{column}, '; ' ORDER BY u.{column}) FROM {} u WHERE u.{} = s.id)",
            under.table, under.record
        ),
        CellPlace::Names(kind, field) => format!(
            "json((SELECT json_group_array(json_array(n.language, n.text)) FROM name n
              WHERE n.kind = '{kind}' AND n.record = s.id AND n.field = '{field}'))"
        ),
    }
}

/// Gives a query for a record's rows in a side table.
fn of_side(side: Side, asked: &str) -> String {
    let fixed = side.fixed.iter().map(|(column, value)| format!(" AND s.{column} = '{value}'"));
    let fixed: String = fixed.collect();
    format!("SELECT {asked} FROM {} s WHERE s.{} = t.id{fixed}", side.table, side.record)
}

/// Gives SQL for a column's value as in the log; NULL for "not stated".
fn stated(column: &str, value: FieldValue) -> String {
    match value {
        FieldValue::YesNo => format!("CASE {column} WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END"),
        FieldValue::Number(..) | FieldValue::Moment => format!("CAST({column} AS TEXT)"),
        FieldValue::OneOf(_) => format!("nullif(CAST({column} AS TEXT), '')"),
        FieldValue::Language => format!("nullif({column}, 'und')"),
        _ => format!("nullif({column}, '')"),
    }
}

/// Gives SQL for the key by which the log names the row that a column refers to.
fn key(column: &str, referred: Referred) -> String {
    match referred.key {
        "id" => format!("CAST({column} AS TEXT)"),
        key => format!("(SELECT r.{key} FROM {} r WHERE r.id = {column})", referred.table),
    }
}

impl Row {
    /// Reads the triage fields of a need.
    ///
    /// Errors: [`StoreError::UnknownNeed`] if there is no such need, [`StoreError::Void`] if it is taken out.
    pub(in crate::store) fn triage(
        connection: &Connection,
        need: NeedNumber,
    ) -> Result<Self, StoreError> {
        let row = read(connection, of_triage(), RecordField::of_triage(), need.get())?;
        match row.filter(Self::is_there) {
            Some(row) => Ok(row),
            None => Err(absent(connection, Record::need(need))?),
        }
    }

    /// Reads a record, also one that is taken out.
    ///
    /// Errors: no record of its kind has this number.
    pub(in crate::store) fn read(
        connection: &Connection,
        record: Record,
    ) -> Result<Self, StoreError> {
        Self::known(connection, record)?.ok_or_else(|| missing(record))
    }

    /// Reads a record, also one that is taken out; `None` if no record of its kind has this number.
    pub(in crate::store) fn known(
        connection: &Connection,
        record: Record,
    ) -> Result<Option<Self>, StoreError> {
        let fields = RecordField::of(record.kind);
        read(connection, of_kind(record.kind), fields, record.number)
    }
}

fn read(
    connection: &Connection,
    sql: &str,
    fields: &'static [RecordField],
    number: u32,
) -> Result<Option<Row>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let row = statement.query_row([number], |row| {
        let mut values = Vec::with_capacity(fields.len());
        for (place, field) in fields.iter().enumerate() {
            let value = decode::raw(row, place)?;
            values.push(match field.stored() {
                Stored::Itself => None,
                Stored::Rows(side, _) => value.and_then(|rows| json_rows::in_order(side, &rows)),
                _ => value,
            });
        }
        let (version, is_there) = (row.get(fields.len())?, row.get(fields.len() + 1)?);
        Ok(Row::with(fields, values, is_there, version))
    });
    Ok(row.optional()?)
}

impl Store {
    /// Finds the record of a kind by its code or symbol, a view or setting by its name, a match by its need and activity
    /// as in `12/A034`, a mark of an overlap by its activities as in `A034/A051`. Gives `None` where no record has that
    /// code, and for kinds whose records have no codes.
    ///
    /// Errors: the register cannot be read.
    pub fn record_by_code(&self, kind: Kind, code: &str) -> Result<Option<Record>, StoreError> {
        let by_name = match kind {
            Kind::View => {
                Some("SELECT id FROM saved_view WHERE name = ?1 ORDER BY void, id LIMIT 1")
            }
            Kind::Setting => Some("SELECT id FROM setting WHERE name = ?1"),
            Kind::Match => Some(
                "SELECT m.id FROM need_activity m JOIN activity a ON a.id = m.activity_id
                 WHERE m.need_id = CAST(substr(?1, 1, instr(?1, '/') - 1) AS INTEGER)
                   AND a.code = substr(?1, instr(?1, '/') + 1)",
            ),
            Kind::Overlap => Some(
                "SELECT o.id FROM overlap o JOIN activity a ON a.id = o.first_id
                 JOIN activity b ON b.id = o.second_id
                 WHERE a.code || '/' || b.code = ?1 OR b.code || '/' || a.code = ?1",
            ),
            _ => None,
        };
        if let Some(sql) = by_name {
            let found = self.connection.prepare_cached(sql)?.query_row([code], |row| row.get(0));
            return Ok(found.optional()?.map(|number| Record { kind, number }));
        }
        let Some(key) = RecordField::of(kind).iter().find(|field| field.is_given_once()) else {
            return Ok(None);
        };
        let (Stored::Column(column), FieldValue::Line) = (key.stored(), key.value()) else {
            return Ok(None);
        };
        let sql = format!("SELECT id FROM {} WHERE {column} = ?1", table_of(kind));
        let found = self.connection.prepare_cached(&sql)?.query_row([code], |row| row.get(0));
        Ok(found.optional()?.map(|number| Record { kind, number }))
    }
}

/// Gives the error for an absent record: it was taken out, or never existed.
pub(super) fn absent(connection: &Connection, record: Record) -> Result<StoreError, StoreError> {
    let voided = void::voided(connection, record)?;
    Ok(voided.map_or_else(|| missing(record), |voided| StoreError::Void(record, voided)))
}

/// Gives the error for a number without a record.
pub(super) fn missing(record: Record) -> StoreError {
    match record.of_need() {
        Some(need) => StoreError::UnknownNeed(need),
        None => StoreError::UnknownRecord(record.kind.code(), record.number.to_string()),
    }
}
