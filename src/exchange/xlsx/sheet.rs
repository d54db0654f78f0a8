//! A sheet of the register as a workbook: what it is of, and its rows on as many sheets as they need.

use super::book::{Book, ColumnWidth};
use super::cell::XlsxCell;
use crate::domain::{Day, PartialDate};
use crate::exchange::csv::words;
use crate::exchange::sheet::decimal;
use crate::exchange::{Cell, Room, Sheet};
use crate::text::width;
use std::io::{self, Seek, Write};

/// The name of the first sheet, which tells what the others hold: the same in every language.
const ABOUT: &str = "ta-tui";

/// The name of the sheets of data; behind the first it has a number.
const DATA: &str = "data";

/// The most rows below the headings of a sheet.
const MOST_ROWS: u64 = 1_048_575;

/// What a workbook tells of itself on its first sheet.
#[derive(Clone, Debug)]
pub struct About {
    /// The day on which it says that it was made.
    pub day: Option<Day>,
    /// The lines: what is told, and the words.
    pub lines: Vec<(String, String)>,
    /// What stands at the end of a text that has no room in a cell.
    pub mark: String,
}

/// How many texts had no room in their cells, and were cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortened(pub u64);

/// Writes a sheet as a workbook: a first sheet with what it is of, then the rows, typed, below names that stay when
/// they are scrolled, with a filter over them. Rows beyond what a sheet holds stand on the next one.
///
/// # Errors
/// The file cannot be written.
pub fn write_xlsx<W: Write + Seek>(
    sheet: &Sheet<'_>,
    about: &About,
    out: W,
) -> io::Result<Shortened> {
    write_split(sheet, about, MOST_ROWS, out)
}

fn write_split<W: Write + Seek>(
    sheet: &Sheet<'_>,
    about: &About,
    most: u64,
    out: W,
) -> io::Result<Shortened> {
    let mut book = Book::new(out, &about.mark);
    let columns = sheet.columns.len();
    let widths: Vec<ColumnWidth> = sheet
        .columns
        .iter()
        .map(|column| match column.room {
            Room::Fills => 80,
            _ => (width(&column.name) + 4).clamp(10, 24) as ColumnWidth,
        })
        .collect();
    let begin = |book: &mut Book<W>, number: u32| {
        let name = if number == 1 { DATA.to_owned() } else { format!("{DATA} {number}") };
        book.begin_sheet(&name, &widths, true)?;
        book.row(sheet.columns.iter().map(|column| XlsxCell::Head(&column.name)))
    };
    let (mut on_sheet, mut sheets) = (0_u64, 1);
    begin(&mut book, sheets)?;
    (sheet.rows)(&mut |row| {
        if on_sheet == most || book.is_full() {
            book.end_sheet(Some(columns), &[], 0)?;
            (sheets, on_sheet) = (sheets + 1, 0);
            begin(&mut book, sheets)?;
        }
        on_sheet += 1;
        // Lists and numbers are made into words for the time of the row.
        let said: Vec<_> = row.iter().map(said).collect();
        book.row(row.iter().zip(&said).map(|(cell, said)| typed(cell, said)))
    })?;
    book.end_sheet(Some(columns), &[], 0)?;
    book.begin_sheet(ABOUT, &[24, 100], false)?;
    for (what, words) in &about.lines {
        book.row([XlsxCell::Head(what), XlsxCell::Text(words)].into_iter())?;
    }
    book.end_sheet(None, &[], 0)?;
    let (cut, _) = book.finish(about.day, true)?;
    Ok(Shortened(cut))
}

/// The words of a cell that is no number of its own kind.
fn said(cell: &Cell) -> std::borrow::Cow<'_, str> {
    match cell {
        Cell::Hundredths(number) => decimal(*number).into(),
        Cell::Missing | Cell::Flag(_) | Cell::Date(PartialDate::Day(_)) => "".into(),
        cell => words(cell),
    }
}

fn typed<'c>(cell: &Cell, said: &'c str) -> XlsxCell<'c> {
    match cell {
        Cell::Missing => XlsxCell::Blank,
        Cell::Flag(flag) => XlsxCell::Flag(*flag),
        Cell::Date(PartialDate::Day(day)) => XlsxCell::Day(*day),
        Cell::Number(_) | Cell::Hundredths(_) | Cell::Change(_) | Cell::Id(_) => {
            XlsxCell::Number(said)
        }
        // A month or a year alone is no day.
        Cell::Date(_) | Cell::Text(_) | Cell::List(_) | Cell::Object(_) => XlsxCell::Text(said),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::SheetColumn;
    use calamine::{Data, Reader, Xlsx};
    use std::io::Cursor;

    fn written(rows: &[Vec<Cell>], most: u64) -> (Vec<u8>, Shortened) {
        let columns = (0..3).map(|number| SheetColumn::new(format!("c{number}"), "Head")).collect();
        let sheet = Sheet::new(columns, || rows.iter().cloned());
        let about = About {
            day: Day::parse("2019-09-30"),
            lines: vec![("Filter".to_owned(), "=state:ghana".to_owned())],
            mark: "[cut]".to_owned(),
        };
        let mut out = Cursor::new(Vec::new());
        let shortened = write_split(&sheet, &about, most, &mut out).unwrap();
        (out.into_inner(), shortened)
    }

    #[test]
    fn a_reader_gets_the_values_in_their_kinds() {
        let day = Day::parse("2019-09-30");
        let month = PartialDate::parse("2019-05");
        let rows = [
            vec![Cell::Id(7), "=1+1".into(), Cell::from(day)],
            vec![Cell::Change(-5), " a & <b>\n中 ".into(), Cell::from(month)],
            vec![Cell::Flag(true), Cell::Missing, Cell::List(vec!["a;b".into(), "c".into()])],
        ];
        let (bytes, shortened) = written(&rows, MOST_ROWS);
        assert_eq!((shortened, bytes.clone()), (Shortened(0), written(&rows, MOST_ROWS).0));
        // The version that a part needs; LibreOffice does not open the form of large files, which is 45.
        assert_eq!(bytes[..5], *b"PK\x03\x04\x14");
        let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
        assert_eq!(book.sheet_names(), [ABOUT, DATA]);
        let about = book.worksheet_range(ABOUT).unwrap();
        assert_eq!(about.get_value((0, 1)), Some(&Data::String("=state:ghana".to_owned())));
        assert!(book.worksheet_formula(DATA).unwrap().is_empty());
        let data = book.worksheet_range(DATA).unwrap();
        let text = |words: &str| Some(Data::String(words.to_owned()));
        let value = |row, column| data.get_value((row, column)).cloned();
        assert_eq!(value(0, 2), text("c2"));
        assert_eq!(value(1, 0), Some(Data::Float(7.0)));
        assert_eq!(value(1, 1), text("=1+1"));
        let Some(Data::DateTime(day)) = value(1, 2) else { panic!("{:?}", value(1, 2)) };
        assert_eq!(day.to_ymd_hms_milli(), (2019, 9, 30, 0, 0, 0, 0));
        assert_eq!(value(2, 0), Some(Data::Float(-5.0)));
        assert_eq!(value(2, 1), text(" a & <b>\n中"));
        assert_eq!(value(2, 2), text("2019-05"));
        assert_eq!(value(3, 0), Some(Data::Bool(true)));
        assert_eq!(value(3, 2), text("a\\;b;c"));
    }

    #[test]
    fn rows_that_have_no_room_stand_on_the_next_sheet_below_the_same_names() {
        let rows: Vec<Vec<Cell>> =
            (0..5).map(|n| vec![Cell::Id(n), Cell::Missing, Cell::Missing]).collect();
        let mut book = Xlsx::new(Cursor::new(written(&rows, 2).0)).unwrap();
        assert_eq!(book.sheet_names(), ["ta-tui", "data", "data 2", "data 3"]);
        for (name, ids) in [("data", &[0.0, 1.0][..]), ("data 2", &[2.0, 3.0]), ("data 3", &[4.0])]
        {
            let range = book.worksheet_range(name).unwrap();
            assert_eq!(range.get_value((0, 0)), Some(&Data::String("c0".to_owned())));
            let found: Vec<Data> = range.rows().skip(1).map(|row| row[0].clone()).collect();
            assert_eq!(found, ids.iter().map(|id| Data::Float(*id)).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_text_without_room_is_cut_with_a_mark_and_counted() {
        let rows = [vec![Cell::from("x".repeat(40_000)), Cell::Missing, Cell::Missing]];
        let (bytes, shortened) = written(&rows, MOST_ROWS);
        assert_eq!(shortened, Shortened(1));
        let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
        let data = book.worksheet_range(DATA).unwrap();
        let Some(Data::String(words)) = data.get_value((1, 0)) else { panic!() };
        assert_eq!(words.len(), 32_767);
        assert!(words.ends_with("xx[cut]"));
    }
}
