//! A workshop that is being planned for a group of shared needs: the States and needs that take part, and whether the
//! response of the needs becomes planned.

use crate::domain::{Article, Coded, NeedNumber, coded};
use crate::query::register::{Slot, Vocabulary};
use crate::query::{Field, code_of_value, slot_of_code};
use std::collections::{BTreeMap, BTreeSet};

/// The keys under which a draft keeps the needs, those left out, and the response, beside the codes of fields.
pub const KEPT: [&str; 3] = ["(plan-needs)", "(plan-dropped)", "(plan-response)"];

/// The word between the kind and the group in the key of a draft.
pub const PLANNED: &str = "plan";

coded! {
    /// The parts of the planner beside the fields, in the order in which the cursor goes through them.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum WorkshopPart {
        /// The States of the group.
        States => "states",
        /// Their needs.
        Needs => "needs",
        /// The response of these needs.
        Response => "response",
    }
}

/// The group of shared needs that a workshop is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorkshopFor {
    /// The field that groups States, and the slot of the group; `None` for all States of a filter.
    pub group: Option<(Field, u16)>,
    /// The article.
    pub article: Article,
    /// The field that splits the group, and the slot of the part; `None` for the whole group.
    pub part: Option<(Field, u16)>,
}

impl WorkshopFor {
    /// The slot of the article.
    pub fn article_slot(self) -> u16 {
        Slot::at(self.article.index()).number()
    }

    /// Gives the key of the draft, by the codes of the group.
    pub fn key(self, kind: &str, vocabulary: &Vocabulary) -> String {
        let values = [self.group, self.part].into_iter().flatten();
        let values = values.map(|(field, slot)| {
            format!("/{}:{}", field.code(), code_of_value(field, slot, vocabulary))
        });
        format!("{kind} {PLANNED} {}{}", self.article.number(), values.collect::<String>())
    }

    /// Reads the key of a draft; `None` where the register has no such group any more.
    pub fn of_key(key: &str, vocabulary: &Vocabulary) -> Option<Self> {
        let mut parts = key.splitn(3, ' ').nth(2)?.split('/');
        let article = Article::new(parts.next()?.parse().ok()?)?;
        let mut of = Self { group: None, article, part: None };
        for value in parts {
            let (field, code) = value.split_once(':')?;
            let field = Field::from_code(field)?;
            let value = (field, slot_of_code(field, code, vocabulary)?);
            match field {
                Field::Theme | Field::Category => of.part = Some(value),
                _ => of.group = Some(value),
            }
        }
        Some(of)
    }
}

/// A need of the group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlannedNeed {
    /// Its number.
    pub need: NeedNumber,
    /// Its State: a place in the vocabulary.
    pub state: u16,
    /// Whether it is to be matched with the workshop.
    pub takes_part: bool,
}

/// A workshop that is being planned.
#[derive(Clone, Debug)]
pub struct Workshop {
    /// The group.
    pub of: WorkshopFor,
    /// The key of the draft.
    pub key: String,
    /// The needs, in the order of the list.
    pub needs: Vec<PlannedNeed>,
    /// The States, those with the most needs first.
    pub states: Vec<u16>,
    /// The part with the cursor; `None` while it is in the fields.
    pub at: Option<WorkshopPart>,
    /// The rows of the cursor among States and among needs.
    pub rows: [usize; 2],
    /// Whether the response of the needs becomes planned.
    pub responds: bool,
}

impl Workshop {
    /// A workshop for needs with their States, in the order of the list; all take part.
    pub fn new(of: WorkshopFor, key: String, needs: &[(NeedNumber, u16)]) -> Self {
        let mut counts: BTreeMap<u16, usize> = BTreeMap::new();
        for (_, state) in needs {
            *counts.entry(*state).or_default() += 1;
        }
        let mut states: Vec<u16> = counts.keys().copied().collect();
        states.sort_by_key(|state| std::cmp::Reverse(counts[state]));
        let needs = needs.iter().map(|(need, state)| PlannedNeed {
            need: *need,
            state: *state,
            takes_part: true,
        });
        let needs = needs.collect();
        Self { of, key, needs, states, at: None, rows: [0, 0], responds: false }
    }

    /// The needs that take part, rising.
    pub fn taking_part(&self) -> Vec<NeedNumber> {
        let all = self.needs.iter().filter(|need| need.takes_part);
        let mut all: Vec<NeedNumber> = all.map(|need| need.need).collect();
        all.sort_unstable();
        all
    }

    /// The States of which needs take part, in the order of the list.
    pub fn states_taking_part(&self) -> Vec<u16> {
        self.states.iter().copied().filter(|state| self.needs_of(*state)[0] > 0).collect()
    }

    /// How many needs of a State take part, and how many it has in the group.
    pub fn needs_of(&self, state: u16) -> [usize; 2] {
        let own = || self.needs.iter().filter(|need| need.state == state);
        [own().filter(|need| need.takes_part).count(), own().count()]
    }

    /// Moves the cursor to a row of its part. Gives whether the part is a list.
    pub fn go_to(&mut self, row: usize) -> bool {
        let (place, count) = match self.at {
            Some(WorkshopPart::States) => (0, self.states.len()),
            Some(WorkshopPart::Needs) => (1, self.needs.len()),
            _ => return false,
        };
        self.rows[place] = row.min(count.saturating_sub(1));
        true
    }

    /// The row of the cursor in its part, and the number of rows.
    pub fn row(&self) -> (usize, usize) {
        match self.at {
            Some(WorkshopPart::States) => (self.rows[0], self.states.len()),
            Some(WorkshopPart::Needs) => (self.rows[1], self.needs.len()),
            Some(WorkshopPart::Response) => (usize::from(self.responds), 2),
            None => (0, 0),
        }
    }

    /// Drops what is under the cursor, or takes it again: a State with all its needs, a need, the response.
    pub fn turn(&mut self) {
        match self.at {
            Some(WorkshopPart::States) => {
                let Some(state) = self.states.get(self.rows[0]).copied() else { return };
                let takes_part = self.needs_of(state)[0] == 0;
                let own = self.needs.iter_mut().filter(|need| need.state == state);
                own.for_each(|need| need.takes_part = takes_part);
            }
            Some(WorkshopPart::Needs) => {
                if let Some(need) = self.needs.get_mut(self.rows[1]) {
                    need.takes_part = !need.takes_part;
                }
            }
            Some(WorkshopPart::Response) => self.responds = !self.responds,
            None => {}
        }
    }

    /// Drops States with all their needs.
    pub fn drop_states(&mut self, states: &BTreeSet<u16>) {
        for need in self.needs.iter_mut().filter(|need| states.contains(&need.state)) {
            need.takes_part = false;
        }
    }

    /// Whether anything differs from the proposal: all needs take part, and their response stays.
    pub fn differs(&self) -> bool {
        self.responds || self.needs.iter().any(|need| !need.takes_part)
    }

    /// Goes back to the proposal.
    pub fn discard(&mut self) {
        self.responds = false;
        self.needs.iter_mut().for_each(|need| need.takes_part = true);
    }

    /// Gives what a draft keeps of it.
    pub fn kept(&self) -> BTreeMap<String, String> {
        let dropped = self.needs.iter().filter(|need| !need.takes_part).map(|need| need.need);
        let all = self.needs.iter().map(|need| need.need);
        let mut kept = BTreeMap::from([(KEPT[0].to_owned(), written(all))]);
        kept.insert(KEPT[1].to_owned(), written(dropped));
        if self.responds {
            kept.insert(KEPT[2].to_owned(), PLANNED.to_owned());
        }
        kept
    }

    /// Takes what a draft has kept: the needs that were left out, and the response.
    pub fn take(&mut self, kept: &BTreeMap<String, String>) {
        let dropped: BTreeSet<NeedNumber> =
            kept.get(KEPT[1]).map(|words| read(words)).unwrap_or_default().into_iter().collect();
        for need in &mut self.needs {
            need.takes_part = !dropped.contains(&need.need);
        }
        self.responds = kept.contains_key(KEPT[2]);
    }
}

/// Writes numbers of needs.
fn written(needs: impl Iterator<Item = NeedNumber>) -> String {
    needs.map(|need| need.to_string()).collect::<Vec<_>>().join(" ")
}

/// Reads numbers of needs; what is no number is passed over.
pub fn read(words: &str) -> Vec<NeedNumber> {
    words.split(' ').filter_map(|word| word.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::random_register;

    fn numbers<const N: usize>(needs: [u32; N]) -> Vec<NeedNumber> {
        needs.map(NeedNumber::new).into()
    }

    fn planned<const N: usize>(needs: [(u32, u16); N]) -> [(NeedNumber, u16); N] {
        needs.map(|(need, state)| (NeedNumber::new(need), state))
    }

    fn workshop() -> Workshop {
        let of = WorkshopFor { group: None, article: Article::new(46).unwrap(), part: None };
        Workshop::new(
            of,
            "activity plan 46".into(),
            &planned([(9, 2), (3, 1), (4, 2), (7, 3), (8, 2)]),
        )
    }

    #[test]
    fn a_state_is_dropped_with_its_needs_and_a_need_alone() {
        let mut plan = workshop();
        assert_eq!(plan.states, [2, 1, 3], "the most needs first");
        assert_eq!(plan.taking_part(), numbers([3, 4, 7, 8, 9]));
        plan.at = Some(WorkshopPart::States);
        plan.turn();
        assert_eq!((plan.taking_part(), plan.states_taking_part()), (numbers([3, 7]), vec![1, 3]));
        plan.at = Some(WorkshopPart::Needs);
        plan.go_to(2);
        plan.turn();
        assert_eq!((plan.needs_of(2), plan.taking_part()), ([1, 3], numbers([3, 4, 7])));
        // Of a State that takes part with some needs, all are dropped, then all taken.
        plan.at = Some(WorkshopPart::States);
        plan.turn();
        assert_eq!(plan.needs_of(2), [0, 3]);
        plan.turn();
        assert_eq!(plan.needs_of(2), [3, 3]);
        assert!(!plan.differs());
        assert!(plan.go_to(99) && plan.row() == (2, 3), "the last row");
    }

    #[test]
    fn a_draft_keeps_what_was_left_out_also_where_needs_have_come_and_gone() {
        let mut plan = workshop();
        plan.drop_states(&BTreeSet::from([1, 3]));
        plan.responds = true;
        let kept = plan.kept();
        assert_eq!(read(&kept[KEPT[0]]), numbers([9, 3, 4, 7, 8]));
        let mut again =
            Workshop::new(plan.of, plan.key.clone(), &planned([(3, 1), (5, 4), (9, 2)]));
        again.take(&kept);
        assert_eq!((again.taking_part(), again.responds), (numbers([5, 9]), true));
        again.discard();
        assert!(!again.differs());
    }

    #[test]
    fn the_key_of_a_draft_leads_back_to_its_group() {
        let vocabulary = random_register::register(5, 30).vocabulary;
        let article = Article::new(46).unwrap();
        for group in [None, Some((Field::Region, 2)), Some((Field::Group, 1))] {
            for part in [None, Some((Field::Theme, 1)), Some((Field::Theme, 0))] {
                let of = WorkshopFor { group, article, part };
                let key = of.key("activity", &vocabulary);
                assert_eq!(WorkshopFor::of_key(&key, &vocabulary), Some(of), "{key}");
            }
        }
        assert_eq!(WorkshopFor::of_key("activity plan 46/region:atlantis", &vocabulary), None);
        assert_eq!(WorkshopFor::of_key("activity 46", &vocabulary), None);
    }
}
