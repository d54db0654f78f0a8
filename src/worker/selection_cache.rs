//! The selection cache: the last selection, which another screen asks for again, and the unfiltered
//! one, to which a dropped filter comes back. A new selection is counted by its difference to one of
//! them, also where needs have changed since.

use crate::query::register::{ChapterTotals, Register};
use crate::query::{Base, Context, Counts, Filter, FilterError, Plan, Selection, select_from};
use std::sync::Arc;

/// A filter with its selection of one register.
pub(super) struct Selected {
    filter: Filter,
    context: Context,
    register: Arc<Register>,
    pub(super) plan: Arc<Plan>,
    pub(super) selection: Selection,
    /// Whether the counts come from the chapter totals and not from the rows that are loaded.
    foretold: bool,
}

/// The selections that may be used again.
#[derive(Default)]
pub(super) struct SelectionCache {
    last: Option<Arc<Selected>>,
    everything: Option<Arc<Selected>>,
    /// The last selection made for an offer: the question without a word that names something.
    beside: Option<Arc<Selected>>,
}

impl SelectionCache {
    /// The selection of a filter, from the cache or made now; `None` when `cancelled` said so first.
    /// `tally` has the totals of the register while it is still being read.
    #[allow(clippy::result_large_err)] // one error a question, on its way to the screen
    pub(super) fn select(
        &mut self,
        filter: &Filter,
        register: &Arc<Register>,
        tally: Option<&ChapterTotals>,
        context: Context,
        cancelled: &(dyn Fn() -> bool + Sync),
    ) -> Result<Option<Arc<Selected>>, FilterError> {
        for kept in [&mut self.last, &mut self.everything, &mut self.beside] {
            // A register that has nothing to do with this one would stay in memory with it.
            kept.take_if(|kept| !kept.is_near(register));
        }
        if let Some(kept) = self.all().find(|kept| kept.is(filter, register, context)) {
            return Ok(Some(Arc::clone(kept)));
        }
        let plan = Plan::resolve(filter, register, &context)?;
        let bases: Vec<Base> = self.all().filter_map(|kept| kept.base()).collect();
        let selection = select_from(register, &plan, &bases, cancelled);
        let Some(mut selection) = selection else { return Ok(None) };
        let tally = tally.filter(|_| filter.is_empty());
        if let Some(tally) = tally {
            Arc::make_mut(&mut selection.counts).foretell(tally);
        }
        let selected = Arc::new(Selected {
            filter: filter.clone(),
            context,
            register: Arc::clone(register),
            plan: Arc::new(plan),
            selection,
            foretold: tally.is_some(),
        });
        if filter.is_empty() {
            self.everything = Some(Arc::clone(&selected));
        } else {
            let before = self.last.replace(Arc::clone(&selected));
            // Kept where only words were added to it: the values that they name are counted there.
            let without = before.filter(|before| before.filter == filter.without_text());
            self.beside = without.or(self.beside.take());
        }
        Ok(Some(selected))
    }

    /// The counts of a filter, where its selection is in the cache.
    pub(super) fn counts_of(
        &self,
        filter: &Filter,
        register: &Register,
        context: Context,
    ) -> Option<Arc<Counts>> {
        let kept = self.all().find(|kept| kept.is(filter, register, context))?;
        Some(Arc::clone(&kept.selection.counts))
    }

    fn all(&self) -> impl Iterator<Item = &Arc<Selected>> {
        [&self.last, &self.everything, &self.beside].into_iter().flatten()
    }

    /// The selection of another filter than the question's; the question's own stays in the cache.
    #[allow(clippy::result_large_err)] // as above
    pub(super) fn select_beside(
        &mut self,
        filter: &Filter,
        register: &Arc<Register>,
        context: Context,
        cancelled: &(dyn Fn() -> bool + Sync),
    ) -> Result<Option<Arc<Selected>>, FilterError> {
        let last = self.last.clone();
        let selected = self.select(filter, register, None, context, cancelled);
        if let Ok(Some(selected)) = &selected
            && !filter.is_empty()
        {
            self.beside = Some(Arc::clone(selected));
        }
        self.last = last;
        selected
    }

    /// Empties the cache: the register is replaced.
    pub(super) fn forget(&mut self) {
        *self = Self::default();
    }
}

impl Selected {
    /// Whether it is of this register or of an older one with the same vocabulary.
    fn is_near(&self, register: &Register) -> bool {
        self.register.stamp == register.stamp
            || Arc::ptr_eq(&self.register.vocabulary, &register.vocabulary)
    }

    fn base(&self) -> Option<Base<'_>> {
        (!self.foretold).then_some(Base { register: &self.register, selection: &self.selection })
    }

    fn is(&self, filter: &Filter, register: &Register, context: Context) -> bool {
        self.register.stamp == register.stamp && self.filter == *filter && self.context == context
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Coded, Day};
    use crate::query::{Field, Measure, parse, select};
    use crate::testing::random_register;

    fn found(
        kept: &mut SelectionCache,
        filter: &str,
        register: &Arc<Register>,
        tally: Option<&ChapterTotals>,
    ) -> Arc<Selected> {
        let filter = parse(filter).unwrap();
        let context = Context { today: Day::from_number(17_900), me: None };
        kept.select(&filter, register, tally, context, &|| false).unwrap().unwrap()
    }

    /// Whether it equals the selection of a first question.
    fn is_right(selected: &Selected, register: &Register) -> bool {
        let fresh = select(register, &selected.plan, &|| false).unwrap();
        fresh.rows == selected.selection.rows
            && Field::ALL.iter().all(|field| {
                let offered = |s: &Selection| s.counts.offered(*field, Measure::Needs);
                offered(&fresh) == offered(&selected.selection)
            })
    }

    fn changed(register: &Register) -> Arc<Register> {
        let mut register = Register { stamp: register.stamp + 1, ..register.clone() };
        let triage = &mut Arc::make_mut(&mut register.chunks[0]).triage;
        Arc::make_mut(triage).priority.fill(1);
        Arc::new(register)
    }

    #[test]
    fn what_is_asked_again_is_not_looked_for_again() {
        let register = Arc::new(random_register::register(6, 400));
        let mut kept = SelectionCache::default();
        let first = found(&mut kept, "", &register, None);
        found(&mut kept, "chapter:V", &register, None);
        let last = found(&mut kept, "chapter:III", &register, None);
        assert!(is_right(&last, &register));
        assert!(Arc::ptr_eq(&last, &found(&mut kept, "chapter:III", &register, None)));
        assert!(Arc::ptr_eq(&first, &found(&mut kept, "", &register, None)));
    }

    #[test]
    fn b1_what_is_looked_for_beside_a_question_is_kept_beside_it() {
        let register = Arc::new(random_register::register(6, 400));
        let context = Context { today: Day::from_number(17_900), me: None };
        let mut kept = SelectionCache::default();
        let last = found(&mut kept, "chapter:V asset", &register, None);
        let mut beside = || {
            let filter = parse("chapter:V").unwrap();
            let found = kept.select_beside(&filter, &register, context, &|| false);
            found.unwrap().unwrap()
        };
        let first = beside();
        assert!(is_right(&first, &register) && Arc::ptr_eq(&first, &beside()));
        assert!(Arc::ptr_eq(&last, &found(&mut kept, "chapter:V asset", &register, None)));
    }

    #[test]
    fn what_is_kept_of_an_older_register_is_no_answer_but_helps_to_count() {
        let before = Arc::new(random_register::register(6, 400));
        let mut kept = SelectionCache::default();
        found(&mut kept, "", &before, None);
        found(&mut kept, "priority:high", &before, None);
        let register = changed(&before);
        for filter in ["priority:high", "", "-priority:high"] {
            assert!(is_right(&found(&mut kept, filter, &register, None), &register), "{filter}");
        }
        let other = Arc::new(Register { stamp: 9, ..random_register::register(7, 300) });
        assert!(is_right(&found(&mut kept, "", &other, None), &other));
        assert!(kept.last.is_none(), "nothing of another register stays in memory");
    }

    #[test]
    fn nothing_is_counted_from_numbers_that_were_only_foretold() {
        let whole = random_register::register(6, 400);
        let tally = ChapterTotals {
            lines: vec![(crate::query::register::ProvenancePlace::of_review(0), 1, 5_000)],
        };
        let mut kept = SelectionCache::default();
        let register = Arc::new(whole);
        let foretold = found(&mut kept, "", &register, Some(&tally));
        assert_eq!(foretold.selection.counts.total(Measure::Needs), 5_000);
        let register = changed(&register);
        assert!(is_right(&found(&mut kept, "", &register, None), &register));
    }
}
