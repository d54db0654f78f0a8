//! The facts about the cells of a column that tell its meaning: the share of them that are States, articles, dates.

use super::articles_in_cell;
use super::categories_in_cell::{Categories, CategoryMeant};
use super::dates_in_cell::{self, OrderSeen};
use super::named_states::{Name, NamedStates};
use crate::domain::{Chapter, Coded, PartialDate, fold};
use crate::spreadsheet::{Cell, CellState};
use std::collections::BTreeSet;

/// The number of filled cells of a column that are looked at for its content.
const LOOKED_AT: u32 = 200;

/// The number of different values that are kept to be tried as values of a field.
const KEPT: usize = 40;

/// The longest value that is kept, in bytes: longer ones are no names.
const LONGEST: usize = 80;

/// The longest cell that can be a date in numbers, in bytes.
const LONGEST_DATE: usize = 30;

/// The facts about a column.
#[derive(Clone, Debug, Default)]
pub(super) struct ColumnFacts {
    /// The filled cells that were looked at.
    pub(super) filled: u32,
    /// Those that name a State, or one that is not named.
    pub(super) states: u32,
    /// Those that name articles.
    pub(super) articles: u32,
    /// Those that are a date.
    pub(super) dates: u32,
    /// Those that are a cycle.
    pub(super) cycles: u32,
    /// Those that are a chapter in Roman numerals or with its word.
    pub(super) chapters: u32,
    /// Those that name a category.
    pub(super) categories: u32,
    /// Those that are a number and nothing else.
    pub(super) numbers: u32,
    /// Their letters in all.
    pub(super) letters: u64,
    /// Some of their values.
    pub(super) values: BTreeSet<String>,
    /// The order of day and month in the dates of the whole column.
    pub(super) order: OrderSeen,
}

impl ColumnFacts {
    /// Looks at one more cell.
    pub(super) fn see(&mut self, cell: &Cell, names: &NamedStates, categories: &Categories) {
        let text = cell.text.trim();
        if text.is_empty() {
            return;
        }
        if text.len() <= LONGEST_DATE && text.starts_with(char::is_numeric) {
            self.order.see(text);
        }
        if self.filled >= LOOKED_AT {
            return;
        }
        self.filled += 1;
        self.letters += text.chars().count() as u64;
        self.numbers += u32::from(is_number(text));
        if text.len() > LONGEST {
            return;
        }
        if self.values.len() < KEPT {
            self.values.insert(text.to_owned());
        }
        let is_state =
            matches!(names.find(text), Some((Name::State(_) | Name::NotNamed | Name::Ask(_), _)));
        self.states += u32::from(is_state && !is_number(text));
        let articles = articles_in_cell::articles(text, cell.state, true);
        self.articles += u32::from(articles.articles.is_some_and(|set| !set.is_empty()));
        let is_year = PartialDate::parse(text).is_some();
        let dated = dates_in_cell::date(text, cell.state, None, false);
        let is_date = dated.date.is_some() && (is_year || text.len() > 4);
        self.dates += u32::from(is_date || cell.state == CellState::Date);
        self.cycles += u32::from(super::cycles::cycle(text).is_some());
        let is_plain = text.bytes().all(|b| b.is_ascii_digit());
        let is_chapter =
            Chapter::from_code(text).is_some() || articles_in_cell::chapters(text).is_ok();
        self.chapters += u32::from(is_chapter && !is_plain);
        let category = categories.read(text, None);
        let is_category = matches!(category, CategoryMeant::One(..) | CategoryMeant::Either);
        self.categories += u32::from(is_category);
    }

    /// The share of the filled cells, in per cent.
    pub(super) fn share(&self, count: u32) -> u32 {
        (count * 100).checked_div(self.filled).unwrap_or(0)
    }

    /// The letters of a filled cell on the average.
    pub(super) fn average(&self) -> u64 {
        self.letters.checked_div(self.filled.into()).unwrap_or(0)
    }
}

/// Whether a text is a number, of any sign and with separated thousands.
fn is_number(text: &str) -> bool {
    let folded = fold(text);
    let figures = folded.bytes().filter(u8::is_ascii_digit).count();
    figures > 0 && folded.chars().all(|c| c.is_ascii_digit() || " .,'-+%\u{a0}".contains(c))
}
