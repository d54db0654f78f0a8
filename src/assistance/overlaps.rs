//! Overlaps: pairs of activities of different providers that help the same States with the same articles at the same
//! time, or may do so.

use super::brief::{Briefs, Lists, topics};
use super::period::Period;
use super::same_work::is_same_work;
use crate::domain::{Article, Coded, Day, coded};
use crate::query::register::{Activity, Vocabulary};
use crate::query::{Followed, PassParts, over_parts};
use std::borrow::Cow;

/// So many days may lie between two activities that still count as being held at about the same time.
pub const NEAR: u32 = 180;

/// With fewer activities one thread is done before a second one has started.
const WORTH_IT: usize = 5_000;

coded! {
    /// How certain it is that two activities overlap.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Certainty {
        /// Both periods are known and share a day.
        Certain => "certain",
        /// At most [`NEAR`] days lie between them, or one period is not known.
        Likely => "likely",
        /// Only the region is common, or neither period is known.
        Possible => "possible",
    }
}

/// Two activities that overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Overlap {
    /// How certain that is.
    pub certainty: Certainty,
    /// The activities: places in [`Vocabulary::activities`], rising.
    pub activities: [u16; 2],
}

impl Overlap {
    /// The overlap in one number, in the order of overlaps.
    fn number(self) -> u64 {
        let Self { certainty, activities: [one, other] } = self;
        (certainty.index() as u64) << 32 | u64::from(one) << 16 | u64::from(other)
    }

    fn of_number(number: u64) -> Self {
        let certainty = Certainty::at((number >> 32) as usize).unwrap_or(Certainty::Possible);
        Self { certainty, activities: [(number >> 16) as u16, number as u16] }
    }

    /// The two activities in a vocabulary.
    pub fn in_vocabulary(self, of: &Vocabulary) -> [&Activity; 2] {
        self.activities.map(|place| &of.activities[usize::from(place)])
    }
}

/// All overlaps among the activities that `asked` lets through, by place: the most certain first, then in the order of
/// the activities. `None` when the caller cancels it, which is asked before each list of activities that may meet;
/// the caller hears how many of the articles and themes were looked at.
///
/// Where States are not named, the real dates and regions are judged, though they are not shown. Left out are pairs of
/// which one shows its days then: the verdict would tell about when the other one was.
pub fn overlaps<'a>(
    vocabulary: &Vocabulary,
    today: Day,
    asked: &dyn Fn(u16) -> bool,
    followed: impl Into<Followed<'a>>,
) -> Option<Vec<Overlap>> {
    let followed = followed.into();
    let shown = vocabulary;
    let vocabulary = judged(vocabulary);
    let search = Search::of(&vocabulary, today, asked, followed.cancelled);
    let on_one = search.briefs.all.len() < WORTH_IT;
    let count = Article::COUNT + vocabulary.themes.len();
    let found = over_parts(
        PassParts { count, on_one },
        Vec::new,
        |found: &mut Vec<u64>, topic| search.topic(topic, found),
        followed,
    )?;
    if (followed.cancelled)() {
        return None;
    }
    let mut found = found.into_iter().reduce(joined).unwrap_or_default();
    if shown.nameless.is_some() {
        let tells = |place: u16| shown.activities[usize::from(place)].tells_days();
        found.retain(|number| !Overlap::of_number(*number).activities.into_iter().any(tells));
    }
    found.sort_unstable();
    Some(found.into_iter().map(Overlap::of_number).collect())
}

/// The longer of two lists with the other one behind it.
fn joined(mut one: Vec<u64>, mut other: Vec<u64>) -> Vec<u64> {
    if one.len() < other.len() {
        std::mem::swap(&mut one, &mut other);
    }
    one.append(&mut other);
    one
}

/// The vocabulary with the real dates and regions of activities, also where States are not named.
fn judged(vocabulary: &Vocabulary) -> Cow<'_, Vocabulary> {
    if vocabulary.nameless.is_none() {
        return Cow::Borrowed(vocabulary);
    }
    let mut real = vocabulary.clone();
    real.activities = vocabulary.activities.iter().map(Activity::judged).collect();
    Cow::Owned(real)
}

/// The list in which two activities were found together.
#[derive(Clone, Copy)]
struct Meeting {
    /// The State that both name; `None` where one of them names none.
    state: Option<usize>,
    /// The number of what both are about.
    topic: usize,
}

/// The activities by what they are about: activities stand there by their ranks in [`Briefs`].
struct Search<'a> {
    vocabulary: &'a Vocabulary,
    cancelled: &'a (dyn Fn() -> bool + Sync),
    briefs: Briefs,
    /// How many States there are.
    states: usize,
    /// Those that name States, by topic and, for one topic, by State.
    named_in: Lists,
    /// The same by topic alone.
    named: Lists,
    /// Those for a part of the world, by topic.
    regional: Lists,
}

impl<'a> Search<'a> {
    fn of(
        vocabulary: &'a Vocabulary,
        today: Day,
        asked: &dyn Fn(u16) -> bool,
        cancelled: &'a (dyn Fn() -> bool + Sync),
    ) -> Self {
        let briefs = Briefs::of(vocabulary, today, asked);
        let (states, count) = (vocabulary.states.len(), Article::COUNT + vocabulary.themes.len());
        let by_topic = |is_wanted: &dyn Fn(&Activity) -> bool| {
            Lists::of(count, |put| {
                for (brief, rank) in briefs.all.iter().zip(0_u16..) {
                    let activity = &vocabulary.activities[usize::from(brief.place)];
                    if is_wanted(activity) {
                        topics(activity).for_each(|topic| put(topic, rank));
                    }
                }
            })
        };
        let named = by_topic(&|activity| !activity.states.is_empty());
        let regional =
            by_topic(&|activity| activity.states.is_empty() && !activity.area_states.is_empty());
        let named_in = Lists::of(count * states, |put| {
            for topic in 0..count {
                for rank in named.at(topic) {
                    let place = usize::from(briefs.all[usize::from(*rank)].place);
                    for state in &vocabulary.activities[place].states {
                        put(topic * states + usize::from(*state), *rank);
                    }
                }
            }
        });
        Self { vocabulary, cancelled, briefs, states, named_in, named, regional }
    }

    /// Finds the overlaps of activities about a topic.
    fn topic(&self, topic: usize, found: &mut Vec<u64>) {
        for state in 0..self.states {
            let list = self.named_in.at(topic * self.states + state);
            self.pairs(list, Meeting { state: Some(state), topic }, found);
        }
        let (regional, named) = (self.regional.at(topic), self.named.at(topic));
        let meeting = Meeting { state: None, topic };
        self.pairs(regional, meeting, found);
        for rank in regional {
            if (self.cancelled)() {
                return;
            }
            self.beside(*rank, named, meeting, found);
        }
    }

    /// Looks at the pairs of a list in the order of the first days: none of those that begin too long after an
    /// activity need be looked at with it. Activities of unknown periods stand first, and are looked at with all.
    fn pairs(&self, list: &[u16], meeting: Meeting, found: &mut Vec<u64>) {
        for (at, one) in list.iter().enumerate() {
            if (self.cancelled)() {
                return;
            }
            let period = self.briefs.all[usize::from(*one)].period;
            let near = period.map(|own| own.last.saturating_add_unsigned(NEAR));
            for other in &list[at + 1..] {
                let begins = self.briefs.all[usize::from(*other)].period.map(|own| own.first);
                if near.zip(begins).is_some_and(|(near, begins)| begins > near) {
                    break;
                }
                self.look([*one, *other], meeting, found);
            }
        }
    }

    /// Looks at the pairs of an activity with those of a list in the order of the first days: the ones of unknown
    /// periods, and those that begin neither too long before it nor too long after it.
    fn beside(&self, one: u16, list: &[u16], meeting: Meeting, found: &mut Vec<u64>) {
        let up_to = |rank: usize| list.partition_point(|own| usize::from(*own) < rank);
        let (unknown, known) = list.split_at(up_to(self.briefs.unknown));
        let near = match self.briefs.all[usize::from(one)].period {
            None => known,
            Some(own) => {
                let longest = self.briefs.longest;
                let from = own.first.saturating_sub_unsigned(NEAR).saturating_sub(longest);
                let until = own.last.saturating_add_unsigned(NEAR).saturating_add(1);
                let day = |day| up_to(self.briefs.first_since(day).max(self.briefs.unknown));
                &list[day(from)..day(until)]
            }
        };
        for other in unknown.iter().chain(near) {
            self.look([one, *other], meeting, found);
        }
    }

    /// Takes a pair in if it overlaps. A pair stands together in a list for each State and topic that it has in
    /// common: it counts where it meets first.
    #[inline]
    fn look(&self, pair: [u16; 2], Meeting { state, topic }: Meeting, found: &mut Vec<u64>) {
        let (briefs, ranks) = (&self.briefs, pair.map(usize::from));
        let [one, other] = ranks.map(|rank| &briefs.all[rank]);
        let Some(when) = certainty(one.period, other.period) else { return };
        let [first, second] = ranks;
        let meet = match state {
            Some(state) => briefs.states.is_first(state, first, second),
            None => briefs.states.meet(first, second),
        };
        if !meet || !self.is_first_topic(topic, ranks) || briefs.providers.meet(first, second) {
            return;
        }
        let activities = [one.place.min(other.place), one.place.max(other.place)];
        let overlap = Overlap {
            certainty: if one.is_named && other.is_named { when } else { Certainty::Possible },
            activities,
        };
        let is_linked = one.is_linked || other.is_linked;
        if !is_linked || !is_same_work(self.vocabulary, overlap.in_vocabulary(self.vocabulary)) {
            found.push(overlap.number());
        }
    }

    /// Whether a topic of two activities is the first that both are about: an article, or a theme where one of them
    /// names no article.
    #[inline]
    fn is_first_topic(&self, topic: usize, ranks: [usize; 2]) -> bool {
        let [one, other] = ranks.map(|rank| &self.briefs.all[rank]);
        let Some(theme) = topic.checked_sub(Article::COUNT) else {
            return one.articles & other.articles & ((1 << topic) - 1) == 0;
        };
        if one.articles != 0 && other.articles != 0 {
            return false;
        }
        let themes =
            [one, other].map(|of| &self.vocabulary.activities[usize::from(of.place)].themes);
        let before = themes[0].iter().filter(|own| usize::from(**own) < theme);
        before.into_iter().all(|own| !themes[1].contains(own))
    }
}

/// How certain it is that two periods meet; `None` where too many days lie between them.
fn certainty(one: Option<Period>, other: Option<Period>) -> Option<Certainty> {
    match (one, other) {
        (Some(one), Some(other)) => match one.days_apart(other) {
            0 => Some(Certainty::Certain),
            1..=NEAR => Some(Certainty::Likely),
            _ => None,
        },
        (None, None) => Some(Certainty::Possible),
        _ => Some(Certainty::Likely),
    }
}

#[cfg(test)]
#[path = "overlaps_tests.rs"]
mod tests;
