//! Reading needs: a range of ids becomes chunks of columns.

use super::decode;
use super::decode::Days;
use super::interner::Sets;
use super::link_reader::Links;
use super::{StoreError, outside};
use crate::domain::{
    Article, ArticleSet, Chapter, Coded, Horizon, Priority, Response, Source, fold,
};
use crate::query::register::{
    CHUNK, Chunk, Facts, ProvenancePlace, Triage, Vocabulary, encoded_date, encoded_day,
};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};
use std::ops::RangeInclusive;
use std::sync::Arc;

/// Needs in order. The triage columns come first, as [`push_triage`] reads them.
const NEEDS: &str = "SELECT id, priority, horizon, response, focal_point_id, version, changed_at,
                            projected_on, duplicate_of, review_id, category_id, identified_on, text,
                            CASE WHEN review_id IS NULL THEN state_id END,
                            CASE WHEN review_id IS NULL THEN source END, rank
                     FROM need WHERE id BETWEEN ?1 AND ?2 AND void = 0 ORDER BY id";
/// The same without what they say.
const SILENT: &str = "SELECT id, priority, horizon, response, focal_point_id, version, changed_at,
                             projected_on, duplicate_of, review_id, category_id, identified_on, '',
                             CASE WHEN review_id IS NULL THEN state_id END,
                             CASE WHEN review_id IS NULL THEN source END, rank
                      FROM need WHERE id BETWEEN ?1 AND ?2 AND void = 0 ORDER BY id";
const ARTICLES: &str = "SELECT need_id, article FROM need_article
                        WHERE need_id BETWEEN ?1 AND ?2 ORDER BY need_id";
const CHAPTERS: &str = "SELECT need_id, chapter FROM need_chapter
                        WHERE need_id BETWEEN ?1 AND ?2 ORDER BY need_id";
const THEMES: &str = "SELECT need_id, theme_id FROM need_theme
                      WHERE need_id BETWEEN ?1 AND ?2 ORDER BY need_id";
const ACTIVITIES: &str = "SELECT need_id, activity_id FROM need_activity
                          WHERE need_id BETWEEN ?1 AND ?2 AND void = 0 ORDER BY need_id";
const DOCUMENTS: &str = "SELECT need_id, document_id FROM need_document
                         WHERE need_id BETWEEN ?1 AND ?2 ORDER BY need_id";
const RECOMMENDATIONS: &str = "SELECT need_id, text FROM recommendation
                               WHERE need_id BETWEEN ?1 AND ?2 ORDER BY need_id, id";

/// What turns the ids in the file into places, shared by all readers.
pub(super) struct Places {
    pub(super) ids: Ids,
    pub(super) themes: Sets,
    activities: Sets,
    /// Whether what needs say is read with the rest.
    texts: bool,
}

impl Places {
    /// Goes on from the sets that a vocabulary knows.
    pub(super) fn of(vocabulary: &Vocabulary) -> Self {
        Self {
            ids: Ids::of(vocabulary),
            themes: Sets::from(&vocabulary.theme_sets),
            activities: Sets::from(&vocabulary.activity_sets),
            texts: true,
        }
    }

    /// From the ids alone, before the vocabulary is read; to read needs with their `texts` or
    /// without.
    pub(super) fn read(connection: &Connection, texts: bool) -> Result<Self, StoreError> {
        let empty = [Box::default()];
        let (themes, activities) = (Sets::from(&empty), Sets::from(&empty));
        Ok(Self { ids: Ids::read(connection)?, themes, activities, texts })
    }

    /// Tells a vocabulary the sets that needs have so far.
    pub(super) fn tell(&self, vocabulary: &mut Vocabulary) {
        vocabulary.theme_sets = self.themes.all();
        vocabulary.activity_sets = self.activities.all();
    }
}

/// Whether SQLite finds the needs of a range of ids without going through all of them. By statistics that
/// say that the table has next to no rows it would not, so that every part would take as long as the
/// whole.
pub(super) fn are_found_by_range(connection: &Connection) -> Result<bool, StoreError> {
    let mut plan = connection.prepare(&format!("EXPLAIN QUERY PLAN {NEEDS}"))?;
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
    let mut days = Days::default();
    let (mut articles, mut chapters, mut themes, mut activities, mut needs) = (
        connection.prepare_cached(ARTICLES)?,
        connection.prepare_cached(CHAPTERS)?,
        connection.prepare_cached(THEMES)?,
        connection.prepare_cached(ACTIVITIES)?,
        connection.prepare_cached(if places.texts { NEEDS } else { SILENT })?,
    );
    let mut sources = connection.prepare_cached(DOCUMENTS)?;
    let mut sources = Links::over(sources.query(range)?)?;
    let mut recommendations = recommendations(connection, range)?.into_iter().peekable();
    let mut articles = Links::over(articles.query(range)?)?;
    let mut chapters = Links::over(chapters.query(range)?)?;
    let mut themes = Links::over(themes.query(range)?)?;
    let mut activities = Links::over(activities.query(range)?)?;
    let mut rows = needs.query(range)?;
    let expected = (*ids.end() - *ids.start()).saturating_add(1).min(CHUNK as u32) as usize;
    let mut building = Building::for_needs(expected);
    let mut chunks = Vec::new();
    let mut members = Vec::new();
    while let Some(row) = rows.next()? {
        if building.facts.id.len() == CHUNK {
            chunks.push(std::mem::replace(&mut building, Building::for_needs(expected)).finish());
        }
        let Building { facts, triage } = &mut building;
        let id: i64 = row.get(0)?;
        facts.id.push(u32::try_from(id).map_err(|_| StoreError::TooLarge)?);
        push_triage(triage, row, &places.ids.people, &mut days)?;
        facts.provenance.push(places.ids.provenance(row)?);
        let category = decode::slot(row, 10, &places.ids.categories)?;
        facts.category.push(u8::try_from(category).map_err(|_| StoreError::TooLarge)?);
        facts.identified.push(encoded_date(days.date(row, 11)?));
        decode::push_text(row, 12, &mut facts.texts)?;
        let place = facts.id.len() - 1;
        sources.of(id, |document| {
            // Where States are not named, which document it is is not told.
            if !places.ids.documents.is_empty() {
                let document = decode::place(document, &places.ids.documents)?;
                facts.documents.push(place, document + 1);
            }
            Ok(())
        })?;
        while recommendations.next_if(|(need, _)| *need < id).is_some() {}
        if let Some((_, words)) = recommendations.next_if(|(need, _)| *need == id) {
            facts.recommendations.push(place, words);
        }
        facts.rank.push(row.get::<_, Option<u16>>(15)?.unwrap_or(0));
        let mut set = ArticleSet::EMPTY;
        articles.of(id, |number| {
            let article = u8::try_from(number).ok().and_then(Article::new);
            set.insert(article.ok_or_else(|| StoreError::Damaged(None, format!("#{number}?")))?);
            Ok(())
        })?;
        chapters.of(id, |number| {
            let chapter = u8::try_from(number).ok().and_then(Chapter::from_number);
            let strange = || StoreError::Damaged(None, format!("chapter {number}?"));
            set.insert_chapter(chapter.ok_or_else(strange)?);
            Ok(())
        })?;
        facts.articles.push(set);
        members.clear();
        themes.of(id, |theme| {
            // A theme that was made since the reading began: the log names the need, and what it
            // names is read again at the end.
            if places.ids.themes.last().is_none_or(|last| theme <= *last) {
                members.push(decode::place(theme, &places.ids.themes)?);
            }
            Ok(())
        })?;
        facts.themes.push(places.themes.number(&mut members));
        members.clear();
        activities.of(id, |activity| {
            members.push(decode::place(activity, &places.ids.activities)?);
            Ok(())
        })?;
        facts.activities.push(places.activities.number(&mut members));
    }
    if !building.facts.id.is_empty() {
        chunks.push(building.finish());
    }
    Ok(chunks)
}

/// The folded words of the recommendations that these needs answer, need by need: few needs answer any.
fn recommendations(
    connection: &Connection,
    range: [u32; 2],
) -> Result<Vec<(i64, Box<str>)>, StoreError> {
    let mut statement = connection.prepare_cached(RECOMMENDATIONS)?;
    let mut rows = statement.query(range)?;
    let mut all: Vec<(i64, String)> = Vec::new();
    while let Some(row) = rows.next()? {
        let (need, words) = (row.get(0)?, fold(&decode::text(row, 1)?));
        match all.last_mut().filter(|(last, _)| *last == need) {
            Some((_, before)) => *before = format!("{before}\n{words}"),
            None => all.push((need, words)),
        }
    }
    Ok(all.into_iter().map(|(need, words)| (need, words.into_boxed_str())).collect())
}

/// A chunk that is being read.
struct Building {
    facts: Facts,
    triage: Triage,
}

impl Building {
    /// With room for so many needs: a column that grows is copied several times.
    fn for_needs(count: usize) -> Self {
        let facts = Facts {
            id: Vec::with_capacity(count),
            provenance: Vec::with_capacity(count),
            category: Vec::with_capacity(count),
            articles: Vec::with_capacity(count),
            themes: Vec::with_capacity(count),
            activities: Vec::with_capacity(count),
            identified: Vec::with_capacity(count),
            rank: Vec::with_capacity(count),
            ..Facts::default()
        };
        let triage = Triage {
            priority: Vec::with_capacity(count),
            horizon: Vec::with_capacity(count),
            response: Vec::with_capacity(count),
            focal: Vec::with_capacity(count),
            version: Vec::with_capacity(count),
            changed: Vec::with_capacity(count),
            projected: Vec::with_capacity(count),
            duplicate: Vec::with_capacity(count),
        };
        Self { facts, triage }
    }

    fn finish(mut self) -> Arc<Chunk> {
        // A copy takes just what it needs, where shrinking would leave a gap behind each chunk.
        self.facts.texts = self.facts.texts.clone();
        Arc::new(Chunk { facts: Arc::new(self.facts), triage: Arc::new(self.triage) })
    }
}

/// Adds the triage of one need: columns 1 to 8 of the row.
pub(super) fn push_triage(
    triage: &mut Triage,
    row: &Row,
    people: &[i64],
    days: &mut Days,
) -> Result<(), StoreError> {
    triage.priority.push(decode::code::<Priority>(row, 1)?);
    triage.horizon.push(decode::code::<Horizon>(row, 2)?);
    triage.response.push(decode::code::<Response>(row, 3)?);
    triage.focal.push(decode::slot(row, 4, people)?);
    triage.version.push(row.get(5)?);
    triage.changed.push(row.get::<_, Option<u32>>(6)?.unwrap_or(0));
    triage.projected.push(encoded_day(days.read(row, 7)?));
    triage.duplicate.push(decode::need(row, 8)?);
    Ok(())
}

/// The ids of the small tables' rows, by place: rising, as the vocabulary is in that order.
pub(super) struct Ids {
    reviews: Vec<i64>,
    /// The State and source of what comes from outside reviews, by the ids of the States, then by code.
    outside: Vec<(i64, Source)>,
    categories: Vec<i64>,
    pub(super) themes: Vec<i64>,
    pub(super) people: Vec<i64>,
    activities: Vec<i64>,
    /// None where States are not named: which needs come from a document is not told then.
    pub(super) documents: Vec<i64>,
}

impl Ids {
    /// The place of the needs of a review.
    pub(super) fn of_review(&self, id: i64) -> Result<ProvenancePlace, StoreError> {
        decode::place(id, &self.reviews).map(ProvenancePlace::of_review)
    }

    /// The place of the needs of a State from a source outside its reviews.
    pub(super) fn of_outside(
        &self,
        state: i64,
        source: &str,
    ) -> Result<ProvenancePlace, StoreError> {
        let order = |(own, of): &(i64, Source)| (*own, of.code()).cmp(&(state, source));
        let strange = |_| StoreError::Damaged(None, format!("{source} #{state}?"));
        let at = self.outside.binary_search_by(order).map_err(strange)?;
        ProvenancePlace::behind(self.reviews.len(), at).ok_or(StoreError::TooLarge)
    }

    /// Where the need of a row comes from.
    fn provenance(&self, row: &Row) -> Result<ProvenancePlace, StoreError> {
        if let Some(review) = row.get(9)? {
            return self.of_review(review);
        }
        let source = row.get_ref(14)?.as_str().map_err(|_| decode::strange(row, 14))?;
        self.of_outside(row.get(13)?, source)
    }

    pub(super) fn of(vocabulary: &Vocabulary) -> Self {
        Self {
            reviews: vocabulary.reviews.iter().map(|row| row.id).collect(),
            outside: (vocabulary.outside.iter())
                .map(|outside| (vocabulary.state(outside.state).id, outside.source))
                .collect(),
            categories: vocabulary.categories.iter().map(|row| row.id).collect(),
            themes: vocabulary.themes.iter().map(|row| row.id).collect(),
            people: vocabulary.people.iter().map(|row| row.id).collect(),
            activities: vocabulary.activities.iter().map(|row| row.id).collect(),
            documents: match vocabulary.nameless {
                Some(_) => Vec::new(),
                None => vocabulary.documents.iter().map(|row| row.id).collect(),
            },
        }
    }

    fn read(connection: &Connection) -> Result<Self, StoreError> {
        let ids = |sql| -> Result<Vec<i64>, StoreError> {
            let mut statement = connection.prepare_cached(sql)?;
            let ids = statement.query_map([], |row| row.get(0))?;
            Ok(ids.collect::<Result<_, _>>()?)
        };
        Ok(Self {
            reviews: ids("SELECT id FROM review WHERE void = 0 ORDER BY id")?,
            outside: outside::reviews(connection)?,
            categories: ids("SELECT id FROM category ORDER BY id")?,
            themes: ids("SELECT id FROM theme WHERE void = 0 ORDER BY id")?,
            people: ids("SELECT id FROM person WHERE void = 0 ORDER BY id")?,
            activities: ids("SELECT id FROM activity WHERE void = 0 ORDER BY id")?,
            documents: ids("SELECT id FROM document WHERE void = 0 ORDER BY id")?,
        })
    }
}
