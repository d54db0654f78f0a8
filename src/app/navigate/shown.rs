//! Tells which panes of the current place are on the screen.

use crate::app::{App, layout};

impl App {
    /// Whether the pane that follows the cursor is on the screen: not where no State is named, since its
    /// dates and groups together would tell which one it is.
    pub fn detail_shown(&self) -> bool {
        let has_room = self.settings.size.0 >= layout::DETAIL_FROM;
        let may = !self.detail_hidden && !self.is_nameless();
        has_room && may && self.place().view.page().has_detail()
    }

    /// Whether the panes beside the list of a record are on the screen; beside facets they need their room too.
    pub fn charts_shown(&self) -> bool {
        let width = self.settings.size.0;
        let facets = if self.facets_shown() { layout::facets_width(width) } else { 0 };
        let has_room = width.saturating_sub(facets) >= layout::CHARTS_FROM;
        has_room && !self.detail_hidden && self.place().view.page().panes_beside() > 0
    }

    /// How many panes the place on top has now, beside the facet pane.
    pub fn own_panes(&self) -> usize {
        let page = self.place().view.page();
        page.panes() + if self.charts_shown() { page.panes_beside() } else { 0 }
    }

    /// Whether the facet pane is on the screen.
    pub fn facets_shown(&self) -> bool {
        let is_narrowed = self.place().view.context().is_narrowed();
        is_narrowed && self.facets.shown.unwrap_or(self.shows_facets_by_itself())
    }

    /// Whether the facet pane is shown unless the user says otherwise: beside lists that leave room for it.
    pub(in crate::app) fn shows_facets_by_itself(&self) -> bool {
        let page = self.place().view.page();
        self.settings.size.0 >= page.facets_from() && !page.context().has_charts()
    }
}
