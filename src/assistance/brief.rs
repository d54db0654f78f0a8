//! Activities in brief, side by side in memory and in the order of their first days: what is asked of them for each pair
//! that may overlap. The activities themselves are large, and a look at one is a wait for the memory.

use super::period::Period;
use super::scope::Scope;
use crate::domain::{ActivityStatus, Article, Day};
use crate::query::register::{Activity, Vocabulary};

/// The kinds of activities that are publications, whose readers are many.
pub(super) const PUBLICATIONS: [&str; 2] = ["publication", "publication service"];

/// What is asked of an activity for each pair.
#[derive(Clone, Copy, Debug)]
pub(super) struct Brief {
    /// Its place in the vocabulary.
    pub(super) place: u16,
    /// Whether it names States.
    pub(super) is_named: bool,
    /// Whether it is a part of another one or has identifiers: it may be another report of the same work.
    pub(super) is_linked: bool,
    /// The bits of its articles.
    pub(super) articles: u64,
    /// `None` where it is not known.
    pub(super) period: Option<Period>,
}

/// The activities that can overlap with others, in the order of their first days: those of unknown periods come first.
pub(super) struct Briefs {
    pub(super) all: Vec<Brief>,
    /// How many periods are unknown.
    pub(super) unknown: usize,
    /// How many days lie between the first and the last day of the longest one.
    pub(super) longest: i32,
    /// The States of each, whether named or in its region.
    pub(super) states: Sets,
    /// The organisations and, behind them, the States that provide each.
    pub(super) providers: Sets,
}

impl Briefs {
    /// The activities that `asked` lets through, by place in the vocabulary.
    pub(super) fn of(vocabulary: &Vocabulary, today: Day, asked: &dyn Fn(u16) -> bool) -> Self {
        let counted = vocabulary.activities.iter().zip(0_u16..);
        let counted = counted.filter(|(activity, place)| counts(activity) && asked(*place));
        let mut all: Vec<Brief> = counted
            .map(|(activity, place)| Brief {
                place,
                is_named: !activity.states.is_empty(),
                is_linked: activity.programme.is_some() || !activity.identifiers.is_empty(),
                articles: activity.articles.bits(),
                period: Period::of(activity, today),
            })
            .collect();
        all.sort_by_key(|brief| brief.period.map(|period| period.first));
        let (organisations, states) = (vocabulary.organisations.len(), vocabulary.states.len());
        let mut providers = Sets::new(all.len(), organisations + states);
        let mut of_states = Sets::new(all.len(), states);
        for (rank, brief) in all.iter().enumerate() {
            let activity = &vocabulary.activities[usize::from(brief.place)];
            let own = activity.providers.iter().map(|place| usize::from(*place));
            let by =
                activity.provider_states.iter().map(|place| organisations + usize::from(*place));
            own.chain(by).for_each(|place| providers.insert(rank, place));
            for state in Scope::of(activity).states() {
                of_states.insert(rank, usize::from(*state));
            }
        }
        let longest = all.iter().filter_map(|brief| brief.period);
        let longest = longest.map(|period| period.last.saturating_sub(period.first)).max();
        let unknown = all.partition_point(|brief| brief.period.is_none());
        Self { all, unknown, longest: longest.unwrap_or(0), states: of_states, providers }
    }

    /// The first activity that begins on a day or later.
    pub(super) fn first_since(&self, day: i32) -> usize {
        self.all.partition_point(|brief| brief.period.is_none_or(|period| period.first < day))
    }
}

/// Whether an activity can overlap with others at all.
fn counts(activity: &Activity) -> bool {
    use ActivityStatus::{Cancelled, Published};
    let over = matches!(activity.status(), Some(Cancelled | Published));
    let is_publication = PUBLICATIONS.contains(&activity.kind.as_str());
    let has_provider = !activity.providers.is_empty() || !activity.provider_states.is_empty();
    !over && !is_publication && has_provider
}

/// A set of places for each activity.
pub(super) struct Sets {
    /// How many words hold one set.
    words: usize,
    bits: Vec<u64>,
}

impl Sets {
    fn new(count: usize, places: usize) -> Self {
        let words = places.div_ceil(64);
        Self { words, bits: vec![0; count * words] }
    }

    fn insert(&mut self, of: usize, place: usize) {
        self.bits[of * self.words + place / 64] |= 1 << (place % 64);
    }

    #[inline]
    fn both(&self, one: usize, other: usize) -> impl Iterator<Item = u64> {
        let set = |of: usize| &self.bits[of * self.words..][..self.words];
        set(one).iter().zip(set(other)).map(|(own, their)| own & their)
    }

    /// Whether two sets have a place in common.
    #[inline]
    pub(super) fn meet(&self, one: usize, other: usize) -> bool {
        self.both(one, other).any(|word| word != 0)
    }

    /// Whether a place is the first one that two sets have in common.
    #[inline]
    pub(super) fn is_first(&self, place: usize, one: usize, other: usize) -> bool {
        let first = self.both(one, other).enumerate().find(|(_, word)| *word != 0);
        first.is_some_and(|(at, word)| at * 64 + word.trailing_zeros() as usize == place)
    }
}

/// The numbers of the things that activities are about: the articles, and behind them the themes of needs.
pub(super) fn topics(activity: &Activity) -> impl Iterator<Item = usize> {
    let articles = activity.articles.iter().map(Article::index);
    articles.chain(activity.themes.iter().map(|theme| Article::COUNT + usize::from(*theme)))
}

/// Lists of activities by a number, in the order in which they were put in.
pub(super) struct Lists {
    starts: Vec<u32>,
    ranks: Vec<u16>,
}

impl Lists {
    /// The lists of so many numbers; `entries` gives each number with an activity, the same every time.
    pub(super) fn of(numbers: usize, entries: impl Fn(&mut dyn FnMut(usize, u16))) -> Self {
        let mut starts = vec![0_u32; numbers + 1];
        entries(&mut |number, _| starts[number + 1] += 1);
        for number in 0..numbers {
            starts[number + 1] += starts[number];
        }
        let mut ranks = vec![0; starts[numbers] as usize];
        let mut next = starts.clone();
        entries(&mut |number, rank| {
            ranks[next[number] as usize] = rank;
            next[number] += 1;
        });
        Self { starts, ranks }
    }

    /// The list of a number.
    pub(super) fn at(&self, number: usize) -> &[u16] {
        &self.ranks[self.starts[number] as usize..self.starts[number + 1] as usize]
    }
}
