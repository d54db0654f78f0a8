//! The words that only a need's own page shows, and the register in memory therefore leaves in the file.

use super::table_rows::coded;
use super::{
    ChangedMatch, Comment, LogEntry, LogQuery, Store, StoreError, Voided, decode, own_day,
    vocabulary,
};
use crate::domain::{Day, Extent, Kind, NeedNumber, Origin, PartialDate, Record};
use crate::query::register::Theme;
use rusqlite::OptionalExtension;
use std::cmp::Reverse;

/// The rest of a need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeedDetail {
    /// The need's number.
    pub id: NeedNumber,
    /// The document that identified the need; may be empty.
    pub document: String,
    /// Its place there; may be empty.
    pub paragraph: String,
    /// The language of the text: `en`, `zh` …
    pub language: String,
    /// The officer's notes; may be empty.
    pub notes: String,
    /// Its UUID, unique among all registers; empty where the file holds none.
    pub uuid: String,
    /// Its origin: published, recorded, imported or made up.
    pub origin: Origin,
    /// The needs that are marked as duplicates of it, rising.
    pub repeated_by: Vec<NeedNumber>,
    /// The recommendations of reviews that it answers, each with its place.
    pub recommendations: Vec<String>,
    /// The activities that serve it, by code, and to what extent.
    pub matches: Vec<(String, Extent)>,
    /// Those whose activity has changed since they were made.
    pub changed: Vec<ChangedMatch>,
    /// The remarks on it, the newest last.
    pub comments: Vec<Comment>,
    /// The removal of the need, if it is void.
    pub voided: Option<Voided>,
    /// The need that it became a part of, if it was merged.
    pub merged_into: Option<NeedNumber>,
    /// Its changes, the newest first.
    pub history: Vec<LogEntry>,
}

/// The words of a need that the register in memory leaves in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeedWords {
    /// The document that identified the need; may be empty.
    pub document: String,
    /// Its place there; may be empty.
    pub paragraph: String,
    /// The language of the text: `en`, `zh` …
    pub language: String,
    /// The officer's notes; may be empty.
    pub notes: String,
    /// The recommendations of reviews that it answers, each with its place.
    pub recommendations: Vec<String>,
    /// The remarks on it, the newest last.
    pub comments: Vec<Comment>,
    /// The UUID of the need, unlike that of any other register; empty if the file has none.
    pub uuid: String,
    /// Its origin: published, recorded, imported or made up.
    pub origin: Origin,
}

/// The words of an activity that the register in memory leaves in the file; each may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActivityWords {
    /// The row in the database.
    pub id: i64,
    /// The regions that it is for, joined by `; `.
    pub regions: String,
    /// The place where it was held.
    pub place: String,
    /// When it began, as precisely as the source says: a year, a month or a day.
    pub starts_on: String,
    /// When it ended, likewise.
    pub ends_on: String,
    /// Its themes, joined by `; `.
    pub themes: String,
    /// The document that published it.
    pub document: String,
    /// Points that the source leaves open.
    pub uncertainty: String,
}

impl Store {
    /// The words of activities that stand in the file alone, in the order of their ids. Empty where
    /// States are not named: the words say where an activity was.
    pub fn activity_words(&self) -> Result<Vec<ActivityWords>, StoreError> {
        if !self.names_states() {
            return Ok(Vec::new());
        }
        let mut statement = self.connection.prepare_cached(
            "SELECT id, region_text, place, coalesce(starts_on, ''), coalesce(ends_on, ''), themes,
                    document, uncertainty FROM activity WHERE void = 0 ORDER BY id",
        )?;
        let words = statement.query_map([], |row| {
            Ok(ActivityWords {
                id: row.get(0)?,
                regions: decode::line(row, 1)?,
                place: decode::line(row, 2)?,
                starts_on: decode::line(row, 3)?,
                ends_on: decode::line(row, 4)?,
                themes: decode::line(row, 5)?,
                document: decode::line(row, 6)?,
                uncertainty: decode::line(row, 7)?,
            })
        })?;
        Ok(words.collect::<Result<_, _>>()?)
    }

    /// The numbers of all needs but void ones, in their order.
    pub fn numbers_of_needs(&self) -> Result<Vec<NeedNumber>, StoreError> {
        let mut of = self.connection.prepare("SELECT id FROM need WHERE void = 0 ORDER BY id")?;
        let numbers = of.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(numbers)
    }

    /// The words of a need that stand in the file alone; an error where there is no such need. Where States are not
    /// named its place in a document is not told, by which the State is found.
    pub fn need_words(&self, need: NeedNumber) -> Result<NeedWords, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT document, paragraph, language, notes, uuid, origin FROM need WHERE id = ?1",
        )?;
        let words = statement.query_row([need], |row| {
            Ok(NeedWords {
                document: decode::line(row, 0)?,
                paragraph: decode::line(row, 1)?,
                language: decode::name(row, 2)?,
                notes: decode::text(row, 3)?.into_owned(),
                recommendations: Vec::new(),
                comments: Vec::new(),
                uuid: decode::uuid(row, 4)?,
                origin: coded(row, 5)?,
            })
        });
        let words = words.optional()?.ok_or(StoreError::UnknownNeed(need))?;
        let recommendations = self.recommendations(need)?;
        let comments = self.comments_before(need, i64::MAX)?;
        let mut words = NeedWords { recommendations, comments, ..words };
        if !self.names_states() {
            words.document.clear();
            words.paragraph.clear();
        }
        Ok(words)
    }

    /// The recommendations that a need answers: the words, in brackets the place. Empty where
    /// States are not named, as the words can name one.
    fn recommendations(&self, need: NeedNumber) -> Result<Vec<String>, StoreError> {
        if !self.names_states() {
            return Ok(Vec::new());
        }
        let mut statement = self.connection.prepare_cached(
            "SELECT text, document, paragraph FROM recommendation WHERE need_id = ?1 ORDER BY id",
        )?;
        let all = statement.query_map([need], |row| {
            let (words, document) = (decode::line(row, 0)?, decode::line(row, 1)?);
            let place = [document, decode::line(row, 2)?];
            let place = place.iter().filter(|part| !part.is_empty()).map(String::as_str);
            let place = place.collect::<Vec<_>>().join(", ");
            Ok(if place.is_empty() { words } else { format!("{words} ({place})") })
        })?;
        Ok(all.collect::<Result<_, _>>()?)
    }

    /// The activities that serve a need, by code, and to what extent.
    fn matches(&self, need: NeedNumber) -> Result<Vec<(String, Extent)>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT a.code, m.extent FROM need_activity m JOIN activity a ON a.id = m.activity_id
             WHERE m.need_id = ?1 AND m.void = 0 ORDER BY a.id",
        )?;
        let all = statement.query_map([need], |row| Ok((decode::name(row, 0)?, coded(row, 1)?)))?;
        Ok(all.collect::<Result<_, _>>()?)
    }

    /// The numbers among these without a need in the register, in their order.
    pub fn missing(&self, needs: &[NeedNumber]) -> Result<Vec<NeedNumber>, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT 1 FROM need WHERE id = ?1 AND void = 0")?;
        let mut missing = Vec::new();
        for need in needs {
            if !statement.exists([need])? {
                missing.push(*need);
            }
        }
        Ok(missing)
    }

    /// The last day on which a need was identified; `None` where no need states one.
    pub fn newest_need(&self) -> Result<Option<Day>, StoreError> {
        // As text a day comes behind the month and the year that it is in, whatever they end with: the newest of
        // each precision is looked at.
        let newest =
            "SELECT max(identified_on) FROM need WHERE void = 0 GROUP BY length(identified_on)";
        let mut newest = self.connection.prepare_cached(newest)?;
        let mut rows = newest.query([])?;
        let mut last = None;
        while let Some(row) = rows.next()? {
            let said = decode::optional_name(row, 0)?;
            last = last.max(said.as_deref().and_then(PartialDate::parse));
        }
        Ok(last.map(PartialDate::last_day))
    }

    /// Whether the register says that its needs are illustrative.
    pub fn is_illustrative(&self) -> Result<bool, StoreError> {
        own_day::illustrative(&self.connection)
    }

    /// The themes that needs can have, in the order of their making.
    pub fn themes(&self) -> Result<Vec<Theme>, StoreError> {
        vocabulary::themes(&self.connection)
    }

    /// The rest of a need; an error where there is no such need.
    pub fn need_detail(&self, need: NeedNumber) -> Result<NeedDetail, StoreError> {
        let words = self.need_words(need)?;
        let mut repeating = self.connection.prepare_cached(
            "SELECT id FROM need WHERE duplicate_of = ?1 AND void = 0 ORDER BY id",
        )?;
        let repeated_by = repeating.query_map([need], |row| row.get(0))?;
        let repeated_by = repeated_by.collect::<Result<_, _>>()?;
        let history = self.history_of(need)?;
        let NeedWords {
            document,
            paragraph,
            language,
            notes,
            recommendations,
            comments,
            uuid,
            origin,
        } = words;
        let matches = self.matches(need)?;
        let changed = self.changed_matches(Some(need))?;
        let mut fate =
            self.connection.prepare_cached("SELECT void, merged_into FROM need WHERE id = ?1")?;
        let (is_void, merged_into): (bool, Option<NeedNumber>) =
            fate.query_row([need], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let voided = if is_void { self.voided(Record::need(need))? } else { None };
        if is_void && voided.is_none() {
            // On an earlier day it was not there yet.
            return Err(StoreError::UnknownNeed(need));
        }
        Ok(NeedDetail {
            id: need,
            document,
            paragraph,
            language,
            notes,
            uuid,
            origin,
            repeated_by,
            recommendations,
            matches,
            changed,
            comments,
            voided,
            merged_into,
            history,
        })
    }

    /// The changes of a need and of its matches, the newest first.
    fn history_of(&self, need: NeedNumber) -> Result<Vec<LogEntry>, StoreError> {
        let mut history = self.log(&LogQuery { needs: Some(&[need]), ..LogQuery::default() })?;
        let mut matches = self
            .connection
            .prepare_cached("SELECT id FROM need_activity WHERE need_id = ?1 ORDER BY id")?;
        let numbers: Vec<u32> =
            matches.query_map([need], |row| row.get(0))?.collect::<Result<_, _>>()?;
        for number in numbers {
            let record = Some(Record { kind: Kind::Match, number });
            history.extend(self.log(&LogQuery { record, ..LogQuery::default() })?);
        }
        history.sort_by_key(|entry| Reverse(entry.change));
        Ok(history)
    }
}
