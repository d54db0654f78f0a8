//! Back and forward: the places that were left, each with its row, order, filter and day.

use crate::app::App;
use crate::app::state::place::Place;
use crate::query::Filter;

impl App {
    /// Remembers where the user is, before they go somewhere else.
    pub(in crate::app) fn remember(&mut self) {
        self.visits.leave(&self.places);
    }

    /// Remembers the place as it was before a filter was typed: under `before`, the list's cursor on this row.
    pub(in crate::app) fn remember_before(&mut self, before: Filter, cursor: Option<u32>) {
        let mut places = self.places.clone();
        if let Some(place) = places.last_mut().filter(|place| place.filter != before) {
            place.filter = before;
            if let Some(list) = place.view.list_mut() {
                list.current = cursor;
            }
            self.visits.leave(&places);
        }
    }

    /// Remembers the filter that has been typed, to be brought back in the filter line.
    pub(in crate::app) fn remember_filter(&mut self) {
        let filter = self.place().filter.clone();
        self.earlier.remember(&filter);
    }

    /// Back where the user has been.
    pub(in crate::app) fn go_back(&mut self) {
        if let Some(places) = self.visits.back(&self.places) {
            self.show_places(places);
        }
    }

    /// Forward again.
    pub(in crate::app) fn go_forward(&mut self) {
        if let Some(places) = self.visits.forward(&self.places) {
            self.show_places(places);
        }
    }

    /// Whether there is a place to go back to, on a day that can be shown now.
    pub(in crate::app) fn can_go_back(&self) -> Result<(), &'static str> {
        self.can_show(self.visits.before(&self.places), "reason-no-way-back")
    }

    /// Whether there is a place to go forward to, on a day that can be shown now.
    pub(in crate::app) fn can_go_forward(&self) -> Result<(), &'static str> {
        self.can_show(self.visits.after(&self.places), "reason-no-way-forward")
    }

    fn can_show(&self, places: Option<&[Place]>, none: &'static str) -> Result<(), &'static str> {
        let day = places.and_then(<[Place]>::last).ok_or(none)?.as_of;
        if day != self.as_of() && self.is_writing() { Err("reason-writing") } else { Ok(()) }
    }

    fn show_places(&mut self, places: Vec<Place>) {
        self.leave_all();
        self.places = places;
        self.detail = None;
        self.ask();
        self.ask_page();
    }
}
