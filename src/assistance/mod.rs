//! Assistance: which activities could serve which needs, and what serves whom. Data and rules; nothing here draws, and
//! nothing is SQL.

mod candidates;
mod explained;
mod kinds;
mod rule;

pub use candidates::{Candidate, CandidateNeed, Looked, activities_for, needs_for};
pub use explained::explained;
pub use kinds::{ActivityKind, kinds};
pub use rule::{
    Band, ChapterBits, Exclusion, Fit, Place, Score, Served, Subject, Time, identified,
};
