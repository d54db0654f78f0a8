//! What two activities have in common: the ground on which both work, and what both are about.

use super::scope::Scope;
use crate::domain::ArticleSet;
use crate::query::register::Activity;

/// The kind of ground that two activities share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// Both name a State.
    State,
    /// One of them, or both, say no more than a part of the world.
    Region,
}

/// What two activities have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Common {
    /// The kind of ground; `None` where they share none, or where one of them may be anywhere.
    pub ground: Option<Ground>,
    /// The States of both, rising: named by both, or else within the region of one.
    pub states: Vec<u16>,
    /// The articles of both.
    pub articles: ArticleSet,
    /// The themes of both, rising; they count where one of the two names no article.
    pub themes: Vec<u16>,
}

impl Common {
    /// What two activities have in common.
    pub fn of([one, other]: [&Activity; 2]) -> Self {
        let (own, their) = (Scope::of(one), Scope::of(other));
        let states = both(own.states(), their.states());
        let ground = match (own, their) {
            _ if states.is_empty() => None,
            (Scope::Named(_), Scope::Named(_)) => Some(Ground::State),
            _ => Some(Ground::Region),
        };
        let by_theme = one.articles.is_empty() || other.articles.is_empty();
        let themes = if by_theme { both(&one.themes, &other.themes) } else { Vec::new() };
        let articles = ArticleSet::from_bits(one.articles.bits() & other.articles.bits());
        Self { ground, states, articles, themes }
    }
}

/// The places in both lists, rising.
fn both(one: &[u16], other: &[u16]) -> Vec<u16> {
    let mut both: Vec<u16> = one.iter().copied().filter(|place| other.contains(place)).collect();
    both.sort_unstable();
    both.dedup();
    both
}
