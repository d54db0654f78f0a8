//! The screen of figures: which one is shown, and the steps of the cursor on its bars or cells.

mod beside;
mod by_theme;
mod compare;
mod connections;
mod cursor;
mod open;
mod trend;

use crate::analysis::{DESIGNS, Design, figure_filter};
use crate::app::App;
use crate::app::state::figure_cursor::last_column;
use crate::app::state::figures::{DrawnFigure, ENTRIES, FigureEntry, Figures};
use crate::app::state::list::{Move, Side, stepped_in_figure};
use crate::app::state::screens::View;
use crate::domain::Cycle;
use crate::query::{Field, Filter, Plan};
use crate::worker::{Answer, Made, Verified};
use std::sync::Arc;

impl App {
    /// The figure on the screen, once it is counted under the filter and on the day shown.
    pub fn drawn(&self) -> Option<DrawnFigure<'_>> {
        let View::Figures(state) = &self.place().view else { return None };
        let Some(Made::Figure { figure, until, since, parts }) = &self.answer.as_ref()?.made else {
            return None;
        };
        let is_it = Some(figure.design) == state.entry.design()
            && figure.measure == state.measure()
            && figure.narrowed == self.place().filter
            && *since == self.compared.since(figure.design, *until)
            && self.as_of().is_none_or(|day| day == *until);
        let parts = parts.as_deref().filter(|parts| Some(parts.by) == self.split);
        is_it.then_some(DrawnFigure { figure, until: *until, since: *since, parts })
    }

    /// Replaces a figure that counts nothing under the filter by the first that counts something.
    pub(in crate::app) fn show_something(&self, state: &mut Figures) {
        let Some(answer) = self.answer.as_ref().filter(|_| self.is_found()) else { return };
        let has_something = |design: &Design| self.has_something(answer, design);
        if state.entry.design().is_some_and(|design| !has_something(design))
            && let Some(first) = DESIGNS.iter().position(has_something)
        {
            state.entry = FigureEntry::Figure(first);
        }
    }

    /// The figures of the note that count nothing under the filter.
    pub fn empty_figures(&self) -> [bool; DESIGNS.len()] {
        let Some(answer) = self.answer.as_ref().filter(|_| self.is_found()) else {
            return [false; DESIGNS.len()];
        };
        std::array::from_fn(|place| !self.has_something(answer, &DESIGNS[place]))
    }

    fn has_something(&self, answer: &Answer, design: &Design) -> bool {
        let of_note = figure_filter(design, &Filter::default()).ok();
        let context = self.query_context();
        let plan = of_note.and_then(|of| Plan::resolve(&of, &answer.register, &context).ok());
        plan.is_some_and(|plan| counts_something(answer, &plan, design.cycle))
    }

    /// The published figures against the register, once they are computed.
    pub fn verified(&self) -> Option<&Arc<Verified>> {
        match &self.answer.as_ref()?.made {
            Some(Made::Verification(verified)) => Some(verified),
            _ => None,
        }
    }

    /// A step in the list, or in the figure.
    pub(in crate::app) fn step_figures(&mut self, step: Move) {
        let View::Figures(state) = &self.place().view else { return };
        let mut state = state.clone();
        if state.in_list {
            let before = state.entry;
            let line = ENTRIES.iter().position(|entry| *entry == before).unwrap_or(0);
            state.entry = ENTRIES[stepped_in_figure(step, line, ENTRIES.len() - 1)];
            if before != state.entry {
                self.show_figures(state);
                self.ask();
            }
            return;
        }
        if state.over_years().is_some() {
            self.step_trend(&mut state, step);
            return self.show_figures(state);
        }
        if state.entry == FigureEntry::Connections {
            self.step_matrix(step);
            return;
        }
        let Some(drawn) = self.drawn() else { return };
        let (line, column) = state.place(drawn.figure);
        state.put(
            drawn.figure,
            (stepped_in_figure(step, line, drawn.figure.rows.slots.len()), column),
        );
        self.show_figures(state);
    }

    /// Between the list and the figure, and between the columns of a table.
    pub(in crate::app) fn figures_sideways(&mut self, side: Side) {
        let View::Figures(state) = &self.place().view else { return };
        if state.entry == FigureEntry::Connections && !state.in_list {
            self.connections_sideways(side);
            return;
        }
        let mut state = state.clone();
        if state.over_years().is_some() {
            self.trend_sideways(&mut state, side);
            return self.show_figures(state);
        }
        let place = self.drawn().map(|drawn| (drawn.figure, state.place(drawn.figure)));
        match (side, place) {
            (Side::Right, _) if state.in_list => state.in_list = false,
            (Side::Right, Some((figure, (line, column)))) => {
                state.put(figure, (line, (column + 1).min(last_column(figure))));
            }
            (Side::Left, Some((figure, (line, column)))) if !state.in_list && column > 0 => {
                state.put(figure, (line, column - 1));
            }
            (Side::Left, _) => state.in_list = true,
            (Side::Right, None) => {}
        }
        self.show_figures(state);
    }

    /// Needs or States.
    pub(in crate::app) fn turn_figure(&mut self) {
        if self.shows_connections() {
            self.turn_together();
            return;
        }
        let View::Figures(state) = &mut self.place_mut().view else { return };
        if state.entry == FigureEntry::Trend {
            state.trend.turn_measure();
        } else if let Some(place) = state.figure() {
            state.turned[place] = !state.turned[place];
            self.ask();
        }
    }

    fn show_figures(&mut self, state: Figures) {
        self.place_mut().view = View::Figures(state);
    }
}

/// Whether any need of an answer is of a review of the cycle and touches the chapters that a plan chooses, if it does.
fn counts_something(answer: &Answer, plan: &Plan, cycle: Cycle) -> bool {
    let chapters = plan.chosen(Field::Chapter);
    let mut reviews = answer.register.vocabulary.reviews.iter().enumerate();
    reviews.any(|(place, review)| {
        if review.cycle != cycle {
            return false;
        }
        if chapters.is_empty() {
            return answer.counts.by_review().get(place).is_some_and(|needs| *needs > 0);
        }
        let counts = answer.counts.of_provenance(Field::Chapter, place);
        chapters.iter().any(|slot| counts.get(usize::from(*slot)).is_some_and(|needs| *needs > 0))
    })
}
