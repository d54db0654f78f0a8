//! Checks a term against the rows of one chunk: plain loops over a column, one bit a row.

use super::Field;
use super::condition::Met;
use super::engine::bitmap::Bitmap;
use super::plan::{Check, holds};
use super::register::{Chunk, NO_DAY, Plain, Slot, Sparse, last_day};
use crate::domain::{Coded, Kind};
use crate::fields::{FieldValue, RecordField};

impl Check {
    /// The rows of the chunk that pass; everything for a text, which [`super::engine::search`] looks for.
    /// `met` has the conditions that its needs meet, and their standing.
    pub(super) fn rows(&self, chunk: &Chunk, met: &[Met]) -> Bitmap {
        let (facts, triage) = (&chunk.facts, &chunk.triage);
        match self {
            Self::Provenances(table) => {
                Bitmap::of(&facts.provenance, |of| holds(table, of.index()))
            }
            Self::Articles { mask, none } => Bitmap::of(&facts.articles, |set| {
                (set.bits() & mask != 0) | (*none & set.is_empty())
            }),
            Self::Chapters { mask, none } => Bitmap::of(&facts.articles, |set| {
                (set.all_bits() & mask != 0) | (*none & (set.all_bits() == 0))
            }),
            Self::Category(table) => Bitmap::of(&facts.category, |c| holds(table, c.into())),
            Self::Origin(table) => Bitmap::of(&facts.origin, |c| holds(table, c.into())),
            Self::Priority(table) => Bitmap::of(&triage.priority, |c| holds(table, c.into())),
            Self::Horizon(table) => Bitmap::of(&triage.horizon, |c| holds(table, c.into())),
            Self::Response(table) => Bitmap::of(&triage.response, |c| holds(table, c.into())),
            Self::Focal(table) => Bitmap::of(&triage.focal, |slot| holds(table, slot.entry())),
            Self::ThemeSets(table) => Bitmap::of(&facts.themes, |s| holds(table, s.index())),
            Self::MatchSets(table) => Bitmap::of(&facts.activities, |s| holds(table, s.index())),
            Self::Standing(table) => Bitmap::of(met, |met| holds(table, met.standing.into())),
            Self::Conditions(asked) => Bitmap::of(met, |met| met.conditions & asked != 0),
            Self::Interval { field, periods, none } => {
                interval(chunk, *field, *none, |number| lies_in(periods, number))
            }
            Self::Documents(table) => {
                let none = holds(table, Slot::NONE.entry());
                sparse(chunk.len(), &facts.documents, none, |slot| holds(table, slot.entry()))
            }
            Self::Words { field, wanted, none } => {
                // None has words in a field that is not of words.
                let Some(Plain::Words(column)) = chunk.plain(*field) else {
                    return Bitmap::empty();
                };
                sparse(chunk.len(), column, *none, |words| {
                    wanted.iter().any(|asked| words.folded().contains(asked.as_str()))
                })
            }
            Self::Text(_) => Bitmap::first(chunk.len()),
        }
    }
}

/// The rows of a column of numbers or days whose value passes, and those without one where that will do.
fn interval(chunk: &Chunk, field: Field, none: bool, passes: impl Fn(i64) -> bool) -> Bitmap {
    let or_none = |stated: bool, number: i64| if stated { passes(number) } else { none };
    match chunk.plain(field) {
        Some(Plain::Days(all)) if is_of_dates(field) => {
            Bitmap::of(all, |date| or_none(date != NO_DAY, last_day(date).into()))
        }
        Some(Plain::Days(all)) => Bitmap::of(all, |day| or_none(day != NO_DAY, day.into())),
        Some(Plain::Numbers(all)) => Bitmap::of(all, |number| or_none(number != 0, number.into())),
        Some(Plain::Small(all)) => Bitmap::of(all, |number| or_none(number != 0, number.into())),
        // Other columns hold no numbers.
        _ => Bitmap::empty(),
    }
}

/// Whether its values are dates as precise as they are known, rather than days.
fn is_of_dates(field: Field) -> bool {
    let value = RecordField::from_code(Kind::Need, field.code()).map(RecordField::value);
    matches!(value, Some(FieldValue::Date))
}

/// The rows of a column in which few have a value: those whose value passes, and those without one where that will do.
fn sparse<T>(rows: usize, column: &Sparse<T>, none: bool, passes: impl Fn(&T) -> bool) -> Bitmap {
    let mut with = Bitmap::empty();
    let mut passing = Bitmap::empty();
    for (place, value) in column.iter() {
        with.insert(place);
        if passes(value) {
            passing.insert(place);
        }
    }
    if none {
        let mut without = Bitmap::first(rows);
        without.without(&with);
        passing.or(&without);
    }
    passing
}

fn lies_in(intervals: &[(i64, i64)], number: i64) -> bool {
    intervals.iter().any(|(first, last)| (*first..=*last).contains(&number))
}
