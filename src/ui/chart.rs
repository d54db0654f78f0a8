//! A bar chart: a head, then a line for each value with its name, its number and its bar, in this order. Charts below
//! each other have one left edge for their bars.

use super::growth::{self, grown, growth};
use super::line::{padded, put, put_more, put_right, shortened, width};
use super::theme::{CURSOR, NIL, Styles};
use crate::paint::targets::{Pane, Target, Targets, below};
use crate::text::{grouped, split};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The sign that fills the bar of "not stated".
pub(super) const HATCHED: &str = "╱";

/// The cells that numbers have at least.
const NUMBERS: usize = 5;

/// A part of a bar.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// The part's value.
    pub(super) value: u32,
    /// The character that fills its cells.
    pub(super) sign: &'static str,
    /// The style of those cells.
    pub(super) style: Style,
}

/// How a bar is drawn.
#[derive(Clone, Debug)]
pub(super) enum Fill {
    /// One piece, in a style.
    Whole(Style),
    /// Hatched: the bar of "not stated".
    Hatched,
    /// Parts; the last is "not stated".
    Parts(Vec<Part>),
}

/// A line of a chart.
#[derive(Clone, Debug)]
pub(super) struct ChartLine {
    /// The name of the counted value.
    pub(super) name: String,
    /// The present value.
    pub(super) value: u32,
    /// The value on the earlier day, where that is known.
    pub(super) before: Option<u32>,
    /// Whether it is "not stated": such a line would dwarf the others, so it does not set the scale.
    pub(super) unstated: bool,
    /// How its bar is drawn.
    pub(super) fill: Fill,
    /// The filter's sign for the value, before the number (taken, left out); empty for none.
    pub(super) sign: &'static str,
}

/// The widths of names and numbers, the same for all charts below each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Widths {
    /// Of the names.
    pub(super) names: usize,
    /// Of the numbers.
    pub(super) numbers: usize,
    /// Of the growth behind the numbers; 0 where the counts are compared with no earlier day.
    pub(super) growth: usize,
}

impl Widths {
    /// The width of the numbers: that of the largest one or of the head, at least [`NUMBERS`].
    pub(super) fn numbers(largest: u32, head: &str) -> usize {
        grouped(largest.into()).len().max(NUMBERS).max(width(head))
    }

    /// The cells that names have in so many beside the numbers and their growth: bars keep some.
    pub(super) fn room_for_names(room: usize, numbers: usize) -> usize {
        let bars = match room {
            ..40 => 8,
            40..60 => 12,
            _ => 16,
        };
        room.saturating_sub(numbers + 2 + bars)
    }

    /// The cells of bars in so many: the mark, and a blank on either side of the numbers, are not theirs.
    fn bars(self, room: u16) -> usize {
        usize::from(room).saturating_sub(self.names + self.numbers + self.growth + 3)
    }
}

/// A chart being drawn.
pub(super) struct Chart<'a> {
    /// The title.
    pub(super) title: &'a str,
    /// The head of the column of numbers.
    pub(super) head: &'a str,
    /// The head of the column of growth.
    pub(super) since: &'a str,
    /// Gives the words at the right of the head for the number of lines that have no room.
    pub(super) more: &'a dyn Fn(usize) -> String,
    /// Its lines.
    pub(super) lines: &'a [ChartLine],
    /// The widths of names and numbers.
    pub(super) widths: Widths,
    /// The line that the cursor is on, when it is in this chart.
    pub(super) cursor: Option<usize>,
    /// The words drawn when there are no lines.
    pub(super) empty: &'a str,
}

/// The first line that is shown of so many in so many lines: the page with the cursor.
pub(super) fn top(cursor: Option<usize>, count: usize, page: usize) -> usize {
    let page = page.max(1);
    cursor.map_or(0, |row| row / page * page).min(count.saturating_sub(page))
}

/// Tells where the lines of a chart stand, `cursor` being its line under the cursor and whether keys are heard there. A
/// chart without the cursor is entered at its first line.
pub(super) fn tell(
    targets: &Targets,
    pane: Pane,
    area: Rect,
    (cursor, heard): (Option<usize>, bool),
    count: usize,
) {
    targets.tell(area, Target::Pane(pane));
    let lines = usize::from(area.height.saturating_sub(1)).max(1);
    let first = top(cursor.filter(|_| heard), count, lines);
    for (y, row) in (1..).zip((first..count).take(lines)) {
        targets.tell_line(area, y, pane, below(row, cursor.unwrap_or(0)));
    }
}

impl Chart<'_> {
    /// Draws the chart; lines that do not fit are reached with the cursor.
    pub(super) fn draw(&self, buffer: &mut Buffer, area: Rect, theme: &Styles) {
        let style = if self.cursor.is_some() { theme.key } else { theme.heading };
        let page = usize::from(area.height.saturating_sub(1)).max(1);
        let hidden = self.lines.len().saturating_sub(page);
        let edge = self.widths.names + 2 + self.widths.numbers;
        let head = edge.saturating_sub(width(self.head));
        let room = match (self.head.is_empty(), self.widths.growth) {
            (true, 0) => usize::from(area.width),
            (true, growth) => (edge + growth).saturating_sub(width(self.since) + 2),
            (false, _) => head.saturating_sub(2),
        };
        put(buffer, area, 1, 0, &shortened(self.title, room), style);
        put(buffer, area, head as u16, 0, self.head, theme.dim);
        if self.widths.growth > 0 {
            growth::head(buffer, area, (edge, self.widths.growth), self.since, theme);
        }
        let edge = edge + self.widths.growth;
        if hidden > 0 && !self.head.is_empty() {
            let more = (self.more)(hidden);
            if edge + 1 + width(&more) <= usize::from(area.width) {
                put_right(buffer, area, 0, &more, theme.dim);
            }
        }
        if self.lines.is_empty() {
            put(buffer, area, 1, 1, self.empty, theme.dim);
            return;
        }
        let scale = self.scale();
        let top = top(self.cursor, self.lines.len(), page);
        for (y, (row, line)) in (1..).zip(self.lines.iter().enumerate().skip(top).take(page)) {
            let area = Rect { y: area.y + y, height: 1, ..area };
            if area.y < buffer.area.bottom() {
                self.line(buffer, area, theme, line, (self.cursor == Some(row), scale));
            }
        }
        let lines = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        put_more(buffer, lines, top, self.lines.len(), theme.dim);
    }

    /// The value that fills the room for bars, or, of bars with parts, two thirds of it.
    fn scale(&self) -> u32 {
        let whole = |line: &&ChartLine| !line.unstated;
        let sets = |line: &ChartLine| match &line.fill {
            Fill::Parts(parts) => {
                parts.iter().rev().skip(1).map(|part| part.value).sum::<u32>().max(1)
            }
            Fill::Whole(_) | Fill::Hatched => line.value,
        };
        let most = self.lines.iter().filter(whole).map(sets).max().unwrap_or(0);
        if most > 0 { most } else { self.lines.iter().map(sets).max().unwrap_or(0) }
    }

    fn line(
        &self,
        buffer: &mut Buffer,
        area: Rect,
        theme: &Styles,
        line: &ChartLine,
        (here, scale): (bool, u32),
    ) {
        let Widths { names, numbers, growth: since } = self.widths;
        if here {
            put(buffer, area, 0, 0, CURSOR, theme.mark);
        }
        let name = padded(&line.name, names, false);
        let style = if here { theme.cursor } else { theme.plain };
        put(buffer, area, 1, 0, if here { &name } else { name.trim_end() }, style);
        put(buffer, area, names as u16 + 1, 0, line.sign, theme.mark);
        let (number, style) = match line.value {
            0 => (NIL.to_owned(), theme.dim),
            value => (grouped(value.into()), theme.plain),
        };
        let x = (names + 2) as u16;
        put(buffer, area, x, 0, &padded(&number, numbers, true), style);
        let edge = names + 2 + numbers;
        growth::draw(buffer, area, (edge, since), growth(line.value, line.before), theme);
        let (x, room) = ((edge + since + 1) as u16, self.widths.bars(area.width));
        match &line.fill {
            Fill::Whole(style) => {
                let drawn = grown(theme, (line.value, line.before), scale, room);
                put(buffer, area, x, 0, &drawn, *style);
            }
            Fill::Hatched => {
                put(buffer, area, x, 0, &hatched(line.value, scale, room), theme.dim);
            }
            Fill::Parts(parts) => {
                in_parts(buffer, area, (x, scale, room * 2 / 3), parts, theme);
            }
        }
    }
}

/// The bar of "not stated"; where it has no room it ends with `…`.
fn hatched(value: u32, scale: u32, room: usize) -> String {
    if value == 0 || scale == 0 || room == 0 {
        return String::new();
    }
    let cells = (u64::from(value) * room as u64 / u64::from(scale)).max(1) as usize;
    if cells > room { format!("{}…", HATCHED.repeat(room - 1)) } else { HATCHED.repeat(cells) }
}

/// A bar in parts, of which `scale` takes so many cells; where it has no room up to the edge it ends with `…`.
pub(super) fn in_parts(
    buffer: &mut Buffer,
    area: Rect,
    (mut x, scale, cells): (u16, u32, usize),
    parts: &[Part],
    theme: &Styles,
) {
    let values: Vec<u32> = parts.iter().map(|part| part.value).collect();
    let mut left = usize::from(area.width.saturating_sub(x));
    for (part, cells) in parts.iter().zip(split(&values, scale, cells)) {
        let shown = cells.min(left);
        x += put(buffer, area, x, 0, &part.sign.repeat(shown), part.style);
        left -= shown;
        if cells > shown {
            put(buffer, area, x.saturating_sub(1), 0, "…", theme.dim);
            return;
        }
    }
}
