//! Opening from the screen of figures: the records that the number under the cursor counts.

use crate::analysis::ledger::What;
use crate::app::App;
use crate::app::state::figure_cursor::Number;
use crate::app::state::figures::FigureEntry;
use crate::app::state::list::Side;
use crate::app::state::place::Place;
use crate::app::state::screens::{ReviewList, Screen, View};
use crate::query::Measure;
use crate::worker::Since;

impl App {
    /// Opens the entry under the cursor of the list, or the records that a number counts.
    pub(in crate::app) fn open_figure(&mut self) {
        let View::Figures(state) = &self.place().view else { return };
        if state.in_list {
            self.figures_sideways(Side::Right);
            return;
        }
        match state.entry {
            FigureEntry::Trend | FigureEntry::Standing => return self.open_trend(),
            FigureEntry::Published => return self.open_finding(),
            FigureEntry::Connections => return self.open_connection(),
            FigureEntry::Figure(_) => {}
        }
        let (Some(drawn), Some(register)) = (self.drawn(), self.register()) else { return };
        let (line, column) = state.place(drawn.figure);
        let filter = drawn.figure.counted_in(Some(line), Some(column), &register.vocabulary);
        let (measure, number) = (drawn.figure.measure, state.number(drawn.figure));
        match (number, drawn.since) {
            (Number::Before, Some(since)) => self.push_counted(Some(since), measure, filter),
            (Number::Growth, Some(_)) => {
                self.push_grown(self.as_of(), measure, filter, drawn.since);
            }
            _ => self.push_counted(self.as_of(), measure, filter),
        }
    }

    /// Opens the records that a published figure counts, on its day.
    fn open_finding(&mut self) {
        let View::Figures(state) = &self.place().view else { return };
        let found = self.verified().and_then(|verified| {
            let finding = verified.findings.get(state.findings.row)?;
            verified.ledger.get(finding.entry)
        });
        let Some(entry) = found else { return };
        let Some(query) = &entry.query else { return self.warn("reason-outside") };
        let (day, since) = (query.as_of, query.since);
        match &query.what {
            // Reviews are counted whether they have needs or not, where only they are asked about.
            What::Counted(Measure::Reviews, filter) => {
                let since = since.map(|day| Since { day, measure: Measure::Reviews });
                let place = Place::at(View::of(Screen::Reviews), filter.clone(), day);
                self.push_place(Place { since, ..place });
            }
            What::Counted(measure, filter) => {
                let (measure, filter) = (*measure, filter.clone());
                self.push_grown(day, measure, filter, since);
            }
            // List first the reviews in which stakeholders took part.
            What::Stakeholders(filter) => {
                let filter = filter.clone();
                self.push_on(day, View::Reviews(ReviewList::with_stakeholders_first()), filter);
            }
            What::Rows(..)
            | What::Helped(_)
            | What::Unnamed(_)
            | What::Participants(_)
            | What::Reach(..)
            | What::Year(_)
            | What::Told(..) => {
                let name = format!("{}. {}", entry.id, entry.about(self.settings.lang));
                let what = query.what.clone();
                self.show_counted(name, &what);
            }
        }
    }
}
