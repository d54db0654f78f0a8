//! What activities and organisations say of themselves in the fields of the filter language, which otherwise ask needs.

use super::Field;
use super::facet_value::{article_slots, state_slots};
use super::plan::{Check, Plan, PlannedTerm, holds};
use super::register::{Activity, Organisation, Slot, Vocabulary};
use crate::domain::fold;

impl Field {
    /// Whether an activity has values of its own in the field, beside those of the needs that it is matched with.
    pub fn is_of_activities(self) -> bool {
        self.is_of_state()
            || matches!(self, Self::Article | Self::Chapter | Self::Theme | Self::Provider)
    }
}

impl PlannedTerm {
    /// Whether an activity answers it by itself: it searches texts, or asks for a field that activities have.
    pub(super) fn is_of_activities(&self) -> bool {
        self.field.is_none_or(Field::is_of_activities)
    }

    /// Whether an organisation answers it by itself: it searches texts, or asks for the organisation.
    pub(super) fn is_of_organisations(&self) -> bool {
        self.field.is_none_or(|field| field == Field::Provider)
    }

    /// Whether the activity passes it, where [`PlannedTerm::is_of_activities`].
    pub(super) fn lets_activity(&self, activity: &Activity, vocabulary: &Vocabulary) -> bool {
        let has = match (self.field, &self.check) {
            (None, Check::Text(words)) => has_words(&texts_of(activity, vocabulary), words),
            (Some(field), _) => {
                let slots = slots_of(field, activity, vocabulary);
                slots.iter().any(|slot| holds(&self.slots, usize::from(*slot)))
            }
            (None, _) => true,
        };
        has != self.negated
    }

    /// Whether the organisation at a place passes it, where [`PlannedTerm::is_of_organisations`].
    pub(super) fn lets_organisation(&self, place: usize, vocabulary: &Vocabulary) -> bool {
        let has = match &self.check {
            Check::Text(words) => {
                let of = vocabulary.organisations.get(place);
                of.is_some_and(|of| has_words(&texts_of_organisation(of), words))
            }
            _ => holds(&self.slots, usize::from(Slot::at(place).number())),
        };
        has != self.negated
    }
}

impl Plan {
    /// The terms that fit, by themselves.
    pub(super) fn only(&self, fits: impl Fn(&PlannedTerm) -> bool) -> Self {
        let terms = self.terms.iter().filter(|term| fits(term)).cloned().collect();
        Self { terms, context: self.context }
    }
}

/// Whether one of the texts contains the folded words.
fn has_words(texts: &[&str], words: &str) -> bool {
    texts.iter().any(|text| fold(text).contains(words))
}

/// The texts in which an activity is looked for: its code, what it is, and who provides it.
fn texts_of<'a>(activity: &'a Activity, vocabulary: &'a Vocabulary) -> Vec<&'a str> {
    let providers = activity.providers.iter().copied().map(usize::from);
    let providers = providers.filter_map(|place| vocabulary.organisations.get(place));
    let named = providers.flat_map(|of| std::iter::once(of.code.as_str()).chain(of.names.iter()));
    let own = std::iter::once(activity.code.as_str()).chain(activity.description.iter());
    own.chain(named).collect()
}

/// The texts in which an organisation is looked for: its code and its names.
fn texts_of_organisation(organisation: &Organisation) -> Vec<&str> {
    std::iter::once(organisation.code.as_str()).chain(organisation.names.iter()).collect()
}

/// The slots of an activity in a field that activities have; slot 0 alone where it states nothing.
///
/// Its States are those that it names as helped. For the other fields of States, the part of the world that it is for
/// stands in where it names none.
fn slots_of(field: Field, activity: &Activity, vocabulary: &Vocabulary) -> Vec<u16> {
    let slot = |place: &u16| Slot::of(*place).number();
    let mut slots: Vec<u16> = match field {
        Field::Article | Field::Chapter => {
            let (mut articles, mut slots) = (activity.articles, Vec::new());
            activity.chapters.iter().for_each(|chapter| articles.insert_chapter(*chapter));
            article_slots(field, articles, &mut slots);
            return slots;
        }
        Field::Theme => activity.themes.iter().map(slot).collect(),
        Field::Provider => activity.providers.iter().map(slot).collect(),
        _ => {
            let area = field != Field::State && activity.states.is_empty();
            let states = if area { &activity.area_states } else { &activity.states };
            return slots_of_states(field, states, vocabulary);
        }
    };
    if slots.is_empty() {
        slots.push(0);
    }
    slots
}

/// The slots of several States in a field of States; slot 0 alone where there are none.
fn slots_of_states(field: Field, states: &[u16], vocabulary: &Vocabulary) -> Vec<u16> {
    let (mut slots, mut of_one) = (Vec::new(), Vec::new());
    for state in states {
        state_slots(field, usize::from(*state), vocabulary, &mut of_one);
        slots.extend_from_slice(&of_one);
    }
    if slots.is_empty() {
        slots.push(0);
    }
    slots
}
