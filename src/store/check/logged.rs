//! Checks the names in the change log: kinds and fields that there are, records that are there.
//!
//! As in [`super::rows`] no question names two tables.

use super::finding::{CheckFinding, Findings, LOG_FIELD, LOG_RECORD, short};
use super::rows::{bytes, each};
use crate::domain::{Coded, Kind};
use crate::fields::{RecordField, table_of};
use crate::store::StoreError;
use rusqlite::Connection;

/// The needs that the log names, once each.
const NEEDS: &str = "SELECT DISTINCT record FROM change WHERE kind = 'need' ORDER BY record";

/// The other records that it names.
const OTHERS: &str =
    "SELECT DISTINCT kind, record FROM change WHERE kind <> 'need' ORDER BY kind, record";

pub(super) fn look(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    each(connection, &unknown(), |row| {
        let line: i64 = row.get(0)?;
        let words = |column| -> Result<String, rusqlite::Error> {
            Ok(short(&String::from_utf8_lossy(bytes(row, column)?.unwrap_or_default())))
        };
        let finding = CheckFinding::new(&LOG_FIELD).table("change").row(&line.to_string());
        findings.add(finding.with("kind", words(1)?).with("field", words(2)?));
        Ok(())
    })?;
    let mut named = Vec::new();
    each(connection, OTHERS, |row| {
        let kind = String::from_utf8_lossy(bytes(row, 0)?.unwrap_or_default()).into_owned();
        named.push((kind, row.get::<_, i64>(1)?));
        Ok(())
    })?;
    for kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Need) {
        let of = named.iter().filter(|(code, _)| code == kind.code()).map(|(_, number)| *number);
        let of: Vec<i64> = of.collect();
        if !of.is_empty() {
            missing(connection, kind.code(), &numbers(*kind), &of, findings)?;
        }
    }
    let mut needs = Vec::new();
    each(connection, NEEDS, |row| {
        needs.push(row.get(0)?);
        Ok(())
    })?;
    missing(connection, Kind::Need.code(), &numbers(Kind::Need), &needs, findings)
}

/// The lines with a field that records of their kind do not have: one pass over the log, sorted by nothing.
fn unknown() -> String {
    let known = |kind: &Kind| {
        let fields = RecordField::of(*kind).iter().map(|field| format!("'{}'", field.code()));
        format!("kind = '{}' AND field IN ({})", kind.code(), fields.collect::<Vec<_>>().join(", "))
    };
    let known: Vec<String> = Kind::ALL.iter().map(known).collect();
    format!("SELECT id, kind, field FROM change NOT INDEXED WHERE NOT ({})", known.join(" OR "))
}

/// The numbers of the records of a kind, rising.
fn numbers(kind: Kind) -> String {
    format!("SELECT id FROM {} ORDER BY id", table_of(kind))
}

/// Adds those of the named records, rising, that a table does not have.
fn missing(
    connection: &Connection,
    kind: &str,
    table: &str,
    named: &[i64],
    findings: &mut Findings,
) -> Result<(), StoreError> {
    let mut rest = named.iter().copied().peekable();
    each(connection, table, |row| {
        let number: i64 = row.get(0)?;
        while let Some(gone) = rest.next_if(|named| *named < number) {
            findings.add(absent(kind, gone));
        }
        rest.next_if_eq(&number);
        Ok(())
    })?;
    rest.for_each(|gone| findings.add(absent(kind, gone)));
    Ok(())
}

fn absent(kind: &str, number: i64) -> CheckFinding {
    let mut finding = CheckFinding::new(&LOG_RECORD).table("change");
    finding.need = (kind == Kind::Need.code()).then_some(number);
    finding.with("kind", short(kind)).with("record", number.to_string())
}
