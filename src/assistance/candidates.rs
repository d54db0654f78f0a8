//! Candidates: the activities that could serve a need, and the needs that an activity could serve.
//!
//! Only open needs have candidates. A need and an activity that are matched already are left out. Candidates of a need and
//! of an activity follow the same rule; a property test compares both with trying every pair.

use super::rule::{Band, Fit, Score, Served};
use crate::domain::{ActivityStatus, Day, Weights};
use crate::query::over_chunks;
use crate::query::register::{
    Activity, Address, Chunk, Match, NeedRef, Provenance, Register, Review, Slot, Vocabulary,
    decoded_date, is_open,
};
use std::cmp::Reverse;

/// An activity that could serve a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The activity: a place in the vocabulary.
    pub activity: u16,
    /// How it fits.
    pub fit: Fit,
    /// Its points.
    pub score: Score,
}

/// A need that an activity could serve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CandidateNeed {
    /// Its row in the register.
    pub row: Address,
    /// The sum of its points.
    pub points: u8,
}

/// The day looked at and the weights of the rule, and which candidates are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Looked {
    /// The day.
    pub today: Day,
    /// The weights.
    pub weights: Weights,
    /// The lowest band that is listed.
    pub least: Band,
}

impl Looked {
    /// On a day, by the weights of a register: candidates of a band and of better ones.
    pub fn on(today: Day, vocabulary: &Vocabulary, least: Band) -> Self {
        Self { today, weights: vocabulary.candidate_weights, least }
    }
}

/// The activities that could serve a need: the most points first; where these are equal, by status (what runs first),
/// then by start, then by code. Empty where the need is not open.
pub fn activities_for(need: NeedRef<'_>, looked: Looked) -> Vec<Candidate> {
    if need.standing().is_none() {
        return Vec::new();
    }
    let activities = &need.vocabulary.activities;
    let is_matched = |place| need.matches().iter().any(|one| one.activity == place);
    let state = need.state_place();
    let candidate = |(activity, place): (&Activity, u16)| {
        // Most activities are for other States: nothing else is asked of them.
        super::rule::place(activity, state).ok()?;
        let served = Served::new(activity, looked.today).ok()?;
        let fit = served.fit(need).ok()?;
        let score = fit.score(looked.weights);
        let is_listed = score.sum() >= looked.least.least() && !is_matched(place);
        is_listed.then_some(Candidate { activity: place, fit, score })
    };
    let mut all: Vec<Candidate> = activities.iter().zip(0..).filter_map(candidate).collect();
    all.sort_by_cached_key(|of| {
        let activity = &activities[usize::from(of.activity)];
        (Reverse(of.score.sum()), rank(activity.status()), starts(activity), &activity.code)
    });
    all
}

/// The place of a status among equal candidates: what runs, then what is to come, then what is over.
fn rank(status: Option<ActivityStatus>) -> u8 {
    use ActivityStatus::{
        Cancelled, Done, InPreparation, Intended, Ongoing, Planned, Published, Suspended,
    };
    match status {
        Some(Ongoing) => 0,
        Some(InPreparation) => 1,
        Some(Planned) => 2,
        Some(Intended) => 3,
        Some(Suspended) => 4,
        Some(Done | Published) => 5,
        Some(Cancelled) | None => 6,
    }
}

/// When an activity starts, as it is written; those that do not say so come last.
fn starts(activity: &Activity) -> (bool, &str) {
    (activity.starts.is_empty(), &activity.starts)
}

/// The needs that the activity at a place in the vocabulary could serve: the most points first, then by number.
/// `None` when `cancelled` says so, which is asked before each chunk.
pub fn needs_for(
    register: &Register,
    activity: u16,
    looked: Looked,
    cancelled: &(dyn Fn() -> bool + Sync),
) -> Option<Vec<CandidateNeed>> {
    let Some(tables) = Tables::of(&register.vocabulary, activity, looked) else {
        return Some(Vec::new());
    };
    if register.is_void {
        return Some(Vec::new());
    }
    let found = over_chunks(
        register,
        Vec::new,
        |found, number, chunk| found.push((number, tables.chunk(number, chunk))),
        cancelled,
    )?;
    let mut found: Vec<_> = found.into_iter().flatten().collect();
    found.sort_unstable_by_key(|(number, _)| *number);
    Some(by_points(&found.into_iter().flat_map(|(_, needs)| needs).collect::<Vec<_>>()))
}

/// Puts needs, which come in the order of their numbers, into that of their points: there are few different sums.
fn by_points(needs: &[CandidateNeed]) -> Vec<CandidateNeed> {
    let mut starts = [0; u8::MAX as usize + 2];
    for need in needs {
        starts[usize::from(u8::MAX - need.points) + 1] += 1;
    }
    for place in 1..starts.len() {
        starts[place] += starts[place - 1];
    }
    let nothing = CandidateNeed { row: Address::new(0, 0), points: 0 };
    let mut ordered = vec![nothing; needs.len()];
    for need in needs {
        let at = &mut starts[usize::from(u8::MAX - need.points)];
        ordered[*at] = *need;
        *at += 1;
    }
    ordered
}

/// What an activity makes of every value that the columns of needs can hold: a look-up for each part.
struct Tables<'a> {
    served: Served<'a>,
    looked: Looked,
    /// The points for the State of each provenance; `None`: excluded.
    place: Vec<Option<u8>>,
    /// The points for the time of the needs of each provenance that do not say when they were identified.
    usual: Vec<u8>,
    /// The points for each set of themes.
    themes: Vec<u8>,
    /// The points for each category, by slot.
    categories: Vec<u8>,
    /// Whether each set of matches has the activity in it.
    is_matched: Vec<bool>,
}

impl<'a> Tables<'a> {
    fn of(vocabulary: &'a Vocabulary, place: u16, looked: Looked) -> Option<Self> {
        let activity = vocabulary.activities.get(usize::from(place))?;
        let served = Served::new(activity, looked.today).ok()?;
        let weights = looked.weights;
        let points = |is: bool, most: u8| if is { most } else { 0 };
        let of_state = |state| Some(served.place(state).ok()?.points(weights.place));
        let states: Vec<Option<u8>> = (0..vocabulary.states.len() as u16).map(of_state).collect();
        let usual = |of: Provenance<'_>| {
            let day = of.review.and_then(Review::usual_day);
            served.time(day.map(|day| [day, day])).points(weights.time)
        };
        let theme = |set: &[u16]| points(served.theme(set).is_some(), weights.theme);
        let suits = |code: &str| points(served.suits(code), weights.kind);
        let categories = vocabulary.categories.iter().map(|category| suits(&category.code));
        let is_matched = |set: &[Match]| set.iter().any(|one| one.activity == place);
        Some(Self {
            place: vocabulary.provenances().map(|of| states[usize::from(of.state)]).collect(),
            usual: vocabulary.provenances().map(usual).collect(),
            themes: vocabulary.theme_sets.iter().map(|set| theme(set)).collect(),
            categories: std::iter::once(0).chain(categories).collect(),
            is_matched: vocabulary.match_sets.iter().map(|set| is_matched(set)).collect(),
            served,
            looked,
        })
    }

    /// The needs of a chunk that it could serve.
    fn chunk(&self, number: usize, chunk: &Chunk) -> Vec<CandidateNeed> {
        let (facts, triage) = (&chunk.facts, &chunk.triage);
        let mut found = Vec::new();
        for (place, of) in facts.provenance.iter().enumerate() {
            let Some(mut points) = self.place[of.index()] else { continue };
            if !is_open(triage.response[place], triage.duplicate[place])
                || self.is_matched[facts.activities[place].index()]
            {
                continue;
            }
            let Ok(subject) = self.served.subject(facts.articles[place]) else { continue };
            points += subject.points(self.looked.weights.subject)
                + self.themes[facts.themes[place].index()]
                + self.categories[Slot::from(facts.category[place]).entry()]
                + match decoded_date(facts.identified[place]) {
                    None => self.usual[of.index()],
                    Some(date) => {
                        let days = [date.first_day(), date.last_day()];
                        self.served.time(Some(days)).points(self.looked.weights.time)
                    }
                };
            if points >= self.looked.least.least() {
                found.push(CandidateNeed { row: Address::new(number, place), points });
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Coded, NeedNumber};
    use crate::testing::assistance;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn looked(register: &Register, least: Band) -> Looked {
        Looked::on(Day::new(2018, 7, 1).unwrap(), &register.vocabulary, least)
    }

    /// Every pair that the rule lets through, by trying all of them: need, activity, points.
    fn pairs(register: &Register, looked: Looked) -> BTreeSet<(NeedNumber, u16, u8)> {
        let mut all = BTreeSet::new();
        for need in register.rows().filter_map(|row| register.need(row)) {
            for (activity, place) in register.vocabulary.activities.iter().zip(0..) {
                let fit = Served::new(activity, looked.today).and_then(|served| served.fit(need));
                let points = fit.map_or(0, |fit| fit.score(looked.weights).sum());
                let matched = need.activities().any(|own| own.id == activity.id);
                if points >= looked.least.least() && !matched && need.standing().is_some() {
                    all.insert((need.id(), place, points));
                }
            }
        }
        all
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]

        #[test]
        fn both_directions_give_every_pair_of_the_rule(
            seed in any::<u64>(), needs in 0_usize..120, activities in 6_usize..30, band in 0_usize..3,
        ) {
            let register = assistance::register(seed, needs, activities);
            let looked = looked(&register, Band::ALL[band]);
            let expected = pairs(&register, looked);
            let mut for_needs = BTreeSet::new();
            for need in register.rows().filter_map(|row| register.need(row)) {
                for one in activities_for(need, looked) {
                    prop_assert_eq!(one.score, one.fit.score(looked.weights));
                    for_needs.insert((need.id(), one.activity, one.score.sum()));
                }
            }
            prop_assert_eq!(&for_needs, &expected);
            let mut for_activities = BTreeSet::new();
            for place in 0..register.vocabulary.activities.len() as u16 {
                let found = needs_for(&register, place, looked, &|| false).unwrap();
                let key = |one: &CandidateNeed| (Reverse(one.points), one.row);
                prop_assert!(found.windows(2).all(|two| key(&two[0]) < key(&two[1])));
                for one in found {
                    let need = register.need(one.row).unwrap();
                    for_activities.insert((need.id(), place, one.points));
                }
            }
            prop_assert_eq!(&for_activities, &expected);
        }
    }

    #[test]
    fn equal_activities_come_by_status_then_start_then_code() {
        let mut register = assistance::register(5, 60, 8);
        let vocabulary = std::sync::Arc::make_mut(&mut register.vocabulary);
        let model = Activity {
            kind: "workshop".into(),
            states: Vec::new().into(),
            area_states: Vec::new().into(),
            unnamed_states: None,
            articles: crate::domain::ArticleSet::EMPTY,
            chapters: Vec::new(),
            themes: Vec::new().into(),
            ends: "".into(),
            ..vocabulary.activities[0].clone()
        };
        let lines = [
            ("B2", "planned", "2018-09"),
            ("B1", "planned", "2018-09"),
            ("B3", "planned", ""),
            ("B4", "planned", "2018-08"),
            ("B5", "ongoing", ""),
            ("B6", "intended", "2018-08"),
            ("B7", "in preparation", ""),
        ];
        vocabulary.activities = (1..)
            .zip(lines)
            .map(|(id, (code, status, starts))| Activity {
                id,
                code: code.into(),
                status: status.into(),
                starts: starts.into(),
                ..model.clone()
            })
            .collect();
        for set in &mut vocabulary.match_sets {
            *set = Box::default();
        }
        let looked = Looked { least: Band::Possible, ..looked(&register, Band::Possible) };
        let need = register.rows().filter_map(|row| register.need(row));
        let mut open = need.filter(|need| need.standing().is_some());
        let found =
            open.find_map(|need| Some(activities_for(need, looked)).filter(|all| all.len() == 7));
        let codes: Vec<_> =
            found.unwrap().into_iter().map(|one| lines[usize::from(one.activity)].0).collect();
        assert_eq!(codes, ["B5", "B7", "B4", "B1", "B2", "B3", "B6"]);
    }

    #[test]
    fn a_cancelled_question_and_an_activity_that_is_no_candidate_give_nothing() {
        let register = assistance::register(6, 50, 30);
        let looked = looked(&register, Band::Possible);
        let places = 0..register.vocabulary.activities.len() as u16;
        let of = |place: u16| &register.vocabulary.activities[usize::from(place)];
        let fits = |place: &u16| Served::new(of(*place), looked.today).is_ok();
        let some = places.clone().find(fits).unwrap();
        assert_eq!(needs_for(&register, some, looked, &|| true), None);
        let none =
            places.clone().find(|place| of(*place).status == ActivityStatus::Cancelled.code());
        assert_eq!(needs_for(&register, none.unwrap(), looked, &|| false), Some(Vec::new()));
    }
}
