//! The merge of two needs: matches, themes, duplicates, comments and recommendations of the first come to be those of
//! the second.

use super::merging::{Mergeable, RecordMerge, field, numbers};
use super::row::{Row, Rows};
use crate::domain::{Kind, NeedNumber, Record, TriageField};
use crate::fields::RecordField;
use crate::store::StoreError;
use rusqlite::{Connection, OptionalExtension};
use std::collections::BTreeSet;

/// Gives the rows that a merge of needs changes.
///
/// Errors: [`StoreError::Circle`] for a need with itself; a missing or void need; others' changes since the versions seen.
pub(super) fn rows(connection: &Connection, merging: &RecordMerge) -> Result<Rows, StoreError> {
    let (gone, stays) = (merging.gone.0, merging.stays.0);
    if gone == stays {
        return Err(StoreError::Circle(NeedNumber::new(gone)));
    }
    let (lost, kept) = merging.seen(connection)?;
    let (mut out, mut after) = (lost.clone(), merging.with_taken(&lost, &kept));
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
    rows.insert(Mergeable::Need.record(gone), (lost, out));
    rows.insert(Mergeable::Need.record(stays), (kept, after));
    let numbers = |sql: &str| numbers(connection, sql, gone);
    for need in numbers("SELECT id FROM need WHERE duplicate_of = ?1 AND void = 0")? {
        if need != stays {
            let need = Mergeable::Need.record(need);
            let row = Row::read(connection, need)?;
            let mut then = row.clone();
            then.set(repeats, Some(into.clone()));
            rows.insert(need, (row, then));
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
    use crate::store::records::tests::{self, add, edit, register, values};
    use crate::store::{Edited, LogQuery, Mergeable, Store};

    fn merging(gone: u32, stays: u32) -> RecordMerge {
        tests::merging(Mergeable::Need, gone, stays)
    }

    fn set(store: &Store, need: NeedNumber, pairs: &[(&str, &str)]) {
        tests::set(store, Record::need(need), pairs, None);
    }

    /// Two needs and what points to each of them.
    fn two() -> Store {
        let store = register();
        set(
            &store,
            NeedNumber::new(1),
            &[("theme", "asset"), ("recommendation", r#"[["a","en",null,null]]"#)],
        );
        set(
            &store,
            NeedNumber::new(2),
            &[("recommendation", r#"[["a","en",null,null],["b","en",null,null]]"#)],
        );
        set(&store, NeedNumber::new(2), &[("priority", "high"), ("duplicate", "1")]);
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
        tests::lines(store, sql)
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
        let batch = store.merge_records(&both).unwrap().batch.unwrap();
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
        assert_eq!(
            store.need_detail(NeedNumber::new(1)).unwrap().merged_into,
            Some(NeedNumber::new(2))
        );
        let void = store.merge_records(&merging(3, 1));
        assert!(
            matches!(void, Err(StoreError::Void(record, _)) if record == Record::need(NeedNumber::new(1)))
        );
        store.undo(batch, "me").unwrap();
        assert_eq!(all(&store), before);
        assert_eq!(store.check().unwrap(), []);
        assert_eq!(
            store.merge_records(&merging(1, 1)),
            Err(StoreError::Circle(NeedNumber::new(1)))
        );
    }

    #[test]
    fn a_merge_that_was_taken_back_is_not_done_again_the_other_way_round() {
        let store = two();
        let first = store.merge_records(&merging(1, 2)).unwrap().batch.unwrap();
        let undone = store.undo(first, "me").unwrap().batch.unwrap();
        store.merge_records(&merging(2, 1)).unwrap();
        assert!(store.undo(undone, "me").is_err(), "they would be parts of each other");
        assert_eq!(store.check().unwrap(), []);
    }

    #[test]
    fn a_part_that_is_brought_back_by_itself_is_no_part_any_more() {
        let store = two();
        store.merge_records(&merging(1, 2)).unwrap();
        edit(
            &store,
            Edited::Known(Record::need(NeedNumber::new(1))),
            &Vec::new(),
            Some(false),
            None,
        )
        .unwrap();
        assert_eq!(store.need_detail(NeedNumber::new(1)).unwrap().merged_into, None);
        assert_eq!(store.check().unwrap(), []);
    }

    #[test]
    fn what_stands_in_the_way_of_bringing_a_part_back_is_named() {
        let store = two();
        let batch = store.merge_records(&merging(1, 2)).unwrap().batch.unwrap();
        let undone = store.undo(batch, "me").unwrap().batch.unwrap();
        // The merge would move a match of the first need to where the second one has got its own since.
        add(&store, Kind::Match, &values(&[("need", "2"), ("activity", "A001")]));
        let before = all(&store);
        assert_eq!(
            store.undo(undone, "me"),
            Err(StoreError::HasMatch(NeedNumber::new(2), "A001".into()))
        );
        assert_eq!(all(&store), before);
        store.merge_records(&merging(1, 2)).unwrap();
        assert_eq!(store.check().unwrap(), [], "merging anew joins the two");
    }

    #[test]
    fn what_was_changed_since_the_needs_were_seen_is_a_conflict() {
        let store = two();
        let versions = store.two_records(Mergeable::Need, [1, 2]).unwrap();
        assert!(versions.differing.iter().any(|(of, _)| of.code() == "priority"));
        set(&store, NeedNumber::new(1), &[("text", "other")]);
        let mut both = merging(1, 2);
        both.gone.1 = Some(versions.versions[0]);
        let refused = store.merge_records(&both);
        assert!(matches!(refused, Err(StoreError::Conflict(found)) if found.len() == 1));
    }
}
