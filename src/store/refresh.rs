//! Refreshing: a register in memory catches up with the file by reading what has changed.

use super::load::{self, Ids};
use super::{Seen, Store, StoreError, vocabulary};
use crate::query::register::{CHUNK, Chunk, NeedRef, Register, Triage, Vocabulary};
use rusqlite::Connection;
use std::sync::Arc;

/// A register that has caught up.
#[derive(Debug)]
pub struct Refreshed {
    /// The new register; chunks without a change are those of the old one.
    pub register: Register,
    /// The newest change that it holds.
    pub last_change: i64,
    /// The needs that were changed or added, rising. After a reading of everything only those
    /// that the change log names.
    pub changed: Vec<u32>,
    /// Whether everything was read anew, because more than triage fields had changed.
    pub whole: bool,
}

impl Store {
    /// Brings the register that this store gave last up to date with the file; `since_change` is
    /// the newest change that it holds.
    ///
    /// Only the needs that newer changes name are read, and needs that were added at the end. The
    /// small tables are compared, and the number of needs and of their links, when another
    /// connection has written; a difference there reads everything.
    pub fn refresh(&self, register: &Register, since_change: i64) -> Result<Refreshed, StoreError> {
        let transaction = self.connection.unchecked_transaction()?;
        let refreshed = self.catch_up(&transaction, register, since_change);
        let mut refreshed = refreshed.map_err(|error| error.at(&self.path))?;
        refreshed.register.stamp = register.stamp + 1;
        self.seen.set(Some(Seen::now(self)?));
        transaction.finish()?;
        Ok(refreshed)
    }

    fn catch_up(
        &self,
        connection: &Connection,
        register: &Register,
        since: i64,
    ) -> Result<Refreshed, StoreError> {
        let last_change = self.last_change()?;
        let mut statement = connection
            .prepare_cached("SELECT DISTINCT need_id FROM change WHERE id > ?1 ORDER BY need_id")?;
        let changed = statement.query_map([since], |row| row.get(0))?;
        let mut changed: Vec<u32> = changed.collect::<Result<_, _>>()?;
        // Without a foreign write there are only this store's own, which the log names.
        let trusted = self.seen.get() == Some(Seen::now(self)?);
        let growth = if trusted { Growth::None } else { growth(connection, register)? };
        if growth == Growth::Other {
            let register = load::whole(connection, &mut |_| true)?;
            return Ok(Refreshed { register, last_change, changed, whole: true });
        }
        let mut fresh = register.clone();
        let known = changed.partition_point(|id| register.row_of(*id).is_some());
        replace_triage(connection, &mut fresh, &changed[..known])?;
        if growth == Growth::AtTheEnd {
            let old = register.len() as u32;
            append(connection, &mut fresh)?;
            changed.truncate(known);
            let rows = old..fresh.len() as u32;
            changed.extend(rows.filter_map(|row| fresh.need(row)).map(NeedRef::id));
        }
        Ok(Refreshed { register: fresh, last_change, changed, whole: false })
    }
}

/// What has happened to a register beside changes of triage fields.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Growth {
    None,
    /// Needs were added after the last one.
    AtTheEnd,
    Other,
}

fn growth(connection: &Connection, register: &Register) -> Result<Growth, StoreError> {
    let illustrative = load::illustrative(connection)?;
    let small = vocabulary::read(connection)?;
    if illustrative != register.illustrative || !same_tables(&small, &register.vocabulary) {
        return Ok(Growth::Other);
    }
    let last = register.chunks.last().and_then(|chunk| chunk.facts.id.last().copied());
    let count = |sql: &str| -> Result<usize, StoreError> {
        let mut statement = connection.prepare_cached(sql)?;
        let count: u32 = statement.query_row([last.unwrap_or(0)], |row| row.get(0))?;
        Ok(count as usize)
    };
    let old_needs = count("SELECT count(*) FROM need WHERE id <= ?1")?;
    let links = [
        count("SELECT count(*) FROM need_article WHERE need_id <= ?1")?,
        count("SELECT count(*) FROM need_theme WHERE need_id <= ?1")?,
        count("SELECT count(*) FROM need_activity WHERE need_id <= ?1")?,
    ];
    if old_needs != register.len() || links != links_of(register) {
        return Ok(Growth::Other);
    }
    let more = count("SELECT EXISTS (SELECT 1 FROM need WHERE id > ?1)")? > 0;
    Ok(if more { Growth::AtTheEnd } else { Growth::None })
}

/// Whether two vocabularies agree, whatever sets needs have made of them.
fn same_tables(fresh: &Vocabulary, old: &Vocabulary) -> bool {
    fresh.states == old.states
        && fresh.reviews == old.reviews
        && fresh.categories == old.categories
        && fresh.themes == old.themes
        && fresh.people == old.people
        && fresh.organisations == old.organisations
        && fresh.activities == old.activities
}

/// How many articles, themes and activities the needs are linked with.
fn links_of(register: &Register) -> [usize; 3] {
    let mut links = [0; 3];
    let sizes = |sets: &[Box<[u16]>]| sets.iter().map(|set| set.len()).collect::<Vec<_>>();
    let themes = sizes(&register.vocabulary.theme_sets);
    let activities = sizes(&register.vocabulary.activity_sets);
    for chunk in &register.chunks {
        let facts = &chunk.facts;
        links[0] +=
            facts.articles.iter().map(|set| set.bits().count_ones() as usize).sum::<usize>();
        links[1] += facts.themes.iter().map(|set| themes[*set as usize]).sum::<usize>();
        links[2] += facts.activities.iter().map(|set| activities[*set as usize]).sum::<usize>();
    }
    links
}

/// Reads the triage of these needs, rising, into copies of their chunks.
fn replace_triage(
    connection: &Connection,
    register: &mut Register,
    needs: &[u32],
) -> Result<(), StoreError> {
    let people = Ids::of(&register.vocabulary).people;
    let mut statement = connection.prepare_cached(
        "SELECT id, priority, horizon, response, focal_point_id, version, changed_at
         FROM need WHERE id = ?1",
    )?;
    let mut rest = needs.iter().filter_map(|id| register.row_of(*id)).collect::<Vec<_>>();
    while let Some(&row) = rest.first() {
        let number = row as usize / CHUNK;
        let ours = rest.partition_point(|row| *row as usize / CHUNK == number);
        let chunk = Arc::clone(&register.chunks[number]);
        let mut triage = Triage::clone(&chunk.triage);
        for row in rest.drain(..ours) {
            let place = row as usize % CHUNK;
            let mut one = Triage::default();
            let mut rows = statement.query([chunk.facts.id[place]])?;
            // A need that is gone makes a difference of counts, which is looked for elsewhere.
            let Some(row) = rows.next()? else { continue };
            load::push_triage(&mut one, row, &people)?;
            triage.priority[place] = one.priority[0];
            triage.horizon[place] = one.horizon[0];
            triage.response[place] = one.response[0];
            triage.focal[place] = one.focal[0];
            triage.version[place] = one.version[0];
            triage.changed[place] = one.changed[0];
        }
        let fresh = Chunk { facts: Arc::clone(&chunk.facts), triage: Arc::new(triage) };
        register.chunks[number] = Arc::new(fresh);
    }
    Ok(())
}

/// Reads the last chunk anew, if it is not full, and what comes after it.
fn append(connection: &Connection, register: &mut Register) -> Result<(), StoreError> {
    let first = match register.chunks.last() {
        Some(chunk) if chunk.len() < CHUNK => chunk.facts.id.first().copied(),
        Some(chunk) => chunk.facts.id.last().map(|id| id + 1),
        None => None,
    };
    if register.chunks.last().is_some_and(|chunk| chunk.len() < CHUNK) {
        register.chunks.pop();
    }
    let vocabulary = Arc::make_mut(&mut register.vocabulary);
    let chunks = &mut register.chunks;
    load::needs_from(connection, first.unwrap_or(0), vocabulary, chunks, &mut |_| true)
}
