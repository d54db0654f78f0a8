//! Undo and redo. What one has just done is taken back at once. What was done in an earlier session,
//! and what others have changed since, is shown first: what it was, when, and about which needs.

use crate::app::App;
use crate::app::state::affected::Which;
use crate::app::state::list::Rows;
use crate::app::state::notice::Notice;
use crate::app::state::overlay::Overlay;
use crate::app::state::pending::Pending;
use crate::app::state::place::View;
use crate::app::state::undo::TakingBack;
use crate::app::state::waits::Wait;
use crate::query::register::NeedRef;
use crate::store::{Staying, Undoable};
use crate::text::Message;
use crate::worker::{Request, TakeBack, Way};
use std::collections::BTreeSet;

impl App {
    pub(in crate::app) fn undo(&mut self) {
        self.ask_back(TakeBack { way: Way::Undo, passed: Vec::new(), sure: None });
    }

    pub(in crate::app) fn redo(&mut self) {
        self.ask_back(TakeBack { way: Way::Redo, passed: Vec::new(), sure: None });
    }

    fn ask_back(&mut self, asked: TakeBack) {
        let ticket = self.ticket(Wait::Write(Pending::TakeBack(asked.clone())));
        self.outbox.push(Request::TakeBack { ticket, asked });
    }

    /// Shows what would be taken back. A question that nobody expects any more, because something
    /// else was opened meanwhile, would take keys that are meant for that.
    pub(in crate::app) fn show_what_to_take_back(
        &mut self,
        asked: TakeBack,
        found: Undoable,
        here: bool,
    ) {
        if !self.overlays.is_empty() {
            let key = self.key_of("triage.undo");
            self.say(Notice::warning(Message::new("notice-undo-waits").with("key", key)));
            return;
        }
        let Undoable { batch, at, mut fields } = found;
        fields.sort_by_key(|field| field.since.is_none());
        let staying = fields.iter().filter(|field| field.since.is_some()).count();
        let needs: BTreeSet<u32> = fields.iter().map(|field| field.need).collect();
        let needs: Vec<u32> = needs.into_iter().collect();
        let known: Vec<NeedRef<'_>> = needs.iter().filter_map(|id| self.need(*id)).collect();
        let which = Which::of(&known, 0, self.today());
        self.notice = None;
        self.overlays.push(Overlay::TakingBack(TakingBack {
            asked,
            batch,
            at,
            fields,
            staying,
            needs,
            which,
            earlier: !here,
            row: 0,
        }));
    }

    /// Takes it back, but for what stays.
    pub(in crate::app) fn take_back(&mut self) {
        let Some(Overlay::TakingBack(taking)) = self.overlays.pop() else { return };
        let staying: Staying = taking
            .fields
            .iter()
            .take(taking.staying)
            .map(|field| (field.need, field.field))
            .collect();
        self.ask_back(TakeBack { sure: Some((taking.batch, staying)), ..taking.asked });
    }

    /// Leaves it as it is and looks at the one before.
    pub(in crate::app) fn pass_over(&mut self) {
        let Some(Overlay::TakingBack(mut taking)) = self.overlays.pop() else { return };
        taking.asked.passed.push(taking.batch);
        self.ask_back(taking.asked);
    }

    /// Nothing was found to take back.
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

    /// What was taken back in the queue comes under the cursor again.
    pub(in crate::app) fn return_to(&mut self, id: u32) {
        let lang = self.settings.lang;
        if !matches!(self.place().view, View::Triage(_)) {
            return;
        }
        let rows = Self::identities(self.answer.as_deref(), &self.place().view, lang);
        let Some(row) = rows.find(id) else { return };
        if let Some(list) = self.place_mut().view.list_mut() {
            (list.current, list.row) = (Some(id), row);
        }
        self.release();
    }
}
