//! The commands in a form: moving between fields, saving, discarding. A refused write leaves the form open with its
//! words, at the refused field if the error names one.

use super::record_form::RecordForm;
use crate::app::App;
use crate::app::state::assistance::SIGNED;
use crate::app::state::form::field::FieldInput;
use crate::app::state::notice::Notice;
use crate::app::state::pending::Pending;
use crate::app::state::waits::Wait;
use crate::domain::{Coded, Kind, Record};
use crate::fields::RecordField;
use crate::store::{Edited, RecordEdit, StoreError, Written};
use crate::text::{Arg, Message};
use crate::worker::Request;

impl App {
    /// Checks the current field and moves to another one, `by` fields on. Forwards, it first takes the offer for the
    /// typed words.
    pub(in crate::app) fn leave_field(&mut self, by: isize) {
        let Some(register) = self.register().cloned() else { return };
        self.with(|open: &mut RecordForm, app| {
            if by > 0
                && let Some(known) = app.known()
                && open.form.take_offer(known)
            {
                app.keep_form(open);
            }
            open.form.check(&register.vocabulary, app.today());
            if open.form.name_referred(&register.vocabulary, app.text()) {
                app.keep_form(open);
            }
            open.step(by);
            app.look_for_alike(open);
        });
    }

    /// Breaks the line in a text, else moves to the next field with the offer taken; on the last field, saves the form.
    pub(in crate::app) fn enter_in_form(&mut self) {
        let Some(open) = self.overlays.top::<RecordForm>() else { return };
        let is_text =
            open.form.current().is_some_and(|own| matches!(own.input, FieldInput::Lines(_)));
        // Behind the last field of a plan come its parts.
        match (is_text, open.form.is_at_end() && open.workshop.is_none()) {
            (true, _) => self.edit_text(crate::app::state::text_edit::TextEdit::NewLine),
            (false, true) => self.save_form(),
            (false, false) => self.leave_field(1),
        }
    }

    /// Sends the typed values to be written; the form stays open until the worker confirms.
    pub(in crate::app) fn save_form(&mut self) {
        if self.is_planning() {
            return self.ask_plan();
        }
        let Some(register) = self.register().cloned() else { return };
        let edit = self.with(|open: &mut RecordForm, app| {
            if let Some(known) = app.known() {
                open.form.take_offer(known);
            }
            open.form.take_language_guess();
            open.form.take_day(&register.vocabulary);
            let edit = open.form.edit(&register.vocabulary, app.today());
            open.waits = edit.is_some();
            Some((edit?, open.key()))
        });
        match edit.flatten() {
            Some((mut edit, key)) => {
                self.sign_match(&mut edit);
                self.send_records(vec![edit], Some(key.clone()), Pending::Form(key));
            }
            None => self.say_problem(),
        }
    }

    /// Writes down with a new match who made it and when: in a register with a day of its own, on that day.
    pub(super) fn sign_match(&self, edit: &mut RecordEdit) {
        if edit.record != Edited::New(Kind::Match) {
            return;
        }
        let own_day = self.register().and_then(|register| register.own_day);
        let at = self.now.on(own_day).seconds().to_string();
        let signed = SIGNED.into_iter().zip([self.settings.who.clone(), at]);
        let field = |code| RecordField::from_code(Kind::Match, code);
        let values =
            signed.into_iter().filter_map(|(code, value)| Some((field(code)?, Some(value))));
        edit.values.extend(values);
    }

    /// Says why the current field cannot be written.
    pub(super) fn say_problem(&mut self) {
        let Some(open) = self.overlays.top::<RecordForm>() else { return };
        let problem = open.form.current().and_then(|own| own.problem.clone());
        if let Some(problem) = problem {
            self.say(Notice::warning(problem));
        }
    }

    /// Sends edits of records to be written.
    pub(super) fn send_records(
        &mut self,
        edits: Vec<RecordEdit>,
        form: Option<String>,
        pending: Pending,
    ) {
        let ticket = self.ticket(Wait::Write(pending));
        self.outbox.push(Request::Edit { ticket, edits, note: String::new(), form });
    }

    /// Takes the result of the write of a form.
    pub(in crate::app) fn form_written(
        &mut self,
        key: &str,
        result: Result<Option<Written>, StoreError>,
    ) {
        match result {
            Ok(written) => self.form_is_safe(key, &written.unwrap_or_default()),
            Err(error) => self.form_refused(&error),
        }
    }

    /// Closes the written form, or goes on to the next need of the sitting.
    fn form_is_safe(&mut self, key: &str, written: &Written) {
        self.form_drafts.remove(key);
        self.detail_is_old();
        self.ask_log();
        self.own_is_seen(&written.needs);
        let open =
            self.overlays.find::<RecordForm>().filter(|open| open.waits && open.key() == key);
        let is_sitting = open.is_some_and(|open| open.sitting.is_some());
        let goes_on = is_sitting || open.is_some_and(|open| !open.pasted.is_empty());
        let record = written.added.first().copied().or(open.and_then(|open| open.form.record));
        // The form may have been closed during the write.
        let is_open = open.is_some();
        let is_self = open.is_some_and(|open| {
            record_is_added(written, Kind::Person) && open.form.typed("code") == self.settings.who
        });
        let planned = open.and_then(|open| self.planned(open, written));
        let Some(record) = record else { return };
        let doubt = open.filter(|_| record_is_added(written, Kind::Match));
        let doubt = doubt.and_then(|open| self.doubt_about(open));
        let name = open.map(|open| open.form.name(self.text())).unwrap_or_default();
        if !is_open {
            return self.say(Notice::done(self.saved(written, record, &name)));
        }
        if goes_on {
            self.sit_on(record);
        } else {
            self.overlays.remove::<RecordForm>();
        }
        let message = if is_self {
            let own = Message::new("notice-own-post").with("who", self.settings.who.clone());
            own.with("key", self.key_of("triage.undo"))
        } else {
            planned.unwrap_or_else(|| self.saved(written, record, &name))
        };
        self.say(Notice { besides: doubt, ..Notice::done(message) });
        if goes_on {
            self.go_on_with_form();
            self.with(|open: &mut RecordForm, app| {
                app.keep_form(open);
                app.look_for_alike(open);
            });
        }
    }

    /// Gives the message about a written record, called by its name, else by its number.
    fn saved(&self, written: &Written, record: Record, name: &str) -> Message {
        let id = match (written.batch, written.added.is_empty()) {
            (None, _) => return Message::new("notice-no-change"),
            (Some(_), true) => "notice-record-changed",
            (Some(_), false) => "notice-record-added",
        };
        Message::new(id)
            .with("kind", Arg::Named(format!("record-{}", record.kind.code())))
            .with(
                "record",
                if name.is_empty() { record.number.to_string() } else { name.to_owned() },
            )
            .with("key", self.key_of("triage.undo"))
    }

    /// Keeps a refused form open, with the reason at its field.
    fn form_refused(&mut self, error: &StoreError) {
        let (Some(register), text) = (self.register().cloned(), self.text()) else { return };
        let is_plan = self.plan_refused(error);
        let Some(open) = self.overlays.find_mut::<RecordForm>() else {
            return self.say_failed(error);
        };
        if is_plan {
            // It is said what is to be done.
        } else if let StoreError::Conflict(found) = error {
            open.form.take_conflicts(found, &register.vocabulary, text);
            let message = Message::new("notice-form-conflict");
            let message = message.with("theirs", self.key_of("form.theirs"));
            self.say(Notice::warning(message.with("mine", self.key_of("form.save"))));
        } else {
            open.form.take_refusal(error);
            self.say_failed(error);
        }
        self.go_on_with_form();
    }

    /// Whether another user has written to the current field.
    pub(in crate::app) fn has_theirs_in_form(&self) -> Result<(), &'static str> {
        let open = self.overlays.top::<RecordForm>();
        let own = open.and_then(|open| open.form.current());
        own.and_then(|own| own.theirs.as_ref()).map(drop).ok_or("reason-no-theirs")
    }

    /// Takes another user's value into the current field.
    pub(in crate::app) fn take_theirs_in_form(&mut self) {
        self.with(|open: &mut RecordForm, app| {
            open.form.take_theirs();
            app.keep_form(open);
        });
    }

    /// Discards the typed words; leaves a form without any.
    pub(in crate::app) fn discard_form(&mut self) {
        let Some(open) = self.overlays.top::<RecordForm>() else { return };
        if !open.differs() && open.pasted.is_empty() {
            return self.close_overlay();
        }
        let again = Message::new("notice-form-discarded").with("key", self.key_of("form.discard"));
        self.say(Notice::done(again));
        self.with(|open: &mut RecordForm, app| {
            open.form.discard();
            if let Some(workshop) = &mut open.workshop {
                workshop.discard();
            }
            open.pasted.clear();
            app.keep_form(open);
            app.look_for_alike(open);
        });
    }
}

/// Whether a write added a record of a kind.
fn record_is_added(written: &Written, kind: Kind) -> bool {
    written.added.iter().any(|record| record.kind == kind)
}

impl crate::app::state::form::Form {
    /// Gives the field at which a correction begins: the first one that may change.
    /// A need's review and State are hardly ever corrected: its articles come first.
    pub(super) fn first_to_change(&self) -> usize {
        if let (Kind::Need, Some(articles)) = (self.kind, self.place("article")) {
            return articles;
        }
        self.fields.iter().position(|own| !own.field.is_given_once()).unwrap_or(0)
    }
}
