//! Reading the rows of a reference table.

use serde::Deserialize;

/// The tables are part of the program and a test reads every row: a row that cannot be read is
/// left out here rather than ending a session.
pub(super) fn rows<T: for<'a> Deserialize<'a>>(table: &str) -> Vec<T> {
    csv::Reader::from_reader(table.as_bytes()).deserialize().filter_map(Result::ok).collect()
}
