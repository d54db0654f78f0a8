//! The order of a list: by one of its columns, either way round.

use crate::app::App;
use crate::columns::Head;

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

    fn resorted(&mut self) {
        if self.place().view.lists_needs() {
            self.ask();
        } else {
            self.anchor(self.settings.lang);
        }
    }
}
