//! Marking the overlap of two activities, and taking the mark away.
//!
//! Two activities have one mark, in whatever order they are named. A mark that was taken away comes back under its
//! number, since records are never erased; each mark is signed, and keeps the facts on which it was made.

use super::edit::{Edited, RecordEdit, RecordWrite};
use super::row::Row;
use super::rule::Rule;
use crate::domain::{Coded, Kind, Mark, NOTES_LIMIT, Record, clean_line};
use crate::fields::RecordField;
use crate::store::conflict::Conflict;
use crate::store::written::Written;
use crate::store::{LogEntry, Store, StoreError, merge, overlap_marks};
use rusqlite::{Connection, OptionalExtension, Transaction};

/// The mark of an overlap, to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkWrite {
    /// The writer; not empty.
    pub who: String,
    /// The codes of the activities.
    pub activities: [String; 2],
    /// The finding; `None` takes the mark away.
    pub mark: Option<Mark>,
    /// The person's reason; may be empty, but for [`Mark::NoOverlap`].
    pub why: String,
    /// The version of the mark that the person saw, 0 where they saw none; `None` to write over whatever is there.
    pub seen: Option<u32>,
}

/// A mark as it stands in the file.
struct Known {
    record: Record,
    row: Row,
}

impl Store {
    /// Marks the overlap of two activities, or takes the mark away; a mark that is not there is left as it is.
    ///
    /// Errors: those of [`Store::edit`]; an unknown activity; one activity named twice; no reason where one is asked
    /// for.
    pub fn mark_overlap(&self, write: &MarkWrite) -> Result<Written, StoreError> {
        self.in_one_write(|transaction| {
            let edits = self.marking(transaction, write)?;
            self.edit_rows(transaction, &edits)
        })
    }

    /// Gives the changes that [`Store::mark_overlap`] would make; nothing is written.
    ///
    /// Errors: as [`Store::mark_overlap`].
    pub fn rehearse_mark(&self, write: &MarkWrite) -> Result<Vec<LogEntry>, StoreError> {
        self.rehearse_in_one_write("", |transaction| {
            let edits = self.marking(transaction, write)?;
            self.edit_rows(transaction, &edits)
        })
    }

    fn marking(
        &self,
        transaction: &Transaction<'_>,
        write: &MarkWrite,
    ) -> Result<RecordWrite, StoreError> {
        let field = |code: &str| RecordField::from_code(Kind::Overlap, code);
        let pair = pair(transaction, &write.activities)?;
        if write.why.len() > NOTES_LIMIT {
            return Err(StoreError::LongNotes);
        }
        let why = Some(clean_line(&write.why)).filter(|why| !why.is_empty());
        if let (Some(Mark::NoOverlap), None, Some(field)) = (write.mark, &why, field("why")) {
            return Err(StoreError::Rule(field, Rule::WhyNoOverlap));
        }
        let known = known(transaction, &pair)?;
        let mark = write.mark.map(|mark| mark.code().to_owned());
        let conflicts = conflicts(transaction, known.as_ref(), write.seen, [&mark, &why])?;
        if !conflicts.is_empty() {
            return Err(StoreError::Conflict(conflicts));
        }
        let is_there = known.as_ref().is_some_and(|known| known.row.is_there());
        let mut edits = Vec::new();
        let facts = overlap_marks::facts(transaction, [pair[0].0, pair[1].0])?;
        let own = [
            ("mark", mark.as_deref()),
            ("why", why.as_deref()),
            ("facts", Some(facts.as_str())),
            ("marked-by", Some(write.who.as_str())),
        ];
        let row = known.as_ref().map(|known| &known.row);
        // The same person has found the same out already.
        let is_same = is_there
            && row.is_some_and(|row| {
                let value = |code| field(code).and_then(|field| row.get(field));
                own.into_iter().all(|(code, own)| value(code) == own)
            });
        if (mark.is_some() || is_there) && !is_same {
            let (at, _) = self.moment(transaction)?;
            let mut values = Vec::new();
            let mut put = |code: &str, value: Option<String>| {
                values.extend(field(code).map(|field| (field, value)));
            };
            if known.is_none() {
                put("first", Some(pair[0].1.clone()));
                put("second", Some(pair[1].1.clone()));
            }
            if mark.is_some() {
                put("mark", mark.clone());
                put("why", why);
                put("facts", Some(facts));
                put("marked-by", Some(write.who.clone()));
                put("marked-at", Some(at.to_string()));
            }
            let void = (is_there != mark.is_some() && known.is_some()).then_some(mark.is_none());
            let record =
                known.map_or(Edited::New(Kind::Overlap), |known| Edited::Known(known.record));
            edits.push(RecordEdit { record, values, void, if_version: None });
        }
        Ok(RecordWrite { who: write.who.clone(), note: String::new(), edits })
    }
}

/// The numbers and codes of two activities, the smaller number first.
fn pair(connection: &Connection, codes: &[String; 2]) -> Result<[(i64, String); 2], StoreError> {
    let number = |code: &str| -> Result<(i64, String), StoreError> {
        let sql = "SELECT id, code FROM activity WHERE code = ?1 AND void = 0";
        let mut statement = connection.prepare_cached(sql)?;
        let found = statement.query_row([code], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        found.ok_or_else(|| StoreError::UnknownRecord(Kind::Activity.code(), code.to_owned()))
    };
    let mut pair = [number(&codes[0])?, number(&codes[1])?];
    pair.sort_unstable();
    match RecordField::from_code(Kind::Overlap, "second") {
        Some(second) if pair[0].0 == pair[1].0 => {
            Err(StoreError::Rule(second, Rule::TwoActivities))
        }
        _ => Ok(pair),
    }
}

/// The mark of two activities, also one that was taken away.
fn known(connection: &Connection, pair: &[(i64, String); 2]) -> Result<Option<Known>, StoreError> {
    let sql = "SELECT id FROM overlap WHERE first_id = ?1 AND second_id = ?2";
    let mut statement = connection.prepare_cached(sql)?;
    let number = statement.query_row((pair[0].0, pair[1].0), |row| row.get(0)).optional()?;
    let Some(number) = number else { return Ok(None) };
    let record = Record { kind: Kind::Overlap, number };
    Ok(Some(Known { record, row: Row::read(connection, record)? }))
}

/// The conflicts of a mark and a reason with those that others have written since the person saw the mark. An equal one is
/// no conflict.
fn conflicts(
    connection: &Connection,
    known: Option<&Known>,
    seen: Option<u32>,
    mine: [&Option<String>; 2],
) -> Result<Vec<Conflict>, StoreError> {
    let (Some(known), Some(seen)) = (known, seen) else { return Ok(Vec::new()) };
    // Where no mark was seen, one that was taken away is the same as none.
    let (row, was_seen) = (&known.row, seen == 0 && !known.row.is_there());
    if was_seen || seen >= row.version {
        return Ok(Vec::new());
    }
    let newer = merge::newer(connection, known.record, seen)?;
    let itself = RecordField::itself(Kind::Overlap);
    let mut conflicts = Vec::new();
    for (code, mine) in ["mark", "why"].into_iter().zip(mine) {
        let Some(field) = RecordField::from_code(Kind::Overlap, code) else { continue };
        let theirs = row.get(field).filter(|_| row.is_there());
        let own = newer.iter().find(|newer| newer.field == field);
        let changed = own.or_else(|| newer.iter().find(|newer| newer.field == itself));
        if let Some(newer) = changed.filter(|_| theirs != mine.as_deref()) {
            let values = (theirs, mine.as_deref());
            conflicts.push(newer.conflict((known.record, field), values, row.version));
        }
    }
    Ok(conflicts)
}

#[cfg(test)]
#[path = "marking_tests.rs"]
mod tests;
