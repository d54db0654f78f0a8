//! Reviews that are under way without preparation: no activity serves the review of their State.

use crate::domain::ActivityStatus;
use crate::query::register::{Review, Vocabulary};
use crate::store::ActivityDetail;
use std::collections::BTreeSet;

/// The reviews that have begun and have no executive summary yet, and whose State no activity serves for that review:
/// places in the vocabulary. An activity serves the review of a State that it names, in the cycle that it names or in
/// any; what is for the reviews of all States prepares none by itself. `details` are those of all activities; what is
/// cancelled, or is not there on the day of the register, does not count.
pub fn unprepared(vocabulary: &Vocabulary, details: &[ActivityDetail]) -> Vec<u16> {
    let counts = |id: i64| {
        let at = vocabulary.activities.binary_search_by_key(&id, |activity| activity.id);
        at.is_ok_and(|at| vocabulary.activities[at].status() != Some(ActivityStatus::Cancelled))
    };
    let served: BTreeSet<_> = (details.iter().filter(|detail| counts(detail.id)))
        .flat_map(|detail| &detail.reviews)
        .filter_map(|(state, cycle)| Some(((*state)?, *cycle)))
        .collect();
    let is_under_way =
        |review: &Review| review.reached().is_some() && review.completed_on().is_none();
    let is_served = |review: &Review| {
        let state = vocabulary.states[usize::from(review.state)].id;
        served.contains(&(state, None)) || served.contains(&(state, Some(review.cycle)))
    };
    let all = vocabulary.reviews.iter().zip(0..);
    let of = all.filter(|(review, _)| is_under_way(review) && !is_served(review));
    of.map(|(_, place)| place).collect()
}
