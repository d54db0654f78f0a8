//! Kinds of activities: those that serve no need by themselves, and the categories of needs that each of the others suits.

use crate::domain::fold;
use std::collections::HashMap;
use std::sync::OnceLock;

/// A line for each kind: whether activities of it are candidates, and the codes of the categories that it suits.
const TABLE: &str = include_str!("kinds.csv");

/// What the table says of a kind of activity.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActivityKind {
    /// Whether activities of this kind are no candidates: coordination, publications, posts, help with reviews.
    pub is_no_candidate: bool,
    /// The codes of the categories that it suits.
    suits: Vec<&'static str>,
}

impl ActivityKind {
    /// What the table says of a kind, as activities name it. A kind that is not in the table can serve any need and
    /// suits no category by itself.
    pub fn of(kind: &str) -> &'static Self {
        static OTHER: ActivityKind = ActivityKind { is_no_candidate: false, suits: Vec::new() };
        table().get(kind).or_else(|| table().get(fold(kind.trim()).as_str())).unwrap_or(&OTHER)
    }

    /// Whether it suits a category, by the category's code.
    pub fn suits(&self, category: &str) -> bool {
        self.suits.contains(&category)
    }
}

/// Whether activities of a kind, as they name it, are trainings: the word begins their kind.
pub fn is_training(kind: &str) -> bool {
    fold(kind.trim()).starts_with("training")
}

/// The kinds of the table with what it says of them, in its order.
pub fn kinds() -> impl Iterator<Item = (&'static str, &'static ActivityKind)> {
    lines().filter_map(|(kind, ..)| Some((kind, table().get(kind)?)))
}

fn table() -> &'static HashMap<&'static str, ActivityKind> {
    static KINDS: OnceLock<HashMap<&'static str, ActivityKind>> = OnceLock::new();
    KINDS.get_or_init(|| {
        let of = |(kind, candidate, suits): (&'static str, &str, &'static str)| {
            let suits = suits.split(';').filter(|code| !code.is_empty()).collect();
            (kind, ActivityKind { is_no_candidate: candidate == "no", suits })
        };
        lines().map(of).collect()
    })
}

fn lines() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    TABLE.lines().skip(1).filter_map(|line| {
        let (kind, rest) = line.split_once(',')?;
        let (candidate, suits) = rest.split_once(',')?;
        Some((kind, candidate, suits))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::reference;
    use std::collections::BTreeSet;

    #[test]
    fn the_table_says_something_of_every_published_kind_in_words_of_the_program() {
        let known: BTreeSet<&str> = kinds().map(|(kind, _)| kind).collect();
        assert_eq!(known.len(), TABLE.lines().count() - 1, "each kind once");
        let codes: BTreeSet<String> =
            reference::categories().into_iter().map(|category| category.code).collect();
        for (kind, of) in kinds() {
            assert!(of.suits.iter().all(|code| codes.contains(*code)), "{kind}");
            assert!(!of.is_no_candidate || of.suits.is_empty(), "{kind}");
        }
        for (_, candidate, _) in lines() {
            assert!(["yes", "no"].contains(&candidate), "{candidate}");
        }
        for row in reference::activities() {
            assert!(known.contains(row.kind.as_str()), "{}", row.kind);
        }
    }

    #[test]
    fn kinds_suit_their_categories_and_some_are_no_candidates() {
        for (kind, category) in [
            ("workshop", "C2-CB"),
            ("Study visit ", "C1-6"),
            ("mentoring", "C2-CB"),
            ("legal advice", "C2-LA"),
            ("translation", "C1-1"),
            ("assessment", "C2-IB"),
        ] {
            assert!(ActivityKind::of(kind).suits(category), "{kind}");
        }
        assert!(!ActivityKind::of("workshop").suits("C2-LA"));
        for kind in ["adviser", "publication", "coordination meeting", "review support"] {
            assert!(ActivityKind::of(kind).is_no_candidate, "{kind}");
        }
        assert_eq!(ActivityKind::of("hackathon"), &ActivityKind::default());
    }
}
