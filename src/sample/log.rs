//! The made-up triage of a need: who set which field in which batch.

use super::dice::Dice;
use super::words::Words;
use crate::domain::{Coded, Horizon, Priority, Response, TriageField};
use crate::store::NewWrite;

/// The people who can answer for the needs of a review, and the batches in which they work.
pub(super) struct Desk {
    /// The code of the State's focal point.
    pub(super) focal_point: String,
    /// The code of the adviser for its region, where there is one.
    pub(super) adviser: Option<String>,
    /// Places of batches, the earliest first.
    pub(super) batches: Vec<u32>,
}

/// How far a need has come. About 570 of a thousand have neither a priority nor a response; more are untriaged, which
/// is every need without one of the two.
const UNTOUCHED: usize = 375;
const ASSIGNED: usize = 140;
const DATED: usize = 55;

/// Gives the writes that led a need to its present values, the earliest first. `served` tells that an activity serves
/// it, which a write must state.
pub(super) fn trail<'a>(
    desk: &'a Desk,
    served: bool,
    words: &'a Words,
    dice: &mut Dice,
) -> Vec<NewWrite<'a>> {
    let class = dice.weighted(&[UNTOUCHED, ASSIGNED, DATED, 1000 - UNTOUCHED - ASSIGNED - DATED]);
    let mut writes = match (class, served) {
        (0, false) => Vec::new(),
        (1, false) => vec![vec![focal(desk, dice)]],
        (2, false) => {
            let mut first = vec![horizon(dice)];
            if dice.in_thousand(300) {
                first.push(focal(desk, dice));
            }
            vec![first]
        }
        _ => triaged(desk, served, words, dice),
    };
    writes.truncate(desk.batches.len());
    let batches = rising(&desk.batches, writes.len(), dice);
    batches.into_iter().zip(writes).map(|(batch, values)| NewWrite { batch, values }).collect()
}

type Value<'a> = (TriageField, &'a str);

fn focal<'a>(desk: &'a Desk, dice: &mut Dice) -> Value<'a> {
    let adviser = desk.adviser.as_deref().filter(|_| dice.in_thousand(300));
    (TriageField::FocalPoint, adviser.unwrap_or(&desk.focal_point))
}

fn horizon(dice: &mut Dice) -> Value<'static> {
    let horizon = if dice.in_thousand(740) { Horizon::Current } else { Horizon::Projected };
    (TriageField::Horizon, horizon.code())
}

fn response(weights: [usize; 5], dice: &mut Dice) -> Response {
    Response::at(dice.weighted(&weights)).unwrap_or(Response::Unmet)
}

/// A first assessment and, for many, later changes.
fn triaged<'a>(
    desk: &'a Desk,
    served: bool,
    words: &'a Words,
    dice: &mut Dice,
) -> Vec<Vec<Value<'a>>> {
    let mut first: Vec<Value> = Vec::new();
    let mut answer = None;
    let urgent = dice.in_thousand(930);
    if urgent {
        let priority = Priority::at(dice.weighted(&[30, 42, 28])).unwrap_or(Priority::Medium);
        first.push((TriageField::Priority, priority.code()));
    }
    if dice.in_thousand(650) {
        first.push(horizon(dice));
    }
    if !urgent || dice.in_thousand(480) {
        answer = Some(response([62, 25, 6, 3, 4], dice));
    }
    first.extend(answer.map(|answer| (TriageField::Response, answer.code())));
    if dice.in_thousand(620) {
        first.push(focal(desk, dice));
    }
    if dice.in_thousand(60) {
        first.extend(dice.pick(&words.notes).map(|note| (TriageField::Notes, note.as_str())));
    }
    let mut writes = vec![first];
    let mut later = served || dice.in_thousand(420);
    while later && writes.len() < 3 {
        let weights = if served { [0, 0, 60, 40, 0] } else { [10, 45, 27, 14, 4] };
        let next = response(weights, dice);
        if answer != Some(next) {
            answer = Some(next);
            writes.push(vec![(TriageField::Response, next.code())]);
        }
        later = dice.in_thousand(250);
    }
    writes
}

/// So many of the places, in order.
fn rising(places: &[u32], count: usize, dice: &mut Dice) -> Vec<u32> {
    let mut chosen = Vec::with_capacity(count);
    for (at, place) in places.iter().enumerate() {
        if dice.below(places.len() - at) < count - chosen.len() {
            chosen.push(*place);
        }
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::super::language::Language;
    use super::super::words::words;
    use super::*;

    #[test]
    fn every_write_changes_something_and_batches_rise() {
        let words = words(Language::English);
        let desk = Desk { focal_point: "fp-gh".into(), adviser: None, batches: vec![3, 5, 9] };
        let mut dice = Dice::new(2, 2);
        let mut untriaged = 0;
        for _ in 0..4000 {
            let writes = trail(&desk, false, &words, &mut dice);
            assert!(writes.is_sorted_by(|a, b| a.batch < b.batch));
            let mut now = [None; TriageField::ALL.len()];
            for (field, after) in writes.iter().flat_map(|write| &write.values) {
                assert_ne!(now[field.index()].replace(*after), Some(*after));
            }
            assert!(writes.iter().all(|write| !write.values.is_empty()));
            let [priority, _, response, ..] = now;
            untriaged += usize::from(priority.is_none() && response.is_none());
        }
        assert!((2200..=2400).contains(&untriaged), "{untriaged}");
    }

    #[test]
    fn a_served_need_has_a_response() {
        let words = words(Language::English);
        let desk = Desk { focal_point: "fp-gh".into(), adviser: None, batches: vec![1, 2, 3] };
        let mut dice = Dice::new(2, 2);
        for _ in 0..200 {
            let writes = trail(&desk, true, &words, &mut dice);
            let fields = || writes.iter().flat_map(|write| &write.values).map(|value| value.0);
            assert!(fields().any(|field| field == TriageField::Response));
        }
    }
}
