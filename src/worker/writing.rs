//! The user's writes: decisions, undos and redos, each reported after the answer that shows it.

use super::state::Loop;
use super::writes::Job;
use super::{Asked, Report, TakeBack, Ticket};
use crate::domain::{Edit, TriageField};
use crate::store::{
    MarkWrite, MatchWrite, RecordEdit, RecordMerge, RecordWrite, StoreError, UnmatchWrite, Write,
    Written,
};

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

    /// Writes edits of records of any kind as one batch.
    pub(super) fn edit(
        &mut self,
        ticket: Ticket,
        edits: Vec<RecordEdit>,
        note: String,
        form: Option<String>,
        ask: &mut bool,
    ) -> bool {
        self.write_in_turn(Job::Edit { ticket, edits, note, form }, ask)
    }

    /// Marks an overlap.
    pub(super) fn mark(&mut self, ticket: Ticket, write: Box<MarkWrite>, ask: &mut bool) -> bool {
        self.write_in_turn(Job::Mark { ticket, write }, ask)
    }

    /// Merges one record into another.
    pub(super) fn merge(
        &mut self,
        ticket: Ticket,
        merging: Box<RecordMerge>,
        ask: &mut bool,
    ) -> bool {
        self.write_in_turn(Job::Merge { ticket, merging }, ask)
    }

    /// Takes back one of the user's batches.
    pub(super) fn take_back(&mut self, ticket: Ticket, asked: TakeBack, ask: &mut bool) -> bool {
        self.write_in_turn(Job::TakeBack { ticket, asked }, ask)
    }

    /// Does a write, as soon as the register is read.
    pub(super) fn write_in_turn(&mut self, job: Job, ask: &mut bool) -> bool {
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
        let before = self.memory.register.stamp;
        // Also after a refusal: another user's change has caused it.
        match self.refresh() {
            Ok(mut changed) => {
                // A write to records other than needs changes names and lists alone.
                *ask |= self.memory.register.stamp != before;
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

    /// Does the waiting writes if the program ends before the register is read.
    pub(super) fn write_what_waits(&mut self) {
        for job in std::mem::take(&mut self.writes.waiting) {
            let report = self.written(job);
            self.writes.done.push(report);
        }
    }

    /// Does a write, and gives the report of the result.
    fn written(&mut self, job: Job) -> Report {
        match job {
            Job::Write { ticket, edits, note } => {
                let result = self.write_batch(edits, note).map(Some);
                Report::Wrote { ticket, result }
            }
            Job::Edit { ticket, edits, note, form } => {
                let write = RecordWrite { who: self.settings.who.clone(), note, edits };
                let result = self.store.edit_or_bring_back(&write);
                if let Ok(written) = &result {
                    self.writes.written.extend(written.batch);
                    if let Some(form) = form {
                        self.autosave.put_form_away(&form);
                        // The record is written: if this fails, the draft is only offered once more.
                        let _ = self.store.drop_form_draft(&self.settings.who, &form);
                    }
                }
                Report::Wrote { ticket, result: result.map(Some) }
            }
            Job::Mark { ticket, write } => {
                let write = MarkWrite { who: self.settings.who.clone(), ..*write };
                let result = self.store.mark_overlap(&write);
                self.writes.written.extend(result.as_ref().ok().and_then(|done| done.batch));
                Report::Wrote { ticket, result: result.map(Some) }
            }
            Job::Merge { ticket, merging } => {
                let merging = RecordMerge { who: self.settings.who.clone(), ..*merging };
                let result = self.store.merge_records(&merging);
                self.writes.written.extend(result.as_ref().ok().and_then(|done| done.batch));
                Report::Wrote { ticket, result: result.map(Some) }
            }
            Job::Match { ticket, matching } => {
                let matching = MatchWrite { who: self.settings.who.clone(), ..*matching };
                let result = self.store.match_needs(&matching);
                self.writes.written.extend(result.as_ref().ok().and_then(|done| done.batch));
                Report::Wrote { ticket, result: result.map(Some) }
            }
            Job::Unmatch { ticket, unmatching } => {
                let unmatching = UnmatchWrite { who: self.settings.who.clone(), ..*unmatching };
                let result = self.store.unmatch_needs(&unmatching);
                self.writes.written.extend(result.as_ref().ok().and_then(|done| done.batch));
                Report::Wrote { ticket, result: result.map(Some) }
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
