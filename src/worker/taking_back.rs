//! Undo and redo. A batch that this program wrote is undone at once unless a later write conflicts with
//! it. A batch of an earlier session or of another program, and one with conflicts, which can be undone
//! only in part, is shown to the user first.

use super::state::Loop;
use super::{Report, TakeBack, Ticket, Way};
use crate::domain::Kinds;
use crate::store::{Staying, StoreError};

impl Loop<'_> {
    /// Does the undo or redo, or reports the question to ask first.
    pub(super) fn taken_back(&mut self, ticket: Ticket, asked: TakeBack) -> Report {
        self.try_to(ticket, asked)
            .unwrap_or_else(|error| Report::Wrote { ticket, result: Err(error) })
    }

    fn try_to(&mut self, ticket: Ticket, asked: TakeBack) -> Result<Report, StoreError> {
        let who = &self.settings.who;
        let to_ask = |batch| {
            let undoable = self.store.undoable(batch)?;
            let here = self.writes.written.contains(&batch);
            Ok(Report::ToTakeBack { ticket, undoable, here })
        };
        let (batch, staying) = match (asked.sure, asked.way) {
            (Some(sure), _) => sure,
            (None, way) => {
                let kinds = Kinds::of_assistance();
                let last = match way {
                    Way::Undo => self.store.last_undoable(who, kinds, &asked.passed)?,
                    Way::Redo => self.store.last_redoable(who, kinds, &asked.passed)?,
                };
                match last {
                    None => return Ok(Report::Wrote { ticket, result: Ok(None) }),
                    Some(batch) if !self.writes.written.contains(&batch) => return to_ask(batch),
                    Some(batch) => (batch, Staying::new()),
                }
            }
        };
        match self.store.undo_but(batch, who, &staying) {
            // A later change prevents setting the values back, or a circle would arise.
            Err(StoreError::ChangedSince(_) | StoreError::Circle(_)) => to_ask(batch),
            Err(error) => Err(error),
            Ok(written) => {
                self.writes.written.extend(written.batch);
                Ok(Report::Wrote { ticket, result: Ok(Some(written)) })
            }
        }
    }
}
