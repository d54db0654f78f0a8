//! Checks moments and days: in order, in the past, not before the Convention, within the range that
//! can be kept.

use super::finding::{BACKWARDS, CheckFinding, EARLY, FUTURE, Findings, RANGE};
use super::rows::each;
use crate::domain::Moment;
use crate::store::{StoreError, logs_joined};
use rusqlite::Connection;

/// The day on which the Convention was adopted: 31 October 2003.
const ADOPTED: i64 = 1_067_558_400;

/// Clocks of several machines differ by less.
const TOLERANCE: i64 = 86_400;

/// Moments outside the range that a moment can hold: table, column, row.
const RANGES: &str = "
  SELECT 'need', 'changed_at', id FROM need WHERE changed_at NOT BETWEEN 0 AND 4294967295
  UNION ALL SELECT 'batch', 'at', id FROM batch WHERE at NOT BETWEEN 0 AND 4294967295
  UNION ALL SELECT 'draft', 'at', need_id FROM draft WHERE at NOT BETWEEN 0 AND 4294967295
  UNION ALL SELECT 'last_visit', 'at', id FROM last_visit WHERE at NOT BETWEEN 0 AND 4294967295";

/// Batches earlier than the one before, but for those from `?1` to `?2`, which came over from other logs.
const ORDER: &str = "
  SELECT id FROM (SELECT id, at, lag(at) OVER (ORDER BY id) AS earlier FROM batch
                  WHERE id NOT BETWEEN ?1 AND ?2)
  WHERE at < earlier ORDER BY id";

/// Moments after `?1` and dates after its day, month or year, moments and dates before those of `?2`.
const OUTSIDE: &str = "
  SELECT 'batch', 'at', id, at > ?1 FROM batch WHERE at > ?1 OR at < ?2
  UNION ALL SELECT 'presence', 'until', session, 1 FROM presence WHERE until > ?1
  UNION ALL SELECT 'draft', 'at', need_id, 1 FROM draft WHERE at > ?1
  UNION ALL SELECT 'last_visit', 'at', id, 1 FROM last_visit WHERE at > ?1
  UNION ALL SELECT 'need', 'identified_on', id, identified_on > substr(date(?1, 'unixepoch'), 1, length(identified_on))
    FROM need
    WHERE identified_on > substr(date(?1, 'unixepoch'), 1, length(identified_on))
       OR identified_on < substr(date(?2, 'unixepoch'), 1, length(identified_on))
  UNION ALL SELECT 'review_step', 'on_date', review_id, on_date > substr(date(?1, 'unixepoch'), 1, length(on_date))
    FROM review_step
    WHERE on_date > substr(date(?1, 'unixepoch'), 1, length(on_date))
       OR on_date < substr(date(?2, 'unixepoch'), 1, length(on_date))";

pub(super) fn look(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    each(connection, RANGES, |row| {
        findings.add(at(CheckFinding::new(&RANGE), row)?);
        Ok(())
    })?;
    let (first, last) = logs_joined::came_over(connection)?.unwrap_or((0, 0));
    let mut statement = connection.prepare(ORDER)?;
    let mut rows = statement.query([first, last])?;
    while let Some(row) = rows.next()? {
        let batch: i64 = row.get(0)?;
        findings.add(CheckFinding::new(&BACKWARDS).table("batch").row(&batch.to_string()));
    }
    let latest = Moment::now().seconds() + TOLERANCE;
    let mut statement = connection.prepare(OUTSIDE)?;
    let mut rows = statement.query([latest, ADOPTED])?;
    while let Some(row) = rows.next()? {
        let sort = if row.get(3)? { &FUTURE } else { &EARLY };
        findings.add(at(CheckFinding::new(sort), row)?);
    }
    Ok(())
}

/// The place that a row of these questions names.
fn at(finding: CheckFinding, row: &rusqlite::Row<'_>) -> Result<CheckFinding, rusqlite::Error> {
    let (table, column, id): (String, String, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
    let mut finding = finding.table(&table).column(&column).row(&id.to_string());
    finding.need = (table == "need").then_some(id);
    Ok(finding)
}
