//! Overlaps: pairs of activities of different providers that help the same States with the same articles at the same
//! time, or may do so.

use super::common::{first_state, first_topic};
use super::index::{Topic, named, regional};
use super::period::Period;
use super::same_work::is_same_work;
use super::scope::Scope;
use crate::domain::{ActivityStatus, Coded, Day, coded};
use crate::query::register::{Activity, Vocabulary};
use std::borrow::Cow;

/// So many days may lie between two activities that still count as being held at about the same time.
pub const NEAR: u32 = 180;

/// The kinds of activities that are publications, whose readers are many.
const PUBLICATIONS: [&str; 2] = ["publication", "publication service"];

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
    /// The two activities in a vocabulary.
    pub fn in_vocabulary(self, of: &Vocabulary) -> [&Activity; 2] {
        self.activities.map(|place| &of.activities[usize::from(place)])
    }
}

/// All overlaps among the activities that `asked` lets through, by place: the most certain first, then in the order of
/// the activities. `None` when `cancelled` says so, which is asked before each list of activities that may meet.
///
/// Where States are not named, the real dates and regions are judged, though they are not shown. Left out are pairs of
/// which one shows its days then: the verdict would tell about when the other one was.
pub fn overlaps(
    vocabulary: &Vocabulary,
    today: Day,
    asked: &dyn Fn(u16) -> bool,
    cancelled: &dyn Fn() -> bool,
) -> Option<Vec<Overlap>> {
    let shown = vocabulary;
    let vocabulary = judged(vocabulary);
    let vocabulary = &*vocabulary;
    let work: Vec<Work<'_>> =
        vocabulary.activities.iter().map(|activity| Work::of(activity, today)).collect();
    let mut order: Vec<u16> = (0..work.len() as u16)
        .filter(|place| work[usize::from(*place)].counts && asked(*place))
        .collect();
    order.sort_by_key(|place| work[usize::from(*place)].period.map(|period| period.first));
    let longest = work.iter().filter_map(|work| work.period);
    let longest = longest.map(|period| period.last.saturating_sub(period.first)).max().unwrap_or(0);
    let mut search = Search { vocabulary, work: &work, longest, found: Vec::new() };
    let named = named(vocabulary, &order);
    for ((state, topic), list) in named.lists() {
        if cancelled() {
            return None;
        }
        search.pairs(list, Meeting { state: Some(state), topic });
    }
    let regional = regional(vocabulary, &order);
    for (topic, list) in regional.lists() {
        let meeting = Meeting { state: None, topic };
        search.pairs(list, meeting);
        for place in list {
            if cancelled() {
                return None;
            }
            let work = &work[usize::from(*place)];
            for state in work.scope.states() {
                search.beside(
                    *place,
                    named.at((*state, topic)),
                    Meeting { state: Some(*state), topic },
                );
            }
        }
    }
    let mut found = search.found;
    found.retain(|overlap| !overlap.in_vocabulary(shown).into_iter().any(Activity::tells_days));
    // As [`Overlap`] itself is ordered, in one number.
    found.sort_unstable_by_key(|Overlap { certainty, activities: [one, other] }| {
        (certainty.index() as u64) << 32 | u64::from(*one) << 16 | u64::from(*other)
    });
    Some(found)
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

/// What is asked of an activity for each pair.
struct Work<'a> {
    activity: &'a Activity,
    scope: Scope<'a>,
    /// `None` where it is not known.
    period: Option<Period>,
    /// Whether it can overlap with others at all.
    counts: bool,
}

impl<'a> Work<'a> {
    fn of(activity: &'a Activity, today: Day) -> Self {
        use ActivityStatus::{Cancelled, Published};
        let over = matches!(activity.status(), Some(Cancelled | Published));
        let is_publication = PUBLICATIONS.contains(&activity.kind.as_str());
        let has_provider = !activity.providers.is_empty() || !activity.provider_states.is_empty();
        Self {
            activity,
            scope: Scope::of(activity),
            period: Period::of(activity, today),
            counts: !over && !is_publication && has_provider,
        }
    }
}

/// The list in which two activities were found together.
#[derive(Clone, Copy)]
struct Meeting {
    /// The State that both have; `None` where neither names one.
    state: Option<u16>,
    topic: Topic,
}

struct Search<'a> {
    vocabulary: &'a Vocabulary,
    work: &'a [Work<'a>],
    /// How many days lie between the first and the last day of the longest activity.
    longest: i32,
    found: Vec<Overlap>,
}

impl Search<'_> {
    /// Looks at the pairs of a list in the order of the first days: none of those that begin too long after an
    /// activity need be looked at with it. Activities of unknown periods stand first, and are looked at with all.
    fn pairs(&mut self, list: &[u16], meeting: Meeting) {
        for (at, one) in list.iter().enumerate() {
            let near = self.work[usize::from(*one)]
                .period
                .map(|own| own.last.saturating_add_unsigned(NEAR));
            for other in &list[at + 1..] {
                let begins = self.work[usize::from(*other)].period.map(|period| period.first);
                if near.zip(begins).is_some_and(|(near, begins)| begins > near) {
                    break;
                }
                self.look([*one, *other], meeting);
            }
        }
    }

    /// Looks at the pairs of an activity with those of a list in the order of the first days: the ones of unknown
    /// periods, and those that begin neither too long before it nor too long after it.
    fn beside(&mut self, one: u16, list: &[u16], meeting: Meeting) {
        let period = |place: &u16| self.work[usize::from(*place)].period;
        let (unknown, known) = list.split_at(list.partition_point(|place| period(place).is_none()));
        let begins_before = |day: i32| {
            known.partition_point(|place| period(place).is_some_and(|period| period.first < day))
        };
        let near = match period(&one) {
            None => known,
            Some(own) => {
                let from = own.first.saturating_sub_unsigned(NEAR).saturating_sub(self.longest);
                let until = own.last.saturating_add_unsigned(NEAR).saturating_add(1);
                &known[begins_before(from)..begins_before(until)]
            }
        };
        for other in unknown.iter().chain(near) {
            self.look([one, *other], meeting);
        }
    }

    /// Takes a pair in if it overlaps. A pair stands together in a list for each State and topic that it has in
    /// common: it counts where it meets first.
    fn look(&mut self, pair: [u16; 2], meeting: Meeting) {
        let [one, other] = pair.map(|place| &self.work[usize::from(place)]);
        let Some(when) = certainty(one.period, other.period) else { return };
        if first_topic([one.activity, other.activity]) != Some(meeting.topic) {
            return;
        }
        let state = first_state([one.scope, other.scope]);
        if state.is_none() || meeting.state.is_some_and(|own| state != Some(own)) {
            return;
        }
        if has_one_provider(one.activity, other.activity)
            || is_same_work(self.vocabulary, [one.activity, other.activity])
        {
            return;
        }
        let both_name = [one, other].iter().all(|work| matches!(work.scope, Scope::Named(_)));
        let certainty = if both_name { when } else { Certainty::Possible };
        let activities = [pair[0].min(pair[1]), pair[0].max(pair[1])];
        self.found.push(Overlap { certainty, activities });
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

/// Whether two activities share a provider, an organisation or a State.
fn has_one_provider(one: &Activity, other: &Activity) -> bool {
    let meet = |own: &[u16], their: &[u16]| own.iter().any(|place| their.contains(place));
    meet(&one.providers, &other.providers) || meet(&one.provider_states, &other.provider_states)
}

#[cfg(test)]
#[path = "overlaps_tests.rs"]
mod tests;
