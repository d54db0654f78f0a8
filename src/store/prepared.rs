//! A write of many needs, worked out before the lock is taken: others write on meanwhile. With the
//! lock, only needs that they have changed since are worked out again.

use super::merge;
use super::records::Rows;
use super::{Store, StoreError, themes};
use crate::domain::{Edit, NeedNumber};
use rusqlite::Connection;
use std::collections::BTreeSet;

/// A write of so many edits is worked out before; a smaller one takes a few milliseconds as it is.
pub(super) const MANY: usize = 64;

/// The rows that a write changes, and the state of the register that they were read in.
pub(super) struct Prepared {
    rows: Rows,
    known: Known,
}

/// The marks that tell one state of the register from another.
#[derive(PartialEq, Eq)]
struct Known {
    /// Changes with every commit of another connection.
    data_version: i64,
    /// The newest change of the log.
    last_change: i64,
    /// The number of changes outside the log.
    unlogged: i64,
    /// The names of themes and persons, which edits are read by.
    names: String,
}

impl Known {
    fn now(store: &Store, connection: &Connection) -> Result<Self, StoreError> {
        let mut names = connection.prepare_cached(
            "SELECT coalesce((SELECT json_group_array(id || '|' || code ORDER BY id) FROM theme), '')
                 || coalesce((SELECT json_group_array(record || language || '|' || text)
                              FROM name WHERE kind = 'theme'), '')
                 || coalesce((SELECT json_group_array(id || '|' || code ORDER BY id) FROM person), '')",
        )?;
        Ok(Self {
            data_version: store.data_version()?,
            last_change: store.last_change()?,
            unlogged: themes::unlogged(connection)?,
            names: names.query_row([], |row| row.get(0))?,
        })
    }
}

impl Prepared {
    /// Works out the changes of the edits; an error is every conflict among them, as in a write.
    pub(super) fn of(store: &Store, edits: &[Edit]) -> Result<Self, StoreError> {
        let transaction = store.connection.unchecked_transaction()?;
        let known = Known::now(store, &transaction)?;
        let rows = merge::changed_rows(&transaction, edits)?;
        transaction.finish()?;
        Ok(Self { rows, known })
    }

    /// The changed rows as they are now that the lock is held.
    pub(super) fn now(
        self,
        store: &Store,
        connection: &Connection,
        edits: &[Edit],
    ) -> Result<Rows, StoreError> {
        let Self { mut rows, known } = self;
        if store.data_version()? == known.data_version {
            return Ok(rows);
        }
        let now = Known::now(store, connection)?;
        if (now.unlogged, &now.names) != (known.unlogged, &known.names) {
            return merge::changed_rows(connection, edits);
        }
        let newer = changed_after(connection, known.last_change)?;
        let again = edits.iter().filter(|edit| newer.contains(&edit.need));
        let again: Vec<Edit> = again.cloned().collect();
        rows.extend(merge::changed_rows(connection, &again)?);
        Ok(rows)
    }
}

/// The needs that were changed after a change.
fn changed_after(connection: &Connection, change: i64) -> Result<BTreeSet<NeedNumber>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT DISTINCT record FROM change NOT INDEXED WHERE id > ?1 AND kind = 'need'",
    )?;
    let needs = statement.query_map([change], |row| row.get(0))?;
    Ok(needs.collect::<Result<_, _>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Change, Priority, Record, TriageField};
    use crate::fields::RecordField;
    use crate::store::{Access, Write};

    const LOW: Change = Change::Priority(Some(Priority::Low));

    fn edits(needs: std::ops::RangeInclusive<u32>, change: &Change, seen: u32) -> Vec<Edit> {
        let edit = |need| Edit {
            need: NeedNumber::new(need),
            change: change.clone(),
            if_version: Some(seen),
        };
        needs.map(edit).collect()
    }

    /// A register with some needs, and another program at it.
    fn two() -> (tempfile::TempDir, Store, Store) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("register.db");
        let store = Store::create(&path).unwrap();
        let needs = "INSERT INTO review (id, state_id, cycle) VALUES (1, 1, 1);
                     WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < 200)
                     INSERT INTO need (id, review_id, text, language) SELECT id, 1, 'x', 'en' FROM n";
        store.connection.execute_batch(needs).unwrap();
        let other = Store::open(&path, Access::ReadWrite).unwrap();
        (folder, store, other)
    }

    fn write(store: &Store, edits: Vec<Edit>) -> Result<crate::store::Written, StoreError> {
        store.write(&Write { who: "me".into(), note: String::new(), edits })
    }

    /// The rows that a write prepared before `happened` ends with under the lock.
    fn after(happened: impl FnOnce(&Store), edits: &[Edit]) -> Result<Rows, StoreError> {
        let (_folder, store, other) = two();
        let prepared = Prepared::of(&store, edits)?;
        happened(&other);
        let transaction = store.begin()?;
        let fresh = merge::changed_rows(&transaction, edits);
        let found = prepared.now(&store, &transaction, edits);
        assert_eq!(found, fresh, "as if all had been worked out with the lock");
        found
    }

    #[test]
    fn what_others_write_meanwhile_is_worked_out_again() {
        let ours = edits(1..=100, &LOW, 1);
        assert_eq!(after(|_| {}, &ours).unwrap().len(), 100);
        let merged =
            after(|other| drop(write(other, edits(5..=5, &Change::notes("theirs"), 1))), &ours);
        let (before, after_it) = &merged.unwrap()[&Record::need(NeedNumber::new(5))];
        let notes = RecordField::from(TriageField::Notes);
        assert_eq!((before.version, after_it.get(notes)), (2, Some("theirs")));
        let high = Change::Priority(Some(Priority::High));
        let refused = after(|other| drop(write(other, edits(7..=8, &high, 1))), &ours);
        assert!(matches!(refused, Err(StoreError::Conflict(found)) if found.len() == 2));
        // A theme made meanwhile is known by its name.
        let themed = edits(1..=100, &Change::AddTheme("asset".into()), 1);
        let named = |other: &Store| {
            let theme = "INSERT INTO theme (code) VALUES ('Asset')";
            other.connection.execute_batch(theme).unwrap();
        };
        let rows = after(named, &themed).unwrap();
        let field = RecordField::from(TriageField::Themes);
        assert_eq!(rows[&Record::need(NeedNumber::new(1))].1.get(field), Some("Asset"));
    }

    #[test]
    fn many_needs_are_read_before_the_lock_is_taken_and_by_a_statement_planned_once() {
        let (_folder, store, other) = two();
        store.wait_at_most(std::time::Duration::ZERO);
        let held = other.begin().unwrap();
        let few = write(&store, edits(1..=5, &LOW, 9));
        assert_eq!(few, Err(StoreError::Busy), "with the lock alone");
        let many = write(&store, edits(1..=200, &LOW, 9));
        let never = |need, version| {
            let record = Record::need(need);
            Err(StoreError::NoSuchVersion { record, version, named: 9 })
        };
        assert_eq!(many, never(NeedNumber::new(1), 1), "without the lock");
        assert_eq!(write(&store, edits(1..=200, &LOW, 1)), Err(StoreError::Busy));
        held.finish().unwrap();
        let mut read = store.connection.prepare(crate::store::records::of_triage()).unwrap();
        for need in 1..=200 {
            assert!(read.exists([need]).unwrap());
        }
        assert_eq!(read.get_status(rusqlite::StatementStatus::RePrepare), 0);
    }

    #[test]
    fn many_needs_are_written_in_one_batch_or_not_at_all() {
        let (_folder, store, other) = two();
        let written = write(&store, edits(1..=200, &LOW, 1)).unwrap();
        assert_eq!((written.needs.len(), written.changes), (200, 200));
        let themes = [Change::AddTheme("Asset".into()), Change::notes("same")];
        let all = themes.iter().flat_map(|change| edits(1..=200, change, 2)).collect();
        assert_eq!(write(&other, all).unwrap().changes, 400);
        assert_eq!(store.check().unwrap(), []);
        let mut mixed = edits(1..=199, &Change::Priority(None), 3);
        mixed.extend(edits(200..=200, &LOW, 9));
        let never = StoreError::NoSuchVersion {
            record: Record::need(NeedNumber::new(200)),
            version: 3,
            named: 9,
        };
        assert_eq!(write(&store, mixed), Err(never));
        assert_eq!(
            write(&store, edits(1..=200, &LOW, 3)).unwrap().batch,
            None,
            "nothing was written"
        );
        store.undo(written.batch.unwrap(), "me").unwrap();
        assert_eq!(store.check().unwrap(), []);
    }
}
