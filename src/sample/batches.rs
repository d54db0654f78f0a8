//! When and by whom the needs of each review were worked on: the batches of the change log.

use super::calendar::{day, last_change};
use super::dice::Dice;
use super::log::Desk;
use super::parties::Party;
use super::reviews::Reviews;
use super::writer::Writer;
use crate::domain::{Day, Moment};
use crate::store::NewBatch;

/// The code of the officer of the Secretariat.
const OFFICER: &str = "secretariat";
/// A review's needs are worked on this many times, and once more for so many slots.
const TIMES: usize = 3;
const SLOTS_A_TIME: usize = 6;

/// The desks by review, for those with needs, and all batches in the order of time. `slots` says
/// how many slots each review has.
pub(super) fn desks(
    parties: &[Party],
    reviews: &Reviews,
    slots: &[usize],
    writer: &Writer,
    seed: u64,
) -> (Vec<Option<Desk>>, Vec<NewBatch>) {
    let mut dice = Dice::new(seed, 61);
    let mut desks: Vec<Option<Desk>> = Vec::new();
    let mut planned = Vec::new();
    for (place, (review, slots)) in reviews.all.iter().zip(slots).enumerate() {
        let identified = review.summary().filter(|_| *slots > 0);
        desks.push(identified.map(|identified| {
            let party = &parties[review.party];
            let (desk, words) = (desk(party), writer.remarks(party.language));
            for _ in 0..TIMES + slots / SLOTS_A_TIME {
                let at = moment(identified, &mut dice);
                let note = dice.pick(&words.remarks).filter(|_| dice.in_thousand(150));
                let batch = NewBatch {
                    at,
                    who: person(&desk, &mut dice),
                    note: note.cloned().unwrap_or_default(),
                };
                planned.push((place, batch));
            }
            desk
        }));
    }
    planned.sort_by_key(|(place, batch)| (batch.at, *place));
    let mut batches = Vec::new();
    for (place, batch) in planned {
        if let Some(desk) = &mut desks[place] {
            desk.batches.push(batches.len() as u32);
        }
        batches.push(batch);
    }
    (desks, batches)
}

fn desk(party: &Party) -> Desk {
    Desk {
        focal_point: format!("fp-{}", party.iso2.to_ascii_lowercase()),
        adviser: party.adviser.clone(),
        batches: Vec::new(),
    }
}

/// Gives a person who may work on the needs of a State.
fn person(desk: &Desk, dice: &mut Dice) -> String {
    match (dice.weighted(&[45, 30, 25]), &desk.adviser) {
        (0, _) => desk.focal_point.clone(),
        (1, Some(adviser)) => adviser.clone(),
        _ => OFFICER.to_owned(),
    }
}

/// A moment in working hours after the needs were identified; the register has been worked on
/// since January 2018.
fn moment(identified: Day, dice: &mut Dice) -> Moment {
    let first = identified.plus(9).max(day(2018, 1, 15));
    let mut on = first.plus(dice.between(0, (last_change().number() - first.number()).max(0)));
    // 1970-01-01 was a Thursday: Saturday and Sunday become Monday.
    match (on.number() + 3).rem_euclid(7) {
        5 => on = on.plus(2),
        6 => on = on.plus(1),
        _ => {}
    }
    let second = dice.between(7 * 3600, 17 * 3600);
    Moment::from_seconds(i64::from(on.number()) * 86_400 + i64::from(second))
}
