//! A table in Markdown, for texts and tickets: words as people read them, with every sign escaped that Markdown or HTML
//! would act on.

use super::table::words;
use super::{Cell, Sheet, SheetColumn};
use std::io::{self, Write};

/// The signs that mean something in a line of Markdown, or begin HTML.
const SIGNS: [char; 12] = ['\\', '`', '*', '_', '[', ']', '<', '>', '|', '&', '~', '$'];

/// Writes a sheet as a table in Markdown: the heads, a rule, a line for each row; `between` stands between the parts of
/// a list. Columns of numbers stand on the right.
pub fn write_markdown(sheet: &Sheet<'_>, between: &str, out: &mut dyn Write) -> io::Result<()> {
    let mut rights: Option<Vec<bool>> = None;
    let mut line = String::new();
    // A column of data alone has no other name.
    let head = |column: &SheetColumn| {
        escaped(if column.head.is_empty() { &column.name } else { &column.head })
    };
    let heads = sheet.columns.iter().map(head);
    write_line(&mut line, heads, out)?;
    let rule = |rights: &[bool], line: &mut String, out: &mut dyn Write| {
        let rules = rights.iter().map(|right| if *right { "---:" } else { "---" }.to_owned());
        write_line(line, rules, out)
    };
    (sheet.rows)(&mut |row| {
        if rights.is_none() {
            // The first row tells the kind of every column.
            let found: Vec<bool> = row.iter().map(is_number).collect();
            rule(&found, &mut line, out)?;
            rights = Some(found);
        }
        write_line(&mut line, row.iter().map(|cell| escaped(&words(cell, between))), out)
    })?;
    match rights {
        Some(_) => Ok(()),
        None => rule(&vec![false; sheet.columns.len()], &mut line, out),
    }
}

fn is_number(cell: &Cell) -> bool {
    matches!(cell, Cell::Number(_) | Cell::Hundredths(_) | Cell::Change(_) | Cell::Id(_))
}

fn write_line(
    line: &mut String,
    cells: impl Iterator<Item = String>,
    out: &mut dyn Write,
) -> io::Result<()> {
    line.clear();
    line.push('|');
    for cell in cells {
        line.extend([" ", &cell, " |"]);
    }
    line.push('\n');
    out.write_all(line.as_bytes())
}

/// Words in which nothing acts: a backslash stands before every sign that would.
pub(super) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        if SIGNS.contains(&c) {
            out.push('\\');
        }
        out.push(if c == '\n' { ' ' } else { c });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(rows: &[Vec<Cell>]) -> String {
        let columns = vec![SheetColumn::new("n", "No."), SheetColumn::new("t", "Text")];
        let sheet = Sheet::new(columns, || rows.iter().cloned());
        let mut out = Vec::new();
        write_markdown(&sheet, "; ", &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_sheet_is_a_table_with_numbers_on_the_right() {
        let list = Cell::List(vec!["a".into(), "b".into()]);
        let rows = [vec![Cell::Id(7), list], vec![Cell::Number(1200), Cell::Missing]];
        let table = "| No. | Text |\n| ---: | --- |\n| 7 | a; b |\n| 1,200 | – |\n";
        assert_eq!(written(&rows), table);
        assert_eq!(written(&[]), "| No. | Text |\n| --- | --- |\n");
    }

    #[test]
    fn no_text_ends_its_cell_or_acts() {
        let text = "a|b [x](javascript:1) <img src=x> **b** `c`\nd \\| $x$";
        let shown = written(&[vec![Cell::Missing, text.into()]]);
        let cell =
            "a\\|b \\[x\\](javascript:1) \\<img src=x\\> \\*\\*b\\*\\* \\`c\\` d \\\\\\| \\$x\\$";
        assert_eq!(shown.lines().nth(2).unwrap(), format!("| – | {cell} |"));
    }
}
