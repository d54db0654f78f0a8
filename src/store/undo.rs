//! Undo and redo: one more batch that sets back the fields of another one.

use super::conflict::Later;
use super::records::{Row, Rows};
use super::written::Written;
use super::{Store, StoreError, decode, log};
use crate::domain::{Coded, Kind, Moment, Record, TriageField};
use crate::fields::{RecordField, Referred};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// A batch that can be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undoable {
    /// The batch.
    pub batch: i64,
    /// When it was written.
    pub at: Moment,
    /// The effect of the undo on each field, by record.
    pub fields: Vec<UndoneField>,
}

/// The effect of taking a batch back on one field of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UndoneField {
    /// The record.
    pub record: Record,
    /// Its name, as the log has it.
    pub name: Option<String>,
    /// The field.
    pub field: RecordField,
    /// The value now; `None` for "not stated".
    pub now: Option<String>,
    /// The value after the undo.
    pub then: Option<String>,
    /// The writer and moment of a later change that prevents the undo.
    pub since: Option<(String, Moment)>,
    /// The code of the theme that became a part of another one by that change.
    pub merged: Option<String>,
}

/// Fields of a batch that stay as they are while the others are taken back.
pub type Staying = BTreeSet<(Record, RecordField)>;

impl Store {
    /// Takes a batch back: each of its fields gets the value it had before. An undo is itself a
    /// batch and can be undone, which is redo.
    ///
    /// Refused for another user's batch, for one that was undone already, and with [`StoreError::ChangedSince`] if one
    /// of its fields was changed again (changes taken back do not count), if a record that it added was changed at all,
    /// or if a record that it changed is gone: then no record is changed.
    pub fn undo(&self, batch: i64, who: &str) -> Result<Written, StoreError> {
        self.undo_but(batch, who, &Staying::new())
    }

    /// Takes a batch back but for fields that stay as they are, changed again or not.
    pub fn undo_but(
        &self,
        batch: i64,
        who: &str,
        staying: &Staying,
    ) -> Result<Written, StoreError> {
        self.in_one_write(|transaction| {
            refuse_others(transaction, batch, who)?;
            refuse_undone(transaction, batch)?;
            let mut rows = Rows::new();
            let mut later = Vec::new();
            let changes = changes_of(transaction, batch)?;
            let whole = beyond_triage(&changes);
            for change in changes {
                if staying.contains(&(change.record, change.field)) {
                    continue;
                }
                let (now, then) = match rows.entry(change.record) {
                    Entry::Occupied(row) => row.into_mut(),
                    Entry::Vacant(place) => {
                        let row = read(transaction, change.record, &whole)?;
                        place.insert((row.clone(), row))
                    }
                };
                later.extend(changed_since(transaction, &change, now)?);
                then.set(change.field, change.before);
            }
            if !later.is_empty() {
                if !self.names_states() {
                    later.iter_mut().for_each(hide);
                }
                return Err(StoreError::ChangedSince(later));
            }
            self.record(transaction, who, "", Some(batch), &rows)
        })
    }

    /// The effects of undoing a batch, field by field; nothing is written.
    pub fn undoable(&self, batch: i64) -> Result<Undoable, StoreError> {
        let posts = self.posts()?;
        let transaction = self.connection.unchecked_transaction()?;
        let at = transaction
            .prepare_cached("SELECT at FROM batch WHERE id = ?1")?
            .query_row([batch], |row| row.get(0))
            .optional()?
            .ok_or(StoreError::UnknownBatch(batch))?;
        let mut fields = Vec::new();
        let changes = changes_of(&transaction, batch)?;
        let whole = beyond_triage(&changes);
        for change in changes {
            let row = read(&transaction, change.record, &whole)?;
            let later = changed_since(&transaction, &change, &row)?;
            let is_named = self.names_states() && change.record.of_need().is_none();
            fields.push(UndoneField {
                record: change.record,
                name: if is_named { log::name_of(&transaction, change.record)? } else { None },
                field: change.field,
                now: row.get(change.field).map(decode::as_text),
                then: change.before.as_deref().map(decode::as_text),
                merged: later.as_ref().and_then(|later| later.merged.clone()),
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
}

/// A logged change of the batch to undo.
struct Logged {
    id: i64,
    batch: i64,
    record: Record,
    field: RecordField,
    before: Option<String>,
    after: Option<String>,
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
        "SELECT id, kind, record, field, before, after FROM change WHERE batch_id = ?1 ORDER BY id",
    )?;
    let mut rows = statement.query([batch])?;
    let mut changes = Vec::new();
    while let Some(row) = rows.next()? {
        let (record, field) = log::named(row, (1, 2, 3))?;
        let (before, after) = (decode::raw(row, 4)?, decode::raw(row, 5)?);
        changes.push(Logged { id: row.get(0)?, batch, record, field, before, after });
    }
    Ok(changes)
}

/// Takes everything that can name a State out of a change that prevents an undo.
fn hide(later: &mut Later) {
    if later.field.triage().is_none() {
        (later.name, later.value) = (None, None);
    }
}

/// The records of which more than triage fields were changed.
fn beyond_triage(changes: &[Logged]) -> BTreeSet<Record> {
    let beyond = changes.iter().filter(|change| change.field.triage().is_none());
    beyond.map(|change| change.record).collect()
}

/// Reads a record with the fields of it that were changed.
fn read(
    connection: &Connection,
    record: Record,
    whole: &BTreeSet<Record>,
) -> Result<Row, StoreError> {
    match record.of_need().filter(|_| !whole.contains(&record)) {
        // A need that is taken out stays as it is, which [`changed_since`] finds.
        Some(need) => match Row::triage(connection, need) {
            Err(StoreError::Void(..)) => Row::read(connection, record),
            row => row,
        },
        None => Row::read(connection, record),
    }
}

/// The changes of a record (`?1`) of a kind (`?2`) behind one (`?3`), the newest first, with the
/// further condition `asked`.
fn behind(kind: Kind, asked: &str) -> String {
    // Each index is of some kinds alone, and is taken where a question says so.
    let of = match kind {
        Kind::Need => "c.kind = 'need'",
        _ => "c.kind <> 'need' AND c.kind = ?2",
    };
    format!(
        "SELECT b.id, b.who, b.at, b.undoes IS NULL, c.field = ?4 FROM change c
         JOIN batch b ON b.id = c.batch_id
         WHERE {of} AND c.record = ?1 AND c.id > ?3 AND {asked} ORDER BY c.id DESC"
    )
}

/// The last change after this one that prevents its undo: a later effective write of the field, or
/// a value that is not this change's. An added record is taken out only where nothing of it was
/// changed, and a record no longer there is not changed.
fn changed_since(
    connection: &Connection,
    change: &Logged,
    row: &Row,
) -> Result<Option<Later>, StoreError> {
    let (kind, now) = (change.record.kind, row.get(change.field));
    let adds = change.field.is_itself() && change.before.is_none();
    let asked = if adds { "true" } else { "c.field = ?4" };
    let mut statement = connection.prepare_cached(&behind(kind, asked))?;
    let (number, field) = (change.record.number, change.field.code());
    let mut rows = statement.query(params![number, kind.code(), change.id, field])?;
    while let Some(found) = rows.next()? {
        // Later lines of the same write are no later changes.
        let is_own = found.get::<_, i64>(0)? == change.batch;
        let stands = !is_own && found.get(3)? && stands(connection, found.get(0)?)?;
        let is_other = found.get(4)? && now != change.after.as_deref();
        if stands || is_other {
            return later(connection, change, now, (found, false)).map(Some);
        }
    }
    if change.field.is_itself() || row.is_there() {
        return Ok(None);
    }
    let mut statement = connection.prepare_cached(&behind(kind, "c.field = ?4"))?;
    let itself = RecordField::itself(kind).code();
    let mut rows = statement.query(params![number, kind.code(), change.id, itself])?;
    match rows.next()? {
        Some(found) if found.get::<_, i64>(0)? != change.batch => {
            later(connection, change, now, (found, true)).map(Some)
        }
        _ => Ok(None),
    }
}

/// The change that a row of [`behind`] is about; `gone` says whether it took the record out.
fn later(
    connection: &Connection,
    change: &Logged,
    now: Option<&str>,
    (row, gone): (&rusqlite::Row, bool),
) -> Result<Later, StoreError> {
    Ok(Later {
        record: change.record,
        name: log::name_of(connection, change.record)?,
        field: change.field,
        value: now.map(decode::as_text),
        by: decode::name(row, 1)?,
        at: Moment::from_seconds(row.get(2)?),
        gone,
        merged: merged_theme(connection, change.field, row.get(0)?)?,
    })
}

/// The code of the theme that a batch took out while it moved the themes of records.
fn merged_theme(
    connection: &Connection,
    field: RecordField,
    batch: i64,
) -> Result<Option<String>, StoreError> {
    if !field.stored().referred().contains(&Referred::THEME) {
        return Ok(None);
    }
    let mut statement = connection.prepare_cached(
        "SELECT t.code FROM change c JOIN theme t ON t.id = c.record
         WHERE c.batch_id = ?1 AND c.kind = 'theme' AND c.field = 'record' AND c.after IS NULL",
    )?;
    Ok(statement.query_row([batch], |row| decode::name(row, 0)).optional()?)
}

/// Marks the duplicates that cannot be set back because their original has become a duplicate of
/// them since; the writer of that change is named.
fn refuse_new_circles(
    connection: &Connection,
    fields: &mut [UndoneField],
) -> Result<(), StoreError> {
    let duplicate = RecordField::from(TriageField::DuplicateOf);
    let of_duplicates = |field: &&UndoneField| field.field == duplicate;
    let mut then: BTreeMap<u32, Option<u32>> = fields
        .iter()
        .filter(of_duplicates)
        .filter(|field| field.since.is_none())
        .map(|field| {
            (field.record.number, field.then.as_deref().and_then(|code| code.parse().ok()))
        })
        .collect();
    let mut now = connection.prepare_cached("SELECT duplicate_of FROM need WHERE id = ?1")?;
    let mut last = connection.prepare_cached(
        "SELECT b.who, b.at FROM change c JOIN batch b ON b.id = c.batch_id
         WHERE c.kind = 'need' AND c.record = ?1 AND c.field = 'duplicate' ORDER BY c.id DESC LIMIT 1",
    )?;
    for field in fields.iter_mut() {
        let need = field.record.number;
        if field.field != duplicate || !then.contains_key(&need) {
            continue;
        }
        let (mut at, mut seen) = (then.get(&need).copied().flatten(), BTreeSet::new());
        while let Some(other) = at.filter(|other| seen.insert(*other)) {
            let next = match then.get(&other) {
                Some(next) => *next,
                None => now.query_row([other], |row| row.get(0)).optional()?.flatten(),
            };
            if next == Some(need) {
                let by = last
                    .query_row([other], |row| Ok((decode::name(row, 0)?, row.get(1)?)))
                    .optional()?;
                field.since = by.map(|(by, at)| (by, Moment::from_seconds(at)));
                then.remove(&need);
                break;
            }
            at = next;
        }
    }
    Ok(())
}

/// Whether a batch has effect: not undone, or its undo was undone, and so on.
pub(super) fn stands(connection: &Connection, batch: i64) -> Result<bool, StoreError> {
    let mut statement = connection.prepare_cached(
        "WITH RECURSIVE chain (id) AS (
           VALUES (?1) UNION SELECT b.id FROM chain JOIN batch b ON b.undoes = chain.id)
         SELECT count(*) % 2 = 1 FROM chain",
    )?;
    Ok(statement.query_row([batch], |row| row.get(0))?)
}
