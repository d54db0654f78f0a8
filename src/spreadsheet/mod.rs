//! Tables in files of other programs (CSV, XLSX, ODS, XLS, JSON), read row by row. The kind of a file is told by its first
//! bytes. Nothing here knows the register.

mod choice;
mod csv;
#[cfg(test)]
mod csv_tests;
mod decoded;
mod delimiter;
mod encoding;
mod file;
mod kind;
mod mac_roman;
mod row;
mod source;
mod stop;
mod survey;
mod unreadable;

pub use choice::{Choice, Ended, SheetName};
pub use file::TableFile;
pub use kind::FileKind;
pub use row::{Cell, CellState, Row};
pub use stop::Stop;
pub use unreadable::{Cause, Unreadable};
