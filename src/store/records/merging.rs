//! Merges two needs: records that point to the first then point to the second, and the first is made void. The merge is
//! one batch, which one undo takes back.

use super::row::{Row, Rows};
use crate::domain::{Kind, NOTES_LIMIT, Record, TriageField};
use crate::fields::RecordField;
use crate::store::merge;
use crate::store::write::Written;
use crate::store::{LogEntry, Store, StoreError};
use rusqlite::{Connection, OptionalExtension, Transaction};
use std::collections::BTreeSet;

/// The merge of one need into another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeedMerge {
    /// The writer; not empty.
    pub who: String,
    /// The person's reason; may be empty.
    pub note: String,
    /// The need that is made void, with the version that the person saw.
    pub gone: (u32, Option<u32>),
    /// The need that stays, with the version that the person saw.
    pub stays: (u32, Option<u32>),
    /// The fields that the staying need takes over from the other.
    pub taken: Vec<RecordField>,
}

/// The differences between two needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TwoNeeds {
    /// The numbers of the needs.
    pub needs: [u32; 2],
    /// The versions of the needs.
    pub versions: [u32; 2],
    /// The fields in which they differ, with both values.
    pub differing: Vec<(RecordField, [Option<String>; 2])>,
}

impl Store {
    /// Gives the fields in which two needs differ and whose values can be taken over.
    ///
    /// Errors: a need that is missing or void.
    pub fn two_needs(&self, needs: [u32; 2]) -> Result<TwoNeeds, StoreError> {
        let [one, other] = [there(&self.connection, needs[0])?, there(&self.connection, needs[1])?];
        let fields = one.fields().iter().copied().filter(|field| is_chosen(*field));
        let value = |row: &Row, field| row.get(field).map(str::to_owned);
        let pairs = fields.map(|field| (field, [value(&one, field), value(&other, field)]));
        let differing = pairs.filter(|(_, [one, other])| one != other).collect();
        Ok(TwoNeeds { needs, versions: [one.version, other.version], differing })
    }

    /// Merges one need into another in one batch.
    ///
    /// Errors: [`StoreError::Circle`] for a need with itself; a missing need; [`StoreError::Conflict`] with others'
    /// changes since the versions seen; those of [`Store::edit`].
    pub fn merge_needs(&self, merging: &NeedMerge) -> Result<Written, StoreError> {
        if merging.note.len() > NOTES_LIMIT {
            return Err(StoreError::LongNotes);
        }
        self.in_one_write(|transaction| self.merged(transaction, merging))
    }

    /// Gives the changes that a merge would make, as log entries; nothing is written.
    ///
    /// Errors: as [`Store::merge_needs`].
    pub fn rehearse_merge(&self, merging: &NeedMerge) -> Result<Vec<LogEntry>, StoreError> {
        self.rehearse_in_one_write(&merging.note, |transaction| self.merged(transaction, merging))
    }

    fn merged(
        &self,
        transaction: &Transaction<'_>,
        merging: &NeedMerge,
    ) -> Result<Written, StoreError> {
        let rows = rows(transaction, merging)?;
        self.record(transaction, &merging.who, &merging.note, None, &rows)
    }
}

/// Whether the user chooses the value of a field; other fields are joined or computed.
fn is_chosen(field: RecordField) -> bool {
    let joined = ["recommendation", "merged-into"].contains(&field.code());
    let follows = [Some(TriageField::Themes), Some(TriageField::DuplicateOf)];
    !field.is_itself() && !joined && !follows.contains(&field.triage())
}

fn field(kind: Kind, code: &str) -> Result<RecordField, StoreError> {
    RecordField::from_code(kind, code).ok_or(StoreError::Damaged(None, code.to_owned()))
}

fn there(connection: &Connection, need: u32) -> Result<Row, StoreError> {
    let record = Record::need(need);
    let row = Row::known(connection, record)?.filter(Row::is_there);
    match row {
        Some(row) => Ok(row),
        None => Err(super::read::absent(connection, record)?),
    }
}

/// Reads a need and refuses it if others changed it since the version seen.
fn seen(connection: &Connection, (need, version): (u32, Option<u32>)) -> Result<Row, StoreError> {
    let (row, record) = (there(connection, need)?, Record::need(need));
    let seen = version.unwrap_or(row.version);
    if seen == 0 || seen > row.version {
        return Err(StoreError::NoSuchVersion { record, version: row.version, named: seen });
    }
    let newer = if seen < row.version { merge::newer(connection, record, seen)? } else { vec![] };
    let changed = newer.iter().filter(|newer| newer.before.as_deref() != row.get(newer.field));
    let conflict = |newer: &merge::Newer| {
        let values = (row.get(newer.field), newer.before.as_deref());
        newer.conflict((record, newer.field), values, row.version)
    };
    let conflicts: Vec<_> = changed.map(conflict).collect();
    if conflicts.is_empty() { Ok(row) } else { Err(StoreError::Conflict(conflicts)) }
}

/// Gives the rows that a merge changes.
fn rows(connection: &Connection, merging: &NeedMerge) -> Result<Rows, StoreError> {
    let (gone, stays) = (merging.gone.0, merging.stays.0);
    if gone == stays {
        return Err(StoreError::Circle(gone));
    }
    let (lost, kept) = (seen(connection, merging.gone)?, seen(connection, merging.stays)?);
    let (mut out, mut after) = (lost.clone(), kept.clone());
    for taken in merging.taken.iter().filter(|taken| is_chosen(**taken)) {
        after.set(*taken, lost.get(*taken).map(str::to_owned));
    }
    let themes = TriageField::Themes.into();
    let all: BTreeSet<&str> = [&kept, &lost]
        .iter()
        .filter_map(|row| row.get(themes))
        .flat_map(|of| of.split("; "))
        .collect();
    let all = all.into_iter().collect::<Vec<_>>().join("; ");
    after.set(themes, Some(all).filter(|all| !all.is_empty()));
    let answered = field(Kind::Need, "recommendation")?;
    after.set(answered, joined([kept.get(answered), lost.get(answered)]));
    let repeats = TriageField::DuplicateOf.into();
    let (from, into) = (gone.to_string(), stays.to_string());
    if kept.get(repeats) == Some(from.as_str()) {
        after.set(repeats, None);
    }
    out.set(field(Kind::Need, "merged-into")?, Some(into.clone()));
    out.set(RecordField::itself(Kind::Need), None);
    let mut rows = Rows::new();
    rows.insert(Record::need(gone), (lost, out));
    rows.insert(Record::need(stays), (kept, after));
    let numbers = |sql: &str| -> Result<Vec<u32>, StoreError> {
        let mut statement = connection.prepare_cached(sql)?;
        let numbers = statement.query_map([gone], |row| row.get(0))?;
        Ok(numbers.collect::<Result<_, _>>()?)
    };
    for need in numbers("SELECT id FROM need WHERE duplicate_of = ?1 AND void = 0")? {
        if need != stays {
            let row = Row::read(connection, Record::need(need))?;
            let mut then = row.clone();
            then.set(repeats, Some(into.clone()));
            rows.insert(Record::need(need), (row, then));
        }
    }
    for number in numbers("SELECT id FROM comment WHERE need_id = ?1")? {
        let record = Record { kind: Kind::Comment, number };
        let row = Row::read(connection, record)?;
        let mut then = row.clone();
        then.set(field(Kind::Comment, "need")?, Some(into.clone()));
        rows.insert(record, (row, then));
    }
    for number in numbers("SELECT id FROM need_activity WHERE need_id = ?1 AND void = 0")? {
        moved(connection, number, (stays, &into), &mut rows)?;
    }
    Ok(rows)
}

/// Moves a match to the staying need. If that need has a match with the same activity, this one is taken out and the
/// other is kept or brought back.
fn moved(
    connection: &Connection,
    number: u32,
    (stays, into): (u32, &str),
    rows: &mut Rows,
) -> Result<(), StoreError> {
    let (need, itself) = (field(Kind::Match, "need")?, RecordField::itself(Kind::Match));
    let record = |number| Record { kind: Kind::Match, number };
    let row = Row::read(connection, record(number))?;
    let mut then = row.clone();
    let sql = "SELECT id FROM need_activity WHERE need_id = ?1
               AND activity_id = (SELECT activity_id FROM need_activity WHERE id = ?2)";
    let mut other = connection.prepare_cached(sql)?;
    let other: Option<u32> = other.query_row([stays, number], |row| row.get(0)).optional()?;
    match other {
        Some(other) => {
            then.set(itself, None);
            let own = Row::read(connection, record(other))?;
            let mut there = own.clone();
            there.set(itself, Some(RecordField::THERE.to_owned()));
            rows.insert(record(other), (own, there));
        }
        None => then.set(need, Some(into.to_owned())),
    }
    rows.insert(record(number), (row, then));
    Ok(())
}

/// Joins two lists of rows, without repetitions.
fn joined(both: [Option<&str>; 2]) -> Option<String> {
    let mut all: Vec<serde_json::Value> = Vec::new();
    for rows in both.into_iter().flatten() {
        let rows: Vec<serde_json::Value> = serde_json::from_str(rows).unwrap_or_default();
        for row in rows {
            if !all.contains(&row) {
                all.push(row);
            }
        }
    }
    serde_json::to_string(&all).ok().filter(|_| !all.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::records::tests::{add, edit, register, values};
    use crate::store::{Edited, LogQuery};

    fn merging(gone: u32, stays: u32) -> NeedMerge {
        let (who, note) = ("me".to_owned(), String::new());
        NeedMerge { who, note, gone: (gone, None), stays: (stays, None), taken: Vec::new() }
    }

    fn set(store: &Store, need: u32, pairs: &[(&str, &str)]) {
        edit(store, Edited::Known(Record::need(need)), &values(pairs), None, None).unwrap();
    }

    /// Two needs and what points to each of them.
    fn two() -> Store {
        let store = register();
        set(&store, 1, &[("theme", "asset"), ("recommendation", r#"[["a","en",null,null]]"#)]);
        set(&store, 2, &[("recommendation", r#"[["a","en",null,null],["b","en",null,null]]"#)]);
        set(&store, 2, &[("priority", "high"), ("duplicate", "1")]);
        let third = [("review", "1"), ("text", "three"), ("duplicate", "1")];
        add(&store, Kind::Need, &values(&third));
        for (need, activity) in [("1", "A001"), ("1", "A002"), ("2", "A002")] {
            add(&store, Kind::Match, &values(&[("need", need), ("activity", activity)]));
        }
        for need in ["1", "2"] {
            add(&store, Kind::Comment, &values(&[("need", need), ("text", need)]));
        }
        store
    }

    fn all(store: &Store) -> Vec<String> {
        let sql =
            "SELECT 'n ' || id || void || coalesce(merged_into, '-') || coalesce(duplicate_of, '-')
                     || coalesce(priority, '-') || text FROM need
                   UNION ALL SELECT 'm ' || need_id || ' ' || activity_id || void FROM need_activity
                   UNION ALL SELECT 'c ' || need_id || text FROM comment
                   UNION ALL SELECT 't ' || need_id || theme_id FROM need_theme
                   UNION ALL SELECT 'r ' || need_id || text FROM recommendation ORDER BY 1";
        let mut statement = store.connection.prepare(sql).unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    }

    #[test]
    fn what_points_to_the_one_points_to_the_other_and_one_undo_takes_it_back() {
        let store = two();
        let before = all(&store);
        let text = field(Kind::Need, "text").unwrap();
        let mut both = merging(1, 2);
        both.taken.push(text);
        let planned = store.rehearse_merge(&both).unwrap();
        assert_eq!(all(&store), before, "rehearsed alone");
        let batch = store.merge_needs(&both).unwrap().batch.unwrap();
        let log = LogQuery { batch: Some(batch), ..LogQuery::default() };
        assert_eq!(store.log(&log).unwrap().len(), planned.len());
        assert_eq!(
            all(&store),
            [
                "c 21",
                "c 22",
                "m 1 21",
                "m 2 10",
                "m 2 20",
                "n 112--one",
                "n 20--highone",
                "n 30-2-three",
                "r 1a",
                "r 2a",
                "r 2b",
                "t 11",
                "t 21"
            ]
        );
        assert_eq!(store.check().unwrap(), []);
        assert_eq!(store.need_detail(1).unwrap().merged_into, Some(2));
        let void = store.merge_needs(&merging(3, 1));
        assert!(matches!(void, Err(StoreError::Void(record, _)) if record == Record::need(1)));
        store.undo(batch, "me").unwrap();
        assert_eq!(all(&store), before);
        assert_eq!(store.check().unwrap(), []);
        assert_eq!(store.merge_needs(&merging(1, 1)), Err(StoreError::Circle(1)));
    }

    #[test]
    fn a_merge_that_was_taken_back_is_not_done_again_the_other_way_round() {
        let store = two();
        let first = store.merge_needs(&merging(1, 2)).unwrap().batch.unwrap();
        let undone = store.undo(first, "me").unwrap().batch.unwrap();
        store.merge_needs(&merging(2, 1)).unwrap();
        assert!(store.undo(undone, "me").is_err(), "they would be parts of each other");
        assert_eq!(store.check().unwrap(), []);
    }

    #[test]
    fn what_was_changed_since_the_needs_were_seen_is_a_conflict() {
        let store = two();
        let versions = store.two_needs([1, 2]).unwrap();
        assert!(versions.differing.iter().any(|(of, _)| of.code() == "priority"));
        set(&store, 1, &[("text", "other")]);
        let mut both = merging(1, 2);
        both.gone.1 = Some(versions.versions[0]);
        let refused = store.merge_needs(&both);
        assert!(matches!(refused, Err(StoreError::Conflict(found)) if found.len() == 1));
    }
}
