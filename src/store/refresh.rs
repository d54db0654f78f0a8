//! Refreshing: a register in memory catches up with the file by reading the changes.

use super::decode;
use super::names::Called;
use super::needs::{self, Again, Places};
use super::{
    Access, DataVersion, Refreshed, Store, StoreError, changed_activities, chapter_totals, load,
    log, overlap_marks, own_day, setting_row, themes, vocabulary,
};
use crate::domain::{Coded, Day, Kind, Kinds, Moment, NeedNumber};
use crate::fields::table_of;
use crate::query::register::{CHUNK, Disclosure, Facts, Register, Theme};
use rusqlite::Connection;
use std::collections::BTreeSet;
use std::sync::Arc;

impl Store {
    /// Brings the register that this store gave last up to date with the file; `since_change` is
    /// the newest change that it holds.
    ///
    /// Only the needs that newer changes name are read, and needs that were added at the end. When
    /// another connection has written, the small tables are compared; and when needs or their
    /// links were changed outside the log, how many there are. A difference there reads everything.
    /// Presence, drafts and saved views cost no more than the comparison of the small tables.
    pub fn refresh(&self, register: &Register, since_change: i64) -> Result<Refreshed, StoreError> {
        let transaction = self.connection.unchecked_transaction()?;
        let refreshed = self.catch_up(&transaction, register, since_change);
        let mut refreshed = refreshed.map_err(|error| error.at(&self.path))?;
        refreshed.register.stamp = register.stamp + 1;
        self.seen.set(Some(DataVersion::now(&self.connection)?));
        self.unlogged.set(Some(themes::unlogged(&transaction)?));
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
        let named = Named::since(connection, since)?;
        let earliest = named.earliest;
        let everything = asks_for_everything(connection, since)?;
        let read_whole = |changed| {
            let register = load::whole(connection, self.kept, self.day)?;
            Ok(Refreshed { register, last_change, changed, earliest, whole: true })
        };
        // Without a foreign write there are only this store's own, which the log names.
        let trusted = self.seen.get() == Some(DataVersion::now(&self.connection)?);
        if !trusted {
            self.same_schema(Access::ReadOnly)?;
        }
        // Other records are read with everything else.
        let mut fresh = register.clone();
        if everything
            || !changed_activities::read_again(connection, &mut fresh, since)?
            || !trusted && !same_tables(connection, &fresh, self.kept, self.day)?
        {
            return read_whole(named.needs);
        }
        if !trusted || !named.others.is_empty() {
            adopt_themes(connection, &mut fresh)?;
        }
        let overdue_days = setting_row::overdue_days(connection)?;
        if overdue_days != fresh.vocabulary.overdue_days {
            Arc::make_mut(&mut fresh.vocabulary).overdue_days = overdue_days;
        }
        let weights = setting_row::candidate_weights(connection)?;
        if weights != fresh.vocabulary.candidate_weights {
            Arc::make_mut(&mut fresh.vocabulary).candidate_weights = weights;
        }
        if !trusted || overlap_marks::changed(connection, since)? {
            let marks = overlap_marks::read(connection, self.kept)?;
            if marks != fresh.vocabulary.overlap_marks {
                Arc::make_mut(&mut fresh.vocabulary).overlap_marks = marks;
            }
        }
        let known = named.needs.partition_point(|id| register.row_of(*id).is_some());
        let (needs, others) = (&named.needs[..known], &named.others);
        let again = Again { needs, others, fields: &named.fields, matches: named.matches };
        again.read(connection, &mut fresh)?;
        let logged = trusted || self.unlogged.get() == Some(themes::unlogged(connection)?);
        let growth = if logged { Growth::None } else { growth(connection, &fresh)? };
        let mut changed = named.needs;
        match growth {
            Growth::None => {}
            Growth::Other => return read_whole(changed),
            Growth::AtTheEnd => {
                let old = last_id(register);
                append(connection, &mut fresh)?;
                changed.truncate(known);
                let ids = fresh.chunks.iter().rev().flat_map(|chunk| chunk.facts.id.iter().rev());
                let added = changed.len();
                let ids = ids.take_while(|id| old.is_none_or(|old| **id > old));
                changed.extend(ids.copied().map(NeedNumber::new));
                changed[added..].reverse();
            }
        }
        Ok(Refreshed { register: fresh, last_change, changed, earliest, whole: false })
    }
}

/// The needs and fields that the log names after a change.
struct Named {
    /// The needs, rising.
    needs: Vec<NeedNumber>,
    /// The needs among them with changes beside triage.
    others: BTreeSet<NeedNumber>,
    /// The codes of all fields that were changed of these.
    fields: Vec<String>,
    /// Whether matches of some of these were changed.
    matches: bool,
    /// When the first change was made.
    earliest: Option<Moment>,
}

impl Named {
    fn since(connection: &Connection, change: i64) -> Result<Self, StoreError> {
        let fields = changed_fields(connection, change)?;
        let codes: Vec<String> = fields.iter().map(|code| format!("'{code}'")).collect();
        let mut statement = connection.prepare_cached(&format!(
            // By the number of the change: the index by needs would be read from end to end. Without a join: made-up
            // statistics could have the batches read anew for each change.
            "SELECT record, max(field IN ({})), min((SELECT at FROM batch WHERE id = batch_id))
             FROM change NOT INDEXED WHERE id > ?1 AND kind = 'need' GROUP BY record ORDER BY record",
            codes.join(", "),
        ))?;
        let mut rows = statement.query([change])?;
        let others: BTreeSet<NeedNumber> =
            with_a_change(connection, Kind::Match, change)?.collect();
        let mut needs: Vec<NeedNumber> =
            with_a_change(connection, Kind::Comment, change)?.collect();
        needs.extend(&others);
        let matches = !others.is_empty();
        let mut named = Self { needs, others, fields, matches, earliest: None };
        while let Some(row) = rows.next()? {
            let need = row.get(0)?;
            named.needs.push(need);
            if row.get(1)? {
                named.others.insert(need);
            }
            if let Some(at) = row.get::<_, Option<i64>>(2)?.map(Moment::from_seconds) {
                named.earliest = Some(named.earliest.map_or(at, |earliest| earliest.min(at)));
            }
        }
        named.needs.sort_unstable();
        named.needs.dedup();
        Ok(named)
    }
}

/// Gives the needs of which a comment or a match, as the kind says, was made, changed or taken back after a change.
fn with_a_change(
    connection: &Connection,
    kind: Kind,
    change: i64,
) -> Result<impl Iterator<Item = NeedNumber>, StoreError> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT DISTINCT m.need_id FROM change c NOT INDEXED JOIN {} m ON m.id = c.record
         WHERE c.id > ?1 AND c.kind = '{}'",
        table_of(kind),
        kind.code()
    ))?;
    let needs = statement.query_map([change], |row| row.get(0))?;
    Ok(needs.collect::<Result<Vec<_>, _>>()?.into_iter())
}

/// Fields of a need that cannot be read again alone: its presence, and its origin, which may not be in the small tables
/// yet.
const WITH_EVERYTHING: [&str; 4] = ["record", "state", "review", "source"];

/// Whether the log names, after a change, other records of assistance than needs, their matches, marks of overlaps and
/// activities, or such fields of needs, or activities that came or went.
fn asks_for_everything(connection: &Connection, change: i64) -> Result<bool, StoreError> {
    let fields = WITH_EVERYTHING.map(|field| format!("'{field}'")).join(", ");
    let mut statement = connection.prepare_cached(&format!(
        "SELECT 1 FROM change NOT INDEXED
         WHERE id > ?1 AND kind NOT IN ({}) AND (kind <> 'need' OR field IN ({fields}))
         AND (kind <> 'activity' OR field = 'record')",
        log::codes(Kinds::beside_memory().with(Kind::Match).with(Kind::Overlap))
    ))?;
    Ok(statement.exists([change])?)
}

/// The codes of the fields that were changed of some need, of those that are held beside triage.
fn changed_fields(connection: &Connection, change: i64) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT DISTINCT field FROM change NOT INDEXED WHERE id > ?1 AND kind = 'need'",
    )?;
    let mut rows = statement.query([change])?;
    let mut fields = Vec::new();
    while let Some(row) = rows.next()? {
        let field = decode::name(row, 0)?;
        if Facts::COLUMNS.iter().any(|column| column.holds(&field)) {
            fields.push(field);
        }
    }
    Ok(fields)
}

/// The changes of the number of needs outside the log.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Growth {
    None,
    /// Needs were added after the last one.
    AtTheEnd,
    Other,
}

fn growth(connection: &Connection, register: &Register) -> Result<Growth, StoreError> {
    let last = last_id(register);
    let count = |sql: &str| -> Result<usize, StoreError> {
        let mut statement = connection.prepare_cached(sql)?;
        let count: u32 = statement.query_row([last.unwrap_or(0)], |row| row.get(0))?;
        Ok(count as usize)
    };
    // Needs and their articles can be many: the tally knows how many there are in all.
    let (needs, articles) = chapter_totals::totals(connection)?;
    let more = count("SELECT count(*) FROM need WHERE id > ?1 AND void = 0")?;
    // Links of needs that are taken out are not counted.
    let linked = |table: &str, which: &str| {
        let all = count(&format!("SELECT count(*) FROM {table} WHERE need_id {which}"))?;
        let out = count(&format!(
            "SELECT count(*) FROM need n CROSS JOIN {table} l ON l.need_id = n.id
             WHERE n.void = 1 AND l.need_id {which}"
        ))?;
        Ok::<_, StoreError>(all.wrapping_sub(out))
    };
    let unmatched = count("SELECT count(*) FROM need_activity WHERE void = 1 AND need_id <= ?1")?;
    let links = [
        articles.wrapping_sub(linked("need_article", "> ?1")?),
        linked("need_chapter", "<= ?1")?,
        linked("need_theme", "<= ?1")?,
        // The matches of a need are taken out with it.
        count("SELECT count(*) FROM need_activity WHERE need_id <= ?1")?.wrapping_sub(unmatched),
    ];
    // These are few, and their contents can change where their number does not.
    let others = "WITH gone (id) AS (SELECT id FROM need WHERE void = 1)
                  SELECT (SELECT count(*) FROM need_document
                          WHERE need_id <= ?1 AND need_id NOT IN (SELECT id FROM gone))
                       + (SELECT count(DISTINCT need_id) FROM recommendation
                          WHERE need_id <= ?1 AND need_id NOT IN (SELECT id FROM gone))";
    if register.vocabulary.nameless.is_none() && count(others)? != others_of(register) {
        return Ok(Growth::Other);
    }
    if needs.wrapping_sub(more) != register.len() || links != links_of(register) {
        return Ok(Growth::Other);
    }
    // As many as before, and something was changed: in place.
    Ok(if more > 0 { Growth::AtTheEnd } else { Growth::Other })
}

/// The greatest id, by which new needs are told from known ones.
fn last_id(register: &Register) -> Option<u32> {
    register.chunks.last().and_then(|chunk| chunk.facts.id.last().copied())
}

/// Whether the small tables agree with those of the register. Themes that were added at the end
/// are no difference: the log names the needs that have one. Neither are settings and marks, which are taken over, and
/// activities that the log names, which are read again; of many activities it is only looked which there are.
pub(super) fn same_tables(
    connection: &Connection,
    register: &Register,
    kept: Option<Disclosure>,
    day: Option<Day>,
) -> Result<bool, StoreError> {
    let old = &*register.vocabulary;
    let are_many = changed_activities::are_many(old);
    let called = || Called::read(connection, !are_many);
    let fresh = vocabulary::read_beside(connection, kept, day, !are_many, called)?;
    let same_activities = || {
        if are_many {
            changed_activities::have_come_or_gone(connection, old).map(|changed| !changed)
        } else {
            Ok(fresh.activities == old.activities)
        }
    };
    Ok(own_day::illustrative(connection)? == register.illustrative
        && fresh.states == old.states
        && fresh.reviews == old.reviews
        && fresh.outside == old.outside
        && fresh.categories == old.categories
        && fresh.themes.starts_with(&old.themes)
        && fresh.people == old.people
        && fresh.organisations == old.organisations
        && fresh.platforms == old.platforms
        && fresh.areas == old.areas
        && fresh.documents == old.documents
        && same_activities()?)
}

/// Takes new themes in.
fn adopt_themes(connection: &Connection, register: &mut Register) -> Result<(), StoreError> {
    let all: Vec<Theme> = vocabulary::themes(connection)?;
    if all.len() > register.vocabulary.themes.len() {
        Arc::make_mut(&mut register.vocabulary).themes = all;
    }
    Ok(())
}

/// How many articles, chapters alone, themes and activities the needs are linked with.
fn links_of(register: &Register) -> [usize; 4] {
    let mut links = [0; 4];
    let vocabulary = &register.vocabulary;
    let themes: Vec<usize> = vocabulary.theme_sets.iter().map(|set| set.len()).collect();
    let matches: Vec<usize> = vocabulary.match_sets.iter().map(|set| set.len()).collect();
    for chunk in &register.chunks {
        let facts = &chunk.facts;
        links[0] +=
            facts.articles.iter().map(|set| set.bits().count_ones() as usize).sum::<usize>();
        links[1] += facts.articles.iter().map(|set| set.chapters_alone().count()).sum::<usize>();
        links[2] += facts.themes.iter().map(|set| themes[set.index()]).sum::<usize>();
        links[3] += facts.activities.iter().map(|set| matches[set.index()]).sum::<usize>();
    }
    links
}

/// How many documents and needs with recommendations there are.
fn others_of(register: &Register) -> usize {
    let facts = register.chunks.iter().map(|chunk| &chunk.facts);
    facts.map(|facts| facts.documents.len() + facts.recommendations.len()).sum()
}

/// Reads the last chunk anew, if it is not full, and all later needs.
fn append(connection: &Connection, register: &mut Register) -> Result<(), StoreError> {
    let first = match register.chunks.last() {
        Some(chunk) if chunk.len() < CHUNK => chunk.facts.id.first().copied(),
        Some(chunk) => chunk.facts.id.last().map(|id| id + 1),
        None => None,
    };
    if register.chunks.last().is_some_and(|chunk| chunk.len() < CHUNK) {
        register.chunks.pop();
    }
    let places = Places::of(&register.vocabulary);
    register.text_ranks = None;
    register.chunks.extend(needs::read(connection, first.unwrap_or(0)..=u32::MAX, &places)?);
    places.tell(Arc::make_mut(&mut register.vocabulary));
    Ok(())
}
