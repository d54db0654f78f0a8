//! The ids of the small tables' rows, by which a need refers to them, as places in the vocabulary.

use crate::domain::{Coded, Source};
use crate::query::register::{ProvenancePlace, Vocabulary};
use crate::store::which_rows::Which;
use crate::store::{StoreError, decode, outside};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};

/// The ids of the small tables' rows, by place: rising, as the vocabulary is in that order.
pub(in crate::store) struct Ids {
    reviews: Vec<i64>,
    /// The State and source of needs from outside reviews, by the ids of the States, then by code.
    outside: Vec<(i64, Source)>,
    pub(super) categories: Vec<i64>,
    pub(in crate::store) themes: Vec<i64>,
    pub(in crate::store) people: Vec<i64>,
    pub(in crate::store) activities: Vec<i64>,
    /// Empty where States are not named: the documents of needs are withheld then.
    pub(in crate::store) documents: Vec<i64>,
}

impl Ids {
    /// The place of the needs of a review.
    pub(in crate::store) fn of_review(&self, id: i64) -> Result<ProvenancePlace, StoreError> {
        decode::place(id, &self.reviews).map(ProvenancePlace::of_review)
    }

    /// The place of the needs of a State from a source outside its reviews.
    pub(in crate::store) fn of_outside(
        &self,
        state: i64,
        source: &str,
    ) -> Result<ProvenancePlace, StoreError> {
        let order = |(own, of): &(i64, Source)| (*own, of.code()).cmp(&(state, source));
        let strange = |_| StoreError::Damaged(None, format!("{source} #{state}?"));
        let at = self.outside.binary_search_by(order).map_err(strange)?;
        ProvenancePlace::behind(self.reviews.len(), at).ok_or(StoreError::TooLarge)
    }

    /// The provenance of the need in a row.
    ///
    /// The column holds the number of the review or, of a need from outside reviews, its State and its source, with a
    /// space between.
    #[inline]
    pub(super) fn provenance(
        &self,
        row: &Row,
        column: usize,
    ) -> Result<ProvenancePlace, StoreError> {
        let strange = || decode::strange(row, column);
        match row.get_ref(column)? {
            ValueRef::Integer(review) => self.of_review(review),
            ValueRef::Text(words) => {
                let words = std::str::from_utf8(words).ok().and_then(|words| words.split_once(' '));
                let (state, source) = words.ok_or_else(strange)?;
                self.of_outside(state.parse().map_err(|_| strange())?, source)
            }
            _ => Err(strange()),
        }
    }

    pub(in crate::store) fn of(vocabulary: &Vocabulary) -> Self {
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

    pub(super) fn read(connection: &Connection) -> Result<Self, StoreError> {
        let ids = |sql| -> Result<Vec<i64>, StoreError> {
            let mut statement = connection.prepare_cached(sql)?;
            let ids = statement.query_map([], |row| row.get(0))?;
            Ok(ids.collect::<Result<_, _>>()?)
        };
        Ok(Self {
            reviews: ids("SELECT id FROM review WHERE void = 0 ORDER BY id")?,
            outside: outside::reviews(connection, Which::There)?,
            categories: ids("SELECT id FROM category ORDER BY id")?,
            themes: ids("SELECT id FROM theme WHERE void = 0 ORDER BY id")?,
            people: ids("SELECT id FROM person WHERE void = 0 ORDER BY id")?,
            activities: ids("SELECT id FROM activity WHERE void = 0 ORDER BY id")?,
            documents: ids("SELECT id FROM document WHERE void = 0 ORDER BY id")?,
        })
    }
}
