//! The change log as people read it: who changed what, when.

use super::{Store, StoreError};
use crate::domain::{Coded, Moment, TriageField};
use rusqlite::params;

/// Which changes to read.
#[derive(Clone, Copy, Debug)]
pub struct LogQuery<'a> {
    /// Only of these needs.
    pub needs: Option<&'a [u32]>,
    /// Only by this person.
    pub who: Option<&'a str>,
    /// At most so many, the newest.
    pub limit: usize,
}

/// One change of one field of one need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogEntry {
    /// The number of the change; later ones are larger.
    pub change: i64,
    /// The batch that it was written in.
    pub batch: i64,
    /// When.
    pub at: Moment,
    /// Who.
    pub who: String,
    /// The need.
    pub need: u32,
    /// The field.
    pub field: TriageField,
    /// The code of the value before; `None` for "not stated".
    pub before: Option<String>,
    /// The code of the value after; `None` for "not stated".
    pub after: Option<String>,
    /// Why, in the person's words.
    pub note: String,
    /// The batch that this one takes back.
    pub undoes: Option<i64>,
}

impl Store {
    /// Changes, the newest first.
    pub fn log(&self, query: &LogQuery) -> Result<Vec<LogEntry>, StoreError> {
        let needs = query.needs.map(|needs| {
            let ids: Vec<String> = needs.iter().map(u32::to_string).collect();
            format!("[{}]", ids.join(","))
        });
        let limit = i64::try_from(query.limit).unwrap_or(i64::MAX);
        // Two statements, so that each has the plan that fits: by need, or backwards by number.
        let mut statement = self.connection.prepare_cached(if needs.is_some() {
            "SELECT c.id, c.batch_id, b.at, b.who, c.need_id, c.field, c.before, c.after, b.note,
                    b.undoes
             FROM change c JOIN batch b ON b.id = c.batch_id
             WHERE c.need_id IN (SELECT value FROM json_each(?1)) AND b.who = coalesce(?2, b.who)
             ORDER BY c.id DESC LIMIT ?3"
        } else {
            "SELECT c.id, c.batch_id, b.at, b.who, c.need_id, c.field, c.before, c.after, b.note,
                    b.undoes
             FROM change c JOIN batch b ON b.id = c.batch_id
             WHERE ?1 IS NULL AND b.who = coalesce(?2, b.who)
             ORDER BY c.id DESC LIMIT ?3"
        })?;
        let mut rows = statement.query(params![needs, query.who, limit])?;
        let mut entries = Vec::new();
        while let Some(row) = rows.next()? {
            let field: String = row.get(5)?;
            entries.push(LogEntry {
                change: row.get(0)?,
                batch: row.get(1)?,
                at: Moment::from_seconds(row.get(2)?),
                who: row.get(3)?,
                need: row.get(4)?,
                field: TriageField::from_code(&field)
                    .ok_or_else(|| StoreError::Damaged(None, field).at(&self.path))?,
                before: row.get(6)?,
                after: row.get(7)?,
                note: row.get(8)?,
                undoes: row.get(9)?,
            });
        }
        Ok(entries)
    }
}
