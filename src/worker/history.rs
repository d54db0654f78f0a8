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

/// What the file alone holds of activities and platforms, read once until something of it may have changed.
#[derive(Default)]
pub(super) struct KeptAssistance(Option<Kept>);

struct Kept {
    /// The earlier day that it is of, where the file of then is another.
    day: Option<Day>,
    /// The version of the file at the reading; it changes with every commit of another connection.
    data_version: i64,
    /// The newest change of the log then.
    change: i64,
    file: Arc<AssistanceInFile>,
}

impl Kept {
    /// Whether nothing of it has changed since.
    fn holds(&self, store: &Store) -> Result<bool, StoreError> {
        Ok(store.data_version()? == self.data_version
            && !store.is_assistance_changed(self.change)?)
    }
}

impl KeptAssistance {
    /// Forgets it: the store was opened anew, and its numbers do not fit.
    pub(super) fn forget(&mut self) {
        self.0 = None;
    }

    /// Reads that of a day, unless what was read still holds.
    pub(super) fn read(
        &mut self,
        store: &Store,
        day: Option<Day>,
    ) -> Result<Arc<AssistanceInFile>, StoreError> {
        let day = store.day_of_file(day);
        let of_day = self.0.as_ref().filter(|kept| kept.day == day);
        let holds = of_day.map(|kept| kept.holds(store)).transpose()?;
        // A write between the numbers and the reading is then read twice, rather than never.
        let (data_version, change) = (store.data_version()?, store.last_change()?);
        let file = match self.0.take() {
            Some(kept) if holds == Some(true) => kept.file,
            _ => Arc::new(store.file_on(day)?.assistance_in_file()?),
        };
        self.0 = Some(Kept { day, data_version, change, file: Arc::clone(&file) });
        Ok(file)
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
    use crate::domain::{Change, Edit, Kind, NeedNumber, Priority};
    use crate::fields::RecordField;
    use crate::store::{Access, Edited, RecordEdit, RecordWrite, Write};
    use crate::worker::fixture::two_needs;

    #[test]
    fn what_the_file_holds_of_activities_is_read_again_when_it_may_have_changed_and_not_after_triage()
     {
        let (_folder, path) = two_needs();
        let open = || Store::open(&path, Access::ReadWrite).unwrap();
        let (store, other) = (open(), open());
        let mut kept = KeptAssistance::default();
        let read = |kept: &mut KeptAssistance| kept.read(&store, None).unwrap();
        let triage = |store: &Store, priority: Priority| {
            let (need, change) = (NeedNumber::new(1), Change::Priority(Some(priority)));
            let edits = vec![Edit { need, change, if_version: None }];
            store.write(&Write { who: "me".into(), note: String::new(), edits }).unwrap();
        };
        let first = read(&mut kept);
        triage(&store, Priority::High);
        assert!(Arc::ptr_eq(&first, &read(&mut kept)), "a need alone has another value");
        let value =
            |code| (RecordField::from_code(Kind::Theme, code).unwrap(), Some("x".to_owned()));
        let values = ["code", "name.en"].map(value).to_vec();
        let record = Edited::New(Kind::Theme);
        let edits = vec![RecordEdit { record, values, void: None, if_version: None }];
        store.edit(&RecordWrite { who: "me".into(), note: String::new(), edits }).unwrap();
        let second = read(&mut kept);
        assert!(!Arc::ptr_eq(&first, &second), "another record was written");
        triage(&other, Priority::Low);
        let third = read(&mut kept);
        assert!(!Arc::ptr_eq(&second, &third), "another program may have written anything");
        assert!(Arc::ptr_eq(&third, &read(&mut kept)));
        kept.forget();
        assert!(!Arc::ptr_eq(&third, &read(&mut kept)));
    }

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
