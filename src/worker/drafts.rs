//! Drafts, the open need, and the state of the screens, of this session and of others.

use super::state::Loop;
use super::{Asked, Report, Ticket};
use crate::domain::{Moment, NeedNumber};
use crate::store::{Draft, KeptForm, LeftScreen};

/// Ticket 0: an unsolicited report.
const UNASKED: Ticket = 0;

impl Loop<'_> {
    /// Takes the open need, and reports those of other sessions if they changed.
    pub(super) fn open_need(&mut self, need: Option<NeedNumber>) -> bool {
        self.autosave.open(need);
        self.report_presence()
    }

    /// Takes the present state of the screens.
    pub(super) fn leave_screen(&mut self, left: LeftScreen) -> bool {
        self.leaving.take(left);
        true
    }

    /// Takes notes that are being typed, to be saved within a second.
    pub(super) fn take_draft(&mut self, need: NeedNumber, version: u32, text: String) -> bool {
        self.autosave.type_notes(Draft { need, text, version, at: Moment::now(), here: true });
        true
    }

    /// Drops the draft of notes that the user has given up.
    pub(super) fn drop_draft(&mut self, need: NeedNumber) -> bool {
        self.autosave.put_away(need);
        match self.store.drop_draft(&self.settings.who, need) {
            Ok(_) => true,
            Err(error) => (self.report)(Report::DraftFailed { need, error }),
        }
    }

    /// Takes the words typed into a form, saved within a second.
    pub(super) fn take_form(&mut self, form: String, version: u32, text: String) -> bool {
        self.autosave.type_form(KeptForm { form, text, version, at: Moment::now() });
        true
    }

    /// Drops the words of a form that the user has given up.
    pub(super) fn drop_form(&mut self, form: &str) -> bool {
        self.autosave.put_form_away(form);
        match self.store.drop_form_draft(&self.settings.who, form) {
            Ok(_) => true,
            Err(error) => self.failed(Asked::Nothing, error),
        }
    }

    /// Reports the user's drafts.
    pub(super) fn drafts(&mut self, ticket: Ticket) -> bool {
        match self.store.offered_drafts(&self.settings.who) {
            Ok(drafts) => {
                self.autosave.has_read(&drafts);
                // Drafts of notes are offered even if those of forms cannot be read.
                let forms = self.store.form_drafts(&self.settings.who).unwrap_or_default();
                (self.report)(Report::Drafts { ticket, drafts, forms })
            }
            Err(error) => self.failed(Asked::Ticket(ticket), error),
        }
    }

    /// Reports the open needs of other sessions if they changed since the last report.
    pub(super) fn report_presence(&mut self) -> bool {
        self.autosave.look(&self.store).is_none_or(self.report)
    }

    /// Reports changes of presence, and the user's drafts if another session of the user changed them.
    pub(super) fn look_at_others(&mut self) -> bool {
        if !self.report_presence() {
            return false;
        }
        if !self.store.names_states() {
            return true; // drafts hold personal words
        }
        match self.store.drafts(&self.settings.who) {
            Ok(drafts) if self.autosave.has_read(&drafts) => true,
            Ok(drafts) => {
                (self.report)(Report::Drafts { ticket: UNASKED, drafts, forms: Vec::new() })
            }
            Err(error) => self.failed(Asked::Nothing, error),
        }
    }
}
