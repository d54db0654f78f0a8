//! Counts of rows by value and provenance: one table for each kind of question, which
//! [`super::scan`] fills chunk by chunk.
//!
//! A table has a line for each provenance (a review, or a State and a source outside its reviews) and a cell
//! for each value, so that the cells that one review's needs touch lie together. Fields that say something
//! about the review need no table of their own: they follow from the totals. Small fields share a cell: a
//! row's priority, horizon and response, all its chapters, all conditions that it meets.

use crate::domain::{Chapter, Coded, Horizon, Priority, Response, Standing};
use crate::query::facet_value::{provider_slots, slots, theme_slots};
use crate::query::register::{ChapterTotals, Slot, Vocabulary};
use crate::query::{Condition, Field};

pub(in crate::query) const HORIZONS: usize = Slot::room(Horizon::ALL.len());
pub(in crate::query) const RESPONSES: usize = Slot::room(Response::ALL.len());
const TRIAGE: usize = Slot::room(Priority::ALL.len()) * HORIZONS * RESPONSES;

/// The kind of a table, by the rows that it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::query) enum Kind {
    /// All rows.
    Totals,
    /// Every set of chapters.
    Chapters,
    /// Every article.
    Articles,
    /// Every category.
    Categories,
    /// Every theme.
    Themes,
    /// Every combination of priority, horizon and response.
    Triage,
    /// Every focal point.
    Focal,
    /// Every provider.
    Providers,
    /// Every standing.
    Standings,
    /// Every document.
    Documents,
    /// Every set of conditions.
    Conditions,
}

impl Kind {
    pub(in crate::query) const ALL: [Self; 11] = [
        Self::Totals,
        Self::Chapters,
        Self::Articles,
        Self::Categories,
        Self::Themes,
        Self::Triage,
        Self::Focal,
        Self::Providers,
        Self::Standings,
        Self::Documents,
        Self::Conditions,
    ];

    /// The kind that answers for a countable field.
    pub(in crate::query) fn of(field: Field) -> Self {
        match field {
            Field::Chapter => Self::Chapters,
            Field::Article => Self::Articles,
            Field::Category => Self::Categories,
            Field::Theme => Self::Themes,
            Field::Priority | Field::Horizon | Field::Response => Self::Triage,
            Field::Focal => Self::Focal,
            Field::Provider => Self::Providers,
            Field::Match => Self::Standings,
            Field::Document => Self::Documents,
            Field::Is => Self::Conditions,
            _ => Self::Totals,
        }
    }

    fn width(self, vocabulary: &Vocabulary) -> usize {
        match self {
            Self::Totals => 1,
            Self::Chapters => 1 << Chapter::ALL.len(),
            Self::Articles => slots(Field::Article, vocabulary),
            Self::Categories => slots(Field::Category, vocabulary),
            Self::Themes => slots(Field::Theme, vocabulary),
            Self::Triage => TRIAGE,
            Self::Focal => slots(Field::Focal, vocabulary),
            Self::Providers => slots(Field::Provider, vocabulary),
            Self::Standings => Slot::room(Standing::ALL.len()),
            Self::Documents => slots(Field::Document, vocabulary),
            Self::Conditions => 1 << Condition::ALL.len(),
        }
    }
}

/// The slots of each set that a column can name, 0 where it states nothing: worked out once for a
/// scan.
pub(in crate::query) struct Sets {
    pub(in crate::query) themes: Vec<Vec<u16>>,
    pub(in crate::query) providers: Vec<Vec<u16>>,
}

impl Sets {
    pub(in crate::query) fn of(vocabulary: &Vocabulary) -> Self {
        Self {
            themes: of_each(&vocabulary.theme_sets, theme_slots),
            providers: of_each(&vocabulary.match_sets, |set, own| {
                provider_slots(set, vocabulary, own);
            }),
        }
    }
}

/// The slots of each set.
fn of_each<T>(sets: &[Box<[T]>], fill: impl Fn(&[T], &mut Vec<u16>)) -> Vec<Vec<u16>> {
    let mut all = vec![Vec::new(); sets.len()];
    for (own, set) in all.iter_mut().zip(sets) {
        fill(set, own);
    }
    all
}

/// A table of the number of rows of each value from each provenance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::query) struct Table {
    pub(in crate::query) kind: Kind,
    pub(in crate::query) width: usize,
    pub(in crate::query) cells: Vec<u32>,
}

impl Table {
    pub(in crate::query) fn new(kind: Kind, vocabulary: &Vocabulary) -> Self {
        let width = kind.width(vocabulary);
        Self { kind, width, cells: vec![0; width * vocabulary.provenance_count()] }
    }

    /// All cells: the totals by provenance, for [`Kind::Totals`].
    pub(in crate::query) fn cells(&self) -> &[u32] {
        &self.cells
    }

    /// Takes the known number of needs of each provenance and set of chapters, where the table
    /// counts these.
    pub(in crate::query) fn foretell(&mut self, tally: &ChapterTotals) {
        if !matches!(self.kind, Kind::Totals | Kind::Chapters) {
            return;
        }
        self.cells.fill(0);
        for (of, chapters, needs) in &tally.lines {
            let cell = if self.kind == Kind::Totals { 0 } else { usize::from(*chapters) };
            self.cells[of.index() * self.width + cell] += needs;
        }
    }

    /// Adds the cells of a table of the same kind, which may hold numbers to subtract
    /// ([`super::scan::Sign`]).
    pub(in crate::query) fn add(&mut self, other: &Self) {
        for (cell, more) in self.cells.iter_mut().zip(&other.cells) {
            *cell = cell.wrapping_add(*more);
        }
    }

    /// Whether a provenance has nothing in it.
    pub(in crate::query) fn is_empty(&self, place: usize) -> bool {
        self.cells[place * self.width..][..self.width].iter().all(|count| *count == 0)
    }

    /// Adds the numbers of a provenance's line for each slot of a field that this kind answers for.
    pub(in crate::query) fn line(&self, field: Field, place: usize, out: &mut [u32]) {
        let cells = &self.cells[place * self.width..][..self.width];
        for (cell, count) in cells.iter().enumerate().filter(|(_, count)| **count > 0) {
            match field {
                Field::Chapter if cell == 0 => out[0] += count,
                Field::Chapter | Field::Is => {
                    (0..out.len() - 1)
                        .filter(|i| cell >> i & 1 == 1)
                        .for_each(|place| out[Slot::at(place).entry()] += count);
                }
                Field::Priority => out[cell / (HORIZONS * RESPONSES)] += count,
                Field::Horizon => out[cell / RESPONSES % HORIZONS] += count,
                Field::Response => out[cell % RESPONSES] += count,
                _ => out[cell] += count,
            }
        }
    }
}
