//! The needs as columns, in chunks: what a need is, and what triage sets.

use super::{ProvenancePlace, Texts};
use crate::domain::{ArticleSet, Coded, Day, PartialDate};
use std::sync::Arc;

/// How many needs a chunk holds at most. Small enough to copy one for a single change, large
/// enough that a scan is a plain loop.
pub const CHUNK: usize = 16_384;

/// "Not stated" in a code column; the value with index i is stored as i + 1.
pub const NONE: u8 = 0;

/// "Not stated" in a column of days or dates.
pub const NO_DAY: i32 = i32::MIN;

/// What a need is, which triage does not change. All columns have the same length.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Rising.
    pub id: Vec<u32>,
    /// The review that identified it, or the State and source outside reviews.
    pub provenance: Vec<ProvenancePlace>,
    /// A place in [`super::Vocabulary::categories`] plus one, or [`NONE`].
    pub category: Vec<u8>,
    /// The articles that the need touches.
    pub articles: Vec<ArticleSet>,
    /// A place in [`super::Vocabulary::theme_sets`].
    pub themes: Vec<u32>,
    /// A place in [`super::Vocabulary::activity_sets`].
    pub activities: Vec<u32>,
    /// The date on which it was identified ([`PartialDate::number`]), or [`NO_DAY`].
    pub identified: Vec<i32>,
    /// The document that each comes from: read with [`Facts::document`].
    pub documents: Sparse<u16>,
    /// The folded words of the recommendations that needs answer: read with [`Facts::recommendation`].
    pub recommendations: Sparse<Box<str>>,
    /// The State's own rank, or 0.
    pub rank: Vec<u16>,
    /// What it says.
    pub texts: Texts,
}

impl Facts {
    /// The document that a need comes from: a place in [`super::Vocabulary::documents`] plus one, or 0.
    pub fn document(&self, place: usize) -> u16 {
        self.documents.get(place).copied().unwrap_or(0)
    }

    /// The folded words of the recommendations that a need answers, where there are any.
    pub fn recommendation(&self, place: usize) -> Option<&str> {
        self.recommendations.get(place).map(|words| &**words)
    }
}

/// A column that few needs have a value in: the places that have one, rising, with the value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sparse<T>(Vec<(u16, T)>);

impl<T> Default for Sparse<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Sparse<T> {
    /// Gives a value to a place of a chunk behind all places that have one.
    pub fn push(&mut self, place: usize, value: T) {
        if let Ok(place) = u16::try_from(place) {
            self.0.push((place, value));
        }
    }

    /// The value in a place, if it has one.
    pub fn get(&self, place: usize) -> Option<&T> {
        let at = self.0.binary_search_by_key(&place, |(own, _)| usize::from(*own)).ok()?;
        Some(&self.0[at].1)
    }

    /// The places that have a value, rising, with it.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &T)> {
        self.0.iter().map(|(place, value)| (usize::from(*place), value))
    }

    /// How many places have a value.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether none has.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What triage sets. All columns have the same length.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Triage {
    /// [`crate::domain::Priority`]'s index plus one, or [`NONE`].
    pub priority: Vec<u8>,
    /// [`crate::domain::Horizon`]'s index plus one, or [`NONE`].
    pub horizon: Vec<u8>,
    /// [`crate::domain::Response`]'s index plus one, or [`NONE`].
    pub response: Vec<u8>,
    /// A place in [`super::Vocabulary::people`] plus one, or 0.
    pub focal: Vec<u16>,
    /// The version of the need, which every write raises.
    pub version: Vec<u32>,
    /// The moment of the last change in seconds after 1970, or 0.
    pub changed: Vec<u32>,
    /// The day by which the need is expected, counted from 1970-01-01, or [`NO_DAY`].
    pub projected: Vec<i32>,
    /// The number of the need that this one repeats, or 0.
    pub duplicate: Vec<u32>,
}

impl Triage {
    /// Puts the triage of one need, the first of `one`, in a place.
    pub fn put(&mut self, place: usize, one: &Self) {
        self.priority[place] = one.priority[0];
        self.horizon[place] = one.horizon[0];
        self.response[place] = one.response[0];
        self.focal[place] = one.focal[0];
        self.version[place] = one.version[0];
        self.changed[place] = one.changed[0];
        self.projected[place] = one.projected[0];
        self.duplicate[place] = one.duplicate[0];
    }
}

/// Up to [`CHUNK`] needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chunk {
    /// What triage does not change.
    pub facts: Arc<Facts>,
    /// What it changes.
    pub triage: Arc<Triage>,
}

impl Chunk {
    /// How many needs it holds.
    pub fn len(&self) -> usize {
        self.facts.id.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A day as a column stores it: its number, or [`NO_DAY`].
pub fn encoded_day(day: Option<Day>) -> i32 {
    day.map_or(NO_DAY, Day::number)
}

/// The day that a column stores.
pub fn decoded_day(number: i32) -> Option<Day> {
    (number != NO_DAY).then(|| Day::from_number(number))
}

/// A date as a column stores it: its number, or [`NO_DAY`].
pub fn encoded_date(date: Option<PartialDate>) -> i32 {
    date.map_or(NO_DAY, PartialDate::number)
}

/// The date that a column stores.
pub fn decoded_date(number: i32) -> Option<PartialDate> {
    (number != NO_DAY).then(|| PartialDate::from_number(number))
}

/// The number of the last day that a date in a column may mean, or [`NO_DAY`]: from that day on it counts.
#[inline]
pub fn last_day(number: i32) -> i32 {
    if number == NO_DAY { NO_DAY } else { PartialDate::day_of(number) }
}

/// A value as a column stores it: its index plus one, or [`NONE`].
pub fn encoded<T: Coded>(value: Option<T>) -> u8 {
    value.map_or(NONE, |v| v.index() as u8 + 1)
}

/// The value that a column stores.
pub fn decoded<T: Coded>(code: u8) -> Option<T> {
    usize::from(code).checked_sub(1).and_then(T::at)
}
