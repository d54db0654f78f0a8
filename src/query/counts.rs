//! The numbers of needs, States and reviews in a selection, by any field.

use super::engine::count_tables::{Kind, Sets, Table};
use super::facet_value::{provenance_slots, slots};
use super::register::{ChapterTotals, Provenance, Vocabulary};
use super::{Context, Field};
use crate::domain::coded;
use std::sync::Arc;

coded! {
    /// The kind of thing that is counted.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    pub enum Measure {
        /// Needs.
        #[default]
        Needs => "needs",
        /// States with such needs.
        States => "states",
        /// Reviews with such needs.
        Reviews => "reviews",
    }
}

/// The counts of a selection, by field and slot ([`super::slots`]). A need with several values of a
/// field counts once for each; a State or review counts once however many needs it has.
#[derive(Clone, Debug)]
pub struct Counts {
    pub(super) vocabulary: Arc<Vocabulary>,
    pub(super) context: Context,
    /// The slots of the sets of the vocabulary, for later counts by difference.
    pub(super) sets: Arc<Sets>,
    /// The rows of the selection, one table for each of [`Kind::ALL`].
    pub(super) tables: Vec<Table>,
    /// For each field with a chosen value: the rows that pass all terms but its first positive one.
    pub(super) offered: Vec<(Field, Table)>,
}

impl Counts {
    /// Counts of nothing yet.
    pub(super) fn new(
        vocabulary: &Arc<Vocabulary>,
        context: Context,
        sets: &Arc<Sets>,
        chosen: &[Field],
    ) -> Self {
        let table = |kind| Table::new(kind, vocabulary);
        Self {
            vocabulary: Arc::clone(vocabulary),
            context,
            sets: Arc::clone(sets),
            tables: Kind::ALL.into_iter().map(table).collect(),
            offered: chosen.iter().map(|field| (*field, table(Kind::of(*field)))).collect(),
        }
    }

    /// Takes the known numbers of a whole register for each review and chapter, where only a part
    /// of its needs has been counted.
    pub fn foretell(&mut self, tally: &ChapterTotals) {
        for table in &mut self.tables {
            table.foretell(tally);
        }
    }

    /// Adds the counts of another part of the same question.
    pub(super) fn add(&mut self, other: &Self) {
        for (own, more) in self.tables.iter_mut().zip(&other.tables) {
            own.add(more);
        }
        for ((_, own), (_, more)) in self.offered.iter_mut().zip(&other.offered) {
            own.add(more);
        }
    }

    /// The counts of the selection by slot; empty for a field that is not countable.
    pub fn of(&self, field: Field, measure: Measure) -> Vec<u32> {
        self.measured(field, measure, self.tables.get(Kind::of(field).place()))
    }

    /// The counts with the field's first positive term left out: beside a value that is not chosen
    /// stands the number that all other terms let through of it. Equal to [`Self::of`] where
    /// nothing is chosen.
    pub fn offered(&self, field: Field, measure: Measure) -> Vec<u32> {
        match self.offered.iter().find(|(chosen, _)| *chosen == field) {
            Some((_, table)) => self.measured(field, measure, Some(table)),
            None => self.of(field, measure),
        }
    }

    /// How many the selection holds in all.
    pub fn total(&self, measure: Measure) -> u32 {
        let mut gauge = Gauge::new(measure, 1, &self.vocabulary);
        for (of, count) in self.vocabulary.provenances().zip(self.by_provenance()) {
            gauge.add(of, &[*count]);
        }
        gauge.counts[0]
    }

    /// How many needs of each review the selection holds, by the review's place.
    pub fn by_review(&self) -> &[u32] {
        let all = self.by_provenance();
        all.get(..self.vocabulary.reviews.len()).unwrap_or(all)
    }

    /// How many needs of each provenance the selection holds, by its place.
    pub fn by_provenance(&self) -> &[u32] {
        self.tables.first().map_or(&[], Table::cells)
    }

    /// How many needs of the provenance at a place (that of a review is its own) the selection
    /// holds, by slot of a field that concerns needs; counts of a field that concerns reviews
    /// follow from [`Self::by_provenance`].
    pub fn of_provenance(&self, field: Field, place: usize) -> Vec<u32> {
        let mut line = vec![0; slots(field, &self.vocabulary)];
        if let Some(table) = self.tables.get(Kind::of(field).place()) {
            table.line(field, place, &mut line);
        }
        line
    }

    fn measured(&self, field: Field, measure: Measure, table: Option<&Table>) -> Vec<u32> {
        let width = slots(field, &self.vocabulary);
        let Some(table) = table.filter(|_| width > 0) else { return Vec::new() };
        if self.vocabulary.lacks_activities && field.is_of_assistance() {
            return vec![0; width];
        }
        let mut gauge = Gauge::new(measure, width, &self.vocabulary);
        let mut line = vec![0; width];
        let mut own = Vec::new();
        for (place, of) in self.vocabulary.provenances().enumerate() {
            // Most reviews have no needs: nothing is worked out for them.
            if table.is_empty(place) {
                continue;
            }
            line.fill(0);
            if table.kind == Kind::Totals {
                provenance_slots(field, of, &self.vocabulary, &mut own);
                let count = table.cells()[place];
                for slot in &own {
                    line[usize::from(*slot)] += count;
                }
            } else {
                table.line(field, place, &mut line);
            }
            gauge.add(of, &line);
        }
        gauge.counts
    }
}

/// Sums up lines of counts, one for each provenance, in a measure.
pub(super) struct Gauge<'a> {
    measure: Measure,
    vocabulary: &'a Vocabulary,
    /// The sum for each slot.
    pub(super) counts: Vec<u32>,
    /// For States: which have been counted, by slot and State.
    seen: Vec<bool>,
}

impl<'a> Gauge<'a> {
    pub(super) fn new(measure: Measure, width: usize, vocabulary: &'a Vocabulary) -> Self {
        let states = if measure == Measure::States { vocabulary.states.len() } else { 0 };
        Self { measure, vocabulary, counts: vec![0; width], seen: vec![false; width * states] }
    }

    /// Adds the needs of one provenance, by slot.
    pub(super) fn add(&mut self, of: Provenance<'_>, line: &[u32]) {
        let state = usize::from(of.state);
        let states = self.vocabulary.states.len();
        for (slot, count) in line.iter().enumerate().filter(|(_, count)| **count > 0) {
            self.counts[slot] += match self.measure {
                Measure::Needs => *count,
                Measure::Reviews => u32::from(of.review.is_some()),
                Measure::States => {
                    u32::from(!std::mem::replace(&mut self.seen[slot * states + state], true))
                }
            };
        }
    }
}
