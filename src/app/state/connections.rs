//! The state of the connections between articles: the cursor in the list of pairs and in the matrix.

use crate::analysis::{Connection, Ranking};
use crate::app::state::list::{List, Rows};
use crate::domain::Article;
use crate::query::Measure;
use crate::worker::{Connected, Wanted};

/// The most articles of the matrix.
const LARGEST: usize = 24;

/// The state of the screen of connections, with the cursor.
#[derive(Clone, Debug, Default)]
pub struct Together {
    /// Whether States have the articles, rather than needs.
    pub(in crate::app) states: bool,
    /// The order of the list.
    pub ranking: Ranking,
    /// Whether the cursor is in the matrix rather than in the list.
    pub in_matrix: bool,
    /// The cursor in the list; identities are [`identity`].
    pub list: List,
    /// The cursor in the matrix: line and column.
    cell: Option<[Article; 2]>,
}

/// The identity of a pair in the list.
pub fn identity(pair: &Connection) -> u32 {
    let [one, other] = pair.articles.map(|article| u32::from(article.number()));
    one * 100 + other
}

/// The articles that the matrix has.
pub fn in_matrix(connected: &Connected) -> Vec<Article> {
    connected.connections.frequent(LARGEST)
}

impl Together {
    /// The measure of the counts.
    pub(in crate::app) fn by(&self) -> Measure {
        if self.states { Measure::States } else { Measure::Needs }
    }

    /// Counts by needs or by States.
    pub(in crate::app) fn count_by(&mut self, states: bool) {
        self.states = states;
    }

    /// The extra data that the screen asks for.
    pub(in crate::app) fn wanted(&self) -> Wanted {
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
    pub(in crate::app) fn place(
        &self,
        connected: &Connected,
        articles: &[Article],
    ) -> (usize, usize) {
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
    pub(in crate::app) fn enter(&mut self, connected: &Connected) {
        let articles = in_matrix(connected);
        let (line, column) = self.place(connected, &articles);
        self.in_matrix = true;
        self.put(connected, &articles, (line, column));
    }

    /// Puts the cursor of the matrix in a place, and that of the list on the same pair where it is listed.
    pub(in crate::app) fn put(
        &mut self,
        connected: &Connected,
        articles: &[Article],
        (line, column): (usize, usize),
    ) {
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
