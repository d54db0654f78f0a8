//! Loading: the file becomes a register in memory, in one consistent reading.

use super::column::{self, Days};
use super::links::Links;
use super::sets::Sets;
use super::{Seen, Store, StoreError, vocabulary};
use crate::domain::{Article, ArticleSet, Horizon, Priority, Response};
use crate::query::register::{CHUNK, Chunk, Facts, Register, Triage, Vocabulary};
use rusqlite::{Connection, Row};
use std::sync::Arc;

/// Needs from an id on, in order. The triage columns come first, as [`push_triage`] reads them.
const NEEDS: &str = "SELECT id, priority, horizon, response, focal_point_id, version, changed_at,
                            review_id, category_id, identified_on, text
                     FROM need WHERE id >= ?1 ORDER BY id";
const ARTICLES: &str =
    "SELECT need_id, article FROM need_article WHERE need_id >= ?1 ORDER BY need_id";
const THEMES: &str =
    "SELECT need_id, theme_id FROM need_theme WHERE need_id >= ?1 ORDER BY need_id";
const ACTIVITIES: &str =
    "SELECT need_id, activity_id FROM need_activity WHERE need_id >= ?1 ORDER BY need_id";

impl Store {
    /// Reads everything. `progress` gets the number of needs read after each chunk and stops the
    /// loading by giving `false`.
    pub fn load(&self, progress: &mut dyn FnMut(usize) -> bool) -> Result<Register, StoreError> {
        let transaction = self.connection.unchecked_transaction()?;
        let register = whole(&transaction, progress).map_err(|error| error.at(&self.path))?;
        self.seen.set(Some(Seen::now(self)?));
        transaction.finish()?;
        Ok(register)
    }
}

/// Everything, inside the caller's transaction.
pub(super) fn whole(
    connection: &Connection,
    progress: &mut dyn FnMut(usize) -> bool,
) -> Result<Register, StoreError> {
    let mut vocabulary = vocabulary::read(connection)?;
    let mut chunks = Vec::new();
    needs_from(connection, 0, &mut vocabulary, &mut chunks, progress)?;
    Ok(Register {
        stamp: 0,
        illustrative: illustrative(connection)?,
        vocabulary: Arc::new(vocabulary),
        chunks,
    })
}

/// Whether the file says that its needs are illustrative.
pub(super) fn illustrative(connection: &Connection) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM meta WHERE key = 'illustrative' AND value = 'yes')";
    Ok(connection.query_row(sql, [], |row| row.get(0))?)
}

/// Reads the needs from an id on and adds their chunks; new sets go into the vocabulary.
pub(super) fn needs_from(
    connection: &Connection,
    first: u32,
    vocabulary: &mut Vocabulary,
    chunks: &mut Vec<Arc<Chunk>>,
    progress: &mut dyn FnMut(usize) -> bool,
) -> Result<(), StoreError> {
    let ids = Ids::of(vocabulary);
    let mut theme_sets = Sets::from(&vocabulary.theme_sets);
    let mut activity_sets = Sets::from(&vocabulary.activity_sets);
    let mut days = Days::default();
    let (mut articles, mut themes, mut activities, mut needs) = (
        connection.prepare_cached(ARTICLES)?,
        connection.prepare_cached(THEMES)?,
        connection.prepare_cached(ACTIVITIES)?,
        connection.prepare_cached(NEEDS)?,
    );
    let mut articles = Links::over(articles.query([first])?)?;
    let mut themes = Links::over(themes.query([first])?)?;
    let mut activities = Links::over(activities.query([first])?)?;
    let mut rows = needs.query([first])?;
    let (mut facts, mut triage) = (Facts::default(), Triage::default());
    let mut members = Vec::new();
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        facts.id.push(u32::try_from(id).map_err(|_| StoreError::TooLarge)?);
        push_triage(&mut triage, row, &ids.people)?;
        facts.review.push(column::place(row.get(7)?, &ids.reviews)?);
        let category = column::slot(row, 8, &ids.categories)?;
        facts.category.push(u8::try_from(category).map_err(|_| StoreError::TooLarge)?);
        facts.identified.push(days.read(row, 9)?);
        facts.texts.push(column::text(row, 10)?);
        let mut set = ArticleSet::EMPTY;
        articles.of(id, |number| {
            let article = u8::try_from(number).ok().and_then(Article::new);
            set.insert(article.ok_or_else(|| StoreError::Damaged(None, format!("#{number}?")))?);
            Ok(())
        })?;
        facts.articles.push(set);
        let mut number = |links: &mut Links, ids: &[i64], sets: &mut Sets| {
            members.clear();
            links.of(id, |other| {
                members.push(column::place(other, ids)?);
                Ok(())
            })?;
            Ok::<_, StoreError>(sets.number(&mut members))
        };
        facts.themes.push(number(&mut themes, &ids.themes, &mut theme_sets)?);
        facts.activities.push(number(&mut activities, &ids.activities, &mut activity_sets)?);
        if facts.id.len() == CHUNK {
            chunks.push(finished(&mut facts, &mut triage));
            if !progress(chunks.len() * CHUNK) {
                return Err(StoreError::Stopped);
            }
        }
    }
    if !facts.id.is_empty() {
        chunks.push(finished(&mut facts, &mut triage));
    }
    vocabulary.theme_sets = theme_sets.into_all();
    vocabulary.activity_sets = activity_sets.into_all();
    Ok(())
}

fn finished(facts: &mut Facts, triage: &mut Triage) -> Arc<Chunk> {
    let (facts, triage) = (std::mem::take(facts), std::mem::take(triage));
    Arc::new(Chunk { facts: Arc::new(facts), triage: Arc::new(triage) })
}

/// Adds the triage of one need: columns 1 to 6 of the row.
pub(super) fn push_triage(
    triage: &mut Triage,
    row: &Row,
    people: &[i64],
) -> Result<(), StoreError> {
    triage.priority.push(column::code::<Priority>(row, 1)?);
    triage.horizon.push(column::code::<Horizon>(row, 2)?);
    triage.response.push(column::code::<Response>(row, 3)?);
    triage.focal.push(column::slot(row, 4, people)?);
    triage.version.push(row.get(5)?);
    triage.changed.push(row.get::<_, Option<u32>>(6)?.unwrap_or(0));
    Ok(())
}

/// The ids of the small tables' rows, by place: rising, as the vocabulary is in that order.
pub(super) struct Ids {
    reviews: Vec<i64>,
    categories: Vec<i64>,
    themes: Vec<i64>,
    pub(super) people: Vec<i64>,
    activities: Vec<i64>,
}

impl Ids {
    pub(super) fn of(vocabulary: &Vocabulary) -> Self {
        Self {
            reviews: vocabulary.reviews.iter().map(|row| row.id).collect(),
            categories: vocabulary.categories.iter().map(|row| row.id).collect(),
            themes: vocabulary.themes.iter().map(|row| row.id).collect(),
            people: vocabulary.people.iter().map(|row| row.id).collect(),
            activities: vocabulary.activities.iter().map(|row| row.id).collect(),
        }
    }
}
