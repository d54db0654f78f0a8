//! Reading needs: a range of ids becomes chunks of columns.
//!
//! The columns are declared in `query` ([`crate::query::register::Facts`] and
//! [`crate::query::register::Triage`]); how a value comes into one from a row of the file or from the change
//! log is a rule in `rules`, and `rows` makes whatever goes through all columns from the two.

mod again;
mod ids;
mod logged;
mod places;
mod reader;
mod rows;
mod rules;

pub(super) use again::Again;
pub(super) use ids::Ids;
pub(super) use logged::Logged;
pub(super) use places::Places;
pub(super) use rows::put_back;

use super::StoreError;
use crate::domain::NeedNumber;
use crate::query::register::{CHUNK, Chunk, Facts, Triage};
use reader::{Beside, Reader, Wanted};
use rusqlite::Connection;
use rusqlite::types::ValueRef;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::sync::Arc;

/// Whether SQLite finds the needs of a range of ids without going through all of them. By statistics that
/// say that the table has next to no rows it would not, so that every part would take as long as the
/// whole.
pub(super) fn are_found_by_range(connection: &Connection) -> Result<bool, StoreError> {
    let mut plan = connection.prepare(&format!("EXPLAIN QUERY PLAN {}", rows::sql(true)))?;
    let mut steps = plan.query([0, 0])?;
    while let Some(step) = steps.next()? {
        // A step in words is SQLite's own; no text of the register is in it.
        if matches!(step.get_ref(3)?, ValueRef::Text(words) if words.starts_with(b"SCAN")) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Reads the needs with these ids.
pub(super) fn read(
    connection: &Connection,
    ids: RangeInclusive<u32>,
    places: &Places,
) -> Result<Vec<Arc<Chunk>>, StoreError> {
    let range = [*ids.start(), *ids.end()];
    let mut needs = connection.prepare_cached(rows::sql(places.texts))?;
    let mut beside = Beside::prepare(connection)?;
    let mut reader = Reader::over(&mut beside, range, places, Wanted::All)?;
    let mut rows = needs.query(range)?;
    let expected = (*ids.end() - *ids.start()).saturating_add(1).min(CHUNK as u32) as usize;
    let empty = || (Facts::with_room(expected), Triage::with_room(expected));
    let (mut facts, mut triage) = empty();
    let mut chunks = Vec::new();
    while let Some(row) = rows.next()? {
        if facts.id.len() == CHUNK {
            chunks.push(finished(facts, triage));
            (facts, triage) = empty();
        }
        reader.begin(row, facts.id.len())?;
        rows::push(&mut reader, row, &mut facts, &mut triage)?;
    }
    if !facts.id.is_empty() {
        chunks.push(finished(facts, triage));
    }
    Ok(chunks)
}

/// Reads the needs that are void, which are few, one by one, without those that came later.
pub(super) fn read_void(
    connection: &Connection,
    places: &Places,
    later: &BTreeSet<NeedNumber>,
) -> Result<Vec<Arc<Chunk>>, StoreError> {
    let mut ids = connection.prepare_cached("SELECT id FROM need WHERE void = 1 ORDER BY id")?;
    let mut ids = ids.query([])?;
    let mut needs = connection.prepare_cached(rows::void_sql())?;
    let (mut facts, mut triage) = (Facts::default(), Triage::default());
    let mut chunks = Vec::new();
    while let Some(id) = ids.next()? {
        let id: u32 = id.get(0)?;
        if later.contains(&NeedNumber::new(id)) {
            continue;
        }
        if facts.id.len() == CHUNK {
            chunks.push(finished(std::mem::take(&mut facts), std::mem::take(&mut triage)));
        }
        let mut beside = Beside::prepare(connection)?;
        let mut reader = Reader::over(&mut beside, [id, id], places, Wanted::All)?;
        if let Some(row) = needs.query([id, id])?.next()? {
            reader.begin(row, facts.id.len())?;
            rows::push(&mut reader, row, &mut facts, &mut triage)?;
        }
    }
    if !facts.id.is_empty() {
        chunks.push(finished(facts, triage));
    }
    Ok(chunks)
}

fn finished(mut facts: Facts, mut triage: Triage) -> Arc<Chunk> {
    facts.tighten();
    triage.tighten();
    Arc::new(Chunk { facts: Arc::new(facts), triage: Arc::new(triage) })
}
