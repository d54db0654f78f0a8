//! Loading by two readers: each half of the needs on a connection and a processor of its own.

use super::load::{self, Ids, NeedSets};
use super::sets::Sets;
use super::{StoreError, connect, vocabulary};
use crate::query::register::{CHUNK, Chunk, Facts, Register, Triage};
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::sync::Arc;

/// Below so many needs one reader is as quick.
const WORTH_IT: u32 = 1_000;

/// What a reader has read.
struct Part {
    chunks: Vec<(Facts, Triage)>,
    sets: NeedSets,
}

/// A second connection that sees just what the first one's transaction sees; `None` where there
/// is none to be had: a register in memory, a place where a reader may not write its index, a
/// write between the two.
pub(super) fn second(path: &Path, first: &Connection) -> Option<Connection> {
    if path.as_os_str().is_empty() {
        return None;
    }
    let seen = fingerprint(first).ok()?;
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let other = connect::connect(path, flags).ok()?;
    other.execute_batch("BEGIN").ok()?;
    (fingerprint(&other).ok()? == seen).then_some(other)
}

/// The newest change and the newest need: what every write moves.
fn fingerprint(connection: &Connection) -> Result<(i64, i64), rusqlite::Error> {
    let newest = "SELECT coalesce((SELECT max(id) FROM change), 0),
                         coalesce((SELECT max(id) FROM need), 0)";
    connection.query_row(newest, [], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Everything: the first needs by the other connection in a thread, the small tables and the
/// other needs by this one.
pub(super) fn by_two(
    connection: &Connection,
    other: Connection,
    progress: &mut dyn FnMut(usize) -> bool,
) -> Result<Register, StoreError> {
    let ends = "SELECT coalesce(min(id), 0), coalesce(max(id), 0) FROM need";
    let (first, last): (u32, u32) =
        connection.query_row(ends, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let count = last.saturating_sub(first).saturating_add(1);
    if count < WORTH_IT {
        return load::whole(connection, progress);
    }
    let middle = first + share(count);
    let ids = Ids::read(connection)?;
    let (theirs, ours, vocabulary) = std::thread::scope(|scope| {
        let ids = &ids;
        let theirs = scope.spawn(move || part(&other, first..middle, ids, &mut |_| true));
        let vocabulary = vocabulary::read(connection);
        let ours = part(connection, middle..u32::MAX, ids, progress);
        // A panic there has ended the program; the error only satisfies the type.
        let theirs = theirs.join().unwrap_or(Err(StoreError::Stopped));
        (theirs, ours, vocabulary)
    });
    let (theirs, ours, mut vocabulary) = (theirs?, ours?, vocabulary?);
    let Some((chunks, sets)) = joined(theirs, ours) else {
        return load::whole(connection, progress);
    };
    vocabulary.theme_sets = sets.themes.into_all();
    vocabulary.activity_sets = sets.activities.into_all();
    let illustrative = load::illustrative(connection)?;
    Ok(Register { stamp: 0, illustrative, vocabulary: Arc::new(vocabulary), chunks })
}

/// How many needs the thread reads: whole chunks where there are several; of fewer the larger
/// part, since this connection reads the small tables too.
fn share(count: u32) -> u32 {
    let chunk = CHUNK as u32;
    if count > chunk { (count / 2 / chunk).max(1) * chunk } else { count / 10 * 7 }
}

fn part(
    connection: &Connection,
    needs: std::ops::Range<u32>,
    ids: &Ids,
    progress: &mut dyn FnMut(usize) -> bool,
) -> Result<Part, StoreError> {
    let empty = [Box::default()];
    let mut sets = NeedSets { themes: Sets::from(&empty), activities: Sets::from(&empty) };
    let mut chunks = Vec::new();
    load::read(connection, needs, ids, &mut sets, &mut |facts, triage| {
        chunks.push((facts, triage));
        progress(chunks.len() * CHUNK)
    })?;
    Ok(Part { chunks, sets })
}

/// Both parts in one. `None` where the ids have gaps, so that the first part ends within a chunk
/// and more would follow than fills it.
fn joined(first: Part, second: Part) -> Option<(Vec<Arc<Chunk>>, NeedSets)> {
    let Part { mut chunks, mut sets } = first;
    let themes = renumbered(&mut sets.themes, second.sets.themes);
    let activities = renumbered(&mut sets.activities, second.sets.activities);
    let mut more = second.chunks;
    for (facts, _) in &mut more {
        facts.themes.iter_mut().for_each(|set| *set = themes[*set as usize]);
        facts.activities.iter_mut().for_each(|set| *set = activities[*set as usize]);
    }
    let filled = chunks.last().map_or(CHUNK, |(facts, _)| facts.id.len());
    if filled == CHUNK {
        chunks.extend(more);
    } else {
        let [(mut facts, mut triage)] = <[_; 1]>::try_from(more).ok()?;
        let (open_facts, open_triage) = chunks.last_mut()?;
        if filled + facts.id.len() > CHUNK {
            return None;
        }
        open_facts.append(&mut facts);
        open_triage.append(&mut triage);
    }
    let arc =
        |(facts, triage)| Arc::new(Chunk { facts: Arc::new(facts), triage: Arc::new(triage) });
    Some((chunks.into_iter().map(arc).collect(), sets))
}

/// Takes other sets into these; the new number of each, by its old one.
fn renumbered(sets: &mut Sets, others: Sets) -> Vec<u32> {
    others.into_all().into_iter().map(|mut set| sets.number(&mut set)).collect()
}
