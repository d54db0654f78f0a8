//! Edits on an older version: edits that do not collide merge by themselves, others are conflicts.
//!
//! The version of a record says which one its writer saw; the change log says which fields were
//! changed after that. An edit collides when its field is among them and would get another value
//! than it has now.

use super::conflict::Conflict;
use super::records::{Row, Rows};
use super::{StoreError, decode, themes};
use crate::domain::{Change, Coded, Edit, Kind, Moment, NeedNumber, Record, TriageField};
use crate::fields::RecordField;
use rusqlite::{Connection, params};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// A field that was changed after the version that a writer saw.
pub(super) struct Newer {
    /// The field.
    pub(super) field: RecordField,
    /// Its value in that version.
    pub(super) before: Option<String>,
    /// The writer of its last change.
    by: String,
    /// The moment of that change.
    at: Moment,
}

impl Newer {
    /// The conflict of an edit with it: `theirs` is the value now, at a version, and `mine` the
    /// value of the edit.
    pub(super) fn conflict(
        &self,
        (record, field): (Record, RecordField),
        (theirs, mine): (Option<&str>, Option<&str>),
        version: u32,
    ) -> Conflict {
        Conflict {
            record,
            field,
            before: self.before.as_deref().map(decode::as_text),
            theirs: theirs.map(decode::as_text),
            mine: mine.map(decode::as_text),
            by: self.by.clone(),
            at: self.at,
            version,
        }
    }
}

/// A need with edits: its row, and the changes since its writer saw it.
struct Edited {
    before: Row,
    after: Row,
    newer: Vec<Newer>,
}

impl Edited {
    /// Errors: there is no such need, or it has not had the version that the edit names.
    fn read(connection: &Connection, edit: &Edit) -> Result<Self, StoreError> {
        let row = Row::triage(connection, edit.need)?;
        let record = Record::need(edit.need);
        let seen = edit.if_version.unwrap_or(row.version);
        if seen == 0 || seen > row.version {
            return Err(StoreError::NoSuchVersion { record, version: row.version, named: seen });
        }
        let newer = if seen < row.version { newer(connection, record, seen)? } else { Vec::new() };
        Ok(Self { before: row.clone(), after: row, newer })
    }

    /// Takes an edit; a conflict where it collides.
    fn take(&mut self, need: NeedNumber, change: &Change) -> Option<Conflict> {
        let field = change.field().into();
        let mine = change.over(self.after.get(field));
        let theirs = self.before.get(field);
        let newer = self.newer.iter().find(|newer| newer.field == field);
        let collides = newer.filter(|newer| collides(change, newer, theirs));
        let of = (Record::need(need), field);
        let version = self.before.version;
        let conflict = collides.map(|newer| newer.conflict(of, (theirs, mine.as_deref()), version));
        self.after.set(field, mine);
        conflict
    }
}

/// Whether an edit collides with newer values: one theme more or less never does, any other value
/// does unless both are the same.
fn collides(change: &Change, newer: &Newer, theirs: Option<&str>) -> bool {
    match change {
        Change::AddTheme(_) | Change::RemoveTheme(_) => false,
        // A field changed and changed back is as the writer saw it.
        _ => newer.before.as_deref() != theirs && change.over(theirs).as_deref() != theirs,
    }
}

/// Refuses a text that is longer than notes or names may be.
pub(super) fn refuse_long(change: &Change) -> Result<(), StoreError> {
    match change.is_too_long() {
        true if change.field() == TriageField::Notes => Err(StoreError::LongNotes),
        true => Err(StoreError::LongName),
        false => Ok(()),
    }
}

/// The rows that the edits change, or every conflict among them.
pub(super) fn changed_rows(connection: &Connection, edits: &[Edit]) -> Result<Rows, StoreError> {
    let mut rows: BTreeMap<NeedNumber, Edited> = BTreeMap::new();
    let mut conflicts = Vec::new();
    let mut names = themes::Names::new(connection);
    for edit in edits {
        refuse_long(&edit.change)?;
        let edited = match rows.entry(edit.need) {
            Entry::Occupied(entry) => entry.into_mut(),
            Entry::Vacant(place) => place.insert(Edited::read(connection, edit)?),
        };
        let change = names.known(&edit.change)?;
        conflicts.extend(edited.take(edit.need, &change));
    }
    if conflicts.is_empty() {
        let pair = |(need, edited): (NeedNumber, Edited)| {
            (Record::need(need), (edited.before, edited.after))
        };
        Ok(rows.into_iter().map(pair).collect())
    } else {
        Err(StoreError::Conflict(conflicts))
    }
}

/// The fields of a record that were changed after a version.
pub(super) fn newer(
    connection: &Connection,
    record: Record,
    seen: u32,
) -> Result<Vec<Newer>, StoreError> {
    // Each index is of some kinds alone, and is taken where a question says so.
    let of = match record.kind {
        Kind::Need => "c.kind = 'need'",
        _ => "c.kind <> 'need' AND c.kind = ?3",
    };
    let mut statement = connection.prepare_cached(&format!(
        "SELECT c.field, c.before, b.who, b.at FROM change c JOIN batch b ON b.id = c.batch_id
         WHERE {of} AND c.record = ?1 AND c.version > ?2 ORDER BY c.id"
    ))?;
    let mut rows = match record.kind {
        Kind::Need => statement.query(params![record.number, seen])?,
        kind => statement.query(params![record.number, seen, kind.code()])?,
    };
    let mut all: Vec<Newer> = Vec::new();
    while let Some(row) = rows.next()? {
        let code = decode::name(row, 0)?;
        let field = RecordField::from_code(record.kind, &code);
        let field = field.ok_or(StoreError::Damaged(None, code))?;
        let (by, at) = (decode::name(row, 2)?, Moment::from_seconds(row.get(3)?));
        match all.iter_mut().find(|newer| newer.field == field) {
            Some(newer) => (newer.by, newer.at) = (by, at),
            None => all.push(Newer { field, before: decode::raw(row, 1)?, by, at }),
        }
    }
    Ok(all)
}
