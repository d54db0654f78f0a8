//! Messages in the status line, and those that are said besides.

use crate::app::App;
use crate::app::state::notice::Notice;
use crate::text::Message;

impl App {
    /// Says something, and keeps it among the messages.
    pub(in crate::app) fn say(&mut self, notice: Notice) {
        self.messages.keep(self.now, &notice);
        self.notice = Some(notice);
    }

    /// Says what could not be done.
    pub(in crate::app) fn warn(&mut self, id: &'static str) {
        self.say(Notice::warning(Message::new(id)));
    }

    /// Says what nobody here has asked for, which is no reason to take away what is said already.
    pub(in crate::app) fn say_besides(&mut self, message: Message) {
        match &mut self.notice {
            Some(notice) => notice.besides = Some(message),
            None => self.say(Notice::warning(message)),
        }
    }
}
