//! Records of every kind as the file holds them: read and written field by field, from the table of fields.

mod between;
mod compared;
mod edit;
mod input;
mod json_rows;
mod marking;
mod matched;
mod matching;
mod merging;
mod merging_needs;
mod merging_themes;
mod numbers;
mod order;
mod read;
mod references;
mod row;
mod rule;
mod rules;
mod side_rows;
mod sides;
mod state_names;
mod table_columns;
mod taken;
#[cfg(test)]
mod tests;
mod two_records;
mod typed;
mod whole;
mod write;

pub use compared::{Compared, Differing};
pub(super) use edit::changed_rows;
pub use edit::{Edited, RecordEdit, RecordWrite, Rehearsed};
pub(super) use input::{doubtful, in_no_figure, refuse as refuse_input};
pub use marking::MarkWrite;
pub use matching::{MatchWrite, UnmatchWrite};
pub use merging::{Mergeable, RecordMerge, ThemeUses};
pub(super) use numbers::Numbers;
pub(super) use order::order;
#[cfg(test)]
pub(super) use read::of_triage;
pub(super) use row::{Row, RowChange, Rows};
pub use rule::Rule;
pub use two_records::TwoRecords;
pub use whole::WholeRecord;
pub(super) use write::{Birth, Writer, insert};
