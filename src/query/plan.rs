//! A filter as a register understands it: every word has become values, sets and numbers.

use super::register::{Review, Slot, Vocabulary};
use super::{Condition, Field};
use crate::domain::Day;

/// The person who asks and the day: the meaning of the words `mine` and `today`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Context {
    /// The day that counts as today.
    pub today: Day,
    /// The person who asks: a place in [`Vocabulary::people`].
    pub me: Option<u16>,
}

impl Context {
    /// For the person with this code, if there is such.
    pub fn of(who: &str, today: Day, vocabulary: &Vocabulary) -> Self {
        let me = vocabulary.people.iter().position(|person| person.code == who);
        Self { today, me: me.map(|place| place as u16) }
    }
}

/// The check that a term makes of a need. Tables are by place, or by place plus one where a column stores
/// that, so that a scan is one look-up a row.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Check {
    /// The provenance is one of these.
    Provenances(Vec<bool>),
    /// An article is in the mask, or none is stated and that will do.
    Articles {
        mask: u64,
        none: bool,
    },
    /// An article or a chapter alone is in the mask, or neither is stated and that will do.
    Chapters {
        mask: u64,
        none: bool,
    },
    /// The category's code is one of these; likewise the five that follow.
    Category(Vec<bool>),
    Origin(Vec<bool>),
    Priority(Vec<bool>),
    Horizon(Vec<bool>),
    Response(Vec<bool>),
    Focal(Vec<bool>),
    /// The set of themes is one of these.
    ThemeSets(Vec<bool>),
    /// The set of matches is one of these.
    MatchSets(Vec<bool>),
    /// The standing is one of these, by slot.
    Standing(Vec<bool>),
    /// One of these conditions is met ([`super::engine::condition_bits`]).
    Conditions(u8),
    /// The value in a field of numbers or days lies in one of the periods, or is not stated and
    /// that will do. A date counts from the last day that it may mean, a moment in seconds.
    Interval {
        field: Field,
        periods: Vec<(i64, i64)>,
        none: bool,
    },
    /// The document is one of these.
    Documents(Vec<bool>),
    /// The words of the need in the field contain one of these folded words; with `none`, a need
    /// without any passes too.
    Words {
        field: Field,
        wanted: Vec<String>,
        none: bool,
    },
    /// The folded text contains this.
    Text(String),
}

/// A term of a plan.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PlannedTerm {
    /// The field, unless it is a text.
    pub(super) field: Option<Field>,
    /// Whether the opposite must hold.
    pub(super) negated: bool,
    /// The slots asked for, for a countable field.
    pub(super) slots: Vec<bool>,
    /// Whether its values are named, rather than all of them by `any`.
    pub(super) named: bool,
    /// The States that pass, before negation, for a field of States.
    pub(super) states: Vec<bool>,
    /// The check that a need must pass.
    pub(super) check: Check,
}

/// A filter that can be asked of a register. It belongs to the vocabulary of the register that it
/// was resolved with: after a change of the vocabulary, resolve the filter again.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    pub(super) terms: Vec<PlannedTerm>,
    pub(super) context: Context,
}

impl Plan {
    /// The plan that lets everything through, for the person who asks.
    pub fn everything(context: Context) -> Self {
        Self { terms: Vec::new(), context }
    }

    /// Whether it lets everything through because it asks for nothing.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The person who asks, and the day.
    pub fn context(&self) -> Context {
        self.context
    }

    /// Whether every term says something about reviews or their States alone.
    pub fn on_reviews_only(&self) -> bool {
        self.terms.iter().all(|term| term.field.is_some_and(Field::is_of_review))
    }

    /// Whether each review passes the terms about reviews or their States, by place.
    pub fn reviews(&self, vocabulary: &Vocabulary) -> Vec<bool> {
        let passes = |(place, _): (usize, &Review)| {
            self.terms.iter().all(|term| match &term.check {
                Check::Provenances(table) => holds(table, place) != term.negated,
                _ => true,
            })
        };
        vocabulary.reviews.iter().enumerate().map(passes).collect()
    }

    /// Whether the State at this place passes the terms on State, region, group and adviser. It
    /// serves States that have no review; the other terms cannot be asked of them.
    pub fn state_matches(&self, place: usize) -> bool {
        let of_state = |term: &&PlannedTerm| term.field.is_some_and(Field::is_of_state);
        self.terms.iter().filter(of_state).all(|term| holds(&term.states, place) != term.negated)
    }

    /// The place of the first term that chooses values of the field.
    pub(super) fn chosen_term(&self, field: Field) -> Option<usize> {
        self.terms.iter().position(|term| term.field == Some(field) && !term.negated)
    }

    /// The slots that the first positive term of a countable field chooses, in order; nothing
    /// where there is no such term.
    pub fn chosen(&self, field: Field) -> Vec<u16> {
        self.chosen_term(field).map_or_else(Vec::new, |place| listed(&self.terms[place].slots))
    }

    /// The slots of a countable field that negated terms leave out by name, in order: a term that
    /// asks for "not stated" names none.
    pub fn left_out(&self, field: Field) -> Vec<u16> {
        let of = |term: &&PlannedTerm| term.field == Some(field) && term.negated && term.named;
        let mut slots: Vec<u16> =
            self.terms.iter().filter(of).flat_map(|term| listed(&term.slots)).collect();
        slots.sort_unstable();
        slots.dedup();
        slots
    }

    /// Whether a term asks what assistance needs have: how far they are served, or what they are matched with.
    pub fn asks_of_assistance(&self) -> bool {
        self.assistance_term().is_some()
    }

    /// The place of the first term that asks what assistance needs have.
    pub(super) fn assistance_term(&self) -> Option<usize> {
        let of = |condition| {
            move |term: &PlannedTerm| holds(&term.slots, Slot::coded(condition).entry())
        };
        self.terms.iter().position(|term| match term.field {
            Some(Field::Is) => of(Condition::Matched)(term) || of(Condition::Unmatched)(term),
            Some(field) => field.is_of_assistance(),
            None => false,
        })
    }

    /// The folded texts that positive terms search for, without empty ones.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.terms.iter().filter(|term| !term.negated).filter_map(|term| match &term.check {
            Check::Text(words) if !words.is_empty() => Some(words.as_str()),
            _ => None,
        })
    }
}

/// The entry of a table at a place; `false` beyond its end.
pub(super) fn holds(table: &[bool], place: usize) -> bool {
    table.get(place).copied().unwrap_or(false)
}

/// The places where a table says yes.
pub(super) fn listed(table: &[bool]) -> Vec<u16> {
    (0..table.len() as u16).filter(|slot| table[usize::from(*slot)]).collect()
}
