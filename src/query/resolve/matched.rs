//! The filters of needs that stand in quotation marks behind `matched:`: activities that are matched with a need that
//! passes, and needs that are matched with such an activity.

use super::interval;
use crate::query::engine::select::select;
use crate::query::filter::{Alternative, Filter, TermPosition, Test, Value};
use crate::query::plan::{Check, Context, Plan, PlannedTerm, holds};
use crate::query::register::{Activity, Match, Register, Slot, Vocabulary};
use crate::query::{Field, FilterError, Reason, matched_needs, parse};
use std::ops::Range;

/// The term whose slots are the activities that are matched with a need which passes one of the filters.
pub(super) fn planned(
    field: Field,
    values: &[Alternative],
    negated: bool,
    register: &Register,
    context: Context,
) -> Result<PlannedTerm, FilterError> {
    let vocabulary = &register.vocabulary;
    may_ask(field, values, vocabulary)?;
    let mut slots = vec![false; Slot::room(vocabulary.activities.len())];
    for alternative in values {
        let Value::Is(written) = &alternative.value else {
            let reason = match alternative.value {
                Value::None | Value::Any => Reason::NeverEmpty(field),
                _ => Reason::Unordered(field),
            };
            return Err(FilterError::new(&alternative.at, reason));
        };
        let placed = |error| placed(error, written, &alternative.at);
        let filter = parse(written).map_err(placed)?;
        refuse_deeper(&filter, field).map_err(placed)?;
        let plan = Plan::resolve(&filter, register, &context).map_err(placed)?;
        // Nobody takes back a filter while it is read.
        let Some(found) = select(register, &plan, &|| false) else { continue };
        for (place, needs) in matched_needs(register, &found.rows).into_iter().enumerate() {
            slots[Slot::at(place).entry()] |= needs > 0;
        }
    }
    let is_one = |activity: u16| slots[Slot::of(activity).entry()];
    let sets = vocabulary.match_sets.iter();
    let check =
        Check::MatchSets(sets.map(|set| set.iter().any(|one| is_one(one.activity))).collect());
    Ok(PlannedTerm { field: Some(field), negated, slots, named: true, states: vec![], check })
}

/// The term whose slots are the activities of which the source counts so many States without naming them.
pub(super) fn of_unnamed(
    values: &[Alternative],
    negated: bool,
    vocabulary: &Vocabulary,
    context: Context,
) -> Result<PlannedTerm, FilterError> {
    let field = Field::Unnamed;
    let Check::Interval { periods, none, .. } = interval::check(field, values, context)? else {
        return Err(FilterError::new(&TermPosition::default(), Reason::NeverEmpty(field)));
    };
    let has = |activity: &Activity| match activity.unnamed_states {
        None => none,
        Some(count) => periods.iter().any(|(from, to)| (*from..=*to).contains(&i64::from(count))),
    };
    let passing = vocabulary.activities.iter().map(has);
    let slots: Vec<bool> = std::iter::once(false).chain(passing).collect();
    let of_set = |set: &[Match]| match set {
        [] => none,
        _ => set.iter().any(|one| holds(&slots, Slot::of(one.activity).entry())),
    };
    let check = Check::MatchSets(vocabulary.match_sets.iter().map(|set| of_set(set)).collect());
    Ok(PlannedTerm { field: Some(field), negated, slots, named: true, states: vec![], check })
}

/// Refuses a field that is not told where States are not named.
pub(super) fn may_ask(
    field: Field,
    values: &[Alternative],
    vocabulary: &Vocabulary,
) -> Result<(), FilterError> {
    match values.first() {
        Some(first) if vocabulary.nameless.is_some_and(|kept| kept.withholds(field)) => {
            Err(FilterError::new(&first.at, Reason::Withheld(field)))
        }
        _ => Ok(()),
    }
}

/// Refuses such a filter within such a filter.
fn refuse_deeper(filter: &Filter, field: Field) -> Result<(), FilterError> {
    let is_deeper = |test: &Test| matches!(test, Test::Field(of, _) if of.is_of_filters());
    match filter.terms.iter().find(|term| is_deeper(&term.test)) {
        Some(term) => Err(FilterError::new(&term.at, Reason::Nested(field))),
        None => Ok(()),
    }
}

/// An error of a filter in quotation marks, at its place in the whole text. Within the quotation marks some characters
/// stand behind a backslash: they are counted as they were typed.
fn placed(mut error: FilterError, written: &str, at: &TermPosition) -> FilterError {
    // Without a place in a text, the whole filter is to blame.
    if at.bytes.is_empty() {
        (error.at, error.column) = (at.bytes.clone(), at.column.max(1));
        return error;
    }
    let escaped = |text: &str| text.chars().filter(|c| *c == '"' || *c == '\\').count();
    // The two quotation marks are of one width, whichever they are.
    let marks = at.bytes.len().saturating_sub(written.len() + escaped(written));
    let typed = |byte: usize| {
        let before = written.get(..byte).unwrap_or(written);
        let behind = before.chars().count() + escaped(before) + usize::from(at.quoted);
        (before.len() + escaped(before) + marks / 2, behind)
    };
    let ((start, column), (end, _)) = (typed(error.at.start), typed(error.at.end));
    let within = |byte: usize| (at.bytes.start + byte).min(at.bytes.end);
    error.at = Range { start: within(start), end: within(end).max(within(start)) };
    error.column = at.column.max(1) + column;
    error
}
