//! What the loop writes for its user: decisions, undos and redos, each reported after the answer
//! that shows it.

use super::run::Loop;
use super::{Asked, Report, TakeBack, Ticket};
use crate::domain::{Edit, TriageField};
use crate::store::{StoreError, Write, Written};

/// Something to be written, on which a report is owed.
#[derive(Debug)]
pub(super) enum Job {
    /// Edits as one batch.
    Write { ticket: Ticket, edits: Vec<Edit>, note: String },
    /// One of the user's batches is taken back.
    TakeBack { ticket: Ticket, asked: TakeBack },
}

impl Job {
    /// The report that it cannot be done.
    pub(super) fn refused(self, error: StoreError) -> Report {
        let (Self::Write { ticket, .. } | Self::TakeBack { ticket, .. }) = self;
        Report::Wrote { ticket, result: Err(error) }
    }
}

impl Loop<'_> {
    /// Does a write and takes it into the register in memory, to be reported after the answer that
    /// shows it. Sets `ask` when the register has changed; false when nobody listens.
    pub(super) fn write_now(&mut self, job: Job, ask: &mut bool) -> bool {
        let report = self.written(job);
        // Also after a refusal: somebody else's change is what refused it.
        match self.refresh() {
            Ok(mut changed) => {
                *ask |= !changed.is_empty();
                if let Report::Wrote { result: Ok(Some(written)), .. } = &report {
                    changed.retain(|need| written.needs.binary_search(need).is_err());
                }
                if !changed.is_empty() {
                    self.done.push(Report::ChangedElsewhere(changed));
                }
            }
            Err(error) => {
                if !(self.report)(Report::Failed { of: Asked::Nothing, error }) {
                    return false;
                }
            }
        }
        self.done.push(report);
        true
    }

    /// The program ends before the register is read: what the user has decided is still written.
    pub(super) fn write_what_waits(&mut self) {
        for job in std::mem::take(&mut self.waiting) {
            let report = self.written(job);
            self.done.push(report);
        }
    }

    /// Does a write and says what has become of it.
    fn written(&mut self, job: Job) -> Report {
        match job {
            Job::Write { ticket, edits, note } => {
                let result = self.write(edits, note).map(Some);
                Report::Wrote { ticket, result }
            }
            Job::TakeBack { ticket, asked } => self.take_back(ticket, asked),
        }
    }

    fn write(&mut self, edits: Vec<Edit>, note: String) -> Result<Written, StoreError> {
        let write = Write { who: self.settings.who.clone(), note, edits };
        let written = self.store.write(&write)?;
        let noted = write.edits.iter().filter(|edit| edit.change.field() == TriageField::Notes);
        noted.for_each(|edit| self.desk.put_away(edit.need));
        self.written.extend(written.batch);
        Ok(written)
    }
}
