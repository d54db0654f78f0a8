//! The end of the write of a planned workshop: its message, and what is done where it is refused.

use super::super::record_form::RecordForm;
use super::code::free_code;
use crate::app::App;
use crate::app::state::notice::Notice;
use crate::domain::Kind;
use crate::store::{StoreError, Written};
use crate::text::Message;

impl App {
    /// Gives the message about a workshop that is written.
    pub(in crate::app::layers::form) fn planned(
        &self,
        open: &RecordForm,
        written: &Written,
    ) -> Option<Message> {
        let workshop = open.workshop.as_deref()?;
        let matches = written.added.iter().filter(|record| record.kind == Kind::Match).count();
        let message = Message::new("notice-planned")
            .with("code", open.form.typed("code"))
            .with("states", workshop.states_taking_part().len())
            .with("needs", matches);
        Some(message.with("key", self.key_of("triage.undo")))
    }

    /// Keeps a refused plan open and says what is to be done: another code where somebody has taken this one, other
    /// responses where somebody has changed them. False for what the form itself says.
    pub(in crate::app::layers::form) fn plan_refused(&mut self, error: &StoreError) -> bool {
        let Some(register) = self.register().cloned() else { return false };
        let taken = self.codes_taken().to_vec();
        let Some(open) = self.overlays.find_mut::<RecordForm>() else { return false };
        if open.workshop.is_none() {
            return false;
        }
        let message = match error {
            StoreError::Taken(record, ..) if record.kind == Kind::Activity => {
                let refused = open.form.typed("code");
                let code = free_code(&register.vocabulary, &taken, Some(refused.trim()));
                if let Some(place) = open.form.place("code") {
                    open.form.fields[place].put(&code);
                }
                Message::new("plan-code-taken").with("refused", refused).with("code", code)
            }
            StoreError::Conflict(found) => {
                let needs = found.iter().filter_map(|one| one.record.of_need());
                Message::new("plan-conflict").with("needs", needs.count())
            }
            _ => return false,
        };
        self.say(Notice::warning(message.with("save", self.key_of("form.save"))));
        true
    }
}
