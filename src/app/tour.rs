//! The tour goes on when its task is done: the state of the program says so, not the keys.

use crate::app::App;
use crate::app::keys::chord::Menu;
use crate::app::keys::context::KeyContext;
use crate::app::keys::key::{Code, Key};
use crate::app::layout::{TOUR, beside_tour};
use crate::app::state::notice::Notice;
use crate::app::state::screens::{Screen, View};
use crate::app::state::tour::{Decided, TourStep};
use crate::query::{Field, Term};
use crate::text::Message;

/// The rows that the cursor is to go down the list.
const DOWN: usize = 3;

impl App {
    /// The size of the whole screen: that of the program, and the band of the tour.
    pub fn screen_size(&self) -> (u16, u16) {
        let (columns, rows) = self.settings.size;
        (columns, rows + if self.tour.is_some() { TOUR } else { 0 })
    }

    /// Takes the size of the whole screen.
    pub(in crate::app) fn fit(&mut self, size: (u16, u16)) {
        self.settings.size = if self.tour.is_some() { beside_tour(size) } else { size };
        self.keep_to_panes();
    }

    /// Whether a key is the second Esc in a row, which ends the tour.
    pub(in crate::app) fn leaves_tour(&mut self, key: Key) -> bool {
        let Some(tour) = &mut self.tour else { return false };
        let is_esc = key == Key::plain(Code::Esc);
        let leaves = is_esc && tour.escaped;
        tour.escaped = is_esc;
        leaves
    }

    /// Goes on as far as the tasks of the tour are done.
    pub(in crate::app) fn go_on_tour(&mut self) {
        while let Some(tour) = &self.tour {
            let (step, ..) = tour.step();
            if step == TourStep::End || !self.is_done(step) {
                return;
            }
            let need = self.current_need().filter(|_| step == TourStep::Page).map(Decided::about);
            if let Some(tour) = &mut self.tour {
                tour.before = need.or(tour.before);
                tour.go_on();
            }
        }
    }

    /// Whether the task of a step is done.
    fn is_done(&self, step: TourStep) -> bool {
        let place = self.place();
        let is_list = matches!(place.view, View::Needs(_));
        let is_answered = self.is_found() && self.overlays.is_empty();
        let (before, now) = self.decided();
        match step {
            TourStep::List => is_list && is_answered,
            TourStep::Move => is_list && place.view.list().is_some_and(|list| list.row >= DOWN),
            TourStep::Word => place.filter.asks_for_text() && is_answered,
            TourStep::Clear => place.filter.is_empty() && is_answered,
            TourStep::Chapter => {
                let terms = place.filter.terms.iter().filter_map(Term::positive);
                terms.map(|(field, _)| field).any(|field| field == Field::Chapter)
            }
            TourStep::Overview => place.view.screen() == Some(Screen::Overview),
            TourStep::Bar => {
                let has_needs = place.view.list().is_some_and(|list| list.current.is_some());
                is_list && has_needs && self.places.len() > 1 && is_answered
            }
            TourStep::Page => matches!(place.view, View::Need(_)) && self.current_need().is_some(),
            TourStep::Priority => now.map(|now| now.priority) != before.map(|then| then.priority),
            TourStep::Response => now.map(|now| now.response) != before.map(|then| then.response),
            TourStep::Assign => now.map(|now| now.focal) != before.map(|then| then.focal),
            TourStep::Undo => now == before,
            TourStep::Go => self.menu() == Some(Menu::Go),
            TourStep::Show => self.menu() == Some(Menu::Show),
            TourStep::Change => self.menu() == Some(Menu::Change),
            TourStep::Help => self.context() == KeyContext::Help,
            TourStep::End => false,
        }
    }

    /// The need of the tour as it was and as it is; nothing of both where it is not there.
    fn decided(&self) -> (Option<Decided>, Option<Decided>) {
        let before = self.tour.as_ref().and_then(|tour| tour.before);
        match before.and_then(|before| self.need(before.need)) {
            Some(now) => (before, Some(Decided::about(now))),
            None => (None, None),
        }
    }

    /// Says how the tour is started: on a copy of its own.
    pub(in crate::app) fn say_tour(&mut self) {
        self.say(Notice::done(Message::new("notice-tour")));
    }
}
