//! Getting out: the page that is closed, the innermost thing that is taken back, the end of the program.

use crate::app::App;
use crate::app::layout;
use crate::app::state::notice::Notice;
use crate::query::Filter;
use crate::text::Message;

/// The things that Esc takes back on a screen, the innermost first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Innermost {
    /// The range that is being drawn.
    Range,
    /// The selected needs.
    Selection,
    /// The needs that are picked on the page.
    Picks,
    /// The facet pane.
    Facets,
    /// The page that lies over the list that it was opened from.
    Page,
    /// The filter of a main screen.
    Filter,
}

impl App {
    /// Closes the page on top, or the facet pane that has the cursor; a main screen ends the program, and so does
    /// a screen that is too small to show anything.
    pub(in crate::app) fn close(&mut self) {
        if layout::is_too_small(self.settings.size) {
            self.ended = true;
        } else if self.facets.focused && self.facets_shown() {
            self.leave_facets();
        } else if self.places.len() > 1 {
            self.close_page();
        } else {
            self.ended = true;
        }
    }

    /// The hint of [`App::close`]: on a main screen it is the end.
    pub(in crate::app) fn close_name(&self) -> Option<&'static str> {
        let closes = self.places.len() > 1 || self.facets.focused && self.facets_shown();
        (!closes).then_some("command-quit")
    }

    /// Takes back the innermost thing of the screen.
    pub(in crate::app) fn back(&mut self) {
        match self.innermost() {
            None => {}
            Some(Innermost::Range) => self.range = None,
            Some(Innermost::Selection) => self.let_all_go(),
            Some(Innermost::Picks) => {
                self.drop_picks();
            }
            Some(Innermost::Facets) => self.leave_facets(),
            Some(Innermost::Page) => self.close_page(),
            Some(Innermost::Filter) => self.set_filter(Filter::default()),
        }
    }

    /// Whether there is anything to take back.
    pub(in crate::app) fn has_innermost(&self) -> bool {
        self.innermost().is_some()
    }

    /// The hint of [`App::back`], by the thing that it takes back.
    pub(in crate::app) fn back_name(&self) -> Option<&'static str> {
        Some(match self.innermost()? {
            Innermost::Range => "hint-back-range",
            Innermost::Selection | Innermost::Picks => "hint-back-selection",
            Innermost::Facets => "hint-back-facets",
            Innermost::Page => "command-back",
            Innermost::Filter => "hint-back-filter",
        })
    }

    /// The selection belongs to lists of needs: on another page it waits until that is closed, on a main screen it is
    /// all that there is. The list of selected needs closes before they are let go.
    fn innermost(&self) -> Option<Innermost> {
        let is_page = self.places.len() > 1;
        let lists_it = self.place().lists_selected();
        let selects = !is_page || self.place().view.lists_needs() && !lists_it;
        if self.range.is_some() {
            Some(Innermost::Range)
        } else if !self.selected.is_empty() && selects {
            Some(Innermost::Selection)
        } else if self.has_picked() {
            Some(Innermost::Picks)
        } else if self.facets_can_go() {
            Some(Innermost::Facets)
        } else if is_page {
            Some(Innermost::Page)
        } else {
            (!self.place().filter.is_empty()).then_some(Innermost::Filter)
        }
    }

    pub(in crate::app) fn let_all_go(&mut self) {
        let count = self.selected.len();
        self.select_none();
        self.say(Notice::done(Message::new("notice-selection-dropped").with("count", count)));
    }

    fn close_page(&mut self) {
        self.remember();
        self.leave();
        self.places.pop();
        self.detail = None;
        self.ask();
        self.ask_page();
    }

    /// Whether the facet pane has the cursor, or was asked for where there is no room beside the list.
    fn facets_can_go(&self) -> bool {
        let has_room = self.settings.size.0 >= self.place().view.page().facets_from();
        self.facets_shown() && (self.facets.focused || !has_room)
    }

    /// Takes the cursor out of the facet pane; the pane goes where it is not shown by itself.
    pub(in crate::app) fn leave_facets(&mut self) {
        self.facets.focused = false;
        if !self.shows_facets_by_itself() {
            self.facets.shown = None;
        }
    }
}
