//! The change log as people read it: each change with its writer and moment.

use super::{ImportRecord, Store, StoreError, decode};
use crate::domain::{Coded, Day, Kind, Kinds, Moment, NeedNumber, Record, clean_line};
use crate::fields::RecordField;
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params, params_from_iter};
use std::borrow::Cow;
use std::sync::Arc;

/// A question to the log: for the changes for which everything that is stated holds.
#[derive(Clone, Copy, Debug)]
pub struct LogQuery<'a> {
    /// Only of records of these kinds. Where States are not named these are needs, by their triage,
    /// and settings: changes of all others can name a State.
    pub kinds: Kinds,
    /// Only of these needs, and of nothing else.
    pub needs: Option<&'a [NeedNumber]>,
    /// Only of this record, and of nothing else.
    pub record: Option<Record>,
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
    /// Everything about records of assistance.
    fn default() -> Self {
        Self {
            kinds: Kinds::of_assistance(),
            needs: None,
            record: None,
            who: None,
            since: None,
            until: None,
            batch: None,
            before: None,
            limit: usize::MAX,
        }
    }
}

/// One change of one field of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogEntry {
    /// The number of the change; later ones are larger.
    pub change: i64,
    /// The batch that it was written in.
    pub batch: i64,
    /// The moment of the write.
    pub at: Moment,
    /// The writer.
    pub who: String,
    /// The record.
    pub record: Record,
    /// The record's name, where it has one: views and settings.
    pub name: Option<String>,
    /// The field.
    pub field: RecordField,
    /// The code of the value before; `None` for "not stated".
    pub before: Option<String>,
    /// The code of the value after; `None` for "not stated".
    pub after: Option<String>,
    /// The version of the record that the change made.
    pub version: u32,
    /// The person's reason.
    pub note: String,
    /// The batch that this one takes back.
    pub undoes: Option<i64>,
    /// The file that the batch was imported from; `None` where States are not named.
    pub import: Option<Arc<ImportRecord>>,
}

/// Up to so many needs are looked up one by one; for more, all changes are gone through.
const FEW: usize = 1_000;

impl Store {
    /// Changes, the newest first.
    pub fn log(&self, query: &LogQuery) -> Result<Vec<LogEntry>, StoreError> {
        self.log_in_order(query, "DESC")
    }

    /// Changes in the given order of SQL.
    pub(super) fn log_in_order(
        &self,
        query: &LogQuery,
        order: &str,
    ) -> Result<Vec<LogEntry>, StoreError> {
        let posts = self.posts()?;
        let query = self.narrowed(query);
        let who = query.who.map(|who| posts.as_ref().map_or(who, |posts| posts.real(who)));
        let among = Among::of(&query);
        let (mut conditions, mut values) = self.conditions(&LogQuery { who, ..query })?;
        conditions.push_str(&of_kinds(query.kinds, !conditions.is_empty()));
        let limit = if among.is_some() { usize::MAX } else { query.limit };
        values.push(i64::try_from(limit).unwrap_or(i64::MAX).into());
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT c.id, c.batch_id, b.at, b.who, c.kind, c.record, c.field, c.before, c.after,
                    c.version, b.note, b.undoes, {NAME}
             FROM change c JOIN batch b ON b.id = c.batch_id{conditions} ORDER BY c.id {order} LIMIT ?"
        ))?;
        let mut rows = statement.query(params_from_iter(values))?;
        let mut entries = Vec::new();
        let mut import: Option<(i64, Option<Arc<ImportRecord>>)> = None;
        while entries.len() < query.limit
            && let Some(row) = rows.next()?
        {
            if among.as_ref().is_none_or(|among| row.get(5).is_ok_and(|need| among.has(need))) {
                let mut entry = entry(row).map_err(|error| error.at(&self.path))?;
                if self.names_states() {
                    let known = import.take().filter(|(batch, _)| *batch == entry.batch);
                    let (batch, of) = known.map_or_else(|| self.import_of(entry.batch), Ok)?;
                    entry.import.clone_from(&of);
                    import = Some((batch, of));
                }
                entries.push(entry);
            }
        }
        if let Some(posts) = &posts {
            for entry in &mut entries {
                posts.hide(entry);
            }
        }
        Ok(entries)
    }

    /// A batch with the file that it was imported from.
    fn import_of(&self, batch: i64) -> Result<(i64, Option<Arc<ImportRecord>>), StoreError> {
        Ok((batch, ImportRecord::of_batch(&self.connection, batch)?.map(Arc::new)))
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
        let query = self.narrowed(query);
        if query.needs.is_some() {
            return self.total_of_needs(&query);
        }
        if !query.kinds.has(Kind::Need) {
            return self.total(&query, &of_kinds(query.kinds, true));
        }
        // Nearly all changes are of needs: the others are counted, by the index that has none of
        // needs.
        let rest = Kinds::all().iter().filter(|kind| !query.kinds.has(*kind));
        let rest = rest.fold(Kinds::NONE, Kinds::with);
        let all = self.total(&query, "")?;
        let left_out = if rest.is_empty() { 0 } else { self.total(&query, &of_kinds(rest, true))? };
        Ok(all.saturating_sub(left_out))
    }

    /// How many changes there are for which one more condition holds, which names the kinds.
    fn total(&self, query: &LogQuery, kinds: &str) -> Result<u64, StoreError> {
        let posts = self.posts()?;
        let who = query.who.map(|who| posts.as_ref().map_or(who, |posts| posts.real(who)));
        let (mut conditions, values) = self.conditions(&LogQuery { who, ..*query })?;
        if conditions.is_empty() && !kinds.is_empty() {
            conditions.push_str(" WHERE true");
        }
        // The batches say who and when; without them the smallest index will do.
        let asks_batches = [query.since, query.until].iter().any(Option::is_some) || who.is_some();
        let join = if asks_batches { " JOIN batch b ON b.id = c.batch_id" } else { "" };
        let sql = format!("SELECT count(*) FROM change c{join}{conditions}{kinds}");
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_row(params_from_iter(values), |row| row.get::<_, u32>(0))?.into())
    }

    /// The number of changes of the needs that a query names.
    fn total_of_needs(&self, query: &LogQuery) -> Result<u64, StoreError> {
        if !query.kinds.has(Kind::Need) {
            return Ok(0);
        }
        let Some(among) = Among::of(query) else { return self.total(query, "") };
        let posts = self.posts()?;
        let who = query.who.map(|who| posts.as_ref().map_or(who, |posts| posts.real(who)));
        let (conditions, values) = self.conditions(&LogQuery { who, ..*query })?;
        let asks_batches = [query.since, query.until].iter().any(Option::is_some) || who.is_some();
        let join = if asks_batches { " JOIN batch b ON b.id = c.batch_id" } else { "" };
        let sql =
            format!("SELECT c.record, count(*) FROM change c{join}{conditions} GROUP BY c.record");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        let mut total = 0;
        while let Some(row) = rows.next()? {
            if among.has(row.get(0)?) {
                total += u64::from(row.get::<_, u32>(1)?);
            }
        }
        Ok(total)
    }

    /// The query without the kinds that are not shown here.
    fn narrowed<'a>(&self, query: &LogQuery<'a>) -> LogQuery<'a> {
        LogQuery { kinds: self.kinds_shown(query.kinds), ..*query }
    }

    /// The kinds among these whose changes are shown here. Without names of States these are needs,
    /// by their triage, and settings: all other records can name a State.
    pub(super) fn kinds_shown(&self, kinds: Kinds) -> Kinds {
        let shown = [Kind::Need, Kind::Setting].into_iter().filter(|kind| kinds.has(*kind));
        if self.names_states() { kinds } else { shown.fold(Kinds::NONE, Kinds::with) }
    }

    /// The conditions in SQL, only those that are asked, so that each question has the plan that fits:
    /// by need, by person, by day, or backwards by number.
    fn conditions(&self, query: &LogQuery) -> Result<(String, Vec<Value>), StoreError> {
        let mut conditions = String::new();
        let mut values: Vec<Value> = Vec::new();
        match query.record {
            // Each index is of some kinds alone, and is taken where a question says so.
            Some(record) => {
                let is_need = if record.of_need().is_some() { "=" } else { "<>" };
                conditions.push_str(" WHERE c.kind ");
                conditions.push_str(is_need);
                conditions.push_str(" 'need' AND c.kind = ? AND c.record = ?");
                values.push(record.kind.code().to_owned().into());
                values.push(record.number.into());
            }
            None if query.needs.is_some() => conditions.push_str(" WHERE c.kind = 'need'"),
            None => {}
        }
        if !self.names_states() {
            conditions.push_str(if conditions.is_empty() { " WHERE " } else { " AND " });
            conditions.push_str(&nothing_but_triage());
        }
        let mut ask = |condition: &str, value: Value| {
            conditions.push_str(if conditions.is_empty() { " WHERE " } else { " AND " });
            conditions.push_str(condition);
            values.push(value);
        };
        if let Some(needs) = query.needs.filter(|needs| needs.len() <= FEW) {
            let ids: Vec<String> = needs.iter().map(NeedNumber::to_string).collect();
            let ids = format!("[{}]", ids.join(","));
            ask("c.record IN (SELECT value FROM json_each(?))", ids.into());
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

/// The condition that a change of a need is of a triage field, in SQL.
pub(super) fn nothing_but_triage() -> String {
    let triage = RecordField::of_triage().iter().map(|field| format!("'{}'", field.code()));
    let triage = triage.collect::<Vec<_>>().join(", ");
    format!("(+c.kind <> 'need' OR c.field IN ('record', {triage}))")
}

/// Many needs, for a look at each change that goes by.
pub(super) struct Among(Vec<NeedNumber>);

impl Among {
    /// The needs of a query; `None` for few needs, or for all: SQL selects those.
    fn of(query: &LogQuery) -> Option<Self> {
        query.needs.and_then(Self::of_needs)
    }

    /// The needs asked for; `None` for few of them.
    pub(super) fn of_needs(needs: &[NeedNumber]) -> Option<Self> {
        let mut needs = Some(needs).filter(|needs| needs.len() > FEW)?.to_vec();
        needs.sort_unstable();
        Some(Self(needs))
    }

    pub(super) fn has(&self, need: NeedNumber) -> bool {
        self.0.binary_search(&need).is_ok()
    }
}

/// The name of a record that has one, in SQL: without any look-up for a need. A comment is named by its need and its
/// words.
const NAME: &str = "CASE c.kind
    WHEN 'need' THEN NULL
    WHEN 'view' THEN (SELECT name FROM saved_view WHERE id = c.record)
    WHEN 'setting' THEN (SELECT name FROM setting WHERE id = c.record)
    WHEN 'review' THEN (SELECT coalesce(s.iso3, s.iso2, s.id) || ', ' || r.cycle
                        FROM review r JOIN state s ON s.id = r.state_id WHERE r.id = c.record)
    WHEN 'state' THEN (SELECT coalesce(s.iso3, s.iso2,
                                       (SELECT n.text FROM name n WHERE n.kind = 'state' AND n.record = s.id
                                        AND n.field = 'name' ORDER BY n.language <> 'en' LIMIT 1))
                       FROM state s WHERE s.id = c.record)
    WHEN 'person' THEN (SELECT code FROM person WHERE id = c.record)
    WHEN 'organisation' THEN (SELECT code FROM organisation WHERE id = c.record)
    WHEN 'activity' THEN (SELECT code FROM activity WHERE id = c.record)
    WHEN 'platform' THEN (SELECT code FROM platform WHERE id = c.record)
    WHEN 'theme' THEN (SELECT code FROM theme WHERE id = c.record)
    WHEN 'document' THEN (SELECT symbol FROM document WHERE id = c.record)
    WHEN 'comment' THEN (SELECT need_id || ' · ' || text FROM comment WHERE id = c.record)
    WHEN 'match' THEN (SELECT m.need_id || ' – ' || a.code
                       FROM need_activity m JOIN activity a ON a.id = m.activity_id WHERE m.id = c.record)
    WHEN 'overlap' THEN (SELECT a.code || ' – ' || b.code
                         FROM overlap o JOIN activity a ON a.id = o.first_id JOIN activity b ON b.id = o.second_id
                         WHERE o.id = c.record)
    END";

/// The condition that a change is of a record of these kinds, in SQL: behind others, or the first one. Without a
/// condition for kinds that are all; the rare kinds are found by their own index.
pub(super) fn of_kinds(kinds: Kinds, more: bool) -> String {
    if kinds == Kinds::all() {
        return String::new();
    }
    let begins = if more { " AND" } else { " WHERE" };
    if kinds.has(Kind::Need) {
        let others = kinds.iter().fold(Kinds::all(), Kinds::without);
        format!("{begins} +c.kind NOT IN ({})", codes(others))
    } else {
        format!("{begins} c.kind <> 'need' AND c.kind IN ({})", codes(kinds))
    }
}

/// The codes of kinds in SQL, each in quotes, with commas between them.
pub(super) fn codes(kinds: Kinds) -> String {
    kinds.iter().map(|kind| format!("'{}'", kind.code())).collect::<Vec<_>>().join(", ")
}

/// The condition that a change is of a need's field beside triage, in SQL: as the index of these
/// has it.
pub(super) fn facts_of_needs() -> String {
    let triage = RecordField::of_triage().iter().map(|field| format!("'{}'", field.code()));
    format!("kind = 'need' AND field NOT IN ({})", triage.collect::<Vec<_>>().join(", "))
}

impl Store {
    /// The name of a record as the change log has it; `None` for a need, and where States are not named: a name can be
    /// that of a State.
    pub fn name_of(&self, record: Record) -> Result<Option<String>, StoreError> {
        if self.names_states() { name_of(&self.connection, record) } else { Ok(None) }
    }
}

/// The name of a record that has one; `None` for a need.
pub(super) fn name_of(
    connection: &Connection,
    record: Record,
) -> Result<Option<String>, StoreError> {
    let mut statement = connection
        .prepare_cached(&format!("SELECT {NAME} FROM (SELECT ?1 AS kind, ?2 AS record) c"))?;
    let code = record.kind.code();
    Ok(statement.query_row(params![code, record.number], |row| decode::optional_name(row, 0))?)
}

/// A record and a field of it as three columns name them.
pub(super) fn named(
    row: &Row,
    (kind, number, field): (usize, usize, usize),
) -> Result<(Record, RecordField), StoreError> {
    let (kind, field) = (decode::name(row, kind)?, decode::name(row, field)?);
    let strange = || StoreError::Damaged(None, format!("{kind} {field}"));
    let of = Kind::from_code(&kind).ok_or_else(strange)?;
    let record = Record { kind: of, number: row.get(number)? };
    Ok((record, RecordField::from_code(of, &field).ok_or_else(strange)?))
}

fn entry(row: &Row) -> Result<LogEntry, StoreError> {
    let (record, field) = named(row, (4, 5, 6))?;
    let value = |at| decode::optional_text(row, at).map(|value| value.map(Cow::into_owned));
    Ok(LogEntry {
        change: row.get(0)?,
        batch: row.get(1)?,
        at: Moment::from_seconds(row.get(2)?),
        who: decode::name(row, 3)?,
        record,
        name: decode::optional_name(row, 12)?,
        field,
        before: value(7)?,
        after: value(8)?,
        version: row.get(9)?,
        note: decode::line(row, 10)?,
        undoes: row.get(11)?,
        import: None,
    })
}
