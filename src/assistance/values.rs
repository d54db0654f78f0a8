//! The values of needs and of activities in the fields by which gaps are told.

use super::kinds::ActivityKind;
use super::scope::Scope;
use crate::domain::{Chapter, Coded};
use crate::query::register::{Activity, Facts, Slot, Vocabulary};
use crate::query::{Field, slots, state_slots, theme_slots};
use std::cell::Cell;
use std::collections::HashMap;

/// The slots of needs in a field, looked up as far as they can be.
pub(super) enum NeedValues {
    Articles,
    /// By the bits of the chapters.
    Chapters(Vec<Vec<u16>>),
    Category,
    /// By the set of themes.
    Themes(Vec<Vec<u16>>),
    /// By the provenance.
    States(Vec<Vec<u16>>),
}

impl NeedValues {
    pub(super) fn of(field: Field, vocabulary: &Vocabulary) -> Self {
        let made = |fill: &dyn Fn(&mut Vec<u16>)| {
            let mut own = Vec::new();
            fill(&mut own);
            own
        };
        match field {
            Field::Article => Self::Articles,
            Field::Chapter => {
                Self::Chapters((0..1 << Chapter::ALL.len()).map(of_chapters).collect())
            }
            Field::Category => Self::Category,
            Field::Theme => {
                let sets = vocabulary.theme_sets.iter();
                Self::Themes(sets.map(|set| made(&|own| theme_slots(set, own))).collect())
            }
            _ => {
                let states = vocabulary.provenances().map(|of| usize::from(of.state));
                let slots = |state| made(&|own| state_slots(field, state, vocabulary, own));
                Self::States(states.map(slots).collect())
            }
        }
    }

    /// Gives each slot of the need at a place.
    #[inline]
    pub(super) fn each(&self, facts: &Facts, place: usize, mut put: impl FnMut(u16)) {
        let all = match self {
            Self::Articles => {
                let mut rest = facts.articles[place].bits();
                if rest == 0 {
                    put(0);
                }
                while rest != 0 {
                    put(Slot::at(rest.trailing_zeros() as usize).number());
                    rest &= rest - 1;
                }
                return;
            }
            Self::Category => return put(facts.category[place].into()),
            Self::Chapters(sets) => &sets[usize::from(facts.articles[place].chapter_bits())],
            Self::Themes(sets) => &sets[facts.themes[place].index()],
            Self::States(of) => &of[facts.provenance[place].index()],
        };
        for slot in all {
            put(*slot);
        }
    }

    /// Puts the slots of the need at a place behind a list.
    #[inline]
    pub(super) fn put(&self, facts: &Facts, place: usize, out: &mut Vec<u16>) {
        self.each(facts, place, |slot| out.push(slot));
    }
}

/// Whether a field says something of the State of a need.
pub(super) fn is_of_states(field: Field) -> bool {
    matches!(field, Field::Region | Field::Group | Field::Adviser)
}

/// The slots of each State in a field that says something of States.
pub(super) fn slots_of_states(field: Field, vocabulary: &Vocabulary) -> Vec<Vec<u16>> {
    let slots = |state| {
        let mut own = Vec::new();
        state_slots(field, state, vocabulary, &mut own);
        own
    };
    (0..vocabulary.states.len()).map(slots).collect()
}

/// Gives the slots of the chapters whose bits are set; without any, the slot of "not stated" alone.
fn of_chapters(bits: usize) -> Vec<u16> {
    let all = (0..Chapter::ALL.len() as u16).filter(|place| bits >> place & 1 == 1);
    let slots: Vec<u16> = all.map(|place| Slot::of(place).number()).collect();
    if slots.is_empty() { vec![0] } else { slots }
}

/// The slots of activities in a field, looked up as far as they can be: of their articles, the chapters of these and
/// those that their sources name, their themes, the categories that their kinds suit, and the States of their
/// [`Scope`]. What an activity does not state puts it nowhere.
pub(super) enum ActivityValues<'a> {
    Articles(Field),
    Themes,
    /// By the kind.
    Category(HashMap<&'a str, Vec<u16>>),
    /// By the State; and for each slot when it was put last.
    States(Vec<Vec<u16>>, Turns),
}

impl<'a> ActivityValues<'a> {
    pub(super) fn of(field: Field, vocabulary: &'a Vocabulary) -> Self {
        match field {
            Field::Article | Field::Chapter => Self::Articles(field),
            Field::Theme => Self::Themes,
            Field::Category => {
                let mut slots: HashMap<&str, Vec<u16>> = HashMap::new();
                for activity in &vocabulary.activities {
                    let kind = activity.kind.as_str();
                    slots.entry(kind).or_insert_with(|| suited_by(kind, vocabulary));
                }
                Self::Category(slots)
            }
            _ => Self::States(
                slots_of_states(field, vocabulary),
                Turns { now: Cell::new(0), last: vec![Cell::new(0); slots(field, vocabulary)] },
            ),
        }
    }

    /// Puts the slots of an activity behind a list, each once.
    pub(super) fn put(&self, activity: &Activity, out: &mut Vec<u16>) {
        match self {
            Self::Articles(field) => {
                let mut articles = activity.articles;
                activity.chapters.iter().for_each(|chapter| articles.insert_chapter(*chapter));
                if *field == Field::Chapter {
                    out.extend(articles.chapters().map(|of| Slot::coded(of).number()));
                } else {
                    out.extend(articles.iter().map(|of| Slot::at(of.index()).number()));
                }
            }
            Self::Themes => out.extend(activity.themes.iter().map(|of| Slot::of(*of).number())),
            Self::Category(of) => {
                out.extend(of.get(activity.kind.as_str()).into_iter().flatten());
            }
            Self::States(of, turns) => {
                let now = turns.now.get() + 1;
                turns.now.set(now);
                for state in Scope::of(activity).states() {
                    for slot in of.get(usize::from(*state)).into_iter().flatten() {
                        let before = turns.last[usize::from(*slot)].replace(now);
                        if *slot != 0 && before != now {
                            out.push(*slot);
                        }
                    }
                }
            }
        }
    }
}

/// The turns of activities: a slot that several States of one have is put once.
pub(super) struct Turns {
    now: Cell<u32>,
    /// The last turn of each slot.
    last: Vec<Cell<u32>>,
}

/// The slots of the categories that a kind of activity suits.
fn suited_by(kind: &str, vocabulary: &Vocabulary) -> Vec<u16> {
    let kind = ActivityKind::of(kind);
    let categories = vocabulary.categories.iter().zip(1..);
    categories.filter(|(category, _)| kind.suits(&category.code)).map(|(_, slot)| slot).collect()
}
