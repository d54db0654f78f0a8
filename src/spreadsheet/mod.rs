//! Tables in files of other programs (CSV, XLSX, ODS, XLS, JSON), read row by row. The kind of a file is told by its first
//! bytes. Nothing here knows the register.

mod caught;
mod choice;
mod csv;
#[cfg(test)]
mod csv_tests;
mod decoded;
mod delimiter;
mod encoding;
mod file;
#[cfg(test)]
mod fixture_tests;
mod json;
mod kind;
mod mac_roman;
#[cfg(test)]
mod memory_tests;
mod merged;
mod ods;
mod ods_cell;
#[cfg(test)]
mod ods_tests;
mod ole;
mod packed;
mod place;
mod row;
mod scan;
mod source;
mod stop;
mod survey;
mod unreadable;
mod value;
mod workbook;
mod xls;
#[cfg(test)]
mod xls_tests;
mod xlsx;
#[cfg(test)]
mod xlsx_tests;

pub use choice::{Choice, Ended, SheetName};
pub use file::TableFile;
pub use kind::FileKind;
pub use row::{Cell, CellState, Row};
pub use stop::Stop;
pub use unreadable::{Cause, Unreadable};
