//! Counts the needs that a register held on each of many days, in one pass over its dates: a need counts from the
//! day on which it was identified, a State with needs from its first one, a review from its
//! executive summary, a party from the day on which it became one. Needs from outside reviews are not
//! counted: published totals are of reviews.
//!
//! The numbers equal those of the registers of these days, as long as the filter asks for nothing
//! that changes with the days; a test compares the two.

use super::series::{Series, TrendMeasure};
use crate::analysis::FilteredRegister;
use crate::domain::{Coded, Cycle, Day};
use crate::query::register::{Membership, NO_DAY, Review, Vocabulary, encoded_day, last_day};
use crate::query::{Field, Filter, Test};

/// The number of a total in a register on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// So many.
    Count(u32),
    /// At least and at most so many: some records do not say from when they count.
    Between(u32, u32),
    /// The filter asks for something that the total has not.
    NotAsked,
    /// Too few States stand behind it to be told where no State is named.
    Hidden,
}

impl Held {
    /// The number, where it is known.
    pub fn count(self) -> Option<u32> {
        match self {
            Self::Count(count) => Some(count),
            Self::Between(..) | Self::NotAsked | Self::Hidden => None,
        }
    }
}

/// From the first day on.
const ALWAYS: i32 = i32::MIN;
/// Never.
const NEVER: i32 = i32::MAX;
/// The cycles.
const CYCLES: usize = Cycle::ALL.len();

/// Whether a filter lets the same needs through on every day: it asks for nothing that triage sets
/// or that a review reaches, for nothing that depends on today or on activities, which begin and are matched one by one,
/// and not for groups that States join or leave.
pub(super) fn is_timeless(filter: &Filter, vocabulary: &Vocabulary) -> bool {
    let mut memberships = vocabulary.states.iter().flat_map(|state| &state.memberships);
    let groups_change = memberships.any(Membership::is_dated);
    filter.terms.iter().all(|term| match &term.test {
        Test::Field(Field::Group, _) => !groups_change,
        Test::Field(field, _) => {
            field.is_of_state()
                || matches!(
                    field,
                    Field::Cycle
                        | Field::Source
                        | Field::Origin
                        | Field::Chapter
                        | Field::Article
                        | Field::Category
                        | Field::Document
                        | Field::Recommendation
                        | Field::Id
                )
        }
        Test::Text(_) => true,
    })
}

/// Whether a filter says something about States alone, so that it can be asked of parties.
pub(super) fn is_of_states(filter: &Filter) -> bool {
    let of_state = |test: &Test| matches!(test, Test::Field(field, _) if field.is_of_state());
    filter.terms.iter().all(|term| of_state(&term.test))
}

/// From which day on each record counts, under a filter.
pub(super) struct Since {
    /// How many needs of each cycle count from each of the days asked about on, and on none.
    needs: [Vec<u32>; CYCLES],
    /// For each State and cycle, the day of its first need.
    states: Vec<[i32; CYCLES]>,
    /// For each review that passes, its cycle and the day from which it counts as completed.
    reviews: Vec<(Cycle, i32)>,
    /// For each party that passes, the day on which it became one, where that is known.
    parties: Vec<Option<i32>>,
}

impl Since {
    /// Looks once at everything that a filter lets through. `days` rise.
    pub(super) fn of(asked: FilteredRegister<'_>, days: &[Day]) -> Self {
        let vocabulary = &asked.register.vocabulary;
        let mut first = vec![NEVER; vocabulary.reviews.len()];
        let needs = needs(asked, days, &mut first);
        let mut states = vec![[NEVER; CYCLES]; vocabulary.states.len()];
        for (review, first) in vocabulary.reviews.iter().zip(&first) {
            let day = &mut states[usize::from(review.state)][review.cycle.index()];
            *day = (*day).min(*first);
        }
        // Reviews without needs count where only reviews are asked about.
        let alone = asked.plan.on_reviews_only().then(|| asked.plan.reviews(vocabulary));
        let from = |place: usize| match &alone {
            Some(passes) => Some(ALWAYS).filter(|_| passes[place]),
            None => Some(first[place]),
        };
        let completed = vocabulary.reviews.iter().enumerate().filter_map(|(place, review)| {
            let completed = review.completed_on()?.number();
            Some((review.cycle, completed.max(from(place)?)))
        });
        let parties = vocabulary.states.iter().enumerate();
        let parties = parties.filter(|(place, state)| {
            state.party != Some(false) && asked.plan.state_matches(*place)
        });
        Self {
            needs,
            states,
            reviews: completed.collect(),
            parties: parties.map(|(_, state)| state.party_since.map(Day::number)).collect(),
        }
    }

    /// The number of a series at the end of a day, which has this place among the days asked about.
    /// `now` says that it is the day of the register itself, on which all its records count.
    pub(super) fn on(&self, series: Series, place: usize, day: Day, now: bool) -> Held {
        // the register as it is also has records dated later than today
        let (day, place) = if now { (NEVER - 1, usize::MAX) } else { (day.number(), place) };
        let within = |cycle: usize| series.cycle.is_none_or(|only| only.index() == cycle);
        let cycles = || (0..CYCLES).filter(|cycle| within(*cycle));
        let count = |found: usize| Held::Count(found as u32);
        match series.counted {
            TrendMeasure::Needs => {
                let until = |at: usize| self.needs[at].iter().take(place.saturating_add(1));
                Held::Count(cycles().map(|at| until(at).sum::<u32>()).sum())
            }
            TrendMeasure::States => count(
                self.states.iter().filter(|since| cycles().any(|at| since[at] <= day)).count(),
            ),
            TrendMeasure::Reviews => {
                let counts =
                    |(cycle, since): &&(Cycle, i32)| within(cycle.index()) && *since <= day;
                count(self.reviews.iter().filter(counts).count())
            }
            // Counted with the matches of each day, by [`crate::assistance::standing_trend`].
            TrendMeasure::Open | TrendMeasure::Standing(_) => Held::NotAsked,
            TrendMeasure::Parties => {
                let unknown = self.parties.iter().filter(|since| since.is_none()).count() as u32;
                let known = self.parties.iter().flatten().filter(|since| **since <= day);
                let known = known.count() as u32;
                match (unknown, now) {
                    (0, _) => Held::Count(known),
                    (_, true) => Held::Count(known + unknown),
                    (_, false) => Held::Between(known, known + unknown),
                }
            }
        }
    }
}

/// How many needs of each cycle count from each day on; and the first day of each review's.
fn needs(asked: FilteredRegister<'_>, days: &[Day], first: &mut [i32]) -> [Vec<u32>; CYCLES] {
    let reviews = &asked.register.vocabulary.reviews;
    let usual = |review: &Review| {
        let day = encoded_day(review.usual_day());
        if day == NO_DAY { ALWAYS } else { day }
    };
    let usual: Vec<(usize, i32)> =
        reviews.iter().map(|review| (review.cycle.index(), usual(review))).collect();
    let days: Vec<i32> = days.iter().map(|day| day.number()).collect();
    let mut counts = [(); CYCLES].map(|()| vec![0; days.len() + 1]);
    for row in asked.selection.rows.iter() {
        let facts = &asked.register.chunks[row.chunk()].facts;
        let place = row.offset();
        let review = facts.provenance[place].index();
        // Needs from outside reviews are of no cycle, and no total published counts them.
        let Some(&(cycle, usual)) = usual.get(review) else { continue };
        let stated = last_day(facts.identified[place]);
        let day = if stated == NO_DAY { usual } else { stated };
        counts[cycle][days.partition_point(|asked| *asked < day)] += 1;
        first[review] = first[review].min(day);
    }
    counts
}
