//! The rows of JSON: a list of objects, or one object behind the other.

use super::csv::{MOST_COLUMNS, MOST_FIELD, MOST_ROW};
use super::decoded::Decoded;
use super::row::{Cell, CellState, Row};
use super::{Ended, Unreadable};
use crate::text::Message;
use serde::Deserializer as _;
use serde::de::{SeqAccess, Visitor};
use serde_json::{Deserializer, Value};
use std::cell::Cell as Shared;
use std::collections::HashMap;
use std::fmt;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::rc::Rc;

/// The names of the properties: each is a column.
#[derive(Clone, Debug, Default)]
pub(super) struct Properties {
    /// The names as they are written first, in the order of their first appearance.
    names: Vec<String>,
    /// The place of each name in small letters.
    places: HashMap<String, usize>,
}

impl Properties {
    /// Reads a whole text for the names of its properties.
    ///
    /// # Errors
    /// The text cannot be read, is no JSON or is cut short, or there are more names than columns of a table.
    pub(super) fn of(text: Decoded) -> Result<Self, Unreadable> {
        let mut found = Self::default();
        let mut length = 0;
        let mut too_many = false;
        values(text, &mut |value, _| {
            for name in value.as_object().into_iter().flat_map(|object| object.keys()) {
                let small = name.to_lowercase();
                if !found.places.contains_key(&small) {
                    length += name.len();
                    found.places.insert(small, found.names.len());
                    found.names.push(name.clone());
                }
            }
            too_many = found.names.len() > MOST_COLUMNS || length > MOST_FIELD;
            if too_many { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })?;
        if too_many {
            let message = Message::new("sheet-json-properties").with("most", MOST_COLUMNS);
            return Err(Unreadable::content(message));
        }
        Ok(found)
    }

    /// Gives the names as a row with the number 0, then each object.
    ///
    /// # Errors
    /// The text cannot be read on. The rows before were given.
    pub(super) fn rows(
        &self,
        text: Decoded,
        take: &mut dyn FnMut(Row) -> ControlFlow<()>,
    ) -> Result<Ended, Unreadable> {
        let heads = self.names.iter().map(|name| Cell::of(name.as_str())).collect();
        if !self.names.is_empty() && take(Row::of(0, heads)).is_break() {
            return Ok(Ended::Broken);
        }
        let mut number = 0;
        values(text, &mut |value, line| {
            number += 1;
            take(Row { line, ..self.row(number, &value) })
        })
    }

    fn row(&self, number: u32, value: &Value) -> Row {
        let Value::Object(object) = value else { return Row::of(number, vec![cell(value)]) };
        let mut cells = vec![Cell::default(); self.names.len()];
        for (name, value) in object {
            let place = self.places.get(&name.to_lowercase());
            let Some(there) = place.and_then(|place| cells.get_mut(*place)) else { continue };
            let here = cell(value);
            if there.text.is_empty() {
                *there = here;
            } else if !here.text.is_empty() {
                // the same name twice, in small and in capital letters
                there.text = format!("{}\n{}", there.text, here.text);
                there.state = CellState::Words;
            }
        }
        Row::of(number, cells)
    }
}

/// A value as the content of a cell: lists have a line for each of their values.
fn cell(value: &Value) -> Cell {
    let plain = |value: &Value| match value {
        Value::Null => Some(String::new()),
        Value::Bool(is) => Some(is.to_string()),
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => Some(text.clone()),
        Value::Array(_) | Value::Object(_) => None,
    };
    let words = match value {
        Value::Array(values) => {
            let lines: Option<Vec<String>> = values.iter().map(plain).collect();
            lines.map(|lines| {
                let lines = lines.iter().map(|line| line.trim().replace(['\n', '\r'], " "));
                lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
            })
        }
        value => plain(value),
    };
    match words {
        Some(text) if value.is_number() => Cell { text, state: CellState::Number },
        Some(text) if value.is_array() && !text.is_empty() => Cell { text, state: CellState::List },
        Some(text) => Cell::of(text),
        None => Cell { text: value.to_string(), state: CellState::Structure },
    }
}

/// Gives each value of a list, or each of the values that follow one another, with the line on which it begins.
fn values(
    mut text: Decoded,
    take: &mut dyn FnMut(Value, u32) -> ControlFlow<()>,
) -> Result<Ended, Unreadable> {
    let mut line = 1;
    let is_list = loop {
        let block = text.block()?;
        let blanks = block.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        let ends = memchr::memchr_iter(b'\n', &block[..blanks]).count() as u32;
        match block.get(blanks) {
            None if block.is_empty() => return Ok(Ended::AtEnd),
            None => {
                line += ends;
                text.used(blanks);
            }
            // What stands before is not taken, so that lines and columns of errors are right.
            Some(byte) => break *byte == b'[',
        }
    };
    let since = Rc::new(Shared::new(0));
    let began = Rc::new(Shared::new(0));
    let mut is_broken = false;
    let mut counted = |value| {
        since.set(0);
        is_broken = take(value, began.take()).is_break();
        is_broken
    };
    let reader =
        Bounded { text, since: Rc::clone(&since), line, began: Rc::clone(&began), is_list };
    let read = if is_list {
        let mut reader = Deserializer::from_reader(reader);
        reader.deserialize_seq(List(&mut counted)).and_then(|()| reader.end())
    } else {
        let mut all = Deserializer::from_reader(reader).into_iter::<Value>();
        all.try_for_each(|value| value.map(|value| !counted(value)).and_then(more))
    };
    match read {
        // A list that is left before its end gives an error too.
        _ if is_broken => Ok(Ended::Broken),
        Ok(()) => Ok(Ended::AtEnd),
        Err(error) => Err(refused(error)),
    }
}

/// Goes on, or ends the pass with an error that is not looked at.
fn more(goes_on: bool) -> serde_json::Result<()> {
    if goes_on { Ok(()) } else { Err(serde::de::Error::custom("left")) }
}

fn refused(error: serde_json::Error) -> Unreadable {
    if error.is_io() {
        return Unreadable::from(io::Error::from(error));
    }
    let id = if error.is_eof() { "sheet-json-cut" } else { "sheet-json-damaged" };
    let message = Message::new(id)
        .with("line", error.line().to_string())
        .with("column", error.column().to_string());
    Unreadable::content(message)
}

/// The values of a list, given one by one until the function says to leave.
struct List<'a, F>(&'a mut F);

impl<'de, F: FnMut(Value) -> bool> Visitor<'de> for List<'_, F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<(), A::Error> {
        while let Some(value) = values.next_element()? {
            if self.0(value) {
                break;
            }
        }
        Ok(())
    }
}

/// A text of which one value may have so many bytes.
struct Bounded {
    text: Decoded,
    since: Rc<Shared<usize>>,
    /// The line of the next byte.
    line: u32,
    /// The line on which the value that is read has begun; 0 before it.
    began: Rc<Shared<u32>>,
    /// Whether the bracket of the whole list is still to come.
    is_list: bool,
}

impl Read for Bounded {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.text.read(into)?;
        self.since.set(self.since.get() + read);
        for byte in &into[..read] {
            let is_between = byte.is_ascii_whitespace() || *byte == b',';
            if self.is_list && *byte == b'[' {
                self.is_list = false;
            } else if self.began.get() == 0 && !is_between {
                self.began.set(self.line);
            }
            self.line += u32::from(*byte == b'\n');
        }
        if self.since.get() > MOST_ROW {
            return Err(Unreadable::content(Message::new("sheet-json-long")).carried());
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Choice, FileKind, Stop, TableFile};
    use super::*;

    fn read(text: &str) -> Result<Vec<Row>, Unreadable> {
        let stop = Stop::default();
        let file = TableFile::of_bytes(text.into(), &Choice::default(), &stop)?;
        assert_eq!(file.kind(), FileKind::Json);
        let mut rows = Vec::new();
        let ended = file.rows(&stop, &mut |row| {
            rows.push(row);
            ControlFlow::Continue(())
        })?;
        assert_eq!(ended, Ended::AtEnd);
        Ok(rows)
    }

    fn texts(row: &Row) -> Vec<&str> {
        row.cells.iter().map(|cell| &*cell.text).collect()
    }

    #[test]
    fn properties_are_columns_in_the_order_of_their_first_appearance() {
        let rows = read(
            r#"[{"state":"Ghana","articles":[8,52]},{"text":"é","State":"KEN"},
            {"state":null,"text":{"en":"a"}},{"articles":8.5},{"text":[["x"]],"state":true},7]"#,
        );
        let rows = rows.unwrap();
        assert_eq!(rows.iter().map(|row| row.number).collect::<Vec<_>>(), [0, 1, 2, 3, 4, 5, 6]);
        assert_eq!(texts(&rows[0]), ["state", "articles", "text"]);
        assert_eq!(texts(&rows[1]), ["Ghana", "8\n52"]);
        assert_eq!(texts(&rows[2]), ["KEN", "", "é"]);
        assert_eq!(texts(&rows[3]), ["", "", "{\"en\":\"a\"}"]);
        assert_eq!(rows[3].cells[2].state, CellState::Structure);
        assert_eq!((texts(&rows[4]), rows[4].cells[1].state), (vec!["", "8.5"], CellState::Number));
        assert_eq!(rows[5].cells[2].state, CellState::Structure);
        assert_eq!((texts(&rows[6]), rows[6].cells[0].state), (vec!["7"], CellState::Number));
    }

    #[test]
    fn an_object_has_the_line_on_which_it_begins() {
        let lines =
            |text: &str| read(text).unwrap()[1..].iter().map(|row| row.line).collect::<Vec<_>>();
        assert_eq!(lines("\n[\n  {\n    \"a\": 1\n  },\n  {\n    \"a\": [2]\n  }\n]\n"), [3, 6]);
        assert_eq!(lines("\n{\"a\":1}\n\n{\"a\":\n2}{\"a\":3}"), [2, 4, 5]);
        assert_eq!(lines("[{\"a\":1},{\"a\":2}]"), [1, 1]);
    }

    #[test]
    fn objects_may_stand_one_behind_the_other_and_names_in_both_letters() {
        let rows = read("{\"a\":1}\n{\"A\":\"2\",\"b\":\"x\"}\n{\"a\":1,\"A\":2}\n").unwrap();
        assert_eq!(texts(&rows[2]), ["2", "x"]);
        assert_eq!(texts(&rows[3]), ["1\n2"]);
        assert_eq!(read("[]").unwrap(), []);
    }

    #[test]
    fn what_is_cut_short_or_wrong_is_named_with_its_place() {
        let whole = r#"[{"state":"Ghana"},{"text":"x"}]"#;
        for cut in 1..whole.len() {
            if whole[..cut].starts_with("[{\"") {
                let said = read(&whole[..cut]).unwrap_err().to_string();
                assert!(said.contains("line 1, column"), "{cut}: {said}");
            }
        }
        let said = read("[{\"a\":1},\n{\"b\" 2}]").unwrap_err().to_string();
        assert!(said.contains("line 2, column 6"), "{said}");
        let said = read("[{\"a\":1}] x").unwrap_err().to_string();
        assert!(said.contains("line 1, column 11"), "{said}");
        assert!(read(&"[[".repeat(100_000)).is_err());
        let long = format!("[{{\"a\":\"{}\"}}]", "x".repeat(MOST_ROW));
        assert!(read(&long).unwrap_err().to_string().contains("4 MB"));
        let wide: Vec<String> = (0..=MOST_COLUMNS).map(|n| format!("{{\"p{n}\":1}}")).collect();
        let said = read(&format!("[{}]", wide.join(","))).unwrap_err().to_string();
        assert!(said.contains("1,024"), "{said}");
    }

    #[test]
    fn a_pass_that_is_left_ends_there() {
        for text in ["[{\"a\":1},{\"a\":2}]", "{\"a\":1}{\"a\":2}"] {
            let stop = Stop::default();
            let file = TableFile::of_bytes(text.into(), &Choice::default(), &stop).unwrap();
            let mut rows = 0;
            let ended = file.rows(&stop, &mut |_| {
                rows += 1;
                if rows == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            });
            assert_eq!((ended, rows), (Ok(Ended::Broken), 2));
        }
    }
}
