//! Answers the question on the screen for the day that it asks about.

use super::assistance::Unfinished;
use super::compute::{Computation, Unmade};
use super::logged;
use super::state::Loop;
use super::{Answer, Asked, Question, Report, Wanted};
use crate::domain::{Day, Kinds};
use crate::query::register::Register;
use crate::query::{Context, Filter};
use crate::store::{Backwards, LogQuery, StoreError};
use std::cell::Cell;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

/// The work on an answer shows how far it is when it has lasted so long, and again after as long a time.
const LONG: Duration = Duration::from_millis(150);

/// How far the work on an answer is.
struct Progress {
    generation: u64,
    /// When it was told last, or else when the work began.
    last: Cell<Instant>,
}

impl Progress {
    fn new(generation: u64) -> Self {
        Self { generation, last: Cell::new(Instant::now()) }
    }

    /// Reports how many parts have been begun, if it is time to.
    fn told(&self, begun: usize, of: usize, report: &dyn Fn(Report) -> bool) {
        if self.last.get().elapsed() < LONG {
            return;
        }
        self.last.set(Instant::now());
        let per_cent = (begun * 100 / of.max(1)) as u8;
        // If the receiver is gone, the end of the work notices.
        report(Report::Progress { generation: self.generation, per_cent });
    }
}

impl Loop<'_> {
    /// Takes a question in place of an older unanswered one.
    pub(super) fn take_question(&mut self, question: Question, ask: &mut bool) -> bool {
        if let Some(error) = self.memory.unread().cloned() {
            return self.failed(Asked::Question(question.generation), error);
        }
        let back = self.screen.day().is_some() && question.as_of.is_none();
        self.screen.question = Some(question);
        *ask = true;
        if back {
            self.compute_text_sort_keys();
        }
        true
    }

    /// Answers the question on the screen, unless a newer one comes meanwhile.
    pub(super) fn answer(&mut self) -> bool {
        if let Some(reading) = self.memory.reading() {
            // Nothing is read yet, or the question needs the whole register (a past day, void needs, activities that
            // are read last): it is answered after the reading.
            let asks_for_void = |asked: &Question| asked.filter.asks_for_void();
            let asks_for_assistance = |asked: &Question| asked.filter.asks_for_assistance();
            let question = self.screen.question.as_ref();
            let is_whole = self.screen.day().is_some()
                || question.is_some_and(asks_for_void)
                || !reading.has_activities() && question.is_some_and(asks_for_assistance);
            if !reading.is_shown() || is_whole {
                return true;
            }
            // A small register read without texts is soon complete: wait for it.
            let asks_for_texts = self.screen.question.as_ref().is_some_and(|asked| asked.texts);
            if !reading.has_texts() && asks_for_texts {
                return true;
            }
            self.answerer.forget();
        }
        let Some(question) = self.screen.question.clone() else { return true };
        let generation = question.generation;
        let since = Instant::now();
        let answered = self.answer_to(&question);
        logged::took("answer", since);
        match answered {
            Ok(answer) => (self.report)(Report::Answered(Box::new(answer))),
            Err(Unmade::Stopped) => true, // the newer question is in the inbox
            Err(Unmade::Unreadable(error)) => {
                (self.report)(Report::Unreadable { generation, error })
            }
            Err(Unmade::Store(error)) => self.failed(Asked::Question(generation), error),
        }
    }

    /// Makes and reports the offers that the last answer left out, unless a newer question has come.
    pub(super) fn make_offers(&mut self) -> bool {
        let (newest, since) = (self.newest, Instant::now());
        let overtaken = move |generation| newest.load(Ordering::Relaxed) > generation;
        let made = self.answerer.make_offers(&overtaken);
        logged::took("offers", since);
        let Some((generation, meant)) = made else { return true };
        (self.report)(Report::Meant { generation, meant })
    }

    /// Gives the last answer once more, with what it left out, unless a newer question has come.
    pub(super) fn finish_answer(&mut self) -> bool {
        let (newest, since) = (self.newest, Instant::now());
        let overtaken = move |generation| newest.load(Ordering::Relaxed) > generation;
        let whole = self.unfinished.take().and_then(|left| left.finish(&overtaken));
        logged::took("candidates", since);
        whole.is_none_or(|answer| (self.report)(Report::Answered(Box::new(answer))))
    }

    fn answer_to(&mut self, question: &Question) -> Result<Answer, Unmade> {
        self.unfinished = None;
        // One day counts as today for the whole answer, even past midnight.
        let today = self.today();
        // A partly read register cannot be compared with a whole one.
        let earlier = question.earlier_day(question.as_of.unwrap_or(today));
        let is_void = question.filter.asks_for_void();
        let earlier = earlier.filter(|_| self.memory.reading().is_none() && !is_void);
        if earlier.is_none() {
            self.growth.forget();
        }
        let told_with = earlier.filter(|_| !self.store.names_states());
        if self.screen.turn_to((question.as_of, told_with, is_void), today) {
            // The caches do not tell void needs, or another day beside the register, apart.
            self.answerer.forget();
        }
        if question.texts || question.as_of.is_some() || earlier.is_some() {
            self.memory.read_texts(&self.store).map_err(Unmade::Store)?;
        }
        let (register, earlier_register) = self.registers(question, earlier)?;
        let context = self.context(&register, question.as_of.unwrap_or(today));
        let new = question.since.map(|since| self.new_since(question, (&register, context), since));
        let new = new.transpose()?;
        let narrowed =
            new.as_ref().map(|new| Question { filter: new.filter.clone(), ..question.clone() });
        let newest = self.newest;
        let generation = question.generation;
        let cancelled = move || newest.load(Ordering::Relaxed) > generation;
        let whole = narrowed.as_ref().unwrap_or(question);
        let totals = self.memory.totals();
        let answer = self.answerer.answer(whole, &register, totals, context, &cancelled);
        let mut answer = answer.map_err(Unmade::Unreadable)?.ok_or(Unmade::Stopped)?;
        // What assistance needs have is told in numbers, which hide those of few States.
        if !matches!(question.wanted, Some(Wanted::Assistance(_))) {
            let may = answer.plan.may_show_needs(&whole.filter, &register.vocabulary);
            may.map_err(Unmade::Unreadable)?;
        }
        if let Some(new) = new {
            new.put_in(&mut answer, question);
        }
        if let Some(two) = earlier.zip(earlier_register.as_ref()) {
            answer.before = self.before(question, two, &cancelled)?.map(Arc::new);
        }
        // A partly read register has no complete figures.
        if let Some(wanted) = question.wanted.filter(|_| self.memory.reading().is_none()) {
            let asked = matches!(wanted, Wanted::Assistance(_)).then_some(&question.filter);
            let selected = asked
                .map(|filter| self.answerer.selected(filter, &register, context, &cancelled))
                .transpose();
            let selected = selected.map_err(Unmade::Unreadable)?.flatten();
            let mut verified = self.history.verified.take();
            // The trend asks for about thirty days, each once: none is cached.
            let mut backwards = Backwards::new(&self.store, &self.memory.register);
            let progress = Progress::new(generation);
            let mut in_file = std::mem::take(&mut self.history.assistance);
            let store = &self.store;
            let mut computation = Computation {
                register: &register,
                now: question.as_of.is_none(),
                narrowed: &question.filter,
                rows: &answer.rows,
                selected: selected.clone(),
                context,
                today,
                compared: question.compared,
                split: question.split,
                few_needs: self.settings.few_needs,
                ledger: self.settings.ledger.as_deref(),
                in_file: &mut || in_file.read(store, question.as_of),
                changes_of: &|record| {
                    let (kinds, until) = (Kinds::one(record.kind), question.as_of);
                    let record = Some(record);
                    store.log(&LogQuery { kinds, record, until, ..LogQuery::default() })
                },
                register_of: &mut |day| match day {
                    None => Ok(Arc::clone(&self.memory.register)),
                    Some(day) if matches!(wanted, Wanted::Trend | Wanted::Standing) => {
                        backwards.on(day).map(Arc::new)
                    }
                    Some(day) => self.history.on(day, &self.store, &self.memory.register),
                },
                cancelled: &cancelled,
                told: &|begun, of| progress.told(begun, of, self.report),
            };
            let made = computation.make(wanted, &mut verified);
            self.history.verified = verified;
            self.history.assistance = in_file;
            answer.made = Some(made?);
            self.unfinished = Unfinished::of(&answer, selected, context.today);
        }
        Ok(answer)
    }

    /// Gives the day that counts as today.
    pub(super) fn today(&self) -> Day {
        self.settings.clock.now().today(self.memory.register.own_day)
    }

    /// Gives the context of a register on a day, with the user as the person who asks.
    pub(super) fn context(&self, register: &Register, day: Day) -> Context {
        Context::of(&self.settings.who, day, &register.vocabulary)
    }

    /// Gives the register that a filter asks on a day: that of the void needs if the filter asks for them.
    pub(super) fn register_for(
        &mut self,
        filter: &Filter,
        day: Option<Day>,
    ) -> Result<Arc<Register>, StoreError> {
        if !filter.asks_for_void() {
            return self.register_of(day);
        }
        let void = self.store.void_needs(&self.memory.register)?;
        let shown = day.map_or(Ok(void.clone()), |day| self.store.as_of(&void, day))?;
        Ok(Arc::new(shown))
    }

    /// Gives the register of a day; `None` means the present one.
    pub(super) fn register_of(&mut self, day: Option<Day>) -> Result<Arc<Register>, StoreError> {
        match day {
            Some(day) => self.history.on(day, &self.store, &self.memory.register),
            None => Ok(Arc::clone(&self.memory.register)),
        }
    }
}
