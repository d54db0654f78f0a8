//! Answering one question: resolve the filter, select, count, sort. Selections and orders that the
//! next question is likely to need again are cached.

use super::selection_cache::{Selected, SelectionCache};
use super::{Answer, Question, queue};
use crate::query::register::{Address, ChapterTotals, Register, Vocabulary};
use crate::query::{
    Context, Filter, FilterError, Meant, Names, Order, Searched, Sort, is_worth_an_order,
    loads_by_person, meant, sort,
};
use crate::text::Lang;
use std::sync::Arc;

/// Answers questions.
#[derive(Default)]
pub(super) struct Answerer {
    kept: SelectionCache,
    ordered: Option<(Arc<Register>, Order)>,
    names: Option<(Arc<Vocabulary>, Arc<Names>)>,
}

impl Answerer {
    /// The answer; `None` when `cancelled` said so first. `tally` has the totals of the register while
    /// it is still being read; `context` says who asks, and on which day.
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
        let meant = match tally {
            // Half a register has no numbers for offers.
            Some(_) => Vec::new(),
            None => match self.meant(question, &selected, register, context, cancelled) {
                Some(meant) => meant,
                None if cancelled() => return Ok(None),
                None => Vec::new(),
            },
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
        if let Some(hold) = question.hold {
            queue::hold(register, &mut rows, hold);
        }
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
            meant: meant.into(),
            made: None,
        }))
    }

    /// What else the words of the question could mean; `None` when `cancelled` said so first.
    fn meant(
        &mut self,
        question: &Question,
        selected: &Selected,
        register: &Arc<Register>,
        context: Context,
        cancelled: &(dyn Fn() -> bool + Sync),
    ) -> Option<Vec<Meant>> {
        if !question.filter.asks_for_text() {
            return Some(Vec::new());
        }
        let vocabulary = &register.vocabulary;
        self.names.take_if(|(of, _)| !Arc::ptr_eq(of, vocabulary));
        let made = || (Arc::clone(vocabulary), Arc::new(Names::of(vocabulary)));
        let names = Arc::clone(&self.names.get_or_insert_with(made).1);
        let searched = Searched {
            filter: &question.filter,
            register,
            names: &names,
            context,
            selection: &selected.selection,
            lang: question.lang,
        };
        let mut count = |filter: &Filter| {
            let beside = self.kept.select_beside(filter, register, context, cancelled);
            Some(Arc::clone(&beside.ok()??.selection.counts))
        };
        meant(searched, &mut count, cancelled)
    }

    /// Empties the caches: the register is replaced.
    pub(super) fn forget(&mut self) {
        self.kept.forget();
        self.ordered = None;
        self.names = None;
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
