//! The needs that the activities of one organisation could serve: each need once, by the best of them.

use super::candidates::{Looked, needs_for};
use super::rule::Band;
use crate::domain::Coded;
use crate::query::register::{Address, Register};
use std::collections::HashMap;

/// The open needs that some of several activities could serve, and how many each of them could.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reachable {
    /// How many needs have their best candidate in each band, by [`Band`]'s index.
    pub needs: [u32; Band::ALL.len()],
    /// For each activity how many needs it is a strong or likely candidate for.
    pub by_activity: HashMap<u16, u32>,
}

/// Above so many pairs of a need and an activity it is not worked out.
const MOST_PAIRS: usize = 20_000_000;

/// The needs that activities, by their places in the vocabulary, could serve. `Ok(None)` where there are too many of
/// both; an error when `cancelled` says so.
pub fn reachable(
    register: &Register,
    activities: &[u16],
    looked: Looked,
    cancelled: &(dyn Fn() -> bool + Sync),
) -> Result<Option<Reachable>, Cancelled> {
    if activities.len() * register.len() > MOST_PAIRS {
        return Ok(None);
    }
    let looked = Looked { least: Band::Possible, ..looked };
    let mut best: HashMap<Address, u8> = HashMap::new();
    let mut found = Reachable::default();
    for place in activities {
        let needs = needs_for(register, *place, looked, cancelled).ok_or(Cancelled)?;
        let good = needs.iter().filter(|need| need.points >= Band::Likely.least());
        found.by_activity.insert(*place, good.count() as u32);
        for need in needs {
            let points = best.entry(need.row).or_default();
            *points = need.points.max(*points);
        }
    }
    for band in best.into_values().filter_map(Band::of) {
        found.needs[band.index()] += 1;
    }
    Ok(Some(found))
}

/// A newer question has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cancelled;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assistance::activities_for;
    use crate::domain::Day;
    use crate::testing::random_register;

    #[test]
    fn a_need_counts_once_in_the_band_of_its_best_candidate() {
        let register = random_register::register(5, 300);
        let looked = Looked::on(Day::from_number(18_000), &register.vocabulary, Band::Possible);
        let own: Vec<u16> = (0..register.vocabulary.activities.len() as u16).step_by(2).collect();
        let found = reachable(&register, &own, looked, &|| false).expect("nobody cancels");
        let mut expected = [0; Band::ALL.len()];
        for state in 0..register.vocabulary.states.len() as u16 {
            for need in register.needs_of_state(state) {
                let all = activities_for(need, looked);
                let best = all.iter().find(|one| own.contains(&one.activity));
                if let Some(band) = best.and_then(|one| one.score.band()) {
                    expected[band.index()] += 1;
                }
            }
        }
        assert_eq!(found.expect("few needs").needs, expected);
        assert!(expected.iter().sum::<u32>() > 0);
        assert_eq!(reachable(&register, &own, looked, &|| true), Err(Cancelled));
    }
}
