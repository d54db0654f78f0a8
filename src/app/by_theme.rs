//! The page of themes: each with its needs and States, and beside it the articles under which the
//! needs of the theme under the cursor stand. What can be opened is what a number counts.

use super::App;
use super::list::{Move, Side};
use super::moving::stepped;
use super::place::View;
use crate::analysis::{ByTheme, Sum, ThemeLine};
use crate::query::{Field, Measure, slot_code};
use crate::worker::Made;
use std::sync::Arc;

/// How far a page is.
const PAGE: usize = 10;

/// The cursor of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Themes {
    /// The theme, by its slot; nothing: the first.
    theme: Option<u16>,
    /// The article, by its slot; nothing: the first.
    article: Option<u16>,
    /// Whether the cursor is among the articles.
    pub in_articles: bool,
    /// What decides about the order and is opened: needs, or else States.
    pub by_states: bool,
}

impl Themes {
    /// What it counts.
    pub fn measure(&self) -> Measure {
        if self.by_states { Measure::States } else { Measure::Needs }
    }

    /// The row of the cursor among themes; the first where its theme is gone.
    pub fn theme_row(&self, lines: &[Sum]) -> usize {
        row_of(self.theme, lines)
    }

    /// The row of the cursor among the articles of its theme.
    pub fn article_row(&self, articles: &[Sum]) -> usize {
        row_of(self.article, articles)
    }
}

fn row_of(slot: Option<u16>, sums: &[Sum]) -> usize {
    sums.iter().position(|sum| Some(sum.slot) == slot).unwrap_or(0)
}

/// What the page shows: the themes in order, and the articles of the one under the cursor.
pub struct Shown<'a> {
    lines: Vec<&'a ThemeLine>,
    /// The themes.
    pub themes: Vec<Sum>,
    /// The articles of the theme under the cursor.
    pub articles: Vec<Sum>,
}

impl Shown<'_> {
    /// The articles of the theme in a row, the most first.
    pub fn articles_of(&self, row: usize, measure: Measure) -> Vec<Sum> {
        self.lines.get(row).map(|line| line.in_order(measure)).unwrap_or_default()
    }
}

impl App {
    /// Opens the page under the filter in force; where it is open already it stays.
    pub(super) fn open_themes(&mut self) {
        if !matches!(self.place().view, View::Themes(_)) {
            let filter = self.place().filter.clone();
            self.push_on(self.as_of(), View::Themes(Themes::default()), filter);
        }
    }

    /// The themes as they were counted under the filter in force.
    fn counted_themes(&self) -> Option<&Arc<ByTheme>> {
        match &self.answer.as_ref()?.made {
            Some(Made::Themes(themes)) if self.is_found() => Some(themes),
            _ => None,
        }
    }

    /// What a page with this cursor shows, once it is counted.
    pub fn shown_themes(&self, page: &Themes) -> Option<Shown<'_>> {
        let lines = self.counted_themes()?.in_order(page.measure());
        let themes: Vec<Sum> = lines.iter().map(|line| line.sum).collect();
        let mut shown = Shown { lines, themes, articles: Vec::new() };
        shown.articles = shown.articles_of(page.theme_row(&shown.themes), page.measure());
        Some(shown)
    }

    fn themes_page(&self) -> Option<(Themes, Shown<'_>)> {
        let View::Themes(page) = &self.place().view else { return None };
        Some((page.clone(), self.shown_themes(page)?))
    }

    fn put_themes(&mut self, page: Themes) {
        self.place_mut().view = View::Themes(page);
    }

    /// A step among the themes, or among the articles.
    pub(super) fn step_themes(&mut self, step: Move) {
        let Some((mut page, shown)) = self.themes_page() else { return };
        if page.in_articles {
            let row = stepped(step, page.article_row(&shown.articles), shown.articles.len(), PAGE);
            page.article = shown.articles.get(row).map(|sum| sum.slot);
        } else {
            let row = stepped(step, page.theme_row(&shown.themes), shown.themes.len(), PAGE);
            page.theme = shown.themes.get(row).map(|sum| sum.slot);
            page.article = None;
        }
        self.put_themes(page);
    }

    /// Between the themes and the articles.
    pub(super) fn themes_sideways(&mut self, side: Side) {
        let View::Themes(page) = &mut self.place_mut().view else { return };
        page.in_articles = side == Side::Right;
    }

    /// Needs or States.
    pub(super) fn turn_themes(&mut self) {
        let View::Themes(page) = &mut self.place_mut().view else { return };
        page.by_states = !page.by_states;
    }

    /// Opens the needs of the theme under the cursor, or of the theme and the article; where
    /// States are counted, the States.
    pub(super) fn open_theme(&mut self) {
        let Some((page, shown)) = self.themes_page() else { return };
        let Some(register) = self.register() else { return };
        let mut filter = self.place().filter.clone();
        let mut narrow = |field, sum: Option<&Sum>| {
            if let Some(sum) = sum {
                filter.narrow(field, &slot_code(field, sum.slot, &register.vocabulary));
            }
        };
        narrow(Field::Theme, shown.themes.get(page.theme_row(&shown.themes)));
        if page.in_articles {
            narrow(Field::Article, shown.articles.get(page.article_row(&shown.articles)));
        }
        if !shown.themes.is_empty() {
            self.push_counted(self.as_of(), page.measure(), filter);
        }
    }
}
