//! A table of two fields: each cell with its number and a shade that can be read without colour,
//! the sums at the edges, and the cell under the cursor in words.

use super::pane::{FigurePane, widest};
use crate::analysis::chart::{Heat, HeatRow, SHADES};
use crate::paint::targets::{Pane, Target};
use crate::text::{Arg, grouped, signed};
use crate::ui::Pen;
use crate::ui::line::{padded, put, width, wrapped};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::ops::Range;

/// The shades of cells, the lightest first; nothing has none.
pub(in crate::ui) const SHADE: [char; SHADES as usize + 1] = [' ', '▁', '▃', '▅', '▇'];
/// From so many lines on, all of the key of the columns has room below the table.
const TALL: u16 = 28;
/// The least room for the names of the lines: an article with its number in the shortest form. Columns that have no
/// room then come with the cursor.
const LABELS: usize = 17;

/// The cells that names have at most in so many: the sums and some columns leave them the rest.
pub(super) fn room_for_names(heat: &Heat, room: usize) -> usize {
    let sizes = Sizes::of(heat, room);
    let beside = if sizes.named { sizes.cells.len() } else { 8 };
    let taken = sizes.cells.iter().take(beside).map(|wide| wide + 2).sum::<usize>() + sizes.sums;
    room.saturating_sub(taken + 3).max(LABELS)
}

/// The widths of columns and sums.
struct Sizes {
    cells: Vec<usize>,
    sums: usize,
    /// Whether the columns have their short names as heads: all of them have room beside the shortest labels.
    named: bool,
}

impl Sizes {
    fn of(heat: &Heat, room: usize) -> Self {
        let all = || heat.rows.iter().chain([&heat.totals]);
        let cell =
            |row: &HeatRow, at: usize| row.cells.get(at).map_or(0, |n| width(&number(heat, *n)));
        let least = |at: usize| all().map(|row| cell(row, at)).max().unwrap_or(1).max(2);
        let lettered: Vec<usize> = (0..heat.columns.len()).map(least).collect();
        let heads = heat.heads.iter().map(|head| width(head));
        let with_heads: Vec<usize> =
            lettered.iter().zip(heads).map(|(cell, head)| head.max(*cell)).collect();
        let sums =
            all().map(|row| width(&number(heat, row.sum))).fold(width(&heat.sums), usize::max);
        let taken = with_heads.iter().map(|wide| wide + 2).sum::<usize>() + sums + 3;
        let named = with_heads.len() == lettered.len() && taken + LABELS <= room;
        Self { cells: if named { with_heads } else { lettered }, sums, named }
    }

    /// The columns that have room, the one with the cursor among them.
    fn shown(&self, room: usize, cursor: usize) -> Range<usize> {
        let taken = |range: Range<usize>| self.cells[range].iter().map(|w| w + 2).sum::<usize>();
        let last = self.cells.len();
        let cursor = cursor.min(last.saturating_sub(1));
        let mut first = 0;
        while first < cursor && taken(first..cursor + 1) > room {
            first += 1;
        }
        let end = (first..=last).rev().find(|end| taken(first..*end) <= room).unwrap_or(first);
        first..end
    }
}

fn number(heat: &Heat, cell: i64) -> String {
    if heat.growth { signed(cell) } else { grouped(cell.unsigned_abs()) }
}

impl FigurePane<'_> {
    pub(super) fn heat(&self, buffer: &mut Buffer, area: Rect, heat: &Heat, notes: &[String]) {
        let sizes = Sizes::of(heat, area.width.into());
        let wide = usize::from(area.width).saturating_sub(1);
        let all = || heat.rows.iter().chain([&heat.totals]);
        let longest = widest(all().map(|row| row.label.as_str()).chain([&*heat.corner]));
        let cells: usize = sizes.cells.iter().map(|wide| wide + 2).sum();
        let labels = longest.min(wide.saturating_sub(cells + sizes.sums + 1)).max(LABELS);
        let room = wide.saturating_sub(labels + sizes.sums + 1);
        let shown = sizes.shown(room, self.cursor.column);
        let table = Table { pane: self, heat, sizes: &sizes, labels, shown };
        table.heads(buffer, area);
        let text = self.pen.text;
        // A head in words stands before its full name as a letter does.
        let told = |(at, (letter, name)): (usize, &(String, String))| {
            let short = heat.heads.get(at).filter(|_| sizes.named).unwrap_or(letter);
            if short == name { name.clone() } else { format!("{short} {name}") }
        };
        let key: Vec<String> = heat.columns.iter().enumerate().map(told).collect();
        let key = format!("{}{}", text.tr("figure-key"), key.join(&text.tr("clause-separator")));
        // the heads, the sums, what the cursor is on, the shades; on tall screens all of the key of the columns
        let of_key = if area.height < TALL { 0 } else { wrapped(&key, wide).len() };
        let rows = usize::from(area.height.saturating_sub(4)).saturating_sub(of_key);
        let (top, page) = self.rows(heat.rows.len(), rows);
        let mut y = 1;
        self.pen.targets.tell(area, Target::Pane(Pane::Own(1)));
        for (place, row) in heat.rows.iter().enumerate().skip(top).take(page) {
            table.row(buffer, area, y, row, Some(place));
            self.tell(area, y, place);
            y += 1;
        }
        self.more(buffer, area, (1, y - 1), (top, page, heat.rows.len()));
        table.row(buffer, area, y, &heat.totals, None);
        self.tell(area, y, heat.rows.len());
        put(buffer, area, 1, y + 1, &self.under_cursor(heat, sizes.named), self.pen.theme.strong);
        put(buffer, area, 1, y + 2, &shades(self.pen, heat), self.pen.theme.plain);
        let notes: Vec<String> = std::iter::once(key).chain(notes.iter().cloned()).collect();
        self.notes(buffer, area, y + 3, &notes);
    }

    /// The cell under the cursor in words: its line, its column, its number.
    fn under_cursor(&self, heat: &Heat, named: bool) -> String {
        let row = heat.rows.get(self.cursor.line).unwrap_or(&heat.totals);
        let column = heat.columns.get(self.cursor.column);
        let value =
            column.map_or(row.sum, |_| row.cells.get(self.cursor.column).copied().unwrap_or(0));
        let column = match column {
            None => heat.sums.clone(),
            Some((_, name)) if named => name.clone(),
            Some((letter, name)) => format!("{letter} {name}"),
        };
        let args = [
            ("number", Arg::from(number(heat, value))),
            ("line", Arg::from(row.label.as_str())),
            ("column", Arg::from(column)),
        ];
        self.pen.text.tra("figures-cell", &args)
    }
}

/// The ranges of the shades.
pub(super) fn shades(pen: &Pen<'_>, heat: &Heat) -> String {
    let ranges = (1..=SHADES).filter_map(|shade| {
        let (first, last) = heat.range(shade)?;
        let range = if first == last {
            number(heat, first)
        } else {
            format!("{}–{}", number(heat, first), number(heat, last))
        };
        Some(format!("{} {range}", SHADE[usize::from(shade)]))
    });
    let ranges: Vec<String> = ranges.collect();
    if ranges.is_empty() {
        return String::new();
    }
    format!("{} {}", pen.text.tr("figure-shades"), ranges.join("   "))
}

/// The table being drawn.
struct Table<'a> {
    pane: &'a FigurePane<'a>,
    heat: &'a Heat,
    sizes: &'a Sizes,
    labels: usize,
    shown: Range<usize>,
}

impl Table<'_> {
    fn heads(&self, buffer: &mut Buffer, area: Rect) {
        let theme = &self.pane.pen.theme;
        let corner = padded(&self.heat.corner, self.labels, false);
        put(buffer, area, 1, 0, corner.trim_end(), theme.strong);
        let mut x = self.labels + 1;
        for at in self.shown.clone() {
            let wide = self.sizes.cells[at];
            let here = at == self.pane.cursor.column;
            let style = if here { self.pane.marked() } else { theme.strong };
            let letter = match self.heat.heads.get(at).filter(|_| self.sizes.named) {
                Some(head) => head,
                None => &self.heat.columns[at].0,
            };
            put(buffer, area, (x + 1 + wide - width(letter).min(wide)) as u16, 0, letter, style);
            x += wide + 2;
        }
        let sums = padded(&self.heat.sums, self.sizes.sums, true);
        put(buffer, area, x as u16 + 1, 0, &sums, theme.strong);
    }

    /// A line; `None` is that of the sums.
    fn row(&self, buffer: &mut Buffer, area: Rect, y: u16, row: &HeatRow, place: Option<usize>) {
        let (pane, theme) = (self.pane, &self.pane.pen.theme);
        let line = place.unwrap_or(self.heat.rows.len());
        let here = pane.cursor.line == line;
        let label = padded(&row.label, self.labels, false);
        if here {
            pane.label(buffer, area, y, ("", 0), true);
        }
        let style = match (here, place) {
            (true, _) => theme.cursor_away,
            (_, None) => theme.strong,
            _ => theme.plain,
        };
        put(buffer, area, 1, y, label.trim_end(), style);
        let mut x = self.labels + 1;
        for at in self.shown.clone() {
            let wide = self.sizes.cells[at];
            let cell = row.cells.get(at).copied().unwrap_or(0);
            let under = here && at == pane.cursor.column;
            let style = match (under, place, cell) {
                (true, ..) => pane.marked(),
                (_, None, _) => theme.strong,
                (_, _, 0) => theme.dim,
                _ => theme.plain,
            };
            let words = padded(&number(self.heat, cell), wide, true);
            put(buffer, area, x as u16 + 1, y, &words, style);
            if place.is_some() {
                let shade = SHADE[usize::from(self.heat.shade(cell))].to_string();
                put(buffer, area, (x + 1 + wide) as u16, y, &shade, theme.bar);
            }
            x += wide + 2;
        }
        let under = here && pane.cursor.column >= self.heat.columns.len();
        let style = if under { pane.marked() } else { theme.strong };
        let sum = padded(&number(self.heat, row.sum), self.sizes.sums, true);
        put(buffer, area, x as u16 + 1, y, &sum, style);
    }
}
