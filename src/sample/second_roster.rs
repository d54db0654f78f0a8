//! The States that the second cycle reviews, how far each review came, and those that name needs.

use super::calendar::{day, spread_over};
use super::dice::Dice;
use super::first_roster::{Entry, propensity};
use super::language::Language;
use super::parties::Party;
use super::review_steps::Reached;
use crate::domain::{Day, Step};

/// The States with needs (paragraph 9); those at the first places had theirs by May 2019.
pub(super) const ASKING: usize = 17;
/// How many of them had their executive summary by the end of May 2019.
pub(super) const ASKING_BY_MAY: usize = 10;
/// The places of the States with needs that named none in the first cycle: 104 and 4 are 108.
const NEW: [usize; 4] = [9, 12, 14, 16];
/// The place of the State that asks for a web platform for small island developing States.
const ISLAND: usize = 13;
/// Executive summaries by the end of May 2019.
const BY_MAY: usize = 20;
/// Executive summaries by the end of September 2019.
const COMPLETED: usize = 27;

/// The reviews of the years that have begun: how many start, and of those that are not completed
/// how many stand at each step from the start to the direct dialogue.
const YEARS: [(i16, usize, [usize; 4]); 4] = [
    (2016, 29, [0, 0, 2, 9]),
    (2017, 48, [2, 10, 15, 12]),
    (2018, 36, [9, 20, 5, 2]),
    (2019, 36, [32, 4, 0, 0]),
];
/// How many of the completed reviews began in the first of these years.
const COMPLETED_OF_FIRST_YEAR: usize = 18;

/// The second cycle. The first [`ASKING`] entries are the States with needs, in the order of the
/// places that `words/second-cycle.csv` names.
pub(super) fn second_cycle(parties: &[Party], first: &[Entry], seed: u64) -> Vec<Entry> {
    let mut dice = Dice::new(seed, 21);
    let completed = choose_completed(parties, first, &mut dice);
    let mut entries = Vec::new();
    for (place, summary) in summaries(&mut dice) {
        let Some(&party) = completed.get(place) else { continue };
        // The earlier a summary, the earlier the start.
        let year = if entries.len() < COMPLETED_OF_FIRST_YEAR { 2016 } else { 2017 };
        let asks = place < ASKING;
        let start = started(year, &mut dice);
        entries.push((place, Entry { party, start, reached: Reached::Summary(summary), asks }));
    }
    entries.sort_by_key(|entry| entry.0);
    let mut entries: Vec<Entry> = entries.into_iter().map(|entry| entry.1).collect();
    entries.extend(unfinished(parties, first, &completed, &mut dice));
    entries
}

/// The parties whose second review is completed: those with needs first.
fn choose_completed(parties: &[Party], first: &[Entry], dice: &mut Dice) -> Vec<usize> {
    let early = day(2016, 6, 1);
    let mut ready: Vec<&Entry> = first
        .iter()
        .filter(|entry| matches!(entry.reached, Reached::Summary(on) if on < early))
        .collect();
    let mut take = |asks: Option<bool>, sids: bool, dice: &mut Dice| {
        let weights: Vec<usize> = ready
            .iter()
            .map(|entry| {
                let party = &parties[entry.party];
                let fits = asks.is_none_or(|asks| asks == entry.asks) && (!sids || party.sids);
                // A sample that is read mostly in English keeps to States that write it.
                let plain = party.language == Language::English;
                usize::from(fits) * propensity(party) * if plain { 3 } else { 1 }
            })
            .collect();
        ready.remove(dice.weighted(&weights)).party
    };
    let mut chosen = Vec::new();
    for place in 0..COMPLETED {
        let asks = (place < ASKING).then(|| !NEW.contains(&place));
        chosen.push(take(asks, place == ISLAND, dice));
    }
    chosen
}

/// The days of the executive summaries with the place of the State in the order of the chosen:
/// 4 by August 2018 as published at the time, 20 by May and 27 by September 2019. All of the last
/// seven name needs; of the first twenty, ten.
fn summaries(dice: &mut Dice) -> Vec<(usize, Day)> {
    let anchors = [
        (0, day(2017, 9, 20)),
        (4, day(2018, 8, 17)),
        (4, day(2018, 8, 27)),
        (BY_MAY, day(2019, 5, 24)),
        (BY_MAY, day(2019, 6, 5)),
        (COMPLETED, day(2019, 9, 27)),
    ];
    let mut early: Vec<usize> = (0..ASKING_BY_MAY).chain(ASKING..COMPLETED).collect();
    let mut late: Vec<usize> = (ASKING_BY_MAY..ASKING).collect();
    dice.shuffle(&mut early);
    dice.shuffle(&mut late);
    early.into_iter().chain(late).zip(spread_over(&anchors, dice)).collect()
}

/// The reviews that have begun and are not completed; the States whose first review is not
/// completed come last or wait, and so does one that is no party yet when the others begin.
fn unfinished(
    parties: &[Party],
    first: &[Entry],
    completed: &[usize],
    dice: &mut Dice,
) -> Vec<Entry> {
    let mut pool: Vec<(bool, usize)> = first
        .iter()
        .filter(|entry| !completed.contains(&entry.party))
        .map(|entry| {
            let early = matches!(entry.reached, Reached::Summary(on) if on < day(2018, 5, 1));
            (!early, entry.party)
        })
        .collect();
    dice.shuffle(&mut pool);
    pool.sort_by_key(|entry| entry.0);
    let mut pool: Vec<usize> = pool.into_iter().map(|entry| entry.1).collect();
    let mut entries = Vec::new();
    for (year, _, standing) in YEARS {
        let steps = [Step::Started, Step::SelfAssessment, Step::DeskReview, Step::DirectDialogue];
        for (step, count) in steps.into_iter().zip(standing) {
            for _ in 0..count {
                let bound = |party: &usize| parties[*party].since < day(year, 6, 20);
                let Some(place) = pool.iter().position(bound) else { continue };
                let party = pool.remove(place);
                let reached = Reached::Earlier(step);
                entries.push(Entry { party, start: started(year, dice), reached, asks: false });
            }
        }
    }
    entries
}

/// Reviews of a year start in the weeks after the session that draws them.
fn started(year: i16, dice: &mut Dice) -> Day {
    day(year, 6, 20).plus(dice.between(0, 25))
}

#[cfg(test)]
mod tests {
    use super::super::first_roster::first_cycle;
    use super::super::parties::parties;
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn the_second_cycle_adds_up_for_any_seed() {
        let parties = parties();
        for seed in 0..40 {
            let first = first_cycle(&parties, seed);
            let entries = second_cycle(&parties, &first, seed);
            let by = |last: Day, asking: bool| {
                let summaries = entries.iter().filter(|entry| !asking || entry.asks);
                summaries.filter(|e| matches!(e.reached, Reached::Summary(d) if d <= last)).count()
            };
            assert_eq!(entries.len(), YEARS.iter().map(|year| year.1).sum::<usize>());
            assert_eq!(
                entries.iter().map(|e| e.party).collect::<HashSet<_>>().len(),
                entries.len()
            );
            assert_eq!(by(day(2018, 8, 21), false), 4);
            assert_eq!([by(day(2019, 5, 31), false), by(day(2019, 5, 31), true)], [20, 10]);
            assert_eq!([by(day(2019, 9, 30), false), by(day(2019, 9, 30), true)], [27, 17]);
            assert!(entries[..ASKING].iter().all(|entry| entry.asks));
            assert!(parties[entries[ISLAND].party].sids);
            let asking = |all: &[Entry]| -> HashSet<usize> {
                all.iter().filter(|entry| entry.asks).map(|entry| entry.party).collect()
            };
            assert_eq!(asking(&first).union(&asking(&entries)).count(), 108);
            for entry in &entries {
                assert!(parties[entry.party].since < entry.start);
                if let Reached::Summary(on) = entry.reached {
                    assert!(entry.start.plus(240) < on, "{} {on}", entry.start);
                }
            }
        }
    }
}
