//! A sitting: needs of a review are entered in a row, and earlier ones opened again.

use super::record_form::RecordForm;
use crate::app::App;
use crate::app::state::form::Form;
use crate::app::state::waits::RecordFor;
use crate::domain::{Kind, NeedNumber, Record};

impl App {
    /// Whether the form on top belongs to a sitting.
    pub(in crate::app) fn is_sitting(&self) -> Result<(), &'static str> {
        let open = self.overlays.top::<RecordForm>();
        open.and_then(|open| open.sitting.as_ref()).map(drop).ok_or("reason-no-sitting")
    }

    /// Whether a need was entered in the sitting.
    pub(in crate::app) fn has_entered(&self) -> bool {
        let open = self.overlays.top::<RecordForm>();
        let sitting = open.and_then(|open| open.sitting.as_ref());
        sitting.is_some_and(|sitting| !sitting.entered.is_empty())
    }

    /// Goes on after a need of the sitting is saved: to the need begun before, else to a new one.
    pub(super) fn sit_on(&mut self, record: Record) {
        let Some(open) = self.overlays.find_mut::<RecordForm>() else { return };
        if let Some(sitting) = &mut open.sitting {
            sitting.take(NeedNumber::new(record.number), &open.form);
        }
        let next = open.next.take();
        open.form = next.unwrap_or_else(|| open.next_form());
        (open.alike, open.alike_to) = (Vec::new(), None);
    }

    /// Opens the need before or after in the sitting; the last one is followed by the need to be entered.
    pub(in crate::app) fn reopen_in_sitting(&mut self, by: isize) {
        let Some(open) = self.overlays.top_mut::<RecordForm>() else { return };
        let Some(sitting) = &mut open.sitting else { return };
        let Some(target) = sitting.step(by) else { return };
        // The draft of the need that is left keeps its typed words.
        let Some(at) = target else {
            sitting.open = None;
            if let Some(next) = open.next.take() {
                open.form = next;
            }
            return;
        };
        let need = sitting.entered[at].need;
        if sitting.open.is_none() {
            open.next = Some(open.form.clone());
        }
        sitting.open = Some(at);
        open.waits = true;
        open.form = Form { at: open.form.at, ..Form::new(Kind::Need) };
        self.ask_record(Record::need(need), RecordFor::Form);
    }
}
