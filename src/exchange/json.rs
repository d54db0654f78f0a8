//! JSON: an object a line, its names in the order of the columns; as one array, or each line for itself.

use super::sheet::decimal;
use super::{Cell, Sheet, SheetColumn};
use serde::Serialize;
use serde::ser::{SerializeMap, SerializeSeq};
use serde_json::ser::{CharEscape, Formatter, Serializer};
use std::io::{self, Write};

/// Writes a sheet as a JSON array of objects: numbers as numbers, lists as lists, values not stated
/// as `null`. Characters that would act on a terminal are written as `\u` escapes.
pub fn write_json(sheet: &Sheet<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut first = true;
    out.write_all(b"[")?;
    (sheet.rows)(&mut |row| {
        out.write_all(if first { b"\n" } else { b",\n" })?;
        first = false;
        write_object(&sheet.columns, row, out)
    })?;
    out.write_all(if first { b"]\n" } else { b"\n]\n" })
}

/// Writes a sheet as JSON lines: the same objects as [`write_json`], each on a line of its own and
/// nothing around them.
pub fn write_jsonl(sheet: &Sheet<'_>, out: &mut dyn Write) -> io::Result<()> {
    (sheet.rows)(&mut |row| {
        write_object(&sheet.columns, row, out)?;
        out.write_all(b"\n")
    })
}

fn write_object(columns: &[SheetColumn], row: &[Cell], out: &mut dyn Write) -> io::Result<()> {
    let object = Object { columns, row };
    Ok(object.serialize(&mut Serializer::with_formatter(out, Quiet))?)
}

struct Object<'a> {
    columns: &'a [SheetColumn],
    row: &'a [Cell],
}

impl Serialize for Object<'_> {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(self.columns.len()))?;
        for (column, cell) in self.columns.iter().zip(self.row) {
            map.serialize_entry(&column.name, cell)?;
        }
        map.end()
    }
}

impl Serialize for Cell {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(words) => to.serialize_str(words),
            Self::Number(number) => to.serialize_u64(*number),
            Self::Hundredths(number) => {
                to.serialize_f64(decimal(*number).parse().unwrap_or_default())
            }
            Self::Change(number) => to.serialize_i64(*number),
            Self::Id(number) => to.serialize_u32(*number),
            Self::Flag(flag) => to.serialize_bool(*flag),
            Self::Date(day) => to.collect_str(day),
            Self::List(cells) => {
                let mut list = to.serialize_seq(Some(cells.len()))?;
                for cell in cells {
                    list.serialize_element(cell)?;
                }
                list.end()
            }
            Self::Object(cells) => {
                let mut map = to.serialize_map(Some(cells.len()))?;
                for (name, cell) in cells {
                    map.serialize_entry(name, cell)?;
                }
                map.end()
            }
            Self::Missing => to.serialize_unit(),
        }
    }
}

/// A cell in JSON, for forms that have no cells within cells.
pub(super) fn in_json(cell: &Cell) -> String {
    serde_json::to_string(cell).unwrap_or_default()
}

/// Compact JSON in which no byte can act on a terminal: the second block of control characters,
/// direction marks and other unseen characters, which JSON allows, are escaped too.
struct Quiet;

impl Formatter for Quiet {
    fn write_string_fragment<W: Write + ?Sized>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let mut rest = fragment;
        while let Some(at) = rest.find(acts) {
            let (before, from) = rest.split_at(at);
            writer.write_all(before.as_bytes())?;
            let mut chars = from.chars();
            if let Some(c) = chars.next() {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    write!(writer, "\\u{unit:04x}")?;
                }
            }
            rest = chars.as_str();
        }
        writer.write_all(rest.as_bytes())
    }

    fn write_char_escape<W: Write + ?Sized>(
        &mut self,
        writer: &mut W,
        escape: CharEscape,
    ) -> io::Result<()> {
        serde_json::ser::CompactFormatter.write_char_escape(writer, escape)
    }
}

fn acts(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(names: &[&str], rows: &[Vec<Cell>]) -> String {
        let columns = names.iter().map(|name| SheetColumn::new(*name, "")).collect();
        let sheet = Sheet::new(columns, || rows.iter().cloned());
        let mut out = Vec::new();
        write_json(&sheet, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn e8_a_line_is_an_object_for_itself() {
        let rows = [vec![Cell::Number(7)], vec![Cell::Missing]];
        let sheet = Sheet::new(vec![SheetColumn::new("n", "")], || rows.iter().cloned())
            .and(SheetColumn::new("made_up", ""), Cell::Flag(true));
        let mut out = Vec::new();
        write_jsonl(&sheet, &mut out).unwrap();
        let lines = "{\"n\":7,\"made_up\":true}\n{\"n\":null,\"made_up\":true}\n";
        assert_eq!(String::from_utf8(out).unwrap(), lines);
    }

    #[test]
    fn each_kind_of_cell_is_the_json_of_its_kind() {
        let row = vec![
            Cell::Number(7),
            Cell::Hundredths(107),
            Cell::from("a\"b"),
            Cell::List(vec![Cell::Number(8), Cell::from("x")]),
            Cell::Missing,
            Cell::Flag(true),
            Cell::from(crate::domain::Day::parse("2019-09-30")),
        ];
        let nested = Cell::Object(vec![("a", Cell::Id(1)), ("b", Cell::Missing)]);
        assert_eq!(
            written(&["of"], &[vec![Cell::List(vec![nested])]]),
            "[\n{\"of\":[{\"a\":1,\"b\":null}]}\n]\n"
        );
        assert_eq!(
            written(&["id", "lift", "text", "list", "none", "flag", "day"], &[row.clone(), row]),
            "[\n{\"id\":7,\"lift\":1.07,\"text\":\"a\\\"b\",\"list\":[8,\"x\"],\"none\":null,\"flag\":true,\
             \"day\":\"2019-09-30\"},\n{\"id\":7,\"lift\":1.07,\"text\":\"a\\\"b\",\"list\":[8,\"x\"],\
             \"none\":null,\"flag\":true,\"day\":\"2019-09-30\"}\n]\n"
        );
        assert_eq!(written(&["id"], &[]), "[]\n");
    }

    proptest! {
        #[test]
        fn a_reader_gets_the_text_back_and_a_terminal_gets_no_control(text in "\\PC{0,8}[\u{1b}\u{9b}\u{202e}\u{0}\u{e0041}]?.{0,8}") {
            let json = written(&["t"], &[vec![Cell::from(text.as_str())]]);
            prop_assert!(json.chars().all(|c| c == '\n' || !acts(c)));
            let read: serde_json::Value = serde_json::from_str(&json).unwrap();
            prop_assert_eq!(read[0]["t"].as_str(), Some(text.as_str()));
        }
    }
}
