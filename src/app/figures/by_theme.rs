//! The page of themes: each with its needs and States, and beside it the articles under which the
//! needs of the theme under the cursor stand. Opening a number shows the records that it counts.

use crate::analysis::{ByTheme, Sum};
use crate::app::App;
use crate::app::state::by_theme::{ShownThemes, Themes};
use crate::app::state::list::{Move, stepped};
use crate::app::state::place::View;
use crate::domain::{Kind, Record};
use crate::query::register::{Slot, Theme};
use crate::query::{Field, code_of_value};
use crate::worker::Made;
use std::sync::Arc;

/// The lines of a step by a page.
const PAGE: usize = 10;

impl App {
    /// Opens the page under the filter in force; where it is open already it stays.
    pub(in crate::app) fn open_themes(&mut self) {
        if !matches!(self.place().view, View::Themes(_)) {
            let filter = self.place().asked();
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

    /// The contents of the page of themes with this cursor, once they are counted.
    pub fn shown_themes(&self, page: &Themes) -> Option<ShownThemes<'_>> {
        let lines = self.counted_themes()?.in_order(page.measure());
        let themes: Vec<Sum> = lines.iter().map(|line| line.sum).collect();
        let before = self.counted_before().and_then(|before| before.themes.as_deref());
        let mut shown = ShownThemes { lines, before, themes, articles: Vec::new() };
        shown.articles = shown.articles_of(page.theme_row(&shown.themes), page.measure());
        Some(shown)
    }

    fn themes_page(&self) -> Option<(Themes, ShownThemes<'_>)> {
        let View::Themes(page) = &self.place().view else { return None };
        Some((page.clone(), self.shown_themes(page)?))
    }

    /// The theme under the cursor.
    pub(in crate::app) fn theme_here(&self) -> Option<Record> {
        let (page, shown) = self.themes_page()?;
        let place =
            Slot::numbered(shown.themes.get(page.theme_row(&shown.themes))?.slot).index()?;
        let theme = self.vocabulary()?.themes.get(place)?;
        let number = u32::try_from(theme.id).ok()?;
        Some(Record { kind: Kind::Theme, number })
    }

    /// Puts the cursor of the page on the theme with this number.
    pub(in crate::app) fn stand_on_theme(&mut self, number: u32) {
        let Some(vocabulary) = self.vocabulary() else { return };
        let is_it = |theme: &Theme| theme.id == i64::from(number);
        let slot = vocabulary.themes.iter().position(is_it).map(Slot::at);
        if let View::Themes(page) = &mut self.place_mut().view {
            page.theme = slot.map(Slot::number);
            page.article = None;
        }
    }

    fn put_themes(&mut self, page: Themes) {
        self.place_mut().view = View::Themes(page);
    }

    /// A step among the themes, or among the articles.
    pub(in crate::app) fn step_themes(&mut self, step: Move) {
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

    /// Needs or States.
    pub(in crate::app) fn turn_themes(&mut self) {
        let View::Themes(page) = &mut self.place_mut().view else { return };
        page.by_states = !page.by_states;
    }

    /// Opens the needs of the theme under the cursor, or of the theme and the article; where
    /// States are counted, the States.
    pub(in crate::app) fn open_theme(&mut self) {
        let Some((page, shown)) = self.themes_page() else { return };
        let Some(register) = self.register() else { return };
        let mut filter = self.place().filter.clone();
        let mut narrow = |field, sum: Option<&Sum>| {
            if let Some(sum) = sum {
                filter.narrow(field, &code_of_value(field, sum.slot, &register.vocabulary));
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
