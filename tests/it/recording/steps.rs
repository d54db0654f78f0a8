//! What people do to records at random: each step names its person, and the records by their places among all, so that
//! any part of a sequence is a sequence too and a failure shrinks.

use proptest::prelude::*;

/// How many people work on the register.
pub(super) const PEOPLE: usize = 3;

/// One step of one person.
#[derive(Clone, Debug)]
pub(super) enum Step {
    /// The person looks at the register: later writes name the versions of now.
    Look { who: usize },
    /// Adds a record of a kind; `of` chooses what it belongs to.
    Add { who: usize, kind: usize, of: usize, value: usize },
    /// Sets fields in one write: the record, the field, the value.
    Set { who: usize, edits: Vec<(usize, usize, usize)> },
    /// Takes a record out, or brings it back.
    Void { who: usize, record: usize, void: bool },
    /// Merges a need into another; the bits of `taken` choose the fields that it takes over.
    Merge { who: usize, gone: usize, stays: usize, taken: u8 },
    /// Gives the needs of one theme to another, and takes the first one out.
    MergeThemes { who: usize, gone: usize, stays: usize },
    /// Retires a person and hands the queue over, if it is told to whom.
    Retire { who: usize, person: usize, to: Option<usize> },
    /// Takes back one of the last batches.
    Undo { who: usize, back: usize },
    /// Goes on to a later day.
    Later { days: i32 },
}

/// Steps on one day.
pub(super) fn on_one_day() -> impl Strategy<Value = Step> {
    let who = || 0..PEOPLE;
    let place = || 0..64_usize;
    prop_oneof![
        2 => who().prop_map(|who| Step::Look { who }),
        3 => (who(), 0..8_usize, place(), place())
            .prop_map(|(who, kind, of, value)| Step::Add { who, kind, of, value }),
        7 => (who(), prop::collection::vec((place(), place(), place()), 1..4))
            .prop_map(|(who, edits)| Step::Set { who, edits }),
        2 => (who(), place(), any::<bool>())
            .prop_map(|(who, record, void)| Step::Void { who, record, void }),
        2 => (who(), place(), place(), any::<u8>())
            .prop_map(|(who, gone, stays, taken)| Step::Merge { who, gone, stays, taken }),
        1 => (who(), place(), place())
            .prop_map(|(who, gone, stays)| Step::MergeThemes { who, gone, stays }),
        1 => (who(), place(), prop::option::of(place()))
            .prop_map(|(who, person, to)| Step::Retire { who, person, to }),
        3 => (who(), 0..5_usize).prop_map(|(who, back)| Step::Undo { who, back }),
    ]
}

/// Steps over many days.
pub(super) fn over_time() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => on_one_day(),
        1 => (1..40_i32).prop_map(|days| Step::Later { days }),
    ]
}
