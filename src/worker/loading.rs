//! Reading the register part by part, and catching up with changes in the file.

use super::memory::{CaughtUp, Outdated, Step};
use super::message::Message;
use super::state::Loop;
use super::{Asked, Report};
use crate::domain::NeedNumber;
use crate::query::ranks_by_text;
use crate::query::register::Register;
use crate::store::StoreError;
use std::sync::Arc;

/// The least needs for which the sort keys of texts are computed ahead; with fewer, sorting by text is quick.
const MANY: usize = 20_000;

impl Loop<'_> {
    /// Reads a part of the register, and from time to time shows the parts so far.
    pub(super) fn read_on(&mut self) -> bool {
        match self.memory.step(&self.store) {
            Ok(Step::Show) => self.answer(),
            Ok(Step::More) => true,
            Ok(Step::Done) => self.finish_reading(),
            Err(error) => self.give_up_reading(&error),
        }
    }

    /// Gives up reading: every question, waiting or later, is answered with the error.
    fn give_up_reading(&mut self, error: &StoreError) -> bool {
        self.memory.give_up(error);
        self.screen.question = None;
        let refused = std::mem::take(&mut self.writes.waiting);
        self.failed(Asked::Register, error.clone())
            && refused.into_iter().all(|job| (self.report)(job.refused(error.clone())))
    }

    fn finish_reading(&mut self) -> bool {
        match self.memory.finish(&self.store) {
            // Rows on the screen changed while the rest was read.
            Ok(changed) if !changed.is_empty() => {
                self.writes.done.push(Report::ChangedElsewhere(changed));
            }
            Ok(_) => {}
            Err(error) => return self.give_up_reading(&error),
        }
        self.history.forget();
        self.answerer.forget();
        // Answer with the whole register first: a write may have to wait for another program's.
        if !self.answer() {
            return false;
        }
        let mut ask = false;
        for job in std::mem::take(&mut self.writes.waiting) {
            if !self.write_now(job, &mut ask) {
                return false;
            }
        }
        let heard = (!ask || self.answer()) && self.writes.done.drain(..).all(self.report);
        self.compute_text_sort_keys();
        heard
    }

    /// Reads the texts that were left out of the first screen.
    pub(super) fn read_texts_while_idle(&mut self) -> bool {
        match self.memory.read_texts(&self.store) {
            Ok(()) => self.answer(),
            Err(error) => {
                // A later question that needs texts tries again, and is answered with the error.
                self.memory.put_texts_off();
                self.failed(Asked::Nothing, error)
            }
        }
    }

    /// Has the sort keys of texts computed by a helper thread where that takes long: sorting by text is
    /// then as quick as by anything else.
    pub(super) fn compute_text_sort_keys(&self) {
        // While an earlier day is shown, sorting today's register can wait.
        let past = self.screen.day().is_some();
        let register = &self.memory.register;
        if past || register.len() < MANY || register.text_ranks.is_some() {
            return;
        }
        let (register, own) = (Arc::clone(register), self.own.clone());
        let compute = move || {
            let keys = Arc::new(ranks_by_text(&register));
            // Fails only when the program is ending.
            let _ = own.send(Message::TextRanks(register, keys));
        };
        // Without the thread, sorting by text takes its time.
        let _ = std::thread::Builder::new().name("ranks".into()).spawn(compute);
    }

    /// Takes the sort keys of a register's texts, unless the needs are others by now.
    pub(super) fn take_text_sort_keys(&mut self, of: &Register, keys: Arc<Vec<u32>>) {
        if !self.memory.take_text_sort_keys(of, keys) {
            self.compute_text_sort_keys();
        }
    }

    /// Reads the changes in the file; returns the needs concerned.
    pub(super) fn refresh(&mut self) -> Result<Vec<NeedNumber>, StoreError> {
        let CaughtUp { changed, outdated } = self.memory.refresh(&self.store)?;
        match outdated {
            Outdated::Nothing => return Ok(changed),
            Outdated::Since(day) => self.history.forget_since(day),
            Outdated::Everything => self.history.forget(),
        }
        self.compute_text_sort_keys();
        Ok(changed)
    }
}
