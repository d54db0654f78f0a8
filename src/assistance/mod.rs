//! Assistance: which activities could serve which needs, what is served, planned for and unserved, where needs are
//! shared, which activities overlap, and who covers what. Data and rules; nothing here draws, and nothing is SQL.

mod brief;
mod by_state;
mod candidates;
mod common;
mod coverage;
mod explained;
mod few_states;
mod gap_cell;
mod gaps;
mod here;
mod in_cell;
mod index;
mod kinds;
mod open_needs;
mod overlaps;
mod period;
mod preparation;
mod reachable;
mod rule;
#[cfg(test)]
mod rule_tests;
mod same_work;
mod scope;
mod servable;
mod shared;
mod standing_trend;
mod tally;
mod values;
mod withheld;

pub use candidates::{Candidate, CandidateNeed, Looked, activities_for, needs_for};
pub use common::{Common, Ground};
pub use coverage::{Coverage, CoverageRole, Grant, MoneySum, coverage, grants};
pub use explained::explained;
pub use few_states::{needs_told, of_few_states, shown_and_told, withheld_parts};
pub use gap_cell::{FEWEST_OPEN, GapCell};
pub use gaps::{GAP_FIELDS, GapRow, Gaps, add_candidates, gaps};
pub use here::{Near, WorksHere, works_for, works_in, works_on};
pub use in_cell::{CellValues, InCell, ServableNeed, in_cell};
pub use kinds::{ActivityKind, is_training, kinds};
pub use overlaps::{Certainty, NEAR, Overlap, overlaps};
pub use period::Period;
pub use preparation::unprepared;
pub use reachable::{Cancelled, Reachable, reachable};
pub use rule::{
    Band, ChapterBits, Exclusion, Fit, Place, Score, Served, Subject, Time, identified,
};
pub use same_work::is_same_work;
pub use scope::Scope;
pub use shared::{
    FEWEST_STATES, GROUPED_BY, MOST_STATES, SPLIT_BY, SharedNeeds, Sharing, SharingState,
    shared_needs,
};
pub use standing_trend::standing_trend;
