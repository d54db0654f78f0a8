//! Assistance: which activities could serve which needs, what is served, planned for and unserved, where needs are
//! shared, which activities overlap, and who covers what. Data and rules; nothing here draws, and nothing is SQL.

mod candidates;
mod common;
mod coverage;
mod explained;
mod gap_cell;
mod gaps;
mod in_cell;
mod index;
mod kinds;
mod overlaps;
mod period;
mod rule;
#[cfg(test)]
mod rule_tests;
mod same_work;
mod scope;
mod servable;
mod shared;
mod tally;
mod values;
mod withheld;

pub use candidates::{Candidate, CandidateNeed, Looked, activities_for, needs_for};
pub use common::{Common, Ground};
pub use coverage::{Coverage, CoverageRole, Grant, MoneySum, coverage};
pub use explained::explained;
pub use gap_cell::{FEWEST_OPEN, GapCell};
pub use gaps::{GAP_FIELDS, GapRow, Gaps, add_candidates, gaps};
pub use in_cell::{CellValues, InCell, ServableNeed, in_cell};
pub use index::{ActivityIndex, Topic};
pub use kinds::{ActivityKind, kinds};
pub use overlaps::{Certainty, NEAR, Overlap, overlaps};
pub use period::Period;
pub use rule::{
    Band, ChapterBits, Exclusion, Fit, Place, Score, Served, Subject, Time, identified,
};
pub use same_work::is_same_work;
pub use scope::Scope;
pub use shared::{
    FEWEST_STATES, GROUPED_BY, MOST_STATES, SPLIT_BY, SharedNeeds, Sharing, SharingState,
    shared_needs,
};
