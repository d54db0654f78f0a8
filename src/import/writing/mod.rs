//! The plan of an import: which records of the register the rows of a file are, and what is written for the others.
//!
//! A row that is in the register as it stands changes nothing; one that says other of the same record changes the fields
//! that nobody has changed here; one that is likely the same as another need is asked about; the others are added.

mod choice;
mod finding;
mod known_needs;
mod made;
mod match_by_key;
mod match_needs;
mod outcome;
mod plan;
mod row_key;

pub use choice::{Choice, Likely};
pub use outcome::Outcome;
pub use plan::{Plan, PlannedRow, plan};
