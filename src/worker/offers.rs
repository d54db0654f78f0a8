//! Makes offers: filters that say what the words of a question probably meant. If that takes passes over a large
//! register, the answer goes ahead, and the offers follow in a report of their own unless a newer question has come.

use super::selection_cache::{Selected, SelectionCache};
use crate::query::register::{Register, Vocabulary};
use crate::query::{Context, Counts, Filter, KnownNames, Meant, Searched, meant};
use crate::text::Lang;
use std::ops::Range;
use std::sync::Arc;

/// From so many needs on an answer waits for no pass over all of them that its offers alone take.
const MANY: usize = 20_000;

/// A question that has been searched for.
pub(super) struct Sought {
    /// Its generation.
    pub(super) generation: u64,
    /// Its filter.
    pub(super) filter: Filter,
    /// The language in which offers are named.
    pub(super) lang: Lang,
    /// The register that it asks.
    pub(super) register: Arc<Register>,
    /// The person who asks, and the day.
    pub(super) context: Context,
    /// The needs that its filter lets through.
    pub(super) selected: Arc<Selected>,
}

/// Counts the needs that a filter lets through; `None` if the count would take a pass that is not allowed, if the pass
/// is cancelled, or if the filter names something unknown.
type Count<'a> = dyn FnMut(&Filter) -> Option<Arc<Counts>> + 'a;

/// Makes offers, those that are due included.
#[derive(Default)]
pub(super) struct Offers {
    names: Option<(Arc<Vocabulary>, Arc<KnownNames>)>,
    /// The last offers, with the inputs that they depend on.
    last: Option<(Made, Arc<[Meant]>)>,
    /// A question that is answered and whose offers are not made yet.
    due: Option<Sought>,
}

/// The inputs that offers depend on: the filter, where its terms stood in the typed line (a word in quotation marks is
/// meant as it stands), the stamp of the register, the context (who asks, on which day), and the language.
type Made = (Filter, Vec<Range<usize>>, u64, Context, Lang);

impl Offers {
    /// Begins the offers for a question that is being answered, in place of others that were due. Gives `None` if they
    /// have to follow the answer: they are due then.
    pub(super) fn begin(
        &mut self,
        sought: Sought,
        kept: &mut SelectionCache,
        cancelled: &(dyn Fn() -> bool + Sync),
    ) -> Option<Arc<[Meant]>> {
        self.due = None;
        let made = sought.made();
        let last = self.last.as_ref().filter(|(of, _)| *of == made);
        let offers = last.map(|(_, offers)| Arc::clone(offers)).or_else(|| {
            if sought.register.len() < MANY {
                return self.counted(&sought, kept, cancelled);
            }
            let Sought { register, context, .. } = &sought;
            let mut known = |filter: &Filter| kept.counts_of(filter, register, *context);
            // no pass is begun
            self.made(&sought, &mut known, &|| true)
        });
        match &offers {
            Some(offers) => self.last = Some((made, Arc::clone(offers))),
            None => self.due = Some(sought),
        }
        offers
    }

    /// Whether the offers of the last answer are still to be made.
    pub(super) fn are_due(&self) -> bool {
        self.due.is_some()
    }

    /// Makes the offers that are due, and gives them with the generation of their question. Gives `None` if none are
    /// due, or if `is_overtaken` says of that generation that a newer question has come.
    pub(super) fn make(
        &mut self,
        kept: &mut SelectionCache,
        is_overtaken: &(dyn Fn(u64) -> bool + Sync),
    ) -> Option<(u64, Arc<[Meant]>)> {
        let sought = self.due.take()?;
        let cancelled = || is_overtaken(sought.generation);
        let offers = match self.counted(&sought, kept, &cancelled) {
            Some(offers) => offers,
            None if cancelled() => return None,
            None => Arc::default(),
        };
        self.last = Some((sought.made(), Arc::clone(&offers)));
        Some((sought.generation, offers))
    }

    /// Forgets everything, the due offers too: the register is replaced.
    pub(super) fn forget(&mut self) {
        *self = Self::default();
    }

    /// Makes the offers with as many passes over the register as they take. Gives `None` if `cancelled` says so first,
    /// or if a count fails.
    fn counted(
        &mut self,
        sought: &Sought,
        kept: &mut SelectionCache,
        cancelled: &(dyn Fn() -> bool + Sync),
    ) -> Option<Arc<[Meant]>> {
        let Sought { register, context, .. } = sought;
        let mut count = |filter: &Filter| {
            let beside = kept.select_beside(filter, register, *context, cancelled);
            Some(Arc::clone(&beside.ok()??.selection.counts))
        };
        self.made(sought, &mut count, cancelled)
    }

    fn made(
        &mut self,
        sought: &Sought,
        count: &mut Count<'_>,
        cancelled: &(dyn Fn() -> bool + Sync),
    ) -> Option<Arc<[Meant]>> {
        if !sought.filter.asks_for_text() {
            return Some(Arc::default());
        }
        let vocabulary = &sought.register.vocabulary;
        self.names.take_if(|(of, _)| !Arc::ptr_eq(of, vocabulary));
        let names = || (Arc::clone(vocabulary), Arc::new(KnownNames::of(vocabulary)));
        let searched = Searched {
            filter: &sought.filter,
            register: &sought.register,
            names: &self.names.get_or_insert_with(names).1,
            context: sought.context,
            selection: &sought.selected.selection,
            lang: sought.lang,
        };
        meant(searched, count, cancelled).map(Arc::from)
    }
}

impl Sought {
    fn made(&self) -> Made {
        let places = self.filter.terms.iter().map(|term| term.at.bytes.clone()).collect();
        (self.filter.clone(), places, self.register.stamp, self.context, self.lang)
    }
}

#[cfg(test)]
mod tests {
    use super::super::answer::Answerer;
    use super::super::{Answer, Question};
    use super::*;
    use crate::domain::Day;
    use crate::query::{Plan, Sort, parse, select};
    use crate::testing::random_register;

    fn context() -> Context {
        Context { today: Day::from_number(17_900), me: None }
    }

    fn question(generation: u64, filter: &str) -> Question {
        Question {
            generation,
            filter: parse(filter).unwrap(),
            sort: Sort::default(),
            lang: Lang::En,
            queue: None,
            pinned: Vec::new(),
            hold: None,
            as_of: None,
            since: None,
            compared: crate::analysis::Compared::Usual,
            with_needs: false,
            texts: true,
            wanted: None,
            split: None,
        }
    }

    fn large() -> Arc<Register> {
        Arc::new(random_register::register(6, MANY))
    }

    fn answer(answerer: &mut Answerer, question: &Question, register: &Arc<Register>) -> Answer {
        answerer.answer(question, register, None, context(), &|| false).unwrap().unwrap()
    }

    /// The offers for a filter, with everything counted anew.
    fn expected(filter: &str, register: &Register) -> Vec<Meant> {
        let filter = parse(filter).unwrap();
        let select = |filter: &Filter| {
            let plan = Plan::resolve(filter, register, &context()).unwrap();
            select(register, &plan, &|| false).unwrap()
        };
        let searched = Searched {
            filter: &filter,
            register,
            names: &KnownNames::of(&register.vocabulary),
            context: context(),
            selection: &select(&filter),
            lang: Lang::En,
        };
        meant(searched, &mut |filter| Some(select(filter).counts), &|| false).unwrap()
    }

    #[test]
    fn offers_that_take_a_pass_over_a_large_register_follow_the_answer() {
        let register = large();
        let mut answerer = Answerer::default();
        for (generation, filter) in
            (1..).zip(["ghana kenya", "asset ghana", "chapter:V ghana", "chapter:V fiji x"])
        {
            let told = answer(&mut answerer, &question(generation, filter), &register);
            assert!(told.meant.is_none() && answerer.offers_are_due(), "{filter}");
            let (of, meant) = answerer.make_offers(&|_| false).unwrap();
            let expected = expected(filter, &register);
            assert!(expected.iter().any(|meant| !meant.offers.is_empty()), "{filter}");
            assert_eq!((of, &*meant), (generation, &*expected), "{filter}");
            assert!(!answerer.offers_are_due());
            // asked again, it is known at once
            let again = answer(&mut answerer, &question(9, filter), &register);
            assert_eq!(again.meant.as_deref(), Some(&*expected), "{filter}");
        }
    }

    #[test]
    fn offers_that_take_no_pass_come_with_the_answer() {
        let register = large();
        let mut answerer = Answerer::default();
        for filter in ["", "ghana", "chapter:V", "chapter:V g", "asset"] {
            let told = answer(&mut answerer, &question(1, filter), &register);
            assert_eq!(told.meant.as_deref(), Some(&*expected(filter, &register)), "{filter}");
        }
        // and with whatever passes they take, those of a small register
        let register = Arc::new(random_register::register(6, 400));
        let told = answer(&mut Answerer::default(), &question(2, "ghana kenya"), &register);
        assert_eq!(told.meant.as_deref(), Some(&*expected("ghana kenya", &register)));
    }

    #[test]
    fn a_newer_question_overtakes_the_offers_of_an_older_one() {
        let register = large();
        let mut answerer = Answerer::default();
        answer(&mut answerer, &question(1, "ghana kenya"), &register);
        assert_eq!(answerer.make_offers(&|generation| generation < 2), None);
        assert!(!answerer.offers_are_due());
        answer(&mut answerer, &question(3, "ghana kenya"), &register);
        answer(&mut answerer, &question(4, "ghana fiji"), &register);
        assert_eq!(answerer.make_offers(&|_| false).unwrap().0, 4);
        // The language and quotation marks change nothing in the rows found, but in the offers.
        let zh = Question { lang: Lang::Zh, ..question(5, "ghana fiji") };
        assert!(answer(&mut answerer, &zh, &register).meant.is_none());
        assert_eq!(answerer.make_offers(&|_| false).unwrap().1[0].offers[0].name, "加纳");
        let quoted = answer(&mut answerer, &question(6, "\"ghana\" \"fiji\""), &register);
        assert!(quoted.meant.is_none());
    }
}
