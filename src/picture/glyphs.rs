//! A buffer as rows of glyphs: the contents of cells, each once, safe to print.

use super::TextStyle;
use ratatui::buffer::{Buffer, CellWidth};

/// One character with its marks, in one cell or two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Glyph {
    /// The first column.
    pub(super) column: u16,
    /// How many columns.
    pub(super) width: u16,
    /// The characters; no control character and none that XML forbids is among them.
    pub(super) text: String,
    pub(super) look: TextStyle,
}

impl Glyph {
    pub(super) fn is_space(&self) -> bool {
        self.text == " "
    }
}

/// The rows from top to bottom, each from left to right. The cell under the second half of a wide
/// character is no glyph.
pub(super) fn rows(buffer: &Buffer) -> impl Iterator<Item = Vec<Glyph>> + '_ {
    let area = buffer.area;
    (area.top()..area.bottom()).map(move |y| {
        let mut row: Vec<Glyph> = Vec::with_capacity(area.width.into());
        let mut x = area.left();
        while x < area.right() {
            let cell = &buffer[(x, y)];
            let text = safe(cell.symbol());
            // A wide character in the last column has no second cell.
            let width = text.cell_width().clamp(1, area.right() - x);
            row.push(Glyph { column: x - area.left(), width, text, look: TextStyle::of(cell) });
            x += width;
        }
        row
    })
}

/// The characters of a cell with the replacement character in the place of those that act.
fn safe(symbol: &str) -> String {
    if symbol.is_empty() {
        return " ".to_owned();
    }
    let acts = |c: char| c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}');
    symbol.chars().map(|c| if acts(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;

    #[test]
    fn a_wide_character_is_one_glyph_of_two_columns() {
        let buffer = Buffer::with_lines(["a资b"]);
        let rows: Vec<_> = rows(&buffer).collect();
        let places: Vec<_> = rows[0].iter().map(|g| (g.column, g.width, g.text.as_str())).collect();
        assert_eq!(places, [(0, 1, "a"), (1, 2, "资"), (3, 1, "b")]);
    }

    #[test]
    fn marks_stay_with_their_letter() {
        let buffer = Buffer::with_lines(["e\u{301}x"]);
        let rows: Vec<_> = rows(&buffer).collect();
        assert_eq!(rows[0][0].text, "e\u{301}");
        assert_eq!(rows[0].len(), 2);
    }

    #[test]
    fn what_acts_is_replaced() {
        for bad in ["\u{1b}", "\u{9b}", "\n", "\u{7f}", "\u{ffff}", "a\u{1b}"] {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 3, 1));
            buffer[(1, 0)].set_symbol(bad);
            for glyph in rows(&buffer).flatten() {
                assert!(!glyph.text.contains(|c: char| c.is_control() || c == '\u{ffff}'));
            }
        }
    }

    #[test]
    fn a_buffer_that_does_not_begin_at_the_corner_is_read_from_its_own() {
        let mut buffer = Buffer::empty(Rect::new(5, 7, 2, 1));
        buffer.set_string(5, 7, "ab", ratatui::style::Style::new());
        let rows: Vec<_> = rows(&buffer).collect();
        assert_eq!(rows.len(), 1);
        assert_eq!((rows[0][1].column, rows[0][1].text.as_str()), (1, "b"));
    }
}
