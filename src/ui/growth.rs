//! Growth since an earlier day: the number that stands beside a count, and the part of a bar that was added.

use super::bar::bar;
use super::line::{padded, put, width};
use super::theme::Styles;
use crate::text::{signed, stacked};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The cells that growth has at least, the blank before it included.
const LEAST: usize = 6;

/// The signs of the two parts of a bar: the value on the earlier day, and the growth since.
pub(super) const FILLS: [char; 2] = ['█', '▚'];

/// The growth since the earlier day; `None` where the value of that day is not known.
pub(super) fn growth(value: u32, before: Option<u32>) -> Option<i64> {
    before.map(|before| i64::from(value) - i64::from(before))
}

/// The cells that these growths need below each other.
pub(super) fn room(grown: impl Iterator<Item = i64>) -> usize {
    grown.map(|growth| width(&signed(growth)) + 1).max().unwrap_or(0).max(LEAST)
}

/// Writes a growth on the right of so many cells, which begin at `x`.
pub(super) fn draw(
    buffer: &mut Buffer,
    area: Rect,
    (x, cells): (usize, usize),
    growth: Option<i64>,
    theme: &Styles,
) {
    let Some(growth) = growth else { return };
    let style = if growth > 0 { theme.key } else { theme.plain };
    let said = signed(growth);
    let blanks = cells.saturating_sub(width(&said));
    put(buffer, area, (x + blanks) as u16, 0, &said, style);
}

/// Writes the head of the column over so many cells, which begin at `x`.
pub(super) fn head(
    buffer: &mut Buffer,
    area: Rect,
    (x, cells): (usize, usize),
    head: &str,
    theme: &Styles,
) {
    put(buffer, area, x as u16, 0, &padded(head, cells, true), theme.dim);
}

/// A bar in whose cells the growth stands behind the earlier value.
pub(super) fn grown(
    theme: &Styles,
    (value, before): (u32, Option<u32>),
    most: u32,
    room: usize,
) -> String {
    match before {
        Some(before) if before < value => {
            stacked(&[(before, FILLS[0]), (value - before, FILLS[1])], most, room)
        }
        _ => bar(theme, value, most, room),
    }
}
