//! Bars: a line for each value with its numbers; two dates stand one behind the other.

use super::pane::{FigurePane, widest};
use crate::analysis::chart::{Bar, Bars};
use crate::paint::targets::{Pane, Target};
use crate::query::Field;
use crate::text::stacked;
use crate::ui::bar::bar;
use crate::ui::chart::in_parts;
use crate::ui::growth;
use crate::ui::line::{padded, put};
use crate::ui::parts::{legend as legend_of, parts};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The signs of the parts of a bar: kept, added, gone.
const FILLS: [char; 3] = [growth::FILLS[0], growth::FILLS[1], '░'];
/// The sign of the earlier value, where its bar stands beside the present one.
const EARLIER: char = '▒';
/// The field by which bars are split, and the needs of each line by part: the stated ones, then what is not.
type Split = (Field, Vec<Vec<u32>>);

/// The widest bars: longer ones are no easier to compare.
const MOST: usize = 60;

/// The cells that names have in so many, before bars get any.
const NAMES: usize = 14;
/// The cells that bars have where names have theirs.
const LEAST: usize = 8;

/// The cells before each number: two where there is room for names and bars besides, else one.
fn gap(bars: &Bars, room: usize) -> usize {
    let wide: usize = numbers(bars).iter().map(|wide| wide + 2).sum();
    if wide + 3 + NAMES + LEAST <= room { 2 } else { 1 }
}

/// The cells that names have at most in so many.
pub(super) fn room_for_names(bars: &Bars, room: usize) -> usize {
    let gap = gap(bars, room);
    let taken: usize = numbers(bars).iter().map(|wide| wide + gap).sum();
    room.saturating_sub(taken + 3 + LEAST).max(NAMES)
}

/// How wide each column of numbers is.
fn numbers(bars: &Bars) -> Vec<usize> {
    let all = || bars.bars.iter().chain([&bars.total]);
    let column = |(at, head): (usize, &String)| {
        let cells = all().filter_map(|bar| bar.numbers.get(at)).chain([head]);
        widest(cells.map(String::as_str))
    };
    bars.heads.iter().enumerate().map(column).collect()
}

impl FigurePane<'_> {
    pub(super) fn bars(
        &self,
        buffer: &mut Buffer,
        area: Rect,
        bars: &Bars,
        (notes, split): (&[String], Option<&Split>),
    ) {
        let theme = &self.pen.theme;
        let all = || bars.bars.iter().chain([&bars.total]);
        let numbers = numbers(bars);
        let gap = gap(bars, area.width.into());
        let taken: usize = numbers.iter().map(|wide| wide + gap).sum();
        let wide = usize::from(area.width).saturating_sub(1);
        let rest = wide.saturating_sub(taken + 2);
        let longest = widest(all().map(|bar| bar.label.as_str()));
        let labels = longest.min(rest.saturating_sub(LEAST).max(NAMES));
        let room = rest.saturating_sub(labels).min(MOST);
        let largest = |bar: &Bar| bar.value.max(bar.before.unwrap_or(0));
        let scale = match split {
            Some((_, lines)) => lines.iter().map(|line| stated(line)).max().unwrap_or(0).max(1),
            None => bars.bars.iter().map(largest).max().unwrap_or(0),
        };
        let cells = |buffer: &mut Buffer, y: u16, cells: &[String], style, marked| {
            let mut x = labels + 1;
            for (at, (cell, wide)) in cells.iter().zip(&numbers).enumerate() {
                let style = if marked == Some(at) { self.marked() } else { style };
                put(buffer, area, (x + gap) as u16, y, &padded(cell, *wide, true), style);
                x += wide + gap;
            }
        };
        // Of the numbers of two days, the one that opens is marked.
        let marked = |here: bool| Some(self.cursor.column).filter(|_| here && bars.dates.is_some());
        cells(buffer, 0, &bars.heads, theme.strong, None);
        let legend = u16::from(bars.dates.is_some() || split.is_some());
        // the heads, the sums, the legend and a line of notes
        let rows = usize::from(area.height.saturating_sub(3 + legend));
        // side by side, each takes a line more
        let beside = bars.beside && bars.dates.is_some() && split.is_none();
        let (top, page) = self.rows(bars.bars.len(), rows / (1 + usize::from(beside)));
        let mut y = 1;
        self.pen.targets.tell(area, Target::Pane(Pane::Own(1)));
        for (place, one) in bars.bars.iter().enumerate().skip(top).take(page) {
            let here = place == self.cursor.line;
            self.label(buffer, area, y, (&one.label, labels), here);
            self.tell(area, y, place);
            let style = if one.value == 0 { theme.dim } else { theme.plain };
            cells(buffer, y, &one.numbers, style, marked(here));
            let x = (labels + taken + 3) as u16;
            if let Some((by, lines)) = split {
                let line = Rect { y: area.y + y, height: 1, ..area };
                let parts = lines.get(place).map_or(Vec::new(), |l| parts(*by, l, self.pen));
                in_parts(buffer, line, (x, scale, room * 2 / 3), &parts, theme);
                y += 1;
                continue;
            }
            let drawn = match one.before {
                Some(before) if beside => {
                    let before = stacked(&[(before, EARLIER)], scale, room);
                    put(buffer, area, x, y, &before, theme.bar);
                    y += 1;
                    bar(theme, one.value, scale, room)
                }
                Some(before) => grown(one, before, scale, room),
                None => bar(theme, one.value, scale, room),
            };
            put(buffer, area, x, y, &drawn, theme.bar);
            y += 1;
        }
        self.more(buffer, area, (1, y - 1), (top, page, bars.bars.len()));
        let here = self.cursor.line >= bars.bars.len();
        self.tell(area, y, bars.bars.len());
        self.label(buffer, area, y, (&bars.total.label, labels), here);
        cells(buffer, y, &bars.total.numbers, theme.strong, marked(here));
        y += 1;
        if area.height > y + 4 {
            y += 1;
        }
        if let Some((by, _)) = split {
            legend_of(self.pen, buffer, area, y, *by);
            y += if area.height > y + 4 { 2 } else { 1 };
        } else if let Some([since, until]) = bars.dates.as_ref().filter(|_| beside) {
            let legend = format!("{EARLIER} {since}   {} {until}", FILLS[0]);
            put(buffer, area, 1, y, &legend, theme.plain);
            y += if area.height > y + 4 { 2 } else { 1 };
        } else if let Some([since, _]) = &bars.dates {
            let gone = bars.bars.iter().any(|bar| bar.before.is_some_and(|b| b > bar.value));
            let [added, lost] = &bars.changes;
            let lost = if gone { format!("   {} {lost}", FILLS[2]) } else { String::new() };
            let legend = format!("{} {since}   {} {added}{lost}", FILLS[0], FILLS[1]);
            put(buffer, area, 1, y, &legend, theme.plain);
            y += if area.height > y + 4 { 2 } else { 1 };
        }
        self.notes(buffer, area, y, notes);
    }
}

/// The stated parts of a bar together.
fn stated(parts: &[u32]) -> u32 {
    parts.iter().rev().skip(1).sum()
}

/// Gives a bar in three parts: what stayed, was added, went.
fn grown(bar: &Bar, before: u32, scale: u32, room: usize) -> String {
    let kept = bar.value.min(before);
    let parts = [(kept, FILLS[0]), (bar.value - kept, FILLS[1]), (before - kept, FILLS[2])];
    stacked(&parts, scale, room)
}
