//! Saved views and settings against the change log: values, versions, and lines that follow each other.

use super::finding::{Finding, Findings, RECORD_GAP, RECORD_VALUE, RECORD_VERSION, SETTING};
use super::rows::{bytes, each};
use crate::domain::{Coded, Kind, RecordField, ViewField};
use crate::store::{StoreError, logs_joined};
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};

/// What stands in a cell of text.
type Words = Option<Vec<u8>>;

/// The lines about records of a kind (`?1`).
const LINES: &str = "
  SELECT record, batch_id, field, before, after, version FROM change
  WHERE kind <> 'need' AND kind = ?1 ORDER BY id";

/// What the log says of one record.
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
            about.was_added = field == RecordField::Itself.code() && before.is_none();
        }
        about.batches.insert(batch);
        about.version = row.get(5)?;
        // The logs that came over did not hold what was done beside them.
        let is_older = came_over.is_some_and(|(first, last)| (first..=last).contains(&batch));
        let left = about.fields.insert(field.clone(), after);
        if left.is_some_and(|left| left.as_deref() != before) && !is_older {
            about.gaps.insert(field);
        }
    }
    Ok(all)
}

/// Each setting whose value or version is not what its last logged change, or its beginning, says.
pub(super) fn settings(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    let logged = read(connection, Kind::Setting)?;
    each(connection, "SELECT id, name, version, value FROM setting ORDER BY name", |row| {
        let (name, version): (_, i64) = (bytes(row, 1)?.unwrap_or_default(), row.get(2)?);
        let right = match logged.get(&row.get(0)?) {
            None => version == 1,
            Some(about) => {
                let value = about.fields.get(RecordField::Value.code());
                let same = value.is_none_or(|value| bytes(row, 3).ok() == Some(value.as_deref()));
                same && version == about.version && version == about.due()
            }
        };
        if !right {
            let name = String::from_utf8_lossy(name);
            findings.add(Finding::new(&SETTING).table("setting").row(&name));
        }
        Ok(())
    })?;
    Ok(())
}

/// Each field of a view that is not what its last logged change says, its version, and the gaps in both logs.
pub(super) fn views(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    let logged = read(connection, Kind::View)?;
    let sql = "SELECT id, version, CASE void WHEN 0 THEN 'there' END, name, owner, screen, filter, sort, columns,
                      grouping, measure, key FROM saved_view ORDER BY id";
    each(connection, sql, |row| {
        let (number, version): (i64, i64) = (row.get(0)?, row.get(1)?);
        let nothing = About::default();
        let about = logged.get(&number).unwrap_or(&nothing);
        let named = |finding: Finding| finding.table("saved_view").row(&number.to_string());
        let fields = ViewField::ALL.iter().map(|field| field.code());
        for (field, place) in std::iter::once(RecordField::Itself.code()).chain(fields).zip(2..) {
            let Some(value) = about.fields.get(field) else { continue };
            let holds = bytes(row, place)?.filter(|held| !held.is_empty());
            if holds != value.as_deref() {
                findings.add(named(Finding::new(&RECORD_VALUE)).column(field));
            }
        }
        let last = if about.batches.is_empty() { 1 } else { about.version };
        if version != last || version != about.due() {
            let finding = named(Finding::new(&RECORD_VERSION));
            let finding = finding.with("version", version.to_string());
            findings.add(finding.with("writes", about.batches.len()));
        }
        Ok(())
    })?;
    gaps("saved_view", &logged, findings);
    gaps("setting", &read(connection, Kind::Setting)?, findings);
    Ok(())
}

fn gaps(table: &str, logged: &BTreeMap<i64, About>, findings: &mut Findings) {
    for (number, about) in logged {
        for field in &about.gaps {
            let finding = Finding::new(&RECORD_GAP).table(table).row(&number.to_string());
            findings.add(finding.column(field));
        }
    }
}
