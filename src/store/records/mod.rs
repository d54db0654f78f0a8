//! Records of every kind as the file holds them: read and written field by field, from the table of fields.

mod edit;
mod input;
mod json_rows;
mod matched;
mod matching;
mod merging;
mod order;
mod read;
mod references;
mod row;
mod rules;
mod sides;
mod table_columns;
#[cfg(test)]
mod tests;
mod whole;
mod write;

pub use edit::{Edited, RecordEdit, RecordWrite};
pub(super) use input::{doubtful, refuse as refuse_input};
pub use matching::{MatchWrite, UnmatchWrite};
pub use merging::{NeedMerge, TwoNeeds};
pub(super) use order::order;
#[cfg(test)]
pub(super) use read::of_triage;
pub(super) use row::{Row, RowChange, Rows};
pub use whole::WholeRecord;
pub(super) use write::{Writer, insert};
