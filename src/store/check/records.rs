//! Compares records of every kind with the change log: values, versions, and whether its lines follow each other. The
//! triage fields of needs are compared in [`super::rows`].

use super::finding::{CheckFinding, Findings, RECORD_GAP, RECORD_VALUE, RECORD_VERSION, SETTING};
use super::rows::{bytes, each};
use crate::domain::{Coded, Kind, Record};
use crate::fields::{RecordField, table_of};
use crate::store::records::Row;
use crate::store::{StoreError, log, logs_joined};
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};

/// The bytes of a cell of text; `None` for NULL.
type Words = Option<Vec<u8>>;

/// The lines about records of a kind (`?1`).
const LINES: &str = "
  SELECT record, batch_id, field, before, after, version FROM change
  WHERE kind <> 'need' AND kind = ?1 ORDER BY id";

/// The lines of the log about one record, taken together.
#[derive(Default)]
struct About {
    /// The last logged value of each field.
    fields: BTreeMap<String, Words>,
    batches: BTreeSet<i64>,
    /// Whether the first line is the one that added it.
    was_added: bool,
    /// The version of the last line.
    version: i64,
    /// The fields of lines that found another value than was left.
    gaps: BTreeSet<String>,
}

impl About {
    /// The version that so many writes lead to.
    fn due(&self) -> i64 {
        i64::try_from(self.batches.len()).unwrap_or(i64::MAX) + i64::from(!self.was_added)
    }
}

fn read(connection: &Connection, kind: Kind) -> Result<BTreeMap<i64, About>, StoreError> {
    let came_over = logs_joined::came_over(connection)?;
    let mut all: BTreeMap<i64, About> = BTreeMap::new();
    let mut statement = connection.prepare(LINES)?;
    let mut rows = statement.query([kind.code()])?;
    while let Some(row) = rows.next()? {
        let about = all.entry(row.get(0)?).or_default();
        let (batch, field): (i64, String) = (row.get(1)?, row.get(2)?);
        let (before, after) = (bytes(row, 3)?, bytes(row, 4)?.map(<[u8]>::to_vec));
        if about.batches.is_empty() {
            about.was_added = field == RecordField::itself(kind).code() && before.is_none();
        }
        about.batches.insert(batch);
        about.version = row.get(5)?;
        // The logs that came over lack changes that were made beside them.
        let is_older = came_over.is_some_and(|(first, last)| (first..=last).contains(&batch));
        let left = about.fields.insert(field.clone(), after);
        if left.is_some_and(|left| left.as_deref() != before) && !is_older {
            about.gaps.insert(field);
        }
    }
    Ok(all)
}

/// Each setting whose value or version differs from its last logged change or its beginning.
pub(super) fn settings(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    let logged = read(connection, Kind::Setting)?;
    each(connection, "SELECT id, name, version, value FROM setting ORDER BY name", |row| {
        let (name, version): (_, i64) = (bytes(row, 1)?.unwrap_or_default(), row.get(2)?);
        let right = match logged.get(&row.get(0)?) {
            None => version == 1,
            Some(about) => {
                let value = about.fields.get("value");
                let same = value.is_none_or(|value| bytes(row, 3).ok() == Some(value.as_deref()));
                same && version == about.version && version == about.due()
            }
        };
        if !right {
            let name = String::from_utf8_lossy(name);
            findings.add(CheckFinding::new(&SETTING).table("setting").row(&name));
        }
        Ok(())
    })?;
    Ok(())
}

/// Each field of a record that differs from its last logged change, its version, and the gaps in
/// the log.
pub(super) fn all(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    let kinds = Kind::ALL.iter().copied().filter(|kind| *kind != Kind::Need);
    for kind in kinds.clone().filter(|kind| *kind != Kind::Setting) {
        let (table, logged) = (table_of(kind), read(connection, kind)?);
        for (number, about) in &logged {
            let Some(row) = known(connection, kind, *number)? else { continue };
            values(table, *number, about, &row, findings);
            let version = i64::from(row.version);
            if version != about.version || version != about.due() {
                findings.add(versions(table, *number, version, about.batches.len()));
            }
        }
        let changed = format!("SELECT id, version FROM {table} WHERE version <> 1 ORDER BY id");
        each(connection, &changed, |row| {
            let (number, version) = (row.get(0)?, row.get(1)?);
            if !logged.contains_key(&number) {
                findings.add(versions(table, number, version, 0));
            }
            Ok(())
        })?;
        gaps(table, &logged, findings);
    }
    gaps("setting", &read(connection, Kind::Setting)?, findings);
    facts_of_needs(connection, findings)
}

/// Reads a record of a kind by its number. Gives `None` if the table of the kind has no row with that number.
fn known(connection: &Connection, kind: Kind, number: i64) -> Result<Option<Row>, StoreError> {
    let Ok(number) = u32::try_from(number) else { return Ok(None) };
    Row::known(connection, Record { kind, number })
}

fn values(table: &str, number: i64, about: &About, row: &Row, findings: &mut Findings) {
    for field in row.fields() {
        let Some(value) = about.fields.get(field.code()) else { continue };
        let said = value.as_deref().map(String::from_utf8_lossy);
        if row.get(*field) != said.as_deref() {
            let finding = CheckFinding::new(&RECORD_VALUE).table(table).row(&number.to_string());
            findings.add(finding.column(field.code()));
        }
    }
}

fn versions(table: &str, number: i64, version: i64, writes: usize) -> CheckFinding {
    let finding = CheckFinding::new(&RECORD_VERSION).table(table).row(&number.to_string());
    finding.with("version", version.to_string()).with("writes", writes)
}

/// Checks the facts of needs beside triage, where the log says that they were changed.
fn facts_of_needs(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    let facts = log::facts_of_needs();
    let lines = format!("SELECT record, field, after FROM change WHERE {facts} ORDER BY id");
    let mut changed: BTreeMap<i64, About> = BTreeMap::new();
    each(connection, &lines, |row| {
        let (field, after) = (row.get(1)?, bytes(row, 2)?.map(<[u8]>::to_vec));
        changed.entry(row.get(0)?).or_default().fields.insert(field, after);
        Ok(())
    })?;
    for (number, about) in &changed {
        if let Some(row) = known(connection, Kind::Need, *number)? {
            values(table_of(Kind::Need), *number, about, &row, findings);
        }
    }
    Ok(())
}

fn gaps(table: &str, logged: &BTreeMap<i64, About>, findings: &mut Findings) {
    for (number, about) in logged {
        for field in &about.gaps {
            let finding = CheckFinding::new(&RECORD_GAP).table(table).row(&number.to_string());
            findings.add(finding.column(field));
        }
    }
}
