//! A list: a header that stays, an arrow at the column that it is sorted by, a mark at the edge
//! of the line that the cursor is on.

use super::line::{padded, put, put_hits};
use super::theme::{CURSOR, FALLING, RISING, SELECTED, Theme};
use crate::app::columns::{Column, Width};
use crate::app::list::List;
use crate::text::Text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::ops::Range;

/// The cells at the left edge: the cursor's mark and the selection's.
const EDGE: u16 = 2;

/// A cell.
pub struct Cell {
    /// What it says.
    pub text: String,
    /// How it looks.
    pub style: Style,
    /// What in it a search has found, in bytes.
    pub hits: Vec<Range<usize>>,
}

impl Cell {
    /// A cell.
    pub fn new(text: impl Into<String>, style: Style) -> Self {
        Self { text: text.into(), style, hits: Vec::new() }
    }
}

/// A row: its cells by the code of their column.
pub struct Row<'a> {
    /// Gives the cell of a column.
    pub cell: &'a dyn Fn(&str) -> Cell,
    /// Whether the row is selected.
    pub selected: bool,
}

/// A list being drawn.
pub struct Table<'a> {
    /// Its columns.
    pub columns: &'static [Column],
    /// Its cursor and order.
    pub list: &'a List,
    /// Whether keys move its cursor now.
    pub active: bool,
    /// The columns of the whole screen: some are shown only on wide ones.
    pub screen: u16,
    /// The words.
    pub text: &'static Text,
    /// The styles.
    pub theme: &'a Theme,
}

impl Table<'_> {
    /// Draws the header and the rows on the cursor's page. `count` is how many rows there are,
    /// `row` gives one.
    pub fn draw(
        &self,
        buffer: &mut Buffer,
        area: Rect,
        count: usize,
        draw_row: &mut dyn FnMut(usize, &mut dyn FnMut(&Row<'_>)),
    ) {
        let widths = self.widths(area.width);
        self.header(buffer, area, &widths);
        let page = usize::from(area.height.saturating_sub(1));
        let top = self.list.top(page, count);
        for (y, number) in (top..count).take(page).enumerate() {
            let line = Rect::new(area.x, area.y + 1 + y as u16, area.width, 1);
            draw_row(number, &mut |row| self.row(buffer, line, &widths, row, number));
        }
    }

    /// The width of each column; 0 where it is not shown.
    fn widths(&self, room: u16) -> Vec<u16> {
        let mut widths: Vec<u16> = self
            .columns
            .iter()
            .map(|column| match column.width {
                Width::Fixed(cells) | Width::Rest(cells) => cells,
                Width::Wide(cells, from) if self.screen >= from => cells,
                Width::Wide(..) => 0,
            })
            .collect();
        let taken = |widths: &[u16]| {
            widths.iter().filter(|w| **w > 0).map(|w| w + 1).sum::<u16>() + EDGE
        };
        // in a narrow pane what stands further right gives way, but never what takes the rest
        for place in (1..widths.len()).rev() {
            if taken(&widths) <= room {
                break;
            }
            if !matches!(self.columns[place].width, Width::Rest(_)) {
                widths[place] = 0;
            }
        }
        let left = room.saturating_sub(taken(&widths));
        if let Some(rest) = self.columns.iter().position(|c| matches!(c.width, Width::Rest(_))) {
            widths[rest] += left;
        }
        widths
    }

    fn header(&self, buffer: &mut Buffer, area: Rect, widths: &[u16]) {
        let mut x = EDGE;
        for (place, (column, &wide)) in self.columns.iter().zip(widths).enumerate() {
            if wide == 0 {
                continue;
            }
            let mut name = self.text.tr(&format!("column-{}", column.code)).into_owned();
            if place == self.list.column && !name.is_empty() {
                let arrow = if self.list.descending { FALLING } else { RISING };
                let room = usize::from(wide).saturating_sub(1);
                name = format!("{}{arrow}", super::line::shortened(&name, room));
            }
            let name = padded(&name, wide.into(), column.right);
            put(buffer, area, x, 0, &name, self.theme.heading);
            x += wide + 1;
        }
    }

    fn row(&self, buffer: &mut Buffer, area: Rect, widths: &[u16], row: &Row<'_>, number: usize) {
        let here = number == self.list.row && self.list.current.is_some();
        if here {
            let style = if self.active { self.theme.key } else { self.theme.dim };
            put(buffer, area, 0, 0, CURSOR, style);
        }
        if row.selected {
            put(buffer, area, 1, 0, SELECTED, self.theme.caution);
        }
        let mut x = EDGE;
        let mut first = true;
        for (column, &wide) in self.columns.iter().zip(widths) {
            if wide == 0 {
                continue;
            }
            let cell = (row.cell)(column.code);
            let text = padded(&cell.text, wide.into(), column.right);
            let style = match (here && first, self.active) {
                (true, true) => self.theme.cursor,
                (true, false) => self.theme.cursor_away,
                _ => cell.style,
            };
            // blanks at the end are not written, except where the cursor's style shows them
            let shown = if here && first { text.as_str() } else { text.trim_end() };
            put(buffer, area, x, 0, shown, style);
            put_hits(buffer, area, (x, 0), &cell.text, shown, &cell.hits, self.theme.hit);
            x += wide + 1;
            first = false;
        }
    }
}
