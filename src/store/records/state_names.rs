//! The names and codes of States: each means one State, so that it can be typed in a form, a filter and a command.

use super::row::Row;
use crate::domain::{Kind, Record, fold};
use crate::fields::RecordField;
use crate::store::{StoreError, decode};
use rusqlite::Connection;
use std::collections::HashMap;

/// Every name, spelling and code of a State that is there, and every code of one that was taken out: the schema holds
/// codes of both apart.
const KNOWN: &str = "
    SELECT record, text FROM name JOIN state ON state.id = record
    WHERE name.kind = 'state' AND field = 'name' AND void = 0
    UNION ALL SELECT state_id, text FROM spelling JOIN state ON state.id = state_id
    WHERE void = 0 AND status <> 'ask'
    UNION ALL SELECT id, iso3 FROM state WHERE iso3 <> ''
    UNION ALL SELECT id, iso2 FROM state WHERE iso2 <> ''";

/// The status of a spelling that several States may share: who reads it asks which one is meant.
const ASK: &str = "ask";

/// Refuses a new name, spelling or code of a State that another State has, in whatever case and accents.
///
/// Errors: [`StoreError::StateName`] with the field, the name and the State that has it.
pub(super) fn refuse_taken(
    connection: &Connection,
    record: Record,
    (before, after): (&Row, &Row),
) -> Result<(), StoreError> {
    if record.kind != Kind::State || !after.is_there() {
        return Ok(());
    }
    let had: Vec<String> = called(before).map(|(_, name)| fold(&name)).collect();
    let is_new = |(_, name): &(RecordField, String)| !had.contains(&fold(name));
    let given: Vec<(RecordField, String)> = called(after).filter(is_new).collect();
    if given.is_empty() {
        return Ok(());
    }
    let known = of_others(connection, record.number)?;
    for (field, name) in given {
        if let Some(&other) = known.get(&fold(&name)) {
            let other = shown(connection, other)?;
            return Err(StoreError::StateName(field, name, other));
        }
    }
    Ok(())
}

/// Gives the names, spellings and codes of a State, each with its field.
fn called(row: &Row) -> impl Iterator<Item = (RecordField, String)> {
    row.fields().iter().flat_map(|field| {
        let value = row.get(*field).unwrap_or_default();
        let names = match field.code() {
            "iso2" | "iso3" => vec![value.to_owned()],
            "spelling" => spellings(value),
            _ if field.language().is_some() => vec![value.to_owned()],
            _ => Vec::new(),
        };
        names.into_iter().filter(|name| !name.is_empty()).map(|name| (*field, name))
    })
}

/// Gives the texts of rows of spellings, without those that ask.
fn spellings(rows: &str) -> Vec<String> {
    let rows: Vec<[Option<serde_json::Value>; 4]> = serde_json::from_str(rows).unwrap_or_default();
    let words = |cell: &Option<serde_json::Value>| Some(cell.as_ref()?.as_str()?.to_owned());
    let text = |[_, text, status, _]: [_; 4]| {
        words(&text).filter(|_| words(&status).as_deref() != Some(ASK))
    };
    rows.into_iter().filter_map(text).collect()
}

/// Gives the folded names of all States but one, each with the number of its State.
fn of_others(connection: &Connection, own: u32) -> Result<HashMap<String, u32>, StoreError> {
    let mut statement = connection.prepare_cached(KNOWN)?;
    let mut rows = statement.query([])?;
    let mut known = HashMap::new();
    while let Some(row) = rows.next()? {
        let number: u32 = row.get(0)?;
        if number != own {
            known.insert(fold(&decode::name(row, 1)?), number);
        }
    }
    Ok(known)
}

/// Gives the words by which a message names a State: its code and its English name, or what there is of them.
fn shown(connection: &Connection, number: u32) -> Result<String, StoreError> {
    let sql = "
        SELECT coalesce(iso3, ''), coalesce((SELECT text FROM name
          WHERE kind = 'state' AND record = state.id AND field = 'name'
          ORDER BY language <> 'en', language LIMIT 1), '') FROM state WHERE id = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let words = statement.query_row([number], |row| {
        Ok(format!("{} {}", decode::name(row, 0)?, decode::name(row, 1)?))
    })?;
    Ok(crate::domain::clean_line(&words))
}
