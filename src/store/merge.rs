//! Edits on an older version: what does not collide merges by itself, what does is a conflict.
//!
//! The version of a need says what its writer saw; the change log says which fields were changed
//! after that. An edit collides when its field is among them and would become something else than
//! what stands there now.

use super::conflict::Conflict;
use super::record_row::{Row, Rows};
use super::triage_row::TriageRow;
use super::{StoreError, decode, themes};
use crate::domain::{Change, Coded, Edit, Moment, Record, TriageField};
use rusqlite::{Connection, params};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// A field that was changed after the version that a writer saw.
struct Newer {
    field: TriageField,
    /// What it held in that version.
    before: Option<String>,
    /// Who changed it last.
    by: String,
    /// When.
    at: Moment,
}

/// A need with edits: its row, and what has happened to it since its writer saw it.
struct Edited {
    before: TriageRow,
    after: TriageRow,
    newer: Vec<Newer>,
}

impl Edited {
    /// Errors: there is no such need, or it has not had the version that the edit names.
    fn read(connection: &Connection, edit: &Edit) -> Result<Self, StoreError> {
        let row = TriageRow::read(connection, edit.need)?;
        let seen = edit.if_version.unwrap_or(row.version);
        if seen == 0 || seen > row.version {
            let version = row.version;
            return Err(StoreError::NoSuchVersion { need: edit.need, version, named: seen });
        }
        let newer =
            if seen < row.version { newer(connection, edit.need, seen)? } else { Vec::new() };
        Ok(Self { before: row.clone(), after: row, newer })
    }

    /// Takes an edit; a conflict where it collides.
    fn take(&mut self, need: u32, change: &Change) -> Option<Conflict> {
        let field = change.field();
        let mine = change.over(self.after.get(field));
        let theirs = self.before.get(field);
        let newer = self.newer.iter().find(|newer| newer.field == field);
        let conflict =
            newer.filter(|newer| collides(change, newer, theirs)).map(|newer| Conflict {
                need,
                field,
                before: newer.before.as_deref().map(decode::as_text),
                theirs: theirs.map(decode::as_text),
                mine: mine.as_deref().map(decode::as_text),
                by: newer.by.clone(),
                at: newer.at,
                version: self.before.version,
            });
        self.after.set(field, mine);
        conflict
    }
}

/// One theme more or less goes together with whatever others did to the themes; any other value
/// only with the same value.
fn collides(change: &Change, newer: &Newer, theirs: Option<&str>) -> bool {
    match change {
        Change::AddTheme(_) | Change::RemoveTheme(_) => false,
        // Changed and changed back is what the writer saw.
        _ => newer.before.as_deref() != theirs && change.over(theirs).as_deref() != theirs,
    }
}

/// The rows that the edits change, or every conflict among them.
pub(super) fn changed_rows(connection: &Connection, edits: &[Edit]) -> Result<Rows, StoreError> {
    let mut rows: BTreeMap<u32, Edited> = BTreeMap::new();
    let mut conflicts = Vec::new();
    let mut names = themes::Names::new(connection);
    for edit in edits {
        if edit.change.is_too_long() {
            let notes = edit.change.field() == TriageField::Notes;
            return Err(if notes { StoreError::LongNotes } else { StoreError::LongName });
        }
        let edited = match rows.entry(edit.need) {
            Entry::Occupied(entry) => entry.into_mut(),
            Entry::Vacant(place) => place.insert(Edited::read(connection, edit)?),
        };
        let change = names.known(&edit.change)?;
        conflicts.extend(edited.take(edit.need, &change));
    }
    if conflicts.is_empty() {
        let pair = |(need, edited): (u32, Edited)| {
            (Record::need(need), (Row::Need(edited.before), Row::Need(edited.after)))
        };
        Ok(rows.into_iter().map(pair).collect())
    } else {
        Err(StoreError::Conflict(conflicts))
    }
}

/// The fields of a need that were changed after a version.
fn newer(connection: &Connection, need: u32, seen: u32) -> Result<Vec<Newer>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT c.field, c.before, b.who, b.at FROM change c JOIN batch b ON b.id = c.batch_id
         WHERE c.kind = 'need' AND c.record = ?1 AND c.version > ?2 ORDER BY c.id",
    )?;
    let mut rows = statement.query(params![need, seen])?;
    let mut all: Vec<Newer> = Vec::new();
    while let Some(row) = rows.next()? {
        let code = decode::name(row, 0)?;
        let field = TriageField::from_code(&code).ok_or(StoreError::Damaged(None, code))?;
        let (by, at) = (decode::name(row, 2)?, Moment::from_seconds(row.get(3)?));
        match all.iter_mut().find(|newer| newer.field == field) {
            Some(newer) => (newer.by, newer.at) = (by, at),
            None => all.push(Newer { field, before: decode::raw(row, 1)?, by, at }),
        }
    }
    Ok(all)
}
