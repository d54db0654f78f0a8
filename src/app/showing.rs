//! Which columns a list shows: the user's choice, or what has room.

use super::App;
use super::columns;
use super::overlay::Overlay;

/// The columns of a list while they are being chosen.
#[derive(Clone, Debug)]
pub struct Choosing {
    /// The list.
    pub list: &'static str,
    /// Each column's code and whether it is shown.
    pub items: Vec<(&'static str, bool)>,
    /// The cursor.
    pub row: usize,
}

impl App {
    /// Opens the columns of the list on the screen.
    pub(super) fn edit_columns(&mut self) {
        let list = columns::name(&self.place().view);
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
    pub(super) fn turn_column(&mut self) {
        if let Some(Overlay::Columns(choosing)) = self.overlays.last_mut()
            && let Some((_, shown)) = choosing.items.get_mut(choosing.row)
        {
            *shown = !*shown;
        }
    }

    /// Shows the columns as chosen.
    pub(super) fn accept_columns(&mut self) {
        let Some(Overlay::Columns(choosing)) = self.overlays.pop() else { return };
        let shown = choosing.items.iter().filter(|(_, shown)| *shown);
        let codes = shown.map(|(code, _)| (*code).to_owned()).collect();
        self.choose_columns(choosing.list, codes);
    }

    /// Back to what has room.
    pub(super) fn reset_columns(&mut self) {
        if let Some(Overlay::Columns(choosing)) = self.overlays.pop() {
            self.choose_columns(choosing.list, Vec::new());
        }
    }

    /// Sets the columns of a list; none: what has room.
    pub(super) fn choose_columns(&mut self, list: &'static str, codes: Vec<String>) {
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
