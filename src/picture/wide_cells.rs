//! Wide characters stand whole or not at all, and no cell holds more than one character can have.

use ratatui::buffer::{Buffer, CellWidth};
use ratatui::style::Style;

/// The most bytes of a cell: as many as one character of a cleaned text can have.
const MOST_BYTES: usize = 40;

/// Puts a space in the place of every wide character of which a half was drawn over, as the edge of
/// a box does. A terminal cannot show the half that is left: the cell beside it would not be sent,
/// and the next frame would take it for sent.
pub fn mend_wide_cells(buffer: &mut Buffer) {
    let area = buffer.area;
    for y in area.top()..area.bottom() {
        let mut x = area.left();
        while x < area.right() {
            bound(buffer, x, y);
            let cell = &buffer[(x, y)];
            // no wide character has fewer than three bytes: most cells need no look at a table
            let wide = if cell.symbol().len() < 3 { 1 } else { cell.cell_width().max(1) };
            let end = x.saturating_add(wide);
            let covered = |x| !matches!(buffer[(x, y)].symbol(), " " | "");
            if wide > 1 && (end > area.right() || (x + 1..end).any(covered)) {
                buffer.set_string(x, y, " ", Style::new()); // the look stays
                x += 1;
            } else {
                x = end;
            }
        }
    }
}

/// Cuts the marks that pile up in a cell: texts of a register come bounded, but typed ones do not.
fn bound(buffer: &mut Buffer, x: u16, y: u16) {
    let symbol = buffer[(x, y)].symbol();
    if symbol.len() > MOST_BYTES {
        let ends = symbol.char_indices().map(|(at, c)| at + c.len_utf8());
        let end = ends.take_while(|end| *end <= MOST_BYTES).last().unwrap_or(0);
        let cut = symbol[..end].to_owned();
        buffer.set_string(x, y, cut, Style::new()); // the look stays
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn c20_what_piles_up_in_a_cell_is_cut() {
        let piled = format!("a{}b", "\u{301}".repeat(10_000));
        let shown = over(&piled, 1, "c");
        assert!(shown.len() <= MOST_BYTES + 3, "{}", shown.len());
        assert!(shown.starts_with("a\u{301}") && shown.ends_with("c\n"), "{shown}");
    }

    fn over(below: &str, x: u16, above: &str) -> String {
        let mut buffer = Buffer::with_lines([below]);
        buffer.set_string(x, 0, above, Style::new());
        mend_wide_cells(&mut buffer);
        crate::picture::text(&buffer)
    }

    #[test]
    fn half_a_character_is_a_space() {
        assert_eq!(over("资产追回", 1, "│"), " │产追回\n");
        assert_eq!(over("资产追回", 2, "│"), "资│ 追回\n");
        assert_eq!(over("资产追回", 3, "法律"), "资 法律\n");
    }

    #[test]
    fn what_stands_whole_stays() {
        assert_eq!(over("资产é", 2, "追"), "资追é\n");
        assert_eq!(over("abc", 1, "x"), "axc\n");
    }
}
