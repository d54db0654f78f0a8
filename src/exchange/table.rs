//! A table for people: columns aligned by what a terminal shows, numbers to the right.

use super::{Cell, Sheet};
use crate::domain::clean_line;
use crate::text::{grouped, hundredths, padded, signed, width};
use std::io::{self, Write};

/// What stands for "not stated".
const NOT_STATED: &str = "–";
/// What stands for a flag that is set.
const SET: &str = "✓";
/// Between two columns.
const GAP: &str = "  ";
/// The least that a column of words is narrowed to.
const LEAST: usize = 6;

/// Writes a sheet as a table: the heads, a rule, the rows; `between` stands between the parts of a list.
///
/// With a `width`, as a terminal has one, the widest columns of words are cut until the table
/// fits; numbers and dates are never cut. Without, everything is written in full.
pub fn write_table(
    sheet: &Sheet<'_>,
    between: &str,
    width_of_terminal: Option<usize>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut shapes: Vec<Shape> =
        sheet.columns.iter().map(|column| Shape::of(&column.head)).collect();
    (sheet.rows)(&mut |row| {
        for (shape, cell) in shapes.iter_mut().zip(row) {
            shape.see(cell, between);
        }
        Ok(())
    })?;
    if let Some(most) = width_of_terminal {
        fit(&mut shapes, most);
    }
    let heads = sheet.columns.iter().map(|column| clean_line(&column.head));
    write_row(&shapes, heads, out)?;
    write_row(&shapes, shapes.iter().map(|shape| "─".repeat(shape.width)), out)?;
    (sheet.rows)(&mut |row| write_row(&shapes, row.iter().map(|cell| words(cell, between)), out))
}

/// How a column is laid out.
struct Shape {
    width: usize,
    /// Whether only numbers stand in it.
    numbers: bool,
    /// Whether anything stands in it that may be cut.
    words: bool,
}

impl Shape {
    fn of(head: &str) -> Self {
        Self { width: width(&clean_line(head)), numbers: true, words: false }
    }

    fn see(&mut self, cell: &Cell, between: &str) {
        self.width = self.width.max(width(&words(cell, between)));
        self.numbers &=
            !matches!(cell, Cell::Text(_) | Cell::Flag(_) | Cell::Date(_) | Cell::List(_));
        self.words |= matches!(cell, Cell::Text(_) | Cell::List(_));
    }
}

/// Takes from the widest column of words, one step at a time, until the row fits.
fn fit(shapes: &mut [Shape], most: usize) {
    let gaps = GAP.len() * shapes.len().saturating_sub(1);
    let mut over =
        (shapes.iter().map(|shape| shape.width).sum::<usize>() + gaps).saturating_sub(most);
    while over > 0 {
        let mut widths: Vec<usize> =
            shapes.iter().filter(|s| s.words && s.width > LEAST).map(|s| s.width).collect();
        widths.sort_unstable_by(|a, b| b.cmp(a));
        let Some(&widest) = widths.first() else { return };
        let next = widths.iter().copied().find(|w| *w < widest).unwrap_or(LEAST).max(LEAST);
        let Some(shape) = shapes.iter_mut().find(|s| s.words && s.width == widest) else { return };
        let step = if widths.get(1) == Some(&widest) { 1 } else { widest - next };
        let step = step.clamp(1, over);
        shape.width -= step;
        over -= step;
    }
}

fn words(cell: &Cell, between: &str) -> String {
    match cell {
        Cell::Text(words) => clean_line(words),
        Cell::Number(number) => grouped(*number),
        Cell::Hundredths(number) => hundredths(*number),
        Cell::Change(number) => signed(*number),
        Cell::Id(number) => number.to_string(),
        Cell::Flag(true) => SET.to_owned(),
        Cell::Flag(false) => String::new(),
        Cell::Date(day) => day.to_string(),
        Cell::List(cells) if cells.is_empty() => NOT_STATED.to_owned(),
        Cell::List(cells) => {
            cells.iter().map(|cell| words(cell, between)).collect::<Vec<_>>().join(between)
        }
        Cell::Missing => NOT_STATED.to_owned(),
    }
}

fn write_row(
    shapes: &[Shape],
    cells: impl Iterator<Item = String>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut line = String::new();
    for (place, (shape, cell)) in shapes.iter().zip(cells).enumerate() {
        if place > 0 {
            line.push_str(GAP);
        }
        line.push_str(&padded(&cell, shape.width, shape.numbers));
    }
    writeln!(out, "{}", line.trim_end())
}

#[cfg(test)]
mod tests {
    use super::super::Column;
    use super::*;
    use proptest::prelude::*;

    fn written(heads: &[&str], rows: &[Vec<Cell>], most: Option<usize>) -> String {
        let columns = heads
            .iter()
            .map(|head| Column { name: String::new(), head: (*head).to_owned() })
            .collect();
        let sheet = Sheet::new(columns, || rows.iter().cloned());
        let mut out = Vec::new();
        write_table(&sheet, ", ", most, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn columns_align_and_numbers_stand_to_the_right() {
        let rows = [
            vec![Cell::from("加纳"), Cell::Number(1234), Cell::Missing],
            vec![Cell::from("Ghana!"), Cell::Id(56789), Cell::from("x\u{1b}[31m")],
        ];
        assert_eq!(
            written(&["State", "n", "note"], &rows, None),
            "State       n  note\n──────  ─────  ──────\n加纳    1,234  –\nGhana!  56789  x [31m\n"
        );
    }

    #[test]
    fn a_terminal_gets_what_fits_and_numbers_are_whole() {
        let rows =
            [vec![Cell::Number(1_000_000), Cell::from("要".repeat(40)), Cell::from("abcdefgh")]];
        let table = written(&["id", "text", "state"], &rows, Some(40));
        assert!(table.lines().all(|line| width(line) <= 40), "{table}");
        assert!(table.contains("1,000,000") && table.contains("要…") && table.contains("abcdefgh"));
    }

    proptest! {
        #[test]
        fn every_line_fits_where_it_can(texts in prop::collection::vec("\\PC{0,60}", 1..8), most in 30usize..120) {
            let rows: Vec<Vec<Cell>> = texts.iter()
                .map(|text| vec![Cell::Number(7), Cell::from(text.as_str()), Cell::from(text.as_str())]).collect();
            let table = written(&["id", "a", "b"], &rows, Some(most));
            prop_assert_eq!(table.lines().count(), texts.len() + 2);
            prop_assert!(table.lines().all(|line| width(line) <= most));
        }
    }
}
