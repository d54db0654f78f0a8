//! CSV by RFC 4180: the names first, quotation marks where needed, CR LF at the ends of lines.
//! Lists are joined by `;`, values not stated are empty; what has names of its own is JSON.

use super::json::in_json;
use super::sheet::decimal;
use super::{Cell, Sheet};
use crate::domain::{clean_text, cleaned_text, neutralised};
use std::borrow::Cow;
use std::io::{self, Write};

/// Writes a sheet as CSV.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe in front, which makes it words there
/// ([`neutralised`]); numbers and dates stay as they are.
pub fn write_csv(sheet: &Sheet<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    writer.write_record(sheet.columns.iter().map(|column| &column.name)).map_err(plain)?;
    (sheet.rows)(&mut |row| {
        for cell in row {
            let words = words(cell);
            let field = match cell {
                Cell::Text(_) | Cell::List(_) | Cell::Object(_) => neutralised(&words),
                // Numbers and dates stand as they are, also those below nothing.
                _ => Cow::Borrowed(&*words),
            };
            writer.write_field(&*field).map_err(plain)?;
        }
        writer.write_record(None::<&[u8]>).map_err(plain)
    })?;
    writer.flush()
}

/// The kind of the input or output error must survive: a closed pipe is an ordinary end.
fn plain(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        kind => io::Error::other(format!("{kind:?}")),
    }
}

/// A cell as one text for programs: lists joined by `;`, with a backslash before each `;` and `\\` within a value, other
/// cells of cells as JSON. Empty where nothing is stated.
pub(super) fn words(cell: &Cell) -> Cow<'_, str> {
    Cow::Owned(match cell {
        Cell::Text(words) => return cleaned_text(words),
        Cell::Number(number) => number.to_string(),
        Cell::Hundredths(number) => decimal(*number),
        Cell::Change(number) => number.to_string(),
        Cell::Id(number) => number.to_string(),
        Cell::Flag(flag) => return Cow::Borrowed(if *flag { "true" } else { "false" }),
        Cell::Date(day) => day.to_string(),
        Cell::Object(_) => clean_text(&in_json(cell)),
        Cell::List(cells) if cells.iter().any(|cell| matches!(cell, Cell::Object(_))) => {
            clean_text(&in_json(cell))
        }
        Cell::List(cells) => cells.iter().map(one_of_list).collect::<Vec<_>>().join(";"),
        Cell::Missing => return Cow::Borrowed(""),
    })
}

/// A value of a list, in which no `;` ends it.
fn one_of_list(cell: &Cell) -> Cow<'_, str> {
    let words = words(cell);
    if words.contains([';', '\\']) {
        Cow::Owned(words.replace('\\', "\\\\").replace(';', "\\;"))
    } else {
        words
    }
}

#[cfg(test)]
mod tests {
    use super::super::SheetColumn;
    use super::*;
    use crate::domain::as_stated;
    use proptest::prelude::*;

    fn written(rows: &[Vec<Cell>]) -> String {
        let columns = (0..rows.first().map_or(1, Vec::len))
            .map(|i| SheetColumn::new(format!("c{i}"), ""))
            .collect();
        let sheet = Sheet::new(columns, || rows.iter().cloned());
        let mut out = Vec::new();
        write_csv(&sheet, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn cells_are_quoted_where_needed_and_lists_joined() {
        let day = crate::domain::Day::parse("2019-09-30");
        let row = vec![
            Cell::from("a \"b\", c"),
            Cell::Number(7),
            Cell::List(vec![Cell::Number(8), Cell::Number(52)]),
            Cell::Missing,
            Cell::from(day),
        ];
        assert_eq!(written(&[row]), "c0,c1,c2,c3,c4\r\n\"a \"\"b\"\", c\",7,8;52,,2019-09-30\r\n");
        assert_eq!(written(&[]), "c0\r\n");
    }

    #[test]
    fn no_cell_is_a_formula_and_numbers_stay() {
        for (text, safe) in [
            ("=1+1", "'=1+1"),
            ("'=1+1", "''=1+1"),
            ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
            ("-5", "'-5"),
            ("＝1", "'＝1"),
            ("2019-09-30", "2019-09-30"),
            ("a=b", "a=b"),
            ("\u{200b}=1", "'=1"),
            ("\u{1b}[2Jx", " [2Jx"),
        ] {
            assert_eq!(written(&[vec![Cell::from(text)]]), format!("c0\r\n{safe}\r\n"), "{text:?}");
        }
        assert_eq!(written(&[vec![Cell::Change(-5)]]), "c0\r\n-5\r\n");
    }

    #[test]
    fn a_value_of_a_list_does_not_end_where_it_has_a_semicolon() {
        let list = Cell::List(vec!["=a;b".into(), "c\\".into(), Cell::Number(8)]);
        assert_eq!(written(&[vec![list]]), "c0\r\n'=a\\;b;c\\\\;8\r\n");
    }

    proptest! {
        #[test]
        fn a_reader_gets_the_cells_back(rows in prop::collection::vec(
            prop::collection::vec("[a-z ,;\"\n'é中=@-]{1,12}", 3), 0..6)) {
            let cells: Vec<Vec<Cell>> = rows.iter()
                .map(|row| row.iter().map(|text| Cell::from(text.as_str())).collect()).collect();
            let text = written(&cells);
            let mut reader = csv::Reader::from_reader(text.as_bytes());
            for (read, row) in reader.records().zip(&rows) {
                let read = read.unwrap();
                let expected: Vec<String> = row.iter().map(|text| clean_text(text)).collect();
                prop_assert_eq!(read.iter().map(as_stated).collect::<Vec<_>>(), expected);
            }
        }
    }
}
