//! Checks that the change log is whole: a line for each field that is set, no line and no batch less
//! than there once were.

use super::finding::{CheckFinding, EMPTY, Findings, LOST, UNLOGGED, UNLOGGED_MOSTLY};
use super::rows::each;
use crate::domain::{Coded, TriageField};
use crate::store::StoreError;
use rusqlite::Connection;
use std::collections::HashMap;

/// The fields that only the log's writers set, each with the condition under which a need has a value of it. The first
/// themes of a need come with it and have no line.
const SET: [(TriageField, &str); 7] = [
    (TriageField::Priority, "priority IS NOT NULL"),
    (TriageField::Horizon, "horizon IS NOT NULL"),
    (TriageField::Response, "response IS NOT NULL"),
    (TriageField::FocalPoint, "focal_point_id IS NOT NULL"),
    (TriageField::Notes, "notes <> ''"),
    (TriageField::ProjectedOn, "projected_on IS NOT NULL"),
    (TriageField::DuplicateOf, "duplicate_of IS NOT NULL"),
];

/// The query for the needs: the number of each, and whether it has a value of each of these fields.
fn values_set() -> String {
    let conditions = SET.map(|(_, has_value)| has_value).join(", ");
    format!("SELECT id, {conditions} FROM need ORDER BY id")
}

/// The first line of the log about each field of a need, and whether it found a value there.
const FIRST_LINES: &str = "SELECT record, field, before IS NOT NULL, min(id) FROM change WHERE kind = 'need' GROUP BY record, field";

/// A tenth of all values: with seven fields, one that came with every need is a seventh of them; a
/// tenth leaves room for needs that came later.
const SHARE: usize = 10;

/// Tables whose rows count up, and the numbers that were ever given.
const NUMBERED: &str = "
  SELECT s.name, s.seq - CASE s.name WHEN 'change' THEN (SELECT count(*) FROM change)
                                     ELSE (SELECT count(*) FROM batch) END
  FROM sqlite_sequence s WHERE s.name IN ('batch', 'change')
  UNION ALL
  SELECT 'change', (SELECT count(*) FROM change)
  WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'change')
  UNION ALL
  SELECT 'batch', (SELECT count(*) FROM batch)
  WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'batch')";

/// Fields that have a value although the log has no line about them: set by another program, or they
/// came with needs that were put in without a log. Which of the two is told by how many they are.
/// A register whose needs came with a value has at least one such field in [`SHARE`], and writing adds
/// none: a value that a first line of the log found there counts as one for good. That is a remark.
pub(super) fn unlogged(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    let mut logged: HashMap<i64, u8> = HashMap::new();
    let mut came = 0_usize;
    each(connection, FIRST_LINES, |row| {
        let field: String = row.get(1)?;
        if field == "record" && !row.get::<_, bool>(2)? {
            // One that was added has its first values of its own.
            logged.insert(row.get(0)?, u8::MAX);
        }
        if let Some(place) = SET.iter().position(|(known, _)| known.code() == field) {
            *logged.entry(row.get(0)?).or_default() |= 1 << place;
            came += usize::from(row.get::<_, bool>(2)?);
        }
        Ok(())
    })?;
    let (mut known, mut unknown) = (0_usize, Vec::new());
    each(connection, &values_set(), |row| {
        let need: i64 = row.get(0)?;
        let here = logged.get(&need).copied().unwrap_or(0);
        for (place, (field, _)) in SET.iter().enumerate() {
            if !row.get(place + 1)? {
                continue;
            }
            if here & 1 << place == 0 {
                unknown.push((need, *field));
            } else {
                known += 1;
            }
        }
        Ok(())
    })?;
    came += unknown.len();
    let all = known + unknown.len();
    let sort = if came.saturating_mul(SHARE) > all { &UNLOGGED_MOSTLY } else { &UNLOGGED };
    for (need, field) in unknown {
        findings.add(CheckFinding::new(sort).need(need).with("field", field.code()));
    }
    Ok(())
}

/// Lines that were there once, and writes that changed nothing.
pub(super) fn complete(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    each(connection, NUMBERED, |row| {
        let (table, lost): (String, i64) = (row.get(0)?, row.get(1)?);
        if lost != 0 {
            let finding = CheckFinding::new(&LOST).table(&table);
            findings.add(finding.with("count", lost.unsigned_abs() as usize));
        }
        Ok(())
    })?;
    let empty = "SELECT id FROM batch EXCEPT SELECT batch_id FROM change ORDER BY 1";
    each(connection, empty, |row| {
        let batch: i64 = row.get(0)?;
        findings.add(CheckFinding::new(&EMPTY).table("batch").row(&batch.to_string()));
        Ok(())
    })
}
