//! The requests of the program and the answer to a question.

use super::kept_order::KeptOrder;
use crate::analysis::ledger::{Entry, Problem, What};
use crate::analysis::trend::Trend;
use crate::analysis::{
    ByTheme, Compared, Connection, Connections, Design, Figure, Finding, Ranking,
};
use crate::assistance::{
    Band, Candidate, CellValues, Coverage, CoverageRole, Gaps, InCell, Overlap, Reachable,
    SharedNeeds, WorksHere,
};
use crate::columns::platforms::AgreedNeeds;
use crate::domain::{ArticleSet, Day, NeedNumber};
use crate::query::register::{Address, Register};
use crate::query::{
    AssistanceShown, Counts, Field, Filter, Load, Meant, Measure, Parts, Plan, Sort,
};
use crate::store::{AssistanceInFile, LogEntry, Staying};
use crate::text::Lang;
use std::sync::Arc;
use std::time::SystemTime;

/// The number of a request; its report carries the same one.
pub type Ticket = u64;

/// A screen's question: needs, order, day and extras. A newer question replaces an older unanswered one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Rises with every question; an answer carries the generation of its question.
    pub generation: u64,
    /// The filter of the needs.
    pub filter: Filter,
    /// Their order.
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
    /// The day whose register is asked; `None` for the present register.
    pub as_of: Option<Day>,
    /// Restricts the rows to the growth since an earlier day.
    pub since: Option<Since>,
    /// The earlier day that counts and figures are compared with.
    pub compared: Compared,
    /// Whether a list of States or reviews shows only those with such needs, whatever the filter.
    pub with_needs: bool,
    /// Whether its filter or its screen needs the texts of needs.
    pub texts: bool,
    /// The extra data for the screen: a figure, the published figures, themes.
    pub wanted: Option<Wanted>,
    /// The field by whose values its counts are split too.
    pub split: Option<Field>,
}

/// A restriction to growth: the part of a filter's needs that is new since an earlier day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Since {
    /// The earlier day.
    pub day: Day,
    /// Needs that the filter did not let through on it; or, counting States or reviews, those that
    /// it did not let through, with all their needs.
    pub measure: Measure,
}

/// The extra data that a screen asks for beside needs and their counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A figure of a note, under the filter.
    Figure {
        /// The figure.
        design: &'static Design,
        /// Needs or States.
        measure: Measure,
    },
    /// Totals over the years, under the filter.
    Trend,
    /// Open needs over the years by how far they are served, under the filter.
    Standing,
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
    /// The assistance given, under the filter.
    Assistance(AssistanceOf),
}

/// The part of the assistance given that a screen shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AssistanceOf {
    /// Its lists, or the page of an organisation or adviser.
    #[default]
    Lists,
    /// The page of an activity: a place in the vocabulary.
    Activity(u16),
    /// The page of a platform: a place among the platforms.
    Platform(u16),
    /// The gaps by two fields.
    Gaps([Field; 2]),
    /// The needs that States of one group share, by the field that groups them and, where one splits them, by that.
    Shared(Field, Option<Field>),
    /// A cell of gaps, under the filter: its activities, and the needs that could be served now.
    Cell(CellValues),
    /// Activities that may do the same work.
    Overlaps,
    /// The activities that could serve the need with this number, of a band and better ones.
    ForNeed(NeedNumber, Band),
    /// The needs that an activity, by its place in the vocabulary, could serve, of a band and better ones.
    ForActivity(u16, Band),
    /// What each organisation covers in a role.
    Coverage(CoverageRole),
    /// The reviews that are under way without preparation.
    Unprepared,
    /// The page of an organisation: a place in the vocabulary.
    Organisation(u16),
    /// The page of an adviser: a place in the vocabulary.
    Adviser(u16),
    /// The activities in a State, by its place in the vocabulary.
    InState(u16),
}

/// The computed extra data, in answer to [`Wanted`].
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
    /// Open needs over the years by how far they are served.
    Standing(Arc<Trend>),
    /// The connections between articles.
    Connections(Arc<Connected>),
    /// The findings on the published figures.
    Verification(Arc<Verified>),
    /// Themes with their articles.
    Themes(Arc<ByTheme>),
    /// The assistance given.
    Assistance(Arc<AssistanceMade>),
}

/// The assistance given, beside what the register in memory holds of it.
#[derive(Clone, Debug, Default)]
pub struct AssistanceMade {
    /// The part that was asked for.
    pub of: AssistanceOf,
    /// What the file alone holds.
    pub file: Arc<AssistanceInFile>,
    /// Whether the register is that of today.
    pub is_today: bool,
    /// The activities and organisations that the filter shows.
    pub shown: AssistanceShown,
    /// How many needs of the filter each activity is matched with, by its place; `None` where that is not told.
    pub needs: Vec<Option<u32>>,
    /// The slots of the providers whose number of needs is not told, rising.
    pub untold: Vec<u16>,
    /// For the page of an activity: the numbers of all needs that are matched with it, rising.
    pub matched: Vec<NeedNumber>,
    /// For the page of a platform: how many needs its members have under each of its priorities, where that can be
    /// asked.
    pub agreed: Vec<Option<AgreedNeeds>>,
    /// The gaps, by the fields asked for; where States are not named, by fields that may be told.
    pub gaps: Option<Gaps>,
    /// Whether the needs of the gaps that could be served now are still being counted: the same answer follows with
    /// them.
    pub goes_on: bool,
    /// The shared needs, and the field that groups States.
    pub shared: Option<(Field, Vec<SharedNeeds>)>,
    /// The content of a cell of gaps.
    pub cell: Option<InCell>,
    /// The overlaps of which one of the two activities passes, the most certain first.
    pub overlaps: Option<Vec<Overlap>>,
    /// The activities that could serve a need, the best ones first.
    pub candidates: Vec<Candidate>,
    /// The numbers of the needs that an activity could serve, with their points, the best ones first.
    pub could_serve: Vec<(NeedNumber, u8)>,
    /// The order of the list that is drawn of it.
    pub order: KeptOrder,
    /// What each organisation covers, in the order of the vocabulary.
    pub coverage: Option<Vec<Coverage>>,
    /// The reviews that are under way without preparation: places in the vocabulary.
    pub unprepared: Option<Vec<u16>>,
    /// The activities here: in a State, under the articles of a need, or of a platform.
    pub here: Vec<WorksHere>,
    /// Needs of the page broken down by values of fields.
    pub parts: Option<NeedsInParts>,
    /// The needs that the activities of an organisation could serve, where there are not too many of both.
    pub reachable: Option<Reachable>,
    /// The changes of the organisation of the page, the newest first; `None` where they are not told.
    pub changes: Option<Vec<LogEntry>>,
}

/// Needs broken down by the values of one or more fields.
#[derive(Clone, Debug)]
pub struct NeedsInParts {
    /// The needs.
    pub filter: Filter,
    /// A field, the slot of a value, and how many of the needs have it.
    pub values: Vec<(Field, u16, u32)>,
}

/// The counts of a filter on an earlier day.
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
    /// Their order.
    pub ranking: Ranking,
    /// The day that they show.
    pub until: Day,
}

/// The published figures against the register.
#[derive(Clone, Debug, Default)]
pub struct Verified {
    /// The published figures.
    pub ledger: Vec<Entry>,
    /// The finding on each.
    pub findings: Vec<Finding>,
    /// Unreadable places in the file with more figures, or queries that mean nothing in this
    /// register: then the built-in figures stand alone, or none does.
    pub problems: Vec<Problem>,
    /// The state of the file with more figures when it was read.
    pub(super) file: FileState,
}

/// A file's time of writing and its length; `None` if the file is missing.
pub(super) type FileState = Option<(SystemTime, u64)>;

impl Verified {
    /// Whether a query counts needs as they were on a day or later. Queries of the small tables are
    /// left out, since triage does not change those.
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
    /// The queue's owner.
    pub whose: Whose,
    /// Put off: these stand at the end, in this order.
    pub later: Vec<NeedNumber>,
}

/// The owner of a queue's needs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Whose {
    /// All needs, assigned or not.
    All,
    /// The needs without a focal point.
    #[default]
    Nobody,
    /// The needs assigned to a person, by place in the vocabulary.
    Person(u16),
    /// The needs assigned to the person who works.
    Mine,
}

/// A need that stays in its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hold {
    /// The need's number.
    pub need: NeedNumber,
    /// The row.
    pub row: u32,
}

/// The answer to a question.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The question's generation.
    pub generation: u64,
    /// The register that the rows are rows of.
    pub register: Arc<Register>,
    /// While the register is being read: the number of needs to read in all. The answer then holds
    /// for those read so far, and a better answer follows.
    pub reading: Option<usize>,
    /// The question's filter.
    pub filter: Filter,
    /// The needs, in order.
    pub rows: Arc<Vec<Address>>,
    /// The filter as the register understands it.
    pub plan: Arc<Plan>,
    /// Counts over all needs of the filter.
    pub counts: Arc<Counts>,
    /// The reviews that pass the filter's terms about reviews, by place in the vocabulary. If the filter has no other
    /// terms, lists of reviews and States also show those without needs.
    pub reviews: Arc<[bool]>,
    /// Whether the filter has only terms about reviews; see [`Answer::reviews`].
    pub on_reviews_only: bool,
    /// The States that pass the filter's terms about States, by place in the vocabulary.
    pub states: Arc<[bool]>,
    /// For the triage screen: the workload of each person, by place in the vocabulary plus one, 0
    /// for needs without a focal point. Empty unless the question asked for a queue.
    pub people: Arc<[Load]>,
    /// Other meanings that the filter's words could have than texts to search for; `None` where finding them would
    /// delay the answer: they follow as [`Report::Meant`](super::Report::Meant).
    pub meant: Option<Arc<[Meant]>>,
    /// The counts split as was asked, unless the register is still being read.
    pub parts: Option<Arc<Parts>>,
    /// The counts of the earlier day of the comparison, unless the register is still being read.
    pub before: Option<Arc<Before>>,
    /// The extra data that was wanted, unless the register is still being read.
    pub made: Option<Made>,
}

/// An undo or redo of one of the user's batches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakeBack {
    /// The last write, or the last undo.
    pub way: Way,
    /// Batches that the user passes over.
    pub passed: Vec<i64>,
    /// The confirmed batch, and the fields of it that stay as they are.
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

/// A need that is being entered, as far as it tells which others are like it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlikeTo {
    /// The number of the need, where it is in the register.
    pub own: Option<NeedNumber>,
    /// The place of its State in the vocabulary.
    pub state: u16,
    /// Its articles.
    pub articles: ArticleSet,
    /// Its text.
    pub text: String,
}
