//! What the screen asks of the worker and what an answer holds.

use crate::analysis::ledger::{Entry, Problem, What};
use crate::analysis::trend::Trend;
use crate::analysis::{
    ByTheme, Compared, Connection, Connections, Design, Figure, Finding, Ranking,
};
use crate::domain::Day;
use crate::query::register::{Address, Register};
use crate::query::{Counts, Field, Filter, Load, Meant, Measure, Parts, Plan, Sort};
use crate::store::Staying;
use crate::text::Lang;
use std::sync::Arc;
use std::time::SystemTime;

/// Names a request, so that its report can be told from others'.
pub type Ticket = u64;

/// What a screen wants to show. A newer question replaces an older one that is not answered yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Rises with every question; an answer carries the generation of its question.
    pub generation: u64,
    /// Which needs.
    pub filter: Filter,
    /// In which order.
    pub sort: Sort,
    /// Names sort by their spelling in this language.
    pub lang: Lang,
    /// For the triage screen: the needs are listed as a queue, the most urgent first, while the
    /// counts and the lines for every person take in all needs of the filter.
    pub queue: Option<Queue>,
    /// The needs that stand on top of the list whatever the order, by number.
    pub pinned: Vec<u32>,
    /// The need that is being decided about: it stays in its row, whatever the decisions make of
    /// it, until its reader leaves it.
    pub hold: Option<Hold>,
    /// The day whose register is asked; nothing: the register as it is.
    pub as_of: Option<Day>,
    /// Only what was not there on an earlier day.
    pub since: Option<Since>,
    /// The earlier day that counts and figures are compared with.
    pub compared: Compared,
    /// Whether a list of States or reviews shows only those with such needs, whatever the filter.
    pub with_needs: bool,
    /// Whether its filter or its screen asks what needs say.
    pub texts: bool,
    /// What the screen shows beside its needs: a figure, the published figures, themes.
    pub wanted: Option<Wanted>,
    /// The field by whose values its counts are split too.
    pub split: Option<Field>,
}

/// What was not there on an earlier day: the part of a filter's needs that growth counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Since {
    /// The earlier day.
    pub day: Day,
    /// Needs that the filter did not let through on it; or, counting States or reviews, those that
    /// it did not let through, with all their needs.
    pub measure: Measure,
}

/// What a screen shows that is made of more than its needs and their counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A figure of a note, under the filter.
    Figure {
        /// Which.
        design: &'static Design,
        /// Needs or States.
        measure: Measure,
    },
    /// Totals over the years, under the filter.
    Trend,
    /// The connections between articles, under the filter.
    Connections {
        /// By needs or by States.
        by: Measure,
        /// The order of the pairs.
        ranking: Ranking,
    },
    /// The published figures against the register, whatever filter and day.
    Verification,
    /// Themes with their articles, under the filter.
    Themes,
}

/// What a screen has asked for beside its needs.
#[derive(Clone, Debug)]
pub enum Made {
    /// A figure.
    Figure {
        /// Its numbers.
        figure: Arc<Figure>,
        /// The day that it shows.
        until: Day,
        /// The earlier day that it is compared with.
        since: Option<Day>,
        /// The counts of its needs split as was asked, where it has bars of needs.
        parts: Option<Arc<Parts>>,
    },
    /// Totals over the years.
    Trend(Arc<Trend>),
    /// The connections between articles.
    Connections(Arc<Connected>),
    /// What comes of the published figures.
    Verification(Arc<Verified>),
    /// Themes with their articles.
    Themes(Arc<ByTheme>),
}

/// What a filter let through on an earlier day.
#[derive(Clone, Debug)]
pub struct Before {
    /// The day.
    pub day: Day,
    /// The counts on that day, by the values of today.
    pub counts: Arc<Counts>,
    /// Themes with their articles on that day, where the screen shows those.
    pub themes: Option<Arc<ByTheme>>,
}

/// The connections between articles under a filter.
#[derive(Clone, Debug)]
pub struct Connected {
    /// Their numbers.
    pub connections: Connections,
    /// The pairs that something has, in order.
    pub pairs: Vec<Connection>,
    /// In which order.
    pub ranking: Ranking,
    /// The day that they show.
    pub until: Day,
}

/// The published figures against the register.
#[derive(Clone, Debug, Default)]
pub struct Verified {
    /// The published figures.
    pub ledger: Vec<Entry>,
    /// What comes of each.
    pub findings: Vec<Finding>,
    /// What in the file with more figures cannot be read, or queries that mean nothing in this
    /// register: then the built-in figures stand alone, or none does.
    pub problems: Vec<Problem>,
    /// The state of the file with more figures when it was read.
    pub(super) file: FileState,
}

/// When a file was last written and how long it is; nothing where it is not there.
pub(super) type FileState = Option<(SystemTime, u64)>;

impl Verified {
    /// Whether a query counts needs as they were on a day or later; what is counted in the small
    /// tables is not decided by anybody.
    pub(super) fn looks_at(&self, day: Day) -> bool {
        let mut queries = self.ledger.iter().filter_map(|entry| entry.query.as_ref());
        queries.any(|query| {
            matches!(query.what, What::Counted(..)) && query.as_of.is_none_or(|of| of >= day)
        })
    }
}

/// A triage queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Queue {
    /// Whose needs.
    pub whose: Whose,
    /// Put off: these stand at the end, in this order.
    pub later: Vec<u32>,
}

/// Whose needs a queue holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Whose {
    /// Everybody's and nobody's.
    All,
    /// Nobody's.
    #[default]
    Nobody,
    /// Those of a person, by place in the vocabulary.
    Person(u16),
    /// Those of the person who works.
    Mine,
}

/// A need that stays in its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hold {
    /// The need's number.
    pub need: u32,
    /// The row.
    pub row: u32,
}

/// What the worker found.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The question's generation.
    pub generation: u64,
    /// The register that the rows are rows of.
    pub register: Arc<Register>,
    /// While the register is being read: how many needs there are to read. What the answer says
    /// then holds for those that are there, and a better answer follows.
    pub reading: Option<usize>,
    /// The question's filter.
    pub filter: Filter,
    /// The needs, in order.
    pub rows: Arc<Vec<Address>>,
    /// The filter as the register understands it.
    pub plan: Arc<Plan>,
    /// Counts over all needs of the filter.
    pub counts: Arc<Counts>,
    /// Which reviews pass the terms of the filter that concern reviews, and whether those are all
    /// its terms: then a list of reviews or States shows also those without a need.
    pub reviews: Arc<[bool]>,
    /// See [`Answer::reviews`].
    pub on_reviews_only: bool,
    /// Which States pass the terms that concern States.
    pub states: Arc<[bool]>,
    /// For the triage screen: who has how much to do, by place in the vocabulary plus one, 0 for
    /// nobody. Empty unless the question asked for a queue.
    pub people: Arc<[Load]>,
    /// What else the words of the filter could mean than texts to search for; nothing where that takes longer than the
    /// answer may: it follows as [`Report::Meant`](super::Report::Meant).
    pub meant: Option<Arc<[Meant]>>,
    /// The counts split as was asked, unless the register is still being read.
    pub parts: Option<Arc<Parts>>,
    /// What there was on the earlier day that the counts are compared with, unless the register is still being read.
    pub before: Option<Arc<Before>>,
    /// What was wanted beside the needs, unless the register is still being read.
    pub made: Option<Made>,
}

/// Which of the user's batches is to be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakeBack {
    /// The last write, or the last undo.
    pub way: Way,
    /// Batches that the user passes over.
    pub passed: Vec<i64>,
    /// The user's yes to what was shown: the batch, and which of its fields are to stay.
    pub sure: Option<(i64, Staying)>,
}

/// Undo or redo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The last write that stands is taken back.
    Undo,
    /// The last undo that stands is taken back.
    Redo,
}
