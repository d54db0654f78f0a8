//! The cursor of the page of themes, and the contents of the page.

use crate::analysis::{ByTheme, Sum, ThemeLine};
use crate::query::Measure;

/// The cursor of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Themes {
    /// The theme, by its number, 0 for the needs without one; `None` for the first.
    pub(in crate::app) theme: Option<u32>,
    /// The article, by its slot; `None` for the first.
    pub(in crate::app) article: Option<u16>,
    /// Whether the cursor is among the articles.
    pub in_articles: bool,
    /// Whether States decide about the order and are opened, rather than needs.
    pub by_states: bool,
}

impl Themes {
    /// The measure of the counts.
    pub fn measure(&self) -> Measure {
        if self.by_states { Measure::States } else { Measure::Needs }
    }

    /// The row of the cursor among the articles of its theme.
    pub fn article_row(&self, articles: &[Sum]) -> usize {
        articles.iter().position(|sum| Some(sum.slot) == self.article).unwrap_or(0)
    }
}

/// The contents of the page: the themes in order, and the articles of the one under the cursor.
pub struct ShownThemes<'a> {
    pub(in crate::app) lines: Vec<&'a ThemeLine>,
    /// The themes on the earlier day, where they are counted.
    pub(in crate::app) before: Option<&'a ByTheme>,
    /// The themes.
    pub themes: Vec<Sum>,
    /// The row of the cursor among them; the first where its theme is gone.
    pub row: usize,
    /// The articles of the theme under the cursor.
    pub articles: Vec<Sum>,
}

impl ShownThemes<'_> {
    /// The articles of the theme in a row, the most first.
    pub fn articles_of(&self, row: usize, measure: Measure) -> Vec<Sum> {
        self.lines.get(row).map(|line| line.in_order(measure)).unwrap_or_default()
    }

    /// The sum of the theme in a row on the earlier day, or of an article among its needs.
    pub fn was(&self, row: usize, article: Option<u16>) -> Option<Sum> {
        let theme = self.lines.get(row)?;
        let line = self.before?.lines.iter().find(|line| line.number == theme.number);
        let sum = line.and_then(|line| match article {
            None => Some(line.sum),
            Some(slot) => line.articles.iter().find(|sum| sum.slot == slot).copied(),
        });
        Some(sum.unwrap_or(Sum { slot: article.unwrap_or(theme.sum.slot), needs: 0, states: 0 }))
    }
}
