//! The fields of records: one table for each kind, in the order in which its fields are listed. All
//! code that reads a record, writes it, logs, merges, undoes, checks and shows its changes takes
//! the fields from here.
//!
//! A new field is one row in the file of its kind, its column in a migration, and its words. Tests
//! hold that every column of every table of records stands in a row here or among the exceptions
//! that they list.

mod activity;
mod comment;
mod declared;
mod document;
mod matches;
mod need;
mod organisation;
mod overlap;
mod person;
mod platform;
mod record_field;
mod review;
mod row_cell;
mod setting;
mod side;
mod state;
mod stored;
mod tables;
mod theme;
mod value;
mod view;

pub use record_field::RecordField;
pub use row_cell::{CellPlace, RowCell};
pub use side::{Referred, Side};
pub use stored::{Stored, table_of};
pub use value::FieldValue;
