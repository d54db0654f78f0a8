//! What the loop writes for its user: decisions, undos and redos, each reported after the answer
//! that shows it.

use super::run::Loop;
use super::{Report, Request};
use crate::domain::{Edit, TriageField};
use crate::store::{StoreError, Write, Written};

impl Loop<'_> {
    /// Does a write and takes it into the register in memory, to be reported after the answer that
    /// shows it. Sets `ask` when the register has changed; false when nobody listens.
    pub(super) fn write_now(&mut self, request: Request, ask: &mut bool) -> bool {
        let Some(report) = self.written(request) else { return true };
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
                if !(self.report)(Report::Failed(error)) {
                    return false;
                }
            }
        }
        self.done.push(report);
        true
    }

    /// The program ends before the register is read: what the user has decided is still written.
    pub(super) fn write_what_waits(&mut self) {
        for request in std::mem::take(&mut self.waiting) {
            let report = self.written(request);
            self.done.extend(report);
        }
    }

    /// Does a write and says what has become of it; other requests are none.
    fn written(&mut self, request: Request) -> Option<Report> {
        match request {
            Request::Write { ticket, edits, note } => {
                let result = self.write(edits, note).map(Some);
                Some(Report::Wrote { ticket, result })
            }
            Request::TakeBack { ticket, asked } => Some(self.take_back(ticket, asked)),
            _ => None,
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
