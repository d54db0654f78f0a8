//! The connections between articles on the screen of figures: a list of pairs and a matrix of the
//! most frequent articles, with one cursor for both.

use super::App;
use super::figures::{Entry, Figures, stepped};
use super::list::{List, Move, Rows, Side};
use super::place::View;
use crate::analysis::{Connection, Ranking};
use crate::domain::Article;
use crate::query::Measure;
use crate::worker::{Connected, Made, Wanted};
use std::sync::Arc;

/// How many articles the matrix has at most.
const LARGEST: usize = 24;

/// How the connections are shown, and the cursor.
#[derive(Clone, Debug, Default)]
pub struct Together {
    /// Whether States have the articles, rather than needs.
    states: bool,
    /// The order of the list.
    pub ranking: Ranking,
    /// Whether the cursor is in the matrix rather than in the list.
    pub in_matrix: bool,
    /// The cursor in the list; identities are [`identity`].
    pub list: List,
    /// The cursor in the matrix: line and column.
    cell: Option<[Article; 2]>,
}

/// What names a pair in the list.
pub fn identity(pair: &Connection) -> u32 {
    let [one, other] = pair.articles.map(|article| u32::from(article.number()));
    one * 100 + other
}

/// The articles that the matrix has.
pub fn in_matrix(connected: &Connected) -> Vec<Article> {
    connected.connections.frequent(LARGEST)
}

impl Together {
    /// What is counted.
    pub(super) fn by(&self) -> Measure {
        if self.states { Measure::States } else { Measure::Needs }
    }

    /// Counts by needs or by States.
    pub(super) fn count_by(&mut self, states: bool) {
        self.states = states;
    }

    /// What the worker is to make.
    pub(super) fn wanted(&self) -> Wanted {
        Wanted::Connections { by: self.by(), ranking: self.ranking }
    }

    /// The pair under the cursor; an article with itself on the diagonal of the matrix.
    pub fn under_cursor(&self, connected: &Connected) -> Option<[Article; 2]> {
        if self.in_matrix {
            let articles = in_matrix(connected);
            let (line, column) = self.place(connected, &articles);
            return Some([*articles.get(line)?, *articles.get(column)?]);
        }
        Some(connected.pairs.get(self.list.row)?.articles)
    }

    /// The line and the column of the matrix with the cursor; the first where it is elsewhere.
    fn place(&self, connected: &Connected, articles: &[Article]) -> (usize, usize) {
        let pair = if self.in_matrix {
            self.cell
        } else {
            connected.pairs.get(self.list.row).map(|pair| pair.articles)
        };
        let find = |article: Article| articles.iter().position(|other| *other == article);
        let place = pair.map(|[line, column]| (find(line), find(column)));
        place.map_or((0, 0), |(line, column)| (line.unwrap_or(0), column.unwrap_or(0)))
    }

    /// Goes into the matrix, to the pair of the list.
    fn enter(&mut self, connected: &Connected) {
        let articles = in_matrix(connected);
        let (line, column) = self.place(connected, &articles);
        self.in_matrix = true;
        self.put(connected, &articles, (line, column));
    }

    /// Puts the cursor of the matrix in a place, and that of the list on the same pair where it is listed.
    fn put(&mut self, connected: &Connected, articles: &[Article], (line, column): (usize, usize)) {
        let (Some(one), Some(other)) = (articles.get(line), articles.get(column)) else { return };
        self.cell = Some([*one, *other]);
        let pair = identity(&connected.connections.pair(*one, *other));
        let ids: Vec<u32> = connected.pairs.iter().map(identity).collect();
        if ids.find(pair).is_some() {
            self.list.current = Some(pair);
            self.list.anchor(&ids);
        }
    }
}

impl App {
    /// The connections on the screen, once they are counted under the filter and on the day shown.
    pub fn connected(&self) -> Option<&Arc<Connected>> {
        let View::Figures(state) = &self.place().view else { return None };
        let answer = self.answer.as_ref()?;
        let Some(Made::Connections(connected)) = &answer.made else { return None };
        let is_it = state.entry == Entry::Connections
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
    pub(super) fn step_matrix(&mut self, step: Move) {
        self.change_together(|state, connected| {
            let articles = in_matrix(connected);
            let (line, column) = state.together.place(connected, &articles);
            let line = stepped(step, line, articles.len().saturating_sub(1));
            state.together.put(connected, &articles, (line, column));
        });
    }

    /// From the list to the matrix, between its columns, and back.
    pub(super) fn connections_sideways(&mut self, side: Side) {
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

    /// Whether the connections are what the screen shows.
    pub(super) fn shows_connections(&self) -> bool {
        matches!(&self.place().view, View::Figures(state) if state.entry == Entry::Connections)
    }

    /// The matrix, or the list again.
    pub(super) fn turn_matrix(&mut self) {
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
    pub(super) fn turn_ranking(&mut self) {
        let View::Figures(state) = &mut self.place_mut().view else { return };
        state.together.ranking = match state.together.ranking {
            Ranking::Count => Ranking::Lift,
            Ranking::Lift => Ranking::Count,
        };
        state.together.list.stay_at_top();
        self.ask();
    }

    /// By need or by State.
    pub(super) fn turn_together(&mut self) {
        let View::Figures(state) = &mut self.place_mut().view else { return };
        state.together.states = !state.together.states;
        state.together.list.stay_at_top();
        self.ask();
    }

    /// Opens the needs, or the States, that have both articles under the cursor.
    pub(super) fn open_connection(&mut self) {
        let View::Figures(state) = &self.place().view else { return };
        let (Some(connected), Some(answer)) = (self.connected(), &self.answer) else { return };
        let Some(pair) = state.together.under_cursor(connected) else { return };
        let counts = &connected.connections;
        let of = (&*answer.register, answer.rows.as_slice());
        let filter = counts.counted_in(pair, self.place().filter.clone(), of);
        self.push_counted(self.as_of(), counts.by, filter);
    }
}
