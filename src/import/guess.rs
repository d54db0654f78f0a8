//! The meanings of the columns of a file: by heading, else by content.

use super::column_facts::ColumnFacts;
use super::heading::is_same;
use super::mapping::Mapping;
use super::target::{Meaning, Target};
use crate::entry;
use crate::fields::RecordField;
use crate::query::register::Vocabulary;

/// The way in which the meaning of a column was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// A mapping that was given says so.
    Given,
    /// By its heading.
    Heading,
    /// By its content: so many per cent of the filled cells are values of the field.
    Content(u32),
    /// The heading means what that of an earlier column means.
    Again,
    /// The heading has a meaning, and no cell is a value of it.
    Unlike,
    /// Not at all: the column is left out.
    Unknown,
}

/// The least share of cells, in per cent, by which a column is known without a heading.
const SHARE: u32 = 80;

/// The least letters on the average of a column of texts.
const LETTERS: u64 = 8;

/// Gives the meanings of columns by a mapping that was given: by heading, the second of two equal ones to the second.
pub(super) fn given(mapping: &Mapping, headings: &[String]) -> (Mapping, Vec<How>) {
    let mut own = Mapping::of_headings(mapping.target, headings);
    let mut taken = vec![false; mapping.columns.len()];
    let mut how = vec![How::Unknown; headings.len()];
    for (place, heading) in headings.iter().enumerate() {
        let is_it =
            |known: &String| known == heading || (!heading.is_empty() && is_same(known, heading));
        // Without headings columns go by their places.
        let same = mapping.columns.iter().enumerate().find(|(at, column)| {
            let in_place = !heading.is_empty() || *at == place;
            !taken[*at] && in_place && is_it(&column.heading)
        });
        if let Some((at, column)) = same {
            taken[at] = true;
            own.columns[place] = column.clone();
            own.columns[place].heading.clone_from(heading);
            how[place] = if column.means.is_some() { How::Given } else { How::Unknown };
        }
    }
    own.accept.clone_from(&mapping.accept);
    own.fixed.clone_from(&mapping.fixed);
    own.states.clone_from(&mapping.states);
    (own, how)
}

/// A guess at the meanings of columns.
pub(super) struct Guess<'a> {
    pub(super) target: Target,
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) facts: &'a [ColumnFacts],
    pub(super) means: Vec<Option<Meaning>>,
    pub(super) how: Vec<How>,
}

impl<'a> Guess<'a> {
    /// By these headings, whose meanings are found already, or without any.
    pub(super) fn new(
        target: Target,
        vocabulary: &'a Vocabulary,
        facts: &'a [ColumnFacts],
        by_heading: Option<&[Option<Meaning>]>,
    ) -> Self {
        let mut means = by_heading.map_or_else(Vec::new, <[_]>::to_vec);
        means.resize(facts.len(), None);
        let of = |means: &Option<Meaning>| means.map_or(How::Unknown, |_| How::Heading);
        let how = means.iter().map(of).collect();
        let mut guess = Self { target, vocabulary, facts, means, how };
        guess.settle_source();
        guess.leave_out_unlike();
        guess.take_recommendations_for_needs();
        guess.leave_out_repeated();
        guess.by_content(by_heading.is_none());
        guess
    }

    fn has(&self, means: Meaning) -> bool {
        self.means.contains(&Some(means))
    }

    fn field(&self, code: &str) -> Option<Meaning> {
        self.target.field(code).map(Meaning::Field)
    }

    /// The column of a meaning.
    fn column(&self, means: Option<Meaning>) -> Option<usize> {
        means.and_then(|means| self.means.iter().position(|own| *own == Some(means)))
    }

    fn is_read(&self, field: RecordField, column: usize) -> bool {
        let values = &self.facts[column].values;
        let is_value = |value: &String| entry::read(field, value, self.vocabulary).is_ok();
        values.is_empty() || values.iter().any(is_value)
    }

    /// "Source" is the document that a need stands in, unless its values are kinds of sources.
    fn settle_source(&mut self) {
        let (source, document) = (self.field("source"), self.field("document"));
        let Some(column) = self.column(source) else { return };
        let Some(Meaning::Field(field)) = source else { return };
        if self.target != Target::Needs || self.is_read(field, column) {
            return;
        }
        let is_free = self.column(document).is_none();
        self.means[column] = document.filter(|_| is_free);
        self.how[column] = if is_free { How::Heading } else { How::Again };
    }

    /// In lists of recommendations the response is that of the State to the recommendation: a column of responses that
    /// holds none of those to a need is another column. Of other fields such cells are bad.
    fn leave_out_unlike(&mut self) {
        for column in 0..self.means.len() {
            let Some(Meaning::Field(field)) = self.means[column] else { continue };
            if field.code() == "response"
                && self.facts[column].filled > 0
                && !self.reads_some(field, column)
            {
                self.means[column] = None;
                self.how[column] = How::Unlike;
            }
        }
    }

    fn reads_some(&self, field: RecordField, column: usize) -> bool {
        self.facts[column].values.is_empty() || self.is_read(field, column)
    }

    /// A list of recommendations is a list of texts where nothing else is one.
    fn take_recommendations_for_needs(&mut self) {
        let text = self.field("text");
        if self.target != Target::Needs || self.column(text).is_some() {
            return;
        }
        if let Some(column) = self.column(self.field("recommendation")) {
            self.means[column] = text;
        }
    }

    /// The second column with the same meaning is left out, but for those of which a record has several.
    fn leave_out_repeated(&mut self) {
        for column in 0..self.means.len() {
            let Some(means) = self.means[column] else { continue };
            let is_again = self.means[..column].contains(&Some(means));
            let has_several = matches!(means, Meaning::Field(field) if field.code() == "theme");
            if is_again && means != Meaning::LeftOut && !has_several {
                self.means[column] = None;
                self.how[column] = How::Again;
            }
        }
    }

    /// Takes the column with the largest share of cells that are values of a meaning.
    fn take(&mut self, means: Option<Meaning>, count: impl Fn(&ColumnFacts) -> u32) {
        let Some(means) = means.filter(|means| !self.has(*means)) else { return };
        let free =
            |column: &usize| self.means[*column].is_none() && self.how[*column] == How::Unknown;
        let share = |column: &usize| self.facts[*column].share(count(&self.facts[*column]));
        let all = (0..self.facts.len()).filter(free).filter(|column| share(column) >= SHARE);
        // The first of several equal ones.
        if let Some(column) = all.rev().max_by_key(share) {
            self.how[column] = How::Content(share(&column));
            self.means[column] = Some(means);
        }
    }

    /// Finds columns by their content: all of them where there are no headings, else the State and the text alone.
    fn by_content(&mut self, without_headings: bool) {
        let state = self.field("state").filter(|_| !self.has(Meaning::StateCode));
        self.take(state, |facts| facts.states);
        if self.target != Target::Needs {
            return;
        }
        if without_headings {
            self.take(Some(Meaning::Cycle), |facts| facts.cycles);
            self.take(self.field("category"), |facts| facts.categories);
            self.take(self.field("chapter"), |facts| facts.chapters);
            self.take(self.field("article"), |facts| facts.articles);
            self.take(self.field("identified"), |facts| facts.dates);
        }
        let Some(text) = self.field("text").filter(|text| !self.has(*text)) else { return };
        let free = (0..self.facts.len())
            .filter(|column| self.means[*column].is_none() && self.how[*column] == How::Unknown);
        let is_text = |column: &usize| {
            let facts = &self.facts[*column];
            facts.average() >= LETTERS && facts.share(facts.numbers) < SHARE
        };
        let longest = free.filter(is_text).max_by_key(|column| self.facts[*column].average());
        if let Some(column) = longest {
            self.means[column] = Some(text);
            self.how[column] = How::Content(100);
        }
    }
}
