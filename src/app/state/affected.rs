//! Which needs a question concerns, in few words.

use crate::domain::{Day, OverdueDays};
use crate::query::register::NeedRef;
use std::collections::BTreeMap;

/// Which needs a question concerns: reckoned once, when it is asked.
#[derive(Clone, Debug, Default)]
pub struct Which {
    /// The States by place in the vocabulary, those with most of the needs first.
    pub states: Vec<(u16, u32)>,
    /// How many of the needs have each theme, by its place in the vocabulary; none beyond the end.
    pub have: Vec<u32>,
    /// How many of the needs are not on the list below.
    pub hidden: usize,
    /// How many of them are overdue for want of a change: a change ends that.
    pub waiting: usize,
    /// After how many days without a change they are.
    pub overdue_days: OverdueDays,
}

impl Which {
    /// Which needs these are.
    pub fn of(needs: &[NeedRef<'_>], hidden: usize, today: Day) -> Self {
        let mut counts: BTreeMap<u16, u32> = BTreeMap::new();
        let mut have: Vec<u32> = Vec::new();
        for need in needs {
            *counts.entry(need.state_place()).or_default() += 1;
            for place in need.theme_places() {
                let place = usize::from(*place);
                have.resize(have.len().max(place + 1), 0);
                have[place] += 1;
            }
        }
        let mut states: Vec<(u16, u32)> = counts.into_iter().collect();
        states.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let waits = |need: &&NeedRef<'_>| need.projected_on().is_none() && need.is_overdue(today);
        let waiting = needs.iter().filter(waits).count();
        let overdue_days = needs.first().map(|need| need.overdue_days()).unwrap_or_default();
        Self { states, have, hidden, waiting, overdue_days }
    }
}
