//! The cache of results computed from the register: its states on earlier days, and the published
//! figures held against it.

use super::protocol::Verified;
use crate::domain::Day;
use crate::query::register::Register;
use crate::store::{AssistanceInFile, Store, StoreError};
use std::sync::Arc;

/// The number of cached days: the one shown, the one it is compared with, and one to go back and
/// forth to.
const KEPT: usize = 3;

/// Results computed from the register.
#[derive(Default)]
pub(super) struct History {
    /// The registers of earlier days, the one used last at the end.
    days: Vec<(Day, Arc<Register>)>,
    /// The published figures against the register as it is.
    pub(super) verified: Option<Arc<Verified>>,
    /// What the file alone holds of activities.
    pub(super) assistance: KeptAssistance,
}

/// What the file alone holds of activities and platforms, read once for a register.
#[derive(Default)]
pub(super) struct KeptAssistance(Option<(u64, Arc<AssistanceInFile>)>);

impl KeptAssistance {
    /// Reads it, unless it was read for the register with this stamp.
    pub(super) fn read(
        &mut self,
        store: &Store,
        stamp: u64,
    ) -> Result<Arc<AssistanceInFile>, StoreError> {
        if let Some((_, kept)) = self.0.as_ref().filter(|(of, _)| *of == stamp) {
            return Ok(Arc::clone(kept));
        }
        let read = Arc::new(store.assistance_in_file()?);
        self.0 = Some((stamp, Arc::clone(&read)));
        Ok(read)
    }
}

impl History {
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

    /// Forgets the results of a day and of those after it.
    pub(super) fn forget_since(&mut self, day: Day) {
        self.days.retain(|(kept, _)| *kept < day);
        if self.verified.as_ref().is_some_and(|verified| verified.looks_at(day)) {
            self.verified = None;
        }
    }

    /// Forgets everything: the register that it was computed from is replaced.
    pub(super) fn forget(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Access;
    use crate::worker::fixture::two_needs;

    #[test]
    fn three_days_are_kept_and_those_from_a_changed_day_on_forgotten() {
        let (_folder, path) = two_needs();
        let store = Store::open(&path, Access::ReadOnly).unwrap();
        let register = store.load(&mut |_| true).unwrap();
        let mut history = History::default();
        let mut on = |day| history.on(Day::from_number(day), &store, &register).unwrap();
        let first = on(20_000);
        on(20_001);
        assert!(Arc::ptr_eq(&first, &on(20_000)), "used again, and so kept longest");
        on(20_002);
        on(20_003);
        let kept = |history: &History| -> Vec<i32> {
            let mut days: Vec<i32> = history.days.iter().map(|(day, _)| day.number()).collect();
            days.sort_unstable();
            days
        };
        assert_eq!(kept(&history), [20_000, 20_002, 20_003]);
        history.forget_since(Day::from_number(20_002));
        assert_eq!(kept(&history), [20_000]);
        history.forget();
        assert!(kept(&history).is_empty());
    }
}
