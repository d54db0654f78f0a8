//! A table in a text file (RFC 4180), read with the place of every character, so that a mistake
//! deep inside a cell is named where it stands.

/// A cell of the table.
#[derive(Clone, Debug, Default)]
pub(super) struct Cell {
    /// Its text, without quotation marks and space around it.
    pub(super) text: String,
    /// For every byte of the text, and for its end, the byte of the file.
    at: Vec<usize>,
}

impl Cell {
    /// The byte of the file that holds a byte of the text.
    pub(super) fn place(&self, byte: usize) -> usize {
        self.at.get(byte).or(self.at.last()).copied().unwrap_or(0)
    }

    fn push(&mut self, c: char, at: usize) {
        self.at.extend((0..c.len_utf8()).map(|byte| at + byte));
        self.text.push(c);
    }

    /// The cell as it is used: without space at its ends.
    fn closed(mut self, end: usize) -> Self {
        self.at.push(end);
        let front = self.text.len() - self.text.trim_start().len();
        let length = self.text.trim().len();
        self.text = self.text.trim().to_owned();
        self.at = self.at[front..=front + length].to_vec();
        self
    }
}

/// The lines of the table; empty lines are left out. Cells are separated by the character that the
/// first line has most of: a comma, or the semicolon or tab that some spreadsheets write.
///
/// # Errors
/// The byte of a quotation mark that is not closed, or that does not begin or end its cell.
pub(super) fn rows(text: &str) -> Result<Vec<Vec<Cell>>, usize> {
    let first = text.lines().next().unwrap_or_default();
    let most =
        [';', '\t'].into_iter().find(|c| first.matches(*c).count() > first.matches(',').count());
    let separator = most.unwrap_or(',');
    let mut rows = Vec::new();
    let (mut row, mut cell) = (Vec::new(), Cell::default());
    // Whether a quotation mark is open, and where; whether one has been closed.
    let (mut open, mut closed) = (None, false);
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        match (c, open) {
            ('"', Some(_)) if rest.next_if(|(_, next)| *next == '"').is_some() => {
                cell.push('"', at);
            }
            ('"', Some(_)) => (open, closed) = (None, true),
            ('"', None) if cell.text.trim().is_empty() && !closed => open = Some(at),
            ('"', None) => return Err(at),
            (c, None) if c == separator || c == '\n' => {
                row.push(std::mem::take(&mut cell).closed(at));
                closed = false;
                if c == '\n' {
                    rows.push(std::mem::take(&mut row));
                }
            }
            ('\r' | '\u{feff}', None) => {}
            (c, None) if closed && !c.is_whitespace() => return Err(at),
            (c, _) => cell.push(c, at),
        }
    }
    if let Some(at) = open {
        return Err(at);
    }
    row.push(cell.closed(text.len()));
    rows.push(row);
    rows.retain(|row| row.iter().any(|cell| !cell.text.is_empty()));
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn texts(text: &str) -> Vec<Vec<String>> {
        let rows = rows(text).unwrap().into_iter();
        rows.map(|row| row.into_iter().map(|cell| cell.text).collect()).collect()
    }

    #[test]
    fn cells_are_read_as_spreadsheets_write_them() {
        assert_eq!(
            texts("\u{feff}a,b\r\n1,\"x, \"\"y\"\"\"\r\n\r\n"),
            [["a", "b"], ["1", "x, \"y\""]]
        );
        assert_eq!(texts("a;b\n1;2,5"), [["a", "b"], ["1", "2,5"]]);
        assert_eq!(texts("a\tb\n 1 \t"), [["a", "b"], ["1", ""]]);
        assert_eq!(texts(""), [[""; 0]; 0]);
    }

    #[test]
    fn a_character_keeps_its_place() {
        let text = "a,b\n中, \"x\"\"y\" \n";
        let rows = rows(text).unwrap();
        assert_eq!(rows[1][0].place(0), text.find('中').unwrap());
        let second = &rows[1][1];
        assert_eq!(second.text, "x\"y");
        assert_eq!(second.place(0), text.find('x').unwrap());
        assert_eq!(second.place(2), text.find('y').unwrap());
    }

    #[test]
    fn a_stray_quotation_mark_is_named() {
        assert_eq!(rows("a\n\"b").unwrap_err(), 2);
        assert_eq!(rows("a\nb\"c").unwrap_err(), 3);
        assert_eq!(rows("a\n\"b\"c").unwrap_err(), 5);
    }

    proptest! {
        #[test]
        fn what_the_csv_crate_writes_is_read_back(
            table in prop::collection::vec(prop::collection::vec("[a-z0-9,;\"\n é中]{0,6}", 3), 1..6),
        ) {
            let mut writer = csv::Writer::from_writer(Vec::new());
            writer.write_record(["x", "y", "z"]).unwrap();
            for row in &table {
                writer.write_record(row).unwrap();
            }
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let mut expected: Vec<Vec<String>> = vec![vec!["x".into(), "y".into(), "z".into()]];
            expected.extend(table.iter().map(|row| row.iter().map(|c| c.trim().to_owned()).collect()));
            expected.retain(|row| row.iter().any(|cell| !cell.is_empty()));
            prop_assert_eq!(texts(&text), expected);
        }
    }
}
