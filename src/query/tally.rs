//! Counting rows by value and review: one table for each kind of question, filled chunk by chunk.
//!
//! A table has a line for each review and a cell for each value, so that the cells that one
//! review's needs touch lie together. Fields that say something about the review need no table of
//! their own: they follow from the totals. Small fields share a cell: a row's priority, horizon
//! and response, all its chapters, all conditions that it meets.

use super::register::{Chunk, Vocabulary};
use super::slot::{conditions, provider_slots, slots, theme_slots};
use super::{Condition, Field};
use crate::domain::{ArticleSet, Chapter, Coded, Horizon, Priority, Response};

const HORIZONS: usize = Horizon::ALL.len() + 1;
const RESPONSES: usize = Response::ALL.len() + 1;
const TRIAGE: usize = (Priority::ALL.len() + 1) * HORIZONS * RESPONSES;

/// What a table counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
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
    /// Every set of conditions.
    Conditions,
}

impl Kind {
    pub(super) const ALL: [Self; 9] = [
        Self::Totals,
        Self::Chapters,
        Self::Articles,
        Self::Categories,
        Self::Themes,
        Self::Triage,
        Self::Focal,
        Self::Providers,
        Self::Conditions,
    ];

    /// The kind that answers for a countable field.
    pub(super) fn of(field: Field) -> Self {
        match field {
            Field::Chapter => Self::Chapters,
            Field::Article => Self::Articles,
            Field::Category => Self::Categories,
            Field::Theme => Self::Themes,
            Field::Priority | Field::Horizon | Field::Response => Self::Triage,
            Field::Focal => Self::Focal,
            Field::Provider => Self::Providers,
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
            Self::Conditions => 1 << Condition::ALL.len(),
        }
    }
}

/// The slots of each set that a column can name, 0 where it states nothing: worked out once for a
/// scan.
pub(super) struct Sets {
    themes: Vec<Vec<u16>>,
    providers: Vec<Vec<u16>>,
}

impl Sets {
    pub(super) fn of(vocabulary: &Vocabulary) -> Self {
        let slots = |sets: &[Box<[u16]>], fill: &dyn Fn(&[u16], &mut Vec<u16>)| {
            let mut all = vec![Vec::new(); sets.len()];
            for (own, set) in all.iter_mut().zip(sets) {
                fill(set, own);
            }
            all
        };
        Self {
            themes: slots(&vocabulary.theme_sets, &theme_slots),
            providers: slots(&vocabulary.activity_sets, &|set, own| {
                provider_slots(set, vocabulary, own);
            }),
        }
    }
}

/// How many rows there are of each value in each review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Table {
    kind: Kind,
    width: usize,
    cells: Vec<u32>,
}

impl Table {
    pub(super) fn new(kind: Kind, vocabulary: &Vocabulary) -> Self {
        let width = kind.width(vocabulary);
        Self { kind, width, cells: vec![0; width * vocabulary.reviews.len()] }
    }

    /// All cells: the totals by review, for [`Kind::Totals`].
    pub(super) fn cells(&self) -> &[u32] {
        &self.cells
    }

    /// Counts rows of a chunk.
    pub(super) fn count(&mut self, scan: &Scan, rows: &[u16]) {
        let (facts, triage) = (&scan.chunk.facts, &scan.chunk.triage);
        match self.kind {
            Kind::Totals => self.each(scan, rows, |_| 0),
            Kind::Chapters => self.each(scan, rows, |r| chapter_cell(facts.articles[r])),
            Kind::Categories => self.each(scan, rows, |r| facts.category[r].into()),
            Kind::Focal => self.each(scan, rows, |r| triage.focal[r].into()),
            Kind::Triage => self.each(scan, rows, |r| {
                (usize::from(triage.priority[r]) * HORIZONS + usize::from(triage.horizon[r]))
                    * RESPONSES
                    + usize::from(triage.response[r])
            }),
            Kind::Conditions => {
                self.each(scan, rows, |r| usize::from(conditions(scan.chunk, r, scan.me)));
            }
            Kind::Articles => self.articles(scan, rows),
            Kind::Themes => self.sets(scan, rows, &facts.themes, &scan.sets.themes),
            Kind::Providers => self.sets(scan, rows, &facts.activities, &scan.sets.providers),
        }
    }

    fn each(&mut self, scan: &Scan, rows: &[u16], cell: impl Fn(usize) -> usize) {
        let review = &scan.chunk.facts.review;
        for row in rows.iter().map(|row| usize::from(*row)) {
            self.cells[usize::from(review[row]) * self.width + cell(row)] += 1;
        }
    }

    fn articles(&mut self, scan: &Scan, rows: &[u16]) {
        let facts = &scan.chunk.facts;
        for row in rows.iter().map(|row| usize::from(*row)) {
            let line = usize::from(facts.review[row]) * self.width;
            let mut rest = facts.articles[row].bits();
            if rest == 0 {
                self.cells[line] += 1;
            }
            while rest != 0 {
                self.cells[line + rest.trailing_zeros() as usize + 1] += 1;
                rest &= rest - 1;
            }
        }
    }

    /// Counts the slots of the set that a column names.
    fn sets(&mut self, scan: &Scan, rows: &[u16], column: &[u32], sets: &[Vec<u16>]) {
        let review = &scan.chunk.facts.review;
        for row in rows.iter().map(|row| usize::from(*row)) {
            let line = usize::from(review[row]) * self.width;
            for slot in &sets[column[row] as usize] {
                self.cells[line + usize::from(*slot)] += 1;
            }
        }
    }

    /// Adds what a review's line says about each slot of a field that this kind answers for.
    pub(super) fn line(&self, field: Field, review: usize, out: &mut [u32]) {
        let cells = &self.cells[review * self.width..][..self.width];
        for (cell, count) in cells.iter().enumerate().filter(|(_, count)| **count > 0) {
            match field {
                Field::Chapter if cell == 0 => out[0] += count,
                Field::Chapter | Field::Is => {
                    (0..out.len() - 1)
                        .filter(|i| cell >> i & 1 == 1)
                        .for_each(|i| out[i + 1] += count);
                }
                Field::Priority => out[cell / (HORIZONS * RESPONSES)] += count,
                Field::Horizon => out[cell / RESPONSES % HORIZONS] += count,
                Field::Response => out[cell % RESPONSES] += count,
                _ => out[cell] += count,
            }
        }
    }
}

/// The cell of a set of articles: bit i for the chapter with index i.
fn chapter_cell(articles: ArticleSet) -> usize {
    const fn mask(first: u32, last: u32) -> u64 {
        ((1 << (last - first + 1)) - 1) << (first - 5)
    }
    // The chapters' articles as bits, in order; a test holds them against the Convention's.
    const MASKS: [u64; 5] = [mask(5, 14), mask(15, 42), mask(43, 50), mask(51, 59), mask(60, 62)];
    let bits = articles.bits();
    MASKS.iter().enumerate().fold(0, |cell, (i, mask)| cell | usize::from(bits & mask != 0) << i)
}

/// What a pass over a chunk reads.
pub(super) struct Scan<'a> {
    pub(super) chunk: &'a Chunk,
    pub(super) sets: &'a Sets,
    pub(super) me: Option<u16>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Article;

    #[test]
    fn each_article_is_counted_in_its_chapter() {
        for article in Article::all() {
            let set = ArticleSet::from_iter([article]);
            assert_eq!(chapter_cell(set), 1 << article.chapter().index(), "{article:?}");
        }
        assert_eq!(chapter_cell(ArticleSet::EMPTY), 0);
    }
}
