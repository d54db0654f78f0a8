//! Wide characters stand whole or not at all.

use ratatui::buffer::{Buffer, CellWidth};
use ratatui::style::Style;

/// Puts a space in the place of every wide character of which a half was drawn over, as the edge
/// of a box does. A terminal cannot show the half that is left: what goes out for such a frame
/// leaves the cell beside it untold, and the next frame takes it for told.
pub fn whole(buffer: &mut Buffer) {
    let area = buffer.area;
    for y in area.top()..area.bottom() {
        let mut x = area.left();
        while x < area.right() {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn over(below: &str, x: u16, above: &str) -> String {
        let mut buffer = Buffer::with_lines([below]);
        buffer.set_string(x, 0, above, Style::new());
        whole(&mut buffer);
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
