//! A list: a header that stays, an arrow at the column that it is sorted by, a mark at the edge
//! of the line that the cursor is on.

use super::Pen;
use super::line::{padded, put, put_hits};
use super::theme::{CURSOR, FALLING, RISING, Theme};
use crate::app::list::List;
use crate::columns::{Head, ListOnScreen, Width, Words};
use crate::text::Text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The cells at the left edge: the cursor's mark and the selection's.
const EDGE: u16 = 2;

/// What stands in the rows of a list.
pub(super) struct Rows<'a> {
    /// How many there are.
    pub(super) count: usize,
    /// The cell of a row in the column at this place; nothing in a row that is gone.
    pub(super) cell: &'a dyn Fn(usize, usize) -> Option<Words>,
    /// The sign of a row, beside the cursor's: selected, changed by others …
    pub(super) mark: &'a dyn Fn(usize) -> Option<&'static str>,
}

/// A list being drawn.
pub(super) struct Table<'a> {
    /// Its columns.
    pub(super) columns: Vec<Head>,
    /// The codes of those that the user wants to see; `None`: what has room.
    pub(super) chosen: Option<&'a [String]>,
    /// Its cursor and order.
    pub(super) list: &'a List,
    /// Whether it is in the order of one of its columns.
    pub(super) sorted: bool,
    /// Whether keys move its cursor now.
    pub(super) active: bool,
    /// The columns of the whole screen: some are shown only on wide ones.
    pub(super) screen: u16,
    /// The words.
    pub(super) text: &'static Text,
    /// The styles.
    pub(super) theme: &'a Theme,
}

impl<'a> Table<'a> {
    /// The list of a screen, which is in the order of one of its columns and listens to keys
    /// unless the facets do.
    pub(super) fn of(
        pen: &'a Pen<'_>,
        columns: &dyn ListOnScreen,
        list: &'a List,
        screen: u16,
    ) -> Self {
        let chosen = pen.app.chosen_columns(columns.name());
        let active = !pen.app.facets.focused;
        let (text, theme) = (pen.text, &pen.theme);
        Self { columns: columns.heads(), chosen, list, sorted: true, active, screen, text, theme }
    }

    /// Draws the header and the rows on the cursor's page.
    pub(super) fn draw(&self, buffer: &mut Buffer, area: Rect, rows: &Rows<'_>) {
        let widths = self.widths(area.width);
        self.header(buffer, area, &widths);
        let page = usize::from(area.height.saturating_sub(1));
        let top = self.list.top(page, rows.count);
        for (y, number) in (top..rows.count).take(page).enumerate() {
            let line = Rect::new(area.x, area.y + 1 + y as u16, area.width, 1);
            self.row(buffer, line, &widths, rows, number);
        }
    }

    /// The width of each column; 0 where it is not shown.
    fn widths(&self, room: u16) -> Vec<u16> {
        let mut widths: Vec<u16> = self
            .columns
            .iter()
            .enumerate()
            .map(|(place, column)| {
                let shown = match self.chosen {
                    Some(codes) => codes.iter().any(|code| code == column.code),
                    None => column.width.is_shown(self.screen),
                };
                if shown || self.sorts(place) { column.width.cells() } else { 0 }
            })
            .collect();
        let taken =
            |widths: &[u16]| widths.iter().filter(|w| **w > 0).map(|w| w + 1).sum::<u16>() + EDGE;
        // in a narrow pane what stands further right gives way, but never what takes the rest, nor
        // what the list is sorted by
        for place in (1..widths.len()).rev() {
            if taken(&widths) <= room {
                break;
            }
            if !self.sorts(place) && !matches!(self.columns[place].width, Width::Rest(_)) {
                widths[place] = 0;
            }
        }
        let rest = self.columns.iter().position(|c| matches!(c.width, Width::Rest(_)));
        if let Some(rest) = rest.filter(|rest| widths[*rest] > 0) {
            let others = taken(&widths) - widths[rest];
            widths[rest] = room.saturating_sub(others);
        }
        widths
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
            let mut name = column.title(self.text);
            if self.sorts(place) && !name.is_empty() {
                let arrow = if self.list.descending { FALLING } else { RISING };
                let room = usize::from(wide).saturating_sub(1);
                // one or two cells say more by the name's first letters than by a sign of omission
                let start: String = match room {
                    ..3 => name.chars().take(room).collect(),
                    _ => super::line::shortened(&name, room),
                };
                name = start + arrow;
            }
            let name = padded(&name, wide.into(), column.right);
            put(buffer, area, x, 0, &name, self.theme.heading);
            x += wide + 1;
        }
    }

    fn row(&self, buffer: &mut Buffer, area: Rect, widths: &[u16], rows: &Rows<'_>, number: usize) {
        let here = number == self.list.row && self.list.current.is_some();
        if here {
            let style = if self.active { self.theme.key } else { self.theme.dim };
            put(buffer, area, 0, 0, CURSOR, style);
        }
        if let Some(mark) = (rows.mark)(number) {
            put(buffer, area, 1, 0, mark, self.theme.caution);
        }
        let mut x = EDGE;
        let mut first = true;
        for (place, (column, &wide)) in self.columns.iter().zip(widths).enumerate() {
            if wide == 0 {
                continue;
            }
            let Some(cell) = (rows.cell)(number, place) else { continue };
            let text = padded(&cell.text, wide.into(), column.right);
            let style = match (here && first, self.active) {
                (true, true) => self.theme.cursor,
                (true, false) => self.theme.cursor_away,
                _ => self.theme.word(cell.tone),
            };
            // blanks at the end are not written, except where the cursor's style shows them
            let shown = if here && first { text.as_str() } else { text.trim_end() };
            put(buffer, area, x, 0, shown, style);
            if let Some(sign) = shown.get(..cell.sign).filter(|_| !(here && first)) {
                put(buffer, area, x, 0, sign, self.theme.tone(cell.tone));
            }
            put_hits(buffer, area, (x, 0), &cell.text, shown, &cell.hits, self.theme.hit);
            x += wide + 1;
            first = false;
        }
    }
}
