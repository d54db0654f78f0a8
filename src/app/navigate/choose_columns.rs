//! The columns that a list shows: the user's choice, or those with room.

use crate::app::App;

impl App {
    /// Sets the columns of a list; empty for those with room.
    pub(in crate::app) fn choose_columns(&mut self, list: &'static str, codes: Vec<String>) {
        if codes.is_empty() {
            self.chosen.remove(list);
        } else {
            self.chosen.insert(list, codes);
        }
    }

    /// The columns that the user has chosen for a list.
    pub fn chosen_columns(&self, list: &str) -> Option<&[String]> {
        self.chosen.get(list).map(Vec::as_slice)
    }
}
