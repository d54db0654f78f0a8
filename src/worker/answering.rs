//! Answering the question on the screen, on the day that it asks about.

use super::compute::{Drawer, Unmade};
use super::logged;
use super::reading::Reading;
use super::run::Loop;
use super::{Answer, Asked, Question, Report, Wanted};
use crate::domain::Day;
use crate::query::Context;
use crate::query::register::Register;
use crate::store::{Backwards, NeedDetail, StoreError};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Instant;

impl Loop<'_> {
    /// The day that is shown; nothing: the register as it is.
    pub(super) fn day(&self) -> Option<Day> {
        self.question.as_ref().map_or(self.settings.as_of, |question| question.as_of)
    }

    /// What memory does not hold of a need, on the day that is shown.
    pub(super) fn detail(&self, need: u32) -> Result<NeedDetail, StoreError> {
        match self.day() {
            Some(day) => self.store.need_detail_as_of(need, day),
            None => self.store.need_detail(need),
        }
    }

    /// Answers the question on the screen, unless a newer one comes meanwhile.
    pub(super) fn answer(&mut self) -> bool {
        if let Some(reading) = &self.reading {
            // Asked before anything is there, or of a day that only the whole register can tell:
            // what is read will answer it.
            if !reading.is_shown() || self.day().is_some() {
                return true;
            }
            // The few needs that are read without what they say are soon there.
            if !reading.has_texts() && self.question.as_ref().is_some_and(|asked| asked.texts) {
                return true;
            }
            self.answerer.forget();
        }
        let Some(question) = self.question.clone() else { return true };
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
            Err(Unmade::Store(error)) => {
                (self.report)(Report::Failed { of: Asked::Question(generation), error })
            }
        }
    }

    fn answer_to(&mut self, question: &Question) -> Result<Answer, Unmade> {
        self.answered_on = Some(self.today());
        if self.shown != question.as_of {
            // The registers of two days are told apart by the day alone.
            self.answerer.forget();
            self.shown = question.as_of;
        }
        if question.texts || question.as_of.is_some() {
            self.read_texts().map_err(Unmade::Store)?;
        }
        let register = self.register_of(question.as_of).map_err(Unmade::Store)?;
        let new = question.since.map(|since| self.new_since(question, &register, since));
        let new = new.transpose()?;
        let narrowed =
            new.as_ref().map(|new| Question { filter: new.filter.clone(), ..question.clone() });
        let tally = self.reading.as_ref().map(Reading::tally);
        let newest = self.newest;
        let generation = question.generation;
        let cancelled = move || newest.load(Ordering::Relaxed) > generation;
        let context = self.context(&register, question.as_of);
        let today = self.today();
        let whole = narrowed.as_ref().unwrap_or(question);
        let answer = self.answerer.answer(whole, &register, tally, context, &cancelled);
        let mut answer = answer.map_err(Unmade::Unreadable)?.ok_or(Unmade::Stopped)?;
        if let Some(new) = new {
            new.put_in(&mut answer, question);
        }
        // Figures of a register that is still being read would be figures of nothing.
        if let Some(wanted) = question.wanted.filter(|_| self.reading.is_none()) {
            let mut kept = self.verified.take();
            // Some thirty days, of which nobody goes back to one.
            let mut backwards = Backwards::new(&self.store, &self.register);
            let mut drawer = Drawer {
                register: &register,
                now: question.as_of.is_none(),
                narrowed: &question.filter,
                rows: &answer.rows,
                context,
                today,
                ledger: self.settings.ledger.as_deref(),
                register_of: &mut |day| match day {
                    None => Ok(Arc::clone(&self.register)),
                    Some(day) if wanted == Wanted::Trend => backwards.on(day).map(Arc::new),
                    Some(day) => self.past.on(day, &self.store, &self.register),
                },
                cancelled: &cancelled,
            };
            let made = drawer.make(wanted, &mut kept);
            self.verified = kept;
            answer.made = Some(made?);
        }
        Ok(answer)
    }

    /// The day that counts as today.
    pub(super) fn today(&self) -> Day {
        self.settings.clock.now().today(self.register.own_day)
    }

    /// Who asks a register of a day (nothing: as it is), and which day counts as today.
    pub(super) fn context(&self, register: &Register, day: Option<Day>) -> Context {
        let today = day.unwrap_or_else(|| self.today());
        Context::of(&self.settings.who, today, &register.vocabulary)
    }

    /// The register of a day; nothing: as it is.
    pub(super) fn register_of(&mut self, day: Option<Day>) -> Result<Arc<Register>, StoreError> {
        match day {
            Some(day) => self.past.on(day, &self.store, &self.register),
            None => Ok(Arc::clone(&self.register)),
        }
    }
}
