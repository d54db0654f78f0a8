//! The columns that a list shows: the user's choice, or those with room.

use crate::app::App;
use crate::app::navigate::areas;
use crate::app::state::list::List;
use crate::app::state::screens::View;
use crate::columns::{Head, Layout, ListOnScreen, states};

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

    /// The widths of the columns of the list on the screen; 0 of those that are not shown.
    pub(in crate::app) fn widths(
        &self,
        list: &List,
        table: &dyn ListOnScreen,
        heads: &[Head],
    ) -> Vec<u16> {
        self.layout(list, table, heads).widths(areas::list_area(self).width)
    }

    /// Whether bars have room in the list on the screen when they are split.
    pub(in crate::app) fn lists_bars(&self) -> bool {
        let page = self.place().view.page();
        let (table, Some(list)) = (page.table(), page.list()) else { return false };
        let heads = table.heads();
        let layout = Layout { bars: true, ..self.layout(list, table, &heads) };
        layout.has_bars(&layout.widths(areas::list_area(self).width))
    }

    /// The layout of the columns of the list on the screen.
    fn layout<'a>(
        &'a self,
        list: &List,
        table: &dyn ListOnScreen,
        heads: &'a [Head],
    ) -> Layout<'a> {
        let view = &self.place().view;
        let without: &[&str] = match view {
            View::State(_) | View::Review(_) => &["state"],
            View::States(_) | View::Reviews(_) if self.since().is_none() => &[states::GROWTH],
            _ => &[],
        };
        Layout {
            heads,
            gives_way: table.gives_way(),
            chosen: self.chosen_columns(table.name()),
            sorted: view.context().can_be_sorted().then_some(list.column),
            without,
            bars: self.split.is_some(),
            text: self.text(),
        }
    }
}
