//! The States that the first cycle reviews, the dates, and the States among them that name needs.

use super::calendar::{day, note_of_2017, spread_over};
use super::dice::Dice;
use super::parties::Party;
use super::review_steps::Reached;
use crate::domain::{Day, Region, Step};
use std::collections::HashSet;

/// Completed reviews (paragraph 7 of the note).
pub(super) const COMPLETED: usize = 169;
/// Reviews completed before the note of 2017.
pub(super) const BEFORE_2017: usize = 160;
/// States that name needs in the first cycle; with those that do so only in the second, 108.
pub(super) const ASKING: usize = 104;
/// How many reviews the five years of the cycle start, before the States that joined later. The
/// first two are published (27 and 41).
const YEARS: [(i16, usize); 4] = [(2010, 27), (2011, 41), (2012, 35), (2013, 34)];
/// A review takes at least ten months.
const SHORTEST: i32 = 300;

/// A State's review: its start, the step reached, and whether it named needs.
pub(super) struct Entry {
    pub(super) party: usize,
    pub(super) start: Day,
    pub(super) reached: Reached,
    pub(super) asks: bool,
}

/// The first cycle. 169 and 15 reviews leave two of the 186 parties without one: the European
/// Union and Niue, which are in no regional group.
pub(super) fn first_cycle(parties: &[Party], seed: u64) -> Vec<Entry> {
    let mut dice = Dice::new(seed, 11);
    let mut waiting = starts(parties, &mut dice);
    let mut entries = Vec::new();
    for (rank, summary) in summaries(&mut dice).into_iter().enumerate() {
        let ready: Vec<usize> = (0..waiting.len())
            .filter(|place| waiting[*place].1.plus(SHORTEST) <= summary)
            .filter(|place| rank < BEFORE_2017 || propensity(&parties[waiting[*place].0]) > 20)
            .take(30)
            .collect();
        // The one State that writes Chinese is among the completed reviews in every sample.
        let chinese = waiting.iter().position(|entry| parties[entry.0].iso2 == "CN");
        let due = chinese.filter(|_| rank + 1 == BEFORE_2017);
        let Some(place) = due.or_else(|| dice.pick(&ready).copied()) else { continue };
        let (party, start) = waiting.remove(place);
        let asks = summary > note_of_2017();
        entries.push(Entry { party, start, reached: Reached::Summary(summary), asks });
    }
    choose_asking(&mut entries, parties, &mut dice);
    entries.extend(waiting.into_iter().map(|(party, start)| Entry {
        party,
        start,
        reached: Reached::Earlier(Step::DirectDialogue),
        asks: false,
    }));
    begin_after_joining(&mut entries, parties);
    entries
}

/// No review begins before its State is a party: one that was dealt such a start begins in a later
/// year, and where its executive summary then comes too soon, its State changes places with the
/// first whose review waits for its summary and began early enough, of the same region if there is such.
fn begin_after_joining(entries: &mut [Entry], parties: &[Party]) {
    for entry in entries.iter_mut() {
        while entry.start <= parties[entry.party].since {
            entry.start = entry.start.plus(365);
        }
    }
    for place in 0..entries.len() {
        let Reached::Summary(summary) = entries[place].reached else { continue };
        let in_time = |entry: &Entry| entry.start.plus(SHORTEST) <= summary;
        if in_time(&entries[place]) {
            continue;
        }
        let region = |place: &usize| parties[entries[*place].party].region;
        let waits = |other: &usize| {
            matches!(entries[*other].reached, Reached::Earlier(_)) && in_time(&entries[*other])
        };
        let mut others = (0..entries.len()).filter(waits);
        let first = others.clone().next();
        let alike = others.find(|other| region(other) == region(&place));
        if let Some(other) = alike.or(first) {
            let theirs = (entries[other].party, entries[other].start);
            let own = (entries[place].party, entries[place].start);
            (entries[place].party, entries[place].start) = theirs;
            (entries[other].party, entries[other].start) = own;
        }
    }
}

/// Every party under review with the day on which its review started, the earliest first.
fn starts(parties: &[Party], dice: &mut Dice) -> Vec<(usize, Day)> {
    let mut pool: Vec<usize> =
        (0..parties.len()).filter(|p| !["EU", "NU"].contains(&&*parties[*p].iso2)).collect();
    dice.shuffle(&mut pool);
    let mut started = Vec::new();
    let mut start = |party: usize, year: i16, dice: &mut Dice| {
        started.push((party, day(year, 6, 20).plus(dice.between(0, 25))));
    };
    for (year, quota) in YEARS {
        let mut left = quota;
        pool.retain(|&party| {
            let bound = parties[party].since < day(year, 6, 1);
            let taken = bound && left > 0;
            if taken {
                left -= 1;
                start(party, year, dice);
            }
            !taken
        });
    }
    for party in pool {
        // States that joined later still are given a later start when all summaries are dealt.
        let bound = parties[party].since < day(2014, 6, 1);
        start(party, if bound { 2014 } else { 2015 }, dice);
    }
    started.sort_by_key(|entry| entry.1);
    started
}

/// The days of the executive summaries: 4 by October 2011 and 120 by November 2015 as published
/// at the time, 160 by the note of 2017, 162 by August 2018, 169 by September 2019.
fn summaries(dice: &mut Dice) -> Vec<Day> {
    let anchors = [
        (0, day(2011, 5, 20)),
        (4, day(2011, 9, 30)),
        (4, day(2011, 10, 10)),
        (120, day(2015, 11, 2)),
        (120, day(2015, 11, 9)),
        (BEFORE_2017, day(2017, 8, 25)),
        (BEFORE_2017, day(2017, 10, 2)),
        (162, day(2018, 8, 17)),
        (162, day(2018, 8, 27)),
        (COMPLETED, day(2019, 9, 25)),
    ];
    spread_over(&anchors, dice)
}

/// How likely a State is to name needs.
pub(super) fn propensity(party: &Party) -> usize {
    match party.region {
        Some(Region::African) => 100,
        Some(Region::AsiaPacific) => 75,
        Some(Region::LatinAmericanAndCaribbean) => 80,
        Some(Region::EasternEuropean) => 50,
        Some(Region::WesternEuropeanAndOthers) => 2,
        None => 0,
    }
}

/// Marks the States that name needs; one of them writes Chinese, so that the register shows all
/// six languages.
fn choose_asking(entries: &mut [Entry], parties: &[Party], dice: &mut Dice) {
    let mut asking: HashSet<usize> = (0..entries.len()).filter(|e| entries[*e].asks).collect();
    asking.extend(entries.iter().position(|entry| parties[entry.party].iso2 == "CN"));
    while asking.len() < ASKING.min(entries.len()) {
        let weights: Vec<usize> = (0..entries.len())
            .map(|e| if asking.contains(&e) { 0 } else { propensity(&parties[entries[e].party]) })
            .collect();
        asking.insert(dice.weighted(&weights));
    }
    for place in asking {
        entries[place].asks = true;
    }
}

#[cfg(test)]
mod tests {
    use super::super::parties::parties;
    use super::*;

    #[test]
    fn the_first_cycle_adds_up_for_any_seed() {
        let parties = parties();
        for seed in 0..40 {
            let entries = first_cycle(&parties, seed);
            let summary = |entry: &Entry| match entry.reached {
                Reached::Summary(day) => Some(day),
                Reached::Earlier(_) => None,
            };
            let by =
                |last: Day| entries.iter().filter_map(summary).filter(|day| *day <= last).count();
            assert_eq!(entries.len(), 184);
            assert_eq!(by(day(2011, 10, 4)), 4);
            assert_eq!(by(day(2015, 11, 4)), 120);
            assert_eq!(by(note_of_2017()), BEFORE_2017);
            assert_eq!(by(day(2018, 8, 21)), 162);
            assert_eq!(by(day(2019, 9, 30)), COMPLETED);
            assert_eq!(entries.iter().filter(|entry| entry.asks).count(), ASKING);
            assert_eq!(entries.iter().map(|e| e.party).collect::<HashSet<_>>().len(), 184);
            for entry in &entries {
                assert!(parties[entry.party].since < entry.start);
                assert!(summary(entry).is_none_or(|day| entry.start.plus(SHORTEST) <= day));
                let late = summary(entry).is_some_and(|day| day > note_of_2017());
                assert!(!late || entry.asks);
            }
        }
    }
}
