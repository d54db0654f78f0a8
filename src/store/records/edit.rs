//! Edits of records of every kind: fields are set, records added, taken out and brought back.

use super::numbers::{Numbers, refuse_fixed};
use super::read::absent;
use super::row::{Row, Rows};
use super::table_columns::Columns;
use super::typed::Typed;
use super::{between, references, rules, state_names, taken};
use crate::domain::{Article, Day, Kind, NOTES_LIMIT, NeedNumber, Record, TriageField};
use crate::fields::{FieldValue, RecordField, Stored, table_of};
use crate::store::conflict::Conflict;
use crate::store::merge::{self, Newer};
use crate::store::themes::Names;
use crate::store::written::Written;
use crate::store::{LogEntry, Store, StoreError, own_day};
use rusqlite::{Connection, OptionalExtension, Transaction};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// One person's write about records of any kind: the unit of undo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordWrite {
    /// The writer; not empty.
    pub who: String,
    /// The person's reason; may be empty.
    pub note: String,
    /// The edits. The version of a record's first edit counts for all its edits here.
    pub edits: Vec<RecordEdit>,
}

/// The record that an edit is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edited {
    /// A record of the register.
    Known(Record),
    /// A new record of this kind; the store gives it its number.
    New(Kind),
}

/// The edit of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordEdit {
    /// The record.
    pub record: Edited,
    /// Fields with their new values; `None` for "not stated".
    pub values: Vec<(RecordField, Option<String>)>,
    /// `Some(true)` takes it out, `Some(false)` brings it back, `None` leaves it as it is.
    pub void: Option<bool>,
    /// The version of the record that the person saw; `None` to write whatever is there.
    pub if_version: Option<u32>,
}

/// The changes of a rehearsed write, and the needs with the articles that it would doubt.
pub type Rehearsed = (Vec<LogEntry>, Vec<(NeedNumber, Article)>);

impl Store {
    /// Writes edits of records of any kind in one batch, all or none.
    ///
    /// A record that is added is one entry of the log, and its first values are its own. An edit that names a version
    /// which is not the newest is merged, as [`Store::write`] does.
    ///
    /// Errors: [`StoreError::Conflict`] with the fields that others changed since the writer saw them; unknown records,
    /// references and values; a required field without a value; a record that exists already, or that another refers
    /// to; the rules of the register; those of [`Store::write`].
    pub fn edit(&self, write: &RecordWrite) -> Result<Written, StoreError> {
        if write.note.len() > NOTES_LIMIT {
            return Err(StoreError::LongNotes);
        }
        self.in_one_write(|transaction| {
            let written = self.edit_rows(transaction, write)?;
            for edit in &write.edits {
                let is_noted = edit.values.iter().any(|(field, _)| is_notes(*field));
                if let Edited::Known(record) = edit.record
                    && let Some(need) = record.of_need().filter(|_| is_noted)
                {
                    self.remove_draft(transaction, &write.who, need)?;
                }
            }
            Ok(written)
        })
    }

    /// Gives the changes that the edits would make, as log entries, and the articles that would be doubted
    /// ([`Written::doubtful`]); nothing is written.
    ///
    /// Errors: as [`Store::edit`].
    pub fn rehearse_edit(&self, write: &RecordWrite) -> Result<Rehearsed, StoreError> {
        let mut doubtful = Vec::new();
        let entries = self.rehearse_in_one_write(&write.note, |transaction| {
            let written = self.edit_rows(transaction, write)?;
            doubtful.clone_from(&written.doubtful);
            Ok(written)
        })?;
        Ok((entries, doubtful))
    }

    pub(super) fn edit_rows(
        &self,
        transaction: &Transaction<'_>,
        write: &RecordWrite,
    ) -> Result<Written, StoreError> {
        let today = own_day::today(transaction, self.day)?;
        let (edits, added) = numbered(&write.edits, &mut Numbers::new(transaction))?;
        let rows = changed_rows(transaction, &edits, today)?;
        let written = self.record(transaction, &write.who, &write.note, None, &rows)?;
        Ok(Written { added, ..written })
    }
}

fn is_notes(field: RecordField) -> bool {
    field.triage() == Some(TriageField::Notes)
}

/// An edited record: before and after the edits, and others' changes since its writer saw it.
struct Touched {
    before: Row,
    after: Row,
    newer: Vec<Newer>,
}

/// An edit with the number of its record.
pub(in crate::store) type Numbered<'e> = (Record, &'e RecordEdit);

/// Gives the records of edits their numbers, and names those that are added.
fn numbered<'e>(
    edits: &'e [RecordEdit],
    numbers: &mut Numbers<'_>,
) -> Result<(Vec<Numbered<'e>>, Vec<Record>), StoreError> {
    let (mut all, mut added) = (Vec::with_capacity(edits.len()), Vec::new());
    for edit in edits {
        let record = match edit.record {
            Edited::Known(record) => record,
            Edited::New(kind) => {
                added.push(numbers.next(kind)?);
                added[added.len() - 1]
            }
        };
        all.push((record, edit));
    }
    Ok((all, added))
}

/// Gives the changed rows, or the error with all conflicts.
pub(in crate::store) fn changed_rows(
    connection: &Connection,
    edits: &[Numbered<'_>],
    today: Day,
) -> Result<Rows, StoreError> {
    let mut rows: BTreeMap<Record, Touched> = BTreeMap::new();
    let mut conflicts = Vec::new();
    let (mut names, mut columns) = (Names::new(connection), Columns::new(connection));
    for &(record, edit) in edits {
        let touched = match (rows.entry(record), edit.record) {
            (Entry::Occupied(known), _) => known.into_mut(),
            (Entry::Vacant(place), Edited::New(kind)) => place.insert(Touched::added(kind)),
            (Entry::Vacant(place), Edited::Known(_)) => {
                place.insert(Touched::read(connection, record, edit.if_version)?)
            }
        };
        if let Some(void) = edit.void {
            refuse_fixed(record.kind)?;
            let there = (!void).then(|| RecordField::THERE.to_owned());
            touched.after.set(RecordField::itself(record.kind), there);
        }
        if !edit.values.is_empty() && !touched.before.is_there() && !touched.after.is_there() {
            return Err(absent(connection, record)?);
        }
        for (field, value) in &edit.values {
            let value = Typed { record, field: *field, value: value.as_deref() };
            let value =
                value.read((connection, &mut names, &mut columns), touched.after.get(*field))?;
            conflicts.extend(touched.take(record, *field, value));
        }
    }
    if !conflicts.is_empty() {
        return Err(StoreError::Conflict(conflicts));
    }
    take_out_along(connection, &mut rows)?;
    bring_back_along(connection, &mut rows)?;
    for (record, touched) in &mut rows {
        if touched.before.version == 0 {
            complete(connection, &mut columns, record.kind, &mut touched.after)?;
            touched.refuse_incomplete()?;
            taken::refuse(connection, record.kind, &touched.after)?;
        }
        if touched.before.is_there() && !touched.after.is_there() {
            references::refuse_named(connection, *record)?;
        }
        rules::name_document(record.kind, &touched.before, &mut touched.after);
        rules::refuse_steps(record.kind, &touched.before, &touched.after, today)?;
        touched.refuse_incomplete()?;
        let pair = (&touched.before, &touched.after);
        between::refuse(connection, record.kind, pair, today)?;
        state_names::refuse_taken(connection, *record, pair)?;
    }
    let pair = |(record, touched): (Record, Touched)| (record, (touched.before, touched.after));
    Ok(rows.into_iter().map(pair).collect())
}

/// Takes the matches of needs that are taken out with them, so that one undo brings back both.
fn take_out_along(
    connection: &Connection,
    rows: &mut BTreeMap<Record, Touched>,
) -> Result<(), StoreError> {
    let goes = |(record, touched): (&Record, &Touched)| {
        let goes = touched.before.is_there() && !touched.after.is_there();
        record.of_need().filter(|_| goes)
    };
    let needs: Vec<NeedNumber> = rows.iter().filter_map(goes).collect();
    for need in needs {
        for record in references::matches_of(connection, need)? {
            let touched = match rows.entry(record) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(place) => place.insert(Touched::read(connection, record, None)?),
            };
            touched.after.set(RecordField::itself(record.kind), None);
        }
    }
    Ok(())
}

/// Brings back the matches that went with a need that comes back; one that was merged is by itself again.
fn bring_back_along(
    connection: &Connection,
    rows: &mut BTreeMap<Record, Touched>,
) -> Result<(), StoreError> {
    let comes_back = |touched: &Touched| {
        touched.before.version > 0 && !touched.before.is_there() && touched.after.is_there()
    };
    let back = rows.iter().filter(|(_, touched)| comes_back(touched));
    let needs: Vec<NeedNumber> = back.filter_map(|(record, _)| record.of_need()).collect();
    for need in needs {
        if let (Some(touched), Some(merged)) =
            (rows.get_mut(&Record::need(need)), RecordField::from_code(Kind::Need, "merged-into"))
        {
            touched.after.set(merged, None);
        }
        for record in references::matches_gone_with(connection, need)? {
            if let Entry::Vacant(place) = rows.entry(record) {
                let touched = place.insert(Touched::read(connection, record, None)?);
                let there = Some(RecordField::THERE.to_owned());
                touched.after.set(RecordField::itself(record.kind), there);
            }
        }
    }
    Ok(())
}

impl Touched {
    fn added(kind: Kind) -> Self {
        let (before, mut after) = (Row::new(kind), Row::new(kind));
        after.set(RecordField::itself(kind), Some(RecordField::THERE.to_owned()));
        Self { before, after, newer: Vec::new() }
    }

    fn read(
        connection: &Connection,
        record: Record,
        seen: Option<u32>,
    ) -> Result<Self, StoreError> {
        let row = Row::read(connection, record)?;
        let seen = seen.unwrap_or(row.version);
        if seen == 0 || seen > row.version {
            return Err(StoreError::NoSuchVersion { record, version: row.version, named: seen });
        }
        let newer =
            if seen < row.version { merge::newer(connection, record, seen)? } else { Vec::new() };
        Ok(Self { before: row.clone(), after: row, newer })
    }

    /// Sets a value, or notes a conflict if another person changed the field since the writer saw it.
    fn take(
        &mut self,
        record: Record,
        field: RecordField,
        mine: Option<String>,
    ) -> Option<Conflict> {
        let theirs = self.before.get(field);
        let newer = self.newer.iter().find(|newer| newer.field == field);
        // A field changed back to the value that the writer saw is no conflict.
        let collides =
            newer.filter(|newer| newer.before.as_deref() != theirs && mine.as_deref() != theirs);
        let version = self.before.version;
        let conflict = collides
            .map(|newer| newer.conflict((record, field), (theirs, mine.as_deref()), version));
        self.after.set(field, mine);
        conflict
    }

    /// Refuses a record without a required value, or with a changed value that is given once.
    fn refuse_incomplete(&self) -> Result<(), StoreError> {
        let is_new = self.before.version == 0;
        let mut missing: Vec<RecordField> = Vec::new();
        for field in self.after.fields().iter().copied() {
            let is_other = self.before.get(field) != self.after.get(field);
            if is_other && field.is_given_once() && !is_new {
                return Err(StoreError::GivenOnce(field));
            }
            let is_due = field.is_required() && (is_new || is_other);
            let is_named = is_new && field.is_given_once();
            if !(is_due || is_named) || self.after.get(field).is_some() {
                continue;
            }
            // A name in one language is enough.
            let like =
                |other: &&RecordField| field.language().is_some() && other.name() == field.name();
            let mut others = self.after.fields().iter().filter(like);
            let is_told = missing.iter().any(|told| like(&told));
            if !is_told && !others.any(|other| self.after.get(*other).is_some()) {
                missing.push(field);
            }
        }
        if missing.is_empty() { Ok(()) } else { Err(StoreError::Required(missing)) }
    }
}

/// Fills fields of a new record: columns without a value get their default, a need gets its review's State.
fn complete(
    connection: &Connection,
    columns: &mut Columns<'_>,
    kind: Kind,
    row: &mut Row,
) -> Result<(), StoreError> {
    let columns = columns.of(table_of(kind))?;
    for field in row.fields().iter().copied().filter(|field| field.is_required()) {
        let Stored::Column(column) = field.stored() else { continue };
        if row.get(field).is_some() || matches!(field.value(), FieldValue::YesNo) {
            continue;
        }
        let known = columns.iter().find(|known| known.name == column && known.is_filled);
        let filled = known.and_then(|known| known.empty.as_deref());
        let filled = filled.map(|words| words.trim_matches('\'').to_owned());
        row.set(field, filled.filter(|words| !words.is_empty()));
    }
    let field = |code| RecordField::from_code(kind, code);
    if let (Kind::Need, Some(state), Some(review)) = (kind, field("state"), field("review"))
        && row.get(state).is_none()
        && let Some(review) = row.get(review)
    {
        let sql = "SELECT CAST(state_id AS TEXT) FROM review WHERE id = ?1";
        let of = connection.prepare_cached(sql)?.query_row([review], |row| row.get(0));
        row.set(state, of.optional()?);
    }
    Ok(())
}
