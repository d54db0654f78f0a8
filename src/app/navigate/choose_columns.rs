//! Which columns a list shows: the user's choice, or what has room.

use crate::app::App;
use crate::app::state::columns::{self, Choosing};
use crate::app::state::overlay::Overlay;

impl App {
    /// Opens the columns of the list on the screen.
    pub(in crate::app) fn edit_columns(&mut self) {
        let list = self.place().view.list_name();
        let chosen = self.chosen.get(list);
        let wide = self.settings.size.0;
        let items = columns::of(list)
            .iter()
            .map(|column| {
                let shown = match chosen {
                    Some(codes) => codes.iter().any(|code| code == column.code),
                    None => column.width.is_shown(wide),
                };
                (column.code, shown)
            })
            .collect();
        self.overlays.push(Overlay::Columns(Choosing { list, items, row: 0 }));
    }

    /// Shows or hides the column under the cursor.
    pub(in crate::app) fn turn_column(&mut self) {
        if let Some(Overlay::Columns(choosing)) = self.overlays.last_mut()
            && let Some((_, shown)) = choosing.items.get_mut(choosing.row)
        {
            *shown = !*shown;
        }
    }

    /// Shows the columns as chosen.
    pub(in crate::app) fn accept_columns(&mut self) {
        let Some(Overlay::Columns(choosing)) = self.overlays.pop() else { return };
        let shown = choosing.items.iter().filter(|(_, shown)| *shown);
        let codes = shown.map(|(code, _)| (*code).to_owned()).collect();
        self.choose_columns(choosing.list, codes);
    }

    /// Back to what has room.
    pub(in crate::app) fn reset_columns(&mut self) {
        if let Some(Overlay::Columns(choosing)) = self.overlays.pop() {
            self.choose_columns(choosing.list, Vec::new());
        }
    }

    /// Sets the columns of a list; none: what has room.
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
