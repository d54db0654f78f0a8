//! A screen as plain text.

use super::glyphs::rows;
use ratatui::buffer::Buffer;

/// The characters of the screen: every row a line, without the spaces at its end.
pub fn text(buffer: &Buffer) -> String {
    let mut out = String::new();
    for row in rows(buffer) {
        let start = out.len();
        out.extend(row.iter().map(|glyph| glyph.text.as_str()));
        out.truncate(start + out[start..].trim_end_matches(' ').len());
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;

    #[test]
    fn rows_are_lines_without_the_spaces_at_their_end() {
        let buffer = Buffer::with_lines(["  one  ", "", "资产 two"]);
        assert_eq!(text(&buffer), "  one\n\n资产 two\n");
    }

    #[test]
    fn no_control_character_comes_out() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 1));
        buffer[(0, 0)].set_symbol("\u{1b}[2J");
        assert!(!text(&buffer).trim_end().contains(char::is_control));
    }
}
