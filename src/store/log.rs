//! The change log as people read it: who changed what, when.

use super::{Store, StoreError, decode};
use crate::domain::{Coded, Day, Moment, TriageField, clean_line};
use rusqlite::types::Value;
use rusqlite::{Row, params_from_iter};
use std::borrow::Cow;

/// Which changes to read: those for which everything that is stated holds.
#[derive(Clone, Copy, Debug)]
pub struct LogQuery<'a> {
    /// Only of these needs.
    pub needs: Option<&'a [u32]>,
    /// Only by this person.
    pub who: Option<&'a str>,
    /// Only on this day or later, in UTC.
    pub since: Option<Day>,
    /// Only on this day or earlier, in UTC.
    pub until: Option<Day>,
    /// Only of this batch.
    pub batch: Option<i64>,
    /// Only those before the change with this number.
    pub before: Option<i64>,
    /// At most so many, the newest.
    pub limit: usize,
}

impl Default for LogQuery<'_> {
    /// Everything.
    fn default() -> Self {
        Self {
            needs: None,
            who: None,
            since: None,
            until: None,
            batch: None,
            before: None,
            limit: usize::MAX,
        }
    }
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
    /// The version of the need that the change made.
    pub version: u32,
    /// Why, in the person's words.
    pub note: String,
    /// The batch that this one takes back.
    pub undoes: Option<i64>,
}

/// Up to so many needs are looked up one by one; for more, all changes are gone through.
const FEW: usize = 1_000;

impl Store {
    /// Changes, the newest first.
    pub fn log(&self, query: &LogQuery) -> Result<Vec<LogEntry>, StoreError> {
        let posts = self.posts()?;
        let who = query.who.map(|who| posts.as_ref().map_or(who, |posts| posts.real(who)));
        let among = Among::of(query);
        let (conditions, mut values) = self.conditions(&LogQuery { who, ..*query })?;
        let limit = if among.is_some() { usize::MAX } else { query.limit };
        values.push(i64::try_from(limit).unwrap_or(i64::MAX).into());
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT c.id, c.batch_id, b.at, b.who, c.need_id, c.field, c.before, c.after, c.version,
                    b.note, b.undoes
             FROM change c JOIN batch b ON b.id = c.batch_id{conditions} ORDER BY c.id DESC LIMIT ?"
        ))?;
        let mut rows = statement.query(params_from_iter(values))?;
        let mut entries = Vec::new();
        while entries.len() < query.limit
            && let Some(row) = rows.next()?
        {
            if among.as_ref().is_none_or(|among| row.get(4).is_ok_and(|need| among.has(need))) {
                entries.push(entry(row).map_err(|error| error.at(&self.path))?);
            }
        }
        if let Some(posts) = &posts {
            for entry in &mut entries {
                posts.hide(entry);
            }
        }
        Ok(entries)
    }

    /// Whether the log has changes of an account of the system of this name. Where States are not
    /// named, no account is either.
    pub fn has_logged(&self, account: &str) -> Result<bool, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT 1 FROM batch WHERE who = ?1 LIMIT 1")?;
        Ok(self.names_states() && statement.exists([clean_line(account)])?)
    }

    /// How many changes there are; the limit says nothing here.
    pub fn log_total(&self, query: &LogQuery) -> Result<u64, StoreError> {
        let posts = self.posts()?;
        let who = query.who.map(|who| posts.as_ref().map_or(who, |posts| posts.real(who)));
        let among = Among::of(query);
        let (conditions, values) = self.conditions(&LogQuery { who, ..*query })?;
        // The batches say who and when; without them the smallest index will do.
        let asks_batches = [query.since, query.until].iter().any(Option::is_some) || who.is_some();
        let join = if asks_batches { " JOIN batch b ON b.id = c.batch_id" } else { "" };
        let (what, group) = match among {
            Some(_) => ("c.need_id, count(*)", " GROUP BY c.need_id"),
            None => ("0, count(*)", ""),
        };
        let mut statement = self
            .connection
            .prepare_cached(&format!("SELECT {what} FROM change c{join}{conditions}{group}"))?;
        let mut rows = statement.query(params_from_iter(values))?;
        let mut total = 0;
        while let Some(row) = rows.next()? {
            let need: u32 = row.get(0)?;
            if among.as_ref().is_none_or(|among| among.has(need)) {
                total += u64::from(row.get::<_, u32>(1)?);
            }
        }
        Ok(total)
    }

    /// The conditions in SQL, only those that are asked, so that each question has the plan that fits:
    /// by need, by person, by day, or backwards by number.
    fn conditions(&self, query: &LogQuery) -> Result<(String, Vec<Value>), StoreError> {
        let mut conditions = String::new();
        let mut values: Vec<Value> = Vec::new();
        let mut ask = |condition: &str, value: Value| {
            conditions.push_str(if values.is_empty() { " WHERE " } else { " AND " });
            conditions.push_str(condition);
            values.push(value);
        };
        if let Some(needs) = query.needs.filter(|needs| needs.len() <= FEW) {
            let ids: Vec<String> = needs.iter().map(u32::to_string).collect();
            let ids = format!("[{}]", ids.join(","));
            ask("c.need_id IN (SELECT value FROM json_each(?))", ids.into());
        }
        if let Some(who) = query.who {
            ask("b.who = ?", who.to_owned().into());
        }
        if let Some(day) = query.since {
            ask("b.at >= ?", (i64::from(day.number()) * Moment::DAY).into());
        }
        if let Some(day) = query.until {
            ask("b.at < ?", self.after(day)?.into());
        }
        if let Some(batch) = query.batch {
            ask("c.batch_id = ?", batch.into());
        }
        if let Some(change) = query.before {
            ask("c.id < ?", change.into());
        }
        Ok((conditions, values))
    }
}

/// Many needs, for a look at each change that goes by.
struct Among(Vec<u32>);

impl Among {
    /// Nothing where the question is for few needs, or for all: SQL knows those.
    fn of(query: &LogQuery) -> Option<Self> {
        let mut needs = query.needs.filter(|needs| needs.len() > FEW)?.to_vec();
        needs.sort_unstable();
        Some(Self(needs))
    }

    fn has(&self, need: u32) -> bool {
        self.0.binary_search(&need).is_ok()
    }
}

fn entry(row: &Row) -> Result<LogEntry, StoreError> {
    let field = decode::name(row, 5)?;
    let value = |at| decode::optional_text(row, at).map(|value| value.map(Cow::into_owned));
    Ok(LogEntry {
        change: row.get(0)?,
        batch: row.get(1)?,
        at: Moment::from_seconds(row.get(2)?),
        who: decode::name(row, 3)?,
        need: row.get(4)?,
        field: TriageField::from_code(&field).ok_or(StoreError::Damaged(None, field))?,
        before: value(6)?,
        after: value(7)?,
        version: row.get(8)?,
        note: decode::line(row, 9)?,
        undoes: row.get(10)?,
    })
}
