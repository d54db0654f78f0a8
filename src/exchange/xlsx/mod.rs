//! Excel's workbooks (ECMA-376), written row by row straight into the file: nothing of a million rows stays in memory,
//! and a disk that is full is an error like any other. The same content gives the same bytes.

mod book;
mod cell;
mod parts;
mod sheet;

pub use book::{Book, Choices, ColumnWidth};
pub use cell::XlsxCell;
pub use sheet::{About, Shortened, write_xlsx};
