//! The columns of the lists, each told in one place for the screen and for the command line: its
//! name, its width, its cells, their looks and its order. A file for each list has its columns and,
//! behind them, which of them data and the screen show, in which order.
//!
//! A column that lacks something does not compile: a column cannot be made without its cells, one
//! on the screen not without a width, one of needs on the screen not without an order of the
//! engine.

pub mod activities;
mod activity_details;
mod activity_row;
pub mod advisers;
pub mod batches;
pub mod candidates;
mod column;
pub mod coverage;
pub mod facts;
pub mod gaps;
mod key;
pub mod log;
mod need_row;
pub mod needs;
pub mod organisations;
pub mod overlaps;
pub mod parts;
pub mod platforms;
pub mod property;
pub mod reader;
pub mod reviews;
mod screen;
mod state_cells;
pub mod states;
mod widths;
pub mod works;

pub use column::{Column, ListOnScreen, Listed, Placed, RecordList, ScreenColumn};
pub use key::{SortKey, sorted};
pub use screen::{CellContext, Head, Width, Words};
pub use widths::{EDGE, GivesWay, Layout, WIDTHS, chosen_column, column_chosen};

/// The names of the columns that a list of the command line has; none for another list.
pub fn in_data(list: &str) -> Vec<&'static str> {
    fn names<L: RecordList>(columns: &[&'static Column<L>]) -> Vec<&'static str> {
        columns.iter().map(|column| column.property.name).collect()
    }
    match list {
        "needs" => names(&needs::DATA),
        "states" => names(&states::DATA),
        "reviews" => names(&reviews::DATA),
        "activities" => names(&activities::data()),
        "organisations" => names(&organisations::data()),
        "platforms" => names(&platforms::DATA),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests;
