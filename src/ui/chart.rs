//! A bar chart: a title, then a line for each value with its name, its number and its bar.

use super::bar::bar;
use super::line::{padded, put, shortened, width};
use super::theme::{CURSOR, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// A line of a chart.
pub(super) struct ChartLine {
    /// What is counted.
    pub(super) name: String,
    /// How much.
    pub(super) value: u32,
    /// Whether it has a bar. What is not stated has none: it would dwarf what is, and is no value
    /// to compare with others.
    pub(super) barred: bool,
}

/// A chart being drawn.
pub(super) struct Chart<'a> {
    /// What it shows.
    pub(super) title: &'a str,
    /// Its lines.
    pub(super) lines: &'a [ChartLine],
    /// The line that the cursor is on, when it is in this chart.
    pub(super) cursor: Option<usize>,
    /// Said instead of lines when there are none.
    pub(super) empty: &'a str,
}

impl Chart<'_> {
    /// Draws the chart; lines that do not fit are reached with the cursor.
    pub(super) fn draw(&self, buffer: &mut Buffer, area: Rect, theme: &Theme) {
        let style = if self.cursor.is_some() { theme.heading } else { theme.strong };
        put(buffer, area, 1, 0, self.title, style);
        if self.lines.is_empty() {
            put(buffer, area, 2, 1, self.empty, theme.dim);
            return;
        }
        let page = usize::from(area.height.saturating_sub(1)).max(1);
        let top = self.cursor.map_or(0, |row| row / page * page);
        let top = top.min(self.lines.len().saturating_sub(page));
        let largest = self.lines.iter().map(|line| line.value).max().unwrap_or(0);
        let numbers = crate::text::grouped(largest.into()).len();
        let barred = self.lines.iter().filter(|line| line.barred);
        let most = barred.map(|line| line.value).max().unwrap_or(0);
        let room = usize::from(area.width).saturating_sub(numbers + 5);
        let longest = self.lines.iter().map(|line| width(&line.name)).max().unwrap_or(0);
        let names = longest.min(room * 3 / 5);
        let bars = room.saturating_sub(names);
        for (y, (row, line)) in self.lines.iter().enumerate().skip(top).take(page).enumerate() {
            let y = y as u16 + 1;
            let here = self.cursor == Some(row);
            if here {
                put(buffer, area, 0, y, CURSOR, theme.key);
            }
            let name = padded(&shortened(&line.name, names), names, false);
            let style = if here { theme.cursor } else { theme.plain };
            let shown = if here { name.as_str() } else { name.trim_end() };
            put(buffer, area, 1, y, shown, style);
            let number = padded(&crate::text::grouped(line.value.into()), numbers, true);
            let x = (names + 2) as u16;
            put(buffer, area, x, y, &number, if line.value == 0 { theme.dim } else { theme.plain });
            let x = x + numbers as u16 + 1;
            if line.barred {
                put(buffer, area, x, y, &bar(theme, line.value, most, bars), theme.bar);
            }
        }
    }
}
