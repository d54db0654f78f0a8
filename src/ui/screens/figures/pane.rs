//! Shared parts of the screen of figures: the list of figures, labels and notes of a figure.

use crate::app::state::figures::{ENTRIES, FigureEntry, Figures};
use crate::domain::Coded;
use crate::paint::targets::{Pane, Target, below};
use crate::text::Arg;
use crate::ui::Pen;
use crate::ui::line::{padded, put, put_marks, put_more, shortened, width, wrapped};
use crate::ui::theme::{CURSOR, NIL};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The position of the cursor, and whether its part takes the keys.
pub(super) struct Cursor {
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) active: bool,
}

/// The part of the screen that a figure is drawn in.
pub(super) struct FigurePane<'a> {
    pub(super) pen: &'a Pen<'a>,
    pub(super) cursor: Cursor,
}

impl FigurePane<'_> {
    /// The style of the line under the cursor.
    pub(super) fn marked(&self) -> Style {
        if self.cursor.active { self.pen.theme.cursor } else { self.pen.theme.cursor_away }
    }

    /// The label of a line, with the mark of the cursor before it.
    pub(super) fn label(
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
            put(
                buffer,
                area,
                0,
                y,
                CURSOR,
                if self.cursor.active { theme.mark } else { theme.dim },
            );
            put(buffer, area, 1, y, &label, self.marked());
        } else {
            put(buffer, area, 1, y, label.trim_end(), theme.plain);
        }
    }

    /// The rows to show of so many, and the first of them; the sums are not among them.
    pub(super) fn rows(&self, count: usize, room: usize) -> (usize, usize) {
        let page = room.max(1).min(count.max(1));
        let top = (self.cursor.line / page * page).min(count.saturating_sub(page));
        (top, page)
    }

    /// Tells that a line is one of the figure, which the cursor can be put on.
    pub(super) fn tell(&self, area: Rect, y: u16, place: usize) {
        self.pen.targets.tell_line(area, y, Pane::Own(1), below(place, self.cursor.line));
    }

    /// Marks that the lines from `y` on, `high` of them, go on: from `top`, `page` of `count` are shown.
    pub(super) fn more(
        &self,
        buffer: &mut Buffer,
        area: Rect,
        (y, high): (u16, u16),
        (top, page, count): (usize, usize, usize),
    ) {
        // the margin at the right of a figure is theirs
        let (y, width) = (area.y + y, area.width + 1);
        let lines = Rect { y, height: high.min(area.bottom().saturating_sub(y)), width, ..area };
        let goes_on = (top > 0, top + page < count);
        put_marks(buffer, lines.intersection(buffer.area), goes_on, self.pen.theme.dim);
    }

    /// The notes, as many as there is room for; one that is cut says so.
    pub(super) fn notes(&self, buffer: &mut Buffer, area: Rect, y: u16, notes: &[String]) {
        let room = usize::from(area.width.saturating_sub(1));
        let mut lines: Vec<String> = notes.iter().flat_map(|note| wrapped(note, room)).collect();
        let shown = usize::from(area.height.saturating_sub(y));
        let is_cut = lines.len() > shown;
        lines.truncate(shown);
        if let Some(line) = lines.last_mut().filter(|_| is_cut) {
            *line = format!("{} …", shortened(line, room.saturating_sub(2)));
        }
        for (y, line) in (y..area.height).zip(lines) {
            put(buffer, area, 1, y, &line, self.pen.theme.dim);
        }
    }
}

/// The numbers of figures as the note prints them.
const NUMBERS: [&str; 7] = ["I", "II", "III", "IV", "V", "VI", "VII"];

/// The cells of a number in the list.
const NUMBER: usize = 3;

/// The list: the figures under their cycles, then the others under their subjects. An entry that counts nothing
/// under the filter is dim and ends with the sign for nothing.
pub(super) fn list(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, state: &Figures) {
    let theme = &pen.theme;
    if area.height == 1 {
        return in_a_line(pen, buffer, area, state);
    }
    let edge = area.width.saturating_sub(1);
    for y in 0..area.height {
        put(buffer, area, edge, y, "│", theme.dim);
    }
    let area = Rect { width: edge, ..area };
    let headed = usize::from(area.height) >= ENTRIES.len() + 5;
    let mut lines: Vec<Result<FigureEntry, String>> = Vec::new();
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
    let empty = pen.app.empty_figures();
    pen.targets.tell(area, Target::Pane(Pane::Own(0)));
    let place = |entry| ENTRIES.iter().position(|other| *other == entry).unwrap_or(0);
    let chosen = place(state.entry);
    for (y, line) in (0..area.height).zip(lines.iter().skip(top)) {
        let area = Rect { y: area.y + y, height: 1, ..area };
        match line {
            Ok(entry) => {
                pen.targets.tell_line(area, 0, Pane::Own(0), below(place(*entry), chosen));
                let counts = !entry.figure().is_some_and(|place| empty[place]);
                self::entry(pen, buffer, area, state, (*entry, counts));
            }
            Err(heading) => {
                put(buffer, area, 1, 0, heading, theme.heading);
            }
        }
    }
    put_more(buffer, area, top, lines.len(), theme.dim);
}

fn entry(
    pen: &Pen<'_>,
    buffer: &mut Buffer,
    area: Rect,
    state: &Figures,
    (entry, counts): (FigureEntry, bool),
) {
    let theme = &pen.theme;
    let here = entry == state.entry;
    let active = state.in_list && !pen.app.facets.focused;
    if here {
        put(buffer, area, 0, 0, CURSOR, if active { theme.mark } else { theme.dim });
    }
    let style = match (here, active, counts) {
        (true, true, _) => theme.cursor,
        (true, false, _) => theme.cursor_away,
        (false, _, true) => theme.plain,
        (false, _, false) => theme.dim,
    };
    let label = format!(" {}", named(pen, entry));
    let room = usize::from(area.width.saturating_sub(2));
    let label = if here { padded(&label, room, false) } else { shortened(&label, room) };
    put(buffer, area, 1, 0, &label, style);
    if !counts {
        put(buffer, area, area.width.saturating_sub(1), 0, NIL, theme.dim);
    }
}

/// The number of a figure as the note prints it, and its name; entries without a number stand below the names.
fn named(pen: &Pen<'_>, entry: FigureEntry) -> String {
    let number = entry.design().and_then(|design| NUMBERS.get(usize::from(design.number) - 1));
    let number = padded(number.copied().unwrap_or_default(), NUMBER, false);
    format!("{number} {}", pen.text.tr(&entry.name()))
}

/// Draws the list as one line: the present entry between the arrows to its neighbours.
fn in_a_line(pen: &Pen<'_>, buffer: &mut Buffer, area: Rect, state: &Figures) {
    let theme = &pen.theme;
    let active = state.in_list && !pen.app.facets.focused;
    put(buffer, area, 0, 0, CURSOR, if active { theme.mark } else { theme.dim });
    let x = 1 + put(buffer, area, 1, 0, "← ", theme.dim);
    let name = named(pen, state.entry);
    let x = x + put(buffer, area, x, 0, name.trim_start(), theme.strong);
    put(buffer, area, x, 0, " →", theme.dim);
}

/// The number of a figure and its title.
pub(super) fn numbered(pen: &Pen<'_>, number: &str, title: &str) -> String {
    pen.text.tra("numbered-title", &[("number", Arg::from(number)), ("title", Arg::from(title))])
}

/// The widths of a column of words.
pub(super) fn widest<'a>(words: impl Iterator<Item = &'a str>) -> usize {
    words.map(width).max().unwrap_or(0)
}
