//! The order of a list: by one of its columns, either way round.

use crate::app::App;
use crate::app::state::list::List;
use crate::app::state::notice::Notice;
use crate::columns::Head;
use crate::text::Message;

impl App {
    /// The columns of the list on the screen.
    pub fn columns(&self) -> Vec<Head> {
        self.place().view.table().heads()
    }

    /// Sorts by a column; by the same again, the other way round.
    pub(in crate::app) fn sort_by(&mut self, column: usize) {
        self.keep_range();
        let Some(list) = self.place_mut().view.list_mut() else { return };
        if list.column == column {
            list.descending = !list.descending;
        } else {
            (list.column, list.descending) = (column, false);
        }
        self.resorted();
    }

    pub(in crate::app) fn reverse(&mut self) {
        self.keep_range();
        let Some(list) = self.place_mut().view.list_mut() else { return };
        list.descending = !list.descending;
        self.resorted();
    }

    /// Pins the row under the cursor to the top of its list, or lets it go.
    pub(in crate::app) fn turn_pin(&mut self) {
        self.keep_range();
        let pinned = self.place_mut().view.list_mut().and_then(List::turn_pin);
        let Some(pinned) = pinned else { return };
        let id = if pinned { "notice-pinned" } else { "notice-unpinned" };
        self.say(Notice::done(Message::new(id).with("key", self.key_of("view.pin"))));
        self.resorted();
    }

    fn resorted(&mut self) {
        if self.place().view.lists_needs() {
            self.ask();
        } else {
            self.anchor(self.settings.lang);
        }
    }
}
