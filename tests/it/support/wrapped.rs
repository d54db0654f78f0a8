//! Markdown whose lines have room in 120 columns.

use unicode_width::UnicodeWidthStr;

/// The most columns that a line of a document has.
pub const COLUMNS: usize = 120;

/// The page, with every paragraph and item broken anew in which a line is too long. Headings, tables,
/// pictures and code stay as they are, and so does a word that is longer than a line.
pub fn wrapped(page: &str) -> String {
    let mut made = String::with_capacity(page.len());
    let mut paragraph: Vec<&str> = Vec::new();
    let mut in_code = false;
    for line in page.lines() {
        let is_fence = line.trim_start().starts_with("```");
        if is_fence || in_code || stands_alone(line) {
            finish(&mut paragraph, &mut made);
            in_code ^= is_fence;
            made.push_str(line);
            made.push('\n');
        } else {
            if marker(line) > 0 {
                finish(&mut paragraph, &mut made);
            }
            paragraph.push(line);
        }
    }
    finish(&mut paragraph, &mut made);
    made
}

fn stands_alone(line: &str) -> bool {
    let line = line.trim_start();
    line.is_empty() || line.starts_with(['#', '|', '<']) || line.starts_with("![")
}

/// The length of the mark before an item of a list, with its space; 0 without a mark.
fn marker(line: &str) -> usize {
    let line = line.trim_start();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    match digits {
        0 if line.starts_with("- ") => 2,
        1.. if line[digits..].starts_with(". ") => digits + 2,
        _ => 0,
    }
}

fn finish(paragraph: &mut Vec<&str>, made: &mut String) {
    let lines = std::mem::take(paragraph);
    if lines.iter().all(|line| line.width() <= COLUMNS) {
        for line in lines {
            made.extend([line, "\n"]);
        }
        return;
    }
    let first = lines[0].len() - lines[0].trim_start().len();
    let further = " ".repeat(first + marker(lines[0]));
    let text = lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ");
    let mut line = " ".repeat(first);
    let mut is_begun = false;
    for word in words(&text) {
        if is_begun && line.width() + 1 + word.width() > COLUMNS {
            made.extend([&line, "\n"]);
            line.clone_from(&further);
            is_begun = false;
        }
        line.extend([if is_begun { " " } else { "" }, word]);
        is_begun = true;
    }
    made.extend([&line, "\n"]);
}

/// The pieces that a line can be broken between: neither within code, nor before a word that would
/// begin a list, a heading or a table there.
fn words(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut from, mut in_code) = (0, false);
    for (at, sign) in text.char_indices() {
        in_code ^= sign == '`';
        let behind = &text[at..];
        let means = || {
            let next = behind.trim_start();
            marker(next) > 0
                || next.starts_with(['#', '|', '<', '>', '+', '*']) && !next.starts_with("**")
        };
        if sign == ' ' && !in_code && !means() {
            found.push(&text[from..at]);
            from = at + 1;
        }
    }
    found.push(&text[from..]);
    found
}
