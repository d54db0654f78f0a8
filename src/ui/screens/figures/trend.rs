//! Totals over the years: bars of the total shown, with its published values below, and where there
//! is room all totals in small.

use super::pane::widest;
use crate::analysis::trend::{SeriesLine, Strip, Trend, Worded, name};
use crate::app::state::figures::Figures;
use crate::app::trend::Under;
use crate::text::{Arg, Standing, Upright, grouped, spark, upright};
use crate::ui::Pen;
use crate::ui::line::{padded, put, put_more, put_right, width, wrapped};
use crate::ui::theme::{CURSOR, NIL};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
/// From so many lines on all totals are shown in small.
const TALL: u16 = 32;
/// The highest bars.
const HIGHEST: usize = 12;
/// The mark at the foot of the bar under the cursor.
const FOOT: &str = "▲";

/// Draws the totals over the years.
pub(super) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, state: &Figures) {
    let area = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let Some(cursor) = state.over_years() else { return };
    let told = pen.app.told().and_then(|trend| {
        let (line, register) = (cursor.line(trend)?, pen.app.register()?);
        let (text, vocabulary) = (pen.text, &register.vocabulary);
        let look = Worded { vocabulary, text, illustrative: register.illustrative };
        Some((trend, line, trend.strip(line, look)))
    });
    let Some((trend, line, strip)) = told else {
        put(buffer, area, 0, 0, &pen.text.tr("count-searching"), pen.theme.dim);
        return;
    };
    let under = cursor.under(line);
    let active = !state.in_list && !pen.app.facets.focused;
    let pane = Pane { pen, trend, line, strip: &strip, under, active };
    let mut y = pane.heads(buffer, area, cursor.series);
    if area.height >= TALL {
        y = pane.all(buffer, area, y, cursor.series);
    }
    pane.shown(buffer, below(area, y));
}

/// The rest of an area from a line on.
fn below(area: Rect, y: u16) -> Rect {
    let y = y.min(area.height);
    Rect { y: area.y + y, height: area.height - y, ..area }
}

struct Pane<'a> {
    pen: &'a Pen<'a>,
    trend: &'a Trend,
    line: &'a SeriesLine,
    strip: &'a Strip,
    under: Option<Under<'a>>,
    active: bool,
}

impl Pane<'_> {
    fn heads(&self, buffer: &mut Buffer, area: Rect, series: usize) -> u16 {
        let theme = &self.pen.theme;
        let args = [
            ("row", Arg::from(grouped(series as u64 + 1))),
            ("count", Arg::from(grouped(self.trend.lines.len() as u64))),
        ];
        let edge = put_right(buffer, area, 0, &self.pen.text.tra("position", &args), theme.dim);
        let room = Rect { width: edge.saturating_sub(1), ..area };
        put(buffer, room, 0, 0, &self.strip.title, theme.strong);
        put(buffer, area, 0, 1, &self.strip.subtitle, theme.dim);
        2
    }

    /// All totals, each in one line; returns the line below.
    fn all(&self, buffer: &mut Buffer, area: Rect, top: u16, series: usize) -> u16 {
        let theme = &self.pen.theme;
        let names: Vec<String> =
            self.trend.lines.iter().map(|line| name(line.series, self.pen.text)).collect();
        let labels = widest(names.iter().map(String::as_str)) + 1;
        let years = self.trend.lines.iter().map(|line| line.years.len()).max().unwrap_or(0);
        let mut y = top + 1;
        for (place, (line, name)) in self.trend.lines.iter().zip(&names).enumerate() {
            let here = place == series;
            if here {
                put(buffer, area, 0, y, CURSOR, if self.active { theme.mark } else { theme.dim });
            }
            let style = match (here, self.active) {
                (true, true) => theme.cursor,
                (true, false) => theme.cursor_away,
                _ => theme.plain,
            };
            put(buffer, area, 1, y, &padded(name, labels, false), style);
            let heights: Vec<_> = line.years.iter().map(|year| year.held.count()).collect();
            // all end with the same year
            let begin = labels + 2 + (years - heights.len());
            put(buffer, area, begin as u16, y, &spark(&heights), theme.bar);
            let last = line.years.last().and_then(|year| year.held.count());
            let last = last.map_or_else(|| NIL.to_owned(), |count| grouped(count.into()));
            let number = padded(&last, 7, true);
            put(buffer, area, (labels + 2 + years) as u16, y, &number, theme.plain);
            y += 1;
        }
        y + 1
    }

    /// The total that is shown: bars, published values, the one under the cursor, notes.
    fn shown(&self, buffer: &mut Buffer, area: Rect) {
        let wide = usize::from(area.width);
        let about = wrapped(&self.about(), wide);
        let notes = self.strip.notes.iter().flat_map(|note| wrapped(note, wide));
        let notes: Vec<String> = notes.collect();
        let columns: Vec<Standing<'_>> =
            self.strip.columns.iter().map(crate::analysis::trend::TrendColumn::standing).collect();
        let year = self.year();
        let lines = |rows: usize| upright(&columns, year, wide, rows);
        let values = lines(1).values.len();
        // the axis, the years, a space, the value under the cursor, notes
        let fixed = values + 3 + about.len().min(4) + notes.len().min(3);
        let room = usize::from(area.height).saturating_sub(fixed);
        let points = match self.strip.points.len() {
            0 => 0,
            count => (count + 1).min((room / 2).max(2)),
        };
        let drawn = lines(room.saturating_sub(points).clamp(2, HIGHEST));
        let mut y = self.bars(buffer, area, &drawn, year);
        if points > 0 {
            y = self.points(buffer, below(area, y), points) + y;
        }
        if usize::from(area.height.saturating_sub(y)) > about.len() + 1 {
            y += 1;
        }
        for line in about.iter().take(4) {
            put(buffer, area, 0, y, line, self.pen.theme.strong);
            y += 1;
        }
        for (y, note) in (y..area.height).zip(&notes) {
            put(buffer, area, 0, y, note, self.pen.theme.dim);
        }
    }

    /// The year in which the cursor stands, by its place.
    fn year(&self) -> usize {
        let last = self.line.years.len().saturating_sub(1);
        match self.under {
            Some(Under::Year(place, _)) => place,
            Some(Under::Point(_, point)) => {
                self.line.years.iter().position(|year| year.day >= point.day).unwrap_or(last)
            }
            None => last,
        }
    }

    fn about(&self) -> String {
        match self.under {
            Some(Under::Year(_, year)) => self.trend.about_year(year.day, year.held, self.pen.text),
            Some(Under::Point(_, point)) => self.trend.about_point(point, self.pen.text),
            None => String::new(),
        }
    }

    /// The bars with their years and numbers; returns the line below.
    fn bars(&self, buffer: &mut Buffer, area: Rect, drawn: &Upright, year: usize) -> u16 {
        let theme = &self.pen.theme;
        for (y, line) in (0..).zip(&drawn.bars) {
            put(buffer, area, 0, y, line, theme.bar);
        }
        if let Some(nothing) = &self.strip.nothing {
            put(buffer, area, 0, 0, nothing, theme.dim);
        }
        let mut y = drawn.bars.len() as u16;
        put(buffer, area, 0, y, &"─".repeat(width(&drawn.years)), theme.dim);
        let x = drawn.indent + year.saturating_sub(drawn.first) * drawn.wide;
        let foot = (x + (drawn.wide - 1) / 2) as u16;
        let on_year = matches!(self.under, Some(Under::Year(..)));
        let style = if on_year && self.active { theme.key } else { theme.dim };
        put(buffer, area, foot, y, FOOT, style);
        y += 1;
        put(buffer, area, 0, y, &drawn.years, theme.plain);
        let label: String = drawn.years.chars().skip(x).take(drawn.wide - 1).collect();
        if on_year {
            let style = if self.active { theme.cursor } else { theme.cursor_away };
            put(buffer, area, x as u16, y, &label, style);
        }
        y += 1;
        for line in &drawn.values {
            put(buffer, area, 0, y, line, theme.plain);
            y += 1;
        }
        y
    }

    /// Lists the published totals in at most `lines` lines; returns how many it took.
    fn points(&self, buffer: &mut Buffer, area: Rect, lines: usize) -> u16 {
        let theme = &self.pen.theme;
        let all = || self.strip.points.iter().map(|point| &point.cells).chain([&self.strip.heads]);
        let wide = |at: usize| widest(all().map(|cells| cells[at].as_str()));
        let widths = [wide(0), wide(1), wide(2), wide(3), 0];
        let line = |buffer: &mut Buffer, y: u16, cells: &[String; 5], style| {
            let mut x = 1;
            for (at, (cell, wide)) in cells.iter().zip(widths).enumerate() {
                let words = if at == 4 { cell.clone() } else { padded(cell, wide, at > 0) };
                put(buffer, area, x as u16, y, &words, style);
                x += wide + 2;
            }
        };
        line(buffer, 0, &self.strip.heads, theme.heading);
        let under = match self.under {
            Some(Under::Point(place, _)) => Some(place),
            _ => None,
        };
        let page = lines.saturating_sub(1).max(1);
        // the latest, unless the cursor is on an earlier one
        let latest = self.strip.points.len().saturating_sub(page);
        let top = under.map_or(latest, |place| latest.min(place));
        let shown = self.strip.points.iter().enumerate().skip(top).take(page);
        let count = self.strip.points.len();
        let high = (count - top).min(page) as u16;
        let margin = Rect { y: area.y + 1, height: high, width: area.width + 1, ..area };
        let mut y = 1;
        for (place, point) in shown {
            let here = under == Some(place);
            let style = match (here, self.active) {
                (true, true) => theme.cursor,
                (true, false) => theme.cursor_away,
                _ => theme.plain,
            };
            if here {
                put(buffer, area, 0, y, CURSOR, if self.active { theme.mark } else { theme.dim });
            }
            line(buffer, y, &point.cells, style);
            y += 1;
        }
        put_more(buffer, margin.intersection(buffer.area), top, count, theme.dim);
        y
    }
}
