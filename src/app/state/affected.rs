//! The needs that a question concerns, in few words.

use crate::domain::{Coded, Day, OverdueDays, TriageField};
use crate::query::register::NeedRef;
use std::collections::BTreeMap;

/// The needs that a question concerns: counted once, when it is asked.
#[derive(Clone, Debug, Default)]
pub struct Which {
    /// The States by place in the vocabulary, those with most of the needs first.
    pub states: Vec<(u16, u32)>,
    /// The number of needs with each theme, by its place in the vocabulary; 0 beyond the end.
    pub have: Vec<u32>,
    /// The number of needs with each value of the fields that have few: the values that a decision overwrites. By
    /// their codes, in the order of the field; people by how many of the needs are theirs.
    pub stated: Vec<(TriageField, Vec<(String, u32)>)>,
    /// The number of needs that are not on the list below.
    pub hidden: usize,
    /// The number of needs that are overdue for want of a change, which a change ends.
    pub waiting: usize,
    /// After how many days without a change they are.
    pub overdue_days: OverdueDays,
}

impl Which {
    /// Counts these needs.
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
        let now = vec![
            (TriageField::Priority, in_order(needs, NeedRef::priority)),
            (TriageField::Response, in_order(needs, NeedRef::response)),
            (TriageField::Horizon, in_order(needs, NeedRef::horizon)),
            (TriageField::FocalPoint, by_person(needs)),
        ];
        Self { states, have, stated: now, hidden, waiting, overdue_days }
    }

    /// The number of needs with each stated value of a field, by its code; empty for fields of many values.
    pub fn stated(&self, field: TriageField) -> &[(String, u32)] {
        let of = self.stated.iter().find(|(of, _)| *of == field);
        of.map_or(&[], |(_, values)| values)
    }
}

/// The number of needs with each value of a field, in the order of the values.
fn in_order<'a, T: Coded>(
    needs: &[NeedRef<'a>],
    of: fn(NeedRef<'a>) -> Option<T>,
) -> Vec<(String, u32)> {
    let mut counts = vec![0; T::ALL.len()];
    for value in needs.iter().filter_map(|need| of(*need)) {
        counts[value.index()] += 1;
    }
    let values = T::ALL.iter().zip(counts).filter(|(_, count)| *count > 0);
    values.map(|(value, count)| (value.code().to_owned(), count)).collect()
}

/// The number of needs of each focal point, the most first.
fn by_person(needs: &[NeedRef<'_>]) -> Vec<(String, u32)> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for person in needs.iter().filter_map(|need| need.focal_point()) {
        *counts.entry(person.code.as_str()).or_default() += 1;
    }
    let mut people: Vec<(String, u32)> =
        counts.into_iter().map(|(code, count)| (code.to_owned(), count)).collect();
    people.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    people
}
