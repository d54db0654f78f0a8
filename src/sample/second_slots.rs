//! The subjects of the needs of the second cycle: 282 in 17 States. `words/second-cycle.csv` says
//! which need of which State carries a theme or a fixed article; the rest is dealt from decks that
//! make the published numbers come out (paragraphs 9 to 31; `docs/sample.md` goes through them).

use super::dice::Dice;
use super::reviews::Reviews;
use super::slot::{Slot, category};
use crate::domain::reference::parts;
use crate::domain::{Article, ArticleSet};
use serde::Deserialize;

/// The first articles of chapter II that the paragraphs leave open, and how many needs name them.
const OPEN_II: [(u8, usize); 6] = [(6, 20), (8, 18), (10, 12), (11, 16), (12, 12), (14, 14)];
/// The articles of chapter V.
const OPEN_V: [(u8, usize); 9] =
    [(51, 6), (52, 22), (53, 10), (54, 14), (55, 13), (56, 8), (57, 12), (58, 14), (59, 8)];
/// Categories of the needs of chapter II, those of the one that touches both chapters included.
const CATEGORIES_II: [(&str, usize); 7] = [
    ("C2-CB", 63),
    ("C2-LA", 37),
    ("C2-IB", 19),
    ("C2-PM", 22),
    ("C2-RD", 14),
    ("C2-IC", 8),
    ("C2-OT", 12),
];
/// Categories of the needs of chapter V alone.
const CATEGORIES_V: [(&str, usize); 7] = [
    ("C2-CB", 52),
    ("C2-LA", 18),
    ("C2-IB", 19),
    ("C2-PM", 4),
    ("C2-RD", 4),
    ("C2-IC", 9),
    ("C2-OT", 1),
];

#[derive(Deserialize)]
struct Row {
    state: usize,
    count: usize,
    /// Numbers, or a chapter from whose deck one is drawn.
    articles: String,
    category: String,
    themes: String,
}

/// The slots of the second cycle, in no particular order.
pub(super) fn second_slots(reviews: &Reviews, seed: u64) -> Vec<Slot> {
    let mut dice = Dice::new(seed, 51);
    let table = include_str!("words/second-cycle.csv");
    let rows: Vec<Row> =
        csv::Reader::from_reader(table.as_bytes()).deserialize().filter_map(Result::ok).collect();
    let mut decks = [
        Decks::new(&OPEN_II, &CATEGORIES_II, rows.iter().filter(|row| !row.of_v()), &mut dice),
        Decks::new(&OPEN_V, &CATEGORIES_V, rows.iter().filter(|row| row.of_v()), &mut dice),
    ];
    let mut slots = Vec::new();
    for row in &rows {
        let decks = &mut decks[usize::from(row.of_v())];
        for _ in 0..row.count {
            slots.push(Slot {
                review: reviews.asking_second.get(row.state).copied().unwrap_or(0),
                articles: row.fixed().unwrap_or_else(|| decks.article()),
                category: category(&row.category).or_else(|| decks.categories.pop()),
                themes: parts(&row.themes).map(str::to_owned).collect(),
            });
        }
    }
    slots
}

impl Row {
    /// Whether the first article is one of chapter V.
    fn of_v(&self) -> bool {
        let first = parts(&self.articles).next().unwrap_or("");
        first == "V" || first.parse().is_ok_and(|number: u8| number > 50)
    }

    fn fixed(&self) -> Option<ArticleSet> {
        let mut set = ArticleSet::EMPTY;
        for number in parts(&self.articles) {
            set.insert(Article::new(number.parse().ok()?)?);
        }
        Some(set)
    }
}

/// The values left to deal to the rows that leave something open.
struct Decks {
    articles: Vec<u8>,
    categories: Vec<&'static str>,
}

impl Decks {
    fn new<'a>(
        articles: &[(u8, usize)],
        categories: &[(&'static str, usize)],
        rows: impl Iterator<Item = &'a Row>,
        dice: &mut Dice,
    ) -> Self {
        let mut articles = articles.to_vec();
        let mut categories = categories.to_vec();
        for row in rows {
            let first = parts(&row.articles).next().unwrap_or("");
            for open in articles.iter_mut().filter(|open| open.0.to_string() == first) {
                open.1 = open.1.saturating_sub(row.count);
            }
            for open in categories.iter_mut().filter(|open| open.0 == row.category) {
                open.1 = open.1.saturating_sub(row.count);
            }
        }
        let mut articles: Vec<u8> =
            articles.into_iter().flat_map(|open| std::iter::repeat_n(open.0, open.1)).collect();
        let mut categories: Vec<&'static str> =
            categories.into_iter().flat_map(|open| std::iter::repeat_n(open.0, open.1)).collect();
        dice.shuffle(&mut articles);
        dice.shuffle(&mut categories);
        Self { articles, categories }
    }

    fn article(&mut self) -> ArticleSet {
        self.articles.pop().and_then(Article::new).into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::parties::parties;
    use super::super::reviews::reviews;
    use super::*;
    use crate::domain::Chapter;
    use std::collections::HashSet;

    fn states<'a>(slots: impl Iterator<Item = &'a Slot>) -> usize {
        slots.map(|slot| slot.review).collect::<HashSet<_>>().len()
    }

    #[test]
    fn chapters_and_categories_add_up_for_any_seed() {
        for seed in 0..10 {
            let slots = second_slots(&reviews(&parties(), seed), seed);
            assert_eq!((slots.len(), states(slots.iter())), (282, 17));
            let of = |c| move |s: &&Slot| s.articles.meets(ArticleSet::of_chapter(c));
            let (ii, v) = (of(Chapter::II), of(Chapter::V));
            assert_eq!(slots.iter().filter(&ii).count(), 175);
            assert_eq!(slots.iter().filter(&v).count(), 108);
            assert_eq!(slots.iter().filter(&ii).filter(&v).count(), 1);
            assert_eq!(states(slots.iter().filter(&ii)), 17);
            let capacity = |s: &&Slot| s.category == Some("C2-CB");
            assert_eq!(states(slots.iter().filter(&v).filter(capacity)), 13);
            for (code, count) in [("C2-CB", 115), ("C2-LA", 55), ("C2-IB", 38)] {
                assert_eq!(slots.iter().filter(|s| s.category == Some(code)).count(), count);
            }
            let built = slots.iter().filter(|s| s.category == Some("C2-IB"));
            assert_eq!(built.filter(&ii).count(), 19);
        }
    }

    #[test]
    fn articles_have_the_published_needs_and_states() {
        let slots = second_slots(&reviews(&parties(), 3), 3);
        for (number, needs, of) in [(5, 24, 9), (9, 19, 10), (7, 20, 9), (13, 20, 8)] {
            let article = Article::new(number).unwrap();
            let touching = || slots.iter().filter(|s| s.articles.contains(article));
            assert_eq!((touching().count(), states(touching())), (needs, of), "{number}");
        }
    }

    #[test]
    fn the_first_ten_states_have_164_needs_in_equal_halves() {
        let reviews = reviews(&parties(), 3);
        let slots = second_slots(&reviews, 3);
        let early: Vec<&Slot> =
            slots.iter().filter(|s| reviews.asking_second[..10].contains(&s.review)).collect();
        let of = |c| early.iter().filter(|s| s.articles.meets(ArticleSet::of_chapter(c))).count();
        assert_eq!((early.len(), of(Chapter::II), of(Chapter::V)), (164, 84, 80));
    }
}
