//! A table for people: columns aligned by their width on a terminal, numbers to the right.

use super::{Cell, Room, Sheet, SheetColumn};
use crate::domain::clean_line;
use crate::text::{grouped, hundredths, padded, signed, width};
use std::io::{self, Write};

/// The sign for "not stated".
const NOT_STATED: &str = "–";
/// The sign for a flag that is set.
const SET: &str = "✓";
/// Between two columns.
const GAP: &str = "  ";
/// The least that a column of words is narrowed to before another one is left out.
const LEAST: usize = 10;
/// The least width of the column that takes what the others leave.
const LEAST_TEXT: usize = 20;
/// The least that a column of words is narrowed to where no other one can be left out any more.
const LAST: usize = 6;

/// Writes a sheet as a table: the heads, a rule, the rows; `between` stands between the parts of a
/// list. Gives the places of the columns that had to be left out.
///
/// With a width, as a terminal has one, columns of words become narrower, those that yield are left
/// out where that is not enough ([`Room`]), and spare cells go to the column that fills the
/// line; numbers and dates are never cut. Without, everything is written in full.
pub fn write_table(
    sheet: &Sheet<'_>,
    between: &str,
    width_of_terminal: Option<usize>,
    out: &mut dyn Write,
) -> io::Result<Vec<usize>> {
    let mut shapes: Vec<Shape> = sheet.columns.iter().map(Shape::of).collect();
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
    (sheet.rows)(&mut |row| write_row(&shapes, row.iter().map(|cell| words(cell, between)), out))?;
    Ok((0..shapes.len()).filter(|place| shapes[*place].left_out).collect())
}

/// How a column is laid out.
struct Shape {
    width: usize,
    room: Room,
    /// Whether only numbers stand in it.
    numbers: bool,
    /// Whether anything stands in it that may be cut.
    words: bool,
    left_out: bool,
}

impl Shape {
    fn of(column: &SheetColumn) -> Self {
        Self {
            width: width(&clean_line(&column.head)),
            room: column.room,
            numbers: true,
            words: false,
            left_out: false,
        }
    }

    fn see(&mut self, cell: &Cell, between: &str) {
        self.width = self.width.max(width(&words(cell, between)));
        self.numbers &=
            !matches!(cell, Cell::Text(_) | Cell::Flag(_) | Cell::Date(_) | Cell::List(_));
        self.words |= matches!(cell, Cell::Text(_) | Cell::List(_));
    }

    /// The narrowest that it is still read at.
    fn least(&self) -> usize {
        match (self.words, self.room) {
            (false, _) => self.width,
            (true, Room::Fills) => self.width.min(LEAST_TEXT),
            (true, _) => self.width.min(LEAST),
        }
    }
}

/// How wide a row is where each column is as wide as `of` says.
fn row_width(shapes: &[Shape], of: impl Fn(&Shape) -> usize) -> usize {
    let shown = shapes.iter().filter(|shape| !shape.left_out);
    let (count, sum) = shown.fold((0, 0), |(count, sum), shape| (count + 1, sum + of(shape)));
    sum + GAP.len() * usize::saturating_sub(count, 1)
}

/// Makes the row fit, as far as that can be done.
fn fit(shapes: &mut [Shape], most: usize) {
    if row_width(shapes, |shape| shape.width) <= most {
        return;
    }
    while row_width(shapes, Shape::least) > most {
        let last = |room| shapes.iter().rposition(|s| !s.left_out && s.room == room);
        let Some(place) = last(Room::YieldsFirst).or_else(|| last(Room::Yields)) else { break };
        shapes[place].left_out = true;
    }
    let natural: Vec<usize> = shapes.iter().map(|shape| shape.width).collect();
    for shape in shapes.iter_mut() {
        shape.width = shape.least();
    }
    let wide = row_width(shapes, |shape| shape.width);
    cut(shapes, wide.saturating_sub(most));
    // Spare cells go to the column that fills the line, the rest of them to the others in turn.
    let mut left = most.saturating_sub(wide);
    let shown = (0..shapes.len()).filter(|place| !shapes[*place].left_out);
    let (filling, others): (Vec<_>, Vec<_>) =
        shown.partition(|place| shapes[*place].room == Room::Fills);
    for place in filling.into_iter().chain(others) {
        let more = left.min(natural[place] - shapes[place].width);
        shapes[place].width += more;
        left -= more;
    }
}

/// Takes the surplus cells from the widest columns of words, one step at a time.
fn cut(shapes: &mut [Shape], mut over: usize) {
    while over > 0 {
        let of_words = |shape: &&mut Shape| shape.words && !shape.left_out && shape.width > LAST;
        let widest = shapes.iter_mut().filter(of_words).max_by_key(|shape| shape.width);
        let Some(shape) = widest else { return };
        shape.width -= 1;
        over -= 1;
    }
}

/// The words of a cell, for people; `between` stands between the parts of a list.
pub(super) fn words(cell: &Cell, between: &str) -> String {
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
        Cell::Object(cells) => {
            let named = |(name, cell): &(&str, Cell)| format!("{name} {}", words(cell, between));
            cells.iter().map(named).collect::<Vec<_>>().join(between)
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
    let shown = shapes.iter().zip(cells).filter(|(shape, _)| !shape.left_out);
    for (place, (shape, cell)) in shown.enumerate() {
        if place > 0 {
            line.push_str(GAP);
        }
        line.push_str(&padded(&cell, shape.width, shape.numbers));
    }
    writeln!(out, "{}", line.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(heads: &[&str], rows: &[Vec<Cell>], most: Option<usize>) -> String {
        let columns = heads.iter().map(|head| SheetColumn::new("", *head)).collect();
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

    #[test]
    fn e10_columns_that_yield_go_before_words_are_cut_to_nothing() {
        let columns = [
            ("id", Room::Stays),
            ("state", Room::Stays),
            ("category", Room::YieldsFirst),
            ("horizon", Room::Yields),
            ("text", Room::Fills),
            ("day", Room::Yields),
        ];
        let columns: Vec<SheetColumn> =
            columns.map(|(name, room)| SheetColumn { room, ..SheetColumn::new(name, name) }).into();
        let long = |letter: &str| Cell::from(letter.repeat(40));
        let row = [
            Cell::Id(1234),
            long("s"),
            long("c"),
            long("h"),
            Cell::from("t".repeat(200)),
            Cell::from(crate::domain::Day::parse("2019-09-30")),
        ];
        let sheet = Sheet::new(columns, || std::iter::once(row.to_vec()));
        let shown = |most| {
            let mut out = Vec::new();
            let left_out = write_table(&sheet, ", ", Some(most), &mut out).unwrap();
            let table = String::from_utf8(out).unwrap();
            assert!(table.lines().all(|line| width(line) <= most), "{most}\n{table}");
            (left_out, table.lines().nth(2).unwrap().matches('t').count())
        };
        // A number of 4, three columns of words with 10, the text with 20, a day, and five gaps. A cell
        // that is cut ends with a sign that says so.
        assert_eq!(shown(74), (vec![], 19));
        assert_eq!(shown(73), (vec![2], 19 + 11), "what yields first");
        assert_eq!(shown(61), (vec![2, 5], 19 + 11), "then from the right");
        assert_eq!(shown(49), (vec![2, 3, 5], 19 + 11));
        assert_eq!(shown(100), (vec![], 19 + 26), "the text takes what is left");
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
