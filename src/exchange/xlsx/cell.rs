//! A cell of a workbook, as its XML.

use super::parts::{DAY_STYLE, HEAD_STYLE};
use crate::domain::Day;
use std::fmt::Write as _;

/// The most UTF-16 units that a cell of Excel holds.
const MOST_UNITS: usize = 32_767;

/// The number by which Excel counts 1970-01-01.
const EPOCH: i32 = 25_569;

/// The first day that all programs count alike: before it stands a 29 February 1900, which there was not.
const FIRST_DAY: i32 = 61;

/// A cell.
#[derive(Clone, Copy, Debug)]
pub enum XlsxCell<'a> {
    /// Nothing.
    Blank,
    /// Words; never a formula.
    Text(&'a str),
    /// Words of a heading.
    Head(&'a str),
    /// A number, in the digits of a program.
    Number(&'a str),
    /// A whole day.
    Day(Day),
    /// Yes or no.
    Flag(bool),
}

/// The name of a column: `A` for 0.
pub(super) fn column_name(place: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = place + 1;
    while rest > 0 {
        letters.push(b'A' + ((rest - 1) % 26) as u8);
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().map(|letter| char::from(*letter)).collect()
}

impl XlsxCell<'_> {
    /// Writes the cell at the end of `out`; gives whether it was cut because a cell holds no more. `mark` stands at the
    /// end of what is cut.
    pub(super) fn write(self, column: &str, row: u32, mark: &str, out: &mut String) -> bool {
        match self {
            Self::Blank => false,
            Self::Text(words) => write_words(words, "", (column, row), mark, out),
            Self::Head(words) => {
                let style = format!(" s=\"{HEAD_STYLE}\"");
                write_words(words, &style, (column, row), mark, out)
            }
            Self::Number(digits) => {
                out.extend(["<c r=\"", column]);
                // A string takes everything; so below.
                let _ = write!(out, "{row}\"><v>{digits}</v></c>");
                false
            }
            Self::Day(day) if day.number() + EPOCH >= FIRST_DAY => {
                let number = day.number() + EPOCH;
                out.extend(["<c r=\"", column]);
                let _ = write!(out, "{row}\" s=\"{DAY_STYLE}\"><v>{number}</v></c>");
                false
            }
            Self::Day(day) => write_words(&day.to_string(), "", (column, row), mark, out),
            Self::Flag(flag) => {
                out.extend(["<c r=\"", column]);
                let _ = write!(out, "{row}\" t=\"b\"><v>{}</v></c>", u8::from(flag));
                false
            }
        }
    }
}

fn write_words(
    words: &str,
    style: &str,
    (column, row): (&str, u32),
    mark: &str,
    out: &mut String,
) -> bool {
    if words.is_empty() {
        return false;
    }
    let cut = cut(words, mark);
    out.extend(["<c r=\"", column]);
    let _ = write!(out, "{row}\"{style} t=\"inlineStr\"><is><t xml:space=\"preserve\">");
    write_escaped(cut.unwrap_or(words), out);
    if cut.is_some() {
        write_escaped(mark, out);
    }
    out.push_str("</t></is></c>");
    cut.is_some()
}

/// The part of a text that has room in a cell beside the mark; `None` where all of it has.
fn cut<'a>(words: &'a str, mark: &str) -> Option<&'a str> {
    if words.len() <= MOST_UNITS || words.encode_utf16().count() <= MOST_UNITS {
        return None;
    }
    let room = MOST_UNITS - mark.encode_utf16().count().min(MOST_UNITS);
    let mut units = 0;
    let end = words.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > room
    });
    Some(&words[..end.map_or(words.len(), |(at, _)| at)])
}

/// Writes words as XML; an underscore that would begin an escape of Excel (`_x0041_`) is escaped itself.
fn write_escaped(words: &str, out: &mut String) {
    for (at, c) in words.char_indices() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '_' if begins_escape(&words.as_bytes()[at..]) => out.push_str("_x005F_"),
            // Cells have no other control characters than line ends and tabs.
            c if c.is_control() && !matches!(c, '\n' | '\t') => out.push(' '),
            c => out.push(c),
        }
    }
}

fn begins_escape(bytes: &[u8]) -> bool {
    matches!(bytes, [b'_', b'x', code @ .., ]
        if code.len() >= 5 && code[..4].iter().all(u8::is_ascii_hexdigit) && code[4] == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(cell: XlsxCell<'_>) -> String {
        let mut out = String::new();
        cell.write("A", 1, "…", &mut out);
        out
    }

    #[test]
    fn columns_are_counted_in_letters() {
        let names = [0, 25, 26, 701, 702, 16_383].map(column_name);
        assert_eq!(names, ["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
    }

    #[test]
    fn each_kind_of_cell_has_its_form_and_words_are_no_formula() {
        assert_eq!(written(XlsxCell::Blank), "");
        assert_eq!(written(XlsxCell::Number("-5")), "<c r=\"A1\"><v>-5</v></c>");
        assert_eq!(written(XlsxCell::Flag(true)), "<c r=\"A1\" t=\"b\"><v>1</v></c>");
        let day = |text| XlsxCell::Day(Day::parse(text).unwrap());
        assert_eq!(written(day("2019-09-30")), "<c r=\"A1\" s=\"1\"><v>43738</v></c>");
        assert!(written(day("1899-09-30")).contains("1899-09-30"));
        let text = written(XlsxCell::Text("=1+<b>&\n_x0041_ _x"));
        let inner = "=1+&lt;b&gt;&amp;\n_x005F_x0041_ _x";
        assert_eq!(
            text,
            format!(
                "<c r=\"A1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{inner}</t></is></c>"
            )
        );
    }

    #[test]
    fn what_a_cell_cannot_hold_is_cut_between_characters_with_a_mark() {
        let whole = "a".repeat(MOST_UNITS);
        assert_eq!(cut(&whole, "…"), None);
        assert_eq!(cut(&(whole + "a"), "…").unwrap().len(), MOST_UNITS - 1);
        let wide = "𝄞".repeat(MOST_UNITS / 2 + 1);
        let kept = cut(&wide, "…").unwrap();
        assert_eq!(kept.encode_utf16().count(), MOST_UNITS - 1);
        assert_eq!(cut(&"中".repeat(20_000), "…"), None);
    }
}
