//! A list: a header that stays, an arrow at the column that it is sorted by, a mark at the edge
//! of the line that the cursor is on, and over its width where the line is fast.

use super::Pen;
use super::chart::{Part, in_parts};
use super::line::{Line, padded, put, put_hits, put_more, width};
use super::theme::{CURSOR, FALLING, PINNED, RISING, Styles};
use crate::app::list::List;
use crate::columns::{EDGE, GivesWay, Head, Layout, ListOnScreen, Words};
use crate::config::{ColourRole, RowMark};
use crate::paint::targets::{Pane, Target, Targets, below};
use crate::text::Text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The contents of a list's rows.
pub(super) struct Rows<'a> {
    /// The number of rows.
    pub(super) count: usize,
    /// The cell of a row in the column at this place, in so many cells of the screen; nothing in a
    /// row that is gone.
    pub(super) cell: &'a dyn Fn(usize, usize, u16) -> Option<Words>,
    /// The sign of a row, beside the cursor's: selected, changed by others …
    pub(super) mark: &'a dyn Fn(usize) -> Option<&'static str>,
    /// The pieces of a row that has no columns and stands below one that has them.
    pub(super) whole: &'a dyn Fn(usize) -> Option<Line>,
    /// The bars of rows, where they are split.
    pub(super) split: Option<&'a SplitBars<'a>>,
}

/// The split bars of a list.
pub(super) struct SplitBars<'a> {
    /// The value that a bar of the full width has.
    pub(super) most: u32,
    /// The parts of the bar of a row.
    pub(super) of: &'a dyn Fn(usize) -> Vec<Part>,
}

/// A list being drawn.
pub(super) struct Table<'a> {
    /// Its columns.
    pub(super) columns: Vec<Head>,
    /// The codes of the columns that the user wants to see; `None`: those with room.
    pub(super) chosen: Option<&'a [String]>,
    /// Its cursor and order.
    pub(super) list: &'a List,
    /// Whether it is in the order of one of its columns.
    pub(super) sorted: bool,
    /// Whether keys move its cursor now.
    pub(super) active: bool,
    /// The columns and widths that give way where room is short, in this order.
    pub(super) gives_way: &'static [GivesWay],
    /// The codes of columns that would say the same in every row.
    pub(super) without: Vec<&'static str>,
    /// Whether bars are split, so that their column comes before the counts beside it.
    pub(super) bars: bool,
    /// How the row under the cursor is marked.
    pub(super) mark: RowMark,
    /// The words.
    pub(super) text: &'static Text,
    /// The styles.
    pub(super) theme: &'a Styles,
    /// The pane, and where its rows are recorded for the mouse.
    pub(super) pane: Pane,
    pub(super) targets: &'a Targets,
}

impl<'a> Table<'a> {
    /// The list of a screen, which is in the order of one of its columns and listens to keys
    /// unless the facets do.
    pub(super) fn of(pen: &'a Pen<'_>, columns: &dyn ListOnScreen, list: &'a List) -> Self {
        let chosen = pen.app.chosen_columns(columns.name());
        let active = !pen.app.facets.focused;
        let (text, theme) = (pen.text, &pen.theme);
        let (gives_way, columns) = (columns.gives_way(), columns.heads());
        let (sorted, without, mark) = (true, Vec::new(), pen.app.settings.row);
        let bars = pen.app.split.is_some();
        let pane = Pane::Own(pen.app.place().view.page().pane());
        Self {
            columns,
            chosen,
            list,
            sorted,
            active,
            gives_way,
            without,
            bars,
            mark,
            text,
            theme,
            pane,
            targets: pen.targets,
        }
    }

    /// Draws the header and the rows on the cursor's page.
    pub(super) fn draw(&self, buffer: &mut Buffer, area: Rect, rows: &Rows<'_>) {
        let widths = self.widths(area.width);
        self.targets.tell(area, Target::Pane(self.pane));
        self.header(buffer, area, &widths);
        let page = usize::from(area.height.saturating_sub(1));
        let top = self.list.top(page, rows.count);
        for (y, number) in (top..rows.count).take(page).enumerate() {
            let line = Rect::new(area.x, area.y + 1 + y as u16, area.width, 1);
            self.targets.tell_line(line, 0, self.pane, below(number, self.list.row));
            self.row(buffer, line, &widths, rows, number);
        }
        let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        put_more(buffer, below, top, rows.count, self.theme.dim);
    }

    /// The width of each column; 0 where it is not shown.
    fn widths(&self, list: u16) -> Vec<u16> {
        let layout = Layout {
            heads: &self.columns,
            gives_way: self.gives_way,
            chosen: self.chosen,
            sorted: self.sorted.then_some(self.list.column),
            without: &self.without,
            bars: self.bars,
            text: self.text,
        };
        layout.widths(list)
    }

    /// Whether the list is in the order of this column, which is then shown with an arrow.
    fn sorts(&self, place: usize) -> bool {
        self.sorted && place == self.list.column
    }

    fn header(&self, buffer: &mut Buffer, area: Rect, widths: &[u16]) {
        let mut x = EDGE;
        for (place, (column, &wide)) in self.columns.iter().zip(widths).enumerate() {
            if wide == 0 {
                continue;
            }
            let arrow = match (self.sorts(place), self.list.descending) {
                (true, true) => FALLING,
                (true, false) => RISING,
                (false, _) => "",
            };
            let room = usize::from(wide).saturating_sub(width(arrow));
            let mut name = column.title_in(self.text, room);
            if !name.is_empty() {
                name.push_str(arrow);
            }
            let name = padded(&name, wide.into(), column.right);
            put(buffer, area, x, 0, &name, self.theme.heading);
            let head = Rect { x: area.x + x, width: wide, height: 1, ..area };
            self.targets.tell(head.intersection(area), Target::Head(self.pane, place));
            x += wide + 1;
        }
    }

    fn row(&self, buffer: &mut Buffer, area: Rect, widths: &[u16], rows: &Rows<'_>, number: usize) {
        let here = number == self.list.row && self.list.current.is_some();
        if here {
            let style = match (self.active, self.mark) {
                (true, RowMark::Whole) => self.theme.mark,
                // A colour for the mark alone takes a tenth of the bytes of a step.
                (true, RowMark::Cheap) => self.theme.strong,
                (false, _) => self.theme.dim,
            };
            put(buffer, area, 0, 0, CURSOR, style);
        }
        if let Some(mark) = (rows.mark)(number) {
            put(buffer, area, 1, 0, mark, self.theme.sign(ColourRole::Warning));
        }
        if let Some(pieces) = (rows.whole)(number) {
            let mut x = EDGE;
            for (piece, style) in pieces {
                let style =
                    if here && style == self.theme.plain { self.theme.strong } else { style };
                x += put(buffer, area, x, 0, &piece, style);
            }
            if here && self.active && self.mark == RowMark::Whole {
                whole(buffer, area, self.theme.cursor);
            }
            return;
        }
        let mut x = EDGE;
        let mut first = true;
        for (place, (column, &wide)) in self.columns.iter().zip(widths).enumerate() {
            if wide == 0 {
                continue;
            }
            if let Some(bars) = rows.split.filter(|_| column.drawing.is_some()) {
                let room = Rect { width: (x + wide).min(area.width), ..area };
                in_parts(buffer, room, (x, bars.most, wide.into()), &(bars.of)(number), self.theme);
                x += wide + 1;
                continue;
            }
            let Some(cell) = (rows.cell)(number, place, wide) else { continue };
            let text = padded(&cell.text, wide.into(), column.right);
            let marked = here && first;
            let style = if marked { self.theme.strong } else { self.theme.word(cell.tone) };
            // blanks at the end are not written
            let shown = text.trim_end();
            put(buffer, area, x, 0, shown, style);
            if let Some(sign) = shown.get(..cell.sign).filter(|_| !marked) {
                put(buffer, area, x, 0, sign, self.theme.tone(cell.tone));
            }
            put_hits(buffer, area, (x, 0), &cell.text, shown, &cell.hits, self.theme.hit);
            x += wide + 1;
            first = false;
        }
        if here && self.active && self.mark == RowMark::Whole {
            whole(buffer, area, self.theme.cursor);
        }
    }
}

/// The sign of a row that stands on top whatever the order, by its place in the vocabulary.
pub(super) fn pinned(list: &List, place: u16) -> Option<&'static str> {
    list.is_pinned(place.into()).then_some(PINNED)
}

/// Marks a line over its whole width, in one style.
pub(super) fn whole(buffer: &mut Buffer, area: Rect, style: Style) {
    for x in area.left()..area.right() {
        if let Some(cell) = buffer.cell_mut((x, area.y)) {
            cell.set_style(Style::reset().patch(style));
        }
    }
}
