//! Assistance as it was at the end of an earlier day: matches that were made later are not there, and the extents of
//! matches and the statuses of activities are those that the log found before they were changed.

use crate::domain::{ActivityStatus, Coded, Extent, Kind, NeedNumber};
use crate::query::register::{Activity, Match, Register};
use crate::store::interner::Sets;
use crate::store::{StoreError, decode};
use rusqlite::{Connection, Statement};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// Matches that are there now and were made in a time.
const LATER: &str =
    "SELECT need_id, activity_id FROM need_activity WHERE void = 0 AND at >= ?1 AND at < ?2";

/// Values of a field before its changes in some batches, the newest first.
fn before(kind: Kind, field: &str, from: &str, columns: &str) -> String {
    format!(
        "SELECT {columns}, c.before FROM change c {from} WHERE c.kind = '{}' AND c.field = '{field}'
         AND c.batch_id >= ?1 AND c.batch_id < ?2 ORDER BY c.id DESC",
        kind.code()
    )
}

/// Takes back, in a register from which later changes are taken back already, what changed in a time: in these moments,
/// which are those of these batches.
pub(super) fn take_back(
    connection: &Connection,
    past: &mut Register,
    moments: &Range<i64>,
    batches: &Range<i64>,
) -> Result<(), StoreError> {
    let statuses = statuses(connection, past, batches)?;
    let matches = matches(connection, past, moments, batches)?;
    if !statuses.is_empty() {
        let vocabulary = Arc::make_mut(&mut past.vocabulary);
        for (at, status) in statuses {
            put_status(&mut vocabulary.activities[at], status);
        }
    }
    put_matches(past, &matches);
    Ok(())
}

/// The status then of activities that have another one now, by their places.
fn statuses(
    connection: &Connection,
    past: &Register,
    batches: &Range<i64>,
) -> Result<BTreeMap<usize, String>, StoreError> {
    let mut all = BTreeMap::new();
    let sql = before(Kind::Activity, "status", "", "c.record");
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query([batches.start, batches.end])?;
    while let Some(row) = rows.next()? {
        let activities = &past.vocabulary.activities;
        let id: i64 = row.get(0)?;
        if let Ok(at) = activities.binary_search_by_key(&id, |activity| activity.id) {
            all.insert(at, decode::optional_name(row, 1)?.unwrap_or_default());
        }
    }
    Ok(all)
}

/// Gives an activity the status of then. What was hoped for or planned had not begun.
fn put_status(activity: &mut Activity, status: String) {
    use ActivityStatus::{Done, Ongoing, Published, Suspended};
    activity.status = status.into();
    if !matches!(activity.status(), Some(Ongoing | Suspended | Done | Published)) {
        activity.began = None;
    }
}

/// The matches that were otherwise, by need: each activity, by its place, with the extent of then; `None` where the
/// match was made later.
type Otherwise = BTreeMap<NeedNumber, BTreeMap<u16, Option<Extent>>>;

fn matches(
    connection: &Connection,
    past: &Register,
    moments: &Range<i64>,
    batches: &Range<i64>,
) -> Result<Otherwise, StoreError> {
    let mut all = Otherwise::new();
    let match_of = "JOIN need_activity m ON m.id = c.record AND m.void = 0";
    let extents = before(Kind::Match, "extent", match_of, "m.need_id, m.activity_id");
    let mut statement = connection.prepare_cached(&extents)?;
    put(&mut all, past, &mut statement, batches, true)?;
    let mut statement = connection.prepare_cached(LATER)?;
    put(&mut all, past, &mut statement, moments, false)?;
    Ok(all)
}

/// Puts the matches that a question gives in, with their extents where it gives these.
fn put(
    all: &mut Otherwise,
    past: &Register,
    statement: &mut Statement<'_>,
    range: &Range<i64>,
    extents: bool,
) -> Result<(), StoreError> {
    let mut rows = statement.query([range.start, range.end])?;
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(1)?;
        let activities = &past.vocabulary.activities;
        // Of an activity that is not there, no match is.
        let Ok(at) = activities.binary_search_by_key(&id, |activity| activity.id) else { continue };
        let extent = if extents { Some(decode::coded(row, 2)?) } else { None };
        all.entry(row.get(0)?).or_default().insert(at as u16, extent);
    }
    Ok(())
}

/// Gives needs the matches of then.
fn put_matches(past: &mut Register, otherwise: &Otherwise) {
    if otherwise.is_empty() {
        return;
    }
    let sets = Sets::from(&past.vocabulary.match_sets);
    for (need, otherwise) in otherwise {
        let Some(row) = past.row_of(*need) else { continue };
        let Some(own) = past.need(row) else { continue };
        let then = |one: &Match| match otherwise.get(&one.activity) {
            Some(extent) => extent.map(|extent| Match { extent, ..*one }),
            None => Some(*one),
        };
        let mut then: Vec<Match> = own.matches().iter().filter_map(then).collect();
        let place = sets.place(&mut then);
        let chunk = Arc::make_mut(&mut past.chunks[row.chunk()]);
        Arc::make_mut(&mut chunk.facts).activities[row.offset()] = place;
    }
    Arc::make_mut(&mut past.vocabulary).match_sets = sets.all();
}
