//! Answers a question: resolves the filter, selects, counts, sorts. Selections and orders that the next question may
//! need are cached.

use super::offers::{Offers, Sought};
use super::selection_cache::{Selected, SelectionCache};
use super::{Answer, Question, queue};
use crate::query::register::{Address, ChapterTotals, Register};
use crate::query::{
    Context, Field, Filter, FilterError, Meant, Order, Parts, Sort, is_worth_an_order,
    loads_by_person, sort,
};
use crate::text::Lang;
use std::sync::Arc;

/// Answers questions, with caches.
#[derive(Default)]
pub(super) struct Answerer {
    kept: SelectionCache,
    ordered: Option<(Arc<Register>, Order)>,
    offers: Offers,
}

impl Answerer {
    /// Answers a question; `None` if `cancelled` says so first. `tally` has the register's totals while it is being
    /// read; `context` has the person who asks and the day.
    #[allow(clippy::result_large_err)] // one error a question, on its way to the screen
    pub(super) fn answer(
        &mut self,
        question: &Question,
        register: &Arc<Register>,
        tally: Option<&ChapterTotals>,
        context: Context,
        cancelled: &(dyn Fn() -> bool + Sync),
    ) -> Result<Option<Answer>, FilterError> {
        let vocabulary = &register.vocabulary;
        let selected = self.kept.select(&question.filter, register, tally, context, cancelled)?;
        let Some(selected) = selected else { return Ok(None) };
        let meant = if tally.is_some() {
            // A register that is partly read has no counts for offers.
            Some(Arc::default())
        } else {
            let sought = Sought {
                generation: question.generation,
                filter: question.filter.clone(),
                lang: question.lang,
                register: Arc::clone(register),
                context,
                selected: Arc::clone(&selected),
            };
            self.offers.begin(sought, &mut self.kept, cancelled)
        };
        let plan = Arc::clone(&selected.plan);
        let counts = Arc::clone(&selected.selection.counts);
        let mut rows = Arc::clone(&selected.selection.rows);
        let mut people = Vec::new();
        if let Some(wanted) = &question.queue {
            people = loads_by_person(register, &selected.selection);
            rows = Arc::new(queue::narrow(register, &selected.selection, wanted, context.me));
        } else if question.sort != Sort::default() {
            rows = self.in_order(register, &rows, question.sort, question.lang);
        }
        if question.queue.is_none() {
            queue::pin(register, &mut rows, &question.pinned);
        }
        if let Some(hold) = question.hold {
            queue::hold(register, &mut rows, hold);
        }
        let parts = match question.split.filter(|_| tally.is_none()) {
            Some(by) => match self.parts(question, by, register, context, cancelled) {
                Some(parts) => Some(Arc::new(parts)),
                None if cancelled() => return Ok(None),
                None => None,
            },
            None => None,
        };
        let states = (0..vocabulary.states.len()).map(|place| plan.state_matches(place)).collect();
        Ok(Some(Answer {
            generation: question.generation,
            register: Arc::clone(register),
            reading: tally.map(ChapterTotals::needs),
            filter: question.filter.clone(),
            rows,
            counts,
            reviews: plan.reviews(vocabulary).into(),
            on_reviews_only: plan.on_reviews_only() && !question.with_needs,
            plan,
            states,
            people: people.into(),
            meant,
            parts,
            before: None,
            made: None,
        }))
    }

    /// Gives a question's counts split by the values of a field; `None` if `cancelled` says so, or if the filter has no
    /// room for another term.
    fn parts(
        &mut self,
        question: &Question,
        by: Field,
        register: &Arc<Register>,
        context: Context,
        cancelled: &(dyn Fn() -> bool + Sync),
    ) -> Option<Parts> {
        let filters = Parts::filters(&question.filter, by, &register.vocabulary);
        let mut counted = |filter| {
            let selected = self.kept.select_beside(&filter, register, context, cancelled);
            Some(Arc::clone(&selected.ok()??.selection.counts))
        };
        let counts = filters.into_iter().map(&mut counted).collect::<Option<Vec<_>>>()?;
        Some(Parts::new(by, counts))
    }

    /// Gives the needs of a filter, those of the last answer without selecting them anew; `None` if `cancelled` says
    /// so.
    #[allow(clippy::result_large_err)] // as above
    pub(super) fn selected(
        &mut self,
        filter: &Filter,
        register: &Arc<Register>,
        context: Context,
        cancelled: &(dyn Fn() -> bool + Sync),
    ) -> Result<Option<Arc<Selected>>, FilterError> {
        self.kept.select(filter, register, None, context, cancelled)
    }

    /// Whether the offers of the last answer are still to be made.
    pub(super) fn offers_are_due(&self) -> bool {
        self.offers.are_due()
    }

    /// Makes the due offers, with their question's generation; `None` if `is_overtaken` says that a newer question has
    /// come.
    pub(super) fn make_offers(
        &mut self,
        is_overtaken: &(dyn Fn(u64) -> bool + Sync),
    ) -> Option<(u64, Arc<[Meant]>)> {
        self.offers.make(&mut self.kept, is_overtaken)
    }

    /// Empties the caches: the register is replaced.
    pub(super) fn forget(&mut self) {
        self.kept.forget();
        self.ordered = None;
        self.offers.forget();
    }

    fn in_order(
        &mut self,
        register: &Arc<Register>,
        rows: &[Address],
        by: Sort,
        lang: Lang,
    ) -> Arc<Vec<Address>> {
        let holds = |(of, order): &(Arc<Register>, Order)| {
            order.is(by, lang)
                && (of.stamp == register.stamp
                    || order.outlasts_triage() && register.has_the_needs_of(of))
        };
        if !self.ordered.as_ref().is_some_and(holds) {
            self.ordered = None;
            if !is_worth_an_order(register, rows.len(), by) {
                let mut rows = rows.to_vec();
                sort(register, &mut rows, by, lang);
                return Arc::new(rows);
            }
        }
        let made = || (Arc::clone(register), Order::of(register, by, lang));
        self.ordered.get_or_insert_with(made).1.arranged(register, rows)
    }
}
