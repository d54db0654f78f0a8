//! The news since the last visit of the person who works: asked for, shown on a page, marked in lists.

use crate::app::App;
use crate::app::state::notice::Notice;
use crate::app::state::screens::{News, View};
use crate::app::state::waits::Wait;
use crate::query::Filter;
use crate::store::Seen;
use crate::text::Message;
use crate::worker::{NewsOfNeeds, NewsWanted, Request};

impl App {
    /// Gives the last change that the user has seen; `None` if the user has not left the program yet.
    fn seen_until(&self) -> Option<Seen> {
        self.settings.last_visit.as_ref().and_then(|visit| visit.seen)
    }

    /// Whether news can be shown: they are of a person, and of the register as it is.
    pub(in crate::app) fn can_show_news(&self) -> Result<(), &'static str> {
        let is_now = self.as_of().is_none() && !self.is_nameless();
        if is_now { Ok(()) } else { Err("reason-no-news") }
    }

    /// Opens the page of news.
    pub(in crate::app) fn open_news(&mut self) {
        self.push_page(View::News(News::since(self.seen_until())));
        self.ask_news();
    }

    /// Asks for the news that the page on top shows.
    pub(in crate::app) fn ask_news(&mut self) {
        let View::News(News { since: Some(since), .. }) = self.place().view else { return };
        let wanted = NewsWanted { since, filter: self.place().asked(), overdue: true };
        let ticket = self.ticket(Wait::News);
        self.outbox.push(Request::News { ticket, wanted });
    }

    /// Asks at the start which needs others have changed, for their sign in lists.
    pub(in crate::app) fn ask_what_others_did(&mut self) {
        let Some(since) = self.seen_until().filter(|_| !self.is_nameless()) else { return };
        let wanted = NewsWanted { since, filter: Filter::default(), overdue: false };
        let ticket = self.ticket(Wait::WhatOthersDid);
        self.outbox.push(Request::News { ticket, wanted });
    }

    /// The news go onto the page that asked for them.
    pub(in crate::app) fn news_read(&mut self, news: NewsOfNeeds) {
        if let View::News(page) = &mut self.place_mut().view {
            page.take(news);
            self.anchor(self.settings.lang);
        }
    }

    /// Needs that others have changed have their sign in lists until they are looked at; their number is said.
    pub(in crate::app) fn others_did(&mut self, news: &NewsOfNeeds) {
        self.foreign.extend(news.changed.iter().copied());
        if !news.changed.is_empty() {
            let message = Message::new("notice-news").with("count", news.changed.len());
            let message = message.with("key", self.key_of("history.since"));
            match &mut self.notice {
                Some(notice) => notice.besides = Some(message),
                None => self.say(Notice::done(message)),
            }
        }
    }

    /// Another part of the page is shown.
    pub(in crate::app) fn turn_news(&mut self) {
        self.anchor(self.settings.lang);
    }
}
