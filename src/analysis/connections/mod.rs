//! Connections between articles: which are needed together, by the same need or by the same State,
//! how often, of how many, and how far that is from chance.

mod opened;

use crate::domain::{Article, ArticleSet};
use crate::query::Measure;
use crate::query::register::{Address, Register};
use crate::text::{Message, grouped};
use std::cmp::{Ordering, Reverse};

/// Below so many together a lift says little: one need more or less would be another lift. A list
/// by lift has such pairs last.
pub const FEW: u32 = 5;

/// Two articles and how often they are needed together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Connection {
    /// The articles, the lower first.
    pub articles: [Article; 2],
    /// How many needs touch both, or how many States have needs under both.
    pub both: u32,
    /// How many there are under each, with the other or without.
    pub each: [u32; 2],
    /// How many there are in all, with an article or without.
    pub base: u32,
}

impl Connection {
    /// How many would have both by chance, in hundredths, rounded half up: `each[0] × each[1] ÷
    /// base`, as if neither article said anything about the other.
    pub fn expected(&self) -> u64 {
        rounded(self.product() * 100, self.base.into())
    }

    /// How many times as many have both as would by chance, in hundredths, rounded half up:
    /// `both × base ÷ (each[0] × each[1])`. 100 is chance, more is oftener, less is rarer.
    pub fn lift(&self) -> u64 {
        rounded(u128::from(self.both) * u128::from(self.base) * 100, self.product())
    }

    fn product(&self) -> u128 {
        u128::from(self.each[0]) * u128::from(self.each[1])
    }

    /// Compares the lifts of two pairs of one base before they are rounded.
    fn by_lift(&self, other: &Self) -> Ordering {
        let across = |one: &Self, other: &Self| u128::from(one.both) * other.product();
        across(self, other).cmp(&across(other, self))
    }
}

fn rounded(number: u128, by: u128) -> u64 {
    if by == 0 { 0 } else { u64::try_from((number * 2 + by) / (by * 2)).unwrap_or(u64::MAX) }
}

/// The order of a list of pairs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ranking {
    /// How often both come together.
    #[default]
    Count,
    /// How far that is above chance.
    Lift,
}

/// The connections between the articles of some needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Connections {
    /// The holders of articles: needs, or States with the articles of all these needs of theirs.
    pub by: Measure,
    /// How many there are in all.
    pub base: u32,
    /// Whether the needs are of more than one review cycle.
    pub cycles: bool,
    /// The States and their articles, by place in the vocabulary; empty where needs have them.
    pub states: Vec<(u16, ArticleSet)>,
    table: Table,
}

/// How many have two articles, by the places of both; on the diagonal how many have one.
type Table = Box<[[u32; Article::COUNT]; Article::COUNT]>;

/// Counts the connections of some needs, by their rows in the register, rising. `None` when `cancelled` says so,
/// which is asked before each chunk. Anything but States is counted by needs.
pub fn connections(
    register: &Register,
    rows: &[Address],
    by: Measure,
    cancelled: &(dyn Fn() -> bool + Sync),
) -> Option<Connections> {
    let vocabulary = &*register.vocabulary;
    let mut by_provenance: Vec<Option<ArticleSet>> = vec![None; vocabulary.provenance_count()];
    let mut table: Table = Box::new([[0; Article::COUNT]; Article::COUNT]);
    for rows in rows.chunk_by(|a, b| a.chunk() == b.chunk()) {
        if cancelled() {
            return None;
        }
        let Some(chunk) = register.chunks.get(rows[0].chunk()) else { continue };
        for place in rows.iter().map(|row| row.offset()) {
            let own = chunk.facts.articles[place];
            let all = by_provenance[chunk.facts.provenance[place].index()].get_or_insert_default();
            *all = all.with(own);
            if by != Measure::States {
                add(&mut table, own);
            }
        }
    }
    let had = || vocabulary.provenances().zip(&by_provenance).filter(|(_, set)| set.is_some());
    let of_cycles = || had().filter_map(|(of, _)| Some(of.review?.cycle));
    let cycles = of_cycles().next().is_some_and(|first| of_cycles().any(|other| other != first));
    let mut states: Vec<Option<ArticleSet>> = vec![None; vocabulary.states.len()];
    for (of, set) in had() {
        let all = states[usize::from(of.state)].get_or_insert_default();
        *all = all.with(set.unwrap_or_default());
    }
    let had = states.iter().zip(0..).filter_map(|(set, place)| Some((place, (*set)?)));
    let states: Vec<(u16, ArticleSet)> = had.collect();
    if by == Measure::States {
        for (_, set) in &states {
            add(&mut table, *set);
        }
        return Some(Connections { by, base: states.len() as u32, cycles, states, table });
    }
    let (by, base) = (Measure::Needs, rows.len() as u32);
    Some(Connections { by, base, cycles, states: Vec::new(), table })
}

/// Counts every two articles of a set, and each with itself.
fn add(table: &mut Table, set: ArticleSet) {
    let mut rest = set.bits();
    while rest != 0 {
        let line = &mut table[rest.trailing_zeros() as usize];
        let mut others = set.bits();
        while others != 0 {
            line[others.trailing_zeros() as usize] += 1;
            others &= others - 1;
        }
        rest &= rest - 1;
    }
}

impl Connections {
    /// How many have both articles; of an article with itself, how many have it.
    pub fn both(&self, one: Article, other: Article) -> u32 {
        self.table[one.index()][other.index()]
    }

    /// Two articles in any order, whether anything has both or not.
    pub fn pair(&self, one: Article, other: Article) -> Connection {
        let articles = [one.min(other), one.max(other)];
        Connection {
            articles,
            both: self.both(one, other),
            each: articles.map(|article| self.both(article, article)),
            base: self.base,
        }
    }

    /// The pairs that something has, those that most have first, or those furthest above chance
    /// and behind them, by how many have them, those that fewer than `least` have.
    pub fn ranked(&self, ranking: Ranking, least: u32) -> Vec<Connection> {
        let above = |one: Article| Article::all().filter(move |other| *other > one);
        let all = Article::all().flat_map(|one| above(one).map(move |other| self.pair(one, other)));
        let mut pairs: Vec<Connection> = all.filter(|pair| pair.both > 0).collect();
        let by_count = |a: &Connection, b: &Connection| {
            b.both.cmp(&a.both).then_with(|| b.by_lift(a)).then(a.articles.cmp(&b.articles))
        };
        let is_few = |pair: &Connection| pair.both < least;
        pairs.sort_by(|a, b| match ranking {
            Ranking::Lift if is_few(a) != is_few(b) => is_few(a).cmp(&is_few(b)),
            Ranking::Lift if !is_few(a) => b.by_lift(a).then_with(|| by_count(a, b)),
            _ => by_count(a, b),
        });
        pairs
    }

    /// The notes for readers of a list: the base, the meaning of the numbers, the order. `least` is
    /// the number below which pairs are left out, where one was given.
    pub fn notes(&self, ranking: Ranking, least: Option<u32>) -> Vec<Message> {
        let base = match self.by {
            Measure::States => "connections-base-states",
            Measure::Needs | Measure::Reviews => "connections-base-needs",
        };
        let mut notes = vec![Message::new(base).with("base", grouped(self.base.into()))];
        if self.most(&self.frequent(Article::COUNT)) == 0 {
            notes.push(Message::new("connections-none"));
            return notes;
        }
        notes.push(Message::new("connections-formula"));
        match (least, ranking) {
            (Some(least), _) => {
                notes.push(Message::new("connections-least").with("least", least.to_string()));
            }
            (None, Ranking::Lift) => {
                notes.push(Message::new("connections-few").with("few", FEW.to_string()));
            }
            (None, Ranking::Count) => {}
        }
        if self.cycles {
            notes.push(Message::new("connections-cycles"));
        }
        notes
    }

    /// The articles that most have, at most so many, in the order of the Convention.
    pub fn frequent(&self, most: usize) -> Vec<Article> {
        let mut articles: Vec<Article> =
            Article::all().filter(|article| self.both(*article, *article) > 0).collect();
        articles.sort_by_key(|article| Reverse(self.both(*article, *article)));
        articles.truncate(most);
        articles.sort_unstable();
        articles
    }

    /// The largest number of two different ones of these articles.
    pub fn most(&self, articles: &[Article]) -> u32 {
        let of = |one: &Article| {
            articles.iter().filter(|other| *other != one).map(|other| self.both(*one, *other)).max()
        };
        articles.iter().filter_map(of).max().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests;
