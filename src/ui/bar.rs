//! Bars in eighths of a cell, with the signs of the terminal.

use super::theme::Theme;

/// A bar across so many cells, with the signs of the terminal.
pub(super) fn bar(theme: &Theme, value: u32, most: u32, room: usize) -> String {
    crate::text::bar(value, most, room, theme.signs)
}
