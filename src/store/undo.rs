//! Undo and redo: one more batch that sets back what another one set.

use super::conflict::Later;
use super::triage_row::{RowChange, TriageRow};
use super::write::Written;
use super::{Store, StoreError, decode};
use crate::domain::{Coded, Moment, TriageField};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// A batch that somebody may want to take back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undoable {
    /// The batch.
    pub batch: i64,
    /// When it was written.
    pub at: Moment,
    /// What taking it back does to each of its fields, by need.
    pub fields: Vec<UndoneField>,
}

/// What taking a batch back does to one field of one need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UndoneField {
    /// The need.
    pub need: u32,
    /// The field.
    pub field: TriageField,
    /// What it holds now; `None` for "not stated".
    pub now: Option<String>,
    /// What it would hold.
    pub then: Option<String>,
    /// Who has given it another value since, and when: then it cannot be taken back.
    pub since: Option<(String, Moment)>,
}

/// Fields of a batch that stay as they are while the others are taken back.
pub type Staying = BTreeSet<(u32, TriageField)>;

impl Store {
    /// Takes a batch back: each of its fields gets the value it had before. An undo is itself a
    /// batch and can be undone, which is redo.
    ///
    /// Refused when it is somebody else's, when it was undone already, and with
    /// [`StoreError::ChangedSince`] when one of its fields was changed again (what was changed and
    /// taken back does not count): then nothing is taken back, not in the other needs either.
    pub fn undo(&self, batch: i64, who: &str) -> Result<Written, StoreError> {
        self.undo_but(batch, who, &Staying::new())
    }

    /// The same but for fields that stay as they are, changed again or not.
    pub fn undo_but(
        &self,
        batch: i64,
        who: &str,
        staying: &Staying,
    ) -> Result<Written, StoreError> {
        self.in_one_write(|transaction| {
            refuse_others(transaction, batch, who)?;
            refuse_undone(transaction, batch)?;
            let mut rows: BTreeMap<u32, RowChange> = BTreeMap::new();
            let mut later = Vec::new();
            for change in changes_of(transaction, batch)? {
                if staying.contains(&(change.need, change.field)) {
                    continue;
                }
                let (_, after) = match rows.entry(change.need) {
                    Entry::Occupied(row) => row.into_mut(),
                    Entry::Vacant(place) => {
                        let row = TriageRow::read(transaction, change.need)?;
                        place.insert((row.clone(), row))
                    }
                };
                later.extend(changed_since(transaction, &change, after.get(change.field))?);
                after.set(change.field, change.before);
            }
            if !later.is_empty() {
                return Err(StoreError::ChangedSince(later));
            }
            self.record(transaction, who, "", Some(batch), &rows)
        })
    }

    /// What an undo would do with a batch, field by field; nothing is written.
    pub fn undoable(&self, batch: i64) -> Result<Undoable, StoreError> {
        let posts = self.posts()?;
        let transaction = self.connection.unchecked_transaction()?;
        let at = transaction
            .prepare_cached("SELECT at FROM batch WHERE id = ?1")?
            .query_row([batch], |row| row.get(0))
            .optional()?
            .ok_or(StoreError::UnknownBatch(batch))?;
        let mut fields = Vec::new();
        for change in changes_of(&transaction, batch)? {
            let row = TriageRow::read(&transaction, change.need)?;
            let now = row.get(change.field);
            let later = changed_since(&transaction, &change, now)?;
            fields.push(UndoneField {
                need: change.need,
                field: change.field,
                now: now.map(decode::as_text),
                then: change.before.as_deref().map(decode::as_text),
                since: later.map(|later| (later.by, later.at)),
            });
        }
        refuse_new_circles(&transaction, &mut fields)?;
        if let Some(posts) = &posts {
            for field in &mut fields {
                posts.hide_undone(field);
            }
        }
        transaction.finish()?;
        Ok(Undoable { batch, at: Moment::from_seconds(at), fields })
    }

    /// The newest batch of this person that stands and is no undo (a redo counts as the write
    /// that it brings back), but for those that are passed over: what the undo key takes back.
    pub fn last_undoable(&self, who: &str, passed: &[i64]) -> Result<Option<i64>, StoreError> {
        let mut found = None;
        self.newest_first(who, |step| {
            let stands = !step.undone && step.depth % 2 == 0 && !passed.contains(&step.batch);
            found = stands.then_some(step.batch);
            !stands
        })?;
        Ok(found)
    }

    /// The newest undo of this person that stands, but for those that are passed over, unless the
    /// person has written something new since: what the redo key takes back.
    pub fn last_redoable(&self, who: &str, passed: &[i64]) -> Result<Option<i64>, StoreError> {
        let mut found = None;
        self.newest_first(who, |step| {
            let stands = !step.undone && step.depth % 2 == 1 && !passed.contains(&step.batch);
            found = stands.then_some(step.batch);
            !stands && step.depth > 0
        })?;
        Ok(found)
    }

    /// Gives a person's batches to `look`, the newest first, until it has seen enough.
    fn newest_first(
        &self,
        who: &str,
        mut look: impl FnMut(Step) -> bool,
    ) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, EXISTS (SELECT 1 FROM batch u WHERE u.undoes = b.id)
             FROM batch b WHERE who = ?1 ORDER BY id DESC",
        )?;
        let mut rows = statement.query([crate::domain::clean_line(who)])?;
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

/// One logged change of the batch to undo.
struct Logged {
    id: i64,
    need: u32,
    field: TriageField,
    before: Option<String>,
    after: Option<String>,
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

/// People undo only their own changes.
fn refuse_others(connection: &Connection, batch: i64, who: &str) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached("SELECT who FROM batch WHERE id = ?1")?;
    let by = statement.query_row([batch], |row| decode::name(row, 0)).optional()?;
    match by {
        Some(by) if by != crate::domain::clean_line(who) => Err(StoreError::NotYours { batch, by }),
        _ => Ok(()),
    }
}

fn refuse_undone(connection: &Connection, batch: i64) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT u.who, u.at FROM batch b LEFT JOIN batch u ON u.undoes = b.id WHERE b.id = ?1",
    )?;
    let undone: Option<(Option<String>, Option<i64>)> = statement
        .query_row([batch], |row| Ok((decode::optional_name(row, 0)?, row.get(1)?)))
        .optional()?;
    match undone {
        None => Err(StoreError::UnknownBatch(batch)),
        Some((Some(by), Some(at))) => {
            Err(StoreError::AlreadyUndone { by, at: Moment::from_seconds(at) })
        }
        Some(_) => Ok(()),
    }
}

fn changes_of(connection: &Connection, batch: i64) -> Result<Vec<Logged>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, need_id, field, before, after FROM change WHERE batch_id = ?1 ORDER BY id",
    )?;
    let mut rows = statement.query([batch])?;
    let mut changes = Vec::new();
    while let Some(row) = rows.next()? {
        let field = decode::name(row, 2)?;
        let field = TriageField::from_code(&field).ok_or(StoreError::Damaged(None, field))?;
        let (before, after) = (decode::raw(row, 3)?, decode::raw(row, 4)?);
        changes.push(Logged { id: row.get(0)?, need: row.get(1)?, field, before, after });
    }
    Ok(changes)
}

/// The last change of the field after this one, where the field has been given another value
/// since: a later write that stands, or a value that is not this change's.
fn changed_since(
    connection: &Connection,
    change: &Logged,
    now: Option<&str>,
) -> Result<Option<Later>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT b.id, b.who, b.at, b.undoes IS NULL FROM change c JOIN batch b ON b.id = c.batch_id
         WHERE c.need_id = ?1 AND c.field = ?2 AND c.id > ?3 ORDER BY c.id DESC",
    )?;
    let mut rows = statement.query(params![change.need, change.field.code(), change.id])?;
    while let Some(row) = rows.next()? {
        let stands = row.get(3)? && stands(connection, row.get(0)?)?;
        if stands || now != change.after.as_deref() {
            return Ok(Some(Later {
                need: change.need,
                field: change.field,
                value: now.map(decode::as_text),
                by: decode::name(row, 1)?,
                at: Moment::from_seconds(row.get(2)?),
            }));
        }
    }
    Ok(None)
}

/// Marks the duplicates that cannot be set back because their original has become a duplicate of them
/// since: whoever made it one is in the way.
fn refuse_new_circles(
    connection: &Connection,
    fields: &mut [UndoneField],
) -> Result<(), StoreError> {
    let of_duplicates = |field: &&UndoneField| field.field == TriageField::DuplicateOf;
    let mut then: BTreeMap<u32, Option<u32>> = fields
        .iter()
        .filter(of_duplicates)
        .filter(|field| field.since.is_none())
        .map(|field| (field.need, field.then.as_deref().and_then(|code| code.parse().ok())))
        .collect();
    let mut now = connection.prepare_cached("SELECT duplicate_of FROM need WHERE id = ?1")?;
    let mut last = connection.prepare_cached(
        "SELECT b.who, b.at FROM change c JOIN batch b ON b.id = c.batch_id
         WHERE c.need_id = ?1 AND c.field = 'duplicate' ORDER BY c.id DESC LIMIT 1",
    )?;
    for field in fields.iter_mut() {
        if field.field != TriageField::DuplicateOf || !then.contains_key(&field.need) {
            continue;
        }
        let (mut at, mut seen) = (then.get(&field.need).copied().flatten(), BTreeSet::new());
        while let Some(other) = at.filter(|other| seen.insert(*other)) {
            let next = match then.get(&other) {
                Some(next) => *next,
                None => now.query_row([other], |row| row.get(0)).optional()?.flatten(),
            };
            if next == Some(field.need) {
                let by = last
                    .query_row([other], |row| Ok((decode::name(row, 0)?, row.get(1)?)))
                    .optional()?;
                field.since = by.map(|(by, at)| (by, Moment::from_seconds(at)));
                then.remove(&field.need);
                break;
            }
            at = next;
        }
    }
    Ok(())
}

/// Whether a batch has effect: not undone, or its undo was undone, and so on.
fn stands(connection: &Connection, batch: i64) -> Result<bool, StoreError> {
    let mut statement = connection.prepare_cached(
        "WITH RECURSIVE chain (id) AS (
           VALUES (?1) UNION SELECT b.id FROM chain JOIN batch b ON b.undoes = chain.id)
         SELECT count(*) % 2 = 1 FROM chain",
    )?;
    Ok(statement.query_row([batch], |row| row.get(0))?)
}
