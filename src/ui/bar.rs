//! Bars in eighths of a cell, with the signs of the terminal.

use super::theme::Styles;

/// A bar across so many cells, with the signs of the terminal.
pub(super) fn bar(theme: &Styles, value: u32, most: u32, room: usize) -> String {
    crate::text::bar(value, most, room, theme.signs)
}
