//! Rows to bytes, one format a file: an aligned table for people, CSV and JSON for programs.
//! What the rows are about is not known here.

mod csv;
mod json;
mod sheet;
mod table;

pub use csv::write_csv;
pub use json::write_json;
pub use sheet::{Cell, Column, Sheet, Visit};
pub use table::{width, write_table};
