//! The change log by batches, the units of undo, each batch in few words.

use super::log::{self, Among, of_kinds};
use super::undo::stands;
use super::{LogEntry, LogQuery, Store, StoreError, decode};
use crate::domain::{Coded, Day, Kind, Kinds, Moment, NeedNumber, Record};
use crate::fields::RecordField;
use rusqlite::types::Value;
use rusqlite::{Row, params_from_iter};
use std::borrow::Cow;
use std::collections::HashSet;

/// Once so many changes were looked at, a reading of batches ends, however few batches that were.
const CHANGES: u64 = 20_000;

/// The records that belong to a need: their kinds and tables.
const BESIDE_NEEDS: [(Kind, &str); 2] =
    [(Kind::Comment, "comment"), (Kind::Match, "need_activity")];

/// The need that a change concerns, in SQL.
const NEED: &str = "CASE c.kind
    WHEN 'need' THEN c.record
    WHEN 'comment' THEN (SELECT need_id FROM comment WHERE id = c.record)
    WHEN 'match' THEN (SELECT need_id FROM need_activity WHERE id = c.record)
    END";

/// A query for batches: those with a change for which everything that is stated holds.
#[derive(Clone, Copy, Debug)]
pub struct BatchQuery<'a> {
    /// Only with records of these kinds. Where States are not named these are needs, by their
    /// triage, and settings.
    pub kinds: Kinds,
    /// Only with one of these needs, or of the comments on them and their matches with activities.
    pub needs: Option<&'a [NeedNumber]>,
    /// Only by this person.
    pub who: Option<&'a str>,
    /// Only on this day or later, in UTC.
    pub since: Option<Day>,
    /// Only on this day or earlier, in UTC.
    pub until: Option<Day>,
    /// Only before the batch with this number.
    pub before: Option<i64>,
    /// At most so many, the newest.
    pub limit: usize,
}

impl Default for BatchQuery<'_> {
    /// Everything about records of assistance.
    fn default() -> Self {
        let kinds = Kinds::of_assistance();
        let (needs, who, since, until, before) = (None, None, None, None, None);
        Self { kinds, needs, who, since, until, before, limit: usize::MAX }
    }
}

/// A batch: the changes that one undo takes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// The number of the batch; later ones are larger.
    pub batch: i64,
    /// The moment of the write.
    pub at: Moment,
    /// The writer.
    pub who: String,
    /// The person's reason; empty where States are not named.
    pub note: String,
    /// The batch that this one takes back.
    pub undoes: Option<i64>,
    /// Whether it was taken back, and that stands.
    pub is_undone: bool,
    /// The records, each once, in the order of their first change.
    pub records: Vec<Record>,
    /// The name of the only record, where it has one: of views and settings.
    pub name: Option<String>,
    /// The fields, in the order of their first change.
    pub fields: Vec<ChangedField>,
}

/// The changes of one field in a batch, over all records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedField {
    /// The field.
    pub field: RecordField,
    /// The number of records changed.
    pub count: u32,
    /// The code of the value before.
    pub before: Alike,
    /// The code of the value after.
    pub after: Alike,
}

/// The values of a field of several records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Alike {
    /// All have this value; `None` for "not stated".
    One(Option<String>),
    /// The values differ.
    Several,
}

impl Alike {
    fn and(&mut self, other: Option<&str>) {
        if matches!(self, Self::One(value) if value.as_deref() != other) {
            *self = Self::Several;
        }
    }
}

impl Store {
    /// Batches, the newest first, each as a whole: with the changes that the question does not ask for too.
    pub fn batches(&self, query: &BatchQuery) -> Result<Vec<Batch>, StoreError> {
        let read = || {
            let posts = self.posts()?;
            let query = self.batches_narrowed(query);
            let who = query.who.map(|who| posts.as_ref().map_or(who, |posts| posts.real(who)));
            let among = query.needs.and_then(Among::of_needs);
            let (sql, values) = self.batches_sql(&BatchQuery { who, ..query }, among.is_some())?;
            let mut statement = self.connection.prepare_cached(&sql)?;
            let mut rows = statement.query(params_from_iter(values))?;
            let (mut found, mut read, mut last) = (Vec::new(), 0, None);
            while found.len() < query.limit
                && read < CHANGES
                && let Some(row) = rows.next()?
            {
                let number: i64 = row.get(0)?;
                let is_asked = last != Some(number)
                    && among.as_ref().is_none_or(|among| row.get(5).is_ok_and(|id| among.has(id)));
                if !is_asked {
                    continue;
                }
                last = Some(number);
                let mut batch = self.batch(row)?;
                read += self.sum_up(&mut batch, query.kinds)?;
                if batch.records.is_empty() {
                    continue;
                }
                if let Some(posts) = &posts {
                    posts.hide_batch(&mut batch);
                }
                found.push(batch);
            }
            Ok(found)
        };
        read().map_err(|error: StoreError| error.at(&self.path))
    }

    /// How many batches there are; the limit says nothing here.
    pub fn batch_total(&self, query: &BatchQuery) -> Result<u64, StoreError> {
        let posts = self.posts()?;
        let query = self.batches_narrowed(query);
        let who = query.who.map(|who| posts.as_ref().map_or(who, |posts| posts.real(who)));
        let query = BatchQuery { who, before: None, ..query };
        if let Some(among) = query.needs.and_then(Among::of_needs) {
            let (sql, values) = self.batches_sql(&query, true)?;
            let mut statement = self.connection.prepare_cached(&sql)?;
            let mut rows = statement.query(params_from_iter(values))?;
            let mut found = HashSet::new();
            while let Some(row) = rows.next()? {
                if among.has(row.get(5)?) {
                    found.insert(row.get::<_, i64>(0)?);
                }
            }
            return Ok(found.len() as u64);
        }
        let (sql, values) = self.batches_sql(&query, false)?;
        let count = |sql: &str, values: Vec<Value>| -> Result<u64, StoreError> {
            let mut statement = self.connection.prepare_cached(sql)?;
            Ok(statement.query_row(params_from_iter(values), |row| row.get::<_, u32>(0))?.into())
        };
        let (from, _) = sql.split_once(" ORDER BY ").unwrap_or((&sql, ""));
        let (_, from) = from.split_once(" FROM ").unwrap_or(("", from));
        let all = count(&format!("SELECT count(*) FROM {from}"), values.clone())?;
        if query.needs.is_some() {
            return Ok(all);
        }
        // Nearly all are shown: those are counted that have nothing which is.
        let joint = if from.contains(" WHERE ") { "AND" } else { "WHERE" };
        let Some(hidden) = self.hidden(query.kinds) else { return Ok(all) };
        let shown = self.shown(query.kinds);
        let left_out = count(
            &format!(
                "SELECT count(*) FROM {from} {joint} b.id IN ({hidden})
                 AND NOT EXISTS (SELECT 1 FROM change c WHERE c.batch_id = b.id AND {shown})"
            ),
            values,
        )?;
        Ok(all.saturating_sub(left_out))
    }

    /// The changes of a batch, in the order in which they were written, up to a limit, and how many there are.
    pub fn changes_of_batch(
        &self,
        batch: i64,
        kinds: Kinds,
        limit: usize,
    ) -> Result<(Vec<LogEntry>, u64), StoreError> {
        let query = LogQuery { kinds, batch: Some(batch), limit, ..LogQuery::default() };
        let total = self.log_total(&query)?;
        Ok((self.log_in_order(&query, "ASC")?, total))
    }

    /// The query without the kinds that are not shown here.
    fn batches_narrowed<'a>(&self, query: &BatchQuery<'a>) -> BatchQuery<'a> {
        BatchQuery { kinds: self.kinds_shown(query.kinds), ..*query }
    }

    /// The condition that a change is shown, in SQL.
    fn shown(&self, kinds: Kinds) -> String {
        let kinds = of_kinds(kinds, true);
        let narrowed = if self.names_states() {
            String::new()
        } else {
            format!(" AND {}", log::nothing_but_triage())
        };
        format!("true{kinds}{narrowed}")
    }

    /// The batches that have a change which is not shown, in SQL; `None` where every change is.
    fn hidden(&self, kinds: Kinds) -> Option<String> {
        let rest = Kinds::all().iter().filter(|kind| !kinds.has(*kind));
        let rest = rest.fold(Kinds::NONE, Kinds::with);
        let of_rest = (!rest.is_empty())
            .then(|| format!("SELECT c.batch_id FROM change c WHERE true{}", of_kinds(rest, true)));
        let facts = (!self.names_states())
            .then(|| format!("SELECT batch_id FROM change WHERE {}", log::facts_of_needs()));
        let parts: Vec<String> = of_rest.into_iter().chain(facts).collect();
        (!parts.is_empty()).then(|| parts.join(" UNION "))
    }

    /// The question in SQL: a row for each batch, or for each change of a need where those are many that are asked for.
    fn batches_sql(
        &self,
        query: &BatchQuery,
        by_change: bool,
    ) -> Result<(String, Vec<Value>), StoreError> {
        let mut conditions = Vec::new();
        let mut values: Vec<Value> = Vec::new();
        let mut ask = |condition: String, value: Option<Value>| {
            conditions.push(condition);
            values.extend(value);
        };
        let beside: Vec<(Kind, &str)> =
            BESIDE_NEEDS.into_iter().filter(|(kind, _)| query.kinds.has(*kind)).collect();
        if let Some(needs) = query.needs.filter(|_| !by_change) {
            let ids: Vec<String> = needs.iter().map(NeedNumber::to_string).collect();
            let of = self.shown(query.kinds);
            let own = format!(
                "SELECT c.batch_id FROM change c WHERE c.kind = 'need'
                 AND c.record IN (SELECT value FROM json_each(?1)) AND {of}"
            );
            let beside = beside.iter().map(|(kind, table)| {
                format!(
                    "SELECT c.batch_id FROM change c
                     WHERE c.kind <> 'need' AND c.kind = '{}' AND c.record IN
                     (SELECT id FROM {table} WHERE need_id IN (SELECT value FROM json_each(?1)))",
                    kind.code()
                )
            });
            let all: Vec<String> = std::iter::once(own).chain(beside).collect();
            ask(
                format!("b.id IN ({})", all.join(" UNION ")),
                Some(format!("[{}]", ids.join(",")).into()),
            );
        }
        if by_change {
            let kinds: Vec<&str> = beside.iter().map(|(kind, _)| kind.code()).collect();
            let kinds = [&["need"], kinds.as_slice()].concat().join("', '");
            ask(format!("+c.kind IN ('{kinds}') AND {}", self.shown(query.kinds)), None);
        }
        if let Some(who) = query.who {
            ask("b.who = ?".into(), Some(who.to_owned().into()));
        }
        if let Some(day) = query.since {
            ask("b.at >= ?".into(), Some((i64::from(day.number()) * Moment::DAY).into()));
        }
        if let Some(day) = query.until {
            // Without a beginning nearly all are before it: they are gone through backwards by number.
            let at = if query.since.is_some() { "b.at" } else { "+b.at" };
            ask(format!("{at} < ?"), Some(self.after(day)?.into()));
        }
        if let Some(before) = query.before {
            let before_it = if by_change {
                "c.id < (SELECT min(id) FROM change WHERE batch_id = ?)"
            } else {
                "b.id < ?"
            };
            ask(before_it.into(), Some(before.into()));
        }
        let conditions = match conditions.as_slice() {
            [] => String::new(),
            some => format!(" WHERE {}", some.join(" AND ")),
        };
        let columns = "b.id, b.at, b.who, b.note, b.undoes";
        let sql = if by_change {
            format!(
                "SELECT {columns}, {NEED} FROM change c CROSS JOIN batch b ON b.id = c.batch_id{conditions}
                 ORDER BY c.id DESC"
            )
        } else {
            format!("SELECT {columns} FROM batch b{conditions} ORDER BY b.id DESC")
        };
        Ok((sql, values))
    }

    /// A batch of which nothing is summed up yet.
    fn batch(&self, row: &Row) -> Result<Batch, StoreError> {
        let batch = row.get(0)?;
        Ok(Batch {
            batch,
            at: Moment::from_seconds(row.get(1)?),
            who: decode::name(row, 2)?,
            note: decode::line(row, 3)?,
            undoes: row.get(4)?,
            is_undone: !stands(&self.connection, batch)?,
            records: Vec::new(),
            name: None,
            fields: Vec::new(),
        })
    }

    /// Sums up the changes of a batch that are shown; gives how many that are.
    fn sum_up(&self, batch: &mut Batch, kinds: Kinds) -> Result<u64, StoreError> {
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT c.kind, c.record, c.field, c.before, c.after FROM change c
             WHERE c.batch_id = ?1 AND {} ORDER BY c.id",
            self.shown(kinds)
        ))?;
        let mut rows = statement.query([batch.batch])?;
        let (mut seen, mut changes) = (HashSet::new(), 0);
        while let Some(row) = rows.next()? {
            let (record, field) = log::named(row, (0, 1, 2))?;
            let (before, after) = (decode::optional_text(row, 3)?, decode::optional_text(row, 4)?);
            changes += 1;
            // The changes of one record mostly follow each other.
            if batch.records.last() != Some(&record) && seen.insert(record) {
                batch.records.push(record);
            }
            if let Some(known) = batch.fields.iter_mut().find(|known| known.field == field) {
                known.count += 1;
                known.before.and(before.as_deref());
                known.after.and(after.as_deref());
            } else {
                let one = |value: Option<Cow<'_, str>>| Alike::One(value.map(Cow::into_owned));
                let (before, after) = (one(before), one(after));
                batch.fields.push(ChangedField { field, count: 1, before, after });
            }
        }
        if let [only] = batch.records[..] {
            batch.name = log::name_of(&self.connection, only)?;
        }
        Ok(changes)
    }
}

impl Batch {
    /// The numbers of its needs.
    pub fn needs(&self) -> impl Iterator<Item = NeedNumber> {
        self.records.iter().filter_map(|record| record.of_need())
    }

    /// Whether it has records of this kind alone.
    pub fn is_of(&self, kind: Kind) -> bool {
        self.records.iter().all(|record| record.kind == kind)
    }
}
