//! Counts of rows by value and provenance: one table for each kind of question, which
//! [`super::scan`] fills chunk by chunk.
//!
//! A table has a line for each provenance (a review, or a State and a source outside its reviews) and a cell
//! for each value, so that the cells that one review's needs touch lie together. Fields that say something
//! about the review need no table of their own: they follow from the totals. Small fields share a cell: a
//! row's priority, horizon and response, all its chapters, all conditions that it meets.

use crate::domain::{Chapter, Coded, Horizon, Priority, Response, Standing};
use crate::query::activity_values::match_slots;
use crate::query::facet_value::{slots, theme_slots};
use crate::query::register::{ChapterTotals, Slot, Vocabulary};
use crate::query::{Condition, Field};

pub(in crate::query) const HORIZONS: usize = Slot::room(Horizon::ALL.len());
pub(in crate::query) const RESPONSES: usize = Slot::room(Response::ALL.len());
const TRIAGE: usize = Slot::room(Priority::ALL.len()) * HORIZONS * RESPONSES;

/// The fields that needs have from their matches.
const OF_MATCHES: [Field; 11] = [
    Field::Provider,
    Field::Donor,
    Field::Partner,
    Field::Kind,
    Field::Level,
    Field::Status,
    Field::Place,
    Field::Programme,
    Field::Platform,
    Field::Sdg,
    Field::Extent,
];

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
    /// Every origin.
    Origins,
    /// Every theme.
    Themes,
    /// Every combination of priority, horizon and response.
    Triage,
    /// Every focal point.
    Focal,
    /// Every value of a field of matches, by its place in [`OF_MATCHES`].
    Matches(usize),
    /// Every standing.
    Standings,
    /// Every document.
    Documents,
    /// Every set of conditions.
    Conditions,
}

impl Kind {
    pub(in crate::query) const ALL: [Self; 22] = [
        Self::Totals,
        Self::Chapters,
        Self::Articles,
        Self::Categories,
        Self::Origins,
        Self::Themes,
        Self::Triage,
        Self::Focal,
        Self::Standings,
        Self::Documents,
        Self::Conditions,
        Self::Matches(0),
        Self::Matches(1),
        Self::Matches(2),
        Self::Matches(3),
        Self::Matches(4),
        Self::Matches(5),
        Self::Matches(6),
        Self::Matches(7),
        Self::Matches(8),
        Self::Matches(9),
        Self::Matches(10),
    ];

    /// The place of its table among all.
    pub(in crate::query) fn place(self) -> usize {
        Self::ALL.iter().position(|kind| *kind == self).unwrap_or_default()
    }

    /// The kind that answers for a countable field.
    pub(in crate::query) fn of(field: Field) -> Self {
        match field {
            Field::Chapter => Self::Chapters,
            Field::Article => Self::Articles,
            Field::Category => Self::Categories,
            Field::Origin => Self::Origins,
            Field::Theme => Self::Themes,
            Field::Priority | Field::Horizon | Field::Response => Self::Triage,
            Field::Focal => Self::Focal,
            field if field.is_of_matches() => {
                let place = OF_MATCHES.iter().position(|other| *other == field);
                Self::Matches(place.unwrap_or_default())
            }
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
            Self::Origins => slots(Field::Origin, vocabulary),
            Self::Themes => slots(Field::Theme, vocabulary),
            Self::Triage => TRIAGE,
            Self::Focal => slots(Field::Focal, vocabulary),
            Self::Matches(place) => slots(OF_MATCHES[place], vocabulary),
            Self::Standings => Slot::room(Standing::ALL.len()),
            Self::Documents => slots(Field::Document, vocabulary),
            Self::Conditions => 1 << Condition::ALL.len(),
        }
    }
}

/// The slots of each set that a column can name, 0 where it states nothing: worked out once for a vocabulary.
#[derive(Debug)]
pub(in crate::query) struct Sets {
    pub(in crate::query) themes: SlotSets,
    /// By the places of [`Kind::Matches`].
    pub(in crate::query) matches: Vec<SlotSets>,
}

impl Sets {
    pub(in crate::query) fn of(vocabulary: &Vocabulary) -> Self {
        let of_matches = |field: &Field| {
            SlotSets::of(&vocabulary.match_sets, |set, own| {
                match_slots(*field, set, vocabulary, own);
            })
        };
        Self {
            themes: SlotSets::of(&vocabulary.theme_sets, theme_slots),
            matches: OF_MATCHES.iter().map(of_matches).collect(),
        }
    }
}

/// The slots of sets, one behind the other: registers can have very many sets.
#[derive(Debug)]
pub(in crate::query) struct SlotSets {
    slots: Vec<u16>,
    /// Where the slots of each set begin and end.
    spans: Vec<(u32, u32)>,
}

impl SlotSets {
    fn of<T>(sets: &[Box<[T]>], fill: impl Fn(&[T], &mut Vec<u16>)) -> Self {
        let (mut all, mut own) = (Self { slots: Vec::new(), spans: Vec::new() }, Vec::new());
        for set in sets {
            fill(set, &mut own);
            let start = all.slots.len() as u32;
            all.slots.extend_from_slice(&own);
            all.spans.push((start, all.slots.len() as u32));
        }
        all
    }

    /// The slots of the set at a place.
    pub(in crate::query) fn get(&self, place: usize) -> &[u16] {
        let (start, end) = self.spans[place];
        &self.slots[start as usize..end as usize]
    }
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
