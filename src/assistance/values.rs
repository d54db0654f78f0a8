//! The values of needs and of activities in the fields by which gaps are told.

use super::kinds::ActivityKind;
use super::scope::Scope;
use crate::domain::{Chapter, Coded};
use crate::query::register::{Activity, Facts, Slot, Vocabulary};
use crate::query::{Field, article_slots, state_slots, theme_slots};

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

    /// Puts the slots of the need at a place behind a list.
    #[inline]
    pub(super) fn put(&self, facts: &Facts, place: usize, out: &mut Vec<u16>) {
        match self {
            Self::Articles => {
                let mut rest = facts.articles[place].bits();
                if rest == 0 {
                    out.push(0);
                }
                while rest != 0 {
                    out.push(Slot::at(rest.trailing_zeros() as usize).number());
                    rest &= rest - 1;
                }
            }
            Self::Chapters(sets) => {
                out.extend_from_slice(&sets[usize::from(facts.articles[place].chapter_bits())]);
            }
            Self::Category => out.push(facts.category[place].into()),
            Self::Themes(sets) => out.extend_from_slice(&sets[facts.themes[place].index()]),
            Self::States(of) => out.extend_from_slice(&of[facts.provenance[place].index()]),
        }
    }
}

/// Gives the slots of the chapters whose bits are set; without any, the slot of "not stated" alone.
fn of_chapters(bits: usize) -> Vec<u16> {
    let all = (0..Chapter::ALL.len() as u16).filter(|place| bits >> place & 1 == 1);
    let slots: Vec<u16> = all.map(|place| Slot::of(place).number()).collect();
    if slots.is_empty() { vec![0] } else { slots }
}

/// The slots that an activity has in a field: of its articles, the chapters of these and those that its source names,
/// its themes, the categories that its kind suits, and the States of its [`Scope`]. What it does not state puts it
/// nowhere.
pub(super) fn activity_values(
    field: Field,
    activity: &Activity,
    vocabulary: &Vocabulary,
) -> Vec<u16> {
    let mut own = Vec::new();
    match field {
        Field::Article | Field::Chapter => {
            let mut articles = activity.articles;
            activity.chapters.iter().for_each(|chapter| articles.insert_chapter(*chapter));
            article_slots(field, articles, &mut own);
        }
        Field::Theme => theme_slots(&activity.themes, &mut own),
        Field::Category => {
            let kind = ActivityKind::of(&activity.kind);
            let categories = vocabulary.categories.iter().zip(1..);
            let suited = categories.filter(|(category, _)| kind.suits(&category.code));
            own.extend(suited.map(|(_, slot)| slot));
        }
        _ => {
            let mut of_one = Vec::new();
            for state in Scope::of(activity).states() {
                state_slots(field, usize::from(*state), vocabulary, &mut of_one);
                own.extend_from_slice(&of_one);
            }
            own.sort_unstable();
            own.dedup();
        }
    }
    own.retain(|slot| *slot != 0);
    own
}
