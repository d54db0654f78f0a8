//! One record for people: a line for each of its columns, the head before its words.

use super::Sheet;
use super::table::words;
use crate::domain::clean_line;
use crate::text::{padded, width, wrapped};
use std::io::{self, Write};

/// The space between a head and its words.
const GAP: &str = "  ";
/// The width at which words are wrapped where no terminal says how wide it is.
const WIDTH: usize = 100;
/// The least room for the words beside the heads.
const LEAST: usize = 20;

/// Writes the rows of a sheet, each as lines of heads and words; `between` stands between the parts of a list. Words
/// that are longer than the line go on below it.
pub fn write_record(
    sheet: &Sheet<'_>,
    between: &str,
    width_of_terminal: Option<usize>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let heads: Vec<String> = sheet.columns.iter().map(|column| clean_line(&column.head)).collect();
    let longest = heads.iter().map(|head| width(head)).max().unwrap_or(0);
    let room = width_of_terminal.unwrap_or(WIDTH).saturating_sub(longest + GAP.len()).max(LEAST);
    (sheet.rows)(&mut |row| {
        for (head, cell) in heads.iter().zip(row) {
            let mut head = head.as_str();
            for line in wrapped(&words(cell, between), room) {
                writeln!(
                    out,
                    "{}",
                    format!("{}{GAP}{line}", padded(head, longest, false)).trim_end()
                )?;
                head = "";
            }
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::{Cell, SheetColumn};

    #[test]
    fn each_column_has_a_line_and_long_words_go_on_below() {
        let columns = vec![SheetColumn::new("a", "Code"), SheetColumn::new("b", "What it is")];
        let words = "one two three four five six";
        let sheet = Sheet::new(columns, || {
            std::iter::once(vec![Cell::Missing, Cell::List(vec![words.into(), Cell::Id(7)])])
        });
        let mut out = Vec::new();
        write_record(&sheet, "; ", Some(32), &mut out).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "Code        –\nWhat it is  one two three four\n            five six; 7\n"
        );
    }
}
