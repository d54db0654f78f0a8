//! The figures of a note: which there are on the left, the chosen one on the right.

mod bars;
mod connections;
mod findings;
mod heat;
mod matrix;
mod trend;

use crate::analysis::chart::Body;
use crate::analysis::{Look, chart};
use crate::app::figures::{Drawn, ENTRIES, Entry, Figures};
use crate::app::layout;
use crate::domain::Coded;
use crate::text::Arg;
use crate::ui::Pen;
use crate::ui::line::{padded, put, width, wrapped};
use crate::ui::theme::CURSOR;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The columns that the published figures are read in.
const FINDINGS: u16 = 76;
/// The columns that are kept free until a figure is counted.
const BARS: u16 = 50;

/// Draws the screen.
pub(in crate::ui) fn draw(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, state: &Figures) {
    match state.entry {
        Entry::Figure(_) => figure(pen, buffer, area, state),
        Entry::Trend => {
            let (left, right) = layout::figures(area, trend::WANTED);
            list(pen, buffer, left, state);
            trend::draw(pen, buffer, right, state);
        }
        Entry::Connections => connections::draw(pen, buffer, area, state),
        Entry::Published => {
            let (left, right) = layout::figures(area, FINDINGS);
            list(pen, buffer, left, state);
            findings::draw(pen, buffer, right, state);
        }
    }
}

/// A figure of the note.
fn figure(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, state: &Figures) {
    let chart = pen.app.drawn().and_then(|drawn| {
        let register = pen.app.register()?;
        let look = Look {
            vocabulary: &register.vocabulary,
            text: pen.text,
            until: drawn.until,
            since: drawn.since,
            illustrative: register.illustrative,
            beside: state.beside,
        };
        Some((drawn, chart(drawn.figure, look)))
    });
    let Some((drawn, chart)) = chart else {
        let (left, right) = layout::figures(area, BARS);
        list(pen, buffer, left, state);
        put(buffer, right, 1, 0, &pen.text.tr("count-searching"), pen.theme.dim);
        return;
    };
    let wanted = match &chart.body {
        Body::Bars(bars) => bars::wanted(bars),
        Body::Heat(heat) => heat::wanted(heat),
    };
    let (left, right) = layout::figures(area, wanted);
    list(pen, buffer, left, state);
    let title = numbered(pen, &chart.heading, &chart.title);
    let room = usize::from(right.width.saturating_sub(2));
    let mut y = 0;
    for line in wrapped(&title, room).iter().take(3) {
        put(buffer, right, 1, y, line, pen.theme.strong);
        y += 1;
    }
    put(buffer, right, 1, y, &chart.subtitle, pen.theme.dim);
    if let Some(why) = pen.app.not_compared() {
        y += 1;
        put(buffer, right, 1, y, &format!("! {}", pen.text.say(&why)), pen.theme.caution);
    }
    y += if right.height >= 30 { 2 } else { 1 };
    let below = Rect {
        x: right.x + 1,
        y: right.y + y.min(right.height),
        width: right.width.saturating_sub(2),
        height: right.height.saturating_sub(y),
    };
    let figure = FigurePane { pen, cursor: cursor(pen, state, drawn) };
    let notes: Vec<String> = chart.below().cloned().collect();
    match &chart.body {
        Body::Bars(bars) => figure.bars(buffer, below, bars, &notes),
        Body::Heat(heat) => figure.heat(buffer, below, heat, &notes),
    }
}

/// The line and column that the cursor is on, and whether keys are heard there.
fn cursor(pen: &Pen<'_>, state: &Figures, drawn: Drawn<'_>) -> Cursor {
    let (line, column) = state.place(drawn.figure);
    Cursor { line, column, active: !state.in_list && !pen.app.facets.focused }
}

struct Cursor {
    line: usize,
    column: usize,
    active: bool,
}

/// The part of the screen that a figure is drawn in.
struct FigurePane<'a> {
    pen: &'a Pen<'a>,
    cursor: Cursor,
}

impl FigurePane<'_> {
    /// How the line is written that the cursor is on.
    fn marked(&self) -> Style {
        if self.cursor.active { self.pen.theme.cursor } else { self.pen.theme.cursor_away }
    }

    /// The label of a line, with the mark of the cursor before it.
    fn label(
        &self,
        buffer: &mut Buffer,
        area: Rect,
        y: u16,
        (label, wide): (&str, usize),
        here: bool,
    ) {
        let theme = &self.pen.theme;
        let label = padded(label, wide, false);
        if here {
            put(buffer, area, 0, y, CURSOR, if self.cursor.active { theme.key } else { theme.dim });
            put(buffer, area, 1, y, &label, self.marked());
        } else {
            put(buffer, area, 1, y, label.trim_end(), theme.plain);
        }
    }

    /// The rows to show of so many, and the first of them; the sums are not among them.
    fn rows(&self, count: usize, room: usize) -> (usize, usize) {
        let page = room.max(1).min(count.max(1));
        let top = (self.cursor.line / page * page).min(count.saturating_sub(page));
        (top, page)
    }

    /// The notes, as many as there is room for.
    fn notes(&self, buffer: &mut Buffer, area: Rect, y: u16, notes: &[String]) {
        let room = usize::from(area.width.saturating_sub(1));
        let lines = notes.iter().flat_map(|note| wrapped(note, room));
        for (y, line) in (y..area.height).zip(lines) {
            put(buffer, area, 1, y, &line, self.pen.theme.dim);
        }
    }
}

/// The list: the figures under their cycles, then the published figures. Where only numbers have
/// room, only numbers.
fn list(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, state: &Figures) {
    let theme = &pen.theme;
    let edge = area.width.saturating_sub(1);
    for y in 0..area.height {
        put(buffer, area, edge, y, "│", theme.dim);
    }
    let area = Rect { width: edge, ..area };
    let wide = area.width >= 16;
    let headed = wide && usize::from(area.height) >= ENTRIES.len() + 4;
    let mut lines: Vec<Result<Entry, String>> = Vec::new();
    let mut before = None;
    for entry in ENTRIES {
        let heading = match entry.design() {
            Some(design) => pen.text.value("cycle", design.cycle.code()),
            None => pen.text.tr(entry.section()).into_owned(),
        };
        if headed && before.as_ref() != Some(&heading) {
            lines.push(Err(heading.clone()));
            before = Some(heading);
        }
        lines.push(Ok(entry));
    }
    let at = lines.iter().position(|line| *line == Ok(state.entry)).unwrap_or(0);
    let page = usize::from(area.height).max(1);
    let top = (at / page * page).min(lines.len().saturating_sub(page));
    for (y, line) in (0..area.height).zip(lines.iter().skip(top)) {
        let entry = match line {
            Ok(entry) => *entry,
            Err(heading) => {
                put(buffer, area, 1, y, heading, theme.heading);
                continue;
            }
        };
        let here = entry == state.entry;
        let active = state.in_list && !pen.app.facets.focused;
        if here {
            put(buffer, area, 0, y, CURSOR, if active { theme.key } else { theme.dim });
        }
        let style = match (here, active) {
            (true, true) => theme.cursor,
            (true, false) => theme.cursor_away,
            _ => theme.plain,
        };
        let number = entry.design().map_or_else(String::new, |design| design.number.to_string());
        let label = match entry.short_name() {
            _ if wide => format!("{number:1} {}", pen.text.tr(&entry.name())),
            Some(short) => pen.text.tr(short).into_owned(),
            None => number,
        };
        let label = if here && wide {
            padded(&label, usize::from(area.width.saturating_sub(1)), false)
        } else {
            label.trim_end().to_owned()
        };
        put(buffer, area, 1, y, &label, style);
    }
}

/// The number of a figure and its title.
fn numbered(pen: &Pen<'_>, number: &str, title: &str) -> String {
    pen.text.tra("numbered-title", &[("number", Arg::from(number)), ("title", Arg::from(title))])
}

/// The widths of a column of words.
fn widest<'a>(words: impl Iterator<Item = &'a str>) -> usize {
    words.map(width).max().unwrap_or(0)
}
