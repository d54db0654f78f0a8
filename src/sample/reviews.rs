//! The reviews of both cycles: who is reviewed, by whom, and when each step took place.

use super::dice::Dice;
use super::first_roster::{Entry, first_cycle};
use super::parties::Party;
use super::review_steps::{Reached, Review, steps};
use super::second_roster::{ASKING, second_cycle};
use crate::domain::{Coded, Cycle, Step};

/// The plan of all reviews.
pub(super) struct Reviews {
    /// The first cycle's before the second's.
    pub(super) all: Vec<Review>,
    /// The places of the reviews of the first cycle that named needs, by executive summary.
    pub(super) asking_first: Vec<usize>,
    /// The places of those of the second cycle, in the order of `words/second-cycle.csv`.
    pub(super) asking_second: Vec<usize>,
}

/// Plans the reviews.
pub(super) fn reviews(parties: &[Party], seed: u64) -> Reviews {
    let first = first_cycle(parties, seed);
    let second = second_cycle(parties, &first, seed);
    let mut dice = Dice::new(seed, 31);
    let mut all = Vec::new();
    for (cycle, entries) in [(Cycle::First, &first), (Cycle::Second, &second)] {
        for entry in entries {
            all.push(review(parties, entry, cycle, &mut dice));
        }
    }
    one_without_stakeholders(&mut all[first.len()..]);
    let asking_first = (0..first.len()).filter(|place| first[*place].asks).collect();
    let asking_second = (first.len()..first.len() + ASKING).collect();
    Reviews { all, asking_first, asking_second }
}

fn review(parties: &[Party], entry: &Entry, cycle: Cycle, dice: &mut Dice) -> Review {
    let steps = steps(entry.start, entry.reached, dice);
    let dialogue = steps[Step::DirectDialogue.index()].is_some();
    let completed = matches!(entry.reached, Reached::Summary(_));
    Review {
        party: entry.party,
        cycle,
        reviewers: reviewers(parties, entry, dice),
        steps,
        joint_meeting: dialogue.then(|| dice.in_thousand(90)),
        stakeholders: (completed && cycle == Cycle::Second).then_some(true),
    }
}

/// Paragraph 84: outside stakeholders took part in 96 per cent of the reviews of the second
/// cycle, which is all but one of the 27 completed ones. The one held a joint meeting or, where
/// none did, is the last.
fn one_without_stakeholders(second: &mut [Review]) {
    let stated = |review: &Review| review.stakeholders.is_some();
    let meeting = second.iter().position(|r| stated(r) && r.joint_meeting == Some(true));
    let place = meeting.or_else(|| second.iter().rposition(stated));
    if let Some(review) = place.and_then(|place| second.get_mut(place)) {
        review.stakeholders = Some(false);
    }
}

/// Two reviewing States, drawn by lot: one of the same regional group, where there is one, and one
/// of another. Both are States that were parties when the review began.
fn reviewers(parties: &[Party], entry: &Entry, dice: &mut Dice) -> [usize; 2] {
    let region = parties[entry.party].region;
    let mut draw = |same: bool, not: usize| {
        let candidates: Vec<usize> = (0..parties.len())
            .filter(|&place| {
                let party = &parties[place];
                place != entry.party
                    && place != not
                    && party.region.is_some()
                    && (region.is_none() || (party.region == region) == same)
                    && party.since < entry.start
            })
            .collect();
        dice.pick(&candidates).copied().unwrap_or(not)
    };
    let near = draw(true, entry.party);
    [near, draw(false, near)]
}

#[cfg(test)]
mod tests {
    use super::super::parties::parties;
    use super::*;

    #[test]
    fn reviewing_states_are_two_others_and_one_is_of_the_region() {
        let parties = parties();
        for review in reviews(&parties, 4).all {
            let [a, b] = review.reviewers;
            assert!(a != b && a != review.party && b != review.party);
            let region = |place: usize| parties[place].region;
            if region(review.party).is_some() {
                assert_eq!(region(a), region(review.party));
                assert_ne!(region(b), region(review.party));
            }
        }
    }

    #[test]
    fn stakeholders_took_part_in_26_of_27_completed_reviews() {
        let all = reviews(&parties(), 8).all;
        let count = |answer| all.iter().filter(|r| r.stakeholders == Some(answer)).count();
        assert_eq!((count(true), count(false)), (26, 1));
        assert!(all.iter().all(|r| r.stakeholders.is_none() || r.cycle == Cycle::Second));
    }
}
