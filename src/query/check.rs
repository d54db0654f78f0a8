//! What a term asks, over one chunk: plain loops over a column, one bit a row.

use super::engine::bitmap::Bitmap;
use super::plan::{Check, holds};
use super::register::{Chunk, NO_DAY, Plain, Slot, Sparse, last_day};

impl Check {
    /// The rows of the chunk that pass; everything for a text, which [`super::engine::search`] looks for.
    /// `met` says what its needs meet.
    pub(super) fn rows(&self, chunk: &Chunk, met: &[u8]) -> Bitmap {
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
            Self::Priority(table) => Bitmap::of(&triage.priority, |c| holds(table, c.into())),
            Self::Horizon(table) => Bitmap::of(&triage.horizon, |c| holds(table, c.into())),
            Self::Response(table) => Bitmap::of(&triage.response, |c| holds(table, c.into())),
            Self::Focal(table) => Bitmap::of(&triage.focal, |slot| holds(table, slot.entry())),
            Self::ThemeSets(table) => Bitmap::of(&facts.themes, |s| holds(table, s.index())),
            Self::ActivitySets(table) => Bitmap::of(&facts.activities, |s| holds(table, s.index())),
            Self::Conditions(asked) => Bitmap::of(met, |met| met & asked != 0),
            Self::Identified { periods, none } => Bitmap::of(&facts.identified, |date| {
                if date == NO_DAY { *none } else { lies_in(periods, last_day(date).into()) }
            }),
            Self::Changed { periods, none } => Bitmap::of(&triage.changed, |seconds| {
                if seconds == 0 { *none } else { lies_in(periods, i64::from(seconds)) }
            }),
            Self::Projected { periods, none } => Bitmap::of(&triage.projected, |day| {
                if day == NO_DAY { *none } else { lies_in(periods, i64::from(day)) }
            }),
            Self::Duplicate { periods, none } => Bitmap::of(&triage.duplicate, |need| {
                if need == 0 { *none } else { lies_in(periods, i64::from(need)) }
            }),
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
            Self::Rank { periods, none } => Bitmap::of(&facts.rank, |rank| {
                if rank == 0 { *none } else { lies_in(periods, i64::from(rank)) }
            }),
            Self::Ids(intervals) => Bitmap::of(&facts.id, |id| lies_in(intervals, i64::from(id))),
            Self::Text(_) => Bitmap::first(chunk.len()),
        }
    }
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
