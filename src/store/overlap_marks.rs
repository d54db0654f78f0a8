//! Marks of overlaps: read with the facts of their activities that have changed since, as they are now and as they were
//! before a batch.

use super::records::Row;
use super::table_rows::{coded, rows};
use super::which_rows::Which;
use super::{StoreError, decode};
use crate::domain::{Coded, Kind, Mark, MarkedFact, Moment, Record, clean_text};
use crate::fields::RecordField;
use crate::query::register::{Disclosure, OverlapMark};
use rusqlite::{Connection, OptionalExtension};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// The marks that a condition chooses, in the order of their activities.
fn all(there: &str) -> String {
    format!(
        "SELECT id, first_id, second_id, version, mark, why, facts, who, at FROM overlap WHERE {there}
         ORDER BY first_id, second_id"
    )
}

/// What an activity (`?1`) says of each of the facts on which marks are made, in the order of [`MarkedFact`].
const FACTS: &str = "
    SELECT a.code,
           coalesce(a.starts_on, '') || ' – ' || coalesce(a.ends_on, ''),
           coalesce((SELECT group_concat(word, ', ') FROM
             (SELECT coalesce(s.iso3, s.iso2, s.id) AS word FROM activity_state l JOIN state s ON s.id = l.state_id
              WHERE l.activity_id = a.id AND l.role = 'helped'
              UNION SELECT '#' || area_id FROM activity_area WHERE activity_id = a.id ORDER BY 1)), ''),
           coalesce((SELECT group_concat(word, ', ') FROM
             (SELECT printf('%02d', article) AS word FROM activity_article WHERE activity_id = a.id
              UNION SELECT t.code FROM activity_theme l JOIN theme t ON t.id = l.theme_id
              WHERE l.activity_id = a.id ORDER BY 1)), ''),
           coalesce((SELECT group_concat(word, ', ') FROM
             (SELECT o.code AS word FROM activity_organisation l JOIN organisation o ON o.id = l.organisation_id
              WHERE l.activity_id = a.id AND l.role = 'provider'
              UNION SELECT coalesce(s.iso3, s.iso2, s.id) FROM activity_state l JOIN state s ON s.id = l.state_id
              WHERE l.activity_id = a.id AND l.role = 'provider' ORDER BY 1)), ''),
           coalesce(a.status, '')
    FROM activity a WHERE a.id = ?1";

/// The facts of an activity, each in a line as a mark keeps them.
fn facts_of(
    connection: &Connection,
    activity: i64,
) -> Result<Vec<(MarkedFact, String)>, StoreError> {
    let mut statement = connection.prepare_cached(FACTS)?;
    let found = statement.query_row([activity], |row| {
        let code = decode::name(row, 0)?;
        let of = MarkedFact::ALL.iter().zip(1..);
        let line = |(fact, column): (&MarkedFact, usize)| {
            let said = decode::text(row, column)?;
            Ok((*fact, clean_text(&format!("{code} {}: {said}", fact.code()))))
        };
        of.map(line).collect()
    });
    Ok(found.optional()?.unwrap_or_default())
}

/// The facts of two activities in lines, as a mark keeps them.
pub(super) fn facts(connection: &Connection, activities: [i64; 2]) -> Result<String, StoreError> {
    let mut lines = Vec::new();
    for activity in activities {
        lines.extend(facts_of(connection, activity)?.into_iter().map(|(_, line)| line));
    }
    Ok(lines.join("\n"))
}

/// The facts of two activities that are other ones than those that a mark has kept.
fn changed_facts(
    connection: &Connection,
    activities: [i64; 2],
    kept: &str,
) -> Result<Vec<MarkedFact>, StoreError> {
    let mut changed = Vec::new();
    if kept.is_empty() {
        return Ok(changed);
    }
    for activity in activities {
        let now = facts_of(connection, activity)?.into_iter();
        let others = now.filter(|(_, line)| !kept.lines().any(|kept| kept == line));
        changed.extend(others.map(|(fact, _)| fact));
    }
    changed.sort_unstable();
    changed.dedup();
    Ok(changed)
}

/// Reads the marks with their words; `which` chooses the rows.
pub(super) fn named(connection: &Connection, which: Which) -> Result<Vec<OverlapMark>, StoreError> {
    let read = rows(connection, &all(which.condition()), |row| {
        let mark = OverlapMark {
            number: row.get(0)?,
            activities: [row.get(1)?, row.get(2)?],
            version: row.get(3)?,
            mark: coded(row, 4)?,
            why: decode::text(row, 5)?.into_owned(),
            who: decode::optional_name(row, 7)?.unwrap_or_default(),
            at: row.get::<_, Option<i64>>(8)?.map(Moment::from_seconds),
            changed: Vec::new(),
        };
        Ok((mark, decode::text(row, 6)?.into_owned()))
    })?;
    let mut marks = Vec::with_capacity(read.len());
    for (mut mark, facts) in read {
        mark.changed = changed_facts(connection, mark.activities, &facts)?;
        marks.push(mark);
    }
    Ok(marks)
}

/// Reads the marks that are there; with `kept`, without what somebody wrote.
pub(super) fn read(
    connection: &Connection,
    kept: Option<Disclosure>,
) -> Result<Vec<OverlapMark>, StoreError> {
    Ok(shown(named(connection, Which::There)?, kept))
}

fn shown(mut marks: Vec<OverlapMark>, kept: Option<Disclosure>) -> Vec<OverlapMark> {
    if kept.is_some() {
        marks.iter_mut().for_each(OverlapMark::take_words);
    }
    marks
}

/// Whether a mark was made, changed or taken away after a change of the log.
pub(super) fn changed(connection: &Connection, since: i64) -> Result<bool, StoreError> {
    let sql = "SELECT 1 FROM change NOT INDEXED WHERE id > ?1 AND kind = 'overlap'";
    Ok(connection.prepare_cached(sql)?.exists([since])?)
}

/// Reads the marks as they were before a batch; `None` where none was changed from then on.
///
/// The facts of the activities are those of now, as an earlier day shows them.
pub(super) fn before(
    connection: &Connection,
    first: i64,
    kept: Option<Disclosure>,
) -> Result<Option<Vec<OverlapMark>>, StoreError> {
    let mut then: BTreeMap<u32, Row> = BTreeMap::new();
    let mut changes = connection.prepare_cached(
        "SELECT record, field, before, version FROM change
         WHERE kind <> 'need' AND kind = 'overlap' AND batch_id >= ?1 ORDER BY id DESC",
    )?;
    let mut changes = changes.query([first])?;
    while let Some(change) = changes.next()? {
        let number = change.get(0)?;
        let record = Record { kind: Kind::Overlap, number };
        let field = RecordField::from_code(Kind::Overlap, &decode::name(change, 1)?);
        let field = field.ok_or_else(|| decode::strange(change, 1))?;
        let row = match then.entry(number) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => place.insert(Row::read(connection, record)?),
        };
        row.set(field, decode::raw(change, 2)?);
        row.version = change.get::<_, u32>(3)?.saturating_sub(1);
    }
    if then.is_empty() {
        return Ok(None);
    }
    let mut marks = named(connection, Which::There)?;
    marks.retain(|mark| !then.contains_key(&mark.number));
    for (number, row) in then.iter().filter(|(_, row)| row.is_there()) {
        marks.extend(of_row(connection, *number, row)?);
    }
    marks.sort_unstable_by_key(|mark| mark.activities);
    Ok(Some(shown(marks, kept)))
}

/// The mark with the values of a row of the log.
fn of_row(
    connection: &Connection,
    number: u32,
    row: &Row,
) -> Result<Option<OverlapMark>, StoreError> {
    let value = |code| RecordField::from_code(Kind::Overlap, code).and_then(|field| row.get(field));
    let words = |code| value(code).unwrap_or_default().to_owned();
    let Some(mark) = value("mark").and_then(Mark::from_code) else { return Ok(None) };
    let sql = "SELECT first_id, second_id FROM overlap WHERE id = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let activities = statement.query_row([number], |row| Ok([row.get(0)?, row.get(1)?]))?;
    Ok(Some(OverlapMark {
        number,
        version: row.version,
        activities,
        mark,
        why: words("why"),
        who: words("marked-by"),
        at: value("marked-at").and_then(|at| at.parse().ok()).map(Moment::from_seconds),
        changed: changed_facts(connection, activities, &words("facts"))?,
    }))
}
