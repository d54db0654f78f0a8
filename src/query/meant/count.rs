//! The offers for words of a filter that mean something beside texts, with the number of needs that each offer would
//! show.

use super::form::bare;
use super::names::{KnownNames, Named, completed};
use super::runs::{Run, Said, runs};
use super::{Among, Counted, MOST, Meant, Offer};
use crate::query::engine::select::any_pass;
use crate::query::engine::selection::Selection;
use crate::query::filter::{Filter, Term, Test};
use crate::query::plan::{Context, Plan, listed};
use crate::query::register::Register;
use crate::query::{Counts, Measure, name_of_value};
use crate::text::{Lang, Text};
use std::sync::Arc;

/// A filter of which a register has been searched.
#[derive(Clone, Copy)]
pub struct Searched<'a> {
    /// The filter.
    pub filter: &'a Filter,
    /// The register.
    pub register: &'a Register,
    /// The names of that register.
    pub names: &'a KnownNames,
    /// The person who asks, and the day.
    pub context: Context,
    /// The needs that pass the filter.
    pub selection: &'a Selection,
    /// The language in which offers are named.
    pub lang: Lang,
}

/// Counts the needs that pass a filter that can be read; `None` when it was cancelled.
type Count<'a> = dyn FnMut(&Filter) -> Option<Arc<Counts>> + 'a;

/// The probable meanings of a filter's words that stand in no text of its fields' needs, and of its
/// last words where they do: in the order of the words, at most six offers in all. `None` when
/// `cancelled` says so, or `count`.
///
/// Counts come from one selection without the words that stand in no text, and one without the last
/// words.
pub fn meant(
    searched: Searched<'_>,
    count: &mut Count<'_>,
    cancelled: &(dyn Fn() -> bool + Sync),
) -> Option<Vec<Meant>> {
    if !searched.filter.asks_for_text() {
        return Some(Vec::new());
    }
    let mut runs = runs(searched.filter, searched.names);
    let stands = searched.stands(&runs, cancelled)?;
    let last = runs.len().saturating_sub(1);
    let silent: Vec<bool> = (0..searched.filter.terms.len())
        .map(|term| {
            runs.iter().zip(&stands).any(|(run, stands)| !stands && run.terms.contains(&term))
        })
        .collect();
    let unnamed =
        |(run, stands): &(&mut Run, &bool)| !**stands && run.said.is_empty() && run.hint.is_none();
    // each is compared with every name of the register, and more offers than this are not shown
    for (run, _) in runs.iter_mut().zip(&stands).filter(unnamed).take(MOST) {
        run.said.extend(searched.names.misspelt(&run.words).map(Said::Value));
    }
    let speaks = |place: usize, run: &Run| {
        run.hint.is_some() || !run.said.is_empty() && (!stands[place] || place == last)
    };
    let speaking = runs.iter().enumerate().filter(|(place, run)| speaks(*place, run)).count();
    let most = MOST / speaking.clamp(1, MOST);
    let mut all = Vec::new();
    for (place, run) in runs.into_iter().enumerate() {
        if !speaks(place, &run) {
            continue;
        }
        let dropped = |term: usize| silent[term] || stands[place] && run.terms.contains(&term);
        let mut base = searched.only(|term| !dropped(term));
        let others = (0..silent.len()).any(|term| silent[term] && !run.terms.contains(&term));
        if others {
            base = base.without_text(); // others that do stand would narrow what is told as without them
        }
        let among = match (base.terms.is_empty(), others) {
            (true, _) => Among::All,
            (false, false) => Among::Rest,
            (false, true) => Among::WithoutWords,
        };
        let offers = searched.offers(&run, (&base, among), most, count)?;
        let may_give_way = !stands[place] && offers.iter().any(Offer::finds);
        let gives_way = may_give_way && searched.stands_nowhere(&run, cancelled)?;
        let Run { terms, words, hint, .. } = run;
        all.push(Meant { terms, words, stands: stands[place], gives_way, hint, offers });
    }
    Some(all)
}

impl Searched<'_> {
    /// The filter with some of its terms only.
    fn only(&self, kept: impl Fn(usize) -> bool) -> Filter {
        let terms = self.filter.terms.iter().enumerate();
        Filter { terms: terms.filter(|(place, _)| kept(*place)).map(|(_, t)| t.clone()).collect() }
    }

    /// Whether all words of each run stand in a text of the needs that pass the filter's fields.
    fn stands(&self, runs: &[Run], cancelled: &(dyn Fn() -> bool + Sync)) -> Option<Vec<bool>> {
        let is_text = |place: usize| matches!(self.filter.terms[place].test, Test::Text(_));
        let texts = (0..self.filter.terms.len()).filter(|place| is_text(*place)).count();
        if !self.selection.rows.is_empty() && runs.iter().all(|run| !run.negated) {
            return Some(vec![true; runs.len()]);
        }
        if let [run] = runs
            && run.terms.len() == texts
            && !run.negated
        {
            return Some(vec![false]);
        }
        let plan = |run: &Run| {
            let mut filter = self.only(|place| !is_text(place) || run.terms.contains(&place));
            filter
                .terms
                .iter_mut()
                .filter(|term| matches!(term.test, Test::Text(_)))
                .for_each(|term| term.negated = false);
            Plan::resolve(&filter, self.register, &self.context).ok()
        };
        let plans: Option<Vec<Plan>> = runs.iter().map(plan).collect();
        any_pass(self.register, &plans?, self.selection, cancelled)
    }

    /// Whether the words of a run, which stand in no text of the fields' needs, stand in no text of
    /// the register, and are written as words alone.
    fn stands_nowhere(&self, run: &Run, cancelled: &(dyn Fn() -> bool + Sync)) -> Option<bool> {
        let terms = &self.filter.terms[run.terms.clone()];
        if terms.iter().any(|term| bare(term).is_none()) {
            return Some(false);
        }
        if self.filter.terms.iter().all(|term| matches!(term.test, Test::Text(_))) {
            return Some(true);
        }
        let words = self.only(|place| run.terms.contains(&place));
        let Ok(plan) = Plan::resolve(&words, self.register, &self.context) else {
            return Some(false);
        };
        let found = any_pass(self.register, &[plan], self.selection, cancelled)?;
        Some(!found.contains(&true))
    }

    /// The offers for a run, counted among the needs that pass `base`; one that shows nothing
    /// beside the other words of `base` is counted without them. `rest` says which part of the
    /// filter `base` is.
    fn offers(
        &self,
        run: &Run,
        (base, rest): (&Filter, Among),
        most: usize,
        count: &mut Count<'_>,
    ) -> Option<Vec<Offer>> {
        let vocabulary = &self.register.vocabulary;
        let mut offers: Vec<Offer> = Vec::new();
        let (mut counted, mut alone) = (None, None);
        for said in &run.said {
            let mut among = rest;
            let (term, name, needs) = match said {
                Said::Value(named) => {
                    let counts = match counted.take() {
                        Some(counts) => counts,
                        None => count(base)?,
                    };
                    let mut needs = of(&counts, *named, run.negated);
                    counted = Some(counts);
                    if needs == 0 && base.asks_for_text() {
                        let counts = match alone.take() {
                            Some(counts) => counts,
                            None => count(&base.without_text())?,
                        };
                        needs = of(&counts, *named, run.negated);
                        alone = Some(counts);
                        let is_all = base.without_text().terms.is_empty();
                        among = if is_all { Among::All } else { Among::WithoutWords };
                    }
                    let term = Term { negated: run.negated, ..named.term(vocabulary) };
                    (term, named.name(vocabulary, self.lang), needs)
                }
                Said::Term(term) => {
                    let Some(name) = self.name(term) else { continue };
                    let mut filter = base.clone();
                    filter.terms.push(term.clone());
                    (term.clone(), name, count(&filter)?.total(Measure::Needs))
                }
            };
            let count = Counted { needs, among };
            let is_same = |other: &Offer| other.name == name && other.count == count;
            if !offers.iter().any(is_same) {
                let filter = Filter { terms: vec![term] };
                let written = filter.in_words(self.lang, vocabulary);
                offers.push(Offer { term: filter.to_string(), written, name, count });
            }
            if offers.iter().filter(|offer| offer.finds()).count() == most {
                break;
            }
        }
        // Offers that find nothing come last.
        offers.sort_by_key(|offer| !offer.finds());
        offers.truncate(most);
        Some(offers)
    }

    /// The name of a term: of its value, where it asks for one, else of its field; `None` where the
    /// register cannot resolve it.
    fn name(&self, term: &Term) -> Option<String> {
        let filter = Filter { terms: vec![term.clone()] };
        let plan = Plan::resolve(&filter, self.register, &self.context).ok()?;
        let Test::Field(field, _) = term.test else { return None };
        Some(match listed(&plan.terms.first()?.slots)[..] {
            [slot] => name_of_value(field, slot, &self.register.vocabulary, self.lang),
            _ if *term == completed() => Text::of(self.lang).tr("filter-completed").into_owned(),
            _ => field.name(self.lang),
        })
    }
}

/// How many of the needs counted have a value, or have it not.
fn of(counts: &Counts, named: Named, negated: bool) -> u32 {
    let of = counts.of(named.field, Measure::Needs);
    let with = of.get(usize::from(named.slot)).copied().unwrap_or(0);
    if negated { counts.total(Measure::Needs) - with } else { with }
}
