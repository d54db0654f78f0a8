//! Figures of two days: whether the one on the screen is compared, and whether the bars of the two days stand behind
//! each other or side by side.

use crate::analysis::{Compared, Span};
use crate::app::App;
use crate::app::state::place::View;
use crate::domain::Day;
use crate::text::Message;

impl App {
    /// Whether a figure is shown that can be compared.
    pub(in crate::app) fn shows_figure(&self) -> bool {
        matches!(&self.place().view, View::Figures(state) if state.entry.design().is_some())
    }

    /// The earlier day that the figure on the screen is compared with.
    pub(in crate::app) fn figure_since(&self) -> Option<Day> {
        let View::Figures(state) = &self.place().view else { return None };
        self.compared.since(state.entry.design()?, self.day_shown())
    }

    /// Whether the bars of two days are shown.
    pub(in crate::app) fn shows_two_dates(&self) -> bool {
        self.drawn().is_some_and(|drawn| {
            drawn.figure.before.is_some() && drawn.figure.design.columns.is_none()
        })
    }

    /// The bars of two days behind each other, or side by side.
    pub(in crate::app) fn turn_beside(&mut self) {
        if let View::Figures(state) = &mut self.place_mut().view {
            state.beside = !state.beside;
        }
    }

    /// Why the figure is not compared with the day chosen: the day shown is not after it.
    pub fn not_compared(&self) -> Option<Message> {
        let Compared::With(since) = self.compared else { return None };
        let span = Span { as_of: self.as_of(), since };
        span.ordered(self.today()).err().filter(|_| self.shows_figure())
    }
}
