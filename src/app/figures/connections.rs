//! The connections between articles on the screen of figures: a list of pairs and a matrix of the
//! most frequent articles, with one cursor for both.

use crate::analysis::Ranking;
use crate::app::App;
use crate::app::state::connections::in_matrix;
use crate::app::state::figures::{FigureEntry, Figures};
use crate::app::state::list::{Move, Side, stepped_in_figure};
use crate::app::state::place::View;
use crate::worker::{Connected, Made};
use std::sync::Arc;

impl App {
    /// The connections on the screen, once they are counted under the filter and on the day shown.
    pub fn connected(&self) -> Option<&Arc<Connected>> {
        let View::Figures(state) = &self.place().view else { return None };
        let answer = self.answer.as_ref()?;
        let Some(Made::Connections(connected)) = &answer.made else { return None };
        let is_it = state.entry == FigureEntry::Connections
            && connected.connections.by == state.together.by()
            && connected.ranking == state.together.ranking
            && answer.filter == self.place().filter
            && self.as_of().is_none_or(|day| day == connected.until);
        is_it.then_some(connected)
    }

    /// Changes how the connections are shown, where they are.
    fn change_together(&mut self, change: impl FnOnce(&mut Figures, &Connected)) {
        let Some(connected) = self.connected().cloned() else { return };
        if let View::Figures(state) = &mut self.place_mut().view {
            change(state, &connected);
        }
    }

    /// A step up or down in the matrix.
    pub(in crate::app) fn step_matrix(&mut self, step: Move) {
        self.change_together(|state, connected| {
            let articles = in_matrix(connected);
            let (line, column) = state.together.place(connected, &articles);
            let line = stepped_in_figure(step, line, articles.len().saturating_sub(1));
            state.together.put(connected, &articles, (line, column));
        });
    }

    /// From the list to the matrix, between its columns, and back.
    pub(in crate::app) fn connections_sideways(&mut self, side: Side) {
        if side == Side::Left
            && let View::Figures(state) = &mut self.place_mut().view
            && !state.together.in_matrix
        {
            state.in_list = true;
            return;
        }
        self.change_together(|state, connected| {
            let articles = in_matrix(connected);
            let (line, column) = state.together.place(connected, &articles);
            match side {
                Side::Right if !state.together.in_matrix => state.together.enter(connected),
                Side::Right => {
                    let column = (column + 1).min(articles.len().saturating_sub(1));
                    state.together.put(connected, &articles, (line, column));
                }
                Side::Left if column == 0 => state.together.in_matrix = false,
                Side::Left => state.together.put(connected, &articles, (line, column - 1)),
            }
        });
    }

    /// Whether the screen shows the connections.
    pub(in crate::app) fn shows_connections(&self) -> bool {
        matches!(&self.place().view, View::Figures(state) if state.entry == FigureEntry::Connections)
    }

    /// The matrix, or the list again.
    pub(in crate::app) fn turn_matrix(&mut self) {
        self.change_together(|state, connected| {
            state.in_list = false;
            if state.together.in_matrix {
                state.together.in_matrix = false;
            } else {
                state.together.enter(connected);
            }
        });
    }

    /// The most frequent first, or those furthest above chance.
    pub(in crate::app) fn turn_ranking(&mut self) {
        let View::Figures(state) = &mut self.place_mut().view else { return };
        state.together.ranking = match state.together.ranking {
            Ranking::Count => Ranking::Lift,
            Ranking::Lift => Ranking::Count,
        };
        state.together.list.stay_at_top();
        self.ask();
    }

    /// By need or by State.
    pub(in crate::app) fn turn_together(&mut self) {
        let View::Figures(state) = &mut self.place_mut().view else { return };
        state.together.states = !state.together.states;
        state.together.list.stay_at_top();
        self.ask();
    }

    /// Opens the needs, or the States, that have both articles under the cursor.
    pub(in crate::app) fn open_connection(&mut self) {
        let View::Figures(state) = &self.place().view else { return };
        let (Some(connected), Some(answer)) = (self.connected(), &self.answer) else { return };
        let Some(pair) = state.together.under_cursor(connected) else { return };
        let counts = &connected.connections;
        let of = (&*answer.register, answer.rows.as_slice());
        let filter = counts.counted_in(pair, self.place().filter.clone(), of);
        self.push_counted(self.as_of(), counts.by, filter);
    }
}
