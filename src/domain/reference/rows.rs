//! Reading the tables of reference facts: one row after the other, with its words in every language.

use crate::text::Names;
use csv::StringRecord;
use serde::Deserialize;

/// A row with words in several languages, which stand in one column for each language: `name_en` and its like.
pub(super) trait Worded {
    /// The words, each with the beginning of its columns' names.
    fn words(&mut self) -> Vec<(&'static str, &mut Names)>;
}

/// Says which fields of rows are words in several languages.
macro_rules! worded {
    ($($row:ident: $($field:ident),*;)+) => {
        $(impl $crate::domain::reference::rows::Worded for $row {
            fn words(&mut self) -> Vec<(&'static str, &mut Names)> {
                vec![$((stringify!($field), &mut self.$field)),*]
            }
        })+
    };
}
pub(super) use worded;

/// The tables are part of the program and a test reads every row: a row that cannot be read is
/// left out here rather than ending a session.
pub(super) fn rows<T: for<'a> Deserialize<'a> + Worded>(table: &str) -> Vec<T> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let head = reader.headers().cloned().unwrap_or_default();
    let row = |record: StringRecord| {
        let mut row: T = record.deserialize(Some(&head)).ok()?;
        for (field, names) in row.words() {
            *names = by_language(field, &head, &record);
        }
        Some(row)
    };
    reader.records().filter_map(Result::ok).filter_map(row).collect()
}

/// The words in the columns of one field, each of which ends with the code of a language.
pub fn by_language(field: &str, head: &StringRecord, record: &StringRecord) -> Names {
    let language = |column: &'_ str| -> Option<String> {
        let code = column.strip_prefix(field)?.strip_prefix('_')?;
        let is_code = (2..=3).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_lowercase());
        is_code.then(|| code.to_owned())
    };
    let cells = head.iter().zip(record);
    let words: Names = cells.filter_map(|(column, cell)| Some((language(column)?, cell))).collect();
    // The build for tests has a column of the language that is made up for them.
    #[cfg(test)]
    let words = crate::text::with_made_up(words);
    words
}
