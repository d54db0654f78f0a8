//! Opens forms: of a new record with values from the current place, or of the record under the cursor.

use super::pasted;
use super::record_form::{Early, RecordForm};
use crate::app::App;
use crate::app::state::assistance::Section;
use crate::app::state::form::offers::Known;
use crate::app::state::form::sitting::Sitting;
use crate::app::state::form::{Form, words};
use crate::app::state::notice::Notice;
use crate::app::state::screens::View;
use crate::app::state::waits::{RecordFor, Wait};
use crate::domain::{Kind, Record};
use crate::entry::{day_identified, passages};
use crate::store::WholeRecord;
use crate::text::{Message, Named};
use crate::worker::Request;

/// The key under which a draft keeps the rest of a pasted passage, beside the codes of fields.
const PASTED: &str = "(pasted)";

impl App {
    /// Gives the data for offers in forms; `None` before the register is read.
    pub fn known(&self) -> Option<Known<'_>> {
        let register = self.register()?;
        Some(Known { register, context: self.query_context(), text: self.text() })
    }

    /// Opens the form of a new record of the current place's kind: on a review's page a sitting, on a need a similar
    /// need.
    pub(in crate::app) fn new_record_here(&mut self) {
        match (self.kind_here(), &self.place().view) {
            (_, View::Assistance(page)) if page.section == Section::Shared => self.plan_workshop(),
            (Kind::Need, View::Review(_)) => self.begin_sitting(),
            (Kind::Need, View::Need(_) | View::Triage(_)) => match self.current_need() {
                Some(need) => {
                    let record = Record::need(need.id());
                    self.open_waiting(Form::new(Kind::Need), record, RecordFor::Like);
                }
                None => self.new_record(Kind::Need),
            },
            (Kind::Match, _) => self.match_here(),
            (kind, _) => self.new_record(kind),
        }
    }

    /// Opens the form of a new record of a kind.
    pub(in crate::app) fn new_record(&mut self, kind: Kind) {
        let mut form = Form::new(kind);
        if let (Kind::Need, View::State(page), Some(vocabulary)) =
            (kind, &self.place().view, self.vocabulary())
            && let Some(state) = vocabulary.states.get(usize::from(page.place))
        {
            form.carry("state", state.in_lang(self.settings.lang));
            form.go_to("article");
        }
        self.show_form(RecordForm::new(form));
    }

    /// Begins a sitting for the review of the current place: the one under the cursor, or the one whose page it is.
    pub(in crate::app) fn begin_sitting(&mut self) {
        if let Some(review) = self.review_here() {
            self.begin_sitting_of(review);
        }
    }

    /// Begins a sitting for a review: its needs are entered one after the other.
    pub(super) fn begin_sitting_of(&mut self, record: Record) {
        let Some(vocabulary) = self.vocabulary() else { return };
        let review = vocabulary.reviews.iter().find(|one| one.id == i64::from(record.number));
        let Some(review) = review else { return };
        let mut form = Form::new(Kind::Need);
        form.carry("review", &words::review_in_words(review, vocabulary, self.text()));
        if let Some(state) = vocabulary.states.get(usize::from(review.state)) {
            form.carry("state", state.in_lang(self.settings.lang));
        }
        if let Some(day) = day_identified(Some(&review.id.to_string()), None, vocabulary) {
            form.carry("identified", &day.to_string());
        }
        form.go_to("article");
        let mut opened = RecordForm::new(form);
        opened.sitting = Some(Sitting::new(record.number, self.now));
        self.show_form(opened);
    }

    /// Opens the form of the record under the cursor, with its values from the file.
    pub(in crate::app) fn edit_record_here(&mut self) {
        if let Some(record) = self.record_here() {
            self.correct(record);
        }
    }

    /// Opens a form that waits for a record from the file.
    pub(super) fn open_waiting(&mut self, form: Form, record: Record, wanted: RecordFor) {
        self.show_waiting(form);
        self.ask_record(record, wanted);
    }

    /// Shows a form that waits for its record.
    pub(in crate::app) fn show_waiting(&mut self, form: Form) {
        self.overlays.push(RecordForm { waits: true, ..RecordForm::new(form) });
    }

    /// Asks the worker for a record from the file.
    pub(super) fn ask_record(&mut self, record: Record, wanted: RecordFor) {
        let ticket = self.ticket(Wait::Record(wanted));
        self.outbox.push(Request::Record { ticket, record });
    }

    /// Takes a record that was asked for.
    pub(in crate::app) fn record_read(&mut self, wanted: RecordFor, whole: &WholeRecord) {
        match wanted {
            RecordFor::Form => self.fill_form(whole),
            RecordFor::Like => self.fill_like(whole),
            RecordFor::Step => self.write_step(whole),
        }
    }

    /// Closes the form whose record cannot be read.
    pub(in crate::app) fn record_unread(&mut self, wanted: RecordFor) {
        if wanted != RecordFor::Step {
            self.overlays.remove::<RecordForm>();
        }
    }

    fn fill_form(&mut self, whole: &WholeRecord) {
        let (Some(register), text) = (self.register().cloned(), self.text()) else { return };
        if !whole.is_there {
            self.warn("form-void");
        }
        let Some(open) = self.overlays.find_mut::<RecordForm>().filter(|open| open.waits) else {
            return;
        };
        let at = open.form.at;
        open.form = Form::of(whole, &register.vocabulary, text);
        open.form.at = at;
        if open.sitting.is_none() {
            open.form.at = open.form.first_to_change();
        }
        self.begin_form();
    }

    /// Fills the form of a new need with the values that a sitting carries on from another need.
    fn fill_like(&mut self, whole: &WholeRecord) {
        let (Some(register), text) = (self.register().cloned(), self.text()) else { return };
        let Some(open) = self.overlays.find_mut::<RecordForm>().filter(|open| open.waits) else {
            return;
        };
        open.form = Form::of(whole, &register.vocabulary, text).next_need();
        self.begin_form();
    }

    /// Shows a form that has all its data.
    pub(super) fn show_form(&mut self, form: RecordForm) {
        self.overlays.push(form);
        self.begin_form();
    }

    /// Puts the draft into the form on top, then the keys that came early.
    fn begin_form(&mut self) {
        let Some(open) = self.overlays.find_mut::<RecordForm>() else { return };
        let key = open.key();
        if let Some(draft) = self.form_drafts.get(&key).cloned() {
            if let Some(open) = self.overlays.find_mut::<RecordForm>() {
                open.form.take_draft(&draft);
                if let Some(workshop) = &mut open.workshop {
                    workshop.take(&draft.typed);
                }
                let rest = draft.typed.get(PASTED).map(|rest| passages(rest));
                open.pasted = rest.unwrap_or_default().into();
            }
            let message = Message::new("notice-form-draft-offered");
            let message = message.with("at", draft.at.minute());
            self.say(Notice::done(message.with("key", self.key_of("form.discard"))));
        }
        self.go_on_with_form();
        self.with(|open: &mut RecordForm, app| app.look_for_alike(open));
    }

    /// Has the form on top take keys again, the early ones first.
    pub(super) fn go_on_with_form(&mut self) {
        let Some(open) = self.overlays.find_mut::<RecordForm>() else { return };
        open.waits = false;
        for early in std::mem::take(&mut open.early) {
            match early {
                Early::Key(key) => self.key(key),
                Early::Text(text, is_typed) => {
                    self.enter(&text, is_typed);
                }
            }
        }
    }

    /// Keeps the typed words as a draft; drops the draft if no field differs.
    pub(super) fn keep_form(&mut self, open: &RecordForm) {
        if self.settings.read_only || open.waits {
            return;
        }
        let key = open.key();
        match open.draft(self.now) {
            Some(mut draft) => {
                if !open.pasted.is_empty() {
                    draft.typed.insert(PASTED.to_owned(), pasted::as_text(open.pasted.iter()));
                }
                let (version, text) = (draft.version, draft.text());
                self.outbox.push(Request::FormDraft { form: key, version, text });
                self.form_drafts.put(draft);
            }
            None if self.form_drafts.remove(&key) => {
                self.outbox.push(Request::DropFormDraft(key));
            }
            None => {}
        }
    }

    /// Says, as a form closes, that its draft is kept, or how many needs the sitting has entered.
    pub(super) fn left_form(&mut self, open: &RecordForm) {
        if self.form_drafts.get(&open.key()).is_some() {
            self.say(Notice::warning(Message::new("notice-form-draft-kept")));
        } else if let Some(sitting) = open.sitting.as_ref().filter(|of| !of.entered.is_empty()) {
            let message = Message::new("notice-sitting-ended");
            self.say(Notice::done(message.with("count", sitting.entered.len())));
        }
    }
}
