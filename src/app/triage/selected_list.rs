//! The selection as a list of its own.

use crate::app::App;
use crate::app::state::place::{Place, Screen, View};
use crate::query::Alternative;
use crate::worker::ranges;

/// The most runs of numbers that a list is asked for by: each need is compared with all of them.
const MOST: usize = 1_000;

impl App {
    /// Lists the selected needs alone; Esc goes back.
    pub(in crate::app) fn list_selected(&mut self) {
        self.keep_range();
        let needs: Vec<Alternative> =
            ranges(self.selected.iter()).into_iter().map(Alternative::from).collect();
        if needs.len() > MOST {
            self.warn("notice-selection-scattered");
            return;
        }
        let place = Place::of_needs(View::of(Screen::Needs), needs, self.as_of());
        self.push_place(Place { with_needs: true, ..place });
    }
}
