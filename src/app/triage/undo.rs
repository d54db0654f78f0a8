//! Undo and redo. The last write of this session is taken back at once. Writes of an earlier session, and those that
//! others have written over, are shown first: fields, time, and needs.

use crate::app::App;
use crate::app::state::list::Rows;
use crate::app::state::notice::Notice;
use crate::app::state::pending::Pending;
use crate::app::state::place::View;
use crate::app::state::waits::Wait;
use crate::domain::NeedNumber;
use crate::text::Message;
use crate::worker::{Request, TakeBack, Way};

impl App {
    pub(in crate::app) fn undo(&mut self) {
        self.ask_back(TakeBack { way: Way::Undo, passed: Vec::new(), sure: None });
    }

    pub(in crate::app) fn redo(&mut self) {
        self.ask_back(TakeBack { way: Way::Redo, passed: Vec::new(), sure: None });
    }

    pub(in crate::app) fn ask_back(&mut self, asked: TakeBack) {
        let ticket = self.ticket(Wait::Write(Pending::TakeBack(asked.clone())));
        self.outbox.push(Request::TakeBack { ticket, asked });
    }

    /// Says that there is nothing to undo or redo.
    pub(in crate::app) fn nothing_to_take_back(&mut self, asked: Option<&TakeBack>) {
        let id = match asked {
            Some(TakeBack { way: Way::Redo, passed, .. }) if passed.is_empty() => {
                "notice-nothing-to-redo"
            }
            Some(TakeBack { way: Way::Redo, .. }) => "notice-nothing-before-redo",
            Some(TakeBack { passed, .. }) if !passed.is_empty() => "notice-nothing-before",
            _ => "notice-nothing-to-undo",
        };
        self.say(Notice::warning(Message::new(id)));
    }

    /// Puts the cursor of the queue on a need that was taken back.
    pub(in crate::app) fn return_to(&mut self, id: NeedNumber) {
        let lang = self.settings.lang;
        if !matches!(self.place().view, View::Triage(_)) {
            return;
        }
        let rows = Self::identities(self.answer.as_deref(), &self.place().view, lang);
        let Some(row) = rows.find(id.get()) else { return };
        if let Some(list) = self.place_mut().view.list_mut() {
            (list.current, list.row) = (Some(id.get()), row);
        }
        self.release();
    }
}
