//! Compares the numbers that triggers keep with the rows that they count.

use super::finding::{COUNTER, CheckFinding, Findings, OUTSIDE, TALLY};
use super::rows::each;
use crate::store::StoreError;
use crate::store::link_reader::Links;
use rusqlite::{Connection, OptionalExtension, Row};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The bit of each article's chapter.
const CHAPTERS: &str = "SELECT number, 1 << (chapter - 2) FROM article";

/// The review of each need, or its State and source outside reviews: the row of the tally that
/// counts it.
const NEEDS: &str = "
  SELECT id, coalesce(review_id, 0), CASE WHEN review_id IS NULL THEN state_id ELSE 0 END, source
  FROM need WHERE void = 0 ORDER BY id";

const ARTICLES: &str = "SELECT need_id, article FROM need_article ORDER BY need_id";

const ALONE: &str = "SELECT need_id, 1 << (chapter - 2) FROM need_chapter ORDER BY need_id";

const KEPT: &str = "SELECT review_id, state_id, source, chapters, needs, articles FROM tally";

/// A review, or 0, a State and a source.
type Provenance = (i64, i64, String);

/// The needs of each provenance and set of chapters, counted, and the articles that they touch.
type Tally = BTreeMap<(Provenance, i64), (i64, i64)>;

/// The numbers that triggers keep.
pub(super) fn look(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    for (review, state, source) in wrong(connection)? {
        let row = if review == 0 { format!("{state} {source}") } else { review.to_string() };
        findings.add(CheckFinding::new(&TALLY).table("tally").row(&row));
    }
    Ok(())
}

/// The number of changes outside the log: whether it is there, and whether there were any.
pub(super) fn outside_the_log(
    connection: &Connection,
    findings: &mut Findings,
) -> Result<(), StoreError> {
    let counter = connection
        .query_row("SELECT number FROM unlogged WHERE one = 1", [], |row| row.get::<_, i64>(0))
        .optional()?;
    match counter.map(usize::try_from) {
        Some(Ok(0)) => {}
        Some(Ok(count)) => {
            findings.add(CheckFinding::new(&OUTSIDE).table("unlogged").with("count", count));
        }
        _ => findings.add(CheckFinding::new(&COUNTER).table("unlogged")),
    }
    Ok(())
}

/// The provenances with a line that counts other needs than there are. A line without needs may stand
/// for a set of chapters that no need has.
pub(super) fn wrong(connection: &Connection) -> Result<BTreeSet<Provenance>, StoreError> {
    let mut counted = counted(connection)?;
    let mut wrong = BTreeSet::new();
    each(connection, KEPT, |row| {
        let line = (provenance(row, 0)?, row.get(3)?);
        let needs: i64 = row.get(4)?;
        let right = match counted.remove(&line) {
            Some(now) => now == (needs, row.get(5)?),
            None => needs <= 0,
        };
        wrong.extend((!right).then_some(line.0));
        Ok(())
    })?;
    wrong.extend(counted.into_keys().map(|(of, _)| of));
    Ok(wrong)
}

/// Three columns, from the place of the first.
fn provenance(row: &Row<'_>, first: usize) -> Result<Provenance, rusqlite::Error> {
    let source = String::from_utf8_lossy(row.get_ref(first + 2)?.as_bytes().unwrap_or_default());
    Ok((row.get(first)?, row.get::<_, Option<i64>>(first + 1)?.unwrap_or(0), source.into_owned()))
}

/// Counts as the view `tally_now` does, each table read once.
fn counted(connection: &Connection) -> Result<Tally, StoreError> {
    let mut chapters: HashMap<i64, i64> = HashMap::new();
    each(connection, CHAPTERS, |row| {
        chapters.insert(row.get(0)?, row.get(1)?);
        Ok(())
    })?;
    let (mut needs, mut links, mut alone) =
        (connection.prepare(NEEDS)?, connection.prepare(ARTICLES)?, connection.prepare(ALONE)?);
    let mut links = Links::<i64>::over(links.query([])?)?;
    let mut alone = Links::<i64>::over(alone.query([])?)?;
    let mut needs = needs.query([])?;
    let mut tally = Tally::new();
    while let Some(row) = needs.next()? {
        let (mut set, mut articles) = (0, 0);
        alone.of(row.get(0)?, |chapter| {
            set |= chapter;
            Ok(())
        })?;
        links.of(row.get(0)?, |article| {
            // An article that is not there has no chapter.
            set |= chapters.get(&article).copied().unwrap_or(0);
            articles += 1;
            Ok(())
        })?;
        let line = tally.entry((provenance(row, 1)?, set)).or_default();
        *line = (line.0 + 1, line.1 + articles);
    }
    Ok(tally)
}
