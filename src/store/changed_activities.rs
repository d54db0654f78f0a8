//! Activities in memory catch up with the file: those that the log names are read again, and no others.

use super::activities::{Referred, activities, sdgs};
use super::late_activities::MANY;
use super::row_places::places_of;
use super::table_rows::rows;
use super::vocabulary::{described, kinds, programmes};
use super::{StoreError, decode};
use crate::query::register::{Register, Vocabulary};
use rusqlite::Connection;
use std::sync::Arc;

/// More activities than this are read with everything else.
const FEW: usize = 500;

/// Reads the activities anew that the log names after a change. False where that does not do, since others refer to them
/// or they to others that are not in memory: everything has to be read then, and nothing is changed here.
pub(super) fn read_again(
    connection: &Connection,
    register: &mut Register,
    since: i64,
) -> Result<bool, StoreError> {
    let ids = changed(connection, since)?;
    if ids.is_empty() {
        return Ok(true);
    }
    let vocabulary = &*register.vocabulary;
    let areas: Vec<i64> = rows(connection, "SELECT id FROM area ORDER BY id", |row| row.get(0))?;
    let is_known = |id: &i64| place(vocabulary, *id).is_some();
    if ids.len() > FEW
        || vocabulary.nameless.is_some()
        || !ids.iter().all(is_known)
        || sdgs(connection)? != vocabulary.sdgs
        || !vocabulary.areas.iter().map(|area| &area.id).eq(&areas)
    {
        return Ok(false);
    }
    let referred = Referred {
        areas: &places_of(areas.into_iter())?,
        sdgs: &vocabulary.sdgs,
        states: &places_of(vocabulary.states.iter().map(|row| row.id))?,
        organisations: &places_of(vocabulary.organisations.iter().map(|row| row.id))?,
        themes: &places_of(vocabulary.themes.iter().map(|row| row.id))?,
    };
    let among = ids.iter().map(i64::to_string).collect::<Vec<_>>().join(", ");
    let there = format!("void = 0 AND id IN ({among})");
    let mut read = activities(connection, &referred, &there, Some(&among))?;
    if read.len() != ids.len() {
        return Ok(false);
    }
    described(connection, &mut read, Some(&among))?;
    let vocabulary = Arc::make_mut(&mut register.vocabulary);
    for activity in read {
        if let Some(at) = place(vocabulary, activity.id) {
            vocabulary.activities[at] = activity;
        }
    }
    vocabulary.kinds = kinds(&vocabulary.activities);
    vocabulary.programmes = programmes(&vocabulary.activities);
    Ok(true)
}

/// The place of an activity in memory.
fn place(vocabulary: &Vocabulary, id: i64) -> Option<usize> {
    vocabulary.activities.binary_search_by_key(&id, |activity| activity.id).ok()
}

/// The activities that the log names after a change, rising.
fn changed(connection: &Connection, since: i64) -> Result<Vec<i64>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT DISTINCT record FROM change NOT INDEXED WHERE id > ?1 AND kind = 'activity' ORDER BY record",
    )?;
    let ids = statement.query_map([since], |row| row.get(0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

/// Whether so many activities are in memory that a write by others is told by the log and by their number, rather than by
/// reading all of them again: see [`have_come_or_gone`].
pub(super) fn are_many(vocabulary: &Vocabulary) -> bool {
    vocabulary.nameless.is_none() && vocabulary.activities.len() >= MANY
}

/// Whether other activities are in the file than in memory. Those that are the same may have been changed past the log.
pub(super) fn have_come_or_gone(
    connection: &Connection,
    vocabulary: &Vocabulary,
) -> Result<bool, StoreError> {
    let mut known = vocabulary.activities.iter().map(|activity| activity.id);
    let mut statement =
        connection.prepare_cached("SELECT id FROM activity WHERE void = 0 ORDER BY id")?;
    let mut ids = statement.query([])?;
    while let Some(row) = ids.next()? {
        if known.next() != Some(decode::id(row, 0)?) {
            return Ok(true);
        }
    }
    Ok(known.next().is_some())
}
