//! The fields by which the sections of the screen of assistance are told, and the States of a group that take part.

use super::assistance::Assistance;
use crate::app::state::assistance::Section;
use crate::app::state::gap_pairs::{GAPS_BY, gap_pairs};
use crate::assistance::{GROUPED_BY, SPLIT_BY};
use crate::domain::Coded;
use crate::query::Field;
use crate::query::register::Disclosure;
use std::collections::BTreeSet;

impl Assistance {
    /// The fields by which its section is told.
    pub fn by(&self, is_nameless: bool) -> Vec<Field> {
        match self.section {
            Section::Gaps => {
                let is_told = gap_pairs(is_nameless).any(|pair| pair == self.gaps_by);
                if is_told { self.gaps_by } else { GAPS_BY[0] }.to_vec()
            }
            Section::Shared => {
                let by = GROUPED_BY.map(|field| [field]);
                let by = [GROUPED_BY[told(self.shared_by, &by, is_nameless)], Field::Article];
                by.into_iter().chain(self.shared_split()).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The screen with gaps by two fields.
    pub fn of_gaps(fields: [Field; 2]) -> Self {
        let mut page = Self::on(Section::Gaps);
        page.tell_by(fields);
        page
    }

    /// Tells gaps by two fields, the cursor on the widest gap.
    pub(in crate::app) fn tell_by(&mut self, fields: [Field; 2]) {
        (self.gaps_by, self.column) = (fields, None);
        let list = &mut self.lists[Section::Gaps.index()];
        *list = list.with_cursor_on_top();
    }

    /// Groups shared needs by the next field of those that may be told, lists overlaps of the next mark, or tells coverage
    /// in the next way. False in other sections.
    pub(in crate::app) fn turn_by(&mut self, is_nameless: bool) -> bool {
        match self.section {
            Section::Shared => {
                let by = GROUPED_BY.map(|field| [field]);
                let now = told(self.shared_by, &by, is_nameless);
                self.shared_by = told(now + 1, &by, is_nameless);
                self.leave_states();
            }
            Section::Coverage => {
                self.cover(self.coverage.next(is_nameless));
                return true;
            }
            Section::Overlaps => self.marked = self.marked.next(),
            _ => return false,
        }
        let list = &mut self.lists[self.section.index()];
        *list = list.with_cursor_on_top();
        true
    }

    /// The field by which groups of shared needs are split.
    pub fn shared_split(&self) -> Option<Field> {
        self.shared_split.and_then(|place| SPLIT_BY.get(place)).copied()
    }

    /// Splits groups of shared needs by the next field, behind the last one by none.
    pub(in crate::app) fn turn_split(&mut self) {
        let next = self.shared_split.map_or(0, |place| place + 1);
        self.shared_split = Some(next).filter(|place| *place < SPLIT_BY.len());
        self.leave_states();
        let list = &mut self.lists[Section::Shared.index()];
        *list = list.with_cursor_on_top();
    }

    /// The States of the group under the cursor that were dropped.
    pub fn dropped(&self) -> &BTreeSet<u16> {
        &self.dropped
    }

    /// Drops a State of the group under the cursor, or takes it again.
    pub(in crate::app) fn turn_state(&mut self, state: u16) {
        if !self.dropped.remove(&state) {
            self.dropped.insert(state);
        }
    }

    /// Takes the cursor out of the States of a group, whose States all take part again.
    pub(super) fn leave_states(&mut self) {
        self.state = None;
        self.dropped.clear();
    }
}

/// The first of several sets of fields, from a place on and round, that may be told.
fn told<const N: usize>(from: usize, sets: &[[Field; N]], is_nameless: bool) -> usize {
    let withheld = |field: &Field| is_nameless && Disclosure::Regions.withholds(*field);
    let places = (0..sets.len()).map(|step| (from + step) % sets.len());
    let mut may = places.filter(|place| !sets[*place].iter().any(withheld));
    may.next().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_no_state_is_named_only_what_may_be_told_is_offered() {
        let withheld = |field: &Field| Disclosure::Regions.withholds(*field);
        let mut page = Assistance::on(Section::Shared);
        for _ in 0..GROUPED_BY.len() {
            assert!(!page.by(true).iter().any(withheld));
            page.turn_by(true);
        }
        assert!(page.by(true).contains(&Field::Region));
        for pair in gap_pairs(false) {
            let page = Assistance::of_gaps(pair);
            let told = page.by(true);
            assert_eq!(page.by(false), pair);
            assert_eq!(told == pair, !pair.iter().any(withheld), "{pair:?}");
            assert!(!told.iter().any(withheld), "{told:?}");
        }
    }
}
