//! What the rows of a file mean: the headings and columns that stand for fields, the values in cells, and the verdict on
//! each row with its reasons. Nothing here writes.
//!
//! A file is read twice. [`Looker`] goes through it once and finds the headings, a mapping of the columns and what only
//! the whole column tells, such as the order of day and month; [`Judge`] then gives each row as [`Staged`].

mod apart;
mod articles_in_cell;
mod categories_in_cell;
mod cells;
mod column_facts;
mod context;
mod cycles;
mod dates_in_cell;
#[cfg(test)]
mod full_register;
mod guess;
mod heading;
mod heads;
mod judge;
mod lists;
mod look;
mod mapping;
mod named_states;
mod names_in_register;
mod names_of_none;
mod needs;
mod new_states;
#[cfg(test)]
mod properties;
mod records;
mod shared;
mod staged;
mod states_in_cell;
mod tally;
mod target;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod verdict;
mod writing;

pub use context::Options;
pub use guess::How;
pub use heading::key_of_headings;
pub use judge::Judge;
pub use look::{Looked, Looker};
pub use mapping::{DayOrder, MappedColumn, Mapping, MappingError};
pub use staged::{Candidate, Staged, StateOf};
pub use tally::Tally;
pub use target::{Meaning, Target};
pub use verdict::{Reason, ReasonKind, Verdict};
pub use writing::{Choice, Likely, Outcome, Plan, PlannedRow, plan};
