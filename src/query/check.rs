//! What a term asks, over one chunk: plain loops over a column, one bit a row.

use super::bitmap::Bitmap;
use super::plan::{Check, holds};
use super::register::Chunk;
use super::slot::conditions;

impl Check {
    /// The rows of the chunk that pass; everything for a text, which [`super::search`] looks for.
    pub(super) fn rows(&self, chunk: &Chunk, me: Option<u16>) -> Bitmap {
        let (facts, triage) = (&chunk.facts, &chunk.triage);
        match self {
            Self::Reviews(table) => Bitmap::of(&facts.review, |r| holds(table, r.into())),
            Self::Articles { mask, none } => Bitmap::of(&facts.articles, |set| {
                (set.bits() & mask != 0) | (*none & set.is_empty())
            }),
            Self::Category(table) => Bitmap::of(&facts.category, |c| holds(table, c.into())),
            Self::Priority(table) => Bitmap::of(&triage.priority, |c| holds(table, c.into())),
            Self::Horizon(table) => Bitmap::of(&triage.horizon, |c| holds(table, c.into())),
            Self::Response(table) => Bitmap::of(&triage.response, |c| holds(table, c.into())),
            Self::Focal(table) => Bitmap::of(&triage.focal, |c| holds(table, c.into())),
            Self::ThemeSets(table) => Bitmap::of(&facts.themes, |s| holds(table, s as usize)),
            Self::ActivitySets(table) => {
                Bitmap::of(&facts.activities, |s| holds(table, s as usize))
            }
            Self::Conditions(asked) => {
                let mut rows = Bitmap::empty();
                for row in (0..chunk.len()).filter(|r| conditions(chunk, *r, me) & asked != 0) {
                    rows.insert(row);
                }
                rows
            }
            Self::Identified { periods, none } => Bitmap::of(&facts.identified, |day| {
                day.map_or(*none, |day| lies_in(periods, i64::from(day.number())))
            }),
            Self::Changed { periods, none } => Bitmap::of(&triage.changed, |seconds| {
                if seconds == 0 { *none } else { lies_in(periods, i64::from(seconds)) }
            }),
            Self::Ids(intervals) => Bitmap::of(&facts.id, |id| lies_in(intervals, i64::from(id))),
            Self::Text(_) => Bitmap::first(chunk.len()),
        }
    }
}

fn lies_in(intervals: &[(i64, i64)], number: i64) -> bool {
    intervals.iter().any(|(first, last)| (*first..=*last).contains(&number))
}
