//! A record in lines: what each of its columns states, under the head that tables have.

use super::column::{Column, RecordList};
use super::reader::Reader;
use crate::exchange::Cell;
use crate::text::Text;

/// The heads and words of the columns that say something of a record, in their order; those of one language, of numbers
/// that are zero, and of columns with these names are left out.
pub fn facts<L: RecordList>(
    columns: &[&Column<L>],
    row: &L::Row<'_>,
    reader: Reader<'_>,
    without: &[&str],
) -> Vec<(String, String)> {
    let text = reader.person.unwrap_or(Text::of(crate::text::Lang::default()));
    let told = columns.iter().filter(|column| {
        column.property.language.is_none() && !without.contains(&column.property.name)
    });
    let said = told.filter_map(|column| {
        let words = match column.of(row, reader) {
            Cell::Number(0) => return None,
            Cell::List(cells) if cells.is_empty() => return None,
            _ => column.in_words(row, reader, text)?,
        };
        Some((column.property.column(text).head, words))
    });
    said.filter(|(_, words)| !words.trim().is_empty()).collect()
}
