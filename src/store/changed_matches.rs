//! Matches whose activity has changed since: another status, other States or articles, or taken out of the register. Such a
//! match stays as it is, and lists and pages tell of the change.

use super::{Store, StoreError, decode};
use crate::domain::{Kind, NeedNumber};
use crate::fields::RecordField;
use rusqlite::Row;

/// A match whose activity has changed since the match was last written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedMatch {
    /// The need.
    pub need: NeedNumber,
    /// The code of the activity.
    pub code: String,
    /// The fields of the activity that have another value now, by their codes, in order; `record` for one that was taken
    /// out.
    pub fields: Vec<&'static str>,
}

/// The fields of an activity on which a match rests.
const RESTS_ON: [&str; 4] = ["article", "helped", "record", "status"];

/// The changes of activities behind the last change of their matches, in order.
const CHANGES: &str = "
  SELECT m.need_id, a.code, c.field, c.before, c.after
  FROM need_activity m
  JOIN activity a ON a.id = m.activity_id
  JOIN change c ON c.kind = 'activity' AND c.record = m.activity_id
  JOIN batch b ON b.id = c.batch_id
  LEFT JOIN (SELECT record, max(id) AS last FROM change WHERE kind = 'match' GROUP BY record) w ON w.record = m.id
  WHERE m.void = 0 AND c.field IN ('article', 'helped', 'record', 'status')
    AND CASE WHEN w.last IS NOT NULL THEN c.id > w.last ELSE m.at IS NULL OR b.at > m.at END
    AND (?1 IS NULL OR m.need_id = ?1)
  ORDER BY m.need_id, a.id, c.field, c.id";

impl Store {
    /// The matches whose activity has changed since they were last written: those of a need, or all. Empty where States
    /// are not named: a change of States would say where an activity was.
    pub fn changed_matches(
        &self,
        need: Option<NeedNumber>,
    ) -> Result<Vec<ChangedMatch>, StoreError> {
        if !self.names_states() {
            return Ok(Vec::new());
        }
        let mut statement = self.connection.prepare_cached(CHANGES)?;
        let mut rows = statement.query([need])?;
        let mut open: Option<Change> = None;
        let mut found: Vec<ChangedMatch> = Vec::new();
        while let Some(row) = rows.next()? {
            let next = Change::read(row)?;
            match &mut open {
                Some(change) if change.is_of(&next) => change.after = next.after,
                _ => {
                    if let Some(done) = open.replace(next) {
                        put(&mut found, done);
                    }
                }
            }
        }
        if let Some(done) = open {
            put(&mut found, done);
        }
        Ok(found)
    }
}

/// A field of an activity, before the first and after the last change behind a match.
struct Change {
    need: NeedNumber,
    code: String,
    field: String,
    before: Option<String>,
    after: Option<String>,
}

impl Change {
    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            need: row.get(0)?,
            code: decode::name(row, 1)?,
            field: decode::name(row, 2)?,
            before: decode::optional_name(row, 3)?,
            after: decode::optional_name(row, 4)?,
        })
    }

    fn is_of(&self, other: &Self) -> bool {
        self.need == other.need && self.code == other.code && self.field == other.field
    }
}

/// Puts a field behind others that have changed, unless it has its first value again.
fn put(found: &mut Vec<ChangedMatch>, change: Change) {
    let Some(field) = RESTS_ON.into_iter().find(|field| *field == change.field) else { return };
    if change.before == change.after {
        return;
    }
    match found.last_mut() {
        Some(last) if last.need == change.need && last.code == change.code => {
            last.fields.push(field);
        }
        _ => found.push(ChangedMatch { need: change.need, code: change.code, fields: vec![field] }),
    }
}

impl ChangedMatch {
    /// The fields as the log names them.
    pub fn named(&self) -> impl Iterator<Item = RecordField> {
        let field = |code: &&str| RecordField::from_code(Kind::Activity, code);
        self.fields.iter().filter_map(field)
    }
}
