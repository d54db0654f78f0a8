//! Turning the names of States off and on while the program runs.
//!
//! Without names the program is another one, which has read nothing yet: the data read with names
//! stay behind with the old one, and come back with it, as they were.

use crate::app::App;
use crate::app::anonymous::strip;
use crate::app::state::facets::Facets;
use crate::app::state::notice::Notice;
use crate::app::state::screens::View;
use crate::app::state::settings::Settings;
use crate::app::state::waits::Wait;
use crate::text::Message;
use crate::worker::{Report, Request};
use std::mem;

impl App {
    /// Whether no State is named.
    pub fn is_nameless(&self) -> bool {
        self.settings.no_names || self.named.is_some()
    }

    /// Whether names can be turned off or on now.
    pub(in crate::app) fn can_turn_names(&self) -> Result<(), &'static str> {
        if self.settings.no_names {
            // started anonymous: there may be bystanders
            return Err("reason-names-stay");
        }
        match (self.is_writing(), self.register()) {
            (true, _) => Err("reason-writing"),
            (false, None) => Err("reason-reading"),
            (false, Some(_)) => Ok(()),
        }
    }

    /// Withholds the names of States from now on; or shows them again, with everything as it was before.
    pub(in crate::app) fn turn_names(&mut self) {
        self.change_over();
        let ticket = self.ticket(Wait::Names);
        self.outbox.push(Request::Names { ticket, named: !self.is_nameless() });
        self.ask_all();
    }

    /// Whether a report was read before the names were turned off or on: it may hold names that are
    /// off now.
    pub(in crate::app) fn is_of_before(&self, report: &Report) -> bool {
        self.awaits_names()
            && matches!(
                report,
                Report::Answered(_)
                    | Report::Meant { .. }
                    | Report::Progress { .. }
                    | Report::Detail { .. }
                    | Report::Alike { .. }
                    | Report::Record { .. }
                    | Report::Log { .. }
                    | Report::Batch { .. }
                    | Report::News { .. }
                    | Report::Views { .. }
                    | Report::Drafts { .. }
                    | Report::Present(_)
            )
    }

    /// Takes the worker's report whether States are named in its later reports.
    pub(in crate::app) fn names_are(&mut self, named: bool) {
        if named == self.is_nameless() {
            // it could not be done, and why has been said
            let notice = self.notice.take();
            self.change_over();
            self.notice = notice;
            self.ask_all();
        }
    }

    /// Puts the program without names in the place of the one with names, or the other way round.
    fn change_over(&mut self) {
        let Some(mut named) = self.named.take() else { return self.take_names() };
        named.foreign.extend(self.foreign.iter());
        let Settings { lang, palette, size, mouse, .. } = self.settings;
        (named.settings.lang, named.settings.palette) = (lang, palette);
        (named.settings.size, named.settings.mouse) = (size, mouse);
        named.go_on_from(self);
        *self = *named;
        let key = self.key_of("view.names");
        self.say(Notice::done(Message::new("notice-names-on").with("key", key)));
    }

    fn take_names(&mut self) {
        let Some(register) = self.register() else { return };
        let (places, left_out) = strip::places(&self.places, &register.vocabulary);
        // The user may hold the post of a State.
        let settings = Settings {
            who: String::new(),
            read_only: true,
            notices: Vec::new(),
            now: self.now,
            ..self.settings.clone()
        };
        let mut fresh = Self::new(settings);
        fresh.places = places;
        // The filter that the program was started with may name a State.
        mem::take(&mut fresh.earlier);
        fresh.left =
            self.left.iter().map(|left| left.as_ref().and_then(View::without_names)).collect();
        fresh.facets = Facets {
            shown: self.facets.shown,
            unfolded: self.facets.unfolded.clone(),
            ..Facets::default()
        };
        fresh.measure = self.measure;
        fresh.compared = self.compared;
        fresh.chosen = self.chosen.clone();
        fresh.selected = self.selected.clone();
        fresh.foreign = self.foreign.clone();
        fresh.later.clone_from(&self.later);
        fresh.go_on_from(self);
        let mut named = mem::replace(self, fresh);
        named.forget_what_was_read();
        self.named = Some(Box::new(named));
        let id = if left_out { "notice-names-off-filter" } else { "notice-names-off" };
        self.say(Notice::done(Message::new(id).with("key", self.key_of("view.names"))));
    }

    /// Takes over the requests, tickets and announced need, which the worker and other sessions know.
    fn go_on_from(&mut self, other: &mut Self) {
        self.waits.clear();
        self.question = other.question;
        self.now = other.now;
        (self.tickets, self.told) = (other.tickets, other.told);
        self.tour = other.tour.take();
        self.unread = mem::take(&mut other.unread);
        self.outbox = mem::take(&mut other.outbox);
    }

    /// Drops the data read with names, and stops waiting for answers.
    fn forget_what_was_read(&mut self) {
        (self.answer, self.detail, self.notice, self.attended) = (None, None, None, None);
        self.offers = None;
        self.waits.clear();
        self.present.clear();
        for place in &mut self.places {
            if let View::History(history) = &mut place.view {
                history.forget();
            }
            if let View::News(news) = &mut place.view {
                news.found = None;
            }
        }
    }

    /// Asks for everything that the place on top shows.
    fn ask_all(&mut self) {
        self.ask();
        self.ask_page();
    }
}
