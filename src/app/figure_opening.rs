//! What opens from the screen of figures: the records that the number under the cursor counts.

use super::App;
use super::figure_cursor::Number;
use super::figures::Entry;
use super::list::Side;
use super::place::{Screen, View};
use crate::analysis::ledger::What;
use crate::domain::Day;
use crate::query::{Field, Filter, Measure, Term, Value};

impl App {
    /// Opens what the cursor is on: what the list names, the records that a number counts.
    pub(super) fn open_figure(&mut self) {
        let View::Figures(state) = &self.place().view else { return };
        if state.in_list {
            self.figures_sideways(Side::Right);
            return;
        }
        match state.entry {
            Entry::Trend => return self.open_trend(),
            Entry::Published => return self.open_finding(),
            Entry::Connections => return self.open_connection(),
            Entry::Figure(_) => {}
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
        let counted = entry.query.as_ref().map(|query| match &query.what {
            What::Counted(measure, filter) => {
                Some((query.as_of, *measure, grown(filter, query.since)))
            }
            _ => None,
        });
        match counted {
            None => self.warn("reason-outside"),
            Some(None) => self.warn("reason-no-records"),
            // Reviews are counted whether they have needs or not, where only they are asked about.
            Some(Some((day, Measure::Reviews, filter))) => {
                self.push_on(day, View::of(Screen::Reviews), filter);
            }
            Some(Some((day, measure, filter))) => self.push_counted(day, measure, filter),
        }
    }
}

/// What was added since an earlier day, where there is one: what was identified after it.
fn grown(filter: &Filter, since: Option<Day>) -> Filter {
    let mut filter = filter.clone();
    if let Some(since) = since {
        filter.terms.push(Term::field(Field::Identified, Value::Greater(since.to_string())));
    }
    filter
}
