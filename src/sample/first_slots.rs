//! The subjects of the needs of the first cycle: 3,672, of which the nine reviews completed since
//! the note of 2017 brought 89 (paragraph 8).

use super::apportionment::{apportion, deck};
use super::calendar::note_of_2017;
use super::dice::Dice;
use super::language::Language;
use super::parties::Party;
use super::reviews::Reviews;
use super::slot::Slot;
use crate::domain::{Article, ArticleSet, Chapter};

/// Needs as at the note of 2017: 3,672 - 89.
const OLD: usize = 3_583;
/// The numbers of the old ones that touch chapter III, chapter IV and no article.
const OLD_CHAPTERS: [(Option<Chapter>, usize); 3] =
    [(Some(Chapter::III), 2_216), (Some(Chapter::IV), 1_325), (None, 42)];
/// The chapters of the new ones likewise, as published; two have no chapter.
const NEW_CHAPTERS: [(Option<Chapter>, usize); 3] =
    [(Some(Chapter::III), 53), (Some(Chapter::IV), 34), (None, 2)];

/// How often each article of a chapter is the first that a need names.
const CHAPTER_III: [(u8, usize); 28] = [
    (15, 4),
    (16, 6),
    (17, 3),
    (18, 4),
    (19, 3),
    (20, 6),
    (21, 4),
    (22, 2),
    (23, 5),
    (24, 1),
    (25, 3),
    (26, 5),
    (27, 1),
    (28, 1),
    (29, 2),
    (30, 6),
    (31, 8),
    (32, 9),
    (33, 9),
    (34, 2),
    (35, 2),
    (36, 9),
    (37, 5),
    (38, 6),
    (39, 4),
    (40, 3),
    (41, 1),
    (42, 2),
];
const CHAPTER_IV: [(u8, usize); 8] =
    [(43, 3), (44, 10), (45, 4), (46, 12), (47, 3), (48, 8), (49, 6), (50, 9)];

/// How often each category is named. Model treaties belong to chapter IV.
const OLD_CATEGORIES: [(Option<&str>, usize); 10] = [
    (Some("C1-1"), 19),
    (Some("C1-2"), 12),
    (Some("C1-3"), 7),
    (Some("C1-4"), 20),
    (Some("C1-5"), 4),
    (Some("C1-6"), 20),
    (Some("C1-7"), 9),
    (Some("C1-8"), 4),
    (Some("C1-9"), 4),
    (None, 1),
];
/// The new ones: legislative drafting, capacity-building and experts on site grew most, in this
/// order.
const NEW_CATEGORIES: [(Option<&str>, usize); 9] = [
    (Some("C1-1"), 26),
    (Some("C1-2"), 8),
    (Some("C1-3"), 4),
    (Some("C1-4"), 9),
    (Some("C1-5"), 2),
    (Some("C1-6"), 21),
    (Some("C1-7"), 15),
    (Some("C1-8"), 2),
    (Some("C1-9"), 2),
];

/// The slots of the first cycle, in no particular order.
pub(super) fn first_slots(parties: &[Party], reviews: &Reviews, seed: u64) -> Vec<Slot> {
    let mut dice = Dice::new(seed, 41);
    let late = |review: &usize| {
        reviews.all[*review].summary().is_some_and(|summary| summary > note_of_2017())
    };
    let (new, old): (Vec<usize>, Vec<usize>) = reviews.asking_first.iter().partition(|r| late(r));
    // The one State that writes Chinese names enough to show it.
    let sized = |review: &usize| {
        let party = reviews.all[*review].party;
        (parties[party].language == Language::Chinese).then_some(30)
    };
    let counts = sizes(&old, OLD, sized, &mut dice);
    let mut slots = group(&old, counts, &OLD_CHAPTERS, &OLD_CATEGORIES, &mut dice);
    let all_new = NEW_CHAPTERS.iter().map(|chapter| chapter.1).sum();
    let counts = sizes(&new, all_new, sized, &mut dice);
    slots.extend(group(&new, counts, &NEW_CHAPTERS, &NEW_CATEGORIES, &mut dice));
    slots
}

fn group(
    reviews: &[usize],
    counts: Vec<usize>,
    chapters: &[(Option<Chapter>, usize)],
    categories: &[(Option<&'static str>, usize)],
    dice: &mut Dice,
) -> Vec<Slot> {
    let mut about = Vec::new();
    for (chapter, count) in chapters {
        let weights: &[(u8, usize)] = match chapter {
            Some(Chapter::III) => &CHAPTER_III,
            Some(_) => &CHAPTER_IV,
            None => &[(0, 1)],
        };
        let numbers = deck(*count, weights);
        about.extend(numbers.into_iter().map(|number| articles(number, weights, dice)));
    }
    dice.shuffle(&mut about);
    // Model treaties come first in both decks, so that they fall into chapter IV.
    let mut categories = deck(counts.iter().sum(), categories);
    dice.shuffle(&mut categories);
    categories.sort_by_key(|category| *category != Some("C1-5"));
    about.sort_by_key(|articles| !touches(*articles, Chapter::IV));
    let mut dealt: Vec<_> = about.into_iter().zip(categories).collect();
    dice.shuffle(&mut dealt);
    let owners = reviews.iter().zip(counts).flat_map(|(r, count)| std::iter::repeat_n(*r, count));
    owners
        .zip(dealt)
        .map(|(review, (articles, category))| Slot {
            review,
            articles,
            category,
            themes: Vec::new(),
        })
        .collect()
}

fn touches(articles: ArticleSet, chapter: Chapter) -> bool {
    articles.meets(ArticleSet::of_chapter(chapter))
}

/// The article and, for one need in nine, another one of the same chapter.
fn articles(number: u8, chapter: &[(u8, usize)], dice: &mut Dice) -> ArticleSet {
    let mut set: ArticleSet = Article::new(number).into_iter().collect();
    if !set.is_empty() && dice.in_thousand(110) {
        let weights: Vec<usize> = chapter.iter().map(|article| article.1).collect();
        let other = chapter[dice.weighted(&weights)].0;
        if let Some(article) = Article::new(other) {
            set.insert(article);
        }
    }
    set
}

/// How many needs each review names: a few name many, each at least four.
fn sizes(
    reviews: &[usize],
    total: usize,
    sized: impl Fn(&usize) -> Option<usize>,
    dice: &mut Dice,
) -> Vec<usize> {
    const LEAST: usize = 4;
    let weights: Vec<usize> = reviews
        .iter()
        .map(|review| {
            let size = 5 + dice.below(45);
            let size = sized(review).unwrap_or(size);
            size * size / 4
        })
        .collect();
    let spare = total.saturating_sub(LEAST * reviews.len());
    apportion(spare, &weights).into_iter().map(|count| count + LEAST).collect()
}

#[cfg(test)]
mod tests {
    use super::super::parties::parties;
    use super::super::reviews::reviews;
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn the_first_cycle_has_the_published_needs_for_any_seed() {
        for seed in 0..10 {
            let reviews = reviews(&parties(), seed);
            let slots = first_slots(&parties(), &reviews, seed);
            let new: Vec<&Slot> = slots
                .iter()
                .filter(|s| reviews.all[s.review].summary().is_some_and(|d| d > note_of_2017()))
                .collect();
            assert_eq!((slots.len(), new.len()), (3_672, 89));
            let chapter = |c| new.iter().filter(|s| touches(s.articles, c)).count();
            assert_eq!((chapter(Chapter::III), chapter(Chapter::IV)), (53, 34));
            assert_eq!(new.iter().filter(|s| s.articles.is_empty()).count(), 2);
            assert_eq!(new.iter().map(|s| s.review).collect::<HashSet<_>>().len(), 9);
            assert_eq!(slots.iter().map(|s| s.review).collect::<HashSet<_>>().len(), 104);
            let outside = [Chapter::II, Chapter::V, Chapter::VI];
            assert!(slots.iter().all(|s| outside.iter().all(|c| !touches(s.articles, *c))));
            assert!(
                slots
                    .iter()
                    .filter(|s| s.category == Some("C1-5"))
                    .all(|s| { touches(s.articles, Chapter::IV) })
            );
        }
    }
}
