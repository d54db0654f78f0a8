//! The batch that undo and redo are about when none is named: the last of a person's own, by kinds of records, so that
//! the undo of a list of needs and that of the list of views do not cross.

use super::{Store, StoreError, log};
use crate::domain::{Kind, Kinds, clean_line};
use rusqlite::Connection;

impl Store {
    /// The batch that the undo key takes back: the newest of this person about records of these
    /// kinds that stands and is no undo (a redo counts as the write that it brings back), but for
    /// those that are passed over.
    pub fn last_undoable(
        &self,
        who: &str,
        kinds: Kinds,
        passed: &[i64],
    ) -> Result<Option<i64>, StoreError> {
        let mut found = None;
        self.newest_first(who, kinds, |step| {
            let stands = !step.undone && step.depth % 2 == 0 && !passed.contains(&step.batch);
            found = stands.then_some(step.batch);
            !stands
        })?;
        Ok(found)
    }

    /// The undo that the redo key takes back: the newest of this person about records of these
    /// kinds that stands, but for those that are passed over, unless the person has written
    /// something new to such records since.
    pub fn last_redoable(
        &self,
        who: &str,
        kinds: Kinds,
        passed: &[i64],
    ) -> Result<Option<i64>, StoreError> {
        let mut found = None;
        self.newest_first(who, kinds, |step| {
            let stands = !step.undone && step.depth % 2 == 1 && !passed.contains(&step.batch);
            found = stands.then_some(step.batch);
            !stands && step.depth > 0
        })?;
        Ok(found)
    }

    /// Gives a person's batches about records of these kinds to `look`, the newest first, until it has seen enough.
    fn newest_first(
        &self,
        who: &str,
        kinds: Kinds,
        mut look: impl FnMut(Step) -> bool,
    ) -> Result<(), StoreError> {
        // A batch of needs may be large, and its first line tells it; of other records there are few.
        let of_kinds = log::of_kinds(kinds, true);
        let about = if kinds.has(Kind::Need) {
            format!("EXISTS (SELECT 1 FROM change c WHERE c.batch_id = b.id{of_kinds})")
        } else {
            format!("b.id IN (SELECT c.batch_id FROM change c WHERE true{of_kinds})")
        };
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT b.id, EXISTS (SELECT 1 FROM batch u WHERE u.undoes = b.id) FROM batch b
             WHERE b.who = ?1 AND {about} ORDER BY b.id DESC"
        ))?;
        let mut rows = statement.query([clean_line(who)])?;
        while let Some(row) = rows.next()? {
            let batch = row.get(0)?;
            let depth = depth(&self.connection, batch)?;
            if !look(Step { batch, undone: row.get(1)?, depth }) {
                break;
            }
        }
        Ok(())
    }
}

/// A batch in a person's history.
struct Step {
    batch: i64,
    undone: bool,
    /// 0: a write of its own; 1: an undo of one; 2: a redo …
    depth: u32,
}

fn depth(connection: &Connection, batch: i64) -> Result<u32, StoreError> {
    let mut statement = connection.prepare_cached(
        "WITH RECURSIVE chain (id) AS (
           SELECT undoes FROM batch WHERE id = ?1
           UNION SELECT b.undoes FROM chain JOIN batch b ON b.id = chain.id)
         SELECT count(id) FROM chain",
    )?;
    Ok(statement.query_row([batch], |row| row.get(0))?)
}
