//! The numbers that triggers keep, against what they count.

use super::finding::{COUNTER, Finding, Findings, TALLY};
use super::rows::each;
use crate::store::StoreError;
use crate::store::link_reader::Links;
use rusqlite::{Connection, OptionalExtension};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The bit of each article's chapter.
const CHAPTERS: &str = "SELECT number, 1 << (chapter - 2) FROM article";

const NEEDS: &str = "SELECT id, review_id FROM need ORDER BY id";

const ARTICLES: &str = "SELECT need_id, article FROM need_article ORDER BY need_id";

const KEPT: &str = "SELECT review_id, chapters, needs, articles FROM tally";

/// How many needs there are of each review and set of chapters, and how many articles they touch.
type Tally = BTreeMap<(i64, i64), (i64, i64)>;

/// The numbers that triggers keep.
pub(super) fn look(connection: &Connection, findings: &mut Findings) -> Result<(), StoreError> {
    for review in wrong(connection)? {
        findings.add(Finding::new(&TALLY).table("tally").row(&review.to_string()));
    }
    let counter = connection
        .query_row("SELECT number FROM unlogged WHERE one = 1", [], |row| row.get::<_, i64>(0))
        .optional()?;
    if counter.is_none_or(|number| number < 0) {
        findings.add(Finding::new(&COUNTER).table("unlogged"));
    }
    Ok(())
}

/// The reviews with a line that counts other needs than there are. A line without needs may stand
/// for a set of chapters that no need has.
pub(super) fn wrong(connection: &Connection) -> Result<BTreeSet<i64>, StoreError> {
    let mut counted = counted(connection)?;
    let mut wrong = BTreeSet::new();
    each(connection, KEPT, |row| {
        let (review, chapters, needs): (i64, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let right = match counted.remove(&(review, chapters)) {
            Some(now) => now == (needs, row.get(3)?),
            None => needs <= 0,
        };
        wrong.extend((!right).then_some(review));
        Ok(())
    })?;
    wrong.extend(counted.into_keys().map(|(review, _)| review));
    Ok(wrong)
}

/// Counts as the view `tally_now` does, each table read once.
fn counted(connection: &Connection) -> Result<Tally, StoreError> {
    let mut chapters: HashMap<i64, i64> = HashMap::new();
    each(connection, CHAPTERS, |row| {
        chapters.insert(row.get(0)?, row.get(1)?);
        Ok(())
    })?;
    let (mut needs, mut links) = (connection.prepare(NEEDS)?, connection.prepare(ARTICLES)?);
    let mut links = Links::over(links.query([])?)?;
    let mut needs = needs.query([])?;
    let mut tally = Tally::new();
    while let Some(row) = needs.next()? {
        let (mut set, mut articles) = (0, 0);
        links.of(row.get(0)?, |article| {
            // An article that is not there has no chapter.
            set |= chapters.get(&article).copied().unwrap_or(0);
            articles += 1;
            Ok(())
        })?;
        let line = tally.entry((row.get(1)?, set)).or_default();
        *line = (line.0 + 1, line.1 + articles);
    }
    Ok(tally)
}
