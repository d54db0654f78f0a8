//! Matching needs with an activity, and taking matches back: many needs at once, in one batch, all or none.
//!
//! A need is matched with an activity once. What is matched already keeps its match, which takes the values that are
//! given; a match that was taken out comes back under its number, since records are never erased.

use super::edit::{Edited, RecordEdit, RecordWrite};
use super::matched::{Known, known, to_come_back};
use super::row::Row;
use crate::domain::{Coded, Extent, Kind, NeedNumber, Record, TriageField};
use crate::fields::RecordField;
use crate::store::conflict::Conflict;
use crate::store::merge;
use crate::store::written::Written;
use crate::store::{LogEntry, Store, StoreError};
use rusqlite::{Connection, Transaction};

/// Matches of some needs with one activity, to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatchWrite {
    /// The writer; not empty.
    pub who: String,
    /// The person's reason for the whole; may be empty.
    pub note: String,
    /// The numbers of the needs.
    pub needs: Vec<NeedNumber>,
    /// The code of the activity.
    pub activity: String,
    /// How far it serves them; `None` leaves that of a match as it is, and is "fully" for a new one.
    pub extent: Option<Extent>,
    /// What is to be said of each match; `None` leaves it as it is.
    pub remark: Option<String>,
    /// The response that the needs get with it, as the log has it; `None` leaves them as they are.
    pub response: Option<String>,
    /// The needs whose response that is, each with the version that the person saw; `None` for all of them, whatever
    /// their versions.
    pub responding: Option<Vec<(NeedNumber, u32)>>,
}

/// Matches of some needs with one activity, to be taken out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnmatchWrite {
    /// The writer; not empty.
    pub who: String,
    /// The person's reason; may be empty.
    pub note: String,
    /// The numbers of the needs.
    pub needs: Vec<NeedNumber>,
    /// The code of the activity.
    pub activity: String,
    /// The version of the matches that the person saw; `None` to take them out as they are.
    pub if_version: Option<u32>,
}

impl Store {
    /// Matches needs with an activity.
    ///
    /// Errors: those of [`Store::edit`]; an unknown need or activity.
    pub fn match_needs(&self, write: &MatchWrite) -> Result<Written, StoreError> {
        self.in_one_write(|transaction| {
            let edits = self.matching(transaction, write)?;
            self.edit_rows(transaction, &edits)
        })
    }

    /// Gives the changes that [`Store::match_needs`] would make; nothing is written.
    ///
    /// Errors: as [`Store::match_needs`].
    pub fn rehearse_match(&self, write: &MatchWrite) -> Result<Vec<LogEntry>, StoreError> {
        self.rehearse_in_one_write(&write.note, |transaction| {
            let edits = self.matching(transaction, write)?;
            self.edit_rows(transaction, &edits)
        })
    }

    /// Takes the matches of needs with an activity out. A need that is not matched with it is left as it is.
    ///
    /// Errors: those of [`Store::edit`].
    pub fn unmatch_needs(&self, write: &UnmatchWrite) -> Result<Written, StoreError> {
        self.in_one_write(|transaction| {
            self.edit_rows(transaction, &unmatching(transaction, write)?)
        })
    }

    /// Gives the changes that [`Store::unmatch_needs`] would make; nothing is written.
    ///
    /// Errors: as [`Store::unmatch_needs`].
    pub fn rehearse_unmatch(&self, write: &UnmatchWrite) -> Result<Vec<LogEntry>, StoreError> {
        self.rehearse_in_one_write(&write.note, |transaction| {
            self.edit_rows(transaction, &unmatching(transaction, write)?)
        })
    }

    /// Those of these needs that are not matched with an activity, in their order.
    pub fn unmatched_with(
        &self,
        needs: &[NeedNumber],
        activity: &str,
    ) -> Result<Vec<NeedNumber>, StoreError> {
        let mut others = Vec::new();
        for need in needs {
            if !known(&self.connection, *need, activity)?.is_some_and(|known| known.is_there) {
                others.push(*need);
            }
        }
        Ok(others)
    }

    /// Writes edits as [`Store::edit`] does; a match that they add comes back where it was taken out, and is among the
    /// added records then.
    ///
    /// Errors: as [`Store::edit`].
    pub fn edit_or_bring_back(&self, write: &RecordWrite) -> Result<Written, StoreError> {
        let (mut write, mut back) = (write.clone(), Vec::new());
        for edit in write.edits.iter_mut().filter(|edit| edit.record == Edited::New(Kind::Match)) {
            if let Some(record) = to_come_back(&self.connection, &mut edit.values)? {
                (edit.record, edit.void) = (Edited::Known(record), Some(false));
                back.push(record);
            }
        }
        let mut written = self.edit(&write)?;
        written.added.extend(back);
        Ok(written)
    }

    /// The match of a need with the activity with a code, if it is there.
    pub fn match_of(&self, need: NeedNumber, activity: &str) -> Result<Option<Record>, StoreError> {
        let known = known(&self.connection, need, activity)?.filter(|known| known.is_there);
        Ok(known.map(|known| known.record))
    }

    fn matching(
        &self,
        transaction: &Transaction<'_>,
        write: &MatchWrite,
    ) -> Result<RecordWrite, StoreError> {
        let (at, _) = self.moment(transaction)?;
        let field = |code: &str| RecordField::from_code(Kind::Match, code);
        let extent = |extent: Extent| Some(extent.code().to_owned());
        let mut edits = Vec::new();
        for need in &write.needs {
            let known = known(transaction, *need, &write.activity)?;
            let is_there = known.as_ref().is_some_and(|known| known.is_there);
            let mut values = Vec::new();
            let mut put = |code: &str, value: Option<String>| {
                values.extend(field(code).map(|field| (field, value)));
            };
            if known.is_none() {
                put("need", Some(need.to_string()));
                put("activity", Some(write.activity.clone()));
            }
            if is_there {
                if let Some(given) = write.extent {
                    put("extent", extent(given));
                }
                if let Some(remark) = &write.remark {
                    put("note", Some(remark.clone()).filter(|remark| !remark.is_empty()));
                }
            } else {
                put("extent", extent(write.extent.unwrap_or(Extent::Fully)));
                put("note", write.remark.clone().filter(|remark| !remark.is_empty()));
                put("matched-by", Some(write.who.clone()));
                put("matched-at", Some(at.to_string()));
            }
            let void = known.as_ref().filter(|known| !known.is_there).map(|_| false);
            let record =
                known.map_or(Edited::New(Kind::Match), |known| Edited::Known(known.record));
            edits.push(RecordEdit { record, values, void, if_version: None });
        }
        let response = write
            .response
            .as_deref()
            .zip(RecordField::from_code(Kind::Need, TriageField::Response.code()));
        if let Some((response, field)) = response {
            let all = || write.needs.iter().map(|need| (*need, None)).collect();
            let seen = |seen: &Vec<(NeedNumber, u32)>| {
                seen.iter().map(|(need, version)| (*need, Some(*version))).collect()
            };
            let moved: Vec<(NeedNumber, Option<u32>)> =
                write.responding.as_ref().map_or_else(all, seen);
            edits.extend(moved.into_iter().map(|of| responded(of, field, response)));
        }
        Ok(RecordWrite { who: write.who.clone(), note: write.note.clone(), edits })
    }
}

/// The edit that gives a need a response, of the version that the person saw.
fn responded(
    (need, if_version): (NeedNumber, Option<u32>),
    field: RecordField,
    response: &str,
) -> RecordEdit {
    RecordEdit {
        record: Edited::Known(Record::need(need)),
        values: vec![(field, Some(response.to_owned()))],
        void: None,
        if_version,
    }
}

fn unmatching(connection: &Connection, write: &UnmatchWrite) -> Result<RecordWrite, StoreError> {
    let (mut edits, mut conflicts) = (Vec::new(), Vec::new());
    for need in &write.needs {
        let known = known(connection, *need, &write.activity)?.filter(|known| known.is_there);
        if let Some(known) = &known {
            conflicts.extend(changed_since(connection, known, write.if_version)?);
        }
        edits.extend(known.map(|known| RecordEdit {
            record: Edited::Known(known.record),
            values: Vec::new(),
            void: Some(true),
            if_version: write.if_version,
        }));
    }
    if !conflicts.is_empty() {
        return Err(StoreError::Conflict(conflicts));
    }
    Ok(RecordWrite { who: write.who.clone(), note: write.note.clone(), edits })
}

/// A conflict for each field of a match that was changed after the version that the person saw: taking it out would take
/// out what they have not seen. An edit of single fields is merged instead.
fn changed_since(
    connection: &Connection,
    known: &Known,
    seen: Option<u32>,
) -> Result<Vec<Conflict>, StoreError> {
    let Some(seen) = seen.filter(|seen| (1..known.version).contains(seen)) else {
        return Ok(Vec::new());
    };
    let row = Row::read(connection, known.record)?;
    let newer = merge::newer(connection, known.record, seen)?;
    let conflict = |newer: &merge::Newer| {
        newer.conflict((known.record, newer.field), (row.get(newer.field), None), known.version)
    };
    Ok(newer.iter().map(conflict).collect())
}
