//! The one path by which records of every kind are written: version compare, new values and the change
//! log in one transaction, all or nothing.

use super::identity;
use super::merge;
use super::one_batch::OneBatch;
use super::prepared::{MANY, Prepared};
use super::records::Rows;
use super::secure::PAGES;
use super::written::Written;
use super::{DataVersion, LogEntry, LogQuery, Store, StoreError};
use crate::domain::{Edit, Moment, NOTES_LIMIT, TriageField};
use rusqlite::Transaction;

/// How much memory many needs may take, as SQLite counts it: in KiB, with a minus.
const ROOM: i64 = -32_768;

/// Clocks of machines differ by so much, in seconds, and are not talked about.
const USUAL: i64 = 60;

/// The latest moment in the log. It need not be in the last batch: entries moved here from the former logs of views and
/// settings kept their moments. A moment beyond the range of a register was written by other means, and does not count,
/// since later entries would become unreadable.
const LATEST: &str = "SELECT coalesce(max(at), 0) FROM main.batch WHERE at <= ?1";

/// A write of one person at once: the unit of undo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Write {
    /// The writer; not empty.
    pub who: String,
    /// The person's reason; may be empty.
    pub note: String,
    /// The edits. The version of a need's first edit counts for all its edits here.
    pub edits: Vec<Edit>,
}

impl Store {
    /// Writes edits. When it comes back the change is on the disk; when it fails nothing was
    /// written and the caller still has everything that was typed.
    ///
    /// An edit with a version that is not the newest is merged: it is written if its field is unchanged since. Written
    /// notes drop their draft.
    ///
    /// Errors: [`StoreError::Conflict`] with every edit whose field was changed since its writer saw it; unknown needs
    /// and persons; a read-only, full or busy file; a file that is no longer where it was opened.
    pub fn write(&self, write: &Write) -> Result<Written, StoreError> {
        if write.note.len() > NOTES_LIMIT {
            return Err(StoreError::LongNotes);
        }
        if write.edits.len() < MANY {
            return self
                .write_rows(write, |transaction| merge::changed_rows(transaction, &write.edits));
        }
        self.may_write()?;
        let prepared = self.with_room_for_many(|| Prepared::of(self, &write.edits))?;
        self.with_room_for_many(|| {
            self.write_rows(write, |transaction| prepared.now(self, transaction, &write.edits))
        })
    }

    /// The log entries that [`Store::write`] would make: all of it is done, then taken back, so
    /// nothing is written.
    ///
    /// Errors: those of the write.
    pub fn rehearse(&self, write: &Write) -> Result<Vec<LogEntry>, StoreError> {
        self.rehearse_in_one_write(&write.note, |transaction| {
            let rows = merge::changed_rows(transaction, &write.edits)?;
            self.record(transaction, &write.who, &write.note, None, &rows)
        })
    }

    /// Writes in a transaction that is taken back, and gives the changes that the log had then.
    pub(super) fn rehearse_in_one_write(
        &self,
        note: &str,
        write: impl FnOnce(&Transaction) -> Result<Written, StoreError>,
    ) -> Result<Vec<LogEntry>, StoreError> {
        if note.len() > NOTES_LIMIT {
            return Err(StoreError::LongNotes);
        }
        self.may_write()?;
        let transaction = self.begin()?;
        let written = write(&transaction)?;
        let entries = match written.batch {
            Some(batch) => self.log(&LogQuery { batch: Some(batch), ..LogQuery::default() })?,
            None => Vec::new(),
        };
        transaction.rollback()?;
        Ok(entries)
    }

    fn write_rows(
        &self,
        write: &Write,
        rows: impl FnOnce(&Transaction) -> Result<Rows, StoreError>,
    ) -> Result<Written, StoreError> {
        self.in_one_write(|transaction| {
            let rows = rows(transaction)?;
            let written = self.record(transaction, &write.who, &write.note, None, &rows)?;
            let noted = write.edits.iter().filter(|e| e.change.field() == TriageField::Notes);
            for edit in noted {
                self.remove_draft(transaction, &write.who, edit.need)?;
            }
            Ok(written)
        })
    }

    /// Does something with many needs: with so many pages in memory that changed ones need not be
    /// read again, and each statement planned once.
    pub(super) fn with_room_for_many<T>(
        &self,
        work: impl FnOnce() -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.plan_once()?;
        let pages = |size: i64| self.connection.pragma_update(None, "cache_size", size);
        pages(ROOM)?;
        let done = work();
        pages(PAGES)?;
        done
    }

    /// Runs a write in a transaction that holds the write lock from the start.
    pub(super) fn in_one_write<T>(
        &self,
        work: impl FnOnce(&Transaction) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.may_write()?;
        let transaction = self.begin()?;
        // Once more: the lock may have been a while in coming.
        self.may_write()?;
        let before = DataVersion::now(&self.connection)?;
        let written = work(&transaction)?;
        if DataVersion::now(&self.connection)? != before {
            identity::count(&transaction)?;
        }
        let after = DataVersion::now(&self.connection)?;
        transaction.commit()?;
        // Changes in the log are no reason to read everything anew.
        if self.seen.get() == Some(before) {
            self.seen.set(Some(after));
        }
        // A commit into a file that was taken away meanwhile is lost.
        self.still_there()?;
        log::info!("committed");
        Ok(written)
    }

    /// Writes the records that differ and logs each field that differs. No difference, no batch.
    pub(super) fn record(
        &self,
        transaction: &Transaction,
        who: &str,
        note: &str,
        undoes: Option<i64>,
        rows: &Rows,
    ) -> Result<Written, StoreError> {
        let mut batch = OneBatch::begin(self, transaction, who, note, undoes)?;
        batch.take(rows)?;
        batch.finish(rows)
    }

    /// The moment of a change, which is never before that of a change before it, of whatever kind: a clock that was put
    /// back, or the day of an illustrative register, must not give the log another order. Beside it
    /// the same moment where the clock is behind by more than is usual.
    pub(super) fn moment(
        &self,
        transaction: &Transaction,
    ) -> Result<(i64, Option<Moment>), StoreError> {
        let now = self.now()?.seconds();
        let mut latest = transaction.prepare_cached(LATEST)?;
        let at = latest
            .query_row([Moment::LAST.seconds()], |row| row.get(0))
            .map(|latest: i64| latest.max(now))?;
        let behind = self.own_day()?.is_none() && at - now > USUAL;
        Ok((at, behind.then(|| Moment::from_seconds(at))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Change, NeedNumber};
    use crate::store::Access;

    #[test]
    fn a_full_disk_says_so_and_keeps_the_rows() {
        let directory = tempfile::tempdir().unwrap();
        let store = Store::create(&directory.path().join("small.db")).unwrap();
        store
            .connection
            .execute_batch(
                "INSERT INTO review (id, state_id, cycle) VALUES (1, 1, 1);
                 INSERT INTO need (id, review_id, text, language) VALUES (1, 1, 'x', 'en');
                 PRAGMA max_page_count = 1",
            )
            .unwrap();
        let change = Change::notes(&"long ".repeat(12_000));
        let edits = vec![Edit { need: NeedNumber::new(1), change, if_version: None }];
        let write = Write { who: "me".into(), note: String::new(), edits };
        assert_eq!(store.write(&write), Err(StoreError::Full));
        assert_eq!(store.need_detail(NeedNumber::new(1)).unwrap().notes, "");
        assert_eq!(store.check().unwrap(), []);
        store.connection.execute_batch("PRAGMA max_page_count = 100000").unwrap();
        assert_eq!(store.write(&write).map(|written| written.changes), Ok(1));
    }

    /// Settings of a connection keep these statements out, whatever the file holds.
    #[test]
    fn no_connection_trusts_the_file_or_its_writers() {
        use rusqlite::functions::FunctionFlags;
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("safe.db");
        drop(Store::create(&path).unwrap());
        for access in [Access::ReadOnly, Access::ReadWrite] {
            let store = Store::open(&path, access).unwrap();
            let connection = &store.connection;
            connection
                .create_scalar_function("outside", 0, FunctionFlags::SQLITE_UTF8, |_| Ok(1))
                .unwrap();
            let mut refused = vec![
                (
                    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = sql",
                    "may not be modified",
                ),
                ("CREATE TEMP TABLE b (x CHECK (x <> \"y z\"))", "no such column: \"y z\""),
                ("SELECT \"y z\"", "no such column: \"y z\""),
            ];
            if access == Access::ReadWrite {
                refused.extend([
                    (
                        "CREATE VIEW v AS SELECT outside(); SELECT * FROM v",
                        "unsafe use of outside()",
                    ),
                    (
                        "CREATE TEMP TABLE c (id INTEGER PRIMARY KEY, above REFERENCES c);
                         INSERT INTO c (above) VALUES (7)",
                        "FOREIGN KEY constraint failed",
                    ),
                ]);
            }
            for (statements, refusal) in refused {
                let done = connection.execute_batch(statements);
                let said = done.as_ref().map_or_else(ToString::to_string, |()| "done".into());
                assert!(said.contains(refusal), "{access:?} {statements}: {said}");
            }
            // Settings that no statement shows: damaged pages and a power cut.
            let pragma = |name: &str| -> i64 {
                connection.query_row(&format!("PRAGMA {name}"), [], |row| row.get(0)).unwrap()
            };
            assert_eq!((pragma("cell_size_check"), pragma("busy_timeout")), (1, 5_000));
            if access == Access::ReadWrite {
                assert_eq!(pragma("synchronous"), 2, "every commit is on the disk");
            }
        }
    }
}
