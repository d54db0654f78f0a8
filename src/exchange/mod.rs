//! Rows and figures to bytes, one format a file: an aligned table, a drawing in text or a picture
//! for people, CSV, workbooks and JSON for programs. Nothing here knows the register.

mod csv;
mod drawing;
mod json;
mod markdown;
mod record;
mod replacing;
mod sheet;
mod strip;
mod table;
mod text_chart;
mod whole_file;
mod xlsx;

pub use csv::write_csv;
pub use drawing::{Fonts, Picture, Undrawn, sketch};
pub use json::{write_json, write_jsonl};
pub use markdown::write_markdown;
pub use record::write_record;
pub use replacing::{NotReplaced, refuse_irreplaceable};
pub use sheet::{Cell, Room, Sheet, SheetColumn, Visit};
pub use strip::write_strip;
pub use table::write_table;
pub use text_chart::{ChartWords, write_chart};
pub use whole_file::WholeFile;
pub use xlsx::{About, Book, Choices, ColumnWidth, Shortened, XlsxCell, write_xlsx};
