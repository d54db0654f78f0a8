//! Lists within a cell: values between signs, and the items of a text behind bullets or numbers.

use super::cells::Prepared;
use crate::spreadsheet::CellState;

/// Divides a cell into its values: by `;`, line ends and their Chinese forms. A `;` or `\` within a value stands behind a
/// `\`, as exports write it.
fn values(cell: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut letters = cell.chars().peekable();
    while let Some(letter) = letters.next() {
        let Some(last) = all.last_mut() else { break };
        match letter {
            '\\' if matches!(letters.peek(), Some(';' | '\\')) => last.extend(letters.next()),
            ';' | '；' | '、' | '\n' | '\r' => all.push(String::new()),
            letter => last.push(letter),
        }
    }
    let trimmed = all.iter().map(|value| value.trim().to_owned());
    trimmed.filter(|value| !value.is_empty()).collect()
}

/// Divides a cell into its values; a list of JSON is divided already, and has a line for each.
pub(super) fn of_cell(cell: &Prepared) -> Vec<String> {
    match cell.state {
        CellState::List => cell.text.lines().map(str::to_owned).collect(),
        _ => values(&cell.text),
    }
}

/// Signs before the items of a list.
const BULLETS: [char; 12] = ['•', '◦', '▪', '●', '‣', '·', '-', '–', '—', '*', '○', '■'];

/// The most letters of the number of an item.
const NUMBER: usize = 4;

/// An item without its bullet or number, if the line begins with one.
fn item(line: &str) -> Option<&str> {
    let line = line.trim();
    if let Some(rest) = line.strip_prefix(BULLETS) {
        let is_item = rest.starts_with(char::is_whitespace) || line.starts_with(['•', '●', '▪']);
        return is_item.then(|| rest.trim()).filter(|rest| !rest.is_empty());
    }
    let bare = line.strip_prefix(['(', '（']).unwrap_or(line);
    let end = bare.find([')', '.', '）', '、'])?;
    let number = &bare[..end];
    let is_figure = number.bytes().all(|b| b.is_ascii_digit());
    let is_letter = number.len() == 1 && number.bytes().all(|b| b.is_ascii_lowercase());
    let is_roman = number.chars().all(|c| "ivx".contains(c));
    let is_number = !number.is_empty() && number.len() <= NUMBER;
    let sign = bare[end..].chars().next()?;
    let rest = &bare[end + sign.len_utf8()..];
    let parted = rest.starts_with(char::is_whitespace) || !sign.is_ascii() || sign == ')';
    let is_item = is_number && (is_figure || is_letter || is_roman) && parted;
    is_item.then(|| rest.trim()).filter(|rest| !rest.is_empty())
}

/// The items of a text that is a list of two or more: each line begins with a bullet or a number, or goes on with the
/// line before. `None` for any other text.
pub(super) fn items(text: &str) -> Option<Vec<String>> {
    let mut lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let apart: Vec<String>;
    if let [alone] = lines[..] {
        // "• one • two" on one line.
        if alone.matches('•').count() < 2 {
            return None;
        }
        apart = alone
            .split('•')
            .filter(|part| !part.trim().is_empty())
            .map(|p| format!("•{p}"))
            .collect();
        lines = apart.iter().map(String::as_str).collect();
    }
    let mut all: Vec<String> = Vec::new();
    for line in lines {
        match (item(line), all.last_mut()) {
            (Some(item), _) => all.push(item.to_owned()),
            (None, Some(last)) => {
                last.push(' ');
                last.push_str(line.trim());
            }
            (None, None) => return None,
        }
    }
    (all.len() > 1).then_some(all)
}

/// The number of a paragraph with which a text begins (`83.1`), and the text behind it.
pub(super) fn paragraph(text: &str) -> Option<(&str, &str)> {
    let (number, rest) = text.trim_start().split_once(char::is_whitespace)?;
    let bare = number.trim_end_matches('.');
    let mut parts = bare.split('.');
    let is_number =
        |part: &str| (1..=NUMBER).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let is_paragraph = bare.contains('.') && parts.all(is_number);
    is_paragraph.then(|| (bare, rest.trim_start())).filter(|(_, rest)| !rest.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_parted_and_escaped_signs_belong_to_them() {
        assert_eq!(values("a; b；c\nd、e;;"), ["a", "b", "c", "d", "e"]);
        assert_eq!(values(r"a\;b;c\\;d\e"), ["a;b", r"c\", r"d\e"]);
        assert!(values(" ; ").is_empty());
    }

    #[test]
    fn a_list_has_a_mark_before_each_item() {
        for (text, items_of) in [
            ("• Train\n\n• Advise\n\n• Draft", &["Train", "Advise", "Draft"][..]),
            ("1) Train\n2) Advise", &["Train", "Advise"]),
            (
                "1. Train officers\n   of the court\n2. Advise",
                &["Train officers of the court", "Advise"],
            ),
            ("(a) Train\n(b) Advise", &["Train", "Advise"]),
            ("- Train\n- Advise", &["Train", "Advise"]),
            ("• Train • Advise", &["Train", "Advise"]),
            ("一、培训\n二、建议", &[]),
            ("1、培训\n2、建议", &["培训", "建议"]),
        ] {
            assert_eq!(items(text).unwrap_or_default(), items_of, "{text}");
        }
        for text in ["Train", "Train\nAdvise", "• Train", "Needs:\n• a\n• b", "5.3 a\n5.4 b", ""]
        {
            assert_eq!(items(text), None, "{text}");
        }
    }

    #[test]
    fn a_paragraph_number_begins_a_text() {
        assert_eq!(paragraph("83.1 Monitor the law"), Some(("83.1", "Monitor the law")));
        assert_eq!(paragraph("83.1. Monitor"), Some(("83.1", "Monitor")));
        for text in ["83 Monitor", "Monitor 83.1", "83.1", "2.a Monitor", ""] {
            assert_eq!(paragraph(text), None, "{text}");
        }
    }
}
