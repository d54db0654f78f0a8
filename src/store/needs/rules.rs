//! The rules by which a value of a need comes into its column in memory: from a row of the file, and back from the
//! change log.

use super::logged::{Logged, VALUE};
use super::reader::Reader;
use crate::domain::{ArticleSet, Coded, Day, PartialDate};
use crate::query::register::{
    Column, ProvenancePlace, Said, SetPlace, Slot, Sparse, Texts, encoded_date, encoded_day,
};
use crate::store::StoreError;
use crate::store::decode;
use rusqlite::Row;
use std::marker::PhantomData;

/// A value of a column.
type Value<R> = <<R as Rule>::Column as Column>::Value;

/// A rule by which a column is read. The list of columns names one for each.
pub(super) trait Rule {
    /// The column of a chunk that it fills.
    type Column: Column;
    /// From how many columns of the need's own row it reads.
    const CELLS: usize = 1;

    /// The value of the need in hand. `at` is the first of its columns of the row.
    ///
    /// Errors: a value in the file that the schema does not allow.
    fn read(reader: &mut Reader<'_>, row: &Row<'_>, at: usize) -> Result<Value<Self>, StoreError>;

    /// Adds the value of the need in hand.
    ///
    /// Errors: as [`Rule::read`].
    #[inline]
    fn push(
        reader: &mut Reader<'_>,
        row: &Row<'_>,
        at: usize,
        column: &mut Self::Column,
    ) -> Result<(), StoreError> {
        column.push_value(reader.place, Self::read(reader, row, at)?);
        Ok(())
    }

    /// The value that a line of the log found before its change.
    ///
    /// Errors: it cannot be a value of the field. Of fields that the log never names, none can.
    fn before(log: &Logged, change: &Row<'_>) -> Result<Value<Self>, StoreError> {
        let _ = log;
        Err(decode::strange(change, VALUE))
    }
}

/// A number; 0 where none is stated.
pub(super) struct Number;

impl Rule for Number {
    type Column = Vec<u32>;

    #[inline]
    fn read(_: &mut Reader<'_>, row: &Row<'_>, at: usize) -> Result<u32, StoreError> {
        decode::number(row, at)
    }

    fn before(_: &Logged, change: &Row<'_>) -> Result<u32, StoreError> {
        Ok(stated(change, |text| text.parse().ok())?.unwrap_or(0))
    }
}

/// The number of the need itself.
pub(super) struct OwnNumber;

impl Rule for OwnNumber {
    type Column = Vec<u32>;

    #[inline]
    fn read(reader: &mut Reader<'_>, _: &Row<'_>, _: usize) -> Result<u32, StoreError> {
        u32::try_from(reader.need).map_err(|_| StoreError::TooLarge)
    }
}

/// A number of two bytes; 0 where none is stated.
pub(super) struct SmallNumber;

impl Rule for SmallNumber {
    type Column = Vec<u16>;

    #[inline]
    fn read(_: &mut Reader<'_>, row: &Row<'_>, at: usize) -> Result<u16, StoreError> {
        u16::try_from(decode::number(row, at)?).map_err(|_| decode::strange(row, at))
    }

    fn before(_: &Logged, change: &Row<'_>) -> Result<u16, StoreError> {
        Ok(stated(change, |text| text.parse().ok())?.unwrap_or(0))
    }
}

/// The code of a closed vocabulary.
pub(super) struct InCode<T>(PhantomData<T>);

impl<T: Coded> Rule for InCode<T> {
    type Column = Vec<u8>;

    #[inline]
    fn read(_: &mut Reader<'_>, row: &Row<'_>, at: usize) -> Result<u8, StoreError> {
        decode::code::<T>(row, at)
    }

    fn before(_: &Logged, change: &Row<'_>) -> Result<u8, StoreError> {
        decode::code::<T>(change, VALUE)
    }
}

/// A day.
pub(super) struct OnDay;

impl Rule for OnDay {
    type Column = Vec<i32>;

    #[inline]
    fn read(reader: &mut Reader<'_>, row: &Row<'_>, at: usize) -> Result<i32, StoreError> {
        Ok(encoded_day(reader.days.read(row, at)?))
    }

    fn before(_: &Logged, change: &Row<'_>) -> Result<i32, StoreError> {
        Ok(encoded_day(stated(change, Day::parse)?))
    }
}

/// A date as precise as it is known.
pub(super) struct OnDate;

impl Rule for OnDate {
    type Column = Vec<i32>;

    #[inline]
    fn read(reader: &mut Reader<'_>, row: &Row<'_>, at: usize) -> Result<i32, StoreError> {
        Ok(encoded_date(reader.days.date(row, at)?))
    }

    fn before(_: &Logged, change: &Row<'_>) -> Result<i32, StoreError> {
        Ok(encoded_date(stated(change, PartialDate::parse)?))
    }
}

/// The review that identified the need, or the State and source outside reviews.
pub(super) struct FromReview;

impl Rule for FromReview {
    type Column = Vec<ProvenancePlace>;

    #[inline]
    fn read(
        reader: &mut Reader<'_>,
        row: &Row<'_>,
        at: usize,
    ) -> Result<ProvenancePlace, StoreError> {
        reader.places.ids.provenance(row, at)
    }
}

/// A category of needs.
pub(super) struct InCategory;

impl Rule for InCategory {
    type Column = Vec<u8>;

    #[inline]
    fn read(reader: &mut Reader<'_>, row: &Row<'_>, at: usize) -> Result<u8, StoreError> {
        let slot = decode::slot(row, at, &reader.places.ids.categories)?;
        u8::try_from(slot.number()).map_err(|_| StoreError::TooLarge)
    }
}

/// A post.
pub(super) struct OfPerson;

impl Rule for OfPerson {
    type Column = Vec<Slot>;

    #[inline]
    fn read(reader: &mut Reader<'_>, row: &Row<'_>, at: usize) -> Result<Slot, StoreError> {
        decode::slot(row, at, &reader.places.ids.people)
    }

    fn before(log: &Logged, change: &Row<'_>) -> Result<Slot, StoreError> {
        Ok(stated(change, |code| log.person(code))?.unwrap_or_default())
    }
}

/// Articles, and chapters alone.
pub(super) struct OfArticles;

impl Rule for OfArticles {
    type Column = Vec<ArticleSet>;
    const CELLS: usize = 0;

    #[inline]
    fn read(reader: &mut Reader<'_>, _: &Row<'_>, _: usize) -> Result<ArticleSet, StoreError> {
        reader.articles()
    }
}

/// The set of the need's themes.
pub(super) struct OfThemes;

impl Rule for OfThemes {
    type Column = Vec<SetPlace>;
    const CELLS: usize = 0;

    #[inline]
    fn read(reader: &mut Reader<'_>, _: &Row<'_>, _: usize) -> Result<SetPlace, StoreError> {
        reader.themes()
    }

    fn before(log: &Logged, change: &Row<'_>) -> Result<SetPlace, StoreError> {
        Ok(stated(change, |names| log.themes(names))?.unwrap_or_default())
    }
}

/// The set of the matches of the need with activities.
pub(super) struct OfMatches;

impl Rule for OfMatches {
    type Column = Vec<SetPlace>;
    const CELLS: usize = 0;

    #[inline]
    fn read(reader: &mut Reader<'_>, _: &Row<'_>, _: usize) -> Result<SetPlace, StoreError> {
        reader.matches()
    }
}

/// The document that the need comes from.
pub(super) struct OfDocument;

impl Rule for OfDocument {
    type Column = Sparse<Slot>;
    const CELLS: usize = 0;

    #[inline]
    fn read(reader: &mut Reader<'_>, _: &Row<'_>, _: usize) -> Result<Option<Slot>, StoreError> {
        Ok(reader.document()?.map(Slot::of))
    }
}

/// Words that few needs have.
pub(super) struct FewWords;

impl Rule for FewWords {
    type Column = Sparse<Said>;
    const CELLS: usize = 0;

    #[inline]
    fn read(reader: &mut Reader<'_>, _: &Row<'_>, _: usize) -> Result<Option<Said>, StoreError> {
        Ok(reader.few_words())
    }
}

/// The rule for the words of a need.
pub(super) struct InWords;

impl Rule for InWords {
    type Column = Texts;

    fn read(_: &mut Reader<'_>, row: &Row<'_>, at: usize) -> Result<String, StoreError> {
        Ok(decode::text(row, at)?.into_owned())
    }

    #[inline]
    fn push(
        _: &mut Reader<'_>,
        row: &Row<'_>,
        at: usize,
        column: &mut Texts,
    ) -> Result<(), StoreError> {
        Ok(decode::push_text(row, at, column)?)
    }

    fn before(_: &Logged, change: &Row<'_>) -> Result<String, StoreError> {
        Ok(decode::text(change, VALUE)?.into_owned())
    }
}

/// The value that a line of the log found before its change, where it is not "not stated".
fn stated<T>(
    change: &Row<'_>,
    read: impl FnOnce(&str) -> Option<T>,
) -> Result<Option<T>, StoreError> {
    let value = decode::raw(change, VALUE)?;
    let read = |text: String| read(&text).ok_or_else(|| decode::strange(change, VALUE));
    value.map(read).transpose()
}
