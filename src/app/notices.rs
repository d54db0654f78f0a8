//! The message of the status line, and how long it stays: until a key that comes five seconds or more after it was
//! drawn, or one that leaves the screen.

use crate::app::App;
use crate::app::keys::context::KeyContext;
use crate::app::layers::form::RecordForm;
use crate::app::layers::merge::Merging;
use crate::app::state::notice::{Notice, NoticeKind};
use crate::app::state::sight::Sight;
use crate::domain::NeedNumber;
use crate::text::Message;
use std::time::Duration;

/// The screen or page in front, by its identity, and the number of the last message.
pub(in crate::app) type BeforeKey = (Front, u32);

/// The depth of the place, its context or that of the form over it, and the open need.
pub(in crate::app) type Front = (usize, KeyContext, Option<NeedNumber>);

impl App {
    /// Says a message in the place of the last one.
    pub(in crate::app) fn say(&mut self, notice: Notice) {
        self.messages.keep(self.now, &notice);
        self.notice = Some(notice);
        self.sight.say();
    }

    /// Says why a command could not be done.
    pub(in crate::app) fn warn(&mut self, id: &'static str) {
        self.say(Notice::warning(Message::new(id)));
    }

    /// Says an unsolicited message beside the present one.
    pub fn say_besides(&mut self, message: Message) {
        match &mut self.notice {
            Some(notice) => {
                notice.besides = Some(message);
                self.sight.say();
            }
            None => self.say(Notice::warning(message)),
        }
    }

    /// The question on top and the message, if the program has not been told that one of them was drawn
    /// ([`Drawn`](crate::app::Event::Drawn)).
    pub fn awaits_sight(&self) -> Option<Sight> {
        let asks = matches!(
            self.context(),
            KeyContext::Confirm | KeyContext::TakingBack | KeyContext::Matching
        ) || self.overlays.top::<Merging>().is_some();
        let says = self.notice.is_some() && !self.sight.has_drawn_message();
        let is_new = asks && !self.sight.has_seen_question() || says;
        let (question, message) = (self.sight.asked, self.sight.said);
        is_new.then_some(Sight { question, message })
    }

    /// Tells when the key that comes next was read, as the time since the program began.
    pub fn tell_read(&mut self, at: Duration) {
        self.sight.read(at);
    }

    /// Whether a key has been taken since the message in the status line was said.
    pub fn is_notice_passed(&self) -> bool {
        self.sight.is_passed()
    }

    /// Before a key: a message that was on the screen long enough goes.
    pub(in crate::app) fn before_key(&mut self) -> BeforeKey {
        if self.sight.has_read_message() {
            self.notice = None;
        }
        (self.front(), self.sight.said)
    }

    /// After a key: a message goes with the screen or page that it is about.
    pub(in crate::app) fn after_key(&mut self, (front, said): BeforeKey) {
        if self.sight.said == said && self.front() != front {
            self.notice = None;
        }
    }

    /// The identity of the screen, page or form in front.
    fn front(&self) -> Front {
        let place = self.place();
        let need = place.view.page().open_need().filter(|_| place.view.list().is_none());
        let form = self.overlays.find::<RecordForm>().map(|_| KeyContext::Form);
        (self.places.len(), form.unwrap_or(place.view.context()), need)
    }

    /// A command is run: a message that something has failed goes, another one stays until it has been on the screen
    /// long enough.
    pub(in crate::app) fn pass_notice(&mut self) {
        if self.notice.as_ref().is_some_and(|notice| notice.kind == NoticeKind::Failed) {
            self.notice = None;
        }
        self.sight.pass();
    }
}
