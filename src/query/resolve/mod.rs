//! From the words of a filter to a plan for one register.

mod candidates;
mod dates;
mod forms;
mod interval;
mod lookup;
mod matched;
mod slots;
mod tables;
mod words;
mod written;

pub use dates::period;
pub use lookup::{Meaning, Miss};

pub(super) use candidates::{Candidate, candidates};
pub(super) use lookup::{Way, formal};
pub(super) use written::Words;

use super::filter::{Filter, Term, Test, Value};
use super::plan::{Check, Context, Plan, PlannedTerm};
use super::register::{Register, Slot, Vocabulary};
use super::{Field, FilterError, Reason, parse};
use crate::domain::{Coded, fold};

impl Plan {
    /// Finds the meaning of every word of the filter in the register.
    ///
    /// # Errors
    /// The first word that means nothing, or several things, with its place in the text that was
    /// parsed and the nearest word that means something.
    pub fn resolve(
        filter: &Filter,
        register: &Register,
        context: &Context,
    ) -> Result<Self, FilterError> {
        let planned = |term: &Term| match &term.test {
            Test::Field(field, values) if field.is_of_filters() => {
                matched::planned(*field, values, term.negated, register, *context)
            }
            Test::Field(Field::Unnamed, values) => {
                matched::of_unnamed(values, term.negated, &register.vocabulary, *context)
            }
            _ => planned(term, register, *context),
        };
        let terms = filter.terms.iter().map(planned).collect::<Result<_, _>>()?;
        Ok(Self { terms, context: *context })
    }

    /// Refuses to show single needs by the assistance that they have, where States are not named: numbers of needs of
    /// fewer than three States would follow (rule 4 of `docs/no-names.md`). Takes the filter that this is the plan of.
    ///
    /// # Errors
    /// The first term of the filter that asks what assistance needs have.
    pub fn may_show_needs(
        &self,
        filter: &Filter,
        vocabulary: &Vocabulary,
    ) -> Result<(), FilterError> {
        let asked = self.assistance_term().filter(|_| vocabulary.nameless.is_some());
        match asked.and_then(|place| filter.terms.get(place)) {
            Some(Term { test: Test::Field(field, _), at, .. }) => {
                Err(FilterError::new(at, Reason::NotOfSingleNeeds(*field)))
            }
            _ => Ok(()),
        }
    }
}

/// The person whom a word means as the value of `focal:` would: a place in the vocabulary.
///
/// # Errors
/// The word means nobody, or several people.
pub fn person_named(word: &str, vocabulary: &Vocabulary) -> Result<u16, Miss> {
    slot_named(Field::Focal, word, vocabulary)?.place().ok_or(Miss::Unknown(None))
}

/// The one value of a countable field that a word means, as in a filter.
///
/// # Errors
/// The word means none of them, or several.
pub fn slot_named(field: Field, word: &str, vocabulary: &Vocabulary) -> Result<Slot, Miss> {
    let mut all = candidates(field, vocabulary);
    if field == Field::State {
        all.extend(candidates::elsewhere(lookup::ELSEWHERE, vocabulary));
    }
    let code = |slot: &u16| super::code_of_value(field, *slot, vocabulary);
    match &lookup::lookup(&all, word)?[..] {
        [slot] => Ok(Slot::numbered(*slot)),
        [] => Err(Miss::Unknown(None)),
        several => {
            let meaning = |slot: &u16| {
                let named = all.iter().find(|candidate| candidate.slot == *slot);
                let name = named.and_then(|candidate| candidate.names.first());
                let write = code(slot);
                let shown = name
                    .map_or_else(|| write.clone(), |name| format!("{write} ({})", name.written));
                Meaning { shown, write, is_here: true }
            };
            Err(Miss::Ambiguous(several.iter().map(meaning).collect()))
        }
    }
}

fn planned(term: &Term, register: &Register, context: Context) -> Result<PlannedTerm, FilterError> {
    let vocabulary = &register.vocabulary;
    let negated = term.negated;
    let (field, values) = match &term.test {
        Test::Text(words) => {
            let check = Check::Text(fold(words));
            return Ok(PlannedTerm {
                field: None,
                negated,
                slots: vec![],
                named: true,
                states: vec![],
                check,
            });
        }
        Test::Field(field, values) => (*field, values),
    };
    matched::may_ask(field, values, vocabulary)?;
    if !field.is_countable() {
        let check = if field.is_of_words() {
            words::check(field, values)?
        } else {
            interval::check(field, values, context)?
        };
        return Ok(PlannedTerm {
            field: Some(field),
            negated,
            slots: vec![],
            named: true,
            states: vec![],
            check,
        });
    }
    let resolver = slots::Resolver::new(field, vocabulary, context);
    let mut table = vec![false; super::slots(field, vocabulary)];
    for alternative in values {
        for slot in resolver.slots(alternative)? {
            if let Some(entry) = table.get_mut(usize::from(slot)) {
                *entry = true;
            }
        }
    }
    let states =
        if field.is_of_state() { tables::by_state(field, &table, vocabulary) } else { vec![] };
    let check = tables::check(field, &table, vocabulary);
    let named = values.iter().all(|alternative| alternative.value != Value::Any);
    Ok(PlannedTerm { field: Some(field), negated, slots: table, named, states, check })
}

/// The slots of a countable field that alternatives mean, as far as they can be read.
pub(super) fn slots_of(
    field: Field,
    alternatives: &[String],
    vocabulary: &Vocabulary,
    context: Context,
) -> Vec<u16> {
    if !field.is_countable() {
        return Vec::new();
    }
    let resolver = slots::Resolver::new(field, vocabulary, context);
    let mut found = Vec::new();
    for text in alternatives {
        let read = parse(&format!("{}:{text}", field.code()));
        let values = read.iter().flat_map(|f| &f.terms).filter_map(Term::positive);
        for value in values.flat_map(|(_, values)| values) {
            found.extend(resolver.slots(value).unwrap_or_default());
        }
    }
    found
}

impl Filter {
    /// Adds the value of a slot to the first positive term of the field, or takes it away where
    /// the term lets it through, by whatever name, prefix or range: the rest of a range is then
    /// written value by value. A value that was left out is left out no more. A filter that
    /// cannot be read is toggled by code.
    pub fn toggle_slot(&mut self, field: Field, slot: u16, register: &Register, context: &Context) {
        let resolver = slots::Resolver::new(field, &register.vocabulary, *context);
        self.take_slot(field, slot, true, &resolver, &register.vocabulary);
        if let Some(place) = self.chosen_term(field)
            && self.take_from(place, slot, &resolver, &register.vocabulary)
        {
            self.drop_empty(place);
            return;
        }
        self.toggle(field, &super::code_of_value(field, slot, &register.vocabulary));
    }

    /// Adds a term that asks for the value of a slot, unless one asks for it alone already, by whatever name.
    pub fn narrow_slot(&mut self, field: Field, slot: u16, register: &Register, context: &Context) {
        let resolver = slots::Resolver::new(field, &register.vocabulary, *context);
        let asks_for_it = |term: &Term| match term.positive() {
            Some((of, [value])) => of == field && resolver.slots(value) == Ok(vec![slot]),
            _ => false,
        };
        if !self.terms.iter().any(asks_for_it) {
            let code = super::code_of_value(field, slot, &register.vocabulary);
            self.terms.push(Term::field(field, super::filter::slot_value(slot, code)));
        }
    }

    /// Leaves out the value of a slot, which is then chosen no more, or lets it in again where it
    /// was left out.
    pub fn toggle_without(
        &mut self,
        field: Field,
        slot: u16,
        register: &Register,
        context: &Context,
    ) {
        let vocabulary = &register.vocabulary;
        let resolver = slots::Resolver::new(field, vocabulary, *context);
        if self.take_slot(field, slot, true, &resolver, vocabulary) {
            return;
        }
        self.take_slot(field, slot, false, &resolver, vocabulary);
        let code = super::code_of_value(field, slot, vocabulary);
        let value = super::filter::slot_value(slot, code);
        let of = |term: &&mut Term| {
            term.negated && matches!(&term.test, Test::Field(of, _) if *of == field)
        };
        if let Some(Test::Field(_, values)) =
            self.terms.iter_mut().find(of).map(|term| &mut term.test)
        {
            values.push(value.into());
            return;
        }
        let mut term = Term::field(field, value);
        term.negated = true;
        self.terms.push(term);
    }

    /// Takes a slot from every term of the field that is negated, or from every one that is not;
    /// says whether there was such.
    fn take_slot(
        &mut self,
        field: Field,
        slot: u16,
        negated: bool,
        resolver: &slots::Resolver,
        vocabulary: &Vocabulary,
    ) -> bool {
        let mut taken = false;
        for place in (0..self.terms.len()).rev() {
            let term = &self.terms[place];
            let is_such = matches!(&term.test, Test::Field(of, _) if *of == field);
            if is_such && term.negated == negated {
                taken |= self.take_from(place, slot, resolver, vocabulary);
                self.drop_empty(place);
            }
        }
        taken
    }

    /// Takes a slot from one term, which may then have no value left; says whether it was there.
    fn take_from(
        &mut self,
        place: usize,
        slot: u16,
        resolver: &slots::Resolver,
        vocabulary: &Vocabulary,
    ) -> bool {
        let Test::Field(field, values) = &mut self.terms[place].test else { return false };
        let meanings: Vec<Vec<u16>> =
            values.iter().map(|v| resolver.slots(v).unwrap_or_default()).collect();
        if !meanings.iter().any(|slots| slots.contains(&slot)) {
            return false;
        }
        let mut left = Vec::new();
        for (value, slots) in values.drain(..).zip(meanings) {
            if !slots.contains(&slot) {
                left.push(value);
                continue;
            }
            for other in slots.into_iter().filter(|other| *other != slot) {
                let code = super::code_of_value(*field, other, vocabulary);
                left.push(super::filter::slot_value(other, code).into());
            }
        }
        *values = left;
        true
    }

    fn drop_empty(&mut self, place: usize) {
        if matches!(&self.terms[place].test, Test::Field(_, values) if values.is_empty()) {
            self.terms.remove(place);
        }
    }
}

#[cfg(test)]
mod tests;
