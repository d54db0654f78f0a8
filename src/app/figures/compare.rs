//! The earlier day that a figure is compared with: chosen for each figure from the list of dates,
//! or none; and whether the bars of the two days stand behind each other or side by side.

use crate::analysis::{Compared, Span};
use crate::app::App;
use crate::app::layers::dates::Purpose;
use crate::app::state::figures::Figures;
use crate::app::state::place::View;
use crate::domain::Day;
use crate::text::Message;

impl App {
    /// The figure on the screen, where there is one.
    fn compared(&self) -> Option<(&Figures, Compared)> {
        let View::Figures(state) = &self.place().view else { return None };
        Some((state, state.compared()?))
    }

    /// Whether a figure is shown that can be compared.
    pub(in crate::app) fn shows_figure(&self) -> bool {
        self.compared().is_some()
    }

    /// Whether the bars of two days are shown.
    pub(in crate::app) fn shows_two_dates(&self) -> bool {
        self.drawn().is_some_and(|drawn| {
            drawn.figure.before.is_some() && drawn.figure.design.columns.is_none()
        })
    }

    /// Opens the list of dates for the earlier day.
    pub(in crate::app) fn choose_earlier(&mut self) {
        let Some((state, compared)) = self.compared() else { return };
        let design = state.entry.design();
        let since = design.and_then(|design| compared.since(design, self.day_shown()));
        self.open_dates(Purpose::Earlier, since);
    }

    /// Compares the figure on the screen with an earlier day, or with none.
    pub(in crate::app) fn compare_with(&mut self, since: Option<Day>) {
        if let View::Figures(state) = &mut self.place_mut().view
            && state.compare(Compared::With(since))
        {
            self.ask();
        }
    }

    /// The bars of two days behind each other, or side by side.
    pub(in crate::app) fn turn_beside(&mut self) {
        if let View::Figures(state) = &mut self.place_mut().view {
            state.beside = !state.beside;
        }
    }

    /// Why the figure is not compared with the day chosen: the day shown is not after it.
    pub fn not_compared(&self) -> Option<Message> {
        let (_, Compared::With(since)) = self.compared()? else { return None };
        let span = Span { as_of: self.as_of(), since };
        span.ordered(self.today()).err()
    }

    /// The day that is shown.
    pub(in crate::app) fn day_shown(&self) -> Day {
        self.as_of().unwrap_or_else(|| self.today())
    }
}
