//! What needs say, where they are few: read when the first screen is there, which shows none of it,
//! or before the first answer that asks for it.

use super::run::Loop;
use super::{Asked, Report};
use crate::store::StoreError;
use std::sync::Arc;
use std::time::Duration;

/// How long nothing must be asked after the first answer until what needs say is read: whoever
/// draws the first screen then waits for nothing more.
pub(super) const FIRST_FRAME: Duration = Duration::from_millis(5);

impl Loop<'_> {
    /// The first screen is there: what its needs say is read, for all the others.
    pub(super) fn read_on_for_others(&mut self) -> bool {
        match self.read_texts() {
            Ok(()) => self.answer(),
            Err(error) => {
                // Whatever asks for them later tries again, and gets that for an answer.
                self.texts_put_off = false;
                (self.report)(Report::Failed { of: Asked::Nothing, error })
            }
        }
    }

    /// Reads what needs say, unless that is read.
    pub(super) fn read_texts(&mut self) -> Result<(), StoreError> {
        if self.silent {
            self.register = Arc::new(self.store.with_texts(&self.register)?);
            self.silent = false;
        }
        Ok(())
    }
}
