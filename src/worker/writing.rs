//! The user's writes: decisions, undos and redos, each reported after the answer that shows it.

use super::state::Loop;
use super::writes::Job;
use super::{Asked, Report, TakeBack, Ticket};
use crate::domain::{Edit, TriageField};
use crate::store::{StoreError, Write, Written};

impl Loop<'_> {
    /// Writes edits as one batch.
    pub(super) fn write(
        &mut self,
        ticket: Ticket,
        edits: Vec<Edit>,
        note: String,
        ask: &mut bool,
    ) -> bool {
        self.write_in_turn(Job::Write { ticket, edits, note }, ask)
    }

    /// Takes back one of the user's batches.
    pub(super) fn take_back(&mut self, ticket: Ticket, asked: TakeBack, ask: &mut bool) -> bool {
        self.write_in_turn(Job::TakeBack { ticket, asked }, ask)
    }

    /// Does a write, as soon as the register is read.
    fn write_in_turn(&mut self, job: Job, ask: &mut bool) -> bool {
        if let Some(error) = self.memory.unread().cloned() {
            return (self.report)(job.refused(error));
        }
        if self.memory.reading().is_some() {
            self.writes.waiting.push(job);
            return true;
        }
        self.write_now(job, ask)
    }

    /// Does a write and takes it into the register in memory, to be reported after the answer that shows it. Sets
    /// `ask` when the register has changed; false once the receiver of reports is gone.
    pub(super) fn write_now(&mut self, job: Job, ask: &mut bool) -> bool {
        let report = self.written(job);
        // Also after a refusal: another session's change is what refused it.
        match self.refresh() {
            Ok(mut changed) => {
                *ask |= !changed.is_empty();
                if let Report::Wrote { result: Ok(Some(written)), .. } = &report {
                    changed.retain(|need| written.needs.binary_search(need).is_err());
                }
                if !changed.is_empty() {
                    self.writes.done.push(Report::ChangedElsewhere(changed));
                }
            }
            Err(error) => {
                if !self.failed(Asked::Nothing, error) {
                    return false;
                }
            }
        }
        self.writes.done.push(report);
        true
    }

    /// Writes the user's decisions where the program ends before the register is read.
    pub(super) fn write_what_waits(&mut self) {
        for job in std::mem::take(&mut self.writes.waiting) {
            let report = self.written(job);
            self.writes.done.push(report);
        }
    }

    /// Does a write; the report states the result.
    fn written(&mut self, job: Job) -> Report {
        match job {
            Job::Write { ticket, edits, note } => {
                let result = self.write_batch(edits, note).map(Some);
                Report::Wrote { ticket, result }
            }
            Job::TakeBack { ticket, asked } => self.taken_back(ticket, asked),
        }
    }

    fn write_batch(&mut self, edits: Vec<Edit>, note: String) -> Result<Written, StoreError> {
        let write = Write { who: self.settings.who.clone(), note, edits };
        let written = self.store.write(&write)?;
        let noted = write.edits.iter().filter(|edit| edit.change.field() == TriageField::Notes);
        noted.for_each(|edit| self.autosave.put_away(edit.need));
        self.writes.written.extend(written.batch);
        Ok(written)
    }
}
