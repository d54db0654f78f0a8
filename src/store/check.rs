//! Whether a register is sound: SQLite's own checks, and that the change log and the needs agree.

use super::{APPLICATION_ID, Store, StoreError, migrate, standing};
use crate::text::Message;

/// Something that is wrong with a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// SQLite found the file damaged; what it said.
    Integrity(String),
    /// A row names a row that is not there: its table and the other one.
    Reference(String, String),
    /// The file does not carry this program's mark, or another schema version.
    Mark,
    /// The last logged value of a need's field is not the one that the need has.
    Value(u32, String),
    /// A logged change of a need's field does not start where the one before ended.
    Gap(u32, String),
    /// A need's version is not one more than the number of its writes: its version, and theirs.
    Version(u32, u32, u32),
    /// The moment of a need's last change is not that of its last logged write that stands.
    Moment(u32),
    /// The number of a review's needs by chapter is not what the needs come to.
    Tally(u32),
}

impl Finding {
    /// What is wrong.
    pub fn message(&self) -> Message {
        match self {
            Self::Integrity(detail) => {
                Message::new("check-integrity").with("detail", crate::domain::clean_line(detail))
            }
            Self::Reference(table, parent) => Message::new("check-reference")
                .with("table", table.clone())
                .with("parent", parent.clone()),
            Self::Mark => Message::new("check-mark"),
            Self::Value(need, field) => {
                Message::new("check-value").with("need", need.to_string()).with("field", &**field)
            }
            Self::Gap(need, field) => {
                Message::new("check-gap").with("need", need.to_string()).with("field", &**field)
            }
            Self::Version(need, version, writes) => Message::new("check-version")
                .with("need", need.to_string())
                .with("version", *version)
                .with("writes", *writes),
            Self::Moment(need) => Message::new("check-moment").with("need", need.to_string()),
            Self::Tally(review) => Message::new("check-tally").with("review", review.to_string()),
        }
    }
}

/// How much a register holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)] // the names say it
pub struct Counts {
    pub needs: u32,
    pub states: u32,
    pub reviews: u32,
    pub activities: u32,
    pub batches: u32,
    pub changes: u32,
    pub saved_views: u32,
}

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

impl Store {
    /// Everything that is wrong with the register; nothing when it is sound.
    pub fn check(&self) -> Result<Vec<Finding>, StoreError> {
        let transaction = self.connection.unchecked_transaction()?;
        let mut findings = Vec::new();
        self.find("PRAGMA integrity_check(100)", &mut findings, |row| {
            let said: String = row.get(0)?;
            Ok((said != "ok").then_some(Finding::Integrity(said)))
        })?;
        if !findings.is_empty() {
            // The other questions would stumble over the same damage.
            return Ok(findings);
        }
        self.find(
            r#"SELECT "table", parent FROM pragma_foreign_key_check"#,
            &mut findings,
            |row| Ok(Some(Finding::Reference(row.get(0)?, row.get(1)?))),
        )?;
        self.find("PRAGMA application_id", &mut findings, |row| {
            let id: i32 = row.get(0)?;
            Ok((id != APPLICATION_ID).then_some(Finding::Mark))
        })?;
        self.find("PRAGMA user_version", &mut findings, |row| {
            let version: i64 = row.get(0)?;
            Ok((version != migrate::NEWEST).then_some(Finding::Mark))
        })?;
        self.find(VALUES, &mut findings, |row| Ok(Some(Finding::Value(row.get(0)?, row.get(1)?))))?;
        self.find(GAPS, &mut findings, |row| Ok(Some(Finding::Gap(row.get(0)?, row.get(1)?))))?;
        self.find(VERSIONS, &mut findings, |row| {
            Ok(Some(Finding::Version(row.get(0)?, row.get(1)?, row.get(2)?)))
        })?;
        self.find(standing::WRONG, &mut findings, |row| Ok(Some(Finding::Moment(row.get(0)?))))?;
        self.find(TALLIES, &mut findings, |row| Ok(Some(Finding::Tally(row.get(0)?))))?;
        transaction.finish()?;
        Ok(findings)
    }

    /// How much the register holds.
    pub fn counts(&self) -> Result<Counts, StoreError> {
        let sql = "SELECT (SELECT count(*) FROM need), (SELECT count(*) FROM state),
                          (SELECT count(*) FROM review), (SELECT count(*) FROM activity),
                          (SELECT count(*) FROM batch), (SELECT count(*) FROM change),
                          (SELECT count(*) FROM saved_view)";
        Ok(self.connection.query_row(sql, [], |row| {
            Ok(Counts {
                needs: row.get(0)?,
                states: row.get(1)?,
                reviews: row.get(2)?,
                activities: row.get(3)?,
                batches: row.get(4)?,
                changes: row.get(5)?,
                saved_views: row.get(6)?,
            })
        })?)
    }

    fn find(
        &self,
        sql: &str,
        findings: &mut Vec<Finding>,
        mut read: impl FnMut(&rusqlite::Row) -> Result<Option<Finding>, rusqlite::Error>,
    ) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            findings.extend(read(row)?);
        }
        Ok(())
    }
}
