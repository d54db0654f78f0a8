//! The whole sample as pure data: reviews, slots and desks. Nothing here is inserted yet.

use super::batches::desks;
use super::first_slots::first_slots;
use super::log::Desk;
use super::parties::{Party, parties};
use super::reviews::{Reviews, reviews};
use super::second_slots::second_slots;
use super::slot::Slot;
use super::words::{Theme, themes};
use super::writer::Writer;
use crate::domain::Article;
use crate::store::NewBatch;

/// The parts that a sample is made from.
pub(super) struct Plan {
    pub(super) parties: Vec<Party>,
    pub(super) reviews: Reviews,
    pub(super) themes: Vec<Theme>,
    /// In the order in which the needs were identified, those of a review by article.
    pub(super) slots: Vec<Slot>,
    /// By review, for those with needs.
    pub(super) desks: Vec<Option<Desk>>,
    /// In the order of time.
    pub(super) batches: Vec<NewBatch>,
}

/// Makes the plan of a seed.
pub(super) fn plan(seed: u64, writer: &Writer) -> Plan {
    let parties = parties();
    let reviews = reviews(&parties, seed);
    let mut slots = first_slots(&parties, &reviews, seed);
    slots.extend(second_slots(&reviews, seed));
    slots.sort_by_key(|slot| {
        let first = slot.articles.iter().next().map_or(u8::MAX, Article::number);
        (reviews.all[slot.review].summary(), slot.review, first)
    });
    let mut counts = vec![0; reviews.all.len()];
    for slot in &slots {
        counts[slot.review] += 1;
    }
    let (desks, batches) = desks(&parties, &reviews, &counts, writer, seed);
    Plan { parties, reviews, themes: themes(), slots, desks, batches }
}

#[cfg(test)]
mod tests {
    use super::super::calendar::{day, last_change, last_day};
    use super::*;

    #[test]
    fn nothing_is_later_than_the_note_but_triage() {
        let plan = plan(5, &Writer::new());
        let days = plan.reviews.all.iter().flat_map(|review| review.steps.iter().flatten());
        assert!(days.max() <= Some(&last_day()));
        assert_eq!(plan.slots.len(), 3_954);
        assert!(plan.batches.is_sorted_by_key(|batch| batch.at));
        for (review, desk) in plan.reviews.all.iter().zip(&plan.desks) {
            for place in desk.iter().flat_map(|desk| &desk.batches) {
                let on = plan.batches[*place as usize].at.day();
                assert!(Some(on) > review.summary());
                assert!(on >= day(2018, 1, 15) && on <= last_change().plus(1));
            }
        }
    }
}
