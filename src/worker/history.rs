//! Registers of earlier days: worked out when they are asked for, and kept until what they were
//! worked out from changes.

use crate::domain::Day;
use crate::query::register::Register;
use crate::store::{Store, StoreError};
use std::sync::Arc;

/// How many days are kept: the one that is shown, one that it is compared with, and one to which
/// somebody goes back and forth.
const KEPT: usize = 3;

/// The registers that are kept, the one used last at the end.
#[derive(Default)]
pub(super) struct Past {
    days: Vec<(Day, Arc<Register>)>,
}

impl Past {
    /// The register as it was at the end of a day.
    pub(super) fn on(
        &mut self,
        day: Day,
        store: &Store,
        register: &Register,
    ) -> Result<Arc<Register>, StoreError> {
        let kept = self.days.iter().position(|(kept, _)| *kept == day);
        let found = match kept {
            Some(place) => self.days.remove(place).1,
            None => Arc::new(store.as_of(register, day)?),
        };
        if self.days.len() >= KEPT {
            self.days.remove(0);
        }
        self.days.push((day, Arc::clone(&found)));
        Ok(found)
    }

    /// Forgets a day and those after it.
    pub(super) fn forget_since(&mut self, day: Day) {
        self.days.retain(|(kept, _)| *kept < day);
    }

    /// Forgets what was worked out from a register that is no more.
    pub(super) fn forget(&mut self) {
        self.days.clear();
    }
}
