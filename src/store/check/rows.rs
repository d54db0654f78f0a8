//! Needs against the change log, and the numbers that are kept against what they count.
//!
//! A file can hold statistics about its tables (`sqlite_stat1`) by which SQLite decides in which order it
//! goes through them, and somebody may have made them up. So the order is given here (`CROSS JOIN`).
//! Statistics that say of a large table that it has one row still have SQLite read it again and again.

use super::finding::{COUNTER, Finding, Findings, GAP, MOMENT, SETTING, TALLY, VALUE, VERSION};
use crate::store::StoreError;
use rusqlite::{Connection, OptionalExtension, Row};
use std::collections::HashMap;

/// Each need's field with its last logged value beside the value that it has.
const VALUES: &str = "
  SELECT c.need_id, c.field, max(c.id) FROM change c
  CROSS JOIN need n ON n.id = c.need_id
  LEFT JOIN person p ON p.id = n.focal_point_id
  GROUP BY c.need_id, c.field
  HAVING c.after IS NOT CASE c.field WHEN 'priority' THEN n.priority
                                     WHEN 'horizon' THEN n.horizon
                                     WHEN 'response' THEN n.response
                                     WHEN 'focal' THEN p.code
                                     WHEN 'notes' THEN nullif(n.notes, '')
                                     WHEN 'projected' THEN n.projected_on
                                     WHEN 'theme' THEN (
                                       SELECT group_concat(t.name_en, '; ' ORDER BY t.name_en)
                                       FROM need_theme nt CROSS JOIN theme t ON t.id = nt.theme_id
                                       WHERE nt.need_id = n.id)
                                     ELSE CAST(n.duplicate_of AS TEXT) END
  ORDER BY 1, 2";

const GAPS: &str = "
  SELECT need_id, field FROM (
    SELECT need_id, field, before,
           row_number() OVER same AS place, lag(after) OVER same AS earlier
    FROM change WINDOW same AS (PARTITION BY need_id, field ORDER BY id))
  WHERE place > 1 AND before IS NOT earlier ORDER BY 1, 2";

const VERSIONS: &str = "
  SELECT n.id, n.version, w.writes
  FROM (SELECT need_id, count(DISTINCT batch_id) AS writes FROM change GROUP BY need_id) w
  CROSS JOIN need n ON n.id = w.need_id
  WHERE n.version <> 1 + w.writes
  UNION ALL
  SELECT id, version, 0 FROM need WHERE version <> 1 AND id NOT IN (SELECT need_id FROM change)
  ORDER BY 1";

const TALLIES: &str = "
  SELECT DISTINCT review_id FROM (
    SELECT * FROM (SELECT review_id, chapters, needs, articles FROM tally WHERE needs > 0
                   EXCEPT SELECT * FROM tally_now)
    UNION ALL
    SELECT * FROM (SELECT * FROM tally_now
                   EXCEPT SELECT review_id, chapters, needs, articles FROM tally))
  ORDER BY 1";

/// Each setting whose value or version is not what its last logged change, or its beginning, says.
const SETTINGS: &str = "
  SELECT s.name FROM setting s
  LEFT JOIN setting_change c ON c.id = (SELECT max(id) FROM setting_change WHERE name = s.name)
  WHERE s.version <> coalesce(c.version, 1) OR s.value <> coalesce(c.after, s.value)
     OR s.version <> 1 + (SELECT count(*) FROM setting_change WHERE name = s.name)
  ORDER BY 1";

/// What every field says against its last logged value, and the log against itself.
pub(super) fn against_the_log(
    connection: &Connection,
    findings: &mut Findings,
) -> Result<(), StoreError> {
    let field = |row: &Row<'_>| row.get::<_, String>(1);
    each(connection, VALUES, |row| {
        findings.add(Finding::new(&VALUE).need(row.get(0)?).with("field", field(row)?));
        Ok(())
    })?;
    each(connection, GAPS, |row| {
        findings.add(Finding::new(&GAP).need(row.get(0)?).with("field", field(row)?));
        Ok(())
    })?;
    each(connection, VERSIONS, |row| {
        let (version, writes): (i64, u32) = (row.get(1)?, row.get(2)?);
        let finding = Finding::new(&VERSION).need(row.get(0)?);
        findings.add(finding.with("version", version.to_string()).with("writes", writes));
        Ok(())
    })?;
    each(connection, SETTINGS, |row| {
        let name: String = row.get(0)?;
        findings.add(Finding::new(&SETTING).table("setting").row(&name));
        Ok(())
    })?;
    moments(connection, findings)
}

/// A line of the log: the batch that it belongs to, and the field.
type Line = (i64, String);

/// Needs that say another moment of their last write that stands than the log does. Worked out here,
/// from each table read once: whatever statistics and indexes a file has, it takes no longer.
fn moments(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    let (mut at, mut undone_by) = (HashMap::new(), HashMap::new());
    each(connection, "SELECT id, at, undoes FROM batch", |row| {
        let (batch, undoes): (i64, Option<i64>) = (row.get(0)?, row.get(2)?);
        at.insert(batch, (row.get::<_, i64>(1)?, undoes.is_some()));
        undone_by.extend(undoes.map(|undoes| (undoes, batch)));
        Ok(())
    })?;
    let mut said = HashMap::new();
    each(connection, "SELECT id, changed_at FROM need", |row| {
        said.insert(row.get::<_, i64>(0)?, row.get::<_, Option<i64>>(1)?);
        Ok(())
    })?;
    let last = |lines: &[Line]| {
        let stands = |(batch, field): &&Line| {
            let of = |batch: &i64| lines.iter().any(|line| line.0 == *batch && line.1 == *field);
            let undo = |batch: &i64| undone_by.get(batch).copied().filter(of);
            let undos = std::iter::successors(undo(batch), undo).take(lines.len()).count();
            undos % 2 == 0
        };
        let written = |line: &&Line| at.get(&line.0).is_some_and(|(_, undoes)| !undoes);
        let line = lines.iter().rev().filter(written).find(stands);
        line.and_then(|(batch, _)| at.get(batch)).map(|(moment, _)| *moment)
    };
    let mut wrong = Vec::new();
    let mut close = |need: i64, lines: &mut Vec<Line>| {
        if said.remove(&need).is_some_and(|said| said != last(lines)) {
            wrong.push(need);
        }
        lines.clear();
    };
    let (mut now, mut lines) = (None, Vec::new());
    each(connection, "SELECT need_id, batch_id, field FROM change ORDER BY need_id, id", |row| {
        let need = row.get(0)?;
        if let Some(before) = now.replace(need).filter(|before| *before != need) {
            close(before, &mut lines);
        }
        lines.push((row.get(1)?, row.get(2)?));
        Ok(())
    })?;
    if let Some(need) = now {
        close(need, &mut lines);
    }
    // Of the others the log says nothing.
    wrong.extend(said.into_iter().filter(|(_, said)| said.is_some()).map(|(need, _)| need));
    wrong.sort_unstable();
    for need in wrong {
        findings.add(Finding::new(&MOMENT).need(need));
    }
    Ok(())
}

/// The numbers that triggers keep.
pub(super) fn counted(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    each(connection, TALLIES, |row| {
        let review: i64 = row.get(0)?;
        findings.add(Finding::new(&TALLY).table("tally").row(&review.to_string()));
        Ok(())
    })?;
    let counter = connection
        .query_row("SELECT number FROM unlogged WHERE one = 1", [], |row| row.get::<_, i64>(0))
        .optional()?;
    if counter.is_none_or(|number| number < 0) {
        findings.add(Finding::new(&COUNTER).table("unlogged"));
    }
    Ok(())
}

/// Takes each row of a question.
pub(super) fn each(
    connection: &Connection,
    sql: &str,
    mut take: impl FnMut(&Row<'_>) -> Result<(), rusqlite::Error>,
) -> Result<(), StoreError> {
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        take(row)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::StatementStatus;

    /// Statistics that say of every table that it has so many rows, and of every index that so many
    /// of them have the same value.
    fn made_up(connection: &Connection, rows: &str, same: &str) {
        let made_up = format!(
            "ANALYZE;
             DELETE FROM sqlite_stat1;
             INSERT INTO sqlite_stat1
               SELECT tbl_name, name, '{rows} {same} {same} {same} {same}'
               FROM sqlite_schema WHERE type = 'index';
             INSERT INTO sqlite_stat1
               SELECT name, NULL, '{rows}' FROM sqlite_schema
               WHERE type = 'table' AND name NOT IN (SELECT tbl FROM sqlite_stat1);
             ANALYZE sqlite_schema;"
        );
        connection.execute_batch(&made_up).unwrap();
    }

    fn steps(connection: &Connection, sql: &str) -> i32 {
        let mut statement = connection.prepare(sql).unwrap();
        let mut rows = statement.query([]).unwrap();
        while rows.next().unwrap().is_some() {}
        drop(rows);
        statement.get_status(StatementStatus::VmStep)
    }

    #[test]
    fn statistics_that_make_every_index_useless_make_nothing_slow() {
        let folder = tempfile::tempdir().unwrap();
        for (rows, same) in [("1000000", "1"), ("1000000", "1000000")] {
            let path = folder.path().join(format!("{rows}-{same}.db"));
            std::fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/sample.db"), &path).unwrap();
            let plain = Connection::open(&path).unwrap();
            let usual = [VALUES, GAPS, VERSIONS, TALLIES].map(|sql| (sql, steps(&plain, sql)));
            made_up(&plain, rows, same);
            for (sql, usual) in usual {
                let now = steps(&plain, sql);
                assert!(now < 4 * usual, "{rows}, {same}: {now} for {usual} steps{sql}");
            }
        }
    }
}
