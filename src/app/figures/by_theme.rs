//! The page of themes: each with its needs and States, and beside it the articles under which the
//! needs of the theme under the cursor stand. Opening a number shows the records that it counts.

use crate::analysis::{ByTheme, Sum};
use crate::app::App;
use crate::app::state::by_theme::{ShownThemes, Themes};
use crate::app::state::list::{Move, stepped};
use crate::app::state::place::View;
use crate::domain::{Kind, Record};
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

    /// The contents of the page of themes with this cursor, once they are counted. Themes that no need has stand there
    /// while no filter leaves needs out.
    pub fn shown_themes(&self, page: &Themes) -> Option<ShownThemes<'_>> {
        let is_whole = self.place().asked().is_empty();
        let mut lines = self.counted_themes()?.in_order(page.measure());
        let before = self.counted_before().and_then(|before| before.themes.as_deref());
        let had_needs = |number: u32| {
            let mut earlier = before.iter().flat_map(|before| &before.lines);
            earlier.any(|line| line.number == number && line.sum.needs > 0)
        };
        lines.retain(|line| is_whole || line.sum.needs > 0 || had_needs(line.number));
        let themes: Vec<Sum> = lines.iter().map(|line| line.sum).collect();
        let row = lines.iter().position(|line| Some(line.number) == page.theme).unwrap_or(0);
        let mut shown = ShownThemes { lines, before, themes, row, articles: Vec::new() };
        shown.articles = shown.articles_of(row, page.measure());
        Some(shown)
    }

    fn themes_page(&self) -> Option<(Themes, ShownThemes<'_>)> {
        let View::Themes(page) = &self.place().view else { return None };
        Some((page.clone(), self.shown_themes(page)?))
    }

    /// The theme under the cursor.
    pub(in crate::app) fn theme_here(&self) -> Option<Record> {
        let (_, shown) = self.themes_page()?;
        let number =
            shown.lines.get(shown.row).map(|line| line.number).filter(|number| *number > 0)?;
        Some(Record { kind: Kind::Theme, number })
    }

    /// Puts the cursor of the page on the theme with this number.
    pub(in crate::app) fn stand_on_theme(&mut self, number: u32) {
        if let View::Themes(page) = &mut self.place_mut().view {
            (page.theme, page.article) = (Some(number), None);
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
            let row = stepped(step, shown.row, shown.themes.len(), PAGE);
            page.theme = shown.lines.get(row).map(|line| line.number);
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
        narrow(Field::Theme, shown.themes.get(shown.row));
        if page.in_articles {
            narrow(Field::Article, shown.articles.get(page.article_row(&shown.articles)));
        }
        if !shown.themes.is_empty() {
            self.push_counted(self.as_of(), page.measure(), filter);
        }
    }
}
