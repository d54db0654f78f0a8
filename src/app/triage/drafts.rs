//! Notes that were begun and not written: kept by the worker, offered wherever one left off.

use crate::app::App;
use crate::app::layers::notes::Notes;
use crate::app::state::notice::Notice;
use crate::app::state::place::{Screen, View};
use crate::app::state::waits::Wait;
use crate::domain::NeedNumber;
use crate::query::parse;
use crate::store::Draft;
use crate::text::{Message, Text};
use crate::worker::Request;
use std::collections::BTreeSet;

impl App {
    /// A draft could not be saved: the worker tries again.
    pub(in crate::app) fn draft_failed(&mut self, need: NeedNumber, why: &Message) {
        let first = self.drafts.unsaved(need).is_none();
        self.drafts.tried(need, Some(why.clone()));
        if first {
            let why = Text::of(self.settings.lang).say(why);
            let message = Message::new("notice-draft-failed").with("why", why);
            self.say(Notice::failed(message.with("need", need.to_string())));
        }
    }

    /// Says that a draft is saved which could not be saved before.
    pub(in crate::app) fn draft_saved(&mut self, need: NeedNumber) {
        self.drafts.tried(need, None);
        let message = Message::new("notice-draft-saved").with("need", need.to_string());
        self.say(Notice::done(message));
    }

    /// Asks for the drafts of earlier sessions, once the first screen is there.
    pub(in crate::app) fn ask_drafts(&mut self) {
        if self.is_nameless() {
            return; // drafts hold personal words
        }
        let ticket = self.ticket(Wait::Drafts);
        self.outbox.push(Request::Drafts(ticket));
    }

    /// Takes the user's drafts, and tells of those begun earlier.
    pub(in crate::app) fn offer_drafts(&mut self, drafts: Vec<Draft>) {
        let at_start = self.drafts.at_start();
        if let Some(newest) = drafts.first()
            && self.notice.is_none()
            && at_start
        {
            let message = Message::new("notice-drafts")
                .with("count", drafts.iter().map(|d| d.need).collect::<BTreeSet<_>>().len())
                .with("key", self.key_of("triage.drafts"))
                .with("need", newest.need.to_string());
            self.say(Notice::warning(message));
        }
        if at_start && self.notice.is_none() && !self.form_drafts.is_empty() {
            let message = Message::new("notice-form-drafts")
                .with("count", self.form_drafts.iter().count())
                .with("key", self.key_of("triage.drafts"));
            self.say(Notice::warning(message));
        }
        let open = self.overlays.find::<Notes>().filter(|notes| notes.editor.is_some());
        let open = open.map(|notes| notes.need);
        self.drafts.read(drafts, open, self.now);
    }

    /// Shows the forms that were begun, or else the needs on which notes were begun.
    pub(in crate::app) fn list_drafts(&mut self) {
        if self.form_drafts.is_empty() {
            self.list_noted();
        } else {
            self.list_form_drafts();
        }
    }

    /// Shows the needs on which notes were begun.
    pub(in crate::app) fn list_noted(&mut self) {
        let ids: Vec<String> = self.drafts.needs().map(|need| need.to_string()).collect();
        let filter = parse(&format!("id:{}", ids.join(","))).unwrap_or_default();
        self.push_on(self.as_of(), View::of(Screen::Needs), filter);
    }
}
