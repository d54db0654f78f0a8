//! Round the panes of a screen, the facet pane last.

use crate::app::App;
use crate::app::keys::commands;
use crate::app::keys::context::KeyContext;
use crate::app::state::list::Side;
use crate::app::state::notice::Notice;
use crate::app::state::screens::View;
use crate::text::Message;

impl App {
    /// The number of panes of the screen now.
    pub fn panes(&self) -> usize {
        self.own_panes() + usize::from(self.facets_shown())
    }

    /// To the next pane of the screen or the one before, round the ends.
    pub(in crate::app) fn turn_pane(&mut self, side: Side) {
        if let View::History(_) = &self.place().view {
            return self.turn_history(side);
        }
        let (all, own) = (self.panes(), self.own_panes());
        if all == 1 {
            self.turn_without_panes(side);
            return;
        }
        let in_facets = self.facets.focused && self.facets_shown();
        let now = if in_facets { own } else { self.place().view.page().pane() };
        let by = match side {
            Side::Left => all - 1,
            Side::Right => 1,
        };
        let next = (now + by) % all;
        self.facets.focused = next == own;
        if next < own {
            self.enter_own_pane(next);
        }
    }

    /// Puts the cursor in a pane of the page.
    pub(in crate::app) fn enter_own_pane(&mut self, pane: usize) {
        self.place_mut().view.page_mut().to_pane(pane);
        match self.place().view {
            View::News(_) => self.turn_news(),
            // A page with two lists: the cursor of the second one is found as it is entered.
            View::AssistanceRecord(_) => self.anchor(self.settings.lang),
            _ => {}
        }
    }

    /// With one pane only, acts as the arrow key that the key once stood for, and says which key does so from now on.
    fn turn_without_panes(&mut self, side: Side) {
        if !self.context().goes_sideways() {
            let key = self.key_of("facets.turn");
            self.say(Notice::warning(Message::new("notice-one-pane").with("key", key)));
            return;
        }
        self.sideways(side);
        let id = match side {
            Side::Left => "move.left",
            Side::Right => "move.right",
        };
        self.say_moved(id);
    }

    /// Says which key does from now on the action of an old key.
    pub(in crate::app) fn say_moved(&mut self, id: &str) {
        if let Some(command) = commands::by_id(id) {
            self.say(Notice::warning(self.moved_to(command)));
        }
    }

    /// Puts the cursor back into the list of a page whose other panes have no room any more.
    pub(in crate::app) fn keep_to_panes(&mut self) {
        if self.place().view.page().pane() >= self.own_panes() {
            self.place_mut().view.page_mut().to_pane(0);
        }
    }

    /// How the next pane is called in the line of hints.
    pub(in crate::app) fn pane_name(&self) -> Option<&'static str> {
        let of_charts = self.context() == KeyContext::Overview;
        of_charts.then_some("hint-next-chart").or_else(|| self.scopes_name())
    }
}
