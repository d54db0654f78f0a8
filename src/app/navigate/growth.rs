//! The earlier day of comparisons: one for all screens, chosen from the list of dates, or none. It is a way to look,
//! as split bars are: it stays from screen to screen, and Esc does not end it.

use crate::analysis::Compared;
use crate::app::App;
use crate::app::layers::dates::Purpose;
use crate::domain::Day;
use crate::worker::Before;

impl App {
    /// The earlier day that counts are compared with here: one was chosen, and it is before the day shown. A list of
    /// new records has none.
    pub fn since(&self) -> Option<Day> {
        self.compared.day(self.day_shown()).filter(|_| self.listing().since.is_none())
    }

    /// The counts of the earlier day for the place shown, once they have come.
    pub fn counted_before(&self) -> Option<&Before> {
        let before = self.answer.as_ref()?.before.as_deref()?;
        (Some(before.day) == self.since()).then_some(before)
    }

    /// Opens the list of dates for the earlier day, the cursor on "none".
    pub(in crate::app) fn choose_earlier(&mut self) {
        self.open_dates(Purpose::Earlier, None);
    }

    /// Compares every screen with an earlier day, or with none.
    pub(in crate::app) fn compare_with(&mut self, since: Option<Day>) {
        // Without a comparison so far, the usual ones of figures stay.
        let is_so = since.is_none() && self.compared == Compared::Usual && !self.shows_figure();
        let compared = Compared::With(since);
        if !is_so && std::mem::replace(&mut self.compared, compared) != compared {
            self.ask();
        }
    }

    /// The day that is shown.
    pub(in crate::app) fn day_shown(&self) -> Day {
        self.as_of().unwrap_or_else(|| self.today())
    }
}
