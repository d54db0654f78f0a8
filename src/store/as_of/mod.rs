//! The register as it was at the end of an earlier day: what was there by then, with the triage
//! fields as they were. Computed from a register in memory and the change log; nothing is written.
//!
//! A need counts from the day on which it was identified, however late it was entered, with what it says now; one that
//! is void counts on no day. Of what was known then ([`Store::knowing_then`]) that is part too: what was entered,
//! corrected or voided later is as it was.

mod assistance;
mod backwards;
mod cut;
mod file;
mod record;
mod whole;

pub use backwards::Backwards;
pub use file::FileOn;

use super::decode;
use super::effective_change;
use super::needs::{self, Logged};
use super::overlap_marks;
use super::setting_row;
use super::{NeedDetail, NeedWords, Store, StoreError};
use crate::domain::{Coded, Day, Kind, Moment, NeedNumber, TriageField};
use crate::fields::RecordField;
use crate::query::register::{Address, Chunk, Register, Triage, Vocabulary};
use rusqlite::{Connection, Row, params};
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

/// The changes from one batch on and before another, the newest first: each is taken back by its
/// value before.
const LATER: &str = "SELECT record, field, before, version FROM change
                     WHERE batch_id >= ?1 AND batch_id < ?2 AND +kind = 'need' ORDER BY id DESC";

impl Store {
    /// Has earlier days shown as they were known then: without what was entered, corrected or voided after them.
    #[must_use]
    pub fn knowing_then(mut self, known_then: bool) -> Self {
        self.known_then = known_then;
        self
    }

    /// Gives this file's register as it was at the end of a day (in UTC, as moments are kept).
    ///
    /// Values before a change are put back whatever the fields hold now, so that a write between the loading and this
    /// does no harm.
    pub fn as_of(&self, register: &Register, day: Day) -> Result<Register, StoreError> {
        let after = self.after(day)?;
        let first = first_from(&self.connection, after)?;
        if self.known_then && self.is_beyond_triage(first, None)? {
            let past = self.whole_before(first, register.is_void);
            let mut past = past.map_err(|error| error.at(&self.path))?;
            past.stamp = register.stamp;
            return Ok(cut::at(&past, day, true));
        }
        let mut past = register.clone();
        self.take_back_assistance(&mut past, &(after..i64::MAX))?;
        let mut past = cut::at(&past, day, after < i64::MAX);
        self.take_back(&mut past, after..i64::MAX).map_err(|error| error.at(&self.path))?;
        Ok(past)
    }

    /// The rest of a need as it was at the end of a day: its notes then, its changes until then. Which
    /// needs were its duplicates then is not told.
    pub fn need_detail_as_of(&self, need: NeedNumber, day: Day) -> Result<NeedDetail, StoreError> {
        let first = first_from(&self.connection, self.after(day)?)?;
        if self.known_then && self.is_beyond_triage(first, Some(need))? {
            let mut detail = self.store_before(first)?.need_detail(need)?;
            detail.repeated_by.clear();
            return Ok(detail);
        }
        let mut detail = self.need_detail(need)?;
        detail.notes = self.need_words_as_of(need, day)?.notes;
        detail.history.retain(|entry| entry.batch < first);
        detail.comments = self.comments_before(need, first)?;
        detail.repeated_by.clear();
        Ok(detail)
    }

    /// The first moment after a day, in seconds; `i64::MAX` for today and later days, so that changes
    /// written while a clock was ahead, or on another day of an illustrative register, still count
    /// in the register of today.
    pub(super) fn after(&self, day: Day) -> Result<i64, StoreError> {
        if day >= self.today()? {
            return Ok(i64::MAX);
        }
        Ok((i64::from(day.number()) + 1) * Moment::DAY)
    }

    /// The words of a need that stand in the file alone, with its notes as they were at the end of a day.
    pub fn need_words_as_of(&self, need: NeedNumber, day: Day) -> Result<NeedWords, StoreError> {
        let first = first_from(&self.connection, self.after(day)?)?;
        if self.known_then && self.is_beyond_triage(first, Some(need))? {
            return self.store_before(first)?.need_words(need);
        }
        let mut words = self.need_words(need)?;
        words.comments = self.comments_before(need, first)?;
        let mut statement = self.connection.prepare_cached(
            "SELECT before FROM change
             WHERE kind = 'need' AND record = ?1 AND field = ?2 AND batch_id >= ?3 ORDER BY id LIMIT 1",
        )?;
        let mut rows = statement.query(params![need, TriageField::Notes.code(), first])?;
        if let Some(row) = rows.next()? {
            words.notes = decode::optional_text(row, 0)?.unwrap_or_default().into_owned();
        }
        Ok(words)
    }

    fn logged(&self, vocabulary: &Vocabulary) -> Result<Logged, StoreError> {
        let codes = match self.posts()? {
            Some(posts) => posts.codes(),
            None => vocabulary.people.iter().map(|person| person.code.clone()).collect(),
        };
        // A change may name what has been taken out since.
        let gone =
            "SELECT code FROM person WHERE void = 1 UNION SELECT code FROM theme WHERE void = 1";
        let mut gone = self.connection.prepare_cached(gone)?;
        let gone = gone.query_map([], |row| decode::name(row, 0))?;
        Ok(Logged::of(vocabulary, codes, gone.collect::<Result<_, _>>()?))
    }

    /// Takes back what has changed of matches and activities in these moments; later changes must be taken back already.
    fn take_back_assistance(
        &self,
        past: &mut Register,
        moments: &Range<i64>,
    ) -> Result<(), StoreError> {
        let first = |moment| first_from(&self.connection, moment);
        let batches = first(moments.start)?..first(moments.end)?;
        let taken = assistance::take_back(&self.connection, past, moments, &batches);
        taken.map_err(|error| error.at(&self.path))
    }

    /// Takes back the changes of these moments; later ones must be taken back already.
    fn take_back(&self, past: &mut Register, moments: Range<i64>) -> Result<(), StoreError> {
        let log = self.logged(&past.vocabulary)?;
        let mut touched = BTreeSet::new();
        let mut statement = self.connection.prepare_cached(LATER)?;
        let first = |moment| first_from(&self.connection, moment);
        let mut rows = statement.query([first(moments.start)?, first(moments.end)?])?;
        while let Some(change) = rows.next()? {
            let need = change.get(0)?;
            let Some(row) = past.row_of(need) else { continue };
            put_back(&log, &mut past.chunks, row, change)?;
            touched.insert((row, need));
        }
        let undone = effective_change::undone(&self.connection)?;
        for (row, need) in touched {
            let last_before = if undone.contains(&need) {
                effective_change::last_before
            } else {
                effective_change::last_plain_before
            };
            let at = last_before(&self.connection, need, moments.start)?;
            let at = at.and_then(|at| u32::try_from(at).ok());
            let (triage, place) = triage_at(&mut past.chunks, row);
            triage.changed[place] = at.unwrap_or(0);
        }
        let overdue_days = setting_row::overdue_days_before(&self.connection, moments.start)?;
        let vocabulary = Arc::make_mut(&mut past.vocabulary);
        vocabulary.theme_sets = log.theme_sets();
        vocabulary.overdue_days = overdue_days.unwrap_or(vocabulary.overdue_days);
        let weights = setting_row::candidate_weights_before(&self.connection, moments.start)?;
        vocabulary.candidate_weights = weights.unwrap_or(vocabulary.candidate_weights);
        if let Some(marks) =
            overlap_marks::before(&self.connection, first(moments.start)?, self.kept)?
        {
            vocabulary.overlap_marks = marks;
        }
        Ok(())
    }
}

/// The first batch that was not written before a moment; it and all that follow it in the log are
/// later, whatever the clocks said that they were written by.
fn first_from(connection: &Connection, moment: i64) -> Result<i64, StoreError> {
    if moment == i64::MAX {
        return Ok(i64::MAX);
    }
    let mut first =
        connection.prepare_cached("SELECT coalesce(min(id), ?2) FROM batch WHERE at >= ?1")?;
    Ok(first.query_row([moment, i64::MAX], |row| row.get(0))?)
}

/// The columns of a row, to be changed, and its place in them. The first change of a chunk copies
/// its columns; the register that they came from keeps its own.
fn triage_at(chunks: &mut [Arc<Chunk>], row: Address) -> (&mut Triage, usize) {
    let chunk = Arc::make_mut(&mut chunks[row.chunk()]);
    (Arc::make_mut(&mut chunk.triage), row.offset())
}

/// Puts back the value before a line of the log.
fn put_back(
    log: &Logged,
    chunks: &mut [Arc<Chunk>],
    row: Address,
    change: &Row,
) -> Result<(), StoreError> {
    let chunk = &mut chunks[row.chunk()];
    let field = RecordField::from_code(Kind::Need, &decode::name(change, 1)?);
    let field = field.ok_or_else(|| decode::strange(change, 1))?;
    if field.triage().is_some() {
        // Notes stand in the file alone: `need_detail_as_of` reads them.
        needs::put_back(log, change, chunk, row.offset())?;
    }
    let (triage, place) = triage_at(chunks, row);
    triage.version[place] = change.get::<_, u32>(3)?.saturating_sub(1);
    Ok(())
}
