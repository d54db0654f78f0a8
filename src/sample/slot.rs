//! A slot: the subject of one need of the note's size. A register of another size fills each slot
//! with more or fewer needs.

use crate::domain::ArticleSet;

/// The subject of a need: its review, articles, category and themes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    /// A place in the plan's reviews.
    pub(super) review: usize,
    pub(super) articles: ArticleSet,
    /// The code of a category; none is rare.
    pub(super) category: Option<&'static str>,
    /// Names of themes; the last is the one that the text speaks of.
    pub(super) themes: Vec<String>,
}

/// The categories, so that slots and tables name the same text.
pub(super) const CATEGORIES: [&str; 16] = [
    "C1-1", "C1-2", "C1-3", "C1-4", "C1-5", "C1-6", "C1-7", "C1-8", "C1-9", "C2-CB", "C2-LA",
    "C2-IB", "C2-PM", "C2-RD", "C2-IC", "C2-OT",
];

/// The code of a category as the plan holds it.
pub(super) fn category(code: &str) -> Option<&'static str> {
    CATEGORIES.into_iter().find(|known| *known == code)
}
