//! Tables in files of other programs (CSV, XLSX, ODS, XLS, JSON), read row by row. The kind of a file is told by its first
//! bytes. Nothing here knows the register.

mod row;

pub use row::{Cell, CellState, Row};
