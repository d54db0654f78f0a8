//! How each person left the screens last, so that they open so again, and up to which change they have
//! seen the register. It is nobody else's business and no line of the change log.

use super::{Store, StoreError, decode};
use crate::domain::{Moment, clean_line};
use rusqlite::{OptionalExtension, Row, params};
use std::time::Duration;

/// How long saving waits for another connection's write: nobody's work shall wait for it.
const PATIENCE: Duration = Duration::from_millis(100);

/// How a person left the program last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LastVisit {
    /// The screen; `None` where the entry cannot be read.
    pub left: Option<LeftScreen>,
    /// The last change that was seen; `None` before the person's first visit.
    pub seen: Option<Seen>,
}

/// A screen as it was left. Its parts are text here, as in a saved view; the screens give them
/// their meaning.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeftScreen {
    /// The screen.
    pub screen: String,
    /// The order.
    pub sort: String,
    /// The columns; empty: those that have room.
    pub columns: String,
}

/// The last change that a person has seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The last change, 0 before the first.
    pub change: i64,
    /// The moment when the person left, on the register's own day where it has one.
    pub at: Moment,
}

impl Store {
    /// How a person left the program last; `None` where they have not used it with this register yet. An
    /// entry that no program can have written is as good as empty.
    pub fn last_visit(&self, who: &str) -> Result<Option<LastVisit>, StoreError> {
        self.own_name(who)?;
        let mut statement = self.connection.prepare_cached(
            "SELECT screen, sort, columns, change, at, (SELECT coalesce(max(id), 0) FROM change)
             FROM last_visit WHERE who = ?1",
        )?;
        Ok(statement.query_row([clean_line(who)], |row| Ok(read(row))).optional()?)
    }

    /// Keeps how a person leaves the screens and, where it is given, the last change that they have seen.
    ///
    /// Errors: a read-only, full or busy file. They may be ignored: no work depends on a last
    /// visit.
    pub fn save_last_visit(
        &self,
        who: &str,
        left: &LeftScreen,
        seen: Option<i64>,
    ) -> Result<(), StoreError> {
        let who = clean_line(who);
        if who.is_empty() {
            return Err(StoreError::Nobody);
        }
        self.own_name(&who)?;
        let patience = self.patience.replace(PATIENCE);
        let saved = self.in_one_write(|transaction| {
            let at = seen.map(|_| self.moment(transaction)).transpose()?.map(|(at, _)| at);
            let LeftScreen { screen, sort, columns } = left;
            let mut statement = transaction.prepare_cached(
                "INSERT INTO last_visit (who, screen, sort, columns, change, at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                 ON CONFLICT (who) DO UPDATE SET
                   screen = excluded.screen, sort = excluded.sort, columns = excluded.columns,
                   change = coalesce(excluded.change, change), at = coalesce(excluded.at, at)",
            )?;
            statement.execute(params![who, screen, sort, columns, seen, at])?;
            Ok(())
        });
        self.patience.set(patience);
        saved
    }
}

/// An entry. One with a value that no program writes is not read in part either.
fn read(row: &Row) -> LastVisit {
    let left = || -> rusqlite::Result<LeftScreen> {
        let (screen, sort) = (decode::name(row, 0)?, decode::name(row, 1)?);
        Ok(LeftScreen { screen, sort, columns: decode::line(row, 2)? })
    };
    let seen = || -> rusqlite::Result<Option<Seen>> {
        let (change, at): (Option<i64>, Option<i64>) = (row.get(3)?, row.get(4)?);
        Ok(change.zip(at).map(|(change, at)| Seen { change, at: Moment::from_seconds(at) }))
    };
    let newest = row.get(5).unwrap_or(0);
    let is_sound = |seen: &Seen| {
        (0..=newest).contains(&seen.change) && u32::try_from(seen.at.seconds()).is_ok()
    };
    match (left(), seen()) {
        (Ok(left), Ok(seen)) if seen.as_ref().is_none_or(is_sound) => {
            LastVisit { left: Some(left), seen }
        }
        _ => LastVisit::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Change, Edit, NeedNumber, SAMPLE_DAY};
    use crate::store::{Access, Write};

    fn left(screen: &str) -> LeftScreen {
        LeftScreen { screen: screen.into(), sort: "-state".into(), columns: "id,state".into() }
    }

    /// A register with one need, and a change of it.
    fn one_need() -> (tempfile::TempDir, Store) {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::create(&folder.path().join("left.db")).unwrap();
        let insert = "INSERT INTO review (id, state_id, cycle) VALUES (1, 1, 1);
                      INSERT INTO need (id, review_id, text, language) VALUES (1, 1, 'x', 'en')";
        store.connection.execute_batch(insert).unwrap();
        let edits = vec![Edit {
            need: NeedNumber::new(1),
            change: Change::notes("mine"),
            if_version: None,
        }];
        store.write(&Write { who: "me".into(), note: String::new(), edits }).unwrap();
        (folder, store)
    }

    #[test]
    fn each_person_has_an_entry_that_is_no_line_of_the_log() {
        let (_folder, store) = one_need();
        let before = store.last_change().unwrap();
        assert_eq!(store.last_visit("me").unwrap(), None);
        store.save_last_visit("me", &left("needs"), None).unwrap();
        store.save_last_visit("you", &left("states"), Some(0)).unwrap();
        let mine = store.last_visit("me").unwrap().unwrap();
        assert_eq!(mine, LastVisit { left: Some(left("needs")), seen: None });
        store.save_last_visit("me", &left("reviews"), Some(before)).unwrap();
        store.save_last_visit("me", &left("triage"), None).unwrap();
        let mine = store.last_visit("me").unwrap().unwrap();
        assert_eq!(mine.left, Some(left("triage")));
        assert_eq!(mine.seen.map(|seen| seen.change), Some(before), "seen once, it stays seen");
        assert_eq!(store.last_change().unwrap(), before);
        assert_eq!(store.check().unwrap(), []);
        assert_eq!(store.save_last_visit(" ", &left("needs"), None), Err(StoreError::Nobody));
    }

    #[test]
    fn the_moment_is_on_the_day_of_an_illustrative_register() {
        let (_folder, store) = one_need();
        let sql = "UPDATE meta SET value = 'yes' WHERE key = 'illustrative'";
        store.connection.execute_batch(sql).unwrap();
        let at = |store: &Store| store.last_visit("me").unwrap().unwrap().seen.unwrap().at;
        // The batch was written in the present, and no moment goes back behind it.
        store.save_last_visit("me", &left("needs"), Some(1)).unwrap();
        assert!(at(&store).day() > SAMPLE_DAY);
        let folder = tempfile::tempdir().unwrap();
        let store = Store::create(&folder.path().join("other.db")).unwrap();
        store.connection.execute_batch(sql).unwrap();
        store.save_last_visit("me", &left("needs"), Some(0)).unwrap();
        assert_eq!(at(&store).day(), SAMPLE_DAY);
    }

    #[test]
    fn an_entry_that_no_program_has_written_is_ignored_as_a_whole() {
        let (folder, store) = one_need();
        for damage in ["change = 99", "at = -1", "at = 99999999999"] {
            store.save_last_visit("me", &left("needs"), Some(1)).unwrap();
            let sql = format!("UPDATE last_visit SET {damage}");
            store.connection.execute_batch(&sql).unwrap();
            assert_eq!(store.last_visit("me").unwrap(), Some(LastVisit::default()), "{damage}");
        }
        store.save_last_visit("me", &left("needs"), Some(1)).unwrap();
        let sql = "UPDATE last_visit SET screen = CAST(x'ff1b5b' AS TEXT)";
        store.connection.execute_batch(sql).unwrap();
        let read = store.last_visit("me").unwrap().unwrap();
        assert!(read.left.is_some_and(|left| !left.screen.contains('\u{1b}')));
        let reader = Store::open(&folder.path().join("left.db"), Access::ReadOnly).unwrap();
        assert!(reader.save_last_visit("me", &left("needs"), None).is_err());
    }
}
