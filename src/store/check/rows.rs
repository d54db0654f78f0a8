//! Needs against the change log, and the numbers that are kept against what they count.

use super::finding::{COUNTER, Finding, Findings, GAP, MOMENT, SETTING, TALLY, VALUE, VERSION};
use crate::store::{StoreError, standing};
use rusqlite::{Connection, OptionalExtension, Row};

/// Each need's field with its last logged value beside the value that it has.
const VALUES: &str = "
  SELECT c.need_id, c.field, max(c.id) FROM change c
  JOIN need n ON n.id = c.need_id
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
                                       FROM need_theme nt JOIN theme t ON t.id = nt.theme_id
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
  SELECT n.id, n.version, coalesce(w.writes, 0) FROM need n
  LEFT JOIN (SELECT need_id, count(DISTINCT batch_id) AS writes FROM change GROUP BY need_id) w
    ON w.need_id = n.id
  WHERE n.version <> 1 + coalesce(w.writes, 0) ORDER BY 1";

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
    each(connection, standing::WRONG, |row| {
        findings.add(Finding::new(&MOMENT).need(row.get(0)?));
        Ok(())
    })
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
