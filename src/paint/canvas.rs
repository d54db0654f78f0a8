//! The canvas: a screen's cells, with the words and styles that stand there.

use crate::paint::Styles;
use crate::paint::line;
use crate::paint::targets::{Pane, Target, Targets, below};
use crate::text::Text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::symbols::border::ROUNDED;

/// A screen to draw on.
pub struct Canvas<'a> {
    buffer: &'a mut Buffer,
    /// The words.
    pub text: &'static Text,
    /// The styles.
    pub theme: Styles,
    /// The columns and rows of the screen.
    pub size: (u16, u16),
    /// The record of drawn areas, for the mouse.
    pub targets: &'a Targets,
}

impl<'a> Canvas<'a> {
    /// Draws into a buffer, in a language and in these styles.
    pub fn new(
        buffer: &'a mut Buffer,
        text: &'static Text,
        theme: Styles,
        size: (u16, u16),
        targets: &'a Targets,
    ) -> Self {
        Self { buffer, text, theme, size, targets }
    }

    /// All that can be drawn on.
    pub fn area(&self) -> Rect {
        self.buffer.area
    }

    /// Writes a text at a place of an area, in at most the rest of its line. Returns the cells taken.
    pub fn put(&mut self, area: Rect, x: u16, y: u16, text: &str, style: Style) -> u16 {
        line::put(self.buffer, area, x, y, text, style)
    }

    /// Writes a text so that it ends at the right edge of an area's line. Returns where it begins.
    pub fn put_right(&mut self, area: Rect, y: u16, text: &str, style: Style) -> u16 {
        line::put_right(self.buffer, area, y, text, style)
    }

    /// Records for the mouse that a line of an area is this row of the layer over the screen, whose cursor is on row
    /// `cursor`.
    pub fn tell_row(&self, area: Rect, y: u16, row: usize, cursor: usize) {
        self.targets.tell_line(area, y, Pane::Layer, below(row, cursor));
    }

    /// Marks at the edges of an area that its list goes on above or below: `top` lines of `count` are above.
    pub fn put_more(&mut self, area: Rect, top: usize, count: usize) {
        line::put_more(self.buffer, area, top, count, self.theme.dim);
    }

    /// Clears an area: what lies below does not show through, nor its style.
    pub fn clear(&mut self, area: Rect) {
        let area = area.intersection(self.buffer.area);
        for place in area.positions() {
            if let Some(cell) = self.buffer.cell_mut(place) {
                cell.reset();
            }
        }
    }

    /// Clears a box of this size in the middle of the screen and draws its edge, with a title in it
    /// unless that is empty. Returns the inside.
    pub fn panel(&mut self, size: (u16, u16), title: &str) -> Rect {
        let (columns, rows) = self.size;
        let (width, height) = (size.0.min(columns), size.1.min(rows.saturating_sub(2)));
        let area = Rect::new((columns - width) / 2, (rows - height) / 2, width, height);
        self.panel_at(area, title)
    }

    /// Clears a box at a place and draws its edge, as [`Canvas::panel`] does in the middle.
    pub fn panel_at(&mut self, area: Rect, title: &str) -> Rect {
        let area = area.intersection(self.buffer.area);
        self.targets.tell(area, Target::Pane(Pane::Layer));
        let inside = Rect::new(
            area.x + 1,
            area.y + 1,
            area.width.saturating_sub(2),
            area.height.saturating_sub(2),
        );
        let style = self.theme.dim;
        let bottom = area.height.saturating_sub(1);
        for y in 0..area.height {
            // the cells below must not show through, nor their style
            for x in 0..area.width {
                if let Some(cell) = self.buffer.cell_mut((area.x + x, area.y + y)) {
                    cell.reset();
                }
            }
            if y == 0 || y == bottom {
                let line = ROUNDED.horizontal_top.repeat(inside.width.into());
                self.put(area, 1, y, &line, style);
            }
            let (left, right) = match y {
                0 => (ROUNDED.top_left, ROUNDED.top_right),
                y if y == bottom => (ROUNDED.bottom_left, ROUNDED.bottom_right),
                _ => (ROUNDED.vertical_left, ROUNDED.vertical_right),
            };
            self.put(area, 0, y, left, style);
            self.put(area, area.width.saturating_sub(1), y, right, style);
        }
        if !title.is_empty() {
            let room = Rect { width: area.width.saturating_sub(2), ..area };
            self.put(room, 2, 0, &format!(" {title} "), self.theme.strong);
        }
        inside
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paint::{Colours, Palette};
    use crate::text::{Lang, Signs};

    #[test]
    fn a_box_hides_what_lies_below_it_and_has_its_title_in_its_edge() {
        let mut buffer = Buffer::with_lines(["abcdefghijkl"; 6]);
        let theme = Styles::of(Palette::Plain, Colours::default(), Signs::Unicode);
        let targets = Targets::default();
        let mut canvas = Canvas::new(&mut buffer, Text::of(Lang::En), theme, (12, 6), &targets);
        let inside = canvas.panel((10, 4), "T");
        assert_eq!(inside, Rect::new(2, 2, 8, 2));
        assert_eq!(canvas.put(inside, 0, 0, "longer than it", Style::new()), 8);
        assert_eq!(canvas.put_right(inside, 1, "end", Style::new()), 5);
        let shown = crate::picture::text(&buffer);
        let lines: Vec<&str> = shown.lines().collect();
        let wanted = [
            "abcdefghijkl",
            "a╭─ T ────╮l",
            "a│longer …│l",
            "a│     end│l",
            "a╰────────╯l",
            "abcdefghijkl",
        ];
        assert_eq!(lines, wanted);
    }
}
