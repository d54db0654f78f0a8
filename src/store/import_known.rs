//! What an import compares its rows with: the needs, reviews and States of the register, also those that are taken out.

use super::{Store, StoreError, decode};
use crate::domain::{Article, ArticleSet, Cycle, Kind, NeedNumber, Record};
use rusqlite::OptionalExtension;

/// A need of the register, as an import compares it.
#[derive(Clone, Debug)]
pub struct KnownNeed {
    /// The need.
    pub need: NeedNumber,
    /// Whether it is there, not taken out.
    pub is_there: bool,
    /// Whether it is made up.
    pub is_illustrative: bool,
    /// The number of its State.
    pub state: u32,
    /// The cycle of its review; `None` for a need outside reviews.
    pub cycle: Option<Cycle>,
    /// The document that it stands in; empty if not stated.
    pub document: String,
    /// The paragraph there; empty if not stated.
    pub paragraph: String,
    /// What it says.
    pub text: String,
    /// Its articles.
    pub articles: ArticleSet,
    /// Its UUID; `None` in a file that other means have written.
    pub uuid: Option<[u8; 16]>,
}

/// A review of the register, also one that is taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownReview {
    /// The number of the review.
    pub number: u32,
    /// Whether it is there.
    pub is_there: bool,
    /// The number of its State.
    pub state: u32,
    /// Its cycle.
    pub cycle: Cycle,
}

/// Every need that a session sees.
const NEEDS: &str =
    "SELECT n.id, n.void = 0, n.state_id, r.cycle, n.document, n.paragraph, n.text, n.uuid, n.origin = 'illustrative',
    (SELECT group_concat(a.article) FROM need_article a WHERE a.need_id = n.id)
    FROM need n LEFT JOIN review r ON r.id = n.review_id ORDER BY n.id";

impl Store {
    /// Gives every need to `take`, also those that are taken out, until it says to stop (`false`).
    ///
    /// Errors: [`StoreError::Stopped`] if it says so; the register cannot be read.
    pub fn each_known_need(
        &self,
        take: &mut dyn FnMut(KnownNeed) -> bool,
    ) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(NEEDS)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let words = |place| Ok::<_, StoreError>(decode::raw(row, place)?.unwrap_or_default());
            let articles = words(9)?;
            let articles = articles.split(',').filter_map(|number| number.parse().ok());
            let need = KnownNeed {
                need: row.get(0)?,
                is_there: row.get(1)?,
                state: row.get(2)?,
                cycle: row.get::<_, Option<u8>>(3)?.and_then(Cycle::from_number),
                document: words(4)?,
                paragraph: words(5)?,
                text: words(6)?,
                uuid: row.get(7)?,
                is_illustrative: row.get(8)?,
                articles: articles.filter_map(Article::new).collect(),
            };
            if !take(need) {
                return Err(StoreError::Stopped);
            }
        }
        Ok(())
    }

    /// Gives every review, also those that are taken out.
    ///
    /// Errors: the register cannot be read.
    pub fn known_reviews(&self) -> Result<Vec<KnownReview>, StoreError> {
        let sql = "SELECT id, void = 0, state_id, cycle FROM review ORDER BY id";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let Some(cycle) = Cycle::from_number(row.get(3)?) else { continue };
            let (number, is_there, state) = (row.get(0)?, row.get(1)?, row.get(2)?);
            found.push(KnownReview { number, is_there, state, cycle });
        }
        Ok(found)
    }

    /// Finds a State by its ISO 3166 alpha-3 code, also one that is taken out.
    ///
    /// Errors: the register cannot be read.
    pub fn known_state(&self, iso3: &str) -> Result<Option<Record>, StoreError> {
        let sql = "SELECT id FROM state WHERE iso3 = ?1";
        let found = self.connection.prepare_cached(sql)?.query_row([iso3], |row| row.get(0));
        Ok(found.optional()?.map(|number| Record { kind: Kind::State, number }))
    }

    /// Whether an import has added a need.
    ///
    /// Errors: the register cannot be read.
    pub fn was_imported(&self, need: NeedNumber) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM change c JOIN import i ON i.batch_id = c.batch_id
            WHERE c.kind = 'need' AND c.record = ?1 AND c.field = 'record' AND c.version = 1)";
        Ok(self.connection.prepare_cached(sql)?.query_row([need], |row| row.get(0))?)
    }

    /// Gives what a need says; `None` if there is no such need.
    ///
    /// Errors: the register cannot be read.
    pub fn known_text(&self, need: NeedNumber) -> Result<Option<String>, StoreError> {
        let sql = "SELECT text FROM need WHERE id = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let found = statement.query_row([need], |row| decode::raw(row, 0)).optional()?;
        Ok(found.flatten())
    }
}
